"""The methods of the Bot API that the stand-in knows, by name in small letters, as Telegram compares them."""

from collections.abc import Awaitable, Callable
from types import MappingProxyType
from typing import Any

from bot.playground.methods import account, editing, inline, lookup, receiving, sending
from bot.playground.parameters import Parameters
from bot.playground.state import State

Method = Callable[[State, Parameters], Awaitable[Any]]

# setWebhook is not here: it needs to know how to carry out a method in the body of a delivery (see api.py).
METHODS: MappingProxyType[str, Method] = MappingProxyType({
    "getme": account.get_me,
    "logout": account.log_out,
    "close": account.close,
    "getupdates": receiving.get_updates,
    "deletewebhook": receiving.delete_webhook,
    "getwebhookinfo": receiving.get_webhook_info,
    "answercallbackquery": receiving.answer_callback_query,
    "answerinlinequery": inline.answer_inline_query,
    "sendmessage": sending.send_message,
    "senddocument": sending.send_document,
    "sendphoto": sending.send_photo,
    "sendchataction": sending.send_chat_action,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "setmycommands": account.set_my_commands,
    "getmycommands": account.get_my_commands,
    "deletemycommands": account.delete_my_commands,
    "setmyname": account.set_my_name,
    "getmyname": account.get_my_name,
    "setmydescription": account.set_my_description,
    "getmydescription": account.get_my_description,
    "setmyshortdescription": account.set_my_short_description,
    "getmyshortdescription": account.get_my_short_description,
    "setchatmenubutton": account.set_chat_menu_button,
    "getchatmenubutton": account.get_chat_menu_button,
    "getchat": lookup.get_chat,
    "leavechat": lookup.leave_chat,
    "getfile": lookup.get_file,
})
