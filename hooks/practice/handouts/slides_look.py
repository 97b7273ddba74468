"""How slides look: the master and five layouts, made from the empty presentation that python-pptx
brings.

Words are set where a trainer would set them, in the master and the layouts, so that one change
there changes every slide.
"""

from __future__ import annotations

import copy
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Inches, Length, Pt

from . import office

WIDE, HIGH = Inches(13.333), Inches(7.5)
LEFT, ACROSS = Inches(0.75), Inches(11.83)
SMALLEST = 24
"""Points. Nothing on a slide is smaller, so that it is legible from the back of a room."""
READING, TITLE, SAYING = 32, 36, 44
ADDRESS = 13
"""The number of the placeholder for an address, under a picture."""
LAYOUTS = {
    "opening": (0, "Opening"),
    "idea": (1, "One idea"),
    "part": (2, "Part"),
    "saying": (7, "Saying"),
    "example": (8, "Example with code"),
}
SPARE = (5, 6)
"""Title only, and an empty one: for slides that a trainer adds."""

Box = tuple[float, float, float, float]
"""Left, top, width and height in inches."""
PLACES: dict[str, dict[int, Box]] = {
    "opening": {0: (0.75, 1.6, 11.83, 2.6), 1: (0.75, 4.4, 11.83, 1.2)},
    "part": {0: (0.75, 2.0, 11.83, 2.2), 1: (0.75, 4.35, 11.83, 0.8)},
    "saying": {2: (0.75, 0.6, 11.83, 0.6), 0: (0.75, 1.3, 11.83, 3.3), 1: (0.75, 4.75, 11.83, 1.8)},
    "example": {
        0: (0.75, 0.45, 11.83, 1.35),
        2: (0.75, 2.0, 7.5, 4.2),
        1: (8.6, 2.0, 3.98, 3.98),
        ADDRESS: (0.75, 6.35, 10.6, 0.75),
    },
}


def dress(show: Any) -> dict[str, Any]:
    """Gives an empty presentation its size, its language, its master and its layouts; the layouts
    by kind of slide.
    """
    show.slide_width, show.slide_height = WIDE, HIGH
    theme = office.theme_part(show.slide_master.part)
    theme._blob = office.theme(theme.blob)
    layouts = {kind: show.slide_layouts[place] for kind, (place, _) in LAYOUTS.items()}
    kept = [*layouts.values(), *(show.slide_layouts[place] for place in SPARE)]
    for layout in [layout for layout in show.slide_layouts if layout not in kept]:
        show.slide_layouts.remove(layout)
    _master(show.slide_master)
    for part in (show.slide_master, *kept):
        _without(part, "dt", "ftr")
    _layouts(layouts)
    for part in (show, show.slide_master, *kept):
        speak(part)
    return layouts


def speak(part: Any) -> None:
    """Says of every word in a part that it is British English."""
    for element in part._element.iter():
        if element.get("lang"):
            element.set("lang", office.LANGUAGE)


def _master(master: Any) -> None:
    strip = master.shapes._spTree
    strip.insert(2, _strip())
    for shape in master.placeholders:
        kind = shape.element.ph.get("type")
        if kind == "title":
            _place(shape, (0.75, 0.45, 11.83, 1.35))
            shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        elif kind == "body":
            _place(shape, (0.75, 2.0, 11.83, 4.7))
        elif kind == "sldNum":
            _place(shape, (11.58, 6.75, 1.0, 0.55))
            _size(shape.element.find(f".//{qn('a:lvl1pPr')}"), SMALLEST, "tx1")
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    _size(title, TITLE, "tx2", bold=True)
    _levels(styles.find(qn("p:bodyStyle")))
    for letters in styles.find(qn("p:otherStyle")).iter(qn("a:defRPr")):
        letters.set("sz", str(SMALLEST * 100))


def _levels(body: Any) -> None:
    """First level: a sentence. Second level: an item of a list; those below lie further in."""
    for depth, level in enumerate(body, 0):
        margin = 0 if depth == 0 else int(Inches(0.5)) * depth
        level.set("marL", str(margin))
        level.set("indent", "0" if depth == 0 else str(-int(Inches(0.5))))
        for old in [e for e in level if e.tag in (qn("a:buFont"), qn("a:buChar"), qn("a:buNone"))]:
            level.remove(old)
        bullets = (
            [etree.Element(qn("a:buNone"))]
            if depth == 0
            else [
                etree.Element(qn("a:buFont"), typeface="Arial"),
                etree.Element(qn("a:buChar"), char="•"),
            ]
        )
        for bullet in bullets:
            level.find(qn("a:defRPr")).addprevious(bullet)
        level.find(f"{qn('a:spcBef')}/{qn('a:spcPct')}").set("val", "45000")
        _size(level, READING, "tx1")


