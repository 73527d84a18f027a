"""What is kept about a person, and how it goes: /privacy, /mydata, /wipe, /delete. The two that remove something ask once."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from typing import Any

from telegram import Update

from bot.context import Context
from bot.i18n import LANGUAGES, NAMES, day, month
from bot.people.erasure import Erased
from bot.people.export import Held
from bot.people.terms import terms
from bot.replies import Button, Lines, Part, Reply, Say
from handlers import forms, parting
from handlers.cards import CLEAR, CORRECTIONS, MENU

_FILE = "mydata.json"
_DATA = Button(Say("button-mydata"), "d:m")
_ERASE = Button(Say("button-delete"), "d:d")
# What each table is called in a receipt: short and neutral, for whoever reads over a shoulder.
KINDS = {"people": "kind-people", "interests": "kind-interests", "drafts": "kind-drafts", "subscriptions": "kind-subscriptions",
         "dialogs": "kind-dialogs", "traces": "kind-traces", "staff": "kind-staff", "deliveries": "kind-deliveries", "follows": "kind-follows",
         "inbox": "kind-inbox", "news": "kind-news"}


async def privacy(_update: Update, context: Context) -> None:
    """Say what is kept, for how long, who reads it, and what Telegram keeps: by the settings in force."""
    inline: tuple[Part, ...] = (Say("privacy-inline"),) if context.services.inline_mode else ()
    parts: tuple[Part, ...] = (Say("privacy", terms()), *inline, Say("privacy-telegram", terms()))
    await context.put(Reply(context.language, parts, ((_DATA,), (CORRECTIONS,), (CLEAR,), (_ERASE,), (MENU,))))


async def my_data(_update: Update, context: Context) -> None:
    """Show all that is held, in words; the file with every answer only when it is asked for."""
    held = await context.services.export.of(context.person)
    if not context.person.known:
        await context.put(Reply(context.language, (Say("mydata-newcomer", terms()),), ((CLEAR,), (_ERASE,), (MENU,))))
        return
    parts: tuple[Part, ...] = (Say("mydata"), Lines(tuple(await _lines(held, context))), Say("mydata-file-warning"))
    await context.put(Reply(context.language, parts, ((Button(Say("button-mydata-file"), "d:f"),), (CLEAR,), (_ERASE,), (MENU,))))


async def send_file(_update: Update, context: Context) -> None:
    """Send all that is held as JSON. Its caption says nothing of what it is."""
    held = await context.services.export.of(context.person)
    content = held.as_json(context.services.now()).encode()
    await context.send_file(_FILE, content, Say("mydata-sent"), context.language)


async def ask_to_wipe(_update: Update, context: Context) -> None:
    """Say what clearing the chat removes, and ask."""
    await context.put(Reply(context.language, (Say("wipe-ask", terms()),), ((Button(Say("button-wipe-now"), f"d:W:{context.language}"),), (MENU,))))


async def wipe(_update: Update, context: Context) -> None:
    """Clear the chat, and say in one message what went and what did not. A form that is open waits: its question went, so no text may answer it."""
    language = _language(context)
    if context.dialog.form:
        context.remember(forms.closed(context))
    removed, left = await context.clear_chat()
    await context.say(Reply(language, (*_removed(removed, left), Say("wiped-more", terms())), ((MENU,),)))


async def ask_to_erase(_update: Update, context: Context) -> None:
    """Say what goes at once and what stays, and ask."""
    key = "delete-ask" if context.person.known else "delete-ask-newcomer"
    staff = (Say("delete-ask-staff"),) if await context.services.staff.member(context.person) else ()
    erase_all = Button(Say("button-erase"), f"d:D:{context.language}")
    await context.put(Reply(context.language, (Say(key, terms()), *staff), ((erase_all,), (Button(Say("button-keep"), "m"),))))


async def erase(_update: Update, context: Context) -> None:
    """Clear the chat, erase everything, and give a receipt. Brought again after a kill, it ends what was begun and says so.

    The others on staff hear of a member's erasure.
    """
    language, member = _language(context), await context.services.staff.member(context.person)
    before = await parting.began(context, member.id) if member else ()
    removed, left = await context.clear_chat()  # first: the erasure takes the messages' numbers with it
    erased = await context.services.erasure.erase(context.person)
    context.leave_nothing()
    await context.say(Reply(language, (*_receipt(erased), *_removed(removed, left), Say("erased-stays", terms()))))
    await context.services.role_news.tell()
    if member:
        await parting.tell(context, member.id, before)


async def press(update: Update, context: Context) -> None:
    """Do what a button of these pages asks for."""
    step = _STEPS.get(context.action.arguments[0] if context.action.arguments else "", privacy)
    await step(update, context)


_STEPS: dict[str, Callable[[Update, Context], Awaitable[None]]] = {
    "m": my_data, "f": send_file, "w": ask_to_wipe, "W": wipe, "d": ask_to_erase, "D": erase}


def _language(context: Context) -> str:
    """The language in which was asked: who was erased meanwhile has no other."""
    asked = context.action.arguments[-1] if context.action.arguments else ""
    return asked if asked in LANGUAGES else context.language


def _removed(removed: int, left: int) -> tuple[Part, ...]:
    found = (Say("wiped", {"count": str(removed)}),)
    return (*found, Say("wiped-left", {"count": str(left)})) if left else found


def _receipt(erased: Erased) -> tuple[Part, ...]:
    gone = [Say(KINDS[table], {"count": str(count)}) for table, count in erased.counts.items() if count and table in KINDS]
    return (Say("erased"), Lines(tuple(gone))) if gone else (Say("erased-nothing"),)


async def _lines(held: Held, context: Context) -> Sequence[Say]:
    language = context.language
    person = held.tables["people"][0] if held.tables["people"] else {}
    lines = [Say("held-person", {"language": NAMES.get(str(person.get("language")), ""), "joined": month(str(person.get("joined_month", "")), language),
                                 "active": month(str(person.get("active_month", "")), language)})] if person else []
    for interest in held.tables["interests"]:
        sent = day(date.fromisoformat(str(interest["sent_on"])), language)
        lines.append(Say("held-interest", {"title": await _title(interest, context), "date": sent}))
    lines += [Say("held-draft", {"title": await _title(draft, context)}) for draft in held.tables["drafts"]]
    counted = {"held-reviews": "reviews", "held-subscriptions": "subscriptions", "held-dialogs": "dialogs", "held-traces": "traces",
               "held-deliveries": "deliveries", "held-follows": "follows", "held-inbox": "inbox", "held-staff": "staff",
               "held-news": "news"}
    lines += [Say(key, {"count": str(len(held.tables[table]))}) for key, table in counted.items() if held.tables[table]]
    return lines


async def _title(row: Any, context: Context) -> str:
    course = await context.services.courses.get(str(row["course_id"]))
    return course.text(context.language).title if course else str(row["course_id"])
