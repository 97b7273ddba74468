"""The page of an example, the note that stands where one was withdrawn, and the pages that lead on
from former ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..digest import digest, plain_bytes
from ..kinds import KindName
from ..library.library import Library, Name
from ..library.related import Beside, related
from ..model import Citation, Example
from ..reading.markdown import links
from ..rendering import cite, markdown, page_footer, rows
from ..rendering.output import Output, page_path
from ..rendering.site import About, Site, View
from .sessions import audience

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

KINDS = {
    "published": "published account",
    "contributed": "sent in by those who did it",
    "illustrative": "illustrative: made up to show a point",
}
BASIS = {
    "stated": "They say this",
    "mixed": "They say part of this, and part is our reading",
    "editor": "Our reading",
}
USES = {
    "self": "On your own",
    "one-to-one": "One to one",
    "team": "In a team",
    "with-a-person": "With a person you support",
}
LETTERS_A_MINUTE = 1300
FILE = "examples_data/examples/{}.yml"


def pages(site: Site) -> Iterator[Output]:
    """The page of every published example, and what stands at the addresses of those that moved or
    were withdrawn.
    """
    for id, example in site.library.all("example").items():
        yield page(site, example, related(site.library, id))
    for id, example in site.library.withdrawn.items():
        yield from (withdrawn(site, address, example) for address in (id, *example.aliases))
    for example in site.library.all("example").values():
        yield from (moved(site, alias, example.id) for alias in example.aliases)


def page(site: Site, example: Example, beside: Beside) -> Output:
    """The page of one example."""
    address = site.library.address("example", example.id)
    names = _names(site.library, example, beside)
    return site.later(
        "example",
        "example.html",
        address,
        _stamp(site, example, beside, names),
        lambda: _told(site, example, beside, names),
    )


def _names(library: Library, example: Example, beside: Beside) -> list[Name]:
    """All things that the page shows."""
    named: tuple[tuple[KindName, Iterable[str]], ...] = (
        ("nation", (example.nation,) if example.nation else ()),
        ("setting", example.settings),
        ("role", example.roles),
        ("theme", example.themes),
        ("component", example.components),
        ("knowledge", example.knowledge),
        ("key-point", example.key_points),
        (
            "guide",
            (*(library.all("key-point")[id].guide for id in example.key_points), *example.guides),
        ),
        ("session", library.linked_from("session-example", example.id)),
        ("source", example.source_refs),
        ("example", (*(id for id, _ in beside.shown), *beside.also)),
    )
    return [*((kind, ref) for kind, refs in named for ref in refs), *_text_links(example)]


def _stamp(site: Site, example: Example, beside: Beside, names: list[Name]) -> bytes:
    """What stands for all that the page shows: its own file, and as much as can be seen of what it
    names.
    """
    library = site.library
    own = (
        plain_bytes((names, tuple(beside))),
        site.codes[example.id].encode(),
        b"overdue" if _overdue(site, example) else b"",
    )
    return digest(library.file_digests[example.id], library.digest_of(names), *own)


def _overdue(site: Site, example: Example) -> bool:
    return bool(example.review_by and example.review_by < site.settings.day)


def _told(
    site: Site, example: Example, beside: Beside, names: list[Name]
) -> tuple[About, View, Story]:
    """What the head of the page says, what the page shows, and its story."""
    library = site.library.only([*names, ("example", example.id)])
    address = library.address("example", example.id)
    about = About(
        title=example.title,
        description=example.summary,
        address=address,
        edit=FILE.format(example.id),
        data=_structured(library, example),
        meta=(
            *_alternates(site, example),
            *cite.meta(site.settings, example.title, example.added, address),
        ),
        dated=example.reviewed or example.added,
        scripts=("share.js",),
        short=f"e/{site.codes[example.id]}/",
    )
    return about, view(site, library, example, beside), Story(site, example)


def _alternates(site: Site, example: Example) -> tuple[str, str]:
    """Where the same is to be had as data, and as a card for another website."""
    url = site.settings.url
    return (
        (
            '<link rel="alternate" type="application/json"'
            f' href="../../api/v1/examples/{example.id}.json">'
        ),
        (
            '<link rel="alternate" type="application/json+oembed"'
            f' href="{url}embed/{example.id}/oembed.json">'
        ),
    )


class Story:
    """An example's own words, drawn when its page is."""

    def __init__(self, site: Site, example: Example):
        self.site, self.example = site, example

    def sections(self, hrefs: dict[str, str]) -> list[tuple[str, str, str, str]]:
        """(field, fragment, heading, HTML) of each part that was written."""
        written = [
            (field, fragment, heading)
            for field, fragment, heading in SECTIONS
            if getattr(self.example, field)
        ]
        drawn = markdown.draw(
            [getattr(self.example, field) for field, _, _ in written],
            lambda kind, ref: "../../" + hrefs.get(f"{kind}:{ref}", ""),
        )
        return [(*part, html) for part, html in zip(written, drawn, strict=True)]


