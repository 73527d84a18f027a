"""Links to a course, as text and as a QR code. A link names the course, and perhaps the partner who spread it; never a person."""

import io
import re
from dataclasses import dataclass

COURSE_ID = re.compile(r"[a-z0-9-]{2,24}")
MARK = re.compile(r"[a-z0-9]{1,16}")  # a partner's referral mark
_PAYLOAD = re.compile(rf"c_({COURSE_ID.pattern})(?:_({MARK.pattern}))?")  # 43 characters at most; Telegram allows 64 of A-Z a-z 0-9 _ -
_PIXELS = 8  # a side of one square of the code: about 300 pixels in all, to be scanned from a phone or from paper


class LinkInvalid(ValueError):
    """A course id or a partner's mark that no link can carry. The message says what is allowed."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads: a course, and the mark of the partner who spread it ("" for none)."""

    course_id: str
    mark: str = ""

    @property
    def payload(self) -> str:
        """What stands behind `?start=`, and in `Dialog.link`. Raises LinkInvalid."""
        if not COURSE_ID.fullmatch(self.course_id):
            raise LinkInvalid("A course's id has 2 to 24 of a-z, 0-9 and -")
        if self.mark and not MARK.fullmatch(self.mark):
            raise LinkInvalid("A partner's mark has 1 to 16 of a-z and 0-9")
        return f"c_{self.course_id}" + (f"_{self.mark}" if self.mark else "")

    def address(self, bot_name: str) -> str:
        """Return the address that opens the course in the bot with this username. Raises LinkInvalid."""
        return f"https://t.me/{bot_name}?start={self.payload}"


def parse(payload: str) -> Link | None:
    """Return the link that `payload` (of /start, or of `Dialog.link`) means; None for anything else."""
    found = _PAYLOAD.fullmatch(payload)
    return Link(found[1], found[2] or "") if found else None


def picture(address: str) -> bytes:
    """Return `address` as a QR code: a PNG with the quiet zone that scanners need. Takes about 10 ms."""
    import segno  # only who shares a course pays for it

    file = io.BytesIO()
    segno.make_qr(address, error="m").save(file, kind="png", scale=_PIXELS, border=4)
    return file.getvalue()
