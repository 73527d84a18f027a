"""The stock bot of the comparison: python-telegram-bot's own echo example with its own webhook server, nothing changed."""

import sys
import warnings

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    assert update.message is not None
    await update.message.reply_text(update.message.text or "")


def main(api_url: str, token: str, port: str, secret: str, at_once: str) -> None:
    """Listen and echo, `at_once` updates at the same time (python-telegram-bot's default is 1)."""
    application = Application.builder().token(token).base_url(f"{api_url}/bot").concurrent_updates(int(at_once)).build()
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))
    application.run_webhook("127.0.0.1", int(port), "telegram", secret_token=secret, webhook_url=f"http://127.0.0.1:{port}/telegram")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(*sys.argv[1:])
