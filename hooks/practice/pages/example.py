"""The page of an example, the note that stands where one was withdrawn, and the pages that lead on from former ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..library.related import Beside, related
from ..model import Example
from ..reading.kept import digest
from ..reading.text import links
from . import cite, ending, markdown, rows
from .output import Output, page_path
from .session import audience
from .site import About, Site

SECTIONS = (
    ("context", "context", "Why they tried it"),
    ("what_they_did", "did", "What they did"),
    ("what_changed", "changed", "What changed"),
    ("what_helped", "helped", "What helped"),
    ("what_got_in_the_way", "obstacles", "What got in the way"),
    ("learning", "learning", "What others can learn"),
    ("limits", "unknown", "What is not known"),
)
"""Field, fragment and heading of each part of the story."""

KINDS = {"published": "published account", "contributed": "sent in by those who did it", "illustrative": "illustrative: made up to show a point"}
BASIS = {"stated": "They say this", "mixed": "They say part of this, and part is our reading", "editor": "Our reading"}
USES = {"self": "On your own", "one-to-one": "One to one", "team": "In a team", "with-a-person": "With a person you support"}
LETTERS_A_MINUTE = 1300
FILE = "examples_data/examples/{}.yml"


def pages(site: Site) -> Iterator[Output]:
    """The page of every published example, and what stands at the addresses of those that moved or were withdrawn."""
    for id, beside in related(site.library):
        yield page(site, site.library.all("example")[id], beside)
    for id, example in site.library.withdrawn.items():
        yield from (withdrawn(site, address, example) for address in (id, *example.aliases))
    for example in site.library.all("example").values():
        yield from (moved(site, alias, example.id) for alias in example.aliases)


def page(site: Site, example: Example, beside: Beside) -> Output:
    """The page of one example."""
    address = site.library.address("example", example.id)
    about = About(
        title=example.title,
        description=example.summary,
        address=address,
        edit=FILE.format(example.id),
        data=_structured(site, example),
        meta=(*_alternates(site, example), *cite.meta(site.settings, example.title, example.added, address)),
        dated=example.reviewed or example.added,
        scripts=("share.js",),
        short=f"e/{site.codes[example.id]}/",
    )
    return site.page("example", "example.html", about, view(site, example, beside), Story(site, example), site.library.digests[example.id])


def _alternates(site: Site, example: Example) -> tuple[str, str]:
    """Where the same is to be had as data, and as a card for another website."""
    url = site.settings.url
    return (
        f'<link rel="alternate" type="application/json" href="{url}api/v1/examples/{example.id}.json">',
        f'<link rel="alternate" type="application/json+oembed" href="{url}embed/{example.id}/oembed.json">',
    )


class Story:
    """An example's own words, drawn when its page is."""

    def __init__(self, site: Site, example: Example):
        self.site, self.example = site, example

    def sections(self, hrefs: dict[str, str]) -> list[tuple[str, str, str, str]]:
        """(field, fragment, heading, HTML) of each part that was written."""
        written = [(field, fragment, heading) for field, fragment, heading in SECTIONS if getattr(self.example, field)]
        drawn = markdown.draw([getattr(self.example, field) for field, _, _ in written], lambda kind, ref: "../../" + hrefs.get(f"{kind}:{ref}", ""))
        return [(*part, html) for part, html in zip(written, drawn, strict=True)]


def view(site: Site, example: Example, beside: Beside) -> dict[str, Any]:
    """All that the page shows from elsewhere."""
    library = site.library
    named = lambda kind, ids: tuple(library.link(kind, id) for id in ids)  # noqa: E731 - one line says it
    return {
        "kind": KINDS[example.kind],
        "swatch_of": (rows.families(library, example), example.components),
        "nation": library.link("nation", example.nation) if example.nation else (),
        "when": rows.when(example.period),
        "settings": named("setting", example.settings),
        "roles": named("role", example.roles),
        "themes": named("theme", example.themes),
        "components": named("component", example.components),
        "knowledge": named("knowledge", example.knowledge),
        "points": tuple((library.title("key-point", id), *library.link("guide", library.get("key-point", id).guide), library.address("key-point", id)) for id in example.key_points),
        "guides": named("guide", example.guides),
        "sessions": named("session", library.linked_from("session-example", example.id)),
        "sources": tuple(_source(site, source) for source in example.sources),
        "beside": tuple(rows.row(library, id, why) for id, why in beside[0]),
        "also": named("example", beside[1]),
        "hrefs": {f"{kind}:{ref}": library.address(kind, ref) for kind, ref in _text_links(example)},
        "overdue": bool(example.review_by and example.review_by < site.settings.day),
        "basis": BASIS.get(example.learning_basis or "", ""),
        "uses": USES,
        "ending": ending.view(site, example.title, example.added, library.address("example", example.id), FILE.format(example.id), example.changes, example.added),
    }


def minutes(example: Example) -> int:
    """How long it takes to read, by its letters: counting words would cost a second at ten thousand examples."""
    return max(1, round(sum(len(getattr(example, field) or "") for field, _, _ in SECTIONS) / LETTERS_A_MINUTE))


def _text_links(example: Example) -> list[tuple[str, str]]:
    return [link for field, _, _ in SECTIONS for link in links(getattr(example, field) or "")]


def _source(site: Site, source: Any) -> tuple[str, str, str, str, str]:
    """title, publisher and year, web address, how much was read, address in the bibliography"""
    named = site.library.get("source", source.ref) if source.ref else source
    by = ", ".join(str(part) for part in (*getattr(named, "authors", ()), named.publisher, named.year) if part)
    return named.title, by, named.url or "", source.read, site.library.address("source", source.ref) if source.ref else ""


def _structured(site: Site, example: Example) -> tuple:
    return (
        ("@type", "LearningResource"),
        ("name", example.title),
        ("description", example.summary),
        ("inLanguage", "en-GB"),
        ("learningResourceType", "practice example"),
        ("about", tuple(site.library.title("theme", id) for id in example.themes)),
        ("audience", audience(site, example.roles)),
        ("teaches", tuple(site.library.title("key-point", id) for id in example.key_points)),
        ("timeRequired", f"PT{minutes(example)}M"),
        ("license", "https://creativecommons.org/licenses/by/4.0/" if example.licence == "CC-BY-4.0" else example.licence),
        ("dateCreated", example.added),
        ("isBasedOn", tuple(s.url for s in example.sources if s.url)),
    )


def withdrawn(site: Site, id: str, example: Example) -> Output:
    """The note at an address that a withdrawn example has or had: when and why, and nothing of the story. It is in no sitemap."""
    assert example.withdrawn
    about = About("A withdrawn example", "This example was withdrawn.", f"examples/{id}/", FILE.format(example.id), meta=('<meta name="robots" content="noindex">',), paper=False)
    return replace(site.page("example", "withdrawn.html", about, {"on": example.withdrawn.on, "reason": example.withdrawn.reason}), page=False)


def moved(site: Site, alias: str, id: str) -> Output:
    """The page at a former address: it leads on without a script."""
    url = f"{site.settings.url}examples/{id}/"
    key = digest(site.code, b"moved", alias.encode(), url.encode())
    return Output(page_path(f"examples/{alias}/"), key, lambda: site.render("moved.html", "../../", url=url, to=f"../{id}/").encode())
