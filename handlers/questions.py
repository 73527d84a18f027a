"""How the form looks: the consent, a question with why it is asked, the review."""

from collections.abc import Sequence
from datetime import timedelta

from bot.courses.catalogue import Course
from bot.courses.drafts import LIFE, Draft
from bot.courses.form import Answer, Form, Note, asked
from bot.courses.messages import Place
from bot.courses.steps import CHOICES, OPTIONAL, REVIEW, longest
from bot.i18n import day
from bot.knowledge.countries import REGIONS, Countries, Country
from bot.replies import Button, Heading, Lines, Part, Reply, Say
from handlers import cards

COUNTRIES_PAGE = 14  # with regions, steps and the ways out a phone's screen is full
_SHORT = 160  # characters of a written answer in the review: all of them together must fit one message
_HIDDEN = ("contact",)  # taken off the chat when it was given: the review must not put it back
CONTINUE = Button(Say("button-interest-continue"), "i:go")
PAUSE = Button(Say("button-interest-pause"), "i:pause")
DISCARD = Button(Say("button-interest-discard"), "i:x")
MINE = Button(Say("button-interest-mine"), "i:mine")
CLEAR = Button(Say("button-interest-clear-chat"), "d:w")


def consent(course: Course, language: str) -> Reply:
    """Say what is asked, who reads it, how long, how to withdraw; no comes first."""
    parts: list[Part] = [Heading(course.text(language).title), Say("interest-consent")]
    if course.share_with:
        parts.append(Say("interest-consent-partner", {"name": course.share_with}))
    parts.append(Say("interest-consent-ask"))
    no, yes = Button(Say("button-interest-consent-no"), "i:no"), Button(Say("button-interest-consent-yes"), f"i:yes:{course.id}")
    return Reply(language, tuple(parts), ((no,), (yes,), (Button(Say("button-interest-other-way"), url="https://ishr.ch"),)))


def question(draft: Draft, countries: Countries, language: str, before: Sequence[Part] = ()) -> Reply:
    """Show the present question of a form, below `before` and what is to be said about the last answer."""
    form = draft.form
    parts = (*before, *_note(draft, language))
    danger = ((cards.URGENT,),) if draft.said.danger else ()
    if form.step == REVIEW:
        return _review(draft, countries, language, parts, danger)
    order = asked(form)
    head = Say("interest-progress", {"number": str(order.index(form.step) + 1), "total": str(len(order))})
    asks = f"contact-{form.answers['reach']}" if form.step == "contact" else form.step
    ask = Lines((Say(f"interest-ask-{asks}", {"name": form.partner}), Say(f"interest-why-{form.step}")))
    rows = _pending(form) if form.pending else (*_choices(draft, countries, language), *_ways_out(form))
    return Reply(language, (*parts, head, ask), (*danger, *rows, (DISCARD,)))


def countries_of(found: Sequence[Country], region: str, page: int, language: str) -> Reply:
    """Offer the countries of a region, a page at a time, or the region alone."""
    shown = found[page * COUNTRIES_PAGE : (page + 1) * COUNTRIES_PAGE]
    rows = cards.rows(Button(one.names[language], f"i:p:{one.code}") for one in shown)
    back = (Button(Say("button-previous"), f"i:r:{region}:{page - 1}"),) if page else ()
    forth = (Button(Say("button-next"), f"i:r:{region}:{page + 1}"),) if (page + 1) * COUNTRIES_PAGE < len(found) else ()
    only = Button(Say("button-interest-region-only"), f"i:p:{region}")
    return Reply(language, (Say("interest-region"),), (*rows, (*back, *forth), (only,), (Button(Say("button-back"), "i:go"),)))


def paused(draft: Draft, key: str, language: str) -> Reply:
    """Say that the form waits, and until when."""
    until = day((draft.answered_at + LIFE - timedelta(days=1)).date(), language)  # the last whole day
    return Reply(language, (Say(key, {"date": until}),), ((CONTINUE,), (DISCARD,), (cards.MENU,)))


