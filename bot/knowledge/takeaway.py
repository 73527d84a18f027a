"""Entries to take away: one HTML file that needs nothing else. No script, nothing loaded from outside, right to left in Arabic, good to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from markdown_it import MarkdownIt

from bot.i18n import Words, day
from bot.knowledge.entry import Entry, Freshness, Section, Source

_MARKDOWN = MarkdownIt("zero", {"html": False}).enable(["list", "emphasis", "link", "escape", "entity", "newline"])
_STYLE = """
body{font:17px/1.5 system-ui,"Noto Sans","Noto Naskh Arabic",sans-serif;max-width:42em;margin:1em auto;padding:0 1em;color:#111;background:#fff}
h1{font-size:1.4em}h2{font-size:1.2em;margin-top:2em;border-top:1px solid #999;padding-top:1em}h3{font-size:1em;margin-bottom:.2em}
p,ul,ol{margin:.4em 0}.note{color:#444;font-size:.9em}a{color:#0645ad;overflow-wrap:anywhere}nav li{margin:.2em 0}
@media print{body{font-size:11pt;max-width:none}h2{break-before:auto}section{break-inside:auto}h2,h3{break-after:avoid}nav{display:none}a{color:#000}
a[href^=http]::after{content:" (" attr(href) ")";font-size:.8em}}
"""


@dataclass(frozen=True, slots=True)
class Leaflet:
    """What is to be written: entries under a title, in one language, as of a day."""

    title: str
    entries: Sequence[Entry]
    language: str
    today: date


def page(leaflet: Leaflet, words: Words) -> str:
    """Return the file's text. An entry whose check lies too far back is only named, with its sources."""
    direction = "rtl" if leaflet.language == "ar" else "ltr"
    title = escape(leaflet.title)
    parts = [
        f'<!doctype html><html lang="{leaflet.language}" dir="{direction}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';style-src \'unsafe-inline\'">',
        f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>",
        f'<p class="note">{escape(words.text(leaflet.language, "takeaway-made", {"date": day(leaflet.today, leaflet.language)}))}</p>',
        _contents(leaflet) if len(leaflet.entries) > 1 else "",
        *(_entry(entry, leaflet, words) for entry in leaflet.entries),
        "</body></html>",
    ]
    return "\n".join(part for part in parts if part)


def _contents(leaflet: Leaflet) -> str:
    items = "".join(f'<li><a href="#{entry.id}">{escape(entry.texts[leaflet.language].title)}</a></li>' for entry in leaflet.entries)
    return f"<nav><ul>{items}</ul></nav>"


def _entry(entry: Entry, leaflet: Leaflet, words: Words) -> str:
    language, text = leaflet.language, entry.texts[leaflet.language]
    fresh = entry.freshness(leaflet.today)
    parts = [f'<section id="{entry.id}"><h2>{escape(text.title)}</h2>']
    checked = {"date": day(entry.checked_on, language)}
    if fresh is Freshness.STALE:
        parts.append(f"<p>{_inline(words.text(language, 'being-updated', checked))}</p>")
    else:
        for section, body in text.sections.items():
            heading = "" if section is Section.SUMMARY else f"<h3>{_inline(words.text(language, f'section-{section.value}'))}</h3>"
            parts.append(heading + _MARKDOWN.render(body))
        parts.append(f'<p class="note">{_inline(words.text(language, "checked-on", checked))}</p>')
    if fresh is Freshness.OVERDUE:
        parts.append(f'<p class="note">{_inline(words.text(language, "overdue"))}</p>')
    return "\n".join((*parts, _sources(entry.sources, language, words), "</section>"))


def _sources(sources: Sequence[Source], language: str, words: Words) -> str:
    items = "".join(f"<li>{_source(one, language, words)}</li>" for one in sources)
    return f"<h3>{_inline(words.text(language, 'sources-title'))}</h3><ul>{items}</ul>"


def _source(source: Source, language: str, words: Words) -> str:
    """One source: its page as a link; what was read on a site that may harm a phone only by its name."""
    title = escape(source.title)
    about = escape(words.text(language, "source-page", {"publisher": source.publisher, "tongue": source.language}))
    if source.url is None:
        return f"{title} — {about}. {_inline(words.text(language, 'source-unlinked'))}"
    return f'<a rel="noreferrer" href="{escape(source.url)}">{title}</a> — {about}'


def _inline(markdown: str) -> str:
    return str(_MARKDOWN.renderInline(markdown))
