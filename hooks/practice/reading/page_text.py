"""What the Markdown of a hand-written page may hold.

Pages are contributed text too: the rules are those of examples, less strict where the house needs
it. A CommonMark parser reads the text: code is code, and an address is one however it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from ..messages import problem
from ..model import Problem, is_web_address
from .markdown import Piece, pieces, refers_to_hidden, unused
from .text_file import HARD_SPACES, code_point

TAGS = frozenset(
    (
        *("a", "abbr", "b", "blockquote", "br", "button", "caption", "code", "dd", "details"),
        *("div", "dl", "dt", "em", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "hr", "i", "img", "section", "input", "kbd", "label", "li", "ol", "p", "path"),
        *("pre", "small"),
        *("span", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "tr", "ul"),
    )
)
"""Elements that the HTML of a page may have."""
ATTRIBUTES: dict[str, set[str]] = {
    "*": {
        *("class", "id", "role", "lang", "title"),
        *("aria-hidden", "aria-label", "aria-labelledby", "aria-describedby"),
    },
    "a": {"href"},
    "button": {"type"},
    "details": {"open"},
    "form": {"action"},
    "img": {"src", "alt", "width", "height", "loading"},
    "input": {"name", "type", "autocomplete"},
    "label": {"for"},
    "ol": {"start"},
    "path": {"d"},
    "svg": {"viewBox"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "scope", "align"},
}
"""Attributes by element; those of every element under ``*``."""
PLAIN_TAGS = frozenset(("a", "div", "p"))
"""Elements that the Markdown of a page may hold: links to files that MkDocs does not know need
them. A page with `bare: true` lays itself out, and may hold all of `TAGS`.
"""
SCHEMES = ("https", "mailto")
PICTURES = (".png", ".webp", ".jpg")
FORM = "examples/"
"""The one address to which a form may lead: the finder's."""
MAX_LINE_LENGTH = 4000
"""Letters. The longest line of the library's own pages has 900."""
MOST_BRACKETS, MOST_MARKS, MOST_TAGS, MOST_RUN, DEEPEST = 200, 600, 1000, 100, 12
"""What a paragraph may hold of ``[``, and of ``*``, ``_`` and backticks together; what a page may
hold of ``<``; the longest run of one sign; the deepest quotation or list. They bound the time that
MkDocs takes for a page of 64 KiB, whatever it holds: at most two seconds for 47 patterns tried.
"""
RUN = re.compile(r"([^\w\s=|-])\1{99}")
DEEP = re.compile(rf"(?:[ \t]*(?:[>*+-]|\d+[.)])[ \t]*){{{DEEPEST + 1}}}(?![-*]*$)")
LEADS = re.compile(r"(?!/)[a-z0-9#./?=-]*|https://[\w.-]+(?:/[^\s\\]*)?|[a-z-]+:[a-z0-9#-]+")
"""Where the HTML of a page may lead: inside the site, to https:, or to a thing by its id."""
FILE = re.compile(r"^(?!https:).*(?<!index)\.md(?:#|$)")
"""The file of a page, which is an address only in Markdown: MkDocs does not look into HTML."""
MARK = "xslotx"
ATTRIBUTE_LIST = re.compile(r"\{[:. ]*[A-Za-z#.][^}\n]*\}")
SIZES = re.compile(r"\{(?: ?(?:width|height)=\d{1,4}| ?loading=lazy)+ ?\}")
HARD_HEADING = re.compile(rf"(?P<marks>#{{1,6}}|[-*>]|\d+\.)(?P<space>[{HARD_SPACES}])")
A_HEADING = re.compile(r" {0,3}#|[ \t]*[=-]+[ \t]*$")
"""A line that is a heading, or that MkDocs may read as the line below one."""
MAX_HEADINGS = 500
"""The longest of the library's own pages has 23. MkDocs took 20 seconds for 32,000."""
Found = tuple[str, dict[str, str]]
"""The key of a message, and its values."""
HEADING_ID = re.compile(r"#{1,6}[ \t].*\{#[A-Za-z0-9_-]+\}[ \t]*$", re.MULTILINE)


