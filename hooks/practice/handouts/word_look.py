"""How a Word file looks: its page, its styles, its footer.

Everything is a style, so that whoever edits it can change all of one kind at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor, Twips

from . import office

SIZES = {
    "Title": (24, office.TEACH),
    "Heading 1": (15, office.TEACH),
    "Heading 2": (12, office.INK),
}
SPACES = {"Title": (0, 10), "Heading 1": (20, 6), "Heading 2": (14, 4)}
LISTS = tuple(
    f"{kind}{depth}"
    for kind in ("List Bullet", "List Number", "List Continue")
    for depth in ("", " 2")
)
NOTE_EDGE = Mm(4)
HANGING = Mm(5)


def dress(word: Any) -> None:
    """Gives an empty file its page, its language and its styles."""
    office_theme = office.theme_part(word.part)
    office_theme._blob = office.theme(office_theme.blob)
    _page(word.sections[0])
    _language(word)
    _headings(word.styles)
    _texts(word.styles)
    _notes(word.styles)
    _table_style(word.styles)


def _page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(16), Mm(20)


def _language(word: Any) -> None:
    for lang in word.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), office.LANGUAGE)
    word.settings.element.find(qn("w:themeFontLang")).set(qn("w:val"), office.LANGUAGE)
    word.settings.element.find(qn("w:zoom")).set(
        qn("w:percent"), "100"
    )  # the format asks for it, python-docx leaves it out
    for setting in word.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _headings(styles: Any) -> None:
    for name, (size, colour) in SIZES.items():
        style = styles[name]
        style.font.size, style.font.bold, style.font.color.rgb = (
            Pt(size),
            True,
            RGBColor.from_string(colour.upper()),
        )
        style.paragraph_format.space_before, style.paragraph_format.space_after = map(
            Pt, SPACES[name]
        )
    rule = styles["Title"].element.pPr.find(qn("w:pBdr"))
    styles["Title"].element.pPr.remove(rule)


def _texts(styles: Any) -> None:
    _new(styles, "Text", "Normal", size=11, after=6, line=1.2)
    _new(styles, "Aside line", "Normal", size=10, colour=office.SOFT, after=2)
    _new(styles, "Fact", "Text", after=3, ground=office.TINT)
    _new(styles, "Imprint", "Text", before=24, edges={"top": office.EDGE})
    _new(styles, "Cell", "Normal", size=11, before=3, after=3, line=1)
    _new(
        styles,
        "Writing line",
        "Normal",
        size=11,
        before=12,
        after=0,
        edges={"bottom": office.EDGE, "between": office.EDGE},
    )
    for name in LISTS:
        styles[name].base_style = styles["Text"]
        styles[name].paragraph_format.space_after = Pt(4)
    _characters(styles)


def _characters(styles: Any) -> None:
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = RGBColor.from_string(office.LINK.upper()), True
    aside = styles.add_style("Aside", WD_STYLE_TYPE.CHARACTER)
    aside.font.bold, aside.font.size, aside.font.color.rgb = (
        False,
        Pt(10),
        RGBColor.from_string(office.SOFT.upper()),
    )


def _notes(styles: Any) -> None:
    edge = {"left": office.TEACH}
    _new(styles, "Note Text", "Text", indent=NOTE_EDGE, edges=edge)
    _new(
        styles,
        "Note label",
        "Note Text",
        bold=True,
        colour=office.TEACH,
        before=6,
        after=2,
        edges=edge,
        next_line=True,
    )
    for name in LISTS:
        depth = 2 if name.endswith("2") else 1
        _new(styles, f"Note {name}", name, indent=NOTE_EDGE + HANGING * depth, edges=edge)
        shape = styles[f"Note {name}"].paragraph_format
        shape.first_line_indent = 0 if name.startswith("List Continue") else -HANGING
        shape.tab_stops.add_tab_stop(Twips(360 * depth), WD_TAB_ALIGNMENT.CLEAR)
    grey = {"left": office.EDGE}
    _new(styles, "Pointer", "Text", indent=NOTE_EDGE, after=10, edges=grey, close=True)
    _new(
        styles,
        "Pointer label",
        "Text",
        indent=NOTE_EDGE,
        size=10,
        colour=office.SOFT,
        before=6,
        after=0,
        edges=grey,
        next_line=True,
    )


def _new(styles: Any, name: str, base: str, **look: Any) -> None:
    """A paragraph style that differs from another by its letters, its spaces, its edges or its
    ground.
    """
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = styles[base], True
    if "size" in look:
        style.font.size = Pt(look["size"])
    if "bold" in look:
        style.font.bold = look["bold"]
    if "colour" in look:
        style.font.color.rgb = RGBColor.from_string(look["colour"].upper())
    shape = style.paragraph_format
    for field, key, unit in (
        ("space_before", "before", Pt),
        ("space_after", "after", Pt),
        ("line_spacing", "line", float),
        ("left_indent", "indent", int),
    ):
        if key in look:
            setattr(shape, field, unit(look[key]))
    if look.get("next_line"):
        shape.keep_with_next = True
    properties = style.element.get_or_add_pPr()
    if look.get("close"):
        properties.insert_element_before(
            OxmlElement("w:contextualSpacing"), *_after("w:contextualSpacing")
        )
    _draw_edges(properties, look.get("edges", {}), look.get("ground", ""))


def _draw_edges(properties: Any, edges: dict[str, str], ground: str) -> None:
    """Edges and ground, at the places where the format wants them."""
    if edges:
        box = OxmlElement("w:pBdr")
        for side in (s for s in ("top", "left", "bottom", "right", "between") if s in edges):
            _with(
                box,
                f"w:{side}",
                val="single",
                sz="12" if side == "left" else "4",
                space="8" if side == "left" else "4",
                color=edges[side],
            )
        properties.insert_element_before(box, *_after("w:pBdr"))
    if ground:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", ground)):
            shade.set(qn(f"w:{name}"), value)
        properties.insert_element_before(shade, *_after("w:shd"))


def _after(name: str) -> tuple[str, ...]:
    order = (
        "w:pBdr",
        "w:shd",
        "w:tabs",
        "w:suppressAutoHyphens",
        "w:spacing",
        "w:ind",
        "w:contextualSpacing",
        "w:jc",
        "w:outlineLvl",
        "w:rPr",
    )
    return order[order.index(name) + 1 :]


def _with(parent: Any, tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
    return element


def _table_style(styles: Any) -> None:
    style = styles.add_style("Plan", WD_STYLE_TYPE.TABLE)
    style.base_style = styles["Normal Table"]
    properties = OxmlElement("w:tblPr")
    borders = _with(properties, "w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        _with(borders, f"w:{side}", val="single", sz="4", space="0", color=office.LINE)
    style.element.append(properties)


def repeat_as_head(row: Any) -> None:
    """Marks a row as the head of its table: read as such, and repeated on the next page."""
    _with(row._tr.get_or_add_trPr(), "w:tblHeader")


def widths(table: Any, columns: Iterable[Any]) -> None:
    """The widths of a table's columns."""
    table.autofit = False
    for column, width in zip(table.columns, columns, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def fresh_numbers(word: Any, style: str, start: int) -> int:
    """A numbering of its own for one list, so that it does not go on from the list before."""
    numbering = word.part.numbering_part.element
    like = numbering.num_having_numId(word.styles[style].element.pPr.numPr.numId.val)
    num = numbering.add_num(like.abstractNumId.val)
    num.add_lvlOverride(ilvl=0).add_startOverride(start)
    return int(num.numId)


def number(para: Any, numbering: int) -> None:
    """Puts a paragraph into a numbering."""
    properties = para._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = numbering


def footer(word: Any, words: str) -> None:
    """The foot of each page: what this is, and which page of how many."""
    style = word.styles["Footer"]
    style.font.size = Pt(9)
    style.paragraph_format.tab_stops.clear_all()
    style.paragraph_format.tab_stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT)
    para = word.sections[0].footer.paragraphs[0]
    para.add_run(f"{words}\tPage ")
    _field(para, "PAGE")
    para.add_run(" of ")
    _field(para, "NUMPAGES")


def _field(para: Any, name: str) -> None:
    field = _with(para._p, "w:fldSimple", instr=name)
    _with(field, "w:r").append(OxmlElement("w:t"))
    field[0][0].text = "1"


def style_id(name: str) -> str:
    """The id of a style: python-docx makes it of the name, without its spaces."""
    return name.replace(" ", "")
