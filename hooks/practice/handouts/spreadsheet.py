"""Excel workbooks: sheets of text, numbers and links, and never a formula.

They are written as Office Open XML says (ECMA-376, part 1, chapter 18). A library has a hundred
thousand cells, and each change to it writes them all, so this takes one format and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import product
from string import ascii_uppercase
from typing import NamedTuple

from . import archive

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACE = "http://schemas.openxmlformats.org"
MAIN, LINKS = f"{SPACE}/spreadsheetml/2006/main", f"{SPACE}/officeDocument/2006/relationships"
TYPES, PACKAGE = f"{SPACE}/package/2006/content-types", f"{SPACE}/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
LETTERS = (*ascii_uppercase, *map("".join, product(ascii_uppercase, repeat=2)))
"""The names of columns."""
LONGEST = 32_767
"""Signs in a cell, by Excel's own limit."""
LEVEL = 6
"""How hard to compress: harder takes twice as long for a hundredth less."""
CONTROLS = bytes(code for code in range(32) if chr(code) not in "\t\n")
ODD = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0b-\x1f]")
"""What a cell writes as the number of a sign, and what reads as such a number."""
PLAIN, BOLD, LINK, WRAPPED = range(4)
"""The styles below, by number."""
STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}">\
<fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/><family val="2"/></font>\
</fonts><fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border>\
</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
</cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"/>\
<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">\
<alignment vertical="top" wrapText="1"/></xf></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


class Link(NamedTuple):
    """Words that lead to an address, or, behind a #, to a place in the workbook."""

    words: str
    to: str


Cell = str | int | Link | None


