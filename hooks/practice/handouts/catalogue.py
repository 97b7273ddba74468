"""What trainers take away: the files of every session, the cards of every deck, the sheets of
hand-written pages, and the picture beside links to a page on other websites.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import handouts, licences
from ..digest import digest, digest_json
from ..kinds import KINDS
from ..model import Session
from ..rendering.downloads import TRAINERS_NOTES, Download
from ..rendering.output import Output
from ..rendering.site import Site
from . import made_up, outcomes, preview_image

LICENCE = (
    f"Text under the licence {licences.DEFAULT.name}: use it, change it,"
    " and say where it comes from."
)

WHAT = {
    "handout": "Learners’ handout",
    "trainer": TRAINERS_NOTES,
    "slides": "Slides",
    "evaluation": "Evaluation form",
    "certificate": "Certificate of attendance",
    "cards": "Cards to cut",
    "conversation": "The conversation, to read aloud",
    "group": "For the group",
    "answers": "Model answers",
}
"""What a file is, by the last word of its name."""
FORMS = {"pdf": "PDF", "docx": "Word, to edit", "pptx": "PowerPoint, to edit"}
PACKAGE = ("Package for Moodle and other course sites", "Common Cartridge 1.1")


def downloads(site: Site, code_digest: bytes) -> Iterator[Download]:
    """Every file to download.

    Each is lazy. `code_digest` is the digest of all that shapes them but what they say.
    """
    imprint = imprint_of(site)
    for session in site.library.all("session").values():
        key = handouts.key(session, site.library, imprint)
        for name, make in handouts.files(session, site.library, imprint):
            key_of_file = digest(code_digest, key, name.encode())
            yield _download(
                ("session", session.id), f"downloads/sessions/{name}", key_of_file, make
            )
    for deck in site.library.all("deck").values():
        name, make = handouts.deck_file(deck, site.library, imprint)
        key = digest(code_digest, handouts.deck_key(deck, site.library, imprint), name.encode())
        yield _download(("deck", deck.id), f"downloads/cards/{name}", key, make)
    yield from _made_up(site, imprint, code_digest)
    yield from _outcomes(site, imprint, code_digest)
    yield from _sheets(site, imprint, code_digest)
    yield Download(("site", ""), "Picture", "PNG", preview_image.output(site, code_digest))


def _made_up(site: Site, imprint: handouts.Imprint, code_digest: bytes) -> Iterator[Download]:
    """The files of scenarios, of conversations and of the records to work on."""
    for of, start, document in made_up.documents(site.library, imprint):
        shows = digest_json(document)
        for name, make in handouts.pdf_and_word(start, document):
            key = digest(code_digest, shows, name.encode())
            yield _download(of, f"downloads/{KINDS[of[0]].plural}/{name}", key, make)


def _sheets(site: Site, imprint: handouts.Imprint, code_digest: bytes) -> Iterator[Download]:
    """The Word files of hand-written pages."""
    for page in site.library.pages.values():
        if page.word:
            name, key, make = handouts.sheet_file(page, site.library, imprint, site.settings.day)
            output = Output(f"downloads/pages/{name}", digest(code_digest, key), make)
            yield Download(("page", page.file), f"{page.word}, to edit", "Word", output)


def _outcomes(site: Site, imprint: handouts.Imprint, code_digest: bytes) -> Iterator[Download]:
    """The made-up data about outcomes."""
    lines = outcomes.table(site.library.all("outcome").values())
    files = {
        ".csv": ("CSV", lambda: outcomes.as_csv(lines)),
        ".xlsx": ("spreadsheet", lambda: outcomes.as_spreadsheet(lines, imprint.name)),
    }
    for end, (form, make) in files.items() if lines else ():
        key = digest(code_digest, digest_json(end, lines, imprint.name))
        output = Output(f"downloads/records/made-up-outcomes-data{end}", key, make)
        yield Download(("outcome", ""), "The data", form, output)


def slides(site: Site, session: Session) -> tuple[Any, ...]:
    """Every slide of a session as the template reads it."""
    return handouts.slides_view(session, site.library, imprint_of(site))


def slides_key(site: Site, session: Session) -> bytes:
    """Equal keys, equal slides. That of a file of the session covers all that they show, and is
    known where files are rendered.
    """
    known = (one.output.key for one in site.downloads if one.of == ("session", session.id))
    return next(known, b"") or handouts.key(session, site.library, imprint_of(site))


def imprint_of(site: Site) -> handouts.Imprint:
    """The imprint of a site."""
    short = {id: f"e/{code}/" for id, code in site.codes.items()}
    return handouts.Imprint(site.settings.name, site.settings.url, LICENCE, short)


def _download(of: tuple[str, str], path: str, key: bytes, make: handouts.Make) -> Download:
    name, _, suffix = path.rpartition(".")
    what = (WHAT[name.rpartition("-")[2]], FORMS[suffix]) if suffix in FORMS else PACKAGE
    return Download(of, *what, Output(path, key, make))