def _note(draft: Draft, language: str) -> tuple[Part, ...]:
    said = draft.said
    parts: list[Part] = [Say("interest-danger")] if said.danger else []
    match said.note:
        case Note.NONE:
            pass
        case Note.TOO_LONG:
            parts.append(Say("interest-note-too-long", {"length": str(said.length), "most": str(longest(draft.form.step))}))
        case note:
            parts.append(Say(f"interest-note-{note.value}"))
    return tuple(parts)


def _pending(form: Form) -> cards.Rows:
    return ((Button(Say("button-interest-again"), f"i:again:{form.step}"),), (Button(Say("button-interest-keep"), f"i:keep:{form.step}"),))


def _choices(draft: Draft, countries: Countries, language: str) -> cards.Rows:
    step = draft.form.step
    if step == "country":
        return _places(draft.said.places, countries, language)
    if step == "languages":
        ticked = draft.form.answers.get(step, ())
        return cards.rows(_tick(one, one in ticked) for one in CHOICES[step])
    every = tuple(Button(Say(f"button-interest-{step}-{one}"), f"i:c:{step}:{one}") for one in CHOICES.get(step, ()))
    return cards.rows(every) if len(every) > len(CHOICES["reach"]) else tuple((one,) for one in every)


def _places(found: Sequence[Place], countries: Countries, language: str) -> cards.Rows:
    known = [country for code, _ in found if (country := countries.get(code)) is not None]
    named = tuple((Button(one.names[language], f"i:p:{one.code}"),) for one in known)
    return (*named, *cards.rows(Button(Say(f"button-region-{region}"), f"i:r:{region}:0") for region in REGIONS))


def _tick(language: str, ticked: bool) -> Button:
    """Show one language; the button says what it does, so that a second tap does nothing more."""
    mark, sign = ("☑", "-") if ticked else ("☐", "+")
    return Button(Say(f"button-interest-languages-{language}", {"text": mark}), f"i:c:languages:{sign}{language}")


def _ways_out(form: Form) -> cards.Rows:
    step = form.step
    skip = ((Button(Say("button-interest-skip"), f"i:k:{step}"),),) if step in OPTIONAL else ()
    answered = step in form.answers
    label = "button-interest-done" if step == "languages" else "button-interest-leave"
    onward = ((Button(Say(label), f"i:on:{step}"),),) if answered or step == "languages" else ()
    first = asked(form)[0] == step and not answered
    return (*onward, *skip, (PAUSE,) if first else (Button(Say("button-back"), f"i:b:{step}"), PAUSE))


def _review(draft: Draft, countries: Countries, language: str, parts: Sequence[Part], danger: cards.Rows) -> Reply:
    order = asked(draft.form)
    answers = [Lines((Say(f"interest-name-{step}"), _shown(step, draft.form.answers[step], countries, language))) for step in order]
    change = cards.rows(Button(Say(f"button-interest-change-{step}"), f"i:e:{step}") for step in order)
    send = Button(Say("button-interest-send"), f"i:send:{draft.course_id}")
    check = Say("interest-review-again" if draft.interest_id else "interest-review")
    return Reply(language, (*parts, check, *answers), (*danger, (send,), *change, (PAUSE, DISCARD)))


def _shown(step: str, answer: Answer, countries: Countries, language: str) -> Say:
    """Return an answer in words."""
    if step in _HIDDEN:
        return Say("interest-hidden")
    if not answer:
        return Say("interest-skipped")
    match step:
        case "country":
            code, region = tuple(answer)
            country = countries.get(code)
            return Say("interest-answer", {"text": country.names[language]}) if country else Say(f"button-region-{region}")
        case "languages":
            return Say("interest-languages", {"text": " · ".join(_LANGUAGES.get(one, "…") for one in answer)})
        case "share":
            return Say("interest-share-yes" if answer[0] == "yes" else "interest-share-no", {"name": answer[1]})
        case "reach" | "organisation" | "experience":
            return Say(f"button-interest-{step}-{answer}")
        case _:
            return Say("interest-answer", {"text": str(answer) if len(answer) <= _SHORT else f"{str(answer)[:_SHORT]}…"})


_LANGUAGES = {"en": "English", "fr": "Français", "ar": "العربية", "pt": "Português", "es": "Español", "sw": "Kiswahili"}  # in their own words
