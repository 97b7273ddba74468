"""The page of the form, and the list of gaps that open it.

The form itself is drawn in the browser from the published schema.
"""

from __future__ import annotations

from ..contributing import write
from ..rendering.output import Output
from ..rendering.site import About, Site

SCRIPTS = ("form-data.js", "form-fields.js", "form.js")
"""In the order in which they need each other. form.js loads the others once somebody begins."""


def pages(site: Site) -> list[Output]:
    """The form."""
    about = About(
        "Send an example: the form",
        "A form that explains each field, checks your words as you type, and writes the file for"
        " you.",
        "contribute/form/",
        "CONTRIBUTING.md",
        paper=False,
        scripts=SCRIPTS,
    )
    view = {
        "blank": write.template(),
        "new": site.new_url("examples_data/examples"),
        "issue": f"{site.settings.repository}/issues/new?template=example.yml",
    }
    return [site.page("contribute", "form.html", about, view)]


Gap = tuple[str, str]
"""title of a theme, address of the form with theme and setting filled in"""


def gaps(site: Site) -> tuple[tuple[str, str, tuple[Gap, ...]], ...]:
    """(setting, its title, themes of which it has no example), those that lack most first."""
    library = site.library
    have = {
        (theme, setting)
        for e in library.all("example").values()
        for theme in e.themes
        for setting in e.settings
    }
    found = [
        (
            setting.id,
            setting.title,
            tuple(
                (theme.title, f"contribute/form/?themes={theme.id}&settings={setting.id}")
                for theme in library.all("theme").values()
                if (theme.id, setting.id) not in have
            ),
        )
        for setting in library.all("setting").values()
    ]
    return tuple(sorted((gap for gap in found if gap[2]), key=lambda gap: (-len(gap[2]), gap[1])))