class About(NamedTuple):
    """What a workbook says of itself."""

    title: str
    author: str
    day: str
    words: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet. Rows count from 0."""

    name: str
    widths: Sequence[int]
    """Of its columns, in letters."""
    rows: Sequence[Sequence[Cell]]
    bold: Sequence[int] = (0,)
    """The rows in bold type."""
    head: int | None = 0
    """The row with the names of columns: it stays in sight, and columns can be filtered."""
    beside: int = 1
    """Columns that stay in sight."""
    style: int = PLAIN

    @property
    def area(self) -> str:
        """The head and all below it."""
        top = (self.head or 0) + 1
        return f"$A${top}:${LETTERS[len(self.widths) - 1]}${max(top, len(self.rows))}"


def workbook(about: About, sheets: Sequence[Sheet]) -> bytes:
    """The bytes of a workbook. Equal sheets give equal bytes."""
    return archive.pack(_parts(about, sheets), LEVEL)


def _parts(about: About, sheets: Sequence[Sheet]) -> Iterator[tuple[str, bytes]]:
    numbers = range(1, len(sheets) + 1)
    yield "[Content_Types].xml", _types(numbers).encode()
    office, core = f"{LINKS}/officeDocument", f"{PACKAGE}/relationships/metadata/core-properties"
    yield "_rels/.rels", _relations(((office, "xl/workbook.xml"), (core, "docProps/core.xml")))
    yield "docProps/core.xml", _properties(about).encode()
    yield "xl/workbook.xml", _book(sheets).encode()
    named = [(f"{LINKS}/worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations((*named, (f"{LINKS}/styles", "styles.xml")))
    yield "xl/styles.xml", STYLES.encode()
    for number, sheet in enumerate(sheets, 1):
        links: dict[str, Link] = {}
        yield f"xl/worksheets/sheet{number}.xml", _sheet(sheet, links)
        outside = [(f"{LINKS}/hyperlink", link.to) for link in links.values() if link.to[0] != "#"]
        if outside:
            yield f"xl/worksheets/_rels/sheet{number}.xml.rels", _relations(outside, True)


def _types(numbers: Iterable[int]) -> str:
    parts = {
        "/xl/workbook.xml": f"{SHEET_TYPE}.sheet.main+xml",
        "/xl/styles.xml": f"{SHEET_TYPE}.styles+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    parts |= {f"/xl/worksheets/sheet{n}.xml": f"{SHEET_TYPE}.worksheet+xml" for n in numbers}
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    named = "".join(f'<Override PartName="{n}" ContentType="{t}"/>' for n, t in parts.items())
    return (
        f'{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


def _relations(named: Iterable[tuple[str, str]], outside: bool = False) -> bytes:
    mode = ' TargetMode="External"' if outside else ""
    items = (
        f'<Relationship Id="rId{n}" Type="{type}" Target="{escape(to)}"{mode}/>'
        for n, (type, to) in enumerate(named, 1)
    )
    space = f"{PACKAGE}/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{"".join(items)}</Relationships>'.encode()


def _properties(about: About) -> str:
    terms = "http://purl.org/dc"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="{terms}/elements/1.1/" xmlns:dcterms="{terms}/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(about.title)}</dc:title><dc:creator>{escape(about.author)}</dc:creator>"
        f"<dc:description>{escape(about.words)}</dc:description>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{about.day}T00:00:00Z</dcterms:created>'
        "</cp:coreProperties>"
    )


def _book(sheets: Sequence[Sheet]) -> str:
    named = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, 1)
    )
    areas = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{n}" hidden="1">'
        f"'{escape(sheet.name)}'!{sheet.area}</definedName>"
        for n, sheet in enumerate(sheets)
        if sheet.head is not None
    )
    areas = f"<definedNames>{areas}</definedNames>" if areas else ""
    return (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{named}</sheets>{areas}</workbook>"
    )


def _sheet(sheet: Sheet, links: dict[str, Link]) -> bytes:
    """A sheet as XML. Fills in the links by their cells."""
    pane = area = ""
    if sheet.head is not None:
        below, right = sheet.head + 1, sheet.beside
        first = f"{LETTERS[right]}{below + 1}"
        pane = (
            f'<pane xSplit="{right}" ySplit="{below}" topLeftCell="{first}"'
            ' activePane="bottomRight" state="frozen"/>'
        )
        area = f'<autoFilter ref="{sheet.area.replace("$", "")}"/>'
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(sheet.widths, 1)
    )
    bold = frozenset(sheet.bold)
    rows = "".join(
        f'<row r="{n + 1}">{_row(n + 1, row, BOLD if n in bold else sheet.style, links)}</row>'
        for n, row in enumerate(sheet.rows)
    )
    return _signs(
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{LINKS}"><sheetViews>'
        f'<sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols>'
        f"<sheetData>{rows}</sheetData>{area}{_hyperlinks(links)}</worksheet>"
    )


def _row(number: int, cells: Iterable[Cell], style: int, links: dict[str, Link]) -> str:
    parts = []
    for letter, cell in zip(LETTERS, cells, strict=False):
        if cell is None or cell == "":
            continue
        shown = style
        if isinstance(cell, int):
            parts.append(f'<c r="{letter}{number}" s="{shown}"><v>{cell}</v></c>')
            continue
        if isinstance(cell, Link):
            links[f"{letter}{number}"], cell, shown = cell, cell.words, LINK
        parts.append(
            f'<c r="{letter}{number}" s="{shown}" t="inlineStr"><is><t xml:space="preserve">'
            f"{escape(cell[:LONGEST], quote=False)}</t></is></c>"
        )
    return "".join(parts)


def _hyperlinks(links: dict[str, Link]) -> str:
    outside = 0
    parts = []
    for at, link in links.items():
        if link.to.startswith("#"):
            parts.append(f'<hyperlink ref="{at}" location="{escape(link.to[1:])}"/>')
        else:
            outside += 1
            parts.append(f'<hyperlink ref="{at}" r:id="rId{outside}"/>')
    return f"<hyperlinks>{''.join(parts)}</hyperlinks>" if parts else ""


def _signs(xml: str) -> bytes:
    """A sheet in UTF-8, its signs that XML cannot hold as numbers."""
    raw = xml.encode()
    if b"_x" in raw or len(raw.translate(None, CONTROLS)) < len(raw):
        raw = ODD.sub(lambda found: f"_x{ord(found[0]):04X}_", xml).encode()
    return raw
