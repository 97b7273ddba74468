"""What is filled in when a session ends: a form to evaluate it, and a certificate of attendance."""

from __future__ import annotations

from typing import Any

from ..rendering.formats import day_in_words, minutes_in_words
from . import codes, pdf
from .imprint import SessionContext, without_scheme
from .outline import Block, Choice, Document, FillIn, Heading, Paragraph, Run, paragraph, plain_list

REACHED = ("Not yet", "A little", "Well")
PACE = ("Too slow", "About right", "Too fast")
ASKS = (
    "What helped you most?",
    "What should be different next time?",
    "What will you do with what you learnt?",
)
BLANK = "______________________________"
CERTIFICATE = "Certificate of attendance"
PROOF = "It says that somebody took part. It is no qualification, and nobody keeps a copy."


def evaluation(source: SessionContext) -> Document:
    """One side, which asks about each aim of the session and leaves room for words."""
    blocks = (
        paragraph("You need not give your name. What you write helps to plan the next session."),
        Heading(1, "How far did you get today?"),
        Choice(source.session.aims, REACHED),
        Heading(1, "The day"),
        Choice(("The pace was", "The time to talk was"), PACE),
    )
    fill_in = FillIn("In your own words", "", ASKS, even=False)
    return source.document("Evaluation form", blocks, fill_in, source.site.licence)


def certificate(source: SessionContext) -> Document:
    """The certificate as a document to edit."""
    session = source.session
    blocks: tuple[Block, ...] = (
        _field("Name", BLANK),
        Paragraph((Run(f"took part in the training session “{session.title}”.", strong=True),)),
        _field("Time of learning", minutes_in_words(session.minutes)),
        _field("On", BLANK),
        Heading(1, "What it was for"),
        plain_list(session.aims),
        _field("Led by", BLANK),
        _field("Organisation", BLANK),
        _field("Signature", BLANK),
        paragraph(PROOF),
    )
    return source.document(CERTIFICATE, blocks, None, source.site.licence)


def certificate_sheet(source: SessionContext) -> bytes:
    """The certificate as a PDF, across a sheet of A4."""
    session, site = source.session, source.site
    value: dict[str, Any] = {
        "kind": CERTIFICATE,
        "title": session.title,
        "description": session.summary,
        "length": minutes_in_words(session.minutes),
        "aims": session.aims,
        "proof": PROOF,
        "publisher": site.name,
        "licence": site.licence,
        "date": day_in_words(session.added),
        "url": source.url,
        "without_scheme": without_scheme(source.url),
        "svg": codes.svg(source.url),
    }
    return pdf.render("certificate.typ", value)


def _field(name: str, value: str) -> Paragraph:
    return Paragraph((Run(f"{name}: ", strong=True), Run(value)))
