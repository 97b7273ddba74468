"""A shell: a page as the theme renders it, with named slots, cut once and filled by joining. Filled
text is not scanned.

A slot is a mark (``xslotxtitlextolsx``: plain letters come through every filter unharmed), a
directive (``<!-- practice:examples theme=risk-enablement -->``) or a link by id
(``href="example:aberdeen-inca"``). This module has no other imports of the core, so that drawing
needs nothing else.
"""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass

MARK = "xslotx{}xtolsx"
FOLDER = "practice-shell"
"""Where shells are rendered, below the site; nothing of it is published."""


@dataclass(frozen=True)
class ShellSpec:
    """A kind of page: how deep it lies, which door it belongs to, which part of the menu is
    marked.
    """

    name: str
    depth: int
    door: str
    section: str
    sheet: bool = False

    @property
    def source(self) -> str:
        """The Markdown file that MkDocs is given; its folder gives the shell the depth of the
        pages it serves.
        """
        folders = "/".join([FOLDER, *["deep"] * (self.depth - 2)])
        return f"{FOLDER}-{self.name}.md" if self.depth == 1 else f"{folders}/{self.name}-shell.md"

    @property
    def rendered(self) -> str:
        """The path of the page that MkDocs renders."""
        return f"{self.source.removesuffix('.md')}/index.html"

    @property
    def front_matter(self) -> str:
        """All that the shell's Markdown file holds."""
        sheet = "sheet: true\n" if self.sheet else ""
        return (
            f"---\ntitle: shell\nshell: {self.name}\ndoor: {self.door}\nsection:"
            f" {self.section}\n{sheet}---\n"
        )


SHELLS = (
    ShellSpec("example", 2, "example", "examples"),
    ShellSpec("examples", 1, "example", "examples"),
    ShellSpec("examples-more", 2, "example", "examples"),
    ShellSpec("index", 2, "example", "themes"),
    ShellSpec("index-more", 3, "example", "themes"),
    ShellSpec("indexes", 1, "example", "themes"),
    ShellSpec("coverage", 1, "example", "coverage"),
    ShellSpec("my-list", 1, "example", "my-list"),
    ShellSpec("coverage-more", 2, "example", "coverage"),
    ShellSpec("understand", 1, "understand", "guides"),
    ShellSpec("understanding", 2, "understand", "guides"),
    ShellSpec("teach", 1, "teach", "teach"),
    ShellSpec("teaching", 2, "teach", "teach"),
    ShellSpec("slides", 3, "teach", "teach"),
    ShellSpec("cards", 2, "teach", "teach", sheet=True),
    ShellSpec("contribute", 2, "example", ""),
    ShellSpec("about", 2, "understand", ""),
)
"""Every kind of page that the core fills. A kind of the same look and depth shares a shell."""
DEPTHS = {spec.name: spec.depth for spec in SHELLS}
"""How many folders below the site's root the pages of a shell lie: its links are relative."""

TOKEN = re.compile(
    r"xslotx(?P<slot>[a-z]+)xtolsx"
    r"|<!--\s*practice:(?P<directive>[a-z-]+)(?P<options>[^>]*?)-->"
    r"|<a href=\"source:(?P<source>[a-z0-9-]+)\"></a>"
    r"|<!--meaning:(?P<meaning>[a-z0-9-]+)-->"
    r"|(?<=href=\")(?P<kind>[a-z-]+):(?P<ref>[a-z0-9#-]+)(?=\")"
)
NEEDED = frozenset(("policy", "title", "description", "url", "head", "edit"))
"""The slots of every page; a shell has `body` as well."""
SLOTS = NEEDED | {"problems", "body", "after", "downloads", "paper", "scripts"}

TERM = re.compile(r'<a href="term:([a-z0-9-]+)">(?:(?!</a>).)*</a>', re.DOTALL)
"""A link to a term of the glossary.

Its first one on a page is followed by a place for its meaning.
"""

NAME_ALONE = re.compile(
    r'<a href="(example:[a-z0-9-]+)">([A-Z][\w’\'-]*(?: (?:of|and|the|[A-Z][\w’\'-]*)){0,4})</a>'
)
"""A link to an example whose words are a name alone: Hertfordshire, Vale of Glamorgan."""

