"""The whole library as single files, for those who want it at once: JSON, JSON Lines and CSV; and
every other file of that sort.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from ...digest import digest
from ...kinds import KINDS, public
from ...rendering.csv_file import csv_file
from ...rendering.output import Output, Parts, json_bytes, parts_via_temporary_file, separated
from ...rendering.site import Site
from . import archive, linked, markdown_pages, records, tables

FOLDER = "data/"
NAME = f"{FOLDER}outcomes-in-practice"


class Sources(NamedTuple):
    """The folders from which the archive of the files is made."""

    data: str
    docs: str


Bulk = Callable[[Site, Sources], Iterator[Output]]
"""A way to come by these files: `with_pages` or `leave_out`."""


def files(site: Site, sources: Sources) -> Iterator[Output]:
    """The whole library as single files. Each holds the words of examples, so a changed word makes
    all of them anew.
    """
    made: dict[str, Callable[[], Iterable[bytes]]] = {
        ".json": partial(whole, site),
        ".jsonl": partial(lines, site),
        ".csv": partial(spreadsheet, site),
        ".xlsx": partial(_workbook, site),
        ".sqlite": partial(_database, site),
        ".jsonld": partial(linked.graph, site),
        "-files.zip": partial(parts_via_temporary_file, partial(archive.write, site, *sources)),
    }
    for suffix, make in made.items():
        key = digest(site.code_digest, site.library.digest, suffix.encode())
        yield Output(f"{NAME}{suffix}", key, Parts(make))


def with_pages(site: Site, sources: Sources) -> Iterator[Output]:
    """The whole library as single files, and each page as plain Markdown."""
    yield from files(site, sources)
    yield from markdown_pages.files(site, sources.docs)


def leave_out(site: Site, sources: Sources) -> Iterator[Output]:
    """No files: for trials and for the preview."""
    yield from ()


def whole(site: Site) -> Iterator[bytes]:
    """Every thing of every kind, as one JSON object."""
    head = {**records.about(site), "counts": records.counts(site.library)}
    return chain((json_bytes(head)[:-1], b',"things":{'), _kinds(site), (b"}}\n",))


def _kinds(site: Site) -> Iterator[bytes]:
    for number, kind in enumerate(public()):
        yield b'%b\n"%b":[' % (b"," if number else b"", kind.slug.encode())
        ids = site.library.all(kind.name)
        yield from separated(b",\n", (records.record(site, kind, id) for id in ids))
        yield b"]"


def lines(site: Site) -> Iterator[bytes]:
    """Every example, one on a line."""
    kind = KINDS["example"]
    return (b"%b\n" % records.record(site, kind, id) for id in site.library.all("example"))


def spreadsheet(site: Site) -> Iterator[bytes]:
    """Every example as a row of CSV."""
    kind = KINDS["example"]
    rows = ([tables.cell(value) for value in row] for row in tables.rows(site, kind))
    return csv_file(chain([[column.name for column in tables.columns(kind)]], rows))


def _workbook(site: Site) -> Iterator[bytes]:
    from . import workbook  # its library takes long to import, and most builds need none

    return parts_via_temporary_file(partial(workbook.write, site))


def _database(site: Site) -> Iterator[bytes]:
    from . import database

    return parts_via_temporary_file(partial(database.write, site))
