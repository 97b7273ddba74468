"""Hand-written pages: the slots and directives that MkDocs left in them, filled from the
library.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from ..digest import digest
from ..kinds import is_kind
from ..model import Page
from ..reading.page import options
from ..rendering import cite, page_footer
from ..rendering.output import Output
from ..rendering.shell import Shell, Token, text
from ..rendering.site import About, Site
from .directives import DIRECTIVES, Place
from .lists import back_links, published

Belongs = tuple[str, tuple[tuple[str, str], ...], int]
"""A heading, links, and how many there are in all."""

USES = (
    (
        "Talk about it",
        "Prompts for one to one, for a team, or for yourself.",
        ("Decks of cards", "Prompt cards"),
    ),
    ("Teach it", "Sessions with the minutes worked out.", ("Sessions",)),
    ("See it in practice", "Services that tried, with what is not known.", ("Seen in practice",)),
    (
        "Where to go on",
        "A path, a look at where you are, and what belongs with it.",
        ("Paths", "Self-review", "Themes", "Line of sight", "Terms"),
    ),
)
"""What readers do with a guide: a heading, a word on it, and the lists that belong there."""


def pages(site: Site, drawn: Mapping[str, Shell]) -> Iterator[Output]:
    """Every hand-written page as drawn, filled.

    `drawn` holds the cut pages by their path in the site.
    """
    files = {f"{page.address}index.html": page for page in site.library.pages.values()}
    for path, shell in sorted(drawn.items()):
        yield _filled(site, path, shell, files.get(path))


def _filled(site: Site, path: str, shell: Shell, page: Page | None) -> Output:
    """One of them; what MkDocs drew without a page of ours is what stands where nothing is."""
    lost = About(
        "This page is not here",
        "There is nothing at this address.",
        "404.html",
        "mkdocs.yml",
        paper=False,
    )
    html = (
        fill(site, shell, page, about(site, page), _root(page.address))
        if page
        else fill(site, shell, None, lost, urlsplit(site.settings.url).path)
    )
    raw = html.encode()
    return Output(path, digest(raw), lambda: raw, page is not None)


def _root(address: str) -> str:
    return "../" * address.count("/") or "./"


def about(site: Site, page: Page) -> About:
    """What the head of a hand-written page says of it."""
    title = page.title or site.settings.name
    data = (
        ("@type", "LearningResource"),
        ("name", title),
        ("description", page.summary),
        ("inLanguage", "en-GB"),
        ("learningResourceType", "guide"),
        ("timeRequired", f"PT{page.minutes}M"),
        ("teaches", _claims(site, page)),
        ("audience", AUDIENCE),
        ("license", "https://creativecommons.org/licenses/by/4.0/"),
    )
    scripts = ("terms.js",) if any(mention.kind == "term" for mention in page.mentions) else ()
    if not page.id:
        return About(
            title,
            page.summary,
            page.address,
            f"docs/{page.file}",
            scripts=("share.js", *scripts) if page.headings else scripts,
        )
    return About(
        title,
        page.summary,
        page.address,
        f"docs/{page.file}",
        data,
        cite.meta(site.settings, title, site.settings.day, page.address),
        scripts=("share.js", *scripts),
    )


AUDIENCE = {
    "@type": "EducationalAudience",
    "educationalRole": "People who work in health and social care",
}


def _claims(site: Site, page: Page) -> tuple[str, ...]:
    """The key points of a guide."""
    return tuple(
        site.library.title("key-point", id)
        for id in site.library.linked_from("key-point-guide", page.id)
    )


def fill(site: Site, shell: Shell, page: Page | None, about: About, root: str) -> str:
    """The page with every token filled."""
    slots = {**site.slots(about, root, shell.article), "body": ""}
    if page and page.id:
        slots["after"] = _after_guide(site, page, root)
    return shell.fill([_value(site, token, page, root, slots) for token in shell.tokens])


def _value(site: Site, token: Token, page: Page | None, root: str, slots: Mapping[str, str]) -> str:
    if token.slot:
        return slots[token.slot]
    if token.directive:
        fill_in = DIRECTIVES.get(
            token.directive
        )  # an unknown one is a problem already, and the preview shows it
        return fill_in(Place(site, page, root), options(token.options)) if fill_in else ""
    return _meaning(site, token.meaning, root) if token.meaning else _link(site, token, root)


def _meaning(site: Site, term: str, root: str) -> str:
    """What a term means, kept ready for a reader who asks where the term stands."""
    found = site.library.all("term").get(term)
    return (
        site.render(
            "meaning.html",
            root,
            id=term,
            title=found.title,
            definition=found.definition,
            address=site.library.address("term", term),
        ).strip()
        if found
        else ""
    )


def _link(site: Site, token: Token, root: str) -> str:
    """A link by id.

    In the preview a page can be newer than the last good library: it then leads home.
    """
    library, kind = site.library, token.kind
    if token.source:
        source = library.all("source").get(token.source)
        href = root + library.address("source", token.source) if source else root
        return f'(<a href="{href}">{text(source.cited_as if source else token.source)}</a>)'
    if not is_kind(kind):
        return f"{kind}:{token.ref}"
    there = library.get(kind, token.ref) or (kind == "example" and token.ref in library.withdrawn)
    return root + library.address(kind, token.ref) if there else root


def _after_guide(site: Site, page: Page, root: str) -> str:
    themes = tuple(
        site.library.link("theme", t) for t in page.themes if site.library.get("theme", t)
    )
    belongs = [
        *(lists for lists in back_links(site, "guide", page.id) if lists[0] != "Key points"),
        ("Themes", themes, len(themes)),
    ]
    cited = tuple(
        (
            source.cited_as,
            site.library.address("source", s),
            source.title,
            published(source),
            source.url or "",
        )
        for s in page.sources
        if (source := site.library.all("source").get(s))
    )
    end = page_footer.view(
        site, page.title, site.settings.day, page.address, f"docs/{page.file}", page.changes
    )
    return site.render(
        "after-guide.html", root, groups=_groups(belongs), guide=page.id, sources=cited, ending=end
    )


def _groups(belongs: Sequence[Belongs]) -> list[tuple[str, str, list[Belongs]]]:
    """What belongs with a guide, by what a reader may want to do next.

    What has no other place comes last.
    """
    placed = {heading for _, _, headings in USES for heading in headings}
    wanted = [
        (title, lead, [lists for heading in headings for lists in belongs if lists[0] == heading])
        for title, lead, headings in USES
    ]
    wanted[-1][2].extend(lists for lists in belongs if lists[0] not in placed)
    return [group for group in wanted if group[2]]
