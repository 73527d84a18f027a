"""Words behind a command: who is in danger types "/help they are at the door", and must not get a page about commands."""

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from bot.context import Context
from bot.courses import links
from bot.people.risk import without_risks
from handlers import ask, staff

_OWN = "urgent"  # brings the card by itself
_GOES_ON = ("wipe", "delete")  # who flees may want both: the card, and the chat gone
_WITHOUT_WORDS = ("start", "help")  # a command of ours that is a word of danger, or looks like one, without a word behind it


async def look(update: Update, context: Context) -> None:
    """Answer danger in the words behind a command, or in the command itself ("/police_at_my_door"), as if they had been written without it."""
    name, words = _parts(context.text)
    library = await context.library()
    if library is None or name == _OWN or _leads_somewhere(name, words):
        return
    texts = (words, f"{name} {words}") if words or name not in _WITHOUT_WORDS else ()
    said = next((one for text in texts if (one := without_risks(text)) and library.match(one, context.language).urgent), None)
    if said is None:
        return
    context.question = said
    await ask.ask(update, context)
    if name not in _GOES_ON:
        raise ApplicationHandlerStop


def _parts(text: str) -> tuple[str, str]:
    """Return the command's name in small letters, without "/" and the bot's name, and the words behind it."""
    command, _, words = text.removeprefix("/").strip().replace("\n", " ").partition(" ")
    return command.partition("@")[0].lower(), words.strip()


def _leads_somewhere(name: str, words: str) -> bool:
    """Tell whether what stands behind /start is a link's payload: chance may spell anything in it."""
    return name == "start" and (links.parse(words) is not None or staff.invites(words))
