"""How an announcement looks to whoever gets it: the same for the preview, the test and the sending."""

from bot.broadcasts.content import Broadcast, Content, Kind
from bot.replies import Button, Reply, Say, Typed

FIRST = Say("announcement-first-line")  # a locked phone shows what follows, too: the author is told so
_OWN = Button(Say("button-interest-mine"), "i:mine")  # letters say that one can withdraw in the chat
_STOP = {Kind.ANNOUNCEMENT: "A:quiet"}  # letters and incidents are not to be missed; corrections have a message of their own


def compose(broadcast: Broadcast, language: str) -> Reply:
    """Return the message that readers of `language` get."""
    return message(broadcast.content, language)


def message(content: Content, language: str) -> Reply:
    """Return it for a text that is still being written: a neutral first line, the text, why the person gets it, one tap to stop."""
    read = content.language_for(language) or language
    parts = (FIRST, Typed(content.texts.get(read, "")), Say(f"announcement-why-{content.kind}"))
    stop = ((Button(Say("button-announcement-stop"), _STOP[content.kind]),),) if content.kind in _STOP else ()
    own = ((_OWN,),) if content.kind is Kind.LETTERS else ()
    return Reply(read, parts, (*_course_buttons(content), *own, *stop))


def _course_buttons(content: Content) -> tuple[tuple[Button, ...], ...]:
    if not content.course_id:
        return ()
    actions = {"open": f"o:c:{content.course_id}", "register": f"i:new:{content.course_id}"}
    return tuple((Button(Say(f"button-announcement-{name}"), action),) for name, action in actions.items() if name in content.buttons)
