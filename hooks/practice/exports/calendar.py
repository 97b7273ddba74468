"""A calendar of reviews for those who look after the library: one entry for each day on which
examples are due, as far as people plan.
"""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..checking import expiry
from ..digest import digest, plain_bytes
from ..rendering.output import Output
from ..rendering.site import Site

if TYPE_CHECKING:
    import icalendar


MAX_DAYS = 100
"""Days to come in the calendar, and days that have passed: a calendar app asks again, and `practice
reviews` lists them all.
"""


def files(site: Site) -> Iterator[Output]:
    """The calendar of reviews."""
    by_day = groupby(expiry.reviews(site.library), key=itemgetter(0))
    days = near([(day, tuple(id for _, id in due)) for day, due in by_day], site.settings.day)
    titles = {id: site.library.title("example", id) for _, ids in days for id in ids}
    key = digest(
        site.code_digest, b"reviews", site.settings.url.encode(), plain_bytes((days, titles))
    )
    yield Output("feeds/reviews.ics", key, lambda: calendar(site, days, titles))


def near(days: list[tuple[str, tuple[str, ...]]], today: str) -> list[tuple[str, tuple[str, ...]]]:
    """The days next to today, before and after."""
    now = bisect.bisect_left(days, (today,))
    return days[max(0, now - MAX_DAYS) : now + MAX_DAYS]


def calendar(site: Site, days: list[tuple[str, tuple[str, ...]]], titles: dict[str, str]) -> bytes:
    """The calendar as iCalendar text.

    Its times come from the data: the same library gives the same bytes.
    """
    import icalendar  # it takes a tenth of a second to import, and most builds have no new day

    whole = icalendar.Calendar()
    whole.add("prodid", f"-//{site.settings.name}//Reviews//EN")
    whole.add("version", "2.0")
    whole.add("x-wr-calname", f"{site.settings.name}: reviews")
    for day, ids in days:
        whole.add_component(_event(site, day, ids, titles))
    return bytes(whole.to_ical())


def _event(site: Site, day: str, ids: tuple[str, ...], titles: dict[str, str]) -> icalendar.Event:
    import icalendar

    date = datetime.date.fromisoformat(day)
    event = icalendar.Event()
    event.add("uid", f"reviews-{day}@{urlsplit(site.settings.url).hostname}")
    event.add("dtstamp", datetime.datetime(date.year, date.month, date.day, tzinfo=datetime.UTC))
    event.add("dtstart", date)
    event.add("summary", f"{len(ids)} example{'s are' if len(ids) > 1 else ' is'} due for a review")
    event.add(
        "description", "\n".join(f"{titles[id]}: {site.settings.url}examples/{id}/" for id in ids)
    )
    event.add("transp", "TRANSPARENT")
    return event
