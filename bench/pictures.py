"""Pictures of every format for `docs/teach.md`, made from the files of a built site: ``python -m
bench.pictures site``.

It needs Chromium, LibreOffice and poppler's pdftoppm. Look at what it made before you commit it:
the library may have changed.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
import tempfile
import zipfile
from html import escape
from pathlib import Path
from typing import Any

from lxml import etree
from PIL import Image

from .finder import browser, served

ROOT = Path(__file__).parent.parent
TO = ROOT / "docs" / "assets" / "teach"
SESSION = "what-matters-to-you"
SIZE = (480, 320)
SHEETS = [(24, 16), (252, 16)], (204, 288)
SLIDES = [(14, 26), (246, 26), (14, 168), (246, 168)], (220, 124)
GROUND, LINE = "#fbf9f5", "#d9d3c5"
PACK = (
    "teach/build/?title=Risk+together&items=e.raglan-project.20_c.risk-of-my-own.5_k.start-small.3"
)
CP = {"c": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"}


def main(site: Path) -> None:
    """Writes every picture."""
    TO.mkdir(parents=True, exist_ok=True)
    files = site / "downloads" / "sessions"
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        papers = {"handout": ("handout", 4), "notes": ("trainer", 2), "cards": ("cards", 2)}
        for picture, (file, second) in papers.items():
            paper = files / f"{SESSION}-{file}.pdf"
            save(picture, placed([side(paper, n, work) for n in (1, second)], *SHEETS))
        deck = office(files / f"{SESSION}-slides.pptx", work)
        save("slides", placed([side(deck, n, work) for n in (1, 3, 8, 9)], *SLIDES))
        in_browser(site, work, files / f"{SESSION}.imscc")
    for path in sorted(TO.iterdir()):
        print(f"{path.stat().st_size:7} {path.relative_to(ROOT)}")


def office(path: Path, work: Path) -> Path:
    """Slides as LibreOffice prints them."""
    profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
    _run("soffice --headless --convert-to pdf --outdir", work, profile, path)
    return work / f"{path.stem}.pdf"


def side(paper: Path, number: int, work: Path) -> Image.Image:
    """One side of a PDF."""
    stem = work / f"{paper.stem}-{number}"
    _run(f"pdftoppm -r 80 -png -singlefile -f {number} -l {number}", paper, stem)
    with Image.open(stem.with_suffix(".png")) as image:
        return image.convert("RGB")


def _run(command: str, *more: object) -> None:
    subprocess.run([*shlex.split(command), *map(str, more)], check=True, capture_output=True)


def placed(
    images: list[Image.Image], places: list[tuple[int, int]], size: tuple[int, int]
) -> Image.Image:
    """Images on the site's ground, each with a hairline."""
    whole = Image.new("RGB", SIZE, GROUND)
    for image, (x, y) in zip(images, places, strict=True):
        whole.paste(LINE, (x - 1, y - 1, x + size[0] + 1, y + size[1] + 1))
        whole.paste(image.resize(size, Image.Resampling.LANCZOS), (x, y))
    return whole


def save(name: str, image: Image.Image) -> None:
    """Writes a picture for the page."""
    image.save(TO / f"{name}.webp", quality=72, method=6)


def in_browser(site: Path, work: Path, cartridge: Path) -> None:
    """Pictures of what a browser shows."""
    with browser() as opened, served(str(site)) as base:
        page = opened.new_page(color_scheme="light")
        for name, address, size, script in VIEWS:
            page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
            page.goto(base + address)
            page.evaluate(script)
            shot(page, name, work)
        page.set_viewport_size({"width": 1200, "height": 800})
        page.goto("about:blank")  # a page's policy would go on for what is set in its place
        page.set_content(contents(cartridge))
        shot(page, "package", work)


def shot(page: Any, name: str, work: Path) -> None:
    """Saves what the page shows now."""
    path = work / f"{name}.png"
    page.wait_for_timeout(400)
    page.screenshot(path=path)
    with Image.open(path) as image:
        save(name, image.convert("RGB").resize(SIZE, Image.Resampling.LANCZOS))


def contents(cartridge: Path) -> str:
    """What a package holds, as its own manifest lists it."""
    with zipfile.ZipFile(cartridge) as archive:
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
    items = "".join(
        f"<li>{escape(title)}</li>"
        for title in manifest.xpath("//c:item/c:item/c:item/c:title/text()", namespaces=CP)
    )
    style = (
        f"body{{margin:48px 64px;background:{GROUND};color:#1b2624;font:28px/1.5"
        " Arial}h1{font-size:36px}"
    )
    return (
        "<!doctype html><html"
        f" lang=en><style>{style}</style><h1>{escape(cartridge.name)}</h1><ol>{items}</ol>"
    )


SCROLL = "() => document.getElementById('{}').scrollIntoView()"
WIDE, SMALL = (1200, 800), (660, 440)
SECOND_SLIDE = """() => {
    document.querySelector("[data-show]").click();
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
}"""
VIEWS = (
    ("page", f"sessions/{SESSION}/", WIDE, "() => {}"),
    ("show", f"sessions/{SESSION}/slides/", WIDE, SECOND_SLIDE),
    ("pack", PACK, WIDE, SCROLL.format("yours")),
    ("sheet", "reflect/?of=examples/raglan-project/", WIDE, SCROLL.format("sheet-read")),
    ("today", "supervise/", WIDE, SCROLL.format("today")),
    ("card", "embed/raglan-project/", SMALL, "() => {}"),
)
"""Name of the picture, address, size of the window, and what to do before it is taken."""

if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site"))
