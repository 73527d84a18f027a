"""What should not stand in this chat is noticed; what people must be able to ask is not."""

import pytest

from bot.people.risk import is_risky, without_risks
from tests.timing import processor_seconds


@pytest.mark.parametrize("text", [
    "call me on +221 77 000 00 00", "my number is 0770000000", "رقمي ٠١٠٠٠٠٠٠٠٠٠", "write to demo.amina@example.org",
    "we are at 14.6937, -17.4441", "https://maps.example/?q=14.6937,-17.4441", "00 33 1 00 00 00 00",
    "https://maps.app.goo.gl/AbCdEf123", "goo.gl/maps/AbCdEf", "https://www.google.com/maps/place/Demo+Street", "HTTPS://GOOGLE.CO.UK/maps?q=demo",
    "https://maps.google.com/?q=demo", "https://www.openstreetmap.org/#map=15/0.0/0.0", "https://osm.org/go/0EEQjE", "https://what3words.com/filled.count.soap",
    "https://w3w.co/filled.count.soap", "we are at ///filled.count.soap", "https://maps.apple.com/?q=demo", "https://waze.com/ul/hdemo", "geo:0.0,0.0",
    "in this case 77123456", "case +221 77 000 00 00", "case 0770000000", "A/HRC/RES/48/2023 and 0770000000", "A/221770000000",
    "not +41 22 917 9220 but 0770000000", "+41 22 000 00 00", "+41 22 917 9220 77",
    "06.12.34.56.78", "+221-77-123-45-67", "77-12-34-56", "case 77 123 45 67", "77.12.34.56 or 12-34-56-78",
])
def test_numbers_addresses_and_places_are_noticed(text: str) -> None:
    """31: a phone number, a private address, coordinates."""
    assert is_risky(text)


@pytest.mark.parametrize("text", [
    "deadline for 2026-11-24?", "resolution 12/2 of 2009", "UPR 2022-2027 fourth cycle", "from 2019 2020 2021 to 2022",
    "is urgent-action@ohchr.org still right?", "article 34(6)", "Resolution 60/251, A/HRC/RES/16/21", "ACHPR/Res.361(LIX)2016", "", "24.11.2026 or 25.11.2026",
    "resolution 60/251 and case 12345678", "A/HRC/RES/48/2023 1235(XLII)", "ECOSOC resolution 1235 (XLII) and 1503 (XLVIII) 1970",
    "CCPR/C/123/D/1234/2013 2019 1998",
    "is +41 22 917 9220 the right number?", "+41 (0)22 917 92 20", "0041 22 917 9220", "+41-22-917-9656", "affaire n° 12345678", "قضية رقم 12345678",
    "communication 12345678", "E/CN.4/2004/1 1235", "is openstreetmap safe to use?", "google maps and safety", "https://www.ohchr.org/en/maps",
])
def test_questions_are_left_alone(text: str) -> None:
    """Dates, resolutions, cycles and public addresses are questions, not risks."""
    assert not is_risky(text)


@pytest.mark.parametrize(("text", "left"), [
    ("my number is +221 77 000 00 00 how do I contact the special rapporteur", "how do I contact the special rapporteur"),
    ("mon numéro est le 0770000000, c’est quoi l’EPU ?", ", c’est quoi l’EPU ?"), ("رقمي هو ٠١٠٠٠٠٠٠٠٠٠ ما هو الاستعراض؟", "ما هو الاستعراض؟"),
    ("what is the UPR? 0770000000", "what is the UPR?"), ("0770000000", ""),
    ("write to demo.amina@example.org, what is the UPR", "write to  , what is the UPR"),
    ("is urgent-action@ohchr.org still right?", "is urgent-action@ohchr.org still right?"),
    ("resolution 60/251 and case 12345678", "resolution 60/251 and case 12345678"),
    ("how can an organisation apply for observer status, call me on 0770000000", "how can an organisation apply for observer status,"),
    ("https://maps.app.goo.gl/AbCdEf123 who can help", "who can help"), ("we are at 14.6937, -17.4441", "we are at")])
def test_the_question_beside_a_number_is_left(text: str, left: str) -> None:
    """A number that must not stand here does not cost its person the answer."""
    assert without_risks(text) == left
    assert not is_risky(without_risks(text))


def test_a_long_text_costs_little() -> None:
    """29: no text makes the patterns slow."""
    def search() -> None:
        for text in ("1" * 100_000, "1 " * 50_000, "a@" * 50_000, "1.1," * 25_000, "a" * 100_000 + "!", "+(" * 50_000, "1.111" + " " * 4080 + "x"):
            is_risky(text)
            without_risks(text)

    assert processor_seconds(search) < 0.4
