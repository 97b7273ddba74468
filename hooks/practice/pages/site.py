"""What all pages share: the library, the shells, the templates, and how a page is made from a view."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import jinja2

from ..library import ledger
from ..library.library import Library
from ..reading.kept import digest, plain_bytes
from . import anchors, head, qr, weave
from .downloads import Download
from .output import Before, Output, page_path
from .rows import Row
from .shell import Shell, text

View = Mapping[str, Any]
"""All that a page shows from elsewhere, as plain values: it is the template's only door to other records, and part of the page's key."""

CUT = "\0"
"""Stands where a row is cut: no text of the library can hold it."""
TEMPLATES = os.path.join(os.path.dirname(__file__), "templates")


@dataclass(frozen=True)
class Settings:
    """What the site is called and where it stands."""

    name: str
    url: str
    repository: str
    day: str
    """The build's date, YYYY-MM-DD: from SOURCE_DATE_EPOCH, or the last commit."""
    contact: str = ""
    """The e-mail address that takes examples from people without an account."""

    @property
    def key(self) -> bytes:
        """Stands for all that any page may show of it; what depends on the day has the day in its own key."""
        return plain_bytes((self.name, self.url, self.repository, self.contact))


@dataclass(frozen=True)
class About:
    """What the head of a page says about it."""

    title: str
    description: str
    address: str
    edit: str
    """The file to edit, below the repository's root."""
    data: tuple = ()
    """schema.org properties as (name, value) pairs."""
    meta: tuple = ()
    """Further head elements, as HTML."""
    dated: str = ""
    """The day of the version, for paper."""
    paper: bool = True
    short: str = ""
    """A short address that leads here, for paper."""
    scripts: tuple[str, ...] = ()
    """Scripts that this page alone needs, by their names below assets/."""


@dataclass(frozen=True)
class Site:
    """Everything that drawing a page needs."""

    settings: Settings
    library: Library
    shells: Mapping[str, Shell]
    code: bytes
    problems: tuple[str, ...] = ()
    """Problems to show at the top of every page, in the live preview."""
    addresses: tuple[ledger.Entry, ...] = ()
    """The ledger of every address ever published."""
    tests: Mapping[str, Any] = field(default_factory=dict)
    """What the last test of accessibility found."""
    downloads: tuple[Download, ...] = ()
    """Files that belong to sessions and decks; none where they are left out."""
    compiled: jinja2.BytecodeCache | None = None
    """Templates that were compiled before."""
    before: Before = field(default_factory=Before)
    """What still holds of the last build."""

    @cached_property
    def frame(self) -> bytes:
        """Equal while nothing has changed but what some examples tell and what lists say of them, and hand-written pages."""
        shells = sorted((name, shell.key) for name, shell in self.shells.items())
        files = [(download.output.path, download.output.key, download.size) for download in self.downloads]
        ledger = [(entry.address, entry.target) for entry in self.addresses]
        return digest(self.code, self.library.frame, plain_bytes((self.settings.day, self.problems, shells, files, ledger, dict(self.tests))))

    @cached_property
    def leads(self) -> dict[str, str]:
        """The example that each short address leads to, by its code."""
        return ledger.leads(self.library, self.addresses)

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of each example's short address, by id: the one it had first, when it has taken in others."""
        return {id: code for code, id in reversed(self.leads.items())}

    @cached_property
    def environment(self) -> jinja2.Environment:
        env = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined, bytecode_cache=self.compiled, auto_reload=False
        )
        env.globals.update(anchors=anchors.anchors, sentence=anchors.sentence, stopped=anchors.stopped, chips=anchors.chips, listing=self.listing, meter=weave.meter, swatch=weave.swatch, rail=weave.rail, edit_url=self.edit_url, history_url=self.history_url, website=self.settings)
        return env

    def edit_url(self, file: str) -> str:
        """The address at which a file of the repository is edited."""
        return f"{self.settings.repository}/edit/main/{file}"

    def history_url(self, file: str) -> str:
        """The address at which every change to a file of the repository is listed."""
        return f"{self.settings.repository}/commits/main/{file}"

    def new_url(self, folder: str) -> str:
        """The address at which a file is added to the repository."""
        return f"{self.settings.repository}/new/main/{folder}"

    def render(self, template: str, root: str, **values: Any) -> str:
        """A template's HTML; `root` leads from the page to the site's root."""
        return self.environment.get_template(template).render(root=root, **values)

    @cached_property
    def _rows(self) -> dict[str, tuple[str, str]]:
        return {}

    def listing(self, root: str, rows: Iterable[Row]) -> str:
        """Examples as a list, as HTML."""
        return '<ul class="practice-rows">\n{}\n</ul>'.format("\n".join([self._listed(row, root) for row in rows]))

    def _listed(self, row: Row, root: str) -> str:
        """An example as lists show it. It stands in some twenty lists, so it is drawn once, and cut where the way to the root goes."""
        address, why = row[1], row[-1]
        if address not in self._rows:
            before, _, after = self.render("_row.html", CUT, row=row).partition(CUT)
            self._rows[address] = before, after
        before, after = self._rows[address]
        reason = f'<p class="practice-why">Both: {text(", ".join(why))}</p>' if why else ""
        return f"{before}{root}{after}{reason}</div></li>"

    def page(self, shell: str, template: str, about: About, view: View, record: Any = None, stamp: bytes = b"") -> Output:
        """A page of a kind. `stamp` stands in the key for `record`, which only its own bytes can change."""
        key = digest(self.code, self.shells[shell].key, plain_bytes((about.__dict__, view)), stamp, *map(str.encode, self.problems))
        return Output(page_path(about.address), key, lambda: self._draw(shell, template, about, view, record).encode(), page=True)

    def later(self, shell: str, template: str, address: str, stamp: bytes, told: Callable[[], tuple[About, View, Any]]) -> Output:
        """A page of which everything is worked out only when it is drawn. `stamp` stands for all that it shows."""
        key = digest(self.code, self.shells[shell].key, address.encode(), stamp, *map(str.encode, self.problems))
        return Output(page_path(address), key, lambda: self._draw(shell, template, *told()).encode(), page=True)

    def _draw(self, shell: str, template: str, about: About, view: View, record: Any) -> str:
        root = "../" * about.address.count("/") or "./"
        body = self.render(template, root, record=record, **view)
        values = {**self.slots(about, root, body), "body": body}
        return self.shells[shell].fill([values[token.slot] for token in self.shells[shell].tokens])

    def slots(self, about: About, root: str, body: str) -> dict[str, str]:
        """The values of the slots that every page has, as HTML. `body` is the text that a reader may print."""
        url = self.settings.url + about.address
        return {
            "policy": head.POLICY,
            "title": text(head.title(about.title, self.settings.name)),
            "description": text(about.description),
            "url": text(url),
            "head": head.extra(about, url, self.settings),
            "problems": self._problem_list(),
            "after": "",
            "paper": self._paper(about, root, url, body) if about.paper else "",
            "edit": text(self.edit_url(about.edit)),
            "scripts": "".join(f'<script src="{root}assets/{name}" defer></script>' for name in about.scripts),
        }

    def _paper(self, about: About, root: str, url: str, body: str) -> str:
        """What ends a page on paper: where links lead, and where the page is to be found."""
        code = qr.picture(self.settings.url + (about.short or about.address))
        return self.render("_paper.html", root, about=about, url=url, qr=code, links=head.outside(body, self.settings))

    def _problem_list(self) -> str:
        return self.render("_problems.html", "", problems=self.problems) if self.problems else ""
