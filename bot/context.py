"""What a handler is given: the person, the words, the services, and two ways to answer."""

import asyncio
from functools import cached_property
from typing import Any

from telegram import CallbackQuery, InputFile, Message
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import CallbackContext, ExtBot

from bot.db.writes import Write
from bot.knowledge.library import Library
from bot.logs import get_logger
from bot.people.dialog import Dialog
from bot.people.risk import without_risks
from bot.people.service import Person
from bot.people.traces import Trace
from bot.replies import Reply, Say
from bot.services import Services
from bot.telegram.callbacks import Action
from bot.telegram.dispatch import current_writes
from bot.telegram.errors import Unreadable
from bot.telegram.messenger import Keyboard
from bot.telegram.render import Rendered, plain

log = get_logger()
_AGAIN = 0.5  # seconds before a reply that nobody took is sent again


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
    _trace: Trace | None = None
    _traced: bool = True
    update_id: int = 0

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
        """The person's language; for a newcomer the one they wrote in, or the one proposed from their app."""
        return self.person.language or self.dialog.tongue or self.proposed

    @property
    def text(self) -> str:
        """The text of the message, empty when it has none."""
        return (self.message.text if self.message else None) or ""

    @cached_property
    def question(self) -> str:
        """What the person asks: the text, or the words below a picture; without a number or place that does not belong here."""
        return without_risks(self.text or (self.message.caption if self.message else None) or "")

    async def library(self) -> Library | None:
        """Return the present revision of the knowledge base, None when none is good; at start, wait until it was read."""
        await self.services.read.wait()
        return self.services.shelf.library

    def write(self, *writes: Write) -> None:
        """Have `writes` committed together with this update's id, after the handler ended."""
        current_writes().extend(writes)

    def trace(self, number: int | None) -> None:
        """Keep the number of a message of this chat, for 48 hours: then /wipe can remove it."""
        if number is None or not self._traced:
            return
        if self._trace is None:
            self._trace = self.services.traces.begin(self.person.lookup, number)
            self.write(self._trace.write)
        else:
            self._trace.add(number)

    def shows(self, number: int | None, what: str) -> None:
        """Note which message of this chat shows `what`, the number of a row, so that it can be taken off when that is withdrawn."""
        self.trace(number)
        if number is not None and self._trace is not None:
            self._trace.shows(number, what)

    def leave_nothing(self) -> None:
        """Write nothing with this update but that it is finished: the person was erased."""
        current_writes().clear()
        self._traced = False

    async def clear_chat(self) -> tuple[int, int]:
        """Delete both sides of the last 48 hours; return how many messages went, and how many Telegram left there.

        Killed half-way it can be done again: the numbers go with the end of the update.
        """
        traces = self.services.traces
        pressed = self.message.message_id if self.message else 0  # its own trace is lost when the bot was killed after it was sent
        numbers = sorted({*await traces.numbers(*self.person.names), pressed} - {0}, reverse=True)
        left = await self.services.messenger.delete(self.person.chat_id, numbers)
        self.write(*(traces.forget(name, but=self._trace) for name in self.person.names))
        return len(numbers) - left, left

    def remember(self, dialog: Dialog) -> None:
        """Keep `dialog` as the state of this conversation."""
        self._dialog = dialog
        self.write(self.services.people.remember(self.person, dialog))

    def words(self, key: str, language: str | None = None, **values: object) -> str:
        """Return a message as plain text."""
        return self.services.renderer.words(language or self.language, Say(key, values))

    async def say(self, reply: Reply) -> int | None:
        """Send `reply` as a new message; return its number (of the last one, where it needs several), None when it is not known."""
        rendered = self.services.renderer.render(reply, self.person.chat_id)
        last, number = len(rendered.texts) - 1, None
        for place, html in enumerate(rendered.texts):
            number = await self._send(html, rendered.keyboard if place == last else None)
        return number

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

    async def remove(self, number: int) -> bool:
        """Delete a message of this chat; False when that is not possible: it is too old, or already gone."""
        try:
            return await self.bot.delete_message(self.person.chat_id, number)
        except TelegramError:
            return False

    async def show(self, reply: Reply) -> int | None:
        """Put `reply` into the message whose button was pressed, or send it when that message can't be changed; return its number, where known."""
        rendered = self.services.renderer.render(reply, self.person.chat_id)
        if self.message is None or len(rendered.texts) != 1 or not await self._edit(self.message, rendered):
            return await self.say(reply)
        return self.message.message_id

    async def put(self, reply: Reply) -> None:
        """Answer a press where its button stands, and a message with a new one."""
        if self.query:
            await self.show(reply)
        else:
            await self.say(reply)

    async def toast(self, key: str) -> None:
        """Answer the pressed button with a short notice. A press that is too old to be answered is not an error."""
        if self.query is not None:
            try:
                await self.query.answer(self.words(key) if key else None)
            except NetworkError:  # too old to be answered, or the line is bad: what the button does matters more
                log.info("press_not_answered")

    async def send_file(self, name: str, content: bytes, caption: Say, language: str, chat_id: int | None = None) -> None:
        """Send a file made for this person, or for somebody else on staff (`chat_id`), with a caption."""
        document, words = InputFile(content, filename=name), self.words(caption.key, language, **caption.values)
        sent = await self.bot.send_document(chat_id or self.person.chat_id, document, caption=words)
        if chat_id is None:
            self.trace(sent.message_id)
        else:
            await self.services.traces.record(chat_id, sent.message_id)

    async def send_picture(self, name: str, content: bytes, caption: Say, language: str) -> None:
        """Send a picture (PNG or JPEG, at most 10 MB) made for this person, with a caption."""
        picture, words = InputFile(content, filename=name), self.words(caption.key, language, **caption.values)
        self.trace((await self.bot.send_photo(self.person.chat_id, picture, caption=words)).message_id)

    async def _send(self, html: str, keyboard: Keyboard | None) -> int | None:
        chat_id, messenger = self.person.chat_id, self.services.messenger
        try:
            number = await self._send_surely(html, keyboard)
        except BadRequest as error:
            if "parse entities" not in error.message:  # the one 400 that another form of the same text mends
                raise
            log.error("html_refused")
            number = await messenger.send(chat_id, plain(html), keyboard, html=False)
        self.trace(number)
        return number

    async def _send_surely(self, html: str, keyboard: Keyboard | None) -> int | None:
        """Send, once more when something else than Telegram answered: an answer that comes twice is better than none (safety.md, 61 and 85)."""
        try:
            return await self.services.messenger.send(self.person.chat_id, html, keyboard)
        except Unreadable:
            log.warning("reply_sent_again")
            await asyncio.sleep(_AGAIN)
            return await self.services.messenger.send(self.person.chat_id, html, keyboard)

    async def _edit(self, message: Message, rendered: Rendered) -> bool:
        try:
            await self.services.messenger.edit(message.chat_id, message.message_id, rendered.texts[0], rendered.keyboard)
        except BadRequest:  # it was deleted, or is too old
            return False
        return True
