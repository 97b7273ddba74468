"""Renders templates, and puts what they give into the theme's pages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import jinja2
from markupsafe import Markup

from ..digest import digest, digest_json
from ..teaching import NOTICE
from . import cite, head, html, labels, qr, svg
from .formats import day_in_words, minutes_in_words
from .metadata import PageMetadata
from .output import Output, page_path
from .rows import Row
from .settings import Settings
from .shell import DEPTHS, Shell, ShellError, text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from ..library.former import Note

CUT = "\0"
"""Marks the place at which a rendered row is cut: no text of the library can hold it."""
TEMPLATES = os.path.join(os.path.dirname(__file__), "templates")
HELPERS = {
    "anchors": html.anchors,
    "sentence": html.sentence,
    "with_full_stop": html.with_full_stop,
    "chips": html.chips,
    "bar": svg.bar,
    "level": svg.level,
    "meter": svg.meter,
    "rail": svg.rail,
    "ring": svg.ring,
    "sight": svg.sight,
    "swatch": svg.swatch,
    "threads": svg.THREADS,
    "labels": labels,
    "notice": NOTICE,
}
"""What every template can use: pure functions that give HTML, and words."""
Load = Callable[[], "tuple[PageMetadata, DataclassInstance]"]
"""Gives the metadata and the view of a page."""


class PageNotices(NamedTuple):
    """Notices at the top of pages."""

    problems: tuple[str, ...] = ()
    """The problems that the live preview shows on every page."""
    former: Mapping[str, tuple[Note, ...]] = {}
    """What was on a page before, by its address."""


NO_NOTICES = PageNotices()


class Templates(jinja2.Environment):
    """Templates whose globals are a plain mapping: each page copies it, and Jinja's ChainMap gives
    up its names one by one.
    """

    def __init__(self, folder: str = TEMPLATES, **more: Any):
        super().__init__(
            loader=jinja2.FileSystemLoader(folder),
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,
            **{"autoescape": True, **more},
        )

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


class Renderer:
    """Renders pages. Pages with equal keys have equal bytes."""

    def __init__(
        self,
        settings: Settings,
        shells: Mapping[str, Shell],
        code_digest: bytes,
        notices: PageNotices = NO_NOTICES,
    ):
        """`code_digest` is the digest of the core."""
        self.settings, self.shells, self.notices = settings, shells, notices
        self.code_digest = digest(code_digest, settings.key)
        self._rows: dict[str, tuple[str, str]] = {}
        self._templates = Templates()
        self._templates.globals.update(HELPERS, listing=self.listing, website=settings)
        self._templates.filters.update(
            day=day_in_words, minutes=minutes_in_words, published=cite.published
        )

    def render(self, template: str, root: str, **values: Any) -> str:
        """A template's HTML; `root` leads from the page to the site's root."""
        return self._templates.get_template(template).render(root=root, **values)

    def page(
        self, shell: str, template: str, metadata: PageMetadata, view: DataclassInstance
    ) -> Output:
        """A page whose key is the digest of its view: a dataclass of plain values."""
        key = digest_json(metadata, view)
        return self.lazy_page(shell, template, metadata.address, key, lambda: (metadata, view))

    def lazy_page(
        self,
        shell: str,
        template: str,
        address: str,
        covers: bytes,
        load: Load,
    ) -> Output:
        """A page whose view is loaded when it is rendered; `covers` is the digest of all that the
        view shows.

        Raises ShellError where the page lies deeper or less deep than the links of the shell say.
        """
        if address.count("/") != DEPTHS[shell]:
            raise ShellError(f"{address} needs a shell of another depth than {shell!r} has")
        key = self.key(self.shells[shell], address, digest(template.encode(), covers))
        make = partial(self._filled, self.shells[shell], template, load)
        return Output(page_path(address), key, make, page=True)

    def key(self, shell: Shell, address: str, covers: bytes) -> bytes:
        """The key of a page; `covers` is the digest of all that is its own."""
        notices = (*self.notices.problems, *map(repr, self.notices.former.get(address, ())))
        return digest(
            self.code_digest, shell.key, address.encode(), covers, *map(str.encode, notices)
        )

    def _filled(self, shell: Shell, template: str, load: Load) -> bytes:
        metadata, view = load()
        body = self.render(template, metadata.root, about=metadata, **vars(view))
        values = {**self.slots(metadata, metadata.root, body), "body": body}
        return shell.fill([values[token.slot] for token in shell.tokens]).encode()

    def slots(self, metadata: PageMetadata, root: str, body: str) -> dict[str, str]:
        """The values of the slots that every page has, as HTML.

        `body` is the text that a reader may print.
        """
        url = self.settings.url + metadata.address
        return {
            "policy": head.POLICY,
            "title": text(head.title(metadata.title, metadata.kind, self.settings.name)),
            "description": text(metadata.description),
            "url": text(url),
            "head": head.extra(metadata, url, self.settings),
            "problems": self._problem_list() + self._former(metadata.address, root),
            "after": "",
            "paper": self._paper(metadata, root, url, body) if metadata.paper else "",
            "edit": text(self.settings.edit_url(metadata.edit)),
            "scripts": "".join(
                f'<script src="{root}assets/{name}" defer></script>' for name in metadata.scripts
            ),
        }

    def _paper(self, metadata: PageMetadata, root: str, url: str, body: str) -> str:
        """What ends a page on paper: where links lead, and where the page is to be found."""
        code = qr.picture(self.settings.url + (metadata.short or metadata.address))
        links = head.outside(body, self.settings)
        return self.render("_paper.html", root, about=metadata, url=url, qr=code, links=links)

    def _problem_list(self) -> str:
        problems = self.notices.problems
        return self.render("_problems.html", "", problems=problems) if problems else ""

    def _former(self, address: str, root: str) -> str:
        """What was on a page before, for whoever asks for that place."""
        notes = self.notices.former.get(address)
        return self.render("_former.html", root, notes=notes) if notes else ""

    def listing(self, root: str, rows: Iterable[Row]) -> Markup:
        """Examples as a list, as HTML."""
        items = "\n".join([self._listed(row, root) for row in rows])
        return Markup(f'<ul class="practice-rows">\n{items}\n</ul>')

    def _listed(self, row: Row, root: str) -> str:
        """An example as lists show it.

        Some twenty lists have it, so it is rendered once, and cut where the way to the root
        goes.
        """
        if row.address not in self._rows:
            before, _, after = self.render("_row.html", CUT, row=row).partition(CUT)
            self._rows[row.address] = before, after
        before, after = self._rows[row.address]
        why = text(", ".join(row.why))
        reason = f'<p class="practice-why">Like this one about: {why}</p>' if why else ""
        return f"{before}{root}{after}{reason}</div></li>"
