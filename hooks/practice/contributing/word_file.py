"""Every word of the body of a Word file, in its order: paragraphs, tables, insertions that are
tracked, content controls, text boxes, links with where they lead, and notes at its end.

What is deleted with tracking stays deleted. Comments, headers and footers are not the text.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
LINK_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SKIPPED_TAGS = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "sdtPr", "pPr", "rPr", "tblPr")
)
TEXT_OF_TAG = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
TEXT_BOX = f"{W}txbxContent"


class Paragraph(NamedTuple):
    """A paragraph: its words, the name of its style, and whether it is an item of a list."""

    words: str
    style: str = ""
    listed: bool = False


class Table(NamedTuple):
    """A table: the words of its cells, row by row."""

    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Table


class _File:
    def __init__(self, raw: bytes):
        import docx

        self.document = docx.Document(io.BytesIO(raw))
        self.styles = {s.style_id: str(s.name) for s in self.document.styles}
        self.links = {
            key: str(rel.target_ref)
            for key, rel in self.document.part.rels.items()
            if rel.is_external
        }
        self.notes: list[tuple[str, str]] = []
        """Notes in the order in which the text names them: (kind, id)."""

    def blocks(self, element: Any) -> Iterator[Block]:
        """Paragraphs and tables inside an element, at any depth."""
        for child in element:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag not in SKIPPED_TAGS and isinstance(child.tag, str):
                yield from self.blocks(_chosen(child))

    def _paragraph(self, element: Any) -> Iterator[Block]:
        words = "".join(self._words(element)).strip()
        if words:
            marked = element.find(f"{W}pPr/{W}numPr") is not None
            style = element.find(f"{W}pPr/{W}pStyle")
            name = self.styles.get(style.get(f"{W}val"), "") if style is not None else ""
            yield Paragraph(words, name, marked or name.startswith("List"))
        for box in _boxes(element):
            yield from self.blocks(box)

    def _words(self, element: Any) -> Iterator[str]:
        for child in element:
            if child.tag == f"{W}t":
                yield child.text or ""
            elif child.tag in TEXT_OF_TAG:
                yield TEXT_OF_TAG[child.tag]
            elif child.tag in NOTES:
                self.notes.append((NOTES[child.tag], child.get(f"{W}id")))
                yield f" [{len(self.notes)}]"
            elif child.tag == f"{W}hyperlink":
                yield self._link(child)
            elif child.tag not in SKIPPED_TAGS and child.tag != TEXT_BOX:
                yield from self._words(_chosen(child))

    def _link(self, element: Any) -> str:
        words, target = "".join(self._words(element)), self.links.get(element.get(LINK_ID), "")
        if not target or target in (words, f"mailto:{words}"):
            return words
        return f"[{words}]({target.replace(' ', '%20')})"

    def _table(self, element: Any) -> Iterator[Block]:
        rows = [list(self._cells(row)) for row in element.iter(f"{W}tr") if _own(row, element)]
        if max(map(len, rows), default=0) == 1:
            for cell in element.iter(f"{W}tc"):
                if _own(cell, element):
                    yield from self.blocks(cell)
        elif rows:
            yield Table(tuple(map(tuple, rows)))

    def _cells(self, row: Any) -> Iterator[str]:
        for cell in row.iter(f"{W}tc"):
            if _own(cell, row):
                yield "\n".join(words for block in self.blocks(cell) for words in _lines(block))

    def note_texts(self) -> list[str]:
        """The words of every note that the text names, in its order."""
        return [" ".join(self._note(kind, id)) for kind, id in self.notes]

    def _note(self, kind: str, id: str) -> Iterator[str]:
        from docx.oxml import parse_xml

        for rel in self.document.part.rels.values():
            if rel.reltype.endswith(f"/{kind}"):
                for note in parse_xml(rel.target_part.blob):
                    if note.get(f"{W}id") == id:
                        yield from (line for b in self.blocks(note) for line in _lines(b))


def read(raw: bytes) -> tuple[list[Block], list[str]]:
    """The blocks of a Word file, and its notes. Raises what python-docx raises."""
    file = _File(raw)
    blocks = list(file.blocks(file.document.element.body))
    return blocks, file.note_texts()


def _chosen(element: Any) -> Any:
    """Of two ways to show the same the first."""
    if element.tag != f"{MC}AlternateContent":
        return element
    first = element.find(f"{MC}Choice")
    return element.find(f"{MC}Fallback") if first is None else first


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph, each once."""
    for child in _chosen(element):
        if child.tag == TEXT_BOX:
            yield child
        elif child.tag not in SKIPPED_TAGS:
            yield from _boxes(child)


def _own(inner: Any, outer: Any) -> bool:
    """Whether a row or a cell belongs to this table or row, and not to one inside it."""
    name = f"{W}tbl" if outer.tag == f"{W}tbl" else f"{W}tr"
    around = inner.getparent()
    while around.tag != name:
        around = around.getparent()
    return around is outer


def _lines(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [f"- {block.words}" if block.listed else block.words]
    return [" ".join(" / ".join(row).split()) for row in block.rows]


def as_markdown(table: Table) -> str:
    """A table as Markdown; its first row is the head."""
    width = max(map(len, table.rows))
    rows = [[" ".join(cell.split()).replace("|", "\\|") for cell in row] for row in table.rows]
    lines = [" | ".join(row + [""] * (width - len(row))) for row in rows]
    lines.insert(1, " | ".join(["---"] * width))
    return "\n".join(f"| {line} |" for line in lines)
