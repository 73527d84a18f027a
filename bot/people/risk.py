"""Does a text hold what should not be in this chat: a phone number, a private e-mail address, a place on the map?"""

import re

_PHONE = re.compile(r"(?<![\w.])(?:\+|00)?\d(?:[ .()\-]{0,2}\d){7,14}(?![\w])")
_EMAIL = re.compile(r"[\w.+-]{1,64}@([\w-]+(?:\.[\w-]+)+)")
_COORDINATES = re.compile(
    r"[-+]?\d{1,2}[.,]\d{3,}\s{0,3}[,;/ ]\s{0,3}[-+]?\d{1,3}[.,]\d{3,}"
    r"|\d{1,3}°\s{0,3}\d{1,2}[′'’]|[?&/@]q?=?-?\d{1,2}\.\d{4,},-?\d{1,3}\.\d{4,}")
# Addresses of places: links of the usual maps, and what3words' "///one.two.three".
_MAP = re.compile(
    r"\bmaps\.app\.goo\.gl\b|\bgoo\.gl/maps\b|\bmaps\.google\.|\bgoogle\.[a-z]{2,3}(?:\.[a-z]{2})?/maps\b|\bmaps\.apple\.com\b|\bwaze\.com/"
    r"|\bopenstreetmap\.org\b|\bosm\.org\b|\bwhat3words\.com\b|\bw3w\.co\b|\bgeo:-?\d|(?<![:/])///[^\W\d_]+\.[^\W\d_]+\.[^\W\d_]+", re.IGNORECASE)
# Addresses of institutions are public: asking about one is not a risk.
_PUBLIC = ("un.org", "ohchr.org", "achpr.org", "achpr.au.int", "au.int", "africa-union.org", "african-court.org", "ishr.ch",
           "frontlinedefenders.org", "protectdefenders.eu", "omct.org", "fidh.org", "africandefenders.org", "defenddefenders.org",
           "accessnow.org", "courtecowas.org", "forum-asia.org")
_LONGEST_LEAD = 40  # characters looked at before a number
_SUSPECT = re.compile(r"[\d@/]|\w\.\w")  # a text without these holds none of it: most questions
# What leads to a number: without it, the words would be part of the question.
_LEADS = re.compile(
    r"(?:\b(?:my (?:phone |mobile |whatsapp )?(?:number )?is|(?:call|reach|text) me (?:on|at)|mon (?:numéro|téléphone|portable|whatsapp)(?: est)?(?: le)?"
    r"|(?:appelez|joignez)[- ]moi au)|(?<![\u0620-\u065f])(?:رقمي|رقم هاتفي|هاتفي|تلفوني|واتسابي|اتصلوا بي على)(?: هو)?)\s*:?\s*$", re.IGNORECASE)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
# What has many digits and is no phone number.
_HARMLESS = (
    re.compile(r"(?:19|20)\d\d[ ./-]+(?:19|20)\d\d"),
    re.compile(r"(?<![\d./+\-])(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d))(?![./-]?\d)"),
    # The United Nations in Geneva: +41 22 91 and five more digits.
    re.compile(r"(?:\+|\b00)41[ .\-]{0,2}(?:\(0\))?[ .\-]{0,2}22[ .\-]{0,2}91(?:[ .\-]?\d){5}(?![ .\-]?\d)"),
    # Symbols of documents (A/HRC/RES/60/251) and resolutions with their session: 1235 (XLII).
    re.compile(r"\b[A-Z]{1,6}(?:/(?:[A-Za-z][A-Za-z.()\-]{0,9})?(?:\d{1,4}(?!\d))?(?:\([IVXLCDM]+\)\d{0,4})?){1,8}"),
    re.compile(r"\b\d{1,4} ?\([IVXLCDM]+\)"),
    # The number of a case; one that begins with 0 or has more than eight digits may be somebody's telephone all the same.
    re.compile(
        r"(?<!\bthis )(?<!\bthat )(?<!\bany )(?<!\bin )\b(?:case|communication|complaint|petition|application|resolution|affaire|requête|plainte|résolution"
        r"|قضية|القضية|بلاغ|البلاغ|شكوى|قرار)(?: (?:no\.?|number|numéro|رقم)| ?n[°º]| ?#)? ?:? ?[1-9]\d{0,7}\b(?![ .\-]?\d)", re.IGNORECASE),
)


def is_risky(text: str) -> bool:
    """Tell whether `text` (cut to 4,096 characters) shows a phone number, a private e-mail address or a place on the map."""
    text = text[:4096].translate(_DIGITS)
    if not _SUSPECT.search(text):
        return False
    if _COORDINATES.search(text) or _MAP.search(text):
        return True
    if any(not _is_public(host) for host in _EMAIL.findall(text)):
        return True
    for harmless in _HARMLESS:
        text = harmless.sub(" ", text)
    return _PHONE.search(text) is not None


def phones(text: str) -> list[tuple[int, int]]:
    """Return where phone numbers begin and end in `text` (its first 4,096 characters)."""
    text = text[:4096].translate(_DIGITS)
    for harmless in _HARMLESS:
        text = harmless.sub(lambda found: " " * len(found.group()), text)
    return [found.span() for found in _PHONE.finditer(text)]


def without_risks(text: str) -> str:
    """Return `text` (cut to 4,096 characters) without what `is_risky` finds in it: a question beside a number is still a question."""
    text = text[:4096]
    if not _SUSPECT.search(text):
        return text
    pieces, rest = [], 0
    for begin, end in phones(text):
        near = max(rest, begin - _LONGEST_LEAD)
        pieces.append(text[rest:near] + _LEADS.sub("", text[near:begin]))
        rest = end
    text = _EMAIL.sub(lambda found: found.group() if _is_public(found.group(1)) else " ", " ".join([*pieces, text[rest:]]))
    words = (" " if _MAP.search(word) else word for word in _COORDINATES.sub(" ", text).split(" "))
    return " ".join(words).strip()


def _is_public(host: str) -> bool:
    return any(host.lower() == domain or host.lower().endswith("." + domain) for domain in _PUBLIC)
