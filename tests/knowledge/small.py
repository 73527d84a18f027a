"""A small knowledge base for tests, in a folder of its own: three entries in three languages, some of the real one's vocabulary."""

import re
import shutil
from functools import lru_cache
from pathlib import Path

import yaml

from bot.knowledge.stamp import stamp
from bot.knowledge.strictyaml import parse
from bot.knowledge.urgent import FILES as URGENT
from tests.conftest import ROOT

PHRASES = (*URGENT, "smalltalk.yaml", "followup.yaml")
_TERMS = 60  # of the glossary
UPR, VISA, HELP = "upr-report", "geneva-visa", "urgent-help-overview"
CATEGORY = {UPR: "upr", VISA: "travel", HELP: "protection"}

_YAML = """category: {category}
owner: demo-team
urgent: {urgent}
checked_on: 2026-11-01
review_every_days: 90
mechanisms: []
related: [{related}]
volatile:
  - "address of the portal (2026)"
sources:
  - title: "Demo source"
    url: https://www.ohchr.org/en/demo
    publisher: OHCHR
    language: en
"""

_TITLES = {
    UPR: ("Report for the Universal Periodic Review", "Rapport pour l'Examen périodique universel", "تقرير الاستعراض الدوري الشامل"),
    VISA: ("Visa for Geneva", "Visa pour Genève", "تأشيرة جنيف"),
    HELP: ("Help in danger", "Aide en cas de danger", "المساعدة عند الخطر"),
}
_SUBJECTS = {
    UPR: (("our UPR report", "a stakeholder submission", "the review of our country"),
          ("notre rapport EPU", "une contribution des parties prenantes", "l'examen de notre pays"),
          ("تقريرنا للاستعراض الدوري الشامل", "مساهمة أصحاب المصلحة", "استعراض بلدنا")),
    VISA: (("a Schengen visa", "an entry permit for Switzerland", "travel papers to Geneva"),
           ("un visa Schengen", "une autorisation d'entrée en Suisse", "les papiers de voyage pour Genève"),
           ("تأشيرة شنغن", "تصريح الدخول إلى سويسرا", "أوراق السفر إلى جنيف")),
    HELP: (("an emergency line", "protection in danger", "an urgent hotline"),
           ("une ligne d'urgence", "une protection en danger", "un numéro d'assistance urgente"),
           ("خط الطوارئ", "الحماية من الخطر", "رقم المساعدة العاجلة")),
}
_WAYS = (
    ("how do we send {}", "who can ask for {}", "where do I find {}", "what does {} cost"),
    ("comment envoyer {}", "qui peut demander {}", "où trouver {}", "combien coûte {}"),
    ("كيف نرسل {}", "من يستطيع طلب {}", "أين أجد {}", "كم تكلفة {}"),
)
_BODIES = (
    "## Summary\nStart early with {0}. Read the **official page** first.\n\n"
    "## How\n1. Read [the page](https://www.ohchr.org/en/demo).\n2. Write to demo@ohchr.org.\n\n"
    "## Deadlines\n- Six months before (2026).\n\n## Risks and consent\nThink of who may learn of it.\n",
    "## Summary\nCommencez tôt avec {0}. Lisez d'abord la **page officielle**.\n\n"
    "## How\n1. Lisez [la page](https://www.ohchr.org/en/demo).\n2. Écrivez à demo@ohchr.org.\n\n"
    "## Deadlines\n- Six mois avant (2026).\n\n## Risks and consent\nPensez à qui peut l'apprendre.\n",
    "## Summary\nابدؤوا مبكرا مع {0}. اقرؤوا **الصفحة الرسمية** أولا.\n\n"
    "## How\n1. اقرؤوا [الصفحة](https://www.ohchr.org/en/demo).\n2. اكتبوا إلى demo@ohchr.org.\n\n"
    "## Deadlines\n- قبل ستة أشهر (2026).\n\n## Risks and consent\nفكروا في من قد يعلم بالأمر.\n",
)


def write(folder: Path) -> Path:
    """Write the small knowledge base to `folder`, stamped and without a mistake; returns `folder`."""
    for name, category in CATEGORY.items():
        place = folder / "entries" / category / name
        place.mkdir(parents=True)
        others = ", ".join(other for other in CATEGORY if other != name)
        (place / "entry.yaml").write_text(_YAML.format(category=category, urgent=str(name == HELP).lower(), related=others), encoding="utf-8")
        for number, language in enumerate(("en", "fr", "ar")):
            (place / f"{language}.md").write_text(_text(name, number), encoding="utf-8")
    shutil.copy(ROOT / "knowledge" / "copysites.yaml", folder)
    (folder / "glossary.yaml").write_text(_few_terms(), encoding="utf-8")
    for name in PHRASES:
        (folder / name).write_text(_few_phrases(name), encoding="utf-8")
    stamp(folder)
    return folder


@lru_cache(maxsize=len(PHRASES))
def _few_phrases(name: str) -> str:
    """Return the phrases of a file, some of each set only: ten thousand would take a second in each test."""
    sets = parse(name, (ROOT / "knowledge" / name).read_text(encoding="utf-8")).value
    return yaml.safe_dump({name: [*phrases[:60], *(one for one in phrases[60:] if "الباب" in one)] for name, phrases in sets.items()}, allow_unicode=True)


@lru_cache(maxsize=1)
def _few_terms() -> str:
    """Return the first terms of the glossary, without the entries that readers are sent to: they are not here."""
    terms = re.split(r"(?m)^(?=- )", (ROOT / "knowledge" / "glossary.yaml").read_text(encoding="utf-8"))
    return re.sub(r"(?m)^  entry: .*\n", "", "".join(terms[: _TERMS + 1]))


def path(folder: Path, name: str = UPR, file: str = "en.md") -> Path:
    """Return the path of one file of an entry."""
    return folder / "entries" / CATEGORY[name] / name / file


def replace(file: Path, old: str, new: str) -> None:
    """Change a file; the old text must be in it."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file.name}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _text(name: str, number: int) -> str:
    subjects = _SUBJECTS[name][number]
    asked = "\n".join(f'  - "{way.format(subject)}"' for subject in subjects for way in _WAYS[number])
    return (f'---\ntitle: "{_TITLES[name][number]}"\nquestions:\n{asked}\naliases:\n  - "{subjects[0]} demo"\n'
            f'{"translated_from: pending" if number else ""}\n---\n'.replace("\n\n---", "\n---") + _BODIES[number].format(subjects[0]))
