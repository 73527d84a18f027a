"""What a person answers to an announcement: one tap to get no more of them, one to take that back. Verb "A"."""

from telegram import Update

from bot.announcing import compose
from bot.broadcasts.content import Broadcast, Kind
from bot.context import Context
from bot.replies import Button, Reply, Say
from handlers import corrections, start
from handlers.cards import MENU
from handlers.coursecards import TOLD


def message(broadcast: Broadcast, language: str) -> Reply:
    """Return any announcement as readers of `language` get it."""
    return corrections.message(broadcast, language) if broadcast.content.kind is Kind.CORRECTION else compose(broadcast, language)


async def preview(context: Context, broadcast: Broadcast, language: str) -> None:
    """Send whoever works on an announcement exactly what readers of `language` get: as a reply, for it waits behind no announcement."""
    chat_id = context.person.chat_id
    rendered = context.services.renderer.render(message(broadcast, language), chat_id)
    context.trace(await context.services.messenger.present(chat_id, rendered.texts[0], rendered.keyboard, broadcast.content.media))


async def choose(_update: Update, context: Context) -> None:
    """Keep the wish, below the announcement: it stays readable. Who was erased meanwhile gets none, and would begin anew to get them."""
    people, quiet = context.services.people, context.action.arguments[:1] != ("loud",)
    if not context.person.known and not quiet:
        await context.say(start.languages(context))
        return
    context.write(people.be_quiet(context.person, quiet=quiet))
    back = ((Button(Say("button-announcements-loud"), "A:loud"),),) if quiet else ()
    await context.say(Reply(context.language, (Say("announcements-quiet" if quiet else "announcements-loud"),), (*back, (TOLD,), (MENU,))))
