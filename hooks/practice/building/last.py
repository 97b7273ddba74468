"""The build before this one, as far as it still holds.

Most changes are to the story of one example, which two or three files tell. While all else is the same, every other file has
the key that it had, and none of what such a key is made of need be worked out. What was published, and of what, is kept in
`.cache/published`; it names the manifest that it belongs to, so a build that was stopped between the two makes it a miss.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from ..pages.output import Before
from ..pages.site import Site
from ..reading.kept import load, store
from . import publish
from .drawn import Drawn
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
        self._now = {"face": site.face, "own": own}
        told = load(self._place)
        if not isinstance(told, dict) or told.get("face") != site.face or told.get("manifest") != publish.stamp(self._project.site):
            return Before()
        return Before(self._keys, {name for name, key in own.items() if told["own"].get(name) == key})

    def keep(self) -> None:
        """Remembers what was published now."""
        store(self._place, {**self._now, "manifest": publish.stamp(self._project.site)})
