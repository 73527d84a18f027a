"""The small Markdown, the direction of Arabic, the length of messages, the signature of buttons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Words
from bot.keys import KeyRing
from bot.replies import Button, Copy, Heading, Reply, Say
from bot.telegram.callbacks import CallbackTooLong, pack, unpack
from bot.telegram.markup import to_html, typed
from bot.telegram.render import LIMIT, Renderer, plain, split, units
from tests.timing import processor_seconds


def test_markdown_becomes_telegrams_html() -> None:
    """Paragraphs, lists, bold and links; everything else is escaped, literally."""
    markdown = "Hi **bold** [site](https://a.example/?a=1&b=2) <b>no</b>\n\n- one & two\n- three\n\n1. first\n2. second"

    assert to_html(markdown, "en") == (
        'Hi <b>bold</b> <a href="https://a.example/?a=1&amp;b=2">site</a> &lt;b&gt;no&lt;/b&gt;\n\n• one &amp; two\n• three\n\n1. first\n2. second')


@pytest.mark.parametrize(("text", "html"), [
    ("Come\nto Dakar.\n\n  Bring:\n- a pen\n1. paper", "Come\nto Dakar.\n\n  Bring:\n- a pen\n1. paper"),
    ("**Two stars** are *bold*", "<b>Two stars</b> are *bold*"), ("2 * 3 ** 4 ** 5", "2 * 3 ** 4 ** 5"), ("***x***", "*<b>x</b>*"),
    ("**no\nno** **", "**no\nno** **"), ("_x_ `y` [z](https://a.example) <b>&amp;", "_x_ `y` [z](https://a.example) &lt;b&gt;&amp;amp;"),
    ("**a & b** **c**", "<b>a &amp; b</b> <b>c</b>"), (r"\*\*as it is\*\* \_ \\", r"**as it is** \_ \\"), (r"**a \* b**", "<b>a * b</b>"),
    ("", ""), ("****", "****")])
def test_what_staff_typed_stays_as_it_was_typed(text: str, html: str) -> None:
    """Line ends stay, two stars make bold within a line, a star behind a backslash is a star, all else is literal."""
    assert typed(text, "en") == html


def test_what_staff_typed_in_arabic_is_isolated() -> None:
    """As in all other texts, and across bold."""
    assert typed("أرسلوا **إلى OHCHR**\nعبر UPR", "ar") == "أرسلوا <b>إلى \u2068OHCHR\u2069</b>\nعبر \u2068UPR\u2069"


def test_reading_what_staff_typed_takes_no_time() -> None:
    """Nothing that is typed makes it try again and again."""
    def read() -> None:
        for text in (r"**a" + r"\*" * 2000, "**a " * 1000, "*" * 4096, "**" + "a*" * 2000, "**\\" * 1300):
            typed(text, "ar")

    assert processor_seconds(read) < 0.5


@given(st.text(max_size=200))
def test_a_value_in_what_staff_typed_is_literal(value: str) -> None:
    """Whatever a title has in it, each star behind a backslash."""
    assert plain(typed(value.replace("*", r"\*"), "en")) == value


def test_javascript_is_never_a_link() -> None:
    """110: only addresses of the web become links."""
    assert "<a" not in to_html("[x](javascript:alert(1))", "en")


def test_latin_runs_are_isolated_in_arabic() -> None:
    """A reader of Arabic sees addresses and acronyms whole, and the sentence's punctuation in its place."""
    html = to_html("أرسلوا إلى OHCHR (2025) عبر urgent@example.org، ثم انتظروا.", "ar")

    assert "\u2068OHCHR (2025)\u2069" in html
    assert "\u2068urgent@example.org\u2069،" in html
    assert html.count("\u2068") == html.count("\u2069")


@pytest.mark.parametrize(("text", "shown"), [
    ("تدريبات ISHR: كيفية", "تدريبات <ISHR>: كيفية"), ("موقع ishr.ch.", "موقع <ishr.ch>."), ("إلى hrc-wg-ad@un.org. ثم", "إلى <hrc-wg-ad@un.org>. ثم"),
    ("هيئة (OHCHR) و(HRC 58، جنيف)", "هيئة (<OHCHR>) و(<HRC 58>، جنيف)"),
    ("العهد (2004، ICESCR)", "العهد (2004، <ICESCR>)"),
    ("بوابة (Pregny Gate)، ثم", "بوابة (<Pregny Gate>)، ثم"),
    ("بريني، 8-14 Avenue de la Paix، مقابل", "بريني، <8-14 Avenue de la Paix>، مقابل"), ("الدورة 85 ACHPR", "الدورة 85 <ACHPR>"),
    ("العادي: African Commission, 31 Bijilo Annex Layout, P.O. Box 673, Banjul, The Gambia (2018).",
     "العادي: <African Commission, 31 Bijilo Annex Layout, P.O. Box 673, Banjul, The Gambia (2018)>."),
    ("اليونسكو: UNESCO, 7 place de Fontenoy, 75352 Paris 07 SP, France (عنوان 2024).",
     "اليونسكو: <UNESCO, 7 place de Fontenoy, 75352 Paris 07 SP, France> (عنوان 2024)."),
    ("في A/HRC/43/50 (الفقرة 3) وOHCHR) ثم (UPR", "في <A/HRC/43/50> (الفقرة 3) و<OHCHR>) ثم (<UPR>"), ("الهاتف: +220 441 05 05.", "الهاتف: <+220 441 05 05>."),
    ("منذ 2025: Idrissa Sow (السنغال)", "منذ 2025: <Idrissa Sow> (السنغال)"),
    ("مقاعد HRDAP: 16", "مقاعد <HRDAP>: 16"),
    ("إلى ishr.ch. ISHR", "إلى <ishr.ch>. <ISHR>"),
    ("البريد (2024): a@un.org, b@un.org", "البريد (2024): <a@un.org, b@un.org>"),
    ("حقوق/OHCHR/حقوق، /urgent", "حقوق/<OHCHR>/حقوق، </urgent>"),
    ("نعم (a) b (c)", "نعم <(a) b (c)>"),
    ("نص **صفحة**، UPR: x.", "نص [b]صفحة[/b]، <UPR: x>."),
    ("عام 2018 و34(6)", "عام 2018 و34(6)"),
    ("المادة 34(6) ICCPR", "المادة 34(6) <ICCPR>"),
])
def test_an_arabic_sentence_keeps_its_punctuation_and_a_latin_run_its_own(text: str, shown: str) -> None:
    """Closing signs stay outside, brackets whole, a postal address in one isolate, a number with its words."""
    assert to_html(text, "ar") == shown.translate({ord("<"): "\u2068", ord(">"): "\u2069", ord("["): "<", ord("]"): ">"})