def view(site: Site, library: Library, example: Example, beside: Beside) -> View:
    """All that the page shows from elsewhere."""
    address = library.address("example", example.id)
    return {
        "kind": KINDS[example.kind],
        "swatch_of": (rows.families(library, example), example.components),
        "nation": library.link("nation", example.nation) if example.nation else (),
        "when": rows.when(example.period),
        "settings": library.link_all("setting", example.settings),
        "roles": library.link_all("role", example.roles),
        "themes": library.link_all("theme", example.themes),
        "components": library.link_all("component", example.components),
        "knowledge": library.link_all("knowledge", example.knowledge),
        "points": tuple(
            (
                library.title("key-point", id),
                *library.link("guide", library.all("key-point")[id].guide),
                library.address("key-point", id),
            )
            for id in example.key_points
        ),
        "guides": library.link_all("guide", example.guides),
        "sessions": library.link_all("session", library.linked_from("session-example", example.id)),
        "sources": tuple(_source(library, source) for source in example.sources),
        "beside": tuple(rows.row(library, id, why) for id, why in beside[0]),
        "also": tuple(library.link("example", id) for id in beside[1]),
        "hrefs": {
            f"{kind}:{ref}": library.address(kind, ref) for kind, ref in _text_links(example)
        },
        "overdue": _overdue(site, example),
        "basis": BASIS.get(example.learning_basis or "", ""),
        "uses": USES,
        "ending": page_footer.view(
            site,
            example.title,
            example.added,
            address,
            FILE.format(example.id),
            example.changes,
            example.added,
        ),
    }


def minutes(example: Example) -> int:
    """How long it takes to read, by its letters: counting words would cost a second at ten thousand
    examples.
    """
    return max(
        1,
        round(
            sum(len(getattr(example, field) or "") for field, _, _ in SECTIONS) / LETTERS_A_MINUTE
        ),
    )


def _text_links(example: Example) -> list[Name]:
    return [link for field, _, _ in SECTIONS for link in links(getattr(example, field) or "")]


def _source(library: Library, source: Citation) -> tuple[str, str, str, str, str]:
    """title, publisher and year, web address, how much was read, address in the bibliography"""
    named = library.all("source")[source.ref] if source.ref else source
    by = ", ".join(
        str(part) for part in (*getattr(named, "authors", ()), named.publisher, named.year) if part
    )
    return (
        named.title or "",
        by,
        named.url or "",
        source.read,
        library.address("source", source.ref) if source.ref else "",
    )


def _structured(library: Library, example: Example) -> tuple:
    return (
        ("@type", "LearningResource"),
        ("name", example.title),
        ("inLanguage", "en-GB"),
        ("learningResourceType", "practice example"),
        ("about", tuple(library.title("theme", id) for id in example.themes)),
        ("audience", audience(library, example.roles)),
        ("teaches", tuple(library.title("key-point", id) for id in example.key_points)),
        ("timeRequired", f"PT{minutes(example)}M"),
        (
            "license",
            (
                "https://creativecommons.org/licenses/by/4.0/"
                if example.licence == "CC-BY-4.0"
                else example.licence
            ),
        ),
        ("dateCreated", example.added),
        ("isBasedOn", tuple(s.url for s in example.sources if s.url)),
    )


def withdrawn(site: Site, id: str, example: Example) -> Output:
    """The note at an address that a withdrawn example has or had: when and why, and nothing of the
    story. It is in no sitemap.
    """
    assert example.withdrawn
    about = About(
        "A withdrawn example",
        "This example was withdrawn.",
        f"examples/{id}/",
        FILE.format(example.id),
        meta=('<meta name="robots" content="noindex">',),
        paper=False,
    )
    return site.page(
        "example",
        "withdrawn.html",
        about,
        {"on": example.withdrawn.on, "reason": example.withdrawn.reason},
    )._replace(page=False)


def moved(site: Site, alias: str, id: str) -> Output:
    """The page at a former address: it leads on without a script."""
    url = f"{site.settings.url}examples/{id}/"
    key = digest(site.code, b"moved", alias.encode(), url.encode())
    return Output(
        page_path(f"examples/{alias}/"),
        key,
        lambda: site.render("moved.html", "../../", url=url, to=f"../{id}/").encode(),
    )
