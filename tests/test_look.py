"""The look holds together: contrast, one dark scheme, the theme at arm's length, budgets of bytes,
and a page of every component.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from tests import kinds
from tests.conftest import ROOT
from tests.looking import contrast

from practice.assets import bundle
from practice.pages.gallery import COMPONENTS
from practice.rendering import shell

ASSETS = ROOT / "hooks" / "practice" / "assets"
TEMPLATES = ROOT / "hooks" / "practice" / "rendering" / "templates"
TOKENS = (ASSETS / "css" / "tokens.css").read_text("utf-8")
DARK_BLOCK = re.compile(r"@media screen[^{]*\{\s*:root[^{]*\{(.*?)\}\s*\}", re.DOTALL)


# ---------- colours ----------


def values(block: str) -> dict[str, str]:
    return dict(re.findall(r"--practice-([\w-]+):\s*(#[0-9a-fA-F]{6})", block))


def schemes() -> dict[str, dict[str, str]]:
    light = re.search(r"/\*@light\*/\s*:root \{(.*?)\}", TOKENS, re.DOTALL)
    assert light
    return {"light": values(light[1]), "dark": values(DARK_BLOCK.findall(TOKENS)[0])}


def pairs() -> Iterator[tuple[str, str, float]]:
    """(what is seen, what it is seen on, the least contrast): words 7, which is more than AA asks;
    edges and shapes 3.
    """
    grounds = ("ground", "surface", "sunken")
    for words in ("ink", "ink-soft", "link"):
        yield from ((words, ground, 7) for ground in grounds)
    yield from (("visited", ground, 7) for ground in ("ground", "surface"))
    for edge in ("line-strong", "focus-edge", "button"):
        yield from ((edge, ground, 3) for ground in grounds)
    yield "focus-ring", "focus-edge", 3
    for door in ("understand", "example", "teach"):
        yield from ((door, ground, 7) for ground in ("ground", "surface", f"{door}-tint"))
        yield from (
            (words, f"{door}-tint", least)
            for words, least in (
                ("ink", 7),
                ("ink-soft", 7),
                ("link", 7),
                ("visited", 4.5),
                ("line-strong", 3),
                ("focus-edge", 3),
            )
        )
    yield from (
        ("on-deep", "deep", 7),
        ("on-deep-soft", "deep", 7),
        ("on-button", "button", 7),
        ("ink", "unknown", 7),
        ("ink-soft", "unknown", 7),
        ("ground", "understand", 7),
    )
    for thread in ("talk", "write", "use", "lead", "learn"):
        yield from ((f"thread-{thread}", ground, 3) for ground in grounds)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_has_the_contrast_it_needs(scheme: str) -> None:
    colours = schemes()[scheme]
    poor = {
        f"{one} on {other}": round(contrast(colours[one], colours[other]), 2)
        for one, other, least in pairs()
        if contrast(colours[one], colours[other]) < least
    }
    assert not poor


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_ring_is_seen_on_the_deep_band_too(scheme: str) -> None:
    colours = schemes()[scheme]
    assert (
        max(contrast(colours[part], colours["deep"]) for part in ("focus-ring", "focus-edge")) >= 3
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_on_the_middle_shade_of_the_board_can_be_read(scheme: str) -> None:
    colours = schemes()[scheme]
    mixed = [
        round(
            int(colours["understand"][n : n + 2], 16) * 0.28
            + int(colours["ground"][n : n + 2], 16) * 0.72
        )
        for n in (1, 3, 5)
    ]
    assert contrast(colours["ink"], "#{:02x}{:02x}{:02x}".format(*mixed)) >= 7


def test_the_dark_colours_are_the_same_however_they_are_chosen() -> None:
    chosen, by_device = (re.sub(r"\s+", " ", block).strip() for block in DARK_BLOCK.findall(TOKENS))
    assert chosen == by_device


def test_each_scheme_names_the_same_colours() -> None:
    assert schemes()["light"].keys() == schemes()["dark"].keys()


def test_components_name_no_colour_of_their_own() -> None:
    for name in bundle.STYLES:
        if name not in ("base.css", "tokens.css", "print.css"):
            bare = re.sub(
                r"url\([^)]*\)|/\*.*?\*/",
                "",
                (ASSETS / "css" / name).read_text("utf-8"),
                flags=re.DOTALL,
            )
            found = set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", bare)) - {"#fff", "#000"}
            assert not found, (name, found)


def test_nothing_on_a_screen_is_smaller_than_sixteen_pixels() -> None:
    sizes = [
        float(size)
        for name in bundle.STYLES
        if name not in ("base.css", "print.css")
        for size in re.findall(
            r"font-size: (0?\.\d+)rem", (ASSETS / "css" / name).read_text("utf-8")
        )
    ]
    assert all(size >= 0.8 for size in sizes), sizes


# ---------- the theme, held at arm's length ----------

BLOCKS = (
    "site_meta",
    "htmltitle",
    "styles",
    "libs",
    "fonts",
    "analytics",
    "extrahead",
    "announce",
    "header",
    "tabs",
    "site_nav",
    "container",
    "footer",
    "config",
    "scripts",
)
"""The blocks of the theme's base.html that overrides/main.html fills."""


