"""Pages and pictures that a hand-written page names by their paths, and that are not there."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator

from ..messages import format_message
from ..model import Problem
from ..reading.folder import Reading
from ..reading.schema_messages import did_you_mean


def problems(reading: Reading) -> Iterator[Problem]:
    """A problem for each, at its place."""
    for file, page in reading.pages.items():
        path = reading.files["page", file]
        docs = path.removesuffix(os.path.join(*file.split("/")))
        for link in page.files:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(file), link.path))
            if target.startswith("../") or not os.path.isfile(os.path.join(docs, target)):
                nearest = did_you_mean(link.path, _near(docs, file, link.path))
                values = {"given": repr(link.path), "nearest": nearest}
                words = format_message("page-files", **values)
                yield Problem(path, link.line, link.column, "page-files", *words)


def _near(docs: str, file: str, named: str) -> list[str]:
    """The files of the same type below docs/, as a page would name them."""
    ending, start = os.path.splitext(named)[1], os.path.join(docs, os.path.dirname(file))
    return [
        os.path.relpath(os.path.join(folder, name), start).replace(os.sep, "/")
        for folder, _, names in sorted(os.walk(docs))
        for name in sorted(names)
        if name.endswith(ending)
    ]
