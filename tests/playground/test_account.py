"""The bot's account, commands, files, and how calls may be written."""

import io
from typing import Any

import aiohttp
import pytest

from bot.playground import Phone, StandIn
from tests.playground.conftest import Wire

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02" + b"\0" * 20


async def test_get_me(wire: Wire) -> None:
    """The bot learns its own id and name."""
    me = await wire.result("getMe")

    assert (me["id"], me["is_bot"], me["can_join_groups"]) == (1, True, True)


@pytest.mark.parametrize(("token", "code", "description"), [("2:other", 401, "Unauthorized"), ("nonsense", 404, "Not Found")])
async def test_wrong_token(telegram: StandIn, token: str, code: int, description: str) -> None:
    """A token of another bot is unauthorized; what is no token is not found."""
    async with aiohttp.ClientSession() as session, session.get(f"{telegram.api_url}/bot{token}/getMe") as answer:
        assert (answer.status, (await answer.json())["description"]) == (code, description)


async def test_unknown_method(wire: Wire) -> None:
    """A method that does not exist is 404; small and capital letters do not matter."""
    assert await wire.refusal("sendNothing") == (404, "Not Found: method not found")
    assert (await wire.result("GETME"))["id"] == 1


async def test_every_kind_of_body(wire: Wire, phone: Phone) -> None:
    """GET, JSON, a form and multipart all say the same."""
    fields = {"chat_id": str(phone.id), "text": "é", "reply_markup": '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}'}
    multipart = aiohttp.FormData(fields, default_to_multipart=True)
    url = f"{wire.base}/sendMessage"
    for request in (wire.session.get(url, params=fields), wire.session.post(url, json=fields), wire.session.post(url, data=fields),
                    wire.session.post(url, data=multipart)):
        async with request as answer:
            result = (await answer.json())["result"]
            assert (result["text"], result["reply_markup"]["inline_keyboard"][0][0]["callback_data"]) == ("é", "b")


async def test_bodies_that_are_no_json(wire: Wire) -> None:
    """A broken JSON body is refused."""
    for body in (b"{", b"[1]"):
        async with wire.session.post(f"{wire.base}/getMe", data=body, headers={"Content-Type": "application/json"}) as answer:
            assert answer.status == 400


async def test_commands_by_language_and_scope(wire: Wire, telegram: StandIn, phone: Phone) -> None:
    """People see the commands of the narrowest scope in their language; getMyCommands tells exactly one set."""
    await wire.result("setMyCommands", commands=[{"command": "start", "description": "Start"}])
    await wire.result("setMyCommands", commands=[{"command": "start", "description": "ابدأ"}], language_code="ar")
    assert phone.menu == [{"command": "start", "description": "ابدأ"}]
    assert telegram.person("Demo", "de").menu[0]["description"] == "Start"
    scope = {"type": "chat", "chat_id": phone.id}
    await wire.result("setMyCommands", commands=[{"command": "staff", "description": "Staff"}], scope=scope)
    assert phone.menu[0]["command"] == "staff"
    assert await wire.result("getMyCommands", language_code="fr") == []
    assert (await wire.result("getMyCommands", scope=scope))[0]["command"] == "staff"
    assert await wire.result("deleteMyCommands", scope=scope) is True
    assert phone.menu[0]["command"] == "start"


