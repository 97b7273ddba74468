"""The whole library as an SQLite database: a table for each kind, one for each relation, and an
index of the words. Datasette opens it as it stands.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from ...kinds import KINDS, Kind, public
from ...library.relations import Relation, leading_from
from ...rendering.output import compact_json
from ...rendering.site import Site
from . import records, tables


def write(site: Site, path: str) -> None:
    """Writes the database. Equal libraries give equal bytes with one release of SQLite.

    Raises OSError when the disk cannot take it.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            _write(connection, site)
    except sqlite3.OperationalError as err:
        raise OSError(errno.EIO, f"The database could not be written: {err}") from err


def _write(connection: sqlite3.Connection, site: Site) -> None:
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    _about(connection, site)
    for kind in public():
        _create(connection, kind)
    for kind in public():
        _fill(connection, site, kind)
    for relation in records.shown():
        _link(connection, site, relation)
    for kind in public():
        _index(connection, kind)
    connection.commit()


def table(kind: Kind) -> str:
    """The name of the table of a kind."""
    return kind.slug.replace("-", "_")


def link_table(relation: Relation) -> str:
    """The name of the table of a relation."""
    return f"{table(KINDS[relation.source])}_{table(KINDS[relation.target])}"


def _about(connection: sqlite3.Connection, site: Site) -> None:
    connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)")
    about = {"title": site.settings.name, **records.about(site)}
    connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())


def _create(connection: sqlite3.Connection, kind: Kind) -> None:
    single = {
        relation.field: table(KINDS[relation.target])
        for relation in leading_from(kind.name)
        if KINDS[relation.target].public
    }
    parts = ['"id" TEXT PRIMARY KEY']
    for column in tables.columns(kind)[1:]:
        sort = "INTEGER" if column.number else "TEXT"
        other = single.get(column.name) if column.one_id else None
        leads = f' REFERENCES "{other}" ("id")' if other else ""
        parts.append(f'"{column.name}" {sort}{leads}')
    connection.execute(f'CREATE TABLE "{table(kind)}" ({", ".join(parts)})')


def _fill(connection: sqlite3.Connection, site: Site, kind: Kind) -> None:
    places = ", ".join("?" * len(tables.columns(kind)))
    rows = ([_value(value) for value in row] for row in tables.rows(site, kind))
    connection.executemany(f'INSERT INTO "{table(kind)}" VALUES ({places})', rows)  # noqa: S608


def _value(value: Any) -> Any:
    """Lists and groups are kept as JSON, which SQLite can read."""
    return compact_json(value) if isinstance(value, list | dict) else value


def _link(connection: sqlite3.Connection, site: Site, relation: Relation) -> None:
    name = link_table(relation)
    source, target = (table(KINDS[kind]) for kind in (relation.source, relation.target))
    connection.execute(
        f'CREATE TABLE "{name}" ("from_id" TEXT NOT NULL REFERENCES "{source}" ("id"),'
        f' "to_id" TEXT NOT NULL REFERENCES "{target}" ("id"), "section" TEXT)'
    )
    connection.executemany(
        f'INSERT INTO "{name}" VALUES (?, ?, ?)',  # noqa: S608
        _links(site, relation),
    )
    connection.execute(f'CREATE INDEX "{name}_to" ON "{name}" ("to_id")')
    connection.execute(f'CREATE INDEX "{name}_from" ON "{name}" ("from_id")')


def _links(site: Site, relation: Relation) -> Iterator[tuple[str, str, str | None]]:
    for id in site.library.all(relation.source):
        for ref in site.library.links(relation.name, id):
            target, _, section = ref.partition("#")
            yield id, target, section or None


def _index(connection: sqlite3.Connection, kind: Kind) -> None:
    """An index of the words of a table, of the sort that Datasette finds by itself."""
    name, words = table(kind), [c.name for c in tables.columns(kind) if c.prose]
    columns = ", ".join(f'"{word}"' for word in words)
    connection.execute(
        f'CREATE VIRTUAL TABLE "{name}_fts" USING fts5 ({columns}, content="{name}")'
    )
    rebuild = f'INSERT INTO "{name}_fts" ("{name}_fts") VALUES (?)'  # noqa: S608
    connection.execute(rebuild, ("rebuild",))