def _layouts(layouts: dict[str, Any]) -> None:
    example = layouts["example"]
    words = next(p for p in example.placeholders if p.placeholder_format.idx == 2)
    address = copy.deepcopy(words._element)
    address.ph.set("idx", str(ADDRESS))
    address.find(f".//{qn('p:cNvPr')}").attrib.update(
        {"id": "13", "name": "Address Placeholder 12"}
    )
    words._element.addnext(address)
    for kind, layout in layouts.items():
        layout._element.find(qn("p:cSld")).set("name", LAYOUTS[kind][1])
        for shape in layout.placeholders:
            box = PLACES.get(kind, {}).get(shape.placeholder_format.idx)
            if box:
                _place(shape, box)
                _plain(shape)
    _letters(layouts)
    for kind in ("opening", "part"):
        fill = layouts[kind].background.fill
        fill.solid()
        fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2


def _letters(layouts: dict[str, Any]) -> None:
    sizes = {
        ("opening", 0): (54, "tx2", True),
        ("opening", 1): (READING, "tx1", False),
        ("part", 0): (48, "tx2", True),
        ("part", 1): (READING, "tx1", False),
        ("saying", 2): (SMALLEST, "tx2", True),
        ("saying", 0): (SAYING, "tx1", True),
        ("saying", 1): (READING, "tx1", False),
        ("example", 0): (TITLE, "tx2", True),
        ("example", 2): (28, "tx1", False),
        ("example", ADDRESS): (SMALLEST, "tx1", False),
        ("example", 1): (SMALLEST, "tx1", False),
    }
    for (kind, idx), (size, colour, bold) in sizes.items():
        shape = next(p for p in layouts[kind].placeholders if p.placeholder_format.idx == idx)
        for level in shape._element.find(f".//{qn('a:lstStyle')}"):
            _size(level, size, colour, bold=bold)
        top = (kind, idx) in {("opening", 1), ("part", 1), ("saying", 1), ("example", 2)}
        middle = (kind, idx) == ("saying", 0)
        shape.text_frame.vertical_anchor = (
            MSO_ANCHOR.TOP if top else MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.BOTTOM
        )


def _plain(shape: Any) -> None:
    """Takes a layout's own capitals, alignment and sizes away, and leaves one level of each."""
    styles = shape._element.find(f".//{qn('a:lstStyle')}")
    for level in list(styles):
        styles.remove(level)
    level = etree.SubElement(styles, qn("a:lvl1pPr"), marL="0", indent="0", algn="l")
    etree.SubElement(level, qn("a:buNone"))
    etree.SubElement(level, qn("a:defRPr"), cap="none")


def _size(level: Any, size: int, colour: str, bold: bool = False) -> None:
    letters = level.find(qn("a:defRPr"))
    letters.set("sz", str(size * 100))
    letters.set("b", "1" if bold else "0")
    for old in letters.findall(qn("a:solidFill")):
        letters.remove(old)
    fill = etree.Element(qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr"), val=colour)
    letters.insert(0, fill)


def _place(shape: Any, box: Box) -> None:
    shape.left, shape.top, shape.width, shape.height = (Length(Inches(side)) for side in box)


def _without(part: Any, *kinds: str) -> None:
    for shape in [s for s in part.placeholders if s.element.ph.get("type") in kinds]:
        shape._element.getparent().remove(shape._element)


def _strip() -> Any:
    """A woven strip along the top edge: the pattern that PowerPoint itself calls weave."""
    xml = f"""<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<p:nvSpPr><p:cNvPr id="20" name="Woven strip" descr=""/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>
<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{WIDE}" cy="{Inches(0.16)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
<a:pattFill prst="weave"><a:fgClr><a:srgbClr val="{office.THREADS[0]}"/></a:fgClr><a:bgClr><a:srgbClr val="{office.WEFT}"/></a:bgClr></a:pattFill><a:ln><a:noFill/></a:ln></p:spPr>
</p:sp>"""  # noqa: E501
    return etree.fromstring(xml)


def points(text: str, usual: int, *steps: tuple[int, int]) -> Length:
    """The size of some words: the usual one, or a smaller one for more letters than a step
    allows.
    """
    size = next(
        (smaller for limit, smaller in sorted(steps, reverse=True) if len(text) > limit), usual
    )
    return Length(Pt(max(size, SMALLEST)))
