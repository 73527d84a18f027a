"""The HTTP to Telegram: what each failure says about the call, and that none of them says the token."""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from telegram.error import BadRequest, Conflict, Forbidden, TelegramError, TimedOut
from telegram.ext import ExtBot

from bot.playground.faults import Fault
from bot.playground.server import StandIn
from bot.telegram.request import (
    AiohttpRequest,
    AnswerTooLarge,
    CertificateRefused,
    ConnectFailed,
    ServerRefused,
    Throttled,
    TokenRejected,
    Unclear,
)
from tests.telegram.conftest import TOKEN

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def raw_server(talk: Talk) -> AsyncIterator[str]:
    """A TCP server that talks as given after the request's head; yields a bot's base URL."""
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            await talk(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot{TOKEN}/sendMessage"
    finally:
        server.close()


def self_signed(folder: Path) -> Path:
    """A file with a certificate that nobody vouches for, and its key."""
    key, name, now = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")]), datetime.now(UTC)
    certificate = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1).not_valid_before(
        now).not_valid_after(now + timedelta(days=1)).sign(key, hashes.SHA256())
    file = folder / "server.pem"
    file.write_bytes(certificate.public_bytes(Encoding.PEM) + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return file


async def failure(request: AiohttpRequest, url: str) -> TelegramError:
    """Post to `url` and return the error."""
    with pytest.raises(TelegramError) as caught:
        await request.post(url)
    assert TOKEN not in repr(caught.value) + str(caught.value)
    assert caught.value.__cause__ is None or TOKEN not in repr(caught.value.__cause__)
    return caught.value


async def test_texts_and_files_arrive_as_they_were_sent(telegram: StandIn, bot: ExtBot[Any]) -> None:
    """A message with its nested keyboard goes as JSON, a document as multipart."""
    phone = telegram.person("Demo Amina")

    await bot.send_message(phone.id, "سلام 😀 <&>", api_kwargs={"reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}})
    await bot.send_document(phone.id, BytesIO(b"x" * 100_000), filename="list.csv", caption="à lire")

    first, second = phone.messages
    assert first.text == "سلام 😀 <&>"
    assert telegram.calls("sendDocument")[0].files == {"document": 100_000}
    assert second.id > first.id


async def test_a_refused_connection_was_certainly_not_sent(request_object: AiohttpRequest, unused_tcp_port: int) -> None:
    """C65: nobody listens."""
    error = await failure(request_object, f"http://127.0.0.1:{unused_tcp_port}/bot{TOKEN}/sendMessage")

    assert isinstance(error, ConnectFailed)


async def test_a_name_that_does_not_resolve_was_certainly_not_sent(request_object: AiohttpRequest) -> None:
    """C77: a DNS failure is a connection that did not come about."""
    assert isinstance(await failure(request_object, f"http://nowhere.invalid/bot{TOKEN}/sendMessage"), ConnectFailed)


async def test_a_wrong_certificate_is_refused(request_object: AiohttpRequest, tmp_path: Path) -> None:
    """C78: nothing is sent to a server that cannot prove who it is."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(self_signed(tmp_path))
    runner = web.AppRunner(web.Application())
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
    await site.start()

    error = await failure(request_object, f"https://127.0.0.1:{runner.addresses[0][1]}/bot{TOKEN}/getMe")

    assert isinstance(error, CertificateRefused)
    await runner.cleanup()


@pytest.mark.parametrize("effect", [False, True])
async def test_no_answer_is_a_timeout_and_not_a_refusal(telegram: StandIn, impatient: ExtBot[Any], effect: bool) -> None:
    """C66: whether it took effect or not, the caller hears TimedOut and the call is not made again."""
    phone = telegram.person("Demo Amina")
    telegram.misbehave("sendMessage", Fault.timeout(takes_effect=effect), times=1)

    with pytest.raises(TimedOut):
        await impatient.send_message(phone.id, "once")

    assert len(telegram.calls("sendMessage")) == 1


@pytest.mark.parametrize("fault", [Fault.reset(), Fault.reset(takes_effect=True), Fault.reset(mid_body=True), Fault.not_json(takes_effect=True),
                                   Fault.server_error(502, html=True), Fault.odd_json('{"ok":true}'), Fault.odd_json("[1]")])
async def test_what_cannot_be_read_is_unclear_and_not_sent_again(telegram: StandIn, bot: ExtBot[Any], fault: Fault) -> None:
    """C61, C62, C67: resets, pages in HTML, answers that are no answer."""
    phone = telegram.person("Demo Amina")
    telegram.misbehave("sendMessage", fault, times=1)

    with pytest.raises(Unclear):
        await bot.send_message(phone.id, "once")

    assert len(telegram.calls("sendMessage")) == 1


async def test_a_dripping_answer_is_cut_off(request_object: AiohttpRequest) -> None:
    """C79: one byte at a time never exceeds the total cap (35 s; here 1 s)."""
    async def drip(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for _ in range(100):  # ten seconds
            writer.write(b" ")
            await asyncio.sleep(0.1)

    begun = time.monotonic()
    async with raw_server(drip) as url:
        error = await failure(request_object, url)

    assert isinstance(error, TimedOut)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("head", [b"Content-Length: 60000", b"Transfer-Encoding: identity"])
async def test_an_answer_beyond_the_limit_is_not_read(request_object: AiohttpRequest, head: bytes) -> None:
    """5 MB (here 50 kB) is the most, whether the server says its length or not."""
    async def pour(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n" + head + b"\r\n\r\n" + b"x" * 60_000)
        await writer.drain()

    async with raw_server(pour) as url:
        assert isinstance(await failure(request_object, url), AnswerTooLarge)


@pytest.mark.parametrize(("status", "description", "kind"), [
    (400, "Bad Request: chat not found", BadRequest), (403, "Forbidden: bot was blocked by the user", Forbidden),
    (409, "Conflict: terminated by other getUpdates request", Conflict), (401, "Unauthorized", TokenRejected)])
async def test_telegrams_refusals_keep_their_kind(telegram: StandIn, bot: ExtBot[Any], status: int, description: str, kind: type[TelegramError]) -> None:
    """C68-C71: an error with Telegram's JSON is raised as what it is, and also when it comes with a 200 (C63)."""
    for fault in (Fault.refused(status, description), Fault.not_ok(status, description)):
        telegram.misbehave("sendChatAction", fault, times=1)
        with pytest.raises(kind) as caught:
            await bot.send_chat_action(1, "typing")
        assert TOKEN not in str(caught.value)


async def test_a_429_says_how_long(request_object: AiohttpRequest, telegram: StandIn) -> None:
    """C58, C60: its own time, or 30 s when it names none."""
    telegram.misbehave("sendMessage", Fault.flood(7), times=1)
    telegram.misbehave("sendMessage", Fault.flood(None), times=1)
    url = f"{telegram.api_url}/bot{TOKEN}/sendMessage"

    waits = [await failure(request_object, url), await failure(request_object, url)]

    assert [wait.seconds for wait in waits if isinstance(wait, Throttled)] == [7.0, 30.0]


async def test_a_5xx_in_telegrams_words_certainly_failed(request_object: AiohttpRequest, telegram: StandIn) -> None:
    """C61: only Telegram's own JSON makes a 5xx certain."""
    telegram.misbehave("sendMessage", Fault.server_error(500), times=1)

    assert isinstance(await failure(request_object, f"{telegram.api_url}/bot{TOKEN}/sendMessage"), ServerRefused)


async def test_a_rejected_token_is_never_repeated_in_an_error(telegram: StandIn) -> None:
    """C68, P16: python-telegram-bot's own start says the token; ours does not."""
    telegram.misbehave("getMe", Fault.refused(401, "Unauthorized"))
    bot = ExtBot(TOKEN, f"{telegram.api_url}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest())

    with pytest.raises(TokenRejected) as caught:
        await bot.initialize()

    assert TOKEN not in repr(caught.value) + repr(caught.value.__cause__) + repr(caught.value.__context__)
    await bot.shutdown()


async def test_a_redirect_is_not_followed(request_object: AiohttpRequest) -> None:
    """The URL holds the token: it is not carried to another server."""
    async def elsewhere(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/x\r\nContent-Length: 0\r\n\r\n")

    async with raw_server(elsewhere) as url:
        assert isinstance(await failure(request_object, url), Unclear)
