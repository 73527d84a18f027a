"""Ask the team: what it means, the question, shown back before anything of it is stored; and the questions that are under way."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

from telegram import Update
from telegram.error import TelegramError

from bot.context import Context
from bot.i18n import LANGUAGES, day
from bot.inbox.questions import Asked, Letter, Mine
from bot.inbox.text import LONGEST, clean
from bot.logs import get_logger
from bot.people.risk import is_risky
from bot.replies import Button, Part, Reply, Say
from handlers import cards, forms, leaving, start, urgent

_MINE = Button(Say("button-inbox-mine"), "h:mine")
_DROP = Button(Say("button-inbox-drop"), "h:drop")
_AGAIN = Button(Say("button-inbox-again"), "h:again")
log = get_logger()
_VOTE_EVERY = timedelta(hours=24)  # a dialog remembers no longer
_Step = Callable[[Context], Awaitable[None]]


async def press(update: Update, context: Context) -> None:
    """Take a button. Whoever has not arrived yet chooses a language and reads the notice first."""
    if not context.person.known or context.person.understood < start.SAFETY_VERSION:
        await start.start(update, context)
        return
    step = _STEPS.get(context.action.arguments[0] if context.action.arguments else "", _offer)
    if step not in (_send, _again, _drop):
        await leaving.set_aside(update, context)
    await step(context)


async def written(update: Update, context: Context) -> None:
    """Take a text as the question: it is shown back, and nothing of it is stored before "Send"; danger is answered last, where it is seen."""
    if not context.person.known:
        context.remember(forms.closed(context))
        await start.start(update, context)
        return
    card = await urgent.in_words(context.text, context)
    preview = await _taken(context)
    if card is None:
        await context.say(preview)
    else:
        await context.add(preview)
        await context.say(card)  # what stands last is what is seen


async def _taken(context: Context) -> Reply:
    """Keep the text until it is sent or dropped; return it with its buttons, or why it can't be sent."""
    text = clean(context.text)
    if not text or len(text) > LONGEST:
        said = Say("inbox-long", {"count": str(len(text)), "most": str(LONGEST)}) if text else Say("inbox-empty")
        context.remember(replace(context.dialog, form=forms.QUESTION, pending=""))
        return Reply(context.language, (said,), ((_DROP,),))
    context.remember(replace(context.dialog, form=forms.QUESTION, pending=text))
    return await _shown_back(text, context)


def answer_to(letter: Letter) -> Reply:
    """Return an answer as the person who asked reads it: what a locked phone shows of it is neutral."""
    helped, mine = Button(Say("button-inbox-helped"), f"h:helped:{letter.language}"), Button(Say("button-inbox-mine"), "h:mine:new")
    rows = ((helped, Button(Say("button-inbox-more"), "h")), (mine,))
    parts = (Say("inbox-answer"), Say("inbox-text", {"text": letter.text}), Say("inbox-answer-kept", {"date": day(letter.erased_on, letter.language)}))
    return Reply(letter.language, parts, rows)


async def _offer(context: Context) -> None:
    """Explain what happens with a question, and take the next text as one."""
    context.remember(replace(forms.closed(context), form=forms.QUESTION))
    await context.say(Reply(context.language, (Say("inbox-offer", {"most": str(LONGEST)}),), ((_DROP,), (_MINE,), (cards.URGENT,))))


async def _shown_back(text: str, context: Context) -> Reply:
    """Return the question with its buttons. One that may put somebody at risk is taken off the chat, and not quoted."""
    action = f"h:send:{_mark(text, context)}"
    if not is_risky(text):
        return Reply(context.language, (Say("inbox-check"), Say("inbox-text", {"text": text}), Say("inbox-slow")),
                     ((Button(Say("button-inbox-send"), action),), (_AGAIN,), (_DROP,)))
    removed = await context.take_away()
    return Reply(context.language, (Say("inbox-risky"), Say("inbox-risky-removed" if removed else "inbox-risky-left"), Say("inbox-slow")),
                 ((_AGAIN,), (_DROP,), (Button(Say("button-inbox-send-so"), action),)))