def theme(name: str) -> str:
    import material

    return (Path(material.__file__).parent / "templates" / name).read_text("utf-8")


@pytest.mark.parametrize("block", BLOCKS)
def test_the_theme_still_has_the_block_that_we_fill(block: str) -> None:
    found = re.findall(r"\{%-? block (\w+) ", theme("base.html"))
    assert block in found, (
        f"An upgrade of Material took away the block {block!r}, which overrides/main.html fills. It"
        f" now has: {', '.join(found)}"
    )


def test_we_fill_the_blocks_that_are_guarded_and_no_others() -> None:
    assert sorted(
        re.findall(r"\{%-? block (\w+) ", (ROOT / "overrides" / "main.html").read_text("utf-8"))
    ) == sorted(BLOCKS)


@pytest.mark.parametrize(
    "partial", ["partials/javascripts/base.html", "partials/javascripts/content.html"]
)
def test_the_theme_still_asks_for_the_scripts_that_we_empty(partial: str) -> None:
    assert f'include "{partial}"' in theme("base.html"), (
        f"An upgrade of Material took away {partial}, which overrides/ empties. Look for inline"
        " scripts elsewhere."
    )
    assert not re.sub(
        r"\{#.*?#\}", "", (ROOT / "overrides" / partial).read_text("utf-8"), flags=re.DOTALL
    ).strip()


def test_no_part_of_the_theme_is_copied() -> None:
    own = {
        p.relative_to(ROOT / "overrides").as_posix() for p in (ROOT / "overrides").rglob("*.html")
    }
    import material

    theirs = {
        p.relative_to(Path(material.__file__).parent / "templates").as_posix()
        for p in (Path(material.__file__).parent / "templates").rglob("*.html")
    }
    assert own & theirs == {
        "main.html",
        "partials/javascripts/base.html",
        "partials/javascripts/content.html",
    }


def drawn_pages(site: Path) -> Iterator[tuple[str, str]]:
    for kind, address in kinds.one_of_each(site).items():
        file = site / (address if address.endswith(".html") else f"{address}index.html")
        yield kind, file.read_text("utf-8")


def test_pages_load_scripts_and_styles_of_ours_alone(site: Path) -> None:
    ours = {path.name for path in ASSETS.rglob("*.js")} | {
        "practice.css",
        "pack.css",
        "slides.css",
        "form-data.js",
        "form-messages.js",
        "short-data.js",
        "pack-data.js",
        "pack-all.js",
    }
    for kind, page in drawn_pages(site):
        loaded = re.findall(
            r'<script[^>]*src="([^"]*)"|<link rel="stylesheet" href="([^"]*)"', page
        )
        assert {(script or style).rpartition("/")[2] for script, style in loaded} <= ours, kind


def test_pages_hold_no_script_and_no_style_of_their_own(site: Path) -> None:
    for kind, page in drawn_pages(site):
        scripts = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", page)
        assert all("application/ld+json" in attributes for attributes in scripts), kind
        assert not re.findall(
            r"<style|\sstyle=|\son[a-z]+=\"",
            re.sub(r"<(textarea|pre)\b.*?</\1>", "", page, flags=re.DOTALL),
        ), kind


def test_what_the_theme_prints_wrongly_is_stripped(site: Path) -> None:
    for kind, page in drawn_pages(site):
        assert not re.findall(
            r"md-toggle|md-overlay|md-dialog|md-skip|data-md-component|__drawer|__search", page
        ), kind


def test_templates_use_no_names_of_the_theme_that_its_style_sheet_would_lose() -> None:
    """The style sheet is cut to the classes of drawn pages; a template that used another of the
    theme's would lose its rules.
    """
    drawn = "".join(
        (ROOT / "overrides" / name).read_text("utf-8")
        for name in ("main.html", "partials/practice-header.html", "partials/practice-footer.html")
    )
    for template in TEMPLATES.glob("*.html"):
        used = set(re.findall(r"\bmd-[\w-]+", template.read_text("utf-8")))
        assert all(name in drawn for name in used), (template.name, used)


def test_no_line_of_a_script_or_style_sheet_is_longer_than_160_columns() -> None:
    """Prettier formats both at 100 columns; it breaks neither texts nor addresses of pictures."""
    for path in [*ASSETS.rglob("*.js"), *ASSETS.rglob("*.css")]:
        lines = path.read_text("utf-8").splitlines()
        assert [line for line in lines if len(line) > 160 and "url(" not in line] == [], path


def test_what_stands_in_a_row_is_parted_by_stops_that_can_end_a_line() -> None:
    """A dot in the middle of a line hangs at its end on a narrow screen."""
    templates = TEMPLATES.glob("**/*.html")
    assert [path.name for path in templates if "·" in path.read_text("utf-8")] == []


def test_scripts_are_published_without_remarks_and_indentation(site: Path) -> None:
    assert not re.findall(
        r"^(?:[ \t]|/\*|//).*", (site / "assets" / "practice.js").read_text("utf-8"), re.MULTILINE
    )


