"""Files and strings that nobody here wrote: a clean result or a clean problem, never a traceback.

They are the YAML test suite and the Big List of Naughty Strings, in `tests/corpora`.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from practice.checking import reader
from practice.checking.rules import all_rules
from practice.model import Problem
from practice.reading import document, example, page, text_file, vocabulary
from practice.reading.text_file import HIDDEN, ReadError

CORPORA = Path(__file__).parent / "corpora"


def cases() -> Iterator[tuple[str, str, str | None]]:
    """Each case of the suite: its name, its YAML, and its tree of events (None when it must
    fail).
    """
    for path in sorted((CORPORA / "yaml-test-suite" / "src").glob("*.yaml")):
        tree = ""
        for number, case in enumerate(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)):
            tree = case.get("tree", tree)
            yield (
                f"{path.stem}-{number}",
                unmarked(case["yaml"]),
                None if case.get("fail") else unmarked(tree),
            )


def unmarked(text: str) -> str:
    """The text itself, without the marks by which the suite shows what cannot be seen."""
    text = re.sub("—*»", "\t", text)
    for mark, meant in (("␣", " "), ("↵", ""), ("←", "\r"), ("⇔", "\ufeff")):
        text = text.replace(mark, meant)
    return re.sub("∎\n?$", "", text)


CASES = list(cases())
RULES = frozenset(all_rules())
STRINGS = json.loads((CORPORA / "blns" / "blns.json").read_text("utf-8"))

LENIENT = {
    "9C9N-0": "a list goes on at the margin",
    "9JBA-0": "a comment touches a bracket",
    "CVW2-0": "a comment touches a comma",
    "DK95-1": "a tab begins a line inside quotes",
    "G5U8-0": "a hyphen stands alone in brackets",
    "MUS6-0": "a comment touches the version",
    "QB6E-0": "text in quotes goes on at the margin",
    "S98Z-0": "the first line of a text is blank and too long",
    "SU5Z-0": "a comment touches a quote",
    "X4QW-0": "a comment touches the sign for a text",
    "Y79Y-3": "a tab begins a line inside brackets",
    "YJV2-0": "a hyphen stands alone in brackets",
}
"""What the parser reads although the standard would refuse it.

