"""Who may hurt themselves gets the entry on distress first; who asks about suicide in prisons, or is threatened by others, does not."""

import pytest

from bot.knowledge.library import Library

DESPAIR: dict[str, tuple[str, ...]] = {
    "en": (
        "i am tired of this life", "i dont see reason to be alive", "i wanna end it all", "better i die", "im going to hang myself",
        "my life is finish i want sleep and not wake", "i took all the pills", "nobody care if i die", "life has no meaning for me",
        "i want to die now please", "want kill my self", "i wish i never wake up", "i will drink poison", "goodbye world", "i cannot continue living",
        "suicide", "i am suicide", "i want kill me", "i dont want live", "no reason live", "i will jump",
    ),
    "fr": (
        "la vie ne vaut plus rien", "je suis fatigué de vivre", "jai pris tous les cachets", "je vais me jeter du pont", "mieux vaut mourir", "jveu crever",
        "ma vie na plus de sens", "j'ai plus la force de vivre", "je pense a me suicider", "je veux disparaitre pour toujours", "je peux plus vivre comme ca",
        "envie d'en finir", "plus de raison de vivre", "je vais sauter", "suicide", "jai envie de me tuer", "je vais me tuer", "je veux en finir",
    ),
    "ar": (
        "ما عاد بدي عيش", "تعبت من حياتي كلها", "نفسي اموت وارتاح", "بفكر انهي حياتي", "غادي نقتل راسي", "مابقيتش قادر نعيش", "بلعت حبوب كتير",
        "حياتي مالهاش معنى", "الموت احسن من هالعيشة", "رح نط من السطح", "يا ريتني اموت", "ما في سبب اعيش عشانه", "كرهت عيشتي", "bghit nmout",
        "rani baghi nenta7er", "انتحار", "انا تعبان وما عاد فيني",
    ),
}
OTHER: dict[str, tuple[str, ...]] = {
    "en": (
        "suicide in detention how to report", "what are the rules on suicide prevention in prisons", "i want to stop the form", "i am dying to attend",
        "they want to kill me", "i will kill it at the interview", "this is my last question", "goodbye and thanks", "i cannot continue the form",
        "no reason was given for the refusal", "i dont want to live in geneva", "i want to die in dignity of work law", "life imprisonment and the UN",
        "how long does the life of a mandate last", "i want to end the session",
    ),
    "fr": (
        "le suicide en détention comment le signaler", "je veux arrêter le formulaire", "c'est ma dernière question", "au revoir et merci",
        "ils veulent me tuer", "je ne peux plus continuer le formulaire", "je veux vivre à genève", "la peine à vie", "je n'ai plus de questions",
        "aucune raison n'a été donnée", "il va me tuer", "la durée de vie d'un mandat", "je préfère mourir que me taire dit-on qui protège",
        "j'en ai fini avec la candidature", "sauter cette étape",
    ),
    "ar": (
        "الانتحار في السجون كيف نبلغ عنه", "هذا سؤالي الأخير", "مع السلامة وشكرا", "ما قدرت اكمل الاستمارة", "بدهم يقتلوني", "خلصت الاسئلة",
        "السجن مدى الحياة", "لم يعطوا أي سبب", "اريد ان اعيش في جنيف", "تعبت من الاستمارة", "الحق في الحياة", "كم مدة حياة الولاية", "حياتي في خطر",
        "سيقتلونني", "ارمي السؤال على الفريق",
    ),
}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_despair_is_known(real: Library, language: str) -> None:
    """In few words and broken grammar, in dialects too."""
    missed = [text for text in DESPAIR[language] if not real.match(text, language).despair]

    assert missed == []


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_other_messages_are_no_despair(real: Library, language: str) -> None:
    """Questions about the subject, the end of a form, a threat by others."""
    wrong = [text for text in OTHER[language] if real.match(text, language).despair]

    assert wrong == []


@pytest.mark.parametrize("text", [
    "someone is following me and I am afraid they will kill me", "they want kill me", "he is going to kill me", "they will take my life",
    "they want to end my life", "i think they gonna kill me", "the army is ready to kill us", "they say i am better off dead", "they tried to poison me",
    "je pense qu'ils vont me tuer", "ils veulent mettre fin à ma vie", "j'ai peur ils vont me tuer", "mon mari va me tuer", "يريدون إنهاء حياتي",
])
def test_who_is_hunted_gets_the_card_for_it(real: Library, text: str) -> None:
    """What others do or want is danger from outside, whatever words it is said in."""
    match = real.match(text, "en")

    assert match.urgent
    assert not match.despair