@pytest.mark.parametrize(("parameters", "reason"), [
    ({"commands": [{"command": "Über", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ({"commands": [{"command": "a" * 33, "description": "x"}]}, "command length must not exceed 32"),
    ({"commands": [{"command": "a", "description": "x" * 257}]}, "command description length must not exceed 256"),
    ({"commands": [{"command": "a"}]}, 'can\'t parse BotCommand: Can\'t find field "description"'),
    ({"commands": [], "scope": {"type": "moon"}}, "can't parse BotCommandScope: Unsupported type specified"),
    ({"commands": [], "language_code": "french"}, "invalid language code specified"),
])
async def test_refused_commands(wire: Wire, parameters: dict[str, Any], reason: str) -> None:
    """Wrong commands, scopes and languages are refused."""
    assert await wire.refusal("setMyCommands", **parameters) == (400, f"Bad Request: {reason}")


async def test_texts_of_the_profile(wire: Wire) -> None:
    """Name and descriptions are kept by language, within Telegram's lengths."""
    await wire.result("setMyName", name="Dalil")
    await wire.result("setMyDescription", description="Bonjour", language_code="fr")
    await wire.result("setMyShortDescription", short_description="Guide")

    assert (await wire.result("getMe"))["first_name"] == "Dalil"
    assert await wire.result("getMyName", language_code="fr") == {"name": "Dalil"}
    assert await wire.result("getMyDescription", language_code="fr") == {"description": "Bonjour"}
    assert await wire.result("getMyDescription") == {"description": ""}
    assert await wire.result("getMyShortDescription", language_code="ar") == {"short_description": "Guide"}
    assert (await wire.refusal("setMyDescription", description="x" * 513))[0] == 400


async def test_menu_button_and_chat(wire: Wire, phone: Phone) -> None:
    """The menu button is set and read; getChat knows the chat, leaveChat refuses a private one."""
    await wire.result("setChatMenuButton", menu_button={"type": "commands"})
    assert await wire.result("getChatMenuButton", chat_id=phone.id) == {"type": "commands"}
    assert (await wire.refusal("setChatMenuButton", menu_button={"type": "x"}))[0] == 400
    assert (await wire.result("getChat", chat_id=phone.id))["first_name"] == "Demo Amina"
    assert await wire.refusal("getChat", chat_id=4) == (400, "Bad Request: chat not found")
    assert (await wire.refusal("leaveChat", chat_id=phone.id))[0] == 400


async def test_files_from_a_person(wire: Wire, telegram: StandIn, phone: Phone) -> None:
    """A bot fetches what a person attached, and only with its token."""
    said = await phone.sends_document("letter.txt", b"hello", "text/plain", caption="here")
    found = await wire.result("getFile", file_id=said.raw["document"]["file_id"])
    address = f"{telegram.api_url}/file/bot%s/{found['file_path']}"
    async with wire.session.get(address % telegram.token) as answer:
        assert await answer.read() == b"hello"
    async with wire.session.get(address % "2:other") as answer:
        assert answer.status == 404
    assert (await wire.refusal("getFile", file_id="x"))[1].startswith("Bad Request: wrong file_id")
    photo = await phone.sends_photo(PNG)
    assert (photo.raw["photo"][0]["width"], photo.raw["photo"][0]["height"]) == (3, 2)


async def test_files_from_the_bot(wire: Wire, phone: Phone) -> None:
    """Documents and photos are uploaded by name or attach://, and sent again by file_id."""
    form = aiohttp.FormData({"chat_id": str(phone.id), "caption": "<b>c</b>", "parse_mode": "HTML"})
    form.add_field("document", io.BytesIO(b"data"), filename="a.csv", content_type="text/csv")
    async with wire.session.post(f"{wire.base}/sendDocument", data=form) as answer:
        sent = (await answer.json())["result"]
    assert (sent["document"]["file_name"], sent["document"]["file_size"], sent["caption"]) == ("a.csv", 4, "c")
    again = await wire.result("sendDocument", chat_id=phone.id, document=sent["document"]["file_id"])
    assert again["document"]["file_name"] == "a.csv"
    form = aiohttp.FormData({"chat_id": str(phone.id), "photo": "attach://p"})
    form.add_field("p", PNG, filename="p.png")
    async with wire.session.post(f"{wire.base}/sendPhoto", data=form) as answer:
        assert (await answer.json())["result"]["photo"][0]["width"] == 3
    assert await wire.refusal("sendPhoto", chat_id=phone.id) == (400, "Bad Request: there is no photo in the request")
    assert (await wire.refusal("sendPhoto", chat_id=phone.id, photo=sent["document"]["file_id"]))[1] == "Bad Request: IMAGE_PROCESS_FAILED"
    assert (await wire.result("editMessageCaption", chat_id=phone.id, message_id=again["message_id"], caption="new"))["caption"] == "new"
    refusal = await wire.refusal("editMessageText", chat_id=phone.id, message_id=again["message_id"], text="x")
    assert refusal == (400, "Bad Request: there is no text in the message to edit")


async def test_log_out(wire: Wire) -> None:
    """After logOut every call is refused."""
    assert await wire.result("close") is True
    assert await wire.result("logOut") is True
    assert await wire.refusal("getMe") == (400, "Logged out")
