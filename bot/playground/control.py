"""The steering over HTTP, for tests in another process and for the chat page: /control/..., JSON in and out."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.playground import steering
from bot.playground.chats import Chat, Json
from bot.playground.errors import BadRequest, SteeringError
from bot.playground.faults import Fault
from bot.playground.parameters import read_parameters
from bot.playground.state import State
from bot.playground.view import chat_json, message_json

MAX_WAIT = 60.0

Handler = Callable[[web.Request], Awaitable[web.Response]]


class Control:
    """Steers the stand-in; what a person could not do is answered 409 with the reason, an unknown chat 404."""

    def __init__(self, state: State) -> None:
        self._state = state

    def routes(self) -> list[web.RouteDef]:
        """Return the routes under /control."""
        chat = "/control/chats/{chat:-?[0-9]+}"
        return [
            web.get("/control/chats", _guarded(self.chats)),
            web.post("/control/chats", _guarded(self.open_chat)),
            web.get(f"{chat}/messages", _guarded(self.messages)),
            web.get(f"{chat}/reply", _guarded(self.reply)),
            web.post(f"{chat}/says", _guarded(self.says)),
            web.post(f"{chat}/sends", _guarded(self.sends)),
            web.post(f"{chat}/file", _guarded(self.file)),
            web.post(f"{chat}/edits", _guarded(self.edits)),
            web.post(f"{chat}/press", _guarded(self.press)),
            web.post(f"{chat}/{{deed:block|unblock|deactivate|clear}}", _guarded(self.deed)),
            web.post("/control/updates", _guarded(self.inject)),
            web.post("/control/updates/{update:[0-9]+}/redeliver", _guarded(self.redeliver)),
            web.get("/control/updates", _guarded(self.pending)),
            web.get("/control/calls", _guarded(self.calls)),
            web.delete("/control/calls", _guarded(self.forget_calls)),
            web.post("/control/misbehave", _guarded(self.misbehave)),
            web.delete("/control/misbehave", _guarded(self.behave)),
            web.post("/control/clock", _guarded(self.advance)),
        ]

    async def chats(self, _request: web.Request) -> web.Response:
        """List the chats."""
        return web.json_response([chat_json(self._state, chat) for chat in self._state.chats])

    async def open_chat(self, request: web.Request) -> web.Response:
        """Create a person or a group: first_name, language_code, id, kind, started."""
        body = await _body(request)
        kind = body.get("kind", "private")
        if kind not in ("private", "group"):
            raise SteeringError("kind is private or group")
        name = str(body.get("first_name") or body.get("title") or "Demo")[:64]
        chat_id = int(body["id"]) if body.get("id") is not None else None
        chat = self._state.chats.open(name, body.get("language_code"), chat_id, kind, bool(body.get("started", True)))
        self._state.tell("chat", chat, False, None)
        return web.json_response(chat_json(self._state, chat))

    async def messages(self, request: web.Request) -> web.Response:
        """List the messages of a chat, with edits; with ?all=1 the deleted ones too. `last` is the newest event's number."""
        chat = self._chat(request)
        kept = list(chat.messages.values()) if request.query.get("all") else chat.visible()
        return web.json_response({"last": chat.feed.last_number, "messages": [message_json(stored) for stored in kept]})

    async def reply(self, request: web.Request) -> web.Response:
        """Wait for the bot's next message or edit after event `after`: ?after=N&timeout=S&what=message|edit."""
        chat, what = self._chat(request), request.query.get("what", "message")
        if what not in ("message", "edit"):
            raise SteeringError("what is message or edit")
        timeout = min(float(request.query.get("timeout", "5")), MAX_WAIT)
        after = int(request.query.get("after", "0"))
        event = await chat.feed.wait_for(after, lambda event: event.from_bot and event.what == what, timeout)
        if event is None:
            return web.json_response({"error": f"no {what} within {timeout} s"}, status=408)
        return web.json_response({"last": event.number, **message_json(event.content)})

    async def says(self, request: web.Request) -> web.Response:
        """Send a text as the person: {"text": ...}, and any fields to lay over the message."""
        body = await _body(request)
        if not str(body.get("text", "")).strip():
            raise SteeringError("there is no text")
        return web.json_response(message_json(steering.writes(self._state, self._chat(request), body)))

    async def sends(self, request: web.Request) -> web.Response:
        """Send any content as the person: {"content": {...}, "kind": "message"}."""
        body = await _body(request)
        content = body.get("content")
        if not isinstance(content, dict):
            raise SteeringError("content is an object")
        stored = steering.writes(self._state, self._chat(request), content, str(body.get("kind", "message")))
        return web.json_response(message_json(stored))

    async def file(self, request: web.Request) -> web.Response:
        """Attach a file as the person: multipart with `file` and `caption`; a PNG or JPEG with `as=photo` is a photo."""
        parameters = await read_parameters(request)
        upload = parameters.files.get("file")
        if upload is None or not upload.content:
            raise SteeringError("there is no file")
        as_photo = parameters.text("as") == "photo"
        stored = self._state.files.keep(upload.name, upload.content_type, upload.content, "photos" if as_photo else "documents")
        field: Json = {"photo": stored.as_photo()} if as_photo else {"document": stored.as_document()}
        content = {**field, "caption": parameters.text("caption") or None}
        return web.json_response(message_json(steering.writes(self._state, self._chat(request), content)))

    async def edits(self, request: web.Request) -> web.Response:
        """Edit one of the person's messages: {"message_id": ..., "text": ...}."""
        body = await _body(request)
        stored = steering.rewrites(self._state, self._chat(request), int(body["message_id"]), str(body["text"]))
        return web.json_response(message_json(stored))

    async def press(self, request: web.Request) -> web.Response:
        """Press a button: {"label": ...} or {"data": ...}, and "message_id"; "wait": seconds to wait for the answer."""
        body = await _body(request)
        press = steering.press(self._state, self._chat(request), body.get("label"), body.get("message_id"), body.get("data"))
        answer = None
        if body.get("wait"):
            try:
                given = await press.answered(min(float(body["wait"]), MAX_WAIT))
                answer = {"text": given.text, "show_alert": given.show_alert, "url": given.url}
            except TimeoutError:
                answer = None
        return web.json_response({"query_id": press.query_id, "answer": answer})

    async def deed(self, request: web.Request) -> web.Response:
        """Block, unblock, deactivate or clear."""
        chat, deed = self._chat(request), request.match_info["deed"]
        if deed == "clear":
            steering.clear(self._state, chat)
        elif deed == "deactivate":
            steering.deactivate(self._state, chat)
        else:
            steering.set_blocked(self._state, chat, deed == "block")
        return web.json_response(chat_json(self._state, chat))

    async def inject(self, request: web.Request) -> web.Response:
        """Queue any update; its update_id is taken when it has one."""
        body = await _body(request)
        update_id = body.pop("update_id", None)
        return web.json_response({"update_id": self._state.updates.add(body, update_id, always=True)})

    async def redeliver(self, request: web.Request) -> web.Response:
        """Deliver an update once more."""
        update_id = int(request.match_info["update"])
        if update_id not in self._state.updates.history:
            return web.json_response({"error": "there was no such update"}, status=404)
        self._state.updates.redeliver(update_id)
        return web.json_response({"update_id": update_id})

    async def pending(self, _request: web.Request) -> web.Response:
        """List the updates the bot has not acknowledged, and the ids of all there were."""
        waiting = [item.as_json() for item in self._state.updates.pending.values()]
        return web.json_response({"pending": waiting, "all": list(self._state.updates.history)})

    async def calls(self, request: web.Request) -> web.Response:
        """List the calls the bot made: ?method=sendMessage for one method."""
        return web.json_response([call.as_json() for call in self._state.calls.seen(request.query.get("method"))])

    async def forget_calls(self, _request: web.Request) -> web.Response:
        """Forget the calls seen so far."""
        self._state.calls.clear()
        return web.json_response({})

    async def misbehave(self, request: web.Request) -> web.Response:
        """Lay a fault: {"method": "*", "fault": {...}, "times": n, "probability": p}."""
        body = await _body(request)
        fault = Fault.from_json(body.get("fault", {}))
        self._state.misbehaviours.lay(str(body.get("method", "*")), fault, body.get("times"), float(body.get("probability", 1.0)))
        return web.json_response({})

    async def behave(self, _request: web.Request) -> web.Response:
        """End all misbehaviour."""
        self._state.misbehaviours.clear()
        return web.json_response({})

    async def advance(self, request: web.Request) -> web.Response:
        """Let time pass: {"seconds": ...}. Only with a clock that can be moved."""
        move = getattr(self._state.clock, "advance", None)
        if move is None:
            raise SteeringError("this stand-in runs on the computer's clock")
        move(float((await _body(request)).get("seconds", 0)))
        return web.json_response({"now": self._state.clock.now()})

    def _chat(self, request: web.Request) -> Chat:
        chat = self._state.chats.get(int(request.match_info["chat"]))
        if chat is None:
            raise web.HTTPNotFound(text='{"error": "there is no such chat"}', content_type="application/json")
        return chat


async def _body(request: web.Request) -> Any:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise SteeringError("the body is no JSON") from None
    if not isinstance(body, dict):
        raise SteeringError("the body is no JSON object")
    return body


def _guarded(handler: Handler) -> Handler:
    """Answer 409 where a person could not do what was asked."""
    async def guarded(request: web.Request) -> web.Response:
        try:
            return await handler(request)
        except (SteeringError, BadRequest) as error:
            return web.json_response({"error": str(error)}, status=409)
        except (KeyError, TypeError, ValueError) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
    return guarded
