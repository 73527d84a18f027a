"""Telegram's HTML, texts and links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.errors import BadRequest
from bot.playground.links import button_link, checked_link
from bot.playground.markup import parse_html, utf16_length
from bot.playground.text import caption_text, message_text


def entity(kind: str, offset: int, length: int, **extra: object) -> dict[str, object]:
    """Write an entity down shortly."""
    return {"type": kind, "offset": offset, "length": length, **extra}


@pytest.mark.parametrize(("source", "text", "entities"), [
    ("<b>a</b><strong>b</strong>", "ab", [entity("bold", 0, 1), entity("bold", 1, 1)]),
    ("<i>a</i><em>b</em>", "ab", [entity("italic", 0, 1), entity("italic", 1, 1)]),
    ("<u>a</u><ins>b</ins>", "ab", [entity("underline", 0, 1), entity("underline", 1, 1)]),
    ("<s>a</s><strike>b</strike><del>c</del>", "abc", [entity("strikethrough", at, 1) for at in range(3)]),
    ("<tg-spoiler>a</tg-spoiler><span class=\"tg-spoiler\">b</span>", "ab", [entity("spoiler", 0, 1), entity("spoiler", 1, 1)]),
    ("<a href='https://example.org/x?a=1&amp;b=2'>x</a>", "x", [entity("text_link", 0, 1, url="https://example.org/x?a=1&b=2")]),
    ("<code>a</code><pre>b</pre>", "ab", [entity("code", 0, 1), entity("pre", 1, 1)]),
    ('<pre><code class="language-python">a</code></pre>', "a", [entity("pre", 0, 1, language="python")]),
    ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
    ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
    ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "👍", [entity("custom_emoji", 0, 2, custom_emoji_id="5368324170671202286")]),
    ("👍<b>é<i>ش</i></b>", "👍éش", [entity("bold", 2, 2), entity("italic", 3, 1)]),
    ("&lt;&gt;&amp;&quot;&#65;&#x42;&nbsp;", '<>&"AB&nbsp;', []),
    ("<B>a</b >", "a", [entity("bold", 0, 1)]),
    ("<b></b>x", "x", []),
    ("<a href='nonsense'>x</a>", "x", []),
])
def test_tags(source: str, text: str, entities: list[dict[str, object]]) -> None:
    """Every tag of Telegram's becomes its entity, counted in UTF-16 units."""
    formatted = parse_html(source)

    assert (formatted.text, list(formatted.entities)) == (text, entities)


@pytest.mark.parametrize(("source", "reason"), [
    ("é<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("1 < 2 > 0", 'Unsupported start tag "" at byte offset 2'),
    ('<a "x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
    ("<a href='x", "Unclosed start tag at byte offset 0"),
    ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
    ("<tg-emoji emoji-id='a'>x</tg-emoji>", "Invalid custom emoji identifier specified"),
    ("&#xd800;", "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"),
])
def test_mistakes(source: str, reason: str) -> None:
    """Wrong HTML is refused in Telegram's words, with the byte offset."""
    with pytest.raises(BadRequest) as caught:
        parse_html(source)

    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"


@given(st.text(alphabet="<>/&;#'\"= abipréش👍", max_size=40))
def test_any_text_is_parsed_or_refused(source: str) -> None:
    """No text breaks the parser, and every entity lies within the text."""
    try:
        formatted = parse_html(source)
    except BadRequest:
        return
    assert all(0 <= item["offset"] < item["offset"] + item["length"] <= utf16_length(formatted.text) for item in formatted.entities)


def test_lengths_are_counted_after_parsing() -> None:
    """4,096 units pass however long the tags are; one more does not; an emoji counts two."""
    assert len(message_text(f"<b>{'a' * 4096}</b>", "HTML", []).text) == 4096
    for raw in ("a" * 4097, "👍" * 2049):
        with pytest.raises(BadRequest, match="message is too long"):
            message_text(raw, "HTML", [])
    with pytest.raises(BadRequest, match="text is too long"):
        message_text("<b></b>" * 5000, "HTML", [])
    with pytest.raises(BadRequest, match="caption is too long"):
        caption_text("a" * 1025, "", [])


@pytest.mark.parametrize(("raw", "reason"), [("", "message text is empty"), (" \n ", "text must be non-empty"),
                                             ("<b></b>", "text must be non-empty"), ("\ud800", "strings must be encoded in UTF-8")])
def test_empty_texts(raw: str, reason: str) -> None:
    """A text with nothing to see is refused."""
    with pytest.raises(BadRequest, match=reason):
        message_text(raw, "HTML", [])


def test_blanks_at_the_ends_are_cut() -> None:
    """Telegram trims a text and moves its entities."""
    formatted = message_text("\n <b>a </b>\n", "HTML", [])

    assert (formatted.text, list(formatted.entities)) == ("a", [entity("bold", 0, 1)])


def test_links_and_commands_are_found() -> None:
    """Telegram marks addresses, commands, mentions and hashtags by itself, but not inside code."""
    found = message_text("see https://example.org/a, un.org /start @someone #tag <code>/no</code>", "HTML", [])

    kinds = [(item["type"], found.text[item["offset"]:item["offset"] + item["length"]]) for item in found.entities]
    assert kinds == [("url", "https://example.org/a"), ("url", "un.org"), ("bot_command", "/start"), ("mention", "@someone"),
                     ("hashtag", "#tag"), ("code", "/no")]


@pytest.mark.parametrize(("address", "stored"), [
    ("example.org", "http://example.org/"), ("HTTPS://Example.org/A", "https://example.org/A"),
    ("https://example.org?x=1", "https://example.org/?x=1"), ("tg://resolve?domain=x", "tg://resolve?domain=x"),
    ("javascript:alert(1)", None), ("ftp://example.org", None), ("https://localhost/", None), ("https://a b.org", None),
    ("https://example.org:99999/", None), ("", None),
])
def test_addresses(address: str, stored: str | None) -> None:
    """Links are completed as Telegram completes them; others are no links, and no buttons."""
    assert checked_link(address) == stored
    if stored is None:
        with pytest.raises(BadRequest, match="inline keyboard button URL"):
            button_link(address)
