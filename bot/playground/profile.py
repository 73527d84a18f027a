"""What people see of the bot besides its messages: name, descriptions, commands and the menu button."""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.playground.chats import Chat
from bot.playground.errors import BadRequest

Json = dict[str, Any]

_COMMAND = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"[a-z]{2}")
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators",
           "chat_member")
# Bot API: longest name, description, short description; longest command and description (BotCommand.cpp); commands a scope.
MAX_LENGTHS = {"name": 64, "description": 512, "short_description": 120}
MAX_COMMAND, MAX_COMMAND_DESCRIPTION, MAX_COMMANDS = 32, 256, 100


@dataclass
class Profile:
    """Texts by (field, language) and commands by (scope, language); the language "" stands for all others."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)

    def set_text(self, name: str, value: str, language: str) -> None:
        """Set name, description or short_description for a language. Raises BadRequest when too long."""
        if len(value) > MAX_LENGTHS[name]:
            raise BadRequest(f"{name.upper()}_TOO_LONG" if name != "name" else "BOT_TITLE_INVALID")
        if value:
            self.texts[name, checked_language(language)] = value
        else:
            self.texts.pop((name, checked_language(language)), None)

    def text(self, name: str, language: str) -> str:
        """Return a text in a language, or the one for all languages, or nothing."""
        return self.texts.get((name, language), self.texts.get((name, ""), ""))

    def menu_for(self, chat: Chat, language: str | None = None) -> list[Json]:
        """Return the commands people see in `chat`: the narrowest scope that has some, in their language first."""
        private = chat.kind == "private"
        scopes = [f"chat_member:{chat.chat_id}:{chat.person_id}", f"chat:{chat.chat_id}",
                  "all_private_chats" if private else "all_group_chats", "default"]
        code = (language if language is not None else chat.language_code or "")[:2]
        for scope in scopes:
            for tongue in (code, ""):
                if self.commands.get((scope, tongue)):
                    return self.commands[scope, tongue]
        return []

    def menu_button(self, chat_id: int | None) -> Json:
        """Return the menu button of a chat, or the one of all chats, or Telegram's own."""
        return self.menu_buttons.get(chat_id, self.menu_buttons.get(None, {"type": "default"}))


def checked_language(code: str) -> str:
    """Return a language code as commands and texts take it: two small letters or empty. Raises BadRequest."""
    if code and not _LANGUAGE.fullmatch(code):
        raise BadRequest("invalid language code specified")
    return code


def scope_key(scope: Any) -> str:
    """Return a scope as one string. Raises BadRequest in Telegram's words."""
    if scope is None:
        return "default"
    if not isinstance(scope, dict):
        raise BadRequest("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = scope.get("type")
    if kind not in _SCOPES:
        raise BadRequest("can't parse BotCommandScope: Unsupported type specified")
    parts = [str(kind)]
    for name, kinds in (("chat_id", ("chat", "chat_administrators", "chat_member")), ("user_id", ("chat_member",))):
        if kind in kinds:
            if name not in scope:
                raise BadRequest(f"can't parse BotCommandScope: Can't find field \"{name}\"")
            parts.append(str(scope[name]))
    return ":".join(parts)


def checked_commands(commands: Any) -> list[Json]:
    """Return a list of commands as Telegram keeps it. Raises BadRequest in Telegram's words."""
    if not isinstance(commands, list):
        raise BadRequest("expected an Array of BotCommand")
    if len(commands) > MAX_COMMANDS:
        raise BadRequest("BOT_COMMANDS_TOO_MUCH")
    return [_command(command) for command in commands]


def _command(command: Any) -> Json:
    if not isinstance(command, dict):
        raise BadRequest("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(command.get(name), str):
            raise BadRequest(f"can't parse BotCommand: Can't find field \"{name}\"")
    text, description = command["command"].strip().removeprefix("/"), command["description"].strip()
    if not text:
        raise BadRequest("command must be non-empty")
    if len(text) > MAX_COMMAND:
        raise BadRequest(f"command length must not exceed {MAX_COMMAND}")
    if not _COMMAND.fullmatch(text):
        raise BadRequest("BOT_COMMAND_INVALID")
    if not description:
        raise BadRequest("command description must be non-empty")
    if len(description) > MAX_COMMAND_DESCRIPTION:
        raise BadRequest(f"command description length must not exceed {MAX_COMMAND_DESCRIPTION}")
    return {"command": text, "description": description}
