"""What reaches somebody who is not writing just now: answers and corrections are neutral at first sight, and Telegram takes them."""

from datetime import date

import pytest

from bot.broadcasts.content import Broadcast, By, Content, Kind, Rule, Segment, State
from bot.i18n import LANGUAGES, Words
from bot.inbox.questions import Letter
from bot.inbox.text import LONGEST_ANSWER
from bot.keys import KeyRing
from bot.replies import Reply
from bot.telegram.render import Renderer
from handlers.corrections import message
from handlers.inbox import answer_to
from tests.contracts.telegram_takes import taken

NASTY = "<b>&amp; [x](y) **z** {$date} =1+1 @all"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [NASTY, "س" * LONGEST_ANSWER, "😀" * (LONGEST_ANSWER // 2), "a\n\nb"])
def test_an_answer_is_one_message_with_a_neutral_first_line(words: Words, key_ring: KeyRing, language: str, text: str) -> None:
    """P13, P26: whatever responders write is shown as written, in one message of at most 4,096 units."""
    texts = taken(answer_to(Letter(1, "0" * 36, language, text, date(2026, 12, 24))), Renderer(words, key_ring))

    assert len(texts) == 1
    assert texts[0].splitlines()[0].strip() == words.text(language, "inbox-answer").strip("*")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_correction_opens_the_entry_and_can_be_stopped(words: Words, key_ring: KeyRing, language: str) -> None:
    """The first lines name no topic; the longest id of an entry fits the button."""
    entry = "a" * 45
    read = Segment((Rule(By.READ, (f"{entry}@{'0' * 16}@2026-11-24",)),))
    content = Content(dict.fromkeys(LANGUAGES, f"Demo title\n\n{NASTY}"), segment=read, kind=Kind.CORRECTION)
    reply: Reply = message(Broadcast("x", State.SENDING, "a", content, False, "", 1, None, None, True, None, 0), language)
    texts = taken(reply, Renderer(words, key_ring))

    lines = [line.strip() for line in texts[0].splitlines() if line.strip()]  # a locked phone shows several
    assert lines[:3] == [words.text(language, key).strip("*") for key in ("announcement-first-line", "correction-why", "correction-first")]
    assert [row[0].action for row in reply.rows[:2]] == [f"e:{language}:n:{entry}", "v:off:n"]
