"""A third person's name or a street is noticed; how people describe their work is left alone."""

import pytest

from bot.people.mentions import mentions_somebody
from tests.timing import processor_seconds

NAMED = (
    "I work with my colleague Demo Amina in the capital", "our director Demo was threatened", "My brother Demo is in prison", "we defend Mr Demo and others",
    "Dr. Demo runs the clinic", "the journalist Demo Amina was arrested", "a woman named Amina came to us", "a girl, called Demo, was beaten",
    "his name is Demo",
    "we meet at 12 Demo Street", "house number 14 behind the school", "our client Demo Amina",
    "ma collègue Demo Amina documente les cas", "notre directeur Demo a été menacé", "M. Demo et Mme Amina", "le militant Demo Amina a disparu",
    "un homme nommé Demo", "une femme qui s’appelle Amina", "12, rue Demo", "12 bis avenue de la Demo", "mon frère Demo est détenu",
    "زميلتي أمينة توثق الحالات", "السيد ديمو يعمل معنا", "الدكتورة أمينة", "رجل اسمه ديمو", "امرأة تدعى أمينة", "صديقي يوسف معتقل", "شارع ديمو رقم 12",
    "الناشط ديمو اعتقل", "منزل رقم ١٤",
)
NOT_NAMED = (
    "We document arrests of journalists and lawyers in two provinces.", "Our network called Defenders Together trains young people.",
    "I am a lawyer. I file complaints to the African Commission.", "We work with the Special Rapporteur and the General Assembly.",
    "Our partner is Amnesty International; our director attended the NGO Forum.", "My colleague and I want to use the UPR.",
    "Our lawyers Association is small.",
    "We will write to the Working Group in Geneva in March.", "I train women human rights defenders, in English and French.", "My friend works for an NGO.",
    "a project named Safe Streets", "We monitor 12 police stations and 3 courts.", "The Human Rights Council adopted resolution 60/251.",
    "our coordinator English teacher", "Activist Network East Africa is a member.", "My wife is a teacher. We live in a village.",
    "Nous documentons les arrestations de journalistes.", "Notre réseau appelé Défenseurs Unis forme des jeunes.", "Je veux saisir la Commission africaine.",
    "Notre avocat travaille avec la Ligue des droits.", "Monsieur le Rapporteur spécial", "Ma collègue et moi suivons l’EPU.", "Nous suivons 12 procès par an.",
    "Mon association s’appelle Femmes Debout", "un projet nommé Espoir", "Le Conseil des droits de l’homme à Genève", "Mme la Présidente",
    "نوثق اعتقالات الصحفيين والمحامين.", "زميلي يعمل في منظمة", "السيد المقرر الخاص", "زميلتي تدرّب النساء", "الدكتور في الجامعة",
    "نريد مخاطبة اللجنة الأفريقية",
    "الصحفية التي اعتقلت", "نعمل مع المقرر الخاص المعني بالمدافعين", "شارع طويل في العاصمة", "الناشطة الحقوقية في بلدنا", "والدي كان محاميا",
)


@pytest.mark.parametrize("text", NAMED)
def test_a_third_person_or_a_street_is_noticed(text: str) -> None:
    """Relations, titles, 'named', addresses."""
    assert mentions_somebody(text)


def test_false_alarms_are_few() -> None:
    """At most one in twenty descriptions of ordinary work brings the question back; the figure is printed."""
    wrong = [text for text in NOT_NAMED if mentions_somebody(text)]
    print(f"mentions: {len(wrong)} false alarms in {len(NOT_NAMED)} texts, {len(NAMED)} of {len(NAMED)} names noticed")
    assert len(wrong) <= len(NOT_NAMED) // 20, wrong


def test_a_long_text_costs_little() -> None:
    """29: no text makes the patterns slow."""
    def search() -> None:
        for text in ("A" * 100_000, "Aa " * 30_000, "my colleague " * 8_000, "named " * 16_000, "1 rue " * 16_000, "ا" * 100_000, "12 Aa Aa Aa Aa " * 6_000):
            mentions_somebody(text)

    assert processor_seconds(search) < 0.5
