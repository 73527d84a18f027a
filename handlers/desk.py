"""How an announcement looks to whoever writes it: the desk with its parts, the choices, what stops it from being sent."""

import re
from collections.abc import Mapping
from datetime import datetime

from bot.announcing import message
from bot.broadcasts.content import Broadcast, Content, State
from bot.i18n import LANGUAGES, NAMES, moment
from bot.naming import Reader
from bot.replies import Button, Choice, Heading, Lines, Part, Reply, Say
from bot.reporting import starts
from bot.telegram.render import Renderer, plain, units
from handlers import audience
from handlers.cards import MENU, Rows, rows
from handlers.staff import BACK

CAPTION = 1024  # UTF-16 units below a picture or document (Bot API, sendPhoto)
TEXT = 4096  # of a message
ZONES = ("Europe/Zurich", "Africa/Dakar", "Africa/Lagos", "Africa/Nairobi", "Africa/Tunis", "Africa/Cairo", "Asia/Beirut", "Asia/Bangkok", "UTC")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{1,2}:[0-9]{2}")
_AS_TYPED = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", "\u200e\u200f\u061c\u2066\u2067\u2068\u2069")
_PREVIEW = 60  # characters of each text on the desk
EDITABLE = (State.DRAFT, State.WAITING, State.RELEASED, State.LATE)


def desk(broadcast: Broadcast, counts: Mapping[str, int], reader: Reader) -> Reply:
    """Return the desk: what is written so far, to how many, and what can be done next."""
    content, row, language = broadcast.content, broadcast.id, reader.language
    title = reader.titles.get(content.course_id, content.course_id) if content.course_id else ""
    texts = tuple(Heading(f"{NAMES[one]}: {_shortened(content.texts[one])}") for one in LANGUAGES if one in content.texts)
    parts: tuple[Part, ...] = (
        Say("desk", {"state": Choice(broadcast.state)}), *((Heading(title),) if title else ()), Lines(texts) if texts else Say("desk-no-text"),
        audience.summary(content, reader), _count(content, counts, reader), planned(broadcast, language),
        *((rest(content),) if content.texts or content.media or content.buttons else ()))
    write = rows(Button(Say("button-desk-text", {"language": NAMES[one]}), f"V:t:{row}:{one}") for one in LANGUAGES)
    more = rows((
        Button(Say("button-desk-who"), f"V:w:{row}"), Button(Say("button-desk-when"), f"V:h:{row}"),
        Button(Say("button-desk-missing"), f"V:f:{row}"), Button(Say("button-desk-media"), f"V:m:{row}"),
        *((Button(Say("button-desk-buttons"), f"V:b:{row}"),) if content.course_id else ()),
    ))
    look = (Button(Say("button-desk-preview"), f"V:P:{row}"), Button(Say("button-desk-dry"), f"V:d:{row}"))
    return Reply(language, parts, (*write, *more, look, *_next(broadcast), (BACK, MENU)))


def too_long(content: Content, language: str, renderer: Renderer, chat_id: int) -> int:
    """Return by how many UTF-16 units the message of `language` exceeds what Telegram takes; 0 or less when it fits."""
    whole = "\n\n".join(renderer.render(message(content, language), chat_id).texts)
    return units(plain(whole)) - (CAPTION if content.media else TEXT)


def longest(content: Content, renderer: Renderer, chat_id: int) -> int:
    """Return by how many units the longest of its texts is too long; 0 when all fit."""
    return max((too_long(content, one, renderer, chat_id) for one in content.texts), default=0)


def missing(content: Content, row: str, language: str) -> Reply:
    """Ask what people get whose language has no text."""
    choices = [Button(f"{'✅ ' if content.fallback == one else ''}{NAMES[one]}", f"V:f:{row}:{one}") for one in LANGUAGES if one in content.texts]
    skip = Button(Say("button-desk-skip", {"chosen": Choice("no" if content.fallback else "yes")}), f"V:f:{row}:-")
    return Reply(language, (Say("desk-missing"),), (*rows(choices), (skip,), (_to_desk(row),)))


def buttons(content: Content, row: str, language: str) -> Reply:
    """Offer the buttons below the text."""
    chosen = {name: Choice("yes" if name in content.buttons else "no") for name in ("open", "register")}
    toggles = [Button(Say(f"button-desk-{name}", {"chosen": mark}), f"V:b:{row}:{name}") for name, mark in chosen.items()]
    return Reply(language, (Say("desk-buttons"),), (*rows(toggles), (_to_desk(row),)))


