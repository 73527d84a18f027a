"""What should not stand in this chat is noticed; what people must be able to ask is not."""

import pytest

from bot.people.risk import is_risky


@pytest.mark.parametrize("text", [
    "call me on +221 77 000 00 00", "my number is 0770000000", "رقمي ٠١٠٠٠٠٠٠٠٠٠", "write to demo.amina@example.org",
    "we are at 14.6937, -17.4441", "https://maps.example/?q=14.6937,-17.4441", "00 33 1 00 00 00 00",
])
def test_numbers_addresses_and_places_are_noticed(text: str) -> None:
    """31: a phone number, a private address, coordinates."""
    assert is_risky(text)


@pytest.mark.parametrize("text", [
    "deadline for 2026-11-24?", "resolution 12/2 of 2009", "UPR 2022-2027 fourth cycle", "from 2019 2020 2021 to 2022",
    "is urgent-action@ohchr.org still right?", "article 34(6)", "Resolution 60/251, A/HRC/RES/16/21", "ACHPR/Res.361(LIX)2016", "", "24.11.2026 or 25.11.2026",
])
def test_questions_are_left_alone(text: str) -> None:
    """Dates, resolutions, cycles and public addresses are questions, not risks."""
    assert not is_risky(text)


def test_a_long_text_costs_little() -> None:
    """29: no text makes the patterns slow."""
    import time

    start = time.process_time()
    for text in ("1" * 100_000, "1 " * 50_000, "a@" * 50_000, "1.1," * 25_000, "a" * 100_000 + "!", "+(" * 50_000, "1.111" + " " * 4080 + "x"):
        is_risky(text)

    assert time.process_time() - start < 0.2
