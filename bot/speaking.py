"""What the bot says by itself: short notices to a person, alerts and knowledge mistakes to the admins."""

from collections.abc import Awaitable, Callable, Sequence

from telegram.error import TelegramError

from bot.i18n import FALLBACK
from bot.knowledge.check import Problem
from bot.logs import get_logger
from bot.people.service import People, Person
from bot.people.traces import Traces
from bot.replies import Button, Reply, Say
from bot.telegram.messenger import Messenger
from bot.telegram.render import Renderer

log = get_logger()
_SHOWN = 5  # mistakes of a knowledge file told at once


class Speaker:
    """Speaks to one person or to the admins, each in their own language."""

    def __init__(self, messenger: Messenger, renderer: Renderer, people: People, traces: Traces, admins: Sequence[int]) -> None:
        self._messenger = messenger
        self._renderer = renderer
        self._people = people
        self._traces = traces
        self._admins = admins

    def notice(self, key: str, *below: Button) -> Callable[[int], Awaitable[None]]:
        """Return a function that sends message `key`, with buttons `below` it, to a chat; intake calls it with the chat's id."""
        async def send(chat_id: int) -> None:
            person = await self._people.look_up(chat_id)
            reply = Reply(person.language or FALLBACK, (Say(key),), tuple((button,) for button in below))
            rendered = self._renderer.render(reply, chat_id)
            number = await self._messenger.send(chat_id, rendered.texts[0], rendered.keyboard)
            await self._traces.record(chat_id, number)

        return send

    async def alert(self, event: str) -> None:
        """Tell the admins of an event: what it means, and what to do."""
        for admin in self._admins:
            person = await self._people.look_up(admin)
            await self._tell(person, self._renderer.words(person.language or FALLBACK, Say(f"alert-{event.replace('_', '-')}")))

    async def knowledge_broken(self, problems: Sequence[Problem], *, serving: bool) -> None:
        """Tell the admins why the knowledge base is not shown: file, line and what to do; `serving`: an earlier version is."""
        key = "knowledge-broken" if serving else "knowledge-unreadable"
        lines = "\n".join(f"{problem.file}:{problem.line} {problem.what} {problem.hint}" for problem in problems[:_SHOWN])
        for admin in self._admins:
            person = await self._people.look_up(admin)
            await self._tell(person, f"{self._renderer.words(person.language or FALLBACK, Say(key))}\n\n{lines}")

    async def _tell(self, person: Person, text: str) -> None:
        try:
            await self._say(person, text[:4000])
        except TelegramError as error:
            log.warning("admin_not_told", error=type(error).__name__)

    async def _say(self, person: Person, text: str) -> None:
        """Send `text`, and keep its number for /wipe."""
        await self._traces.record(person.chat_id, await self._messenger.send(person.chat_id, text, html=False))
