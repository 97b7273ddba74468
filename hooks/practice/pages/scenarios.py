"""Scenarios: the list of them, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..rendering import markdown
from ..rendering.downloads import Offered, offered
from ..rendering.output import Output
from ..rendering.page_footer import PageFooter, footer
from ..rendering.site import Site
from ..teaching import NOTICE, Scenario, gist
from . import made_up


@dataclass(frozen=True)
class Role:
    """A card for whoever plays somebody, its words as HTML."""

    who: str
    words: Markup


@dataclass(frozen=True)
class ScenarioView:
    """The page of a scenario."""

    scenario: Scenario
    gist: str
    notice: str
    facts: tuple[made_up.Fact, ...]
    story: Markup
    cards: tuple[Role, ...]
    twist: Markup
    downloads: tuple[Offered, ...]
    ending: PageFooter


def pages(site: Site) -> Iterator[Output]:
    """The list of scenarios, and every scenario."""
    return made_up.pages(site, "scenario", _page)


def _page(site: Site, scenario: Scenario) -> Output:
    library = site.library
    about = made_up.about(site, "scenario", scenario)
    story, twist, *words = markdown.render(
        [scenario.story, scenario.twist, *(card.words for card in scenario.cards)],
        library,
        about.root,
    )
    view = ScenarioView(
        scenario=scenario,
        gist=gist(scenario),
        notice=NOTICE,
        facts=made_up.facts(library, "scenario", scenario),
        story=story,
        cards=tuple(Role(c.who, html) for c, html in zip(scenario.cards, words, strict=True)),
        twist=twist,
        downloads=offered(site.downloads, "scenario", scenario.id),
        ending=footer(site, about, scenario.added, scenario.changes, scenario.added),
    )
    return site.renderer.page("teaching", "scenario.html", about, view)
