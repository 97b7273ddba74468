"""The library in figures: every number on the page is that of the library."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.test_api import changed
from tests.test_kinds import read

from practice.kinds import listed, public
from practice.library.library import Library
from practice.model import Change, Withdrawal
from practice.pages import pulse

TODAY = "2027-02-10"


@pytest.fixture(scope="module")
def library() -> Library:
    return read()


@pytest.fixture(scope="module")
def view(library: Library) -> pulse.Pulse:
    return pulse.view(library, TODAY)


def chart(view: pulse.Pulse, id: str) -> dict[str, int]:
    found = next(chart for chart in view.charts if chart.id == id)
    return {bar.title: bar.count for bar in found.bars}


def test_it_counts_every_kind(library: Library, view: pulse.Pulse) -> None:
    counts = [len(library.all(kind.name)) for kind in public() if library.all(kind.name)]
    assert [bar.count for bar in view.holds] == counts
    assert view.examples == len(library.all("example"))


def test_it_counts_the_examples_of_every_term(library: Library, view: pulse.Pulse) -> None:
    for kind, _ in listed():
        assert chart(view, kind.slug) == {
            term.title: len(library.linked_from(f"example-{kind.name}", id))
            for id, term in library.terms(kind.name).items()
        }


def test_it_counts_sources_by_how_much_was_read(library: Library, view: pulse.Pulse) -> None:
    found = Counter(s.read for e in library.all("example").values() for s in e.sources)
    assert sorted(chart(view, "read").values()) == sorted(
        found[how] for how in ("opening", "abstract", "extracts", "whole")
    )


def test_every_example_has_one_year_one_age_and_one_sort(view: pulse.Pulse) -> None:
    for id in ("years", "age", "accounts"):
        assert sum(chart(view, id).values()) == view.examples


def test_age_counts_from_the_last_check(library: Library) -> None:
    id = next(iter(library.all("example")))
    edited = changed(library, **{id: {"added": "2020-01-01", "reviewed": None}})
    assert chart(pulse.view(edited, TODAY), "age")[pulse.OLDER] == 1
    edited = changed(library, **{id: {"added": "2020-01-01", "reviewed": "2027-01-01"}})
    assert chart(pulse.view(edited, TODAY), "age")[pulse.OLDER] == 0


def test_it_tells_what_changed_in_the_month_of_the_build_and_no_other(library: Library) -> None:
    first, second, *_ = library.all("example")
    change = Change(on="2027-02-03", what="The evaluation of 2026 is added.")
    gone = Withdrawal(on="2027-02-02", reason="The organisation asked for it.")
    edited = changed(
        library,
        **{
            first: {"changes": (change,)},
            second: {"status": "withdrawn", "withdrawn": gone},
        },
    )
    events = pulse.view(edited, TODAY).events
    assert [(e.on, e.what, e.address) for e in events] == [
        ("2027-02-03", "changed", f"examples/{first}/"),
        ("2027-02-02", "withdrawn", f"examples/{second}/"),
    ]
    assert events[1].title == "A withdrawn example"
    assert pulse.view(edited, "2027-03-01").events == ()
