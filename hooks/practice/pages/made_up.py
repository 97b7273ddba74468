"""Things made up for learning: the lists of scenarios and conversations, a page for each, and the
page of all records to work on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..kinds import KINDS, KindName
from ..library.library import Library
from ..rendering import markdown, thing_page
from ..rendering.downloads import DownloadGroup, FileOffer, download_groups, file_offers
from ..rendering.html import Items, Summary
from ..rendering.output import Output
from ..rendering.site import Site
from ..teaching import ANALYSIS, NOTICE, Conversation, SampleRecord, Scenario, Story
from .back_links import LinkList, back_links, named
from .fixed import ABOUT, page


@dataclass(frozen=True)
class Group:
    """Things of one setting."""

    id: str
    title: str
    items: tuple[Summary, ...]


@dataclass(frozen=True)
class MadeUpView:
    """A thing made up for learning; those with a page of their own have files and an end."""

    thing: Scenario | Conversation | SampleRecord
    html: Mapping[str, Markup]
    """Each of its texts as HTML, by the path of its field: ``turns.3.says``."""
    facts: tuple[LinkList, ...]
    """All that it names, and what names it."""
    downloads: tuple[DownloadGroup, ...] = ()
    page_footer: thing_page.PageFooter | None = None


@dataclass(frozen=True)
class RecordsView:
    """The page of all records."""

    lead: str
    analysis: tuple[str, ...]
    records: tuple[MadeUpView, ...]
    downloads: tuple[DownloadGroup, ...]


@dataclass(frozen=True)
class OutcomesData:
    """The made-up data about outcomes, and its files."""

    head: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    downloads: tuple[FileOffer, ...]


def pages(site: Site) -> Iterator[Output]:
    """The lists and the pages of scenarios and conversations, and the page of all records."""
    library = site.library
    yield _list(site, "scenario", library.all("scenario"))
    for scenario in library.all("scenario").values():
        yield _page(site, "scenario", scenario)
    yield _list(site, "conversation", library.all("conversation"))
    for conversation in library.all("conversation").values():
        yield _page(site, "conversation", conversation)
    yield _records(site)


def _list(site: Site, kind: KindName, things: Mapping[str, Story]) -> Output:
    """The list of a kind: each thing under its first setting, in the order of the settings."""
    ordered = sorted(things.values(), key=lambda thing: thing.title)
    groups = (
        Group(
            setting.id,
            setting.title,
            tuple(
                _summary(site.library, kind, thing)
                for thing in ordered
                if thing.settings[0] == setting.id
            ),
        )
        for setting in site.library.all("setting").values()
    )
    view = Items(tuple(group for group in groups if group.items))
    return page(site, KINDS[kind].list_address, view)


def _summary(library: Library, kind: KindName, thing: Story) -> Summary:
    nations = ", ".join(library.title("nation", id) for id in thing.nations)
    return Summary(thing.title, thing.gist, library.address(kind, thing.id), nations)


def _page(site: Site, kind: KindName, thing: Scenario | Conversation) -> Output:
    about = thing_page.about(
        site, kind, thing, f"{KINDS[kind].singular_name}, made up for learning"
    )
    view = replace(
        _view(site.library, kind, thing, about.root),
        downloads=download_groups(site.downloads, kind, thing.id),
        page_footer=thing_page.footer(site, about, thing.changes, thing.added),
    )
    return site.renderer.page("teaching", f"{kind}.html", about, view)


def _view(
    library: Library, kind: KindName, thing: Scenario | Conversation | SampleRecord, root: str
) -> MadeUpView:
    texts = {".".join(map(str, path)): text for path, text in thing.texts}
    facts = (*named(library, kind, thing.id), *back_links(library, kind, thing.id))
    return MadeUpView(thing, markdown.fields(texts, library, root), facts)


def _records(site: Site) -> Output:
    about, records = ABOUT["records/"], site.library.all("record").values()
    view = RecordsView(
        lead=about.description,
        analysis=ANALYSIS,
        records=tuple(_view(site.library, "record", record, about.root) for record in records),
        downloads=download_groups(site.downloads, "record", ""),
    )
    about = replace(about, description=f"{NOTICE} {about.description}")
    return site.renderer.page("teach", "records.html", about, view)


def outcomes_data(site: Site) -> OutcomesData:
    """What the directive of the exercise shows."""
    from ..handouts import outcomes  # its libraries take 50 ms to import; a check needs none

    lines = outcomes.table(site.library.all("outcome").values())
    return OutcomesData(outcomes.HEAD, lines, file_offers(site.downloads, "outcome", ""))
