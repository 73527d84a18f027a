"""What the bot says by itself: short notices to a person, alerts and knowledge mistakes to the admins."""

from collections.abc import Awaitable, Callable, Sequence

from telegram import Bot
from telegram.error import TelegramError

from bot.i18n import FALLBACK, Words
from bot.knowledge.check import Problem
from bot.logs import get_logger
from bot.people.service import People, Person
from bot.people.traces import Traces

log = get_logger()
_SHOWN = 5  # mistakes of a knowledge file told at once


class Speaker:
    """Speaks to one person or to the admins, each in their own language."""

    def __init__(self, bot: Bot, people: People, traces: Traces, words: Words, admins: Sequence[int]) -> None:
        self._bot = bot
        self._people = people
        self._traces = traces
        self._words = words
        self._admins = admins

    def notice(self, key: str) -> Callable[[int], Awaitable[None]]:
        """Return a function that sends message `key` to a chat; intake calls it with the chat's id."""
        async def send(chat_id: int) -> None:
            person = await self._people.look_up(chat_id)
            await self._say(person, self._words.text(person.language or FALLBACK, key))

        return send

    async def alert(self, event: str) -> None:
        """Tell the admins of an event: what it means, and what to do."""
        for admin in self._admins:
            person = await self._people.look_up(admin)
            await self._tell(person, self._words.text(person.language or FALLBACK, f"alert-{event.replace('_', '-')}"))

    async def knowledge_broken(self, problems: Sequence[Problem], *, serving: bool) -> None:
        """Tell the admins why the knowledge base is not shown: file, line and what to do; `serving`: an earlier version is."""
        key = "knowledge-broken" if serving else "knowledge-unreadable"
        lines = "\n".join(f"{problem.file}:{problem.line} {problem.what} {problem.hint}" for problem in problems[:_SHOWN])
        for admin in self._admins:
            person = await self._people.look_up(admin)
            await self._tell(person, f"{self._words.text(person.language or FALLBACK, key)}\n\n{lines}")

    async def _tell(self, person: Person, text: str) -> None:
        try:
            await self._say(person, text[:4000])
        except TelegramError as error:
            log.warning("admin_not_told", error=type(error).__name__)

    async def _say(self, person: Person, text: str) -> None:
        """Send `text`, and keep its number for /wipe."""
        message = await self._bot.send_message(person.chat_id, text)
        await self._traces.record(person.chat_id, message.message_id)
