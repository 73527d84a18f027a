"""What a handler is given: the person, the words, the services, and two ways to answer."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import CallbackQuery, InputFile, Message
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import CallbackContext, ExtBot

from bot.broadcasts.letters import LetterReleases
from bot.courses.decisions import Decisions
from bot.courses.export import Exports
from bot.courses.figures import Figures
from bot.courses.letters import Letters
from bot.courses.selection import Selection
from bot.courses.service import Courses
from bot.db.writes import Write
from bot.i18n import Words
from bot.keys import KeyRing
from bot.knowledge.library import Library
from bot.knowledge.shelf import Shelf
from bot.logs import get_logger
from bot.people.dialog import Dialog
from bot.people.service import People, Person
from bot.people.tallies import Tallies
from bot.replies import Reply, Say
from bot.staff.audit import Audit
from bot.staff.service import Staff
from bot.telegram.callbacks import Action
from bot.telegram.dispatch import current_writes
from bot.telegram.messenger import Keyboard, Messenger
from bot.telegram.render import Rendered, Renderer, plain

log = get_logger()


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that handlers may use; made once by `bot.app`."""

    keys: KeyRing
    words: Words
    renderer: Renderer
    messenger: Messenger
    people: People
    tallies: Tallies
    courses: Courses
    staff: Staff
    audit: Audit
    selection: Selection
    decisions: Decisions
    letters: Letters
    letter_releases: LetterReleases
    exports: Exports
    figures: Figures
    shelf: Shelf
    read: asyncio.Event  # set when the knowledge base was read for the first time: people can arrive before that
    answered: Callable[[str, str], None]  # counts (band, language) for operators
    now: Callable[[], datetime]


class NotInPrivate(Exception):
    """A handler asked for the person of an update that has none: it was registered for the wrong updates."""


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], Services]):
    """One update's context. `enter` has filled in the person before a handler of a private chat runs."""

    _person: Person | None = None
    _dialog: Dialog | None = None
    action: Action = Action("", ())
    proposed: str = "en"
    query: CallbackQuery | None = None
    message: Message | None = None

    @property
    def services(self) -> Services:
        """The services of this process."""
        return self.bot_data

    @property
    def person(self) -> Person:
        """Who writes. Raises NotInPrivate."""
        if self._person is None:
            raise NotInPrivate
        return self._person

    @person.setter
    def person(self, person: Person) -> None:
        self._person = person

    @property
    def dialog(self) -> Dialog:
        """The state of this conversation, as changed by this update."""
        return self._dialog if self._dialog is not None else self.person.dialog

    @property
    def language(self) -> str:
        """The person's language; for a newcomer the one proposed from their app."""
        return self.person.language or self.proposed

    @property
    def text(self) -> str:
        """The text of the message, empty when it has none."""
        return (self.message.text if self.message else None) or ""

    async def library(self) -> Library | None:
        """Return the present revision of the knowledge base, None when none is good; at start, wait until it was read."""
        await self.services.read.wait()
        return self.services.shelf.library

    def write(self, *writes: Write) -> None:
        """Have `writes` committed together with this update's id, after the handler ended."""
        current_writes().extend(writes)

    def remember(self, dialog: Dialog) -> None:
        """Keep `dialog` as the state of this conversation."""
        self._dialog = dialog
        self.write(self.services.people.remember(self.person, dialog))

    def words(self, key: str, language: str | None = None, **values: object) -> str:
        """Return a message as plain text."""
        return self.services.renderer.words(language or self.language, Say(key, values))

    async def say(self, reply: Reply) -> None:
        """Send `reply` as a new message."""
        rendered = self.services.renderer.render(reply, self.person.chat_id)
        last = len(rendered.texts) - 1
        for place, html in enumerate(rendered.texts):
            await self._send(html, rendered.keyboard if place == last else None)

    async def tell(self, chat_id: int, reply: Reply) -> None:
        """Send `reply` to somebody else on staff; that they can't be reached is no error."""
        rendered = self.services.renderer.render(reply, chat_id)
        try:
            await self.services.messenger.send(chat_id, rendered.texts[0], rendered.keyboard)
        except TelegramError as error:
            log.info("staff_not_told", error=type(error).__name__)

    async def add(self, reply: Reply) -> None:
        """Send `reply` before or beside the answer; that it may not have arrived must not cost the person the answer."""
        try:
            await self.say(reply)
        except NetworkError as error:
            log.warning("notice_unclear", error=type(error).__name__)

    async def take_away(self) -> bool:
        """Delete the person's message; False when that is not possible: it is too old, or already gone."""
        try:
            return self.message is not None and await self.message.delete()
        except TelegramError:
            return False

    async def show(self, reply: Reply) -> None:
        """Put `reply` into the message whose button was pressed, or send it when that message can't be changed."""
        rendered = self.services.renderer.render(reply, self.person.chat_id)
        if self.message is None or len(rendered.texts) != 1 or not await self._edit(self.message, rendered):
            await self.say(reply)

    async def put(self, reply: Reply) -> None:
        """Answer a press where its button stands, and a message with a new one."""
        await (self.show(reply) if self.query else self.say(reply))

    async def toast(self, key: str) -> None:
        """Answer the pressed button with a short notice. A press that is too old to be answered is not an error."""
        if self.query is not None:
            try:
                await self.query.answer(self.words(key) if key else None)
            except NetworkError:  # too old to be answered, or the line is bad: what the button does matters more
                log.info("press_not_answered")

    async def send_file(self, name: str, content: bytes, caption: Say, language: str, chat_id: int | None = None) -> None:
        """Send a file made for this person, or for somebody else on staff (`chat_id`), with a caption."""
        said = self.words(caption.key, language, **caption.values)
        await self.bot.send_document(chat_id or self.person.chat_id, InputFile(content, filename=name), caption=said)

    async def send_picture(self, name: str, content: bytes, caption: Say, language: str) -> None:
        """Send a picture (PNG or JPEG, at most 10 MB) made for this person, with a caption."""
        await self.bot.send_photo(self.person.chat_id, InputFile(content, filename=name), caption=self.words(caption.key, language, **caption.values))

    async def _send(self, html: str, keyboard: Keyboard | None) -> None:
        chat_id, messenger = self.person.chat_id, self.services.messenger
        try:
            await messenger.send(chat_id, html, keyboard)
        except BadRequest as error:
            if "parse entities" not in error.message:  # the one 400 that another form of the same text mends
                raise
            log.error("html_refused")
            await messenger.send(chat_id, plain(html), keyboard, html=False)

    async def _edit(self, message: Message, rendered: Rendered) -> bool:
        try:
            await self.services.messenger.edit(message.chat_id, message.message_id, rendered.texts[0], rendered.keyboard)
        except BadRequest:  # it was deleted, or is too old
            return False
        return True
