"""Danger in few words: cries, verbs with their victim, mistyped words; and the same words in questions, which are answered."""

import pytest

from bot.knowledge.library import Library
from bot.knowledge.outcome import Band
from bot.knowledge.phrasebook import Phrasebook
from bot.knowledge.slips import Repair
from bot.knowledge.strictyaml import parse
from bot.knowledge.text import words
from bot.knowledge.urgent import UrgentPhrases, is_group, is_loud
from bot.knowledge.verbs import Verbs
from tests.conftest import ROOT

CRIES = [
    "HELP", "help!!", "help please", "heeelp me pls", "aidez moi svp", "AIDE", "au secours !", "sauvez nous vite", "مساعدة من فضلكم", "يا ناس الحقوني",
    "sa3douni", "chu en danger", "jai peur", "raped by police", "la gendarmerie est là", "la police arrive",
    "cops outside my house", "soldiers are here", "they found us", "drones over us", "on nous bombarde", "ça tire dehors", "القصف فوقنا",
    "الأمن قدام الباب", "l9asf fo9na", "خطفوه", "ضربوها", "اعتقلته الشرطة", "بيعذبونا", "سيقتلوننا", "محبوس في القسم", "أنا ملاحق", "لقوني", "انقبض عليه",
    "wa9founi", "khatfouh", "5atafouha", "darabouna", "bolis 9oddam dar",
    "my brother was arested this mornig", "ils ont arreté mon frére se matin", "the soldeirs are shooting at us",
]
CALM = [
    "help", "aide", "مساعدة", "i have a question", "who can help with a visa", "what happens after an arrest by police", "لم يخطفوه", "ما ضربوها",
    "اعتقلوه قبل سنوات", "ماذا أفعل إذا خطفوه", "شدة المخاطر", "Kaduna", "harmony", "colonies", "what does the torture committee do",
    "how can the UN help people in prison", "comment signaler la torture", "كيف نبلغ عن التعذيب", "training on police violence",
]


@pytest.mark.parametrize("text", CRIES)
def test_few_words_of_danger_bring_the_card(real: Library, text: str) -> None:
    """Who is hunted writes two words."""
    match = real.match(text, "en")

    assert (match.band, match.despair) == (Band.URGENT, False)


@pytest.mark.parametrize("text", CALM)
def test_the_same_words_are_calm_elsewhere(real: Library, text: str) -> None:
    """A plain word for help, a question, what did not happen, a word that only looks like it."""
    assert not real.match(text, "en").urgent


def test_plain_words_count_where_no_entry_answers() -> None:
    """Unless something is asked, or it is long past."""
    phrases = UrgentPhrases({"plain": ["arrested|kidnapped"], "asking": ["committee"], "past": ["years ago"]})

    assert phrases.read(words("they arrested everybody")).hinted
    assert not phrases.read(words("committee for arrested people")).hinted
    assert not phrases.read(words("arrested years ago")).hinted
    assert not phrases.read(words("good morning")).hinted


def test_shouting() -> None:
    """Capitals or an exclamation mark; an acronym is none."""
    assert is_loud("HELP")
    assert is_loud("help!")
    assert not is_loud("UPR")
    assert not is_loud("Help")


def test_one_word_or_the_other() -> None:
    """`|` at any place of a phrase, with open words too."""
    book = Phrasebook({"danger": ["police|cops * door|gat~", "شدو|خدو خويا"], "calm": ["training"]})

    assert book.read(words("the cops are at the gates")).has("danger")
    assert book.read(words("وخدو خويا")).has("danger")
    assert not book.read(words("cops everywhere")).has("danger")
    assert book.words(("danger",)) == {"police", "cops", "door", "شدو", "خدو", "خويا"}


def test_verbs_in_all_persons() -> None:
    """They, she or he, now or before, to any of us; not "we did", not a noun."""
    verbs = Verbs(["خطف", "شد", "وقف"])

    done = ["خطفوه", "وخطفوهم", "خطفته", "خطفها", "خطفني", "بيخطفوهم", "يخطفونه", "شدوه", "khatfouh", "wa9founi", "waqafoha", "chaddouna", "kaykhatfouhom"]
    assert [word for word in done if not verbs.is_done(word)] == []
    assert not any(map(verbs.is_done, ["خطف", "خطفنا", "شدته", "شدها", "khatf", "shadow", "kadouna", ""]))
    assert not Verbs([]).is_done("خطفوه")


def test_repair() -> None:
    """A word that is one slip away from a known one is read as it; short and known ones stay."""
    repair = Repair(["arrested", "police"], 5)

    assert [repair.of(word) for word in ("arested", "polcie", "police", "pole", "banana")] == ["arrested", "police", "police", "pole", "banana"]
    assert Repair([], 5).of("arested") == "arested"


def test_groups_hold_single_words() -> None:
    """A group stands for one word of a phrase; each is used."""
    text = (ROOT / "knowledge" / "urgent.yaml").read_text(encoding="utf-8")
    sets = parse("urgent.yaml", text).value
    groups = {name: phrases for name, phrases in sets.items() if is_group(name)}

    assert groups
    assert all(" " not in phrase for phrases in groups.values() for phrase in phrases)
    assert all(any(name in phrase for phrases in sets.values() for phrase in phrases) for name in groups)
