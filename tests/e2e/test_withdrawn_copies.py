"""A question that is withdrawn leaves the chats of responders, too; and what else they are told about its language."""

from bot.i18n import Words
from bot.staff.roles import Role
from tests.e2e.test_inbox import ANSWER, QUESTION, Known, asked, listed, make_staff, opened, says
from tests.process import BotProcess


async def test_a_withdrawn_question_leaves_the_chats_of_who_opened_it(person: Known, bot: BotProcess, words: Words) -> None:
    """Two opened it; one has gone on to another question in the same message, which stays."""
    phone, other, reading, gone_on = [await person("en") for _ in range(4)]
    for responder in (reading, gone_on):
        await make_staff(bot, responder, Role.RESPONDER)
    mine, theirs = "Which demo tree bears withdrawn pears?", "Which demo tree bears plums that stay?"
    await asked(phone, words, "en", mine)
    await asked(other, words, "en", theirs)
    for responder, last in ((reading, mine), (gone_on, theirs)):
        await listed(bot, responder)
        await opened(responder, mine)
        await opened(responder, last)

    await phone.press(words.text("en", "button-inbox-mine"))
    await phone.edit()
    await phone.press(words.text("en", "button-inbox-withdraw"))
    done = (await phone.edit()).text
    assert says(words, "en", "inbox-withdrawn") in done
    assert "48 hours" in done
    assert "Nobody" not in done
    assert not any(mine in message.text for responder in (reading, gone_on) for message in responder.messages)
    assert any(theirs in message.text for message in gone_on.messages)


async def test_the_check_says_in_which_language_it_was_asked(person: Known, bot: BotProcess, words: Words) -> None:
    """An English answer to an Arabic question does not go out without a word."""
    phone, responder = await person("ar"), await person("en")
    await make_staff(bot, responder, Role.RESPONDER)
    question = QUESTION["ar"] + " 24"
    await asked(phone, words, "ar", question)
    await listed(bot, responder)
    await opened(responder, question)
    assert "asked in Arabic" in responder.last.text
    await responder.press("Answer")
    assert "Write the answer in Arabic" in (await responder.reply()).text
    assert "The question was asked in Arabic. Is the answer in that language?" in (await responder.asks(ANSWER["en"])).text
