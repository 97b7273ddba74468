"""The page of the form. The form itself is built in the browser from the published schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..contributing import write
from ..rendering.metadata import PageMetadata
from ..rendering.output import Output
from ..rendering.site import Site

SCRIPTS = ("form-data.js", "form-fields.js", "form.js")
"""In the order in which they need each other. form.js loads the others once somebody begins."""


@dataclass(frozen=True)
class Form:
    """The form, and the other ways to send an example."""

    blank: str
    """An empty file with every field explained."""
    new: str
    """Where a file is added to the repository."""
    issue: str
    """Where an issue is opened."""


def pages(site: Site) -> Iterator[Output]:
    """The form."""
    about = PageMetadata(
        "Send an example: the form",
        "A form that explains each field, checks your words as you type, and writes the file for"
        " you.",
        "contribute/form/",
        "CONTRIBUTING.md",
        paper=False,
        scripts=SCRIPTS,
    )
    view = Form(
        blank=write.template(),
        new=site.settings.new_url("examples_data/examples"),
        issue=f"{site.settings.repository}/issues/new?template=example.yml",
    )
    yield site.renderer.page("contribute", "form.html", about, view)
