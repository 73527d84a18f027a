"""The figures that /privacy tells, taken from where rows really get their time."""

from collections.abc import Mapping

from bot.db.budget import Life
from bot.people.retention import GONE_DAYS, IDLE_MONTHS

BACKUP_DAYS = 7  # docs/operations.md; safety.md P20


def terms() -> Mapping[str, str]:
    """Return how long each kind of thing is kept, in the unit that its message names."""
    return {"state": str(Life.DAY.number), "numbers": str(Life.TWO_DAYS.number), "draft": str(Life.DRAFT.number), "interest": str(Life.INTEREST.number),
            "gone": str(GONE_DAYS), "idle": str(IDLE_MONTHS), "backup": str(BACKUP_DAYS), "follow": str(Life.FOLLOW.number)}
