"""Who read what, as a value of a rule: an entry, the version that is right now, and the day up to which corrections are told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """People who were shown `entry` in another version than `version` (in any, when that is ""); `until` is the day of the last correction told."""

    entry: str
    version: str = ""
    until: str = ""

    def __str__(self) -> str:
        return "@".join(part for part in (self.entry, self.version, self.until) if part)


def parse(value: str) -> Reading:
    """Read what `str(reading)` wrote, or a bare entry."""
    entry, version, until = (*value.split("@"), "", "")[:3]
    return Reading(entry, version, until)
