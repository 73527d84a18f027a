"""What a person answers to an announcement: one tap to get no more of them, one to take that back. Verb "v"."""

from telegram import Update

from bot.context import Context
from bot.replies import Button, Reply, Say
from handlers.cards import MENU


async def choose(_update: Update, context: Context) -> None:
    """Keep the wish, below the announcement: it stays readable."""
    wish = (*context.action.arguments, "")[0]
    people = context.services.people
    if wish == "uncorrected":
        context.write(people.follow_corrections(context.person, wanted=False))
        await context.say(Reply(context.language, (Say("announcements-uncorrected"),), ((MENU,),)))
        return
    quiet = wish != "loud"
    context.write(people.be_quiet(context.person, quiet=quiet))
    back = ((Button(Say("button-announcements-loud"), "v:loud"),),) if quiet else ()
    await context.say(Reply(context.language, (Say("announcements-quiet" if quiet else "announcements-loud"),), (*back, (MENU,))))
