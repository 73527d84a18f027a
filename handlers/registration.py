"""Which handler takes which update: the table of contents of the conversation. Order matters; the first that fits runs."""

from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ChatMemberHandler, CommandHandler, InlineQueryHandler, MessageHandler, TypeHandler, filters

from handlers import (
    browse,
    commanded,
    courses,
    entrance,
    errors,
    files,
    glossary,
    inline,
    interest,
    leaving,
    other,
    pathfinder,
    press,
    privacy,
    risky,
    selecting,
    staffmenu,
    start,
    text,
    urgent,
)

COMMANDS = {
    "start": start.start, "menu": start.show_menu, "urgent": urgent.urgent, "pathfinder": pathfinder.begin, "topics": browse.show_topics,
    "courses": courses.courses, "pause": interest.pause, "cancel": interest.cancel,
    "glossary": glossary.glossary, "language": start.show_languages, "privacy": privacy.privacy, "mydata": privacy.my_data,
    "wipe": privacy.ask_to_wipe, "delete": privacy.ask_to_erase, "help": start.show_help,
}
_TEXT = filters.TEXT & (filters.UpdateType.MESSAGE | filters.UpdateType.EDITED_MESSAGE)
_PLACE = filters.LOCATION | filters.CONTACT | filters.VENUE
_MEDIA = (filters.PHOTO | filters.VOICE | filters.VIDEO | filters.VIDEO_NOTE | filters.AUDIO | filters.ANIMATION | filters.Document.ALL
          | filters.PAID_MEDIA)


def register(application: Application[Any, Any, Any, Any, Any, Any], *, inline_mode: bool = False) -> None:
    """Add every handler to `application`; the one for inline queries only where the operator wants them."""
    application.add_handler(TypeHandler(Update, entrance.enter), group=-4)
    application.add_handler(MessageHandler(filters.COMMAND & filters.UpdateType.MESSAGE, leaving.set_aside), group=-3)
    application.add_handler(MessageHandler(_TEXT, risky.take_away), group=-2)
    application.add_handler(MessageHandler(filters.COMMAND & filters.UpdateType.MESSAGE, commanded.look), group=-1)
    application.add_handler(MessageHandler(_TEXT & ~filters.COMMAND, text.text))
    application.add_handler(CallbackQueryHandler(press.press))
    for command, handler in COMMANDS.items():
        application.add_handler(CommandHandler(command, handler))
    application.add_handler(CommandHandler("staff", staffmenu.staff))  # in no menu: for everybody else it is unknown
    application.add_handler(CommandHandler("selection", selecting.selecting))
    application.add_handler(CommandHandler("stats", selecting.show_stats))
    application.add_handler(MessageHandler(filters.COMMAND & filters.UpdateType.MESSAGE, other.unknown_command))
    application.add_handler(MessageHandler(filters.Sticker.ALL & filters.UpdateType.MESSAGE, other.sticker))
    application.add_handler(MessageHandler(_MEDIA & filters.UpdateType.MESSAGE, files.file))
    application.add_handler(MessageHandler(_PLACE & filters.UpdateType.MESSAGE, other.place))
    if inline_mode:
        application.add_handler(InlineQueryHandler(inline.offer))
    application.add_handler(ChatMemberHandler(other.membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(errors.note_gone)
