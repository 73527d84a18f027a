"""Answers as text: of a form under way (a draft), and as they are sent, flat, for whoever reads them."""

import json
from dataclasses import asdict
from typing import Any

from bot.courses.form import Answer, Form, Note, Said, asked, placed
from bot.courses.steps import REVIEW


def dump(form: Form, said: Said, mark: str) -> str:
    """Return what a draft keeps beside its step: the answers, what was said last (to say it again), a partner's referral mark."""
    return json.dumps({"answers": form.answers, "pending": form.pending, "flagged": form.flagged, "said": asdict(said), "mark": mark}, ensure_ascii=False)


def parse(text: str, step: str, partner: str) -> tuple[Form, Said, str]:
    """Read what `dump` wrote; `partner` is whom the course shares answers with now."""
    data = json.loads(text)
    said = data["said"]
    form = Form(step, {name: _frozen(answer) for name, answer in data["answers"].items()}, partner, data["pending"], data["flagged"])
    places = tuple((code, region) for code, region in said["places"])
    return placed(form), Said(Note(said["note"]), said["length"], places, said["remove"], said["danger"]), data["mark"]


def dump_sent(form: Form, mark: str) -> str:
    """Return the answers to the questions of this form, and no others: one value each, so that a reader needs no knowledge of the form."""
    answers = form.answers
    sent: dict[str, Any] = {step: answers[step] for step in asked(form) if step not in ("contact", "country", "share")}
    sent["country"], sent["region"] = tuple(answers["country"]) or ("", "")
    if "contact" in asked(form):
        sent["contact_detail"] = answers["contact"][1]
    if form.partner:
        sent["share"], sent["partner"] = tuple(answers["share"])
    return json.dumps({**sent, "mark": mark}, ensure_ascii=False)


def parse_sent(text: str, partner: str) -> tuple[Form, str]:
    """Return the form at its review, or at the question about a partner that is new, with the answers that `dump_sent` wrote; and the mark."""
    sent = json.loads(text)
    answers: dict[str, Answer] = {name: _frozen(value) for name, value in sent.items() if name not in _FLAT}
    place = (sent["country"], sent["region"])
    answers["country"] = place if any(place) else ""
    if "contact_detail" in sent:
        answers["contact"] = (sent["reach"], sent["contact_detail"])
    if "share" in sent:
        answers["share"] = (sent["share"], sent["partner"])
    return placed(Form(REVIEW, answers, partner)), sent["mark"]


def region(form: Form) -> str:
    """Return the region that was answered, "" when it was skipped."""
    return (tuple(form.answers.get("country", ())) or ("", ""))[1]


_FLAT = ("country", "region", "contact_detail", "share", "partner", "mark")


def _frozen(answer: Any) -> Answer:
    return tuple(answer) if isinstance(answer, (list, tuple)) else str(answer)


