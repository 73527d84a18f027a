"""Does a text hold what should not be in this chat: a phone number, a private e-mail address, a place on the map?"""

import re

_PHONE = re.compile(r"(?<![\w.])(?:\+|00)?\d(?:[ .()\-]{0,2}\d){7,14}(?![\w])")
_EMAIL = re.compile(r"[\w.+-]{1,64}@([\w-]+(?:\.[\w-]+)+)")
_COORDINATES = re.compile(
    r"[-+]?\d{1,2}[.,]\d{3,}\s{0,3}[,;/ ]\s{0,3}[-+]?\d{1,3}[.,]\d{3,}"
    r"|\d{1,3}°\s{0,3}\d{1,2}[′'’]|[?&/@]q?=?-?\d{1,2}\.\d{4,},-?\d{1,3}\.\d{4,}")
# Addresses of institutions are public: asking about one is not a risk.
_PUBLIC = ("un.org", "ohchr.org", "achpr.org", "achpr.au.int", "au.int", "africa-union.org", "african-court.org", "ishr.ch",
           "frontlinedefenders.org", "protectdefenders.eu", "omct.org", "fidh.org", "africandefenders.org", "defenddefenders.org",
           "accessnow.org", "courtecowas.org", "forum-asia.org")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_YEARS = re.compile(r"(?:19|20)\d\d[ ./-]+(?:19|20)\d\d")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


def is_risky(text: str) -> bool:
    """Tell whether `text` (cut to 4,096 characters) shows a phone number, a private e-mail address or coordinates."""
    text = text[:4096].translate(_DIGITS)
    if _COORDINATES.search(text):
        return True
    if any(not _is_public(host) for host in _EMAIL.findall(text)):
        return True
    return _PHONE.search(_DATE.sub(" ", _YEARS.sub(" ", text))) is not None


def _is_public(host: str) -> bool:
    return any(host.lower() == domain or host.lower().endswith("." + domain) for domain in _PUBLIC)
