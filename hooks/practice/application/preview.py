"""The live preview: the last good library, with today's problems at the top of every page."""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Mapping
from types import ModuleType

from ..library.library import Library
from ..library.library import build as build_library
from . import build, check, mkdocs_render
from .mkdocs_render import RenderedSite
from .project import code_digest, mkdocs_digest, project
from .publish import Manifest, publish_in_place

OPTIONS = build.TRIAL


class Preview:
    """What one `mkdocs serve` shows, from one save of a file to the next."""

    def __init__(self, root: str, site: str, manifest: Manifest | None = None):
        """`manifest` says what is in the folder `site` already."""
        self.project = project(root, site=site)
        self.code_digest = code_digest()
        self.library: Library = build_library({}, {}, {})
        """The last library without problems."""
        self.problems: tuple[str, ...] = ()
        self.manifest = manifest if manifest is not None else {}
        self._inputs = b""
        self._rendered: RenderedSite | None = None

    @property
    def needs_render(self) -> bool:
        """Whether MkDocs has to render: its inputs are not those of the last time."""
        return self._rendered is None

    def load(self) -> None:
        """Reads the data."""
        library, problems = check.read(self.project)
        self.library = library or self.library
        self.problems = tuple(str(p) for p in problems if p.severity == "error")
        inputs = mkdocs_digest(self.project)
        if inputs != self._inputs:
            self._inputs, self._rendered = inputs, None

    def publish(self, folder: str) -> None:
        """Writes what changed into the folder that is served. MkDocs has rendered into `folder`, if
        it had to.
        """
        self._rendered = self._rendered or mkdocs_render.read(folder)
        outputs = build.plan(self.project, self.library, self._rendered, OPTIONS, self.problems)
        publish_in_place(self.project.site, outputs, self.manifest)


def refresh(preview: Preview) -> Preview:
    """The preview of what is saved now, code and data. It never raises: after a failed rebuild
    MkDocs's server would hang every request. What went wrong is among its problems.
    """
    try:
        preview = _reloaded(preview)
        preview.load()
    except Exception:
        preview.problems = (traceback.format_exc(limit=-1),)
    return preview


def _reloaded(preview: Preview) -> Preview:
    """A preview under the code as it is saved; the same one when the code has not changed."""
    if code_digest() == preview.code_digest:
        return preview
    modules = {name: sys.modules.pop(name) for name in [*sys.modules] if _is_ours(name)}
    importlib.invalidate_caches()
    try:
        module = importlib.import_module(__name__)
        reloaded: Preview = module.Preview(
            preview.project.root, preview.project.site, preview.manifest
        )
        return reloaded
    except Exception:
        _restore(modules)
        raise


def _is_ours(name: str) -> bool:
    return name.split(".")[0] == __name__.split(".")[0]


def _restore(modules: Mapping[str, ModuleType]) -> None:
    for name in filter(_is_ours, [*sys.modules]):
        del sys.modules[name]
    sys.modules.update(modules)