def problems(
    body: str, first: int, path: str, kinds: tuple[str, ...], bare: bool
) -> Iterator[Problem]:
    """Problems of the text below the front matter that is within the limits, in the order of the
    rules.

    `first` is the number of its first line, `kinds` are those that it may link to by id, and `bare`
    says whether the page lays itself out.
    """
    raw = body.encode()
    code = bytearray(len(raw) + 1)
    for piece in pieces(body):
        written = raw[piece.start : piece.end]
        if piece.name == "Text" and b"&" not in written:
            continue  # it breaks no rule, and most pieces are such words
        html = written.decode() if piece.name in ("HtmlBlock", "InlineHtml") else ""
        found = _html(html, bare, kinds) if html else _of_piece(piece, written, kinds)
        for key, values in found:
            line, column = position(raw, place(piece, raw))
            yield problem(path, first + line, column, key, **values)
        if piece.name in ("Code", "CodeBlock"):
            code[piece.start : piece.end] = b"\1" * (piece.end - piece.start)
    for at in unused(body):
        line, column = position(raw, at)
        words = body.split("\n")[line][column - 1 :][:60]
        yield problem(path, first + line, column, "link/unused", words=words)
    yield from _attribute_lists(raw, code, first, path)


def limits(body: str, first: int, path: str) -> Iterator[Problem]:
    """What takes too long to read any further, and marks of the build's own, line by line."""
    brackets, marks, tags, headings = 0, 0, 0, 0
    for number, line in enumerate(body.split("\n"), first):
        if not line.strip():
            brackets, marks = 0, 0
        brackets += line.count("[")
        marks += sum(map(line.count, "*_`"))
        tags += line.count("<")
        headings += bool(A_HEADING.match(line))
        if headings > MAX_HEADINGS:
            yield problem(path, number, 1, "page-limits/headings", most=MAX_HEADINGS)
            return
        if exceeded := _exceeded(line, brackets, marks, tags):
            key, most = exceeded
            yield problem(path, number, 1, key, most=f"{most:,}", size=f"{len(line):,}")
            return
        if hard := HARD_HEADING.match(line):
            values = {"code": code_point(hard["space"]), "marks": hard["marks"]}
            column = hard.start("space") + 1
            yield problem(path, number, column, "hidden-character/heading", **values)
        if MARK in line:
            yield forged(path, number, line.index(MARK) + 1)


def forged(path: str, line: int, column: int) -> Problem:
    """A mark of the build's own in a page."""
    return problem(path, line, column, "page-marks", given=repr(MARK))


def _exceeded(line: str, brackets: int, marks: int, tags: int) -> tuple[str, int] | None:
    """The key of the limit that a line breaks, and the limit. `brackets` and `marks` are those of
    its paragraph so far, `tags` the characters ``<`` of its page.
    """
    if len(line) > MAX_LINE_LENGTH:
        return "page-limits/line", MAX_LINE_LENGTH
    if len(line) >= MOST_RUN and RUN.search(line):
        return "page-limits/run", MOST_RUN - 1
    if brackets > MOST_BRACKETS:
        return "page-limits/brackets", MOST_BRACKETS
    if marks > MOST_MARKS:
        return "page-limits/marks", MOST_MARKS
    if tags > MOST_TAGS:
        return "page-limits/tags", MOST_TAGS
    if DEEP.match(line) or len(line) - len(line.lstrip()) > 4 * DEEPEST:
        return "page-limits/depth", DEEPEST
    return None


def place(piece: Piece, raw: bytes) -> int:
    """The byte at which the target of a link begins, or else the piece."""
    if piece.name != "Link":
        return piece.start
    target = raw.find(piece.data["dest_url"].encode(), piece.start, piece.end)
    return target if target >= 0 else piece.start


def _of_piece(piece: Piece, raw: bytes, kinds: tuple[str, ...]) -> Iterator[Found]:
    if refers_to_hidden(piece, raw):
        yield "hidden-character/reference", {"words": raw.decode()[:60]}
    if piece.name == "Link":
        yield from _link(piece.data, kinds)
    elif piece.name == "Image":
        yield from _picture(piece.data["dest_url"])