Nobody can take any of it for something else.
"""

OTHERWISE = {
    "652Z-0": "a question mark touches a name in brackets",
    "HM87-1": "a question mark touches a word in brackets",
    "JEF9-2": "a last line of spaces without an end",
    "L24T-1": "a last line of spaces without an end",
}
"""What the parser reads otherwise than the standard says."""


def test_the_whole_suite_is_here():
    assert len(CASES) == 406
    assert sum(tree is None for _, _, tree in CASES) == 94
    assert len(STRINGS) == 515


def in_front(raw: bytes) -> list[Problem]:
    return page.read(b"---\n" + raw + b"\n---\n## One {#one}\n", "docs/page.md", "page.md").problems


READERS: dict[str, Callable[[bytes], list[Problem]]] = {
    "example": lambda raw: reader.read_example(raw, "examples_data/examples/some.yml")[1],
    "theme": lambda raw: (
        vocabulary.read_list("theme", raw, "examples_data/vocabulary/themes.yml").problems
    ),
    "self-review": lambda raw: (
        vocabulary.read_list("area", raw, "examples_data/self_review.yml").problems
    ),
    "deck": lambda raw: (
        vocabulary.read_one("deck", raw, "examples_data/cards/some.yml", "some").problems
    ),
    "session": lambda raw: (
        vocabulary.read_one("session", raw, "examples_data/sessions/some.yml", "some").problems
    ),
    "page": in_front,
}


def assert_clean(problems: list[Problem], text: str) -> None:
    lines = (
        text_file.decode(text.encode("utf-8", "surrogatepass")).count("\n") + 4
        if not HIDDEN.search(text)
        else 10**6
    )
    for problem in problems:
        assert 1 <= problem.line <= lines, problem
        assert problem.column >= 1, problem
        assert problem.rule in RULES, problem
        assert problem.message, problem
        assert not HIDDEN.search(str(problem).replace("\n", " ")), problem
        assert len(problem.message) < 1000, problem


@pytest.mark.parametrize(
    ("name", "text"), [pytest.param(name, text, id=name) for name, text, _ in CASES]
)
def test_every_case_of_the_yaml_suite_is_a_clean_result_or_a_clean_problem(name, text):
    for read in READERS.values():
        assert_clean(read(text.encode()), text)


def test_what_must_fail_is_refused():
    assert {name for name, text, tree in CASES if tree is None and reads(text)} == set(LENIENT)


def test_what_is_read_is_what_the_suite_says():
    clean = {name: (text, tree) for name, text, tree in CASES if tree is not None and reads(text)}
    different = {
        name
        for name, (text, tree) in clean.items()
        if document.read(text.encode(), name).value != meant(tree)
    }
    assert different == set(OTHERWISE)
    assert len(clean) > 150  # our reader refuses comments behind values, tags, anchors and tabs


def reads(text: str) -> bool:
    try:
        document.read(text.encode(), "some.yml")
    except ReadError:
        return False
    return True


EVENT = re.compile(r"=VAL ([:\"'|>])(.*)", re.DOTALL)
UNESCAPED = {"n": "\n", "t": "\t", "b": "\b", "r": "\r", "\\": "\\"}
WAITING = object()


def meant(tree: str) -> Any:
    """The value that a tree of events stands for, every scalar as text."""
    root: list[Any] = []
    boxes: list[list[Any]] = [[root, WAITING]]
    for line in (line.lstrip(" ") for line in tree.split("\n")):
        if line.startswith(("+MAP", "+SEQ")):
            box: Any = {} if line.startswith("+MAP") else []
            put(boxes[-1], box)
            boxes.append([box, WAITING])
        elif line.startswith(("-MAP", "-SEQ")):
            boxes.pop()
        elif found := EVENT.match(line):
            text = re.sub(r"\\(.)", lambda m: UNESCAPED[m[1]], found[2].replace("<SPC>", " "))
            is_key = isinstance(boxes[-1][0], dict) and boxes[-1][1] is WAITING
            put(
                boxes[-1],
                None if found[1] == ":" and text in ("", "~", "null") and not is_key else text,
            )
    return root[0] if root else None


def put(box: list[Any], value: Any) -> None:
    holder, key = box
    if isinstance(holder, list):
        holder.append(value)
    elif key is WAITING:
        box[1] = value
    else:
        holder[key] = value
        box[1] = WAITING


FIELDS = {
    "title": "Walks before breakfast in a care home",
    "summary": (
        "A care home asked each person what a good morning is, and let the answers set the rota."
    ),
    "kind": "contributed",
    "about": "team",
    "organisation": "Lochside Care",
    "place": "Wick",
    "nation": "scotland",
    "period": {"from": "2024", "to": "2025"},
    "settings": ["care-home"],
    "roles": ["frontline-practitioner"],
    "themes": ["good-conversations"],
    "components": ["engagement"],
    "guides": ["engagement#strengths"],
    "key_points": ["listen-first"],
    "context": "Breakfast was at eight for everyone.",
    "what_they_did": "They asked.",
    "what_changed": "Some people slept on.",
    "what_helped": "Dr Early, a manager who got up first.",
    "what_got_in_the_way": "The toaster.",
    "learning": "Ask first.",
    "learning_basis": "editor",
    "limits": "It is made up.",
    "knowledge": ["practitioner"],
    "questions": [{"ask": "What is a good morning for you?", "use": "team"}],
    "asks": ["Why does it all take so long, and who says?", "What if I am up too early?"],
    "easy": ["They asked people when they get up.", "Some slept on, and some did not."],
    "related": ["other-example"],
    "sources": [
        {
            "title": "Mornings",
            "publisher": "Lochside Care",
            "year": "2025",
            "url": "https://lochside.example/mornings",
            "read": "whole",
        },
        {"ref": "mornings", "read": "opening"},
    ],
    "consent": {
        "basis": "organisation-agreed",
        "covers": "This page",
        "agreed_on": "2025-06-01",
        "ask_again": "2027-06-01",
        "reference": "File 7",
    },
    "checked_by_role": "Team leader",
    "privacy": [
        {"rule": "privacy-name", "text": "Dr Early", "reason": "It is the name of an alarm clock."}
    ],
    "added": "2025-06-02",
    "reviewed": "2025-06-02",
    "review_by": "2027-06-02",
    "changes": [{"on": "2026-06-02", "what": "The toaster came back."}],
    "status": "withdrawn",
    "withdrawn": {"on": "2025-07-01", "reason": "The toaster was replaced."},
    "aliases": ["early-walks"],
    "contributors": [
        {"name": "Lochside Care", "organisation": "Lochside Care", "orcid": "0000-0002-1825-0097"}
    ],
    "licence": "CC-BY-4.0",
}
"""An example with a value in every field."""

Quote = Callable[[str, str], str]
STYLES: dict[str, Quote] = {
    "plain": lambda text, indent: text,
    "single quotes": lambda text, indent: "'" + text.replace("'", "''") + "'",
    "double quotes": lambda text, indent: json.dumps(text, ensure_ascii=False),
    "block": lambda text, indent: "|-\n" + "\n".join(indent + line for line in text.split("\n")),
}


def written(value: Any, quote: Quote, indent: str = "") -> str:
    """A value as YAML, with every scalar in one style of quoting."""
    if isinstance(value, dict):
        return "".join(
            f"\n{indent}{key}: {written(inner, quote, indent + '  ')}"
            for key, inner in value.items()
        )
    if isinstance(value, list):
        return "".join(
            f"\n{indent}- {written(inner, quote, indent + '  ').lstrip()}" for inner in value
        )
    return quote(value, indent)


def replaced(value: Any, text: str) -> Any:
    """The same value with one text in place of every scalar."""
    if isinstance(value, dict):
        return {key: replaced(inner, text) for key, inner in value.items()}
    return [replaced(inner, text) for inner in value] if isinstance(value, list) else text


def places(value: Any, path: tuple = ()) -> Iterator[tuple]:
    """The paths of all scalars."""
    if isinstance(value, str):
        yield path
    else:
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, key))


def with_one(value: Any, path: tuple, text: str) -> Any:
    """The same value with a text in one place."""
    if not path:
        return text
    inner = with_one(value[path[0]], path[1:], text)
    return (
        {**value, path[0]: inner}
        if isinstance(value, dict)
        else [inner if n == path[0] else item for n, item in enumerate(value)]
    )


def test_the_example_that_holds_the_strings_is_sound_and_has_every_field():
    for quote in STYLES.values():
        raw = written(FIELDS, quote).encode()
        assert [p for p in reader.read_example(raw, "some.yml")[1] if p.severity == "error"] == []
    properties = example.Example.model_fields
    assert set(FIELDS) == {name for name in properties if name != "id"}


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_every_string_in_every_field_is_a_clean_result_or_a_clean_problem(style):
    for text in STRINGS:
        whole = written(replaced(FIELDS, text), STYLES[style])
        assert_clean(
            reader.read_example(whole.encode("utf-8", "surrogatepass"), "some.yml")[1], whole
        )


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_every_string_alone_in_a_field_is_a_clean_result_or_a_clean_problem(style):
    fields = list(places(FIELDS))
    for number, text in enumerate(STRINGS):
        whole = written(with_one(FIELDS, fields[number % len(fields)], text), STYLES[style])
        assert_clean(
            reader.read_example(whole.encode("utf-8", "surrogatepass"), "some.yml")[1], whole
        )


@pytest.mark.parametrize("style", ["single quotes", "double quotes"])
def test_a_string_in_quotes_is_read_as_it_was_written(style):
    seen = [text for text in STRINGS if not HIDDEN.search(text)]
    assert len(seen) > 450
    for text in seen:
        assert document.read(f"a: {STYLES[style](text, '')}\n".encode(), "some.yml").value == {
            "a": text
        }
