"""What the form asks, in which order, and which answers there are to choose from."""

from collections.abc import Mapping

CONSENT, REVIEW, SENT, DECLINED = "consent", "review", "sent", "declined"
QUESTIONS = ("name", "reach", "contact", "country", "organisation", "work", "plans", "use", "experience", "languages", "access", "share")
CHOICES: Mapping[str, tuple[str, ...]] = {
    CONSENT: ("no", "yes"),
    "reach": ("chat", "email", "signal", "partner"),
    "organisation": ("ngo", "network", "nhri", "independent", "media", "lawyer", "other"),
    "experience": ("none", "some", "often"),
    "languages": ("en", "fr", "ar", "pt", "es", "sw", "other"),
    "share": ("no", "yes"),
}
WRITTEN = ("name", "contact", "work", "plans", "use", "access")
ABOUT_OTHERS = ("work", "plans", "use", "access")  # where a third person's name may slip in; the name asked for is one's own
OPTIONAL = ("country", "organisation", "access")
HERE = "chat"  # the way to reach a person that needs no contact detail
LONGEST = 1500  # characters of a free text (safety.md 2.2)
SHORTER: Mapping[str, int] = {"name": 120, "contact": 200}  # what needs less room gets less
CONTINENTS: Mapping[str, str] = {"mena": "mena", "asia-pacific": "asia-pacific", "other": "other"}  # every other region begins with its continent


def longest(step: str) -> int:
    """Return how many characters the answer to `step` may have."""
    return SHORTER.get(step, LONGEST)


def continent(region: str) -> str:
    """Return the continent-level name of a region: "africa-west" is in "africa"; empty stays empty."""
    return CONTINENTS.get(region, region.partition("-")[0])
