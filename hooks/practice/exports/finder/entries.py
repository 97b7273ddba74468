"""What can be found beside the examples, as plain text: guides by section, key points, terms,
prompts, sessions, what is made up for learning, sources, pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from ...kinds import KindName
from ...library.library import Library
from ...model import STORY_FIELDS, Card, Example, Page
from ...rendering.cite import published
from ...rendering.formats import minutes_in_words
from ...rendering.labels import NATION_TITLES
from ...rendering.shell import Shell
from ...teaching import MADE_UP, Conversation, SampleRecord, Scenario

LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKUP = re.compile(r"[*`_#>|]+")
ITEM = re.compile(r"\n\s*(?:[-+]|\d+[.)])\s+")
SECTION = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
BODY = '<div class="practice-body">'


class Entry(NamedTuple):
    """Something that can be found beside the examples."""

    kind: str
    id: str
    address: str
    title: str
    summary: str = ""
    where: str = ""
    """Where it stands: the guide of a section, the deck of a prompt."""
    read: str = ""
    """How much of it was read, for a source."""
    tags: str = ""
    """Further words that it should be found by."""
    text: str = ""
    asks: tuple[str, ...] = ()
    """How people might ask for it."""


def others(library: Library, shells: Mapping[str, Shell]) -> list[Entry]:
    """Every entry but the examples, those of a kind together: the index holds the kinds as runs."""
    kinds: dict[str, list[Entry]] = {}
    for entry in _others(library, shells):
        kinds.setdefault(entry.kind, []).append(entry)
    return [entry for entries in kinds.values() for entry in entries]


def _others(library: Library, shells: Mapping[str, Shell]) -> Iterator[Entry]:
    for page in library.pages.values():
        shell = shells.get(f"{page.address}index.html")
        yield from _page(page, shell) if shell else ()
    yield from _short(library)
    yield from _sessions(library)
    yield from _made_up(library)
    yield from _sources(library)
    yield from _laws(library)


@lru_cache(maxsize=1 << 13)
def plain(markdown: str) -> str:
    """Markdown without its markup, on one line."""
    words = LINK.sub(r"\1", markdown) if "](" in markdown else markdown
    return " ".join(ITEM.sub(" ", "\n" + MARKUP.sub(" ", words)).split())


def story(e: Example) -> str:
    """An example's own words, field by field."""
    return " ".join(filter(None, (plain(getattr(e, field) or "") for field in STORY_FIELDS)))


def _page(page: Page, shell: Shell) -> Iterator[Entry]:
    """A guide is found as a whole and by its sections; any other page as a whole."""
    if not page.title or not page.address:
        return
    opening, *sections = _sections(shell)
    asks = {some.section: some.asks for some in page.asks}
    other = "kit" if page.address.startswith("supervise/") else "page"
    kind, id = ("guide", page.id) if page.id else (other, page.file)
    whole = Entry(kind, id, page.address, page.title, page.summary, tags=", ".join(page.also))
    whole = whole._replace(text=opening[2], asks=asks.get(None, ()))
    if not page.id:
        text = " ".join((opening[2], *(f"{title}. {text}" for _, title, text in sections)))
        yield whole._replace(text=text)
        return
    yield whole
    for id, title, text in sections:
        entry = Entry("guide", f"{page.id}#{id}", f"{page.address}#{id}", title, where=page.title)
        yield entry._replace(text=text, asks=asks.get(id, ()))


def _sections(shell: Shell) -> list[tuple[str, str, str]]:
    """(id, heading, text) of what is before the first section, and of each section of a rendered
    page.
    """
    words = _body(shell)
    marks = list(SECTION.finditer(words))
    ends = [*(m.start() for m in marks[1:]), len(words)][: len(marks)]
    opening = words[: marks[0].start()] if marks else words
    found = zip(marks, ends, strict=True)
    sections = ((m[1], _text(m[2]), _text(words[m.end() : end])) for m, end in found)
    return [("", "", _text(opening)), *sections]


def _body(shell: Shell) -> str:
    """The HTML of the body of a rendered page, up to the first slot after it."""
    parts: list[str] = []
    for literal, token in zip(shell.literals, shell.tokens, strict=True):
        parts.append(literal)
        if token.slot and BODY in "".join(parts):
            break
    return "".join(parts).partition(BODY)[2]


def _text(html: str) -> str:
    return " ".join(unescape(TAG.sub(" ", html)).split())


def _short(library: Library) -> Iterator[Entry]:
    for id, point in library.all("key-point").items():
        address, guide = library.address("key-point", id), library.title("guide", point.guide)
        yield Entry("key-point", id, address, point.text, where=guide, asks=point.asks)
    for id, term in library.all("term").items():
        address = library.address("term", id)
        yield Entry("term", id, address, term.title, term.definition, asks=tuple(term.also))
    for id, card in library.all("card").items():
        address, deck = library.address("card", id), library.title("deck", card.deck)
        yield Entry("card", id, address, card.prompt, card.note, deck, tags=_themes(library, card))


def _sessions(library: Library) -> Iterator[Entry]:
    for id, session in library.all("session").items():
        text = " ".join(f"{step.title}. {plain(step.learners)}" for step in session.steps)
        address, where = library.address("session", id), minutes_in_words(session.minutes)
        entry = Entry("session", id, address, session.title, session.summary, where)
        yield entry._replace(tags=" ".join(session.aims), text=text, asks=session.asks)


def _made_up(library: Library) -> Iterator[Entry]:
    """What a reader may find of things made up: what comes later in a scenario is not told."""
    for scenario in library.all("scenario").values():
        text = " ".join((plain(scenario.story), *scenario.questions))
        yield _made_up_entry(library, "scenario", scenario, text)
    for conversation in library.all("conversation").values():
        text = " ".join(plain(text) for _, text in conversation.texts)
        yield _made_up_entry(library, "conversation", conversation, text)
    for id, record in library.all("record").items():
        address = library.address("record", id)
        entry = Entry("record", id, address, record.title, MADE_UP, record.forms[record.form])
        yield entry._replace(tags=_themes(library, record), text=plain(record.text))


def _made_up_entry(
    library: Library, kind: KindName, thing: Scenario | Conversation, text: str
) -> Entry:
    settings = ", ".join(library.title("setting", id) for id in thing.settings)
    address, about = library.address(kind, thing.id), _themes(library, thing)
    entry = Entry(kind, thing.id, address, thing.title, thing.summary, settings)
    return entry._replace(tags=about, text=text)


def _themes(library: Library, thing: Card | SampleRecord | Scenario | Conversation) -> str:
    return ". ".join(library.title("theme", id) for id in thing.themes)


def _laws(library: Library) -> Iterator[Entry]:
    """Lines of law are found as parts of a page."""
    for id, law in library.all("law").items():
        nations = ", ".join(NATION_TITLES[nation] for nation in law.nations)
        address = library.address("law", id)
        yield Entry("law", id, address, law.title, law.text, where=nations)


def _sources(library: Library) -> Iterator[Entry]:
    for id, source in library.all("source").items():
        address, note, by = library.address("source", id), source.note or "", published(source)
        yield Entry("source", id, address, source.title, note, by, source.read)
