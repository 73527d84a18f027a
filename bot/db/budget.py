"""The data budget (safety.md 2.2): what may be stored, of which class it is, and how long it lives.

A test walks the schema: a column that is not in this table fails it, and docs/privacy.md says the same in plain words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column says about somebody."""

    TECHNICAL = "technical"  # numbers and times of the machinery
    PSEUDONYM = "pseudonym"  # finds one person's rows, with a key or a code that is not in the database
    SEALED = "sealed"  # AES-256-GCM, bound to its row
    COARSE = "coarse"  # true of many people: a month, a language, a region
    ANONYMOUS = "anonymous"  # counts
    PUBLIC = "public"  # what the bot shows everybody


class Life(StrEnum):
    """When a column's row goes."""

    PERSON = "with the person"
    GONE = "30 days, then the row goes"
    DAY = "24 hours"
    TWO_DAYS = "48 hours"
    YEAR = "12 months"
    ALWAYS = "always"
    COURSE = "with the course"
    SUBSCRIPTION = "until stopped, at most with the person"
    DRAFT = "7 days after the last answer"
    INTEREST = "90 days after the decision"
    MONTH = "30 days"
    STAFF = "while a member of staff"
    INVITATION = "until used, at most 48 hours"
    BROADCAST = "12 months after its end"
    DELIVERY = "30 days after the end, then totals only"
    FOLLOW = "60 days"
    NEWS = "until told, at most 7 days"

    @property
    def number(self) -> int:
        """The figure in it, for example 7 of "7 days after the last answer". Raises ValueError where there is none."""
        return int(self.split(" ", 1)[0])


@dataclass(frozen=True, slots=True)
class Kept:
    """Class and life of one column."""

    kind: Kind
    life: Life


def _table(life: Life, **columns: Kind) -> dict[str, Kept]:
    return {name: Kept(kind, life) for name, kind in columns.items()}


_T, _P, _S, _C, _A, _O = Kind.TECHNICAL, Kind.PSEUDONYM, Kind.SEALED, Kind.COARSE, Kind.ANONYMOUS, Kind.PUBLIC

BUDGET: Mapping[str, Mapping[str, Kept]] = {
    "people": {
        **_table(Life.PERSON, id=_T, lookup=_P, lookup_key=_T, chat_id=_S, language=_C, consent_version=_T, joined_month=_C, active_month=_C,
                 quiet=_C, corrections=_C, asked_to_hear=_C, one_language=_C),
        "gone_on": Kept(_C, Life.GONE),
    },
    "dialogs": _table(Life.DAY, lookup=_P, state=_S, expires_at=_T),
    "traces": _table(Life.TWO_DAYS, id=_T, lookup=_P, messages=_S, at=_T),
    "tombstones": _table(Life.MONTH, row=_T, erased_on=_T),
    "tallies": _table(Life.YEAR, day=_A, language=_A, topic=_A, outcome=_A, count=_A),
    "finished_updates": _table(Life.TWO_DAYS, update_id=_T, finished_at=_T),
    "quarantined_updates": _table(Life.TWO_DAYS, update_id=_T, error=_T, at=_T),
    "key_canary": _table(Life.ALWAYS, id=_T, sealed=_S),
    "courses": _table(
        Life.COURSE, id=_O, state=_O, kind=_O, regions=_O, languages=_O, audiences=_O, starts_on=_O, ends_on=_O, city=_O, country=_O, seats=_O,
        opens_at=_O, deadline=_O, zone=_O, partners=_O, share_with=_O, texts=_O, changed_at=_T),
    "letters": _table(Life.COURSE, course_id=_O, outcome=_O, language=_O, text=_O),
    "subscriptions": _table(Life.SUBSCRIPTION, id=_T, person_id=_T, region=_C, kind=_C, language=_C),
    "drafts": _table(
        Life.DRAFT, id=_T, person_id=_T, course_id=_C, interest_id=_T, step=_T, answers=_S, last_update=_T, asked_message=_T, answered_at=_T),
    "interests": _table(
        Life.INTEREST, id=_T, person_id=_T, course_id=_C, code=_P, state=_C, language=_C, region=_C, answers=_S, version=_T, sent_on=_C, decided_on=_C),
    "reviews": _table(Life.INTEREST, id=_T, interest_id=_T, reviewer=_P, abstained=_T, content=_S, filed_at=_T, account_mark=_P),
    "decisions": _table(Life.INTEREST, interest_id=_T, outcome=_C, decided_by=_P, account_mark=_P),
    "interest_tallies": _table(Life.YEAR, course_id=_A, outcome=_A, language=_A, region=_A, count=_A, changed_on=_A),
    "staff": _table(Life.STAFF, id=_P, person_id=_T, roles=_C, since=_C),
    "invitations": _table(Life.INVITATION, token=_P, roles=_C, invited_by=_P, expires_at=_T),
    "asks": _table(Life.DAY, kind=_T, object=_O, asked_by=_P, mark=_T, asked_at=_T, account_mark=_P),
    "news": _table(Life.NEWS, number=_T, person_id=_T, joined=_T),
    "audit": _table(Life.YEAR, number=_T, at=_T, actor=_P, event=_C, object=_P, previous=_T, hash=_T),
    "broadcasts": _table(
        Life.BROADCAST, id=_T, kind=_O, state=_T, author=_P, course_id=_O, texts=_O, fallback=_O, buttons=_O, media=_O, segment=_T, send_at=_T, zone=_T,
        alone=_T, asked_hash=_T, asked_count=_A, released_by=_P, starts_at=_T, planned_at=_T, ended_at=_T, progress_message=_T, totals=_A, changed_at=_T,
        account_mark=_P),
    "deliveries": _table(Life.DELIVERY, id=_T, broadcast_id=_T, person_id=_T, language=_C, state=_T, reason=_T, segment=_C, sent_at=_T),
    "leases": _table(Life.ALWAYS, name=_T, holder=_T, until=_T),
    "follows": _table(Life.FOLLOW, person_id=_T, entry=_C, version=_T, shown_on=_C),
    "inbox": _table(
        Life.MONTH, id=_T, person_id=_T, language=_C, state=_T, text=_S, answer=_S, answered_by=_P, gap=_T, asked_on=_C, last_update=_T),
}
