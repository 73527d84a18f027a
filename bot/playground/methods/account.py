"""The bot's own account: getMe, its texts, commands and menu button, logOut and close."""

from bot.playground.chats import Json
from bot.playground.errors import BadRequest
from bot.playground.methods.receiving import stop_webhook
from bot.playground.parameters import Parameters
from bot.playground.profile import checked_commands, checked_language, scope_key
from bot.playground.state import State


async def get_me(state: State, _call: Parameters) -> Json:
    """Return the bot's User object with what only getMe tells."""
    return {**state.bot_as_json(), "can_join_groups": True, "can_read_all_group_messages": False,
            "supports_inline_queries": False, "can_connect_to_business": False, "has_main_web_app": False,
            "has_topics_enabled": False, "allows_users_to_create_topics": False, "can_manage_bots": False}


async def set_my_commands(state: State, call: Parameters) -> bool:
    """Set the commands of a scope and language; an empty list removes them."""
    commands = checked_commands(call.structure("commands", "can't parse commands JSON object") or [])
    state.profile.commands[_key(call)] = commands
    _tell_chats(state)
    return True


async def get_my_commands(state: State, call: Parameters) -> list[Json]:
    """Return the commands of exactly this scope and language."""
    return state.profile.commands.get(_key(call), [])


async def delete_my_commands(state: State, call: Parameters) -> bool:
    """Remove the commands of a scope and language."""
    state.profile.commands.pop(_key(call), None)
    _tell_chats(state)
    return True


async def set_my_name(state: State, call: Parameters) -> bool:
    """Set the bot's name in a language."""
    state.profile.set_text("name", call.text("name"), call.text("language_code"))
    _tell_chats(state)
    return True


async def get_my_name(state: State, call: Parameters) -> Json:
    """Return the bot's name in a language."""
    return {"name": state.profile.text("name", call.text("language_code")) or str(state.bot_as_json()["first_name"])}


async def set_my_description(state: State, call: Parameters) -> bool:
    """Set the text an empty chat shows."""
    state.profile.set_text("description", call.text("description"), call.text("language_code"))
    _tell_chats(state)
    return True


async def get_my_description(state: State, call: Parameters) -> Json:
    """Return the text an empty chat shows."""
    return {"description": state.profile.text("description", call.text("language_code"))}


async def set_my_short_description(state: State, call: Parameters) -> bool:
    """Set the text of the bot's profile page."""
    state.profile.set_text("short_description", call.text("short_description"), call.text("language_code"))
    return True


async def get_my_short_description(state: State, call: Parameters) -> Json:
    """Return the text of the bot's profile page."""
    return {"short_description": state.profile.text("short_description", call.text("language_code"))}


async def set_chat_menu_button(state: State, call: Parameters) -> bool:
    """Set the menu button of one private chat, or of all."""
    button = call.structure("menu_button", "can't parse menu button JSON object") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise BadRequest("can't parse menu button: Unsupported type specified")
    state.profile.menu_buttons[_chat_or_all(state, call)] = button
    return True


async def get_chat_menu_button(state: State, call: Parameters) -> Json:
    """Return the menu button of one private chat, or of all."""
    return state.profile.menu_button(_chat_or_all(state, call))


async def log_out(state: State, _call: Parameters) -> bool:
    """Log out: from now on every call is refused, as by Telegram's cloud for ten minutes."""
    await stop_webhook(state)
    state.logged_out = True
    return True


async def close(state: State, _call: Parameters) -> bool:
    """Close the bot's instance; delivery stops until it is set up again."""
    await stop_webhook(state)
    return True


def _key(call: Parameters) -> tuple[str, str]:
    scope = call.structure("scope", "can't parse BotCommandScope JSON object")
    return scope_key(scope), checked_language(call.text("language_code"))


def _chat_or_all(state: State, call: Parameters) -> int | None:
    return state.chats.addressed(call.text("chat_id")).chat_id if call.text("chat_id") else None


def _tell_chats(state: State) -> None:
    for chat in state.chats:
        state.tell("commands", chat, True, None)