def test_a_line_of_arabic_without_arabic_letters_begins_at_the_right() -> None:
    """The title of a source stands below the others, not at the other side."""
    assert to_html("2. [OHCHR](https://a.example)", "ar") == '\u200f2. <a href="https://a.example">\u2068OHCHR\u2069</a>'
    assert to_html("OHCHR (2018): address. And more.", "ar") == "\u200f\u2068OHCHR (2018): address. And more\u2069."
    assert to_html("ISHR (بالإنجليزية)", "ar") == "\u200f\u2068ISHR\u2069 (بالإنجليزية)"
    assert to_html("2. OHCHR", "en") == "2. OHCHR"


def test_isolating_takes_no_time_whatever_the_text() -> None:
    """Half brackets by the thousand, in an Arabic message of Telegram's greatest length."""
    texts = ("(" * 4096, "a(" * 2048, ")a " * 1365, "1 " * 2048, "م1 a" * 1024)

    assert processor_seconds(lambda: [to_html(text, "ar") for text in texts]) < 1


def test_values_are_shown_literally(words: Words, key_ring: KeyRing) -> None:
    """21-23: markup, format strings and placeables in a value stay what they are."""
    renderer = Renderer(words, key_ring)
    for value in ("<b>x</b>", "**x**", "[a](https://b.example)", "%s {0} ${x} { $date }", "'; DROP TABLE", "&#x3c;", "*_[]()~>#+-=|{}.!"):
        html = renderer.render(Reply("en", (Say("checked-on", {"date": value}),)), 7).texts[0]
        assert value in plain(html)
        assert html.count("<") == 2  # the message's own <i> and </i>
    for key in ("inbox-text", "correction-text"):
        assert renderer.render(Reply("en", (Say(key, {"text": "Come\nto *Dakar*"}),)), 7).texts == ("Come\nto *Dakar*",)


@given(st.lists(st.text(min_size=1, max_size=3000), max_size=12))
def test_no_piece_exceeds_telegrams_limit(paragraphs: list[str]) -> None:
    """P13: whatever the text, each message has at most 4,096 UTF-16 units, and no visible word is lost."""
    html = "\n\n".join(to_html(paragraph, "ar") for paragraph in paragraphs)

    pieces = split(html)

    assert all(units(plain(piece)) <= LIMIT for piece in pieces)
    assert "".join("".join(plain(piece) for piece in pieces).split()) == "".join(plain(html).split())


def test_emoji_count_double() -> None:
    """20: 2,000 emoji are 4,000 units; 4,096 of them need two messages."""
    assert len(split("😀" * 2000)) == 1
    assert len(split("😀" * 4096)) > 1


def test_buttons_are_signed_for_one_chat(key_ring: KeyRing) -> None:
    """49: altered, foreign, cut or missing data is refused."""
    data = pack("e:en:upr-overview", 7, key_ring)

    action = unpack(data, 7, key_ring)
    assert action is not None
    assert (action.verb, action.arguments) == ("e", ("en", "upr-overview"))
    for wrong in (None, "", "e", data[:-1], data.replace("upr", "hrc"), "x" * 65, data + "A", "é" * 20):
        assert unpack(wrong, 7, key_ring) is None
    assert unpack(data, 8, key_ring) is None


def test_too_long_button_data_is_refused_when_made(key_ring: KeyRing) -> None:
    """Telegram's 64 bytes are checked by us, not by Telegram."""
    with pytest.raises(CallbackTooLong):
        pack("e:" + "é" * 30, 7, key_ring)


def test_a_reply_is_rendered_whole(words: Words, key_ring: KeyRing) -> None:
    """Headings are literal, entries are Markdown, keyboards stand below the last message only."""
    reply = Reply("ar", (Heading("UPR <1>"), Copy("**نص** x")), ((Button(Say("button-menu"), "m"), Button("OHCHR", url="https://a.example")),))

    rendered = Renderer(words, key_ring).render(reply, 7)

    assert rendered.texts[0].startswith("<b>\u200f\u2068UPR &lt;1&gt;\u2069</b>\n\n<b>نص</b>")
    assert rendered.keyboard is not None
    assert rendered.keyboard[0][1]["text"] == "\u200fOHCHR"