def test_nothing_on_a_page_moves_or_fades(site: Path) -> None:
    assert not re.findall(
        r"(?:transition|animation)[a-z-]*\s*:|@keyframes",
        (site / "assets" / "practice.css").read_text("utf-8"),
    )


def test_every_class_that_the_theme_styles_on_our_pages_is_still_styled(site: Path) -> None:
    import material

    full = next(
        (Path(material.__file__).parent / "templates" / "assets" / "stylesheets").glob(
            "main.*.min.css"
        )
    ).read_text("utf-8")
    published = (site / "assets" / "practice.css").read_text("utf-8")
    printed = {
        name
        for _, page in drawn_pages(site)
        for names in re.findall(r'class="([^"]*)"', page)
        for name in names.split()
    }
    lost = {
        name
        for name in printed
        if re.search(rf"\.{re.escape(name)}(?![\w-])", full)
        and not re.search(rf"\.{re.escape(name)}(?![\w-])", published)
    }
    assert lost <= {"no-js"}, "MkDocs's own mark on the root; our script sets practice-js"


# ---------- the page of components ----------


def test_the_page_of_components_names_every_one_and_leads_to_a_page_that_has_it(site: Path) -> None:
    page = lxml.html.parse(str(site / "about" / "components" / "index.html"))
    for component in COMPONENTS:
        (words,) = page.xpath(f"//h2[@id='{component.id}']/following-sibling::p[1]")
        assert len(words.xpath(".//a")) == len(component.pages), component.id


# ---------- budgets ----------

EXAMPLE, INDEX = 21_504, 40_000
"""An example, an index. Neither grows with the library."""
SOURCE = 520
"""A source in the list of all of them, with what cites it. The list has one address, and a fragment
for each source that lasts for ever, so it cannot be cut into pages.
"""
LONG = (
    "guides/*",
    "organisational-change",
    "contribute/form",
    "about/components",
    "sessions/*",
    "sessions/*/slides",
    "plain/*",
    "records",
    "supervise",
    "reflect",
    "teach/*",
    "self-review",
    "paths",
    "cards/*",
    "law/*",
)
"""Texts that are written by hand or belong to one thing: they do not grow with the library."""


def sizes(site: Path) -> Iterator[tuple[str, str, int]]:
    for path in sorted(site.rglob("index.html")):
        address = path.relative_to(site).as_posix()
        yield kinds.kind(address), address, path.stat().st_size


def test_an_example_weighs_at_most_twenty_one_kilobytes(site: Path) -> None:
    assert {
        address: size
        for kind, address, size in sizes(site)
        if kind == "examples/*" and size > EXAMPLE
    } == {}


def test_an_index_weighs_at_most_forty_kilobytes(site: Path) -> None:
    heavy = {
        address: size
        for kind, address, size in sizes(site)
        if kind not in ("examples/*", "sources", *LONG) and size > INDEX
    }
    assert not heavy


def test_the_list_of_sources_is_the_one_index_that_may_weigh_more(site: Path) -> None:
    path = site / "sources" / "index.html"
    sources = path.read_text("utf-8").count("<li id=")
    assert INDEX < path.stat().st_size < SOURCE * sources


def test_no_page_prints_the_address_of_a_source_twice(site: Path) -> None:
    lists = set()
    for kind, text in drawn_pages(site):
        page = lxml.html.fromstring(text)
        listed = page.xpath("//ol[contains(@class, 'practice-sources')]//a/@href")
        printed = page.xpath("//section[@class='practice-references']//li/text()")
        assert not {words.rsplit(": ", 1)[-1] for words in printed} & set(listed), kind
        lists |= {kind for _ in listed}
    assert "sources" in lists


def test_a_first_visit_weighs_at_most_sixty_kilobytes(site: Path) -> None:
    """The page, and all that it loads: style, scripts, the font; compressed, apart from the font,
    which is so already.
    """
    for kind, page in drawn_pages(site):
        if kind == "sources":
            continue
        heavy = weight(site, page)
        assert heavy <= 60_000, (kind, heavy)


def weight(site: Path, page: str) -> int:
    """What a first visit to a page loads, in bytes."""
    loaded = set(
        re.findall(
            r"(?:<script[^>]*src|<link"
            r' rel="(?:stylesheet|icon|preload)"[^>]*?href)="(?:\.\./|\./|/)*([^"]*)"',
            page,
        )
    )
    return len(gzip.compress(page.encode(), 9)) + sum(packed(site / path) for path in loaded)


def packed(file: Path) -> int:
    raw = file.read_bytes()
    return len(raw) if file.suffix == ".woff2" else len(gzip.compress(raw, 9))


def test_every_mark_of_a_page_is_one_that_the_core_fills() -> None:
    marks = set(
        re.findall(
            r"xslotx([a-z]+)xtolsx",
            "".join(p.read_text("utf-8") for p in (ROOT / "overrides").rglob("*.html")),
        )
    )
    assert marks == shell.SLOTS
