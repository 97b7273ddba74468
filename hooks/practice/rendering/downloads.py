"""Files to download, and how a page offers them: what each is, its form, and its size in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from .formats import size_in_words
from .output import Output

TRAINERS_NOTES = "Trainer’s notes"


@dataclass(frozen=True)
class Download:
    """A file to download: what it belongs to, its labels, its lazy output and its size."""

    of: tuple[str, str]
    """The kind and the id of what it belongs to."""
    what: str
    form: str
    output: Output
    size: int = 0
    """The size in bytes; 0 where that is not known."""


@dataclass(frozen=True)
class FileOffer:
    """A file as a page offers it."""

    what: str
    form: str
    size: str
    """The size in words."""
    address: str


def file_offers(downloads: Iterable[Download], kind: str, id: str) -> tuple[FileOffer, ...]:
    """The files that belong to a thing, in order, as its page offers them."""
    return tuple(
        FileOffer(d.what, d.form, size_in_words(d.size), d.output.path)
        for d in downloads
        if d.of == (kind, id)
    )


@dataclass(frozen=True)
class DownloadGroup:
    """Something that a page offers in one form or in several."""

    what: str
    files: tuple[FileOffer, ...]

    @property
    def for_trainer(self) -> bool:
        """Whether the learners' view of a session leaves it out."""
        return self.what == TRAINERS_NOTES


def download_groups(downloads: Iterable[Download], kind: str, id: str) -> tuple[DownloadGroup, ...]:
    """What the page of a thing offers, in order, each with the files that hold it."""
    by_what = groupby(file_offers(downloads, kind, id), key=lambda offer: offer.what)
    return tuple(DownloadGroup(what, tuple(files)) for what, files in by_what)
