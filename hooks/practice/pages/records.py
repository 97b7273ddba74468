"""Records to work on: all on one page, with a sheet to take each apart and the answers folded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from ..rendering import markdown
from ..rendering.downloads import Offer, Offered, offered, offers
from ..rendering.output import Output
from ..rendering.site import Site
from ..teaching import ANALYSIS, NOTICE, SampleRecord
from . import made_up
from .fixed import ABOUT


@dataclass(frozen=True)
class RecordView:
    """A record, its texts as HTML."""

    record: SampleRecord
    form: str
    quality: str
    text: Markup
    better: Markup
    facts: tuple[made_up.Fact, ...]


@dataclass(frozen=True)
class RecordsView:
    """The page of all records."""

    title: str
    lead: str
    notice: str
    analysis: tuple[str, ...]
    records: tuple[RecordView, ...]
    downloads: tuple[Offered, ...]


@dataclass(frozen=True)
class OutcomesData:
    """The made-up data about outcomes, and its files."""

    head: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    downloads: tuple[Offer, ...]


def outcomes_data(site: Site) -> OutcomesData:
    """What the directive of the exercise shows."""
    from ..handouts import outcomes  # its libraries take 50 ms to import; a check needs none

    lines = outcomes.table(site.library.all("outcome").values())
    return OutcomesData(outcomes.HEAD, lines, offers(site.downloads, "outcome", ""))


def pages(site: Site) -> Iterator[Output]:
    """The one page."""
    about = ABOUT["records/"]
    view = RecordsView(
        title=about.title,
        lead=about.description,
        notice=NOTICE,
        analysis=ANALYSIS,
        records=tuple(_record(site, record) for record in site.library.all("record").values()),
        downloads=offered(site.downloads, "record", ""),
    )
    yield site.renderer.page(
        "teach", "records.html", replace(about, description=f"{NOTICE} {about.description}"), view
    )


def _record(site: Site, record: SampleRecord) -> RecordView:
    text, better = markdown.render([record.text, record.better], site.library, "../")
    return RecordView(
        record=record,
        form=record.forms[record.form],
        quality=record.qualities[record.quality],
        text=text,
        better=better,
        facts=made_up.facts(site.library, "record", record),
    )
