"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import hmac
import json
import re
from typing import Any

from aiohttp import web

from bot.logs import get_logger
from bot.playground.calls import Call
from bot.playground.errors import ApiError, UnknownMethod
from bot.playground.faults import Fault
from bot.playground.methods import METHODS
from bot.playground.methods.receiving import set_webhook
from bot.playground.parameters import MAX_BODY, Parameters, read_parameters
from bot.playground.spoil import spoil
from bot.playground.state import State

log = get_logger()

_TOKEN = re.compile(r"[1-9][0-9]*:[A-Za-z0-9_-]+")
# Client.cpp fail_query_conflict: a second conflict within three seconds is answered three seconds later.
CONFLICT_SECONDS = 3.0


class Api:
    """Answers the bot's calls."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._next_conflict = 0.0

    def routes(self) -> list[web.RouteDef]:
        """Return the routes of the Bot API."""
        return [
            web.route("*", "/bot{token:[^/]*}/{method:[^/]*}", self.call),
            web.get("/file/bot{token:[^/]*}/{path:.+}", self.file),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        """Answer one call: read, remember, misbehave if told to, carry out."""
        problem = self._token_problem(request.match_info["token"])
        if problem is not None:
            return _response(problem.code, json.dumps(problem.body()))
        if (request.content_length or 0) > MAX_BODY:
            return _response(413, '{"ok":false,"error_code":413,"description":"Request Entity Too Large"}')
        method = request.match_info["method"]
        try:
            parameters = await read_parameters(request)
        except ApiError as error:
            return _response(error.code, json.dumps(error.body()))
        call = self._remember(method, parameters)
        delay, fault = self._state.misbehaviours.strike(method)
        if delay:
            await asyncio.sleep(delay)
        return await self._answer(request, call, parameters, fault)

    async def execute(self, method: str, parameters: Parameters) -> None:
        """Carry out a method that came in the body of a webhook's answer; nobody sees its result."""
        await self._carry_out(self._remember(method, parameters), parameters)

    async def file(self, request: web.Request) -> web.StreamResponse:
        """Return a file at a path of getFile's."""
        stored = self._state.files.at(request.match_info["path"])
        if self._token_problem(request.match_info["token"]) is not None or stored is None:
            return _response(404, '{"ok":false,"error_code":404,"description":"Not Found"}')
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def _answer(self, request: web.Request, call: Call, parameters: Parameters, fault: Fault | None) -> web.StreamResponse:
        status, body, retry_after = 200, "", 0
        if fault is None or fault.takes_effect:
            status, body, retry_after = await self._carry_out(call, parameters)
        if fault is not None:
            call.status = 0
            return await spoil(request, call, fault, status, body, self._state.stopping)
        return _response(status, body, retry_after)

    def _remember(self, method: str, parameters: Parameters) -> Call:
        sizes = {name: len(upload.content) for name, upload in parameters.files.items()}
        call = Call(method, parameters.values, self._state.clock.now(), sizes)
        self._state.calls.add(call)
        return call

    async def _carry_out(self, call: Call, parameters: Parameters) -> tuple[int, str, int]:
        """Return status, body and the seconds to wait (0: none)."""
        try:
            result = await self._run(call.method.lower(), parameters)
        except ApiError as error:
            call.status, call.description = error.code, error.description
            if error.code == 409:
                await self._slow_conflict()
            return error.code, json.dumps(error.body()), int(error.parameters.get("retry_after", 0))
        call.status, call.took_effect = 200, True
        return 200, json.dumps({"ok": True, "result": result}), 0

    async def _run(self, method: str, parameters: Parameters) -> Any:
        if self._state.logged_out:
            raise ApiError(400, "Logged out")
        if method == "setwebhook":
            return await set_webhook(self._state, parameters, self.execute)
        known = METHODS.get(method)
        if known is None:
            log.info("playground.unknown_method")
            raise UnknownMethod
        return await known(self._state, parameters)

    async def _slow_conflict(self) -> None:
        now = asyncio.get_running_loop().time()
        scale = self._state.retry_scale
        if now >= self._next_conflict:
            self._next_conflict = now + CONFLICT_SECONDS * scale
        else:
            await asyncio.sleep(CONFLICT_SECONDS * scale)

    def _token_problem(self, token: str) -> ApiError | None:
        if hmac.compare_digest(token.encode(), self._state.token.encode()):
            return None
        return ApiError(401, "Unauthorized") if _TOKEN.fullmatch(token) else ApiError(404, "Not Found")


def _response(status: int, body: str, retry_after: int = 0) -> web.Response:
    headers = {"Retry-After": str(retry_after)} if retry_after else None
    return web.Response(status=status, body=body.encode(), content_type="application/json", headers=headers)