async def _send(context: Context) -> None:
    """Keep the question; a button below an older text sends nothing."""
    text = context.dialog.pending if context.dialog.form == forms.QUESTION else ""
    if not text or context.action.arguments[1:] != (_mark(text, context),):
        if not forms.was_tapped(context):
            await context.show(Reply(context.language, (Say("inbox-not-this"),), ((_MINE,), (cards.MENU,))))
        return
    asked = await context.services.inbox.ask(context.person, context.language, text, context.update_id)
    context.remember(forms.tapped(context))
    said = {Asked.DONE: "inbox-sent", Asked.MANY: "inbox-many", Asked.GONE: "inbox-gone"}[asked]
    await context.show(Reply(context.language, (Say(said),), ((_MINE,), (cards.URGENT,), (cards.MENU,))))


async def _again(context: Context) -> None:
    context.remember(replace(forms.closed(context), form=forms.QUESTION))
    await context.show(Reply(context.language, (Say("inbox-write"),), ((_DROP,),)))


async def _drop(context: Context) -> None:
    context.remember(forms.closed(context))
    await context.show(Reply(context.language, (Say("inbox-dropped"),), ((cards.TOPICS,), (cards.MENU,))))


async def _mine(context: Context) -> None:
    """Show one of the person's questions, the latest first; below an answer as a new message, so that the answer stays in the chat."""
    mine = await context.services.inbox.mine(context.person)
    if not mine:
        await context.show(Reply(context.language, (Say("inbox-none"),), ((cards.ASK_TEAM,), (cards.MENU,))))
        return
    wanted = context.action.arguments[1] if len(context.action.arguments) > 1 else ""
    place = int(wanted) % len(mine) if wanted.isdecimal() else 0
    page = _page(mine[place], place, len(mine), context.language)
    await (context.say(page) if wanted == "new" else context.show(page))


def _page(one: Mine, place: int, total: int, language: str) -> Reply:
    text = Say("inbox-hidden") if is_risky(one.text) else Say("inbox-text", {"text": one.text})
    answer: tuple[Part, ...] = (Say("inbox-answered"), Say("inbox-text", {"text": one.answer})) if one.answer else (Say("inbox-open"),)
    parts = (Say("inbox-mine", {"number": str(place + 1), "count": str(total)}), text, *answer, Say("inbox-kept", {"date": day(one.erased_on, language)}))
    forth = (Button(Say("button-next"), f"h:mine:{place + 1}"),) if total > 1 else ()
    return Reply(language, parts, ((Button(Say("button-inbox-withdraw"), f"h:gone:{one.id}"),), (*forth, cards.MENU)))


async def _withdraw(context: Context) -> None:
    """Erase it in one tap, also where responders opened it; pressed twice, it says the same."""
    question_id = context.action.arguments[1] if len(context.action.arguments) > 1 else ""
    await context.services.inbox.withdraw(context.person, question_id)
    await _take_off(question_id, context)
    await context.show(Reply(context.language, (Say("inbox-withdrawn"),), ((_MINE,), (cards.MENU,))))


async def _take_off(question_id: str, context: Context) -> None:
    """Delete the messages that show a question to anybody on staff, of the last 48 hours: Telegram allows no more."""
    services = context.services
    for one in await services.staff.contacts():
        numbers = await services.traces.showing(question_id, *(await services.people.look_up(one.chat_id)).names)
        if numbers:
            try:
                await services.messenger.delete(one.chat_id, numbers)
            except TelegramError as error:  # theirs: the question is erased all the same
                log.warning("copy_not_removed", error=type(error).__name__)


async def _helped(context: Context) -> None:
    """Count that an answer helped, once a day; the count names nobody."""
    language, now = context.action.arguments[-1], context.services.now()
    if language in LANGUAGES and context.dialog.due("vote:team", _VOTE_EVERY, now):
        context.write(context.services.tallies.add(language, None, "team-helped"))
        context.remember(context.dialog.noticed("vote:team", now))
    await context.say(Reply(context.language, (Say("thanks-for-telling"),), ((_MINE,), (cards.MENU,))))


def _mark(text: str, context: Context) -> str:
    """Return 8 characters that bind a button to the text above it."""
    return context.services.keys.sign(f"inbox|{text}")


_STEPS: dict[str, _Step] = {
    "send": _send, "again": _again, "drop": _drop, "mine": _mine, "gone": _withdraw, "helped": _helped,
}
