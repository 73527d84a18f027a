"""The chat page: its files, the pictures and documents of the chats, and its stream of events."""

import json
from importlib.resources import files
from typing import Any

from aiohttp import web

from bot.playground.callbacks import Press
from bot.playground.errors import BadRequest
from bot.playground.feed import Event
from bot.playground.state import State
from bot.playground.view import chat_json, message_json

_TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
# Only these are shown; everything else is offered for saving, so that no file of a chat runs in the page.
_PICTURES = ("image/png", "image/jpeg")
# Seconds of silence after which the stream says that it lives.
HEARTBEAT = 15.0


class Page:
    """Serves the chat page."""

    def __init__(self, state: State) -> None:
        self._state = state

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the page."""
        return [
            web.get("/", self.index),
            web.get("/static/{name:[a-z]+\\.[a-z]+}", self.static),
            web.get("/page/files/{file}", self.file),
            web.get("/page/events", self.events),
        ]

    async def index(self, _request: web.Request) -> web.Response:
        """Return the page."""
        return _static_file("index.html")

    async def static(self, request: web.Request) -> web.Response:
        """Return a script or style of the page."""
        return _static_file(request.match_info["name"])

    async def file(self, request: web.Request) -> web.Response:
        """Return a file of a chat: a picture to be shown, anything else to be saved."""
        try:
            stored = self._state.files.get(request.match_info["file"])
        except BadRequest:
            raise web.HTTPNotFound from None
        kind = _picture_type(stored.content)
        if kind is not None:
            return web.Response(body=stored.content, content_type=kind)
        return web.Response(body=stored.content, content_type="application/octet-stream",
                            headers={"Content-Disposition": "attachment"})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Stream what happens: first a snapshot of everything, then each event."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        last = self._state.live.last_number
        await response.write(_frame(self._snapshot()))
        while not self._state.stopping.is_set():
            for event in self._state.live.after(last):
                last = event.number
                await response.write(_frame(self._event_json(event)))
            if not await self._state.live.changed(HEARTBEAT):
                await response.write(b": alive\n\n")
        return response

    def _snapshot(self) -> dict[str, Any]:
        chats = [{**chat_json(self._state, chat), "messages": [message_json(stored) for stored in chat.visible()]}
                 for chat in self._state.chats]
        return {"what": "snapshot", "chats": chats}

    def _event_json(self, event: Event) -> dict[str, Any]:
        head = {"what": event.what, "chat_id": event.chat_id}
        chat = self._state.chats.get(event.chat_id)
        if event.what in ("message", "edit", "markup", "delete"):
            return {**head, **message_json(event.content)}
        if event.what == "typing":
            return {**head, "action": event.content}
        if event.what == "answer":
            return {**head, **_answer_json(event.content)}
        return {**head, "chat": chat_json(self._state, chat) if chat is not None else None}


def _answer_json(press: Press) -> dict[str, Any]:
    answer = press.answer
    return {"query_id": press.query_id, "message_id": press.message_id, "text": answer.text if answer else "",
            "show_alert": bool(answer and answer.show_alert)}


def _picture_type(content: bytes) -> str | None:
    """Tell a PNG or JPEG by its first bytes, never by what the sender called it."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return _PICTURES[0]
    return _PICTURES[1] if content.startswith(b"\xff\xd8\xff") else None


def _static_file(name: str) -> web.Response:
    source = files("bot.playground").joinpath("static", name)
    kind = _TYPES.get(name.rsplit(".", 1)[-1])
    if kind is None or not source.is_file():
        raise web.HTTPNotFound
    return web.Response(body=source.read_bytes(), content_type=kind, charset="utf-8")


def _frame(event: dict[str, Any]) -> bytes:
    return f"data: {json.dumps(event)}\n\n".encode()