def times(content: Content, row: str, language: str) -> Reply:
    """Ask when: at once, or a day and hour in a named time zone."""
    zones = [Button(f"{'✅ ' if content.zone == zone else ''}{zone}", f"V:h:{row}:{place}") for place, zone in enumerate(ZONES)]
    now = Button(Say("button-desk-now"), f"V:h:{row}:n")
    return Reply(language, (Say("desk-when", {"zone": content.zone}), when(content, language)), ((now,), *rows(zones), (_to_desk(row),)))


def dry_run(broadcast: Broadcast, counts: Mapping[str, int], left: Mapping[str, int], fits: tuple[Say, ...], reader: Reader) -> Reply:
    """Say who would get it, by language and by what they fit, and who would not and why; numbers only, small ones hidden where they tell of interests."""
    content, rough = broadcast.content, broadcast.content.segment.about_interests
    reached = tuple(Heading(f"{NAMES[one]}: {reader.rough(content, counts[one])}") for one in LANGUAGES if one in counts)
    why_not = {"language": counts.get("skipped", 0), **left}.items()
    reasons = tuple(Say(f"dry-{name}", {"count": reader.rough(content, number)}) for name, number in why_not if number)
    many = _reached(counts)
    whole = Say("dry-run-rough", {"count": reader.rough(content, many)}) if rough else Say("dry-run", {"count": many})
    by_language = (Lines(reached),) if reached else ()
    by_value = (Say("dry-fits"), Lines(fits)) if fits else ()
    left_out = (Say("dry-left-out"), Lines(reasons)) if reasons else ()
    return Reply(reader.language, (whole, *by_language, *by_value, *left_out), ((_to_desk(broadcast.id),),))


def rest(content: Content) -> Part:
    """Say what else belongs to it: what readers get whose language has no text, and the buttons."""
    without = tuple(one for one in LANGUAGES if one not in content.texts)
    fallback = (Say("desk-falls-back", {"other": Choice(content.fallback)}) if content.fallback else Say("desk-skips"),) if without else ()
    buttons = tuple(Say(f"desk-has-{name}") for name in ("open", "register") if name in content.buttons)
    return Lines((*fallback, *buttons, *((Say(f"desk-has-{content.media.partition(':')[0]}"),) if content.media else ())))


def when(content: Content, language: str) -> Part:
    """Say when it is to go."""
    if content.send_at is None:
        return Say("desk-at-once")
    return Say("desk-at", {"time": moment(content.send_at, language, content.zone), "zone": content.zone})


def planned(broadcast: Broadcast, language: str) -> Part:
    """Say when it goes: the instant that the release came to, or before a release the wish."""
    if broadcast.state is State.RELEASED and broadcast.starts_at is not None:
        return starts(broadcast, broadcast.starts_at, language)
    return when(broadcast.content, language)


def ask(key: str, row: str, language: str, **values: object) -> Reply:
    """Ask for a text that is typed next."""
    return Reply(language, (Say(key, values),), ((_to_desk(row),),))


def read_time(text: str, zone: datetime) -> datetime | None:
    """Return the instant that "2027-01-15 18:00" means in the zone of `zone`; None for anything else, also for what says more ("PM", a zone).

    An Arabic keyboard writes other digits, and marks of direction that nobody sees.
    """
    plain_digits = " ".join(text.translate(_AS_TYPED).split())
    if not _TIME.fullmatch(plain_digits):  # strptime takes less and more than one digit
        return None
    try:
        typed = datetime.strptime(plain_digits, "%Y-%m-%d %H:%M")  # noqa: DTZ007  # its zone comes next
    except ValueError:
        return None
    return typed.replace(tzinfo=zone.tzinfo)


def _next(broadcast: Broadcast) -> Rows:
    row = broadcast.id
    ask_for_it = (Button(Say("button-desk-ask"), f"V:a:{row}"),)
    if broadcast.state is State.DRAFT:
        return (ask_for_it, (Button(Say("button-desk-discard"), f"V:x:{row}"),))
    again = (ask_for_it,) if broadcast.state is State.WAITING else ()  # when it would now reach another number of people
    return (*again, (Button(Say("button-announcement-end"), f"V:s:{row}"),))


def _count(content: Content, counts: Mapping[str, int], reader: Reader) -> Part:
    """Say how many it reaches, as you go."""
    many, skipped = _reached(counts), counts.get("skipped", 0)
    if not content.segment.about_interests:
        return Say("desk-count", {"count": many, "skipped": skipped})
    without = (Say("desk-skipped-rough", {"count": reader.rough(content, skipped)}),) if skipped else ()
    return Lines((Say("desk-count-rough", {"count": reader.rough(content, many)}), *without))


def _to_desk(row: str) -> Button:
    return Button(Say("button-desk"), f"V:e:{row}")


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _PREVIEW else line[:_PREVIEW].rstrip() + "…"


def _reached(counts: Mapping[str, int]) -> int:
    return sum(number for language, number in counts.items() if language != "skipped")
