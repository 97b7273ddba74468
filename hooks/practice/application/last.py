"""The build before this one, as far as it still holds.

Most changes are to what one example tells, or to what lists say of it. While all else is the same,
every file that does not
show it has the key that it had, and none of what such a key is made of need be worked out. What was
published, and of what, is
kept in `.cache/published`; it names the manifest that it belongs to, so a build that was stopped
between the two makes it a miss.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from ..cache import load, store
from ..rendering.output import Before
from ..rendering.site import Site
from . import publish
from .mkdocs_render import Drawn
from .project import Project


class Last:
    """What is known of the last build. `keys` is the manifest of the site that is served."""

    def __init__(self, project: Project, keys: Mapping[str, bytes]):
        self._project, self._keys = project, keys
        self._place = os.path.join(project.cache, "published")
        self._now: dict[str, object] = {}

    def before(self, site: Site, drawn: Drawn) -> Before:
        """What still holds of it for a site that is about to be made."""
        own = {**site.library.digests, **{path: shell.key for path, shell in drawn.pages.items()}}
        faces = dict(site.library.faces)
        told = load(self._place)
        before = Before()
        if (
            isinstance(told, dict)
            and told.get("frame") == site.frame
            and told.get("manifest") == publish.stamp(self._project.site)
        ):
            before = Before(
                self._keys,
                _same(own, told["own"]),
                frozenset(faces.keys() - _same(faces, told["faces"])),
                told["shown"],
            )
        self._now = {"frame": site.frame, "own": own, "faces": faces, "shown": before.shown}
        return before

    def keep(self) -> None:
        """Remembers what was published now."""
        store(self._place, {**self._now, "manifest": publish.stamp(self._project.site)})


def _same(now: Mapping[str, bytes], before: Mapping[str, bytes]) -> set[str]:
    """The names that stand for what they stood for."""
    return {name for name, key in now.items() if before.get(name) == key}