def _link(link: Any, kinds: tuple[str, ...]) -> Iterator[Found]:
    target = link["dest_url"]
    if link["link_type"] == "Email":
        return
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", target)
    if scheme and scheme[1] in (*SCHEMES, *kinds):
        if scheme[1] == "https" and not is_web_address(target):
            yield "link/not-web", {"target": repr(target[:60])}
        return
    if not scheme and re.fullmatch(
        r"(?:\.\./)*(?:[a-z0-9-]+/)*[a-z0-9-]+\.md(?:#[\w-]+)?|#[\w-]+", target
    ):
        return
    yield "link/page", {"target": repr(target[:60]), "kinds": ", ".join(kinds)}


def _picture(target: str) -> Iterator[Found]:
    if not re.fullmatch(r"(?:\.\./)*(?:[a-z0-9-]+/)*[a-z0-9-]+\.(?:png|webp|jpg)", target):
        yield "page-pictures", {"target": repr(target[:60]), "types": ", ".join(PICTURES)}


class _Tags(HTMLParser):
    """The tags of a piece of HTML that are not allowed, in words."""

    def __init__(self, bare: bool, kinds: tuple[str, ...]):
        super().__init__()
        self.kinds = kinds
        self.bare = bare
        self.markdown = False
        """Whether an element is open whose text is read as Markdown again."""
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in (TAGS if self.bare else PLAIN_TAGS):
            self.found.append(f"<{tag}>")
            return
        names = (
            ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set()) | (set() if self.bare else {"markdown"})
        )
        self.markdown = self.markdown or any(name == "markdown" for name, _ in attrs)
        allowed = {name.lower() for name in names}
        self.found += [f"{name} on <{tag}>" for name, _ in attrs if name not in allowed]
        for name, value in attrs:
            leads = (value or "").strip()
            inside = LEADS.fullmatch(leads) and not FILE.search(leads)
            known = ":" not in leads or leads.split(":")[0] in ("https", *self.kinds)
            web = not leads.startswith("https:") or is_web_address(leads)
            if (name == "action" and leads != FORM) or (
                name in ("href", "src") and not (inside and known and web)
            ):
                self.found.append(f"{name}={leads[:40]!r}")

    def handle_data(self, data: str) -> None:
        if data.strip() and self.markdown:
            self.found.append(f"{data.strip()[:40]!r} beside a tag: leave an empty line between")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl[:20]}>")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data[:20]}>")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data[:20]}]>")


def _html(html: str, bare: bool, kinds: tuple[str, ...]) -> Iterator[Found]:
    if re.match(r"\s*<!--\s*practice:", html) and "-->" not in html:
        return  # a directive that does not end: the reader of directives says so
    if re.match(r"\s*<!--[^\S\n]*\n\s*practice:", html):
        yield "directive/begin", {}
    parser = _Tags(bare, kinds)
    parser.feed(html)
    parser.close()
    for found in dict.fromkeys(parser.found):
        yield "page-html", {"found": found}


def _attribute_lists(raw: bytes, code: bytearray, first: int, path: str) -> Iterator[Problem]:
    text, last, at = raw.decode(), 0, 0
    for found in ATTRIBUTE_LIST.finditer(text):
        at += len(text[last : found.start()].encode())
        last = found.start()
        begin = text.rfind("\n", 0, last) + 1
        if code[at] or SIZES.fullmatch(found[0]) or HEADING_ID.match(text, begin):
            continue
        place = path, first + text.count("\n", 0, begin), last - begin + 1
        yield problem(*place, "page-attributes", found=found[0][:60])


def position(raw: bytes, at: int) -> tuple[int, int]:
    """The line from 0 and the column from 1 of a byte."""
    start = raw.rfind(b"\n", 0, at) + 1
    return raw.count(b"\n", 0, at), len(raw[start:at].decode(errors="replace")) + 1
