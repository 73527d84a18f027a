"""What Telegram shows of the bot before a word is said: commands and descriptions, in the three languages."""

from collections.abc import Iterable

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError

from bot.i18n import FALLBACK, LANGUAGES, Words
from bot.logs import get_logger

log = get_logger()


async def introduce(bot: Bot, words: Words, commands: Iterable[str]) -> None:
    """Set commands and descriptions for each language, English for all others. A refusal is logged: the bot works without."""
    names = tuple(commands)
    for language in (None, *LANGUAGES):
        try:
            await _introduce(bot, words, names, language)
        except TelegramError as error:
            log.warning("introduction_refused", language=language or "default", error=type(error).__name__)


async def _introduce(bot: Bot, words: Words, names: tuple[str, ...], language: str | None) -> None:
    spoken = language or FALLBACK
    commands = [BotCommand(name, words.text(spoken, f"command-{name}")) for name in names]
    await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code=language)
    await bot.set_my_description(words.text(spoken, "description"), language_code=language)
    await bot.set_my_short_description(words.text(spoken, "short-description"), language_code=language)
