"""What is said to a message that asks nothing of the guide: thanks, greetings, and questions about the bot itself, with the buttons that fit."""

from bot.knowledge.outcome import Match
from bot.replies import Button, Reply, Say
from handlers.cards import ASK_TEAM, CLEAR, GLOSSARY, MENU, TOPICS, URGENT

_PRIVACY, _DATA, _ERASE = Button(Say("button-privacy"), "p"), Button(Say("button-mydata"), "d:m"), Button(Say("button-delete"), "d:d")
_USUAL = (TOPICS, URGENT, MENU)
_BUTTONS = {
    "human": (ASK_TEAM, URGENT, MENU), "made": (_PRIVACY, ASK_TEAM, URGENT, MENU), "police": (_PRIVACY, CLEAR, URGENT, MENU),
    "secret": (_PRIVACY, CLEAR, URGENT, MENU), "kept": (_PRIVACY, _DATA, _ERASE, URGENT, MENU), "lost": (GLOSSARY, TOPICS, ASK_TEAM, URGENT, MENU),
}


def answer(match: Match, above: tuple[tuple[Button, ...], ...] = ()) -> Reply:
    """Return the answer to small talk, one button a row: the right one first, urgent help always among them; then the rows `above`."""
    kind = match.smalltalk or "help"
    rows = tuple((button,) for button in _BUTTONS.get(kind, _USUAL))
    return Reply(match.language, (Say(f"smalltalk-{kind}"),), (*rows, *above))