WRONG = (
    (re.compile(r'<input class="md-toggle"[^>]*>'), ""),
    (re.compile(r'<label class="md-overlay"[^>]*></label>'), ""),
    (re.compile(r'<div data-md-component="skip">.*?</div>', re.DOTALL), ""),
    (re.compile(r'<div data-md-component="announce">.*?</div>', re.DOTALL), ""),
    (re.compile(r'<div class="md-dialog".*?</div>\s*</div>', re.DOTALL), ""),
    (re.compile(r' data-md-component="[^"]*"| data-md-color-(?:primary|accent)="[^"]*"'), ""),
    (re.compile(r"\n\s*"), "\n"),
)
"""What Material prints and we do not want: its switches, its skip link, its dialog, its indentation
(a fifth of the page).
"""


class ShellError(ValueError):
    """The theme no longer prints a slot that pages need, or prints one that nobody fills."""


@dataclass(frozen=True)
class Token:
    """A slot as found in a rendered page: exactly one of `slot`, `directive`, `source`, `meaning`
    and `kind` is given.
    """

    slot: str = ""
    directive: str = ""
    options: str = ""
    source: str = ""
    meaning: str = ""
    kind: str = ""
    ref: str = ""


class Shell:
    """A rendered page, cut at its tokens."""

    def __init__(self, name: str, page: str):
        page = with_names_explained(with_places_for_meanings(mend(page)))
        self.name = name
        self.key = hashlib.blake2b(page.encode(), digest_size=16).digest()
        self.literals: list[str] = []
        self.tokens: list[Token] = []
        end = 0
        for match in TOKEN.finditer(page):
            self.literals.append(page[end : match.start()])
            self.tokens.append(Token(**{k: v for k, v in match.groupdict().items() if v}))
            end = match.end()
        self.last = page[end:]
        self._guard({t.slot for t in self.tokens if t.slot})

    def _guard(self, slots: set[str]) -> None:
        needed = NEEDED | {"body"} if self.name in DEPTHS else NEEDED
        lost, unknown = needed - slots, slots - SLOTS
        if lost or unknown:
            raise ShellError(
                f"{self.name}: the theme lost the slots {sorted(lost)}; nobody fills"
                f" {sorted(unknown)}. Look at overrides/main.html."
            )

    @property
    def article(self) -> str:
        """The page's own text, without the frame around it."""
        return self.text.partition("<article")[2].partition("</article>")[0]

    @property
    def text(self) -> str:
        """The page between its tokens: what the theme printed."""
        return "".join((*self.literals, self.last))

    def fill(self, values: list[str]) -> str:
        """The page, with a value for each token in order. Values are HTML already."""
        parts = [part for pair in zip(self.literals, values, strict=True) for part in pair]
        return "".join((*parts, self.last))


def mark(name: str) -> str:
    """The mark of a slot."""
    return MARK.format(name)


def mend(page: str) -> str:
    """A rendered page without what Material prints and we do not want.

    The one place for it. Preformatted text keeps its lines.
    """
    blocks = re.findall(r"<pre.*?</pre>", page, re.DOTALL)
    page = re.sub(r"<pre.*?</pre>", "\0", page, flags=re.DOTALL)
    for pattern, instead in WRONG:
        page = pattern.sub(instead, page)
    for block in blocks:
        page = page.replace("\0", block, 1)
    return page


def with_places_for_meanings(page: str) -> str:
    """A rendered page in which the first link to each term is followed by a place for what the term
    means.
    """
    met: set[str] = set()

    def first(link: re.Match[str]) -> str:
        if link[1] in met:
            return link[0]
        met.add(link[1])
        return f"{link[0]}<!--meaning:{link[1]}-->"

    return TERM.sub(first, page)


def text(value: str) -> str:
    """Text made safe for HTML and for attributes."""
    return html.escape(value, quote=True)


def with_names_explained(page: str) -> str:
    """A rendered page in which a link that is a name alone says that it leads to an example: heard
    in a list of links, a place could be anything.
    """
    return NAME_ALONE.sub(r'<a href="\1" aria-label="\2, an example">\2</a>', page)
