"""What holds for whatever is read and for every library."""

import json
import re
import shutil
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practice.cache import Cache
from practice.checking import consistency, reader
from practice.checking.rules import all_rules
from practice.digest import digest, digest_json, plain_bytes, plain_items
from practice.kinds import CONTRIBUTED, linkable
from practice.library.library import Library, Link, build
from practice.library.related import SHOWN, related
from practice.library.relations import RELATIONS, leading_from
from practice.reading import document, markdown, page, vocabulary
from practice.reading.text_file import HARD_SPACES, HIDDEN, ReadError, position

steady = settings(
    deadline=None, derandomize=True, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
"""The same cases in every run, and no timing: a slow machine is not a fault."""

# Reading

seen = st.characters(codec="utf-8", exclude_characters="\r\t").filter(
    lambda c: not HIDDEN.match(c) and not re.match(f"[{HARD_SPACES}]", c)
)
words = st.text(seen, max_size=12)
names = words.filter(lambda name: name.strip() != "")
values = st.recursive(
    words | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)


def depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner), default=0) if isinstance(value, dict | list) else 0


shallow = values.filter(lambda value: depth(value) <= document.MAX_DEPTH)


@steady
@given(shallow)
def test_a_value_written_as_json_is_read_as_it_was(value):
    assert document.read(json.dumps(value, ensure_ascii=False).encode(), "some.yml").value == value


@steady
@given(shallow)
def test_a_value_written_by_a_yaml_writer_is_read_as_it_was(value):
    written = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    assert document.read(written.encode(), "some.yml").value == value


@settings(steady, max_examples=40)
@given(st.dictionaries(names, shallow.filter(lambda value: depth(value) < 7), min_size=1))
def test_every_place_is_where_its_value_stands(value):
    written = json.dumps(value, ensure_ascii=False, indent=2)
    record = document.read(written.encode(), "some.yml")
    for path, mark in record.marks.items():
        assert json.loads(written[mark.start : mark.end]) == record.at(path)
        assert position(written, mark.start) == (mark.line, mark.column)
    for path, mark in record.keys.items():
        assert json.loads(written[mark.start : mark.end]) == path[-1]


@steady
@given(
    st.lists(st.text("ab <", max_size=6), min_size=1, max_size=8),
    st.text("ab <", min_size=1, max_size=2),
)
def test_the_nth_of_some_words_is_found_where_it_stands(lines, snippet):
    written = "a: |\n" + "".join(f"  .{line}\n" for line in lines)
    record = document.read(written.encode(), "some.yml")
    around = record.mark(("a",))
    for nth, mark in enumerate(record.find_all(("a",), snippet)):
        assert written[mark.start : mark.end] == snippet
        assert record.find(("a",), snippet, nth) == mark
    assert record.find(("a",), snippet, written.count(snippet) + 1) == around


signs = st.text(
    st.sampled_from(list("ab:-?#&*!|>'\"%@`{}[],~<= \n\t\\\r\u200b\ufeffé😀0")), max_size=60
)


@steady
@given(st.binary(max_size=60) | signs.map(str.encode))
def test_whatever_the_bytes_reading_ends_in_a_value_or_in_problems(raw):
    try:
        document.read(raw, "some.yml")
    except ReadError as fault:
        assert fault.line >= 1
        assert fault.column >= 1
    assert reader.read_example(raw, "examples/some.yml")[1]
    vocabulary.read_list("theme", raw, "themes.yml")
    vocabulary.read_one("session", raw, "sessions/some.yml", "some")
    page.read(b"---\n" + raw + b"\n---\n", "docs/some.md", "some.md")
    page.read(raw, "docs/some.md", "some.md")


pieces = [
    *"ab<>[]()!#:`*_-=|&\n \\/",
    "](",
    "![",
    "<b>",
    "</",
    "](example:a)",
    "](javascript:",
    "<!--",
    "&lt;",
    "é",
    "http",
]
marks = st.lists(st.sampled_from(pieces), max_size=40).map("".join)


@pytest.mark.parametrize("text", ["Money\n---", "Money\n=", "> Money\n> ==", "- Money\n  --"])
def test_a_line_of_signs_makes_the_one_above_it_a_heading(text):
    assert [fault.rule for fault in markdown.faults(text)] == ["no-headings"]


@steady
@given(marks)
def test_every_fault_of_a_text_is_in_the_text(written):
    for fault in markdown.faults(written):
        assert fault.words in written
        assert written.count(fault.words) > fault.nth
        assert fault.message
        assert fault.hint


@steady
@given(marks)
def test_every_link_by_id_is_written_in_its_text(written):
    for kind, ref in markdown.links(written):
        assert kind in linkable(CONTRIBUTED)
        assert f"{kind}:" in written.replace("\\", "")
        assert isinstance(ref, str)


@steady
@given(st.lists(st.binary(max_size=4), max_size=4), st.lists(st.binary(max_size=4), max_size=4))
def test_other_parts_have_another_digest(one, other):
    assert (digest(*one) == digest(*other)) == (one == other)


@steady
@given(shallow)
def test_equal_values_have_equal_bytes(value):
    assert plain_bytes(value) == plain_bytes(json.loads(json.dumps(value)))


@steady
@given(shallow, shallow)
def test_other_views_have_another_digest(one, other):
    same = json.dumps(one) == json.dumps(other)
    assert (digest_json(Link("Title", one)) == digest_json(Link("Title", other))) is same


@steady
@given(st.dictionaries(st.binary(max_size=300), st.binary(max_size=300), max_size=8))
def test_a_mapping_serialised_item_by_item_is_the_same(value):
    assert b"".join(plain_items(value)) == plain_bytes(value)


# Linking

KINDS = sorted({end for relation in RELATIONS for end in (relation.source, relation.target)})
HEADINGS = ("one", "two")
FEW = tuple("abcd")


def library_of(seed: int) -> Library:
    """A library of a few things of every kind, each naming some others by every relation that leads
    from its kind.
    """
    chance = Random(seed)
    ids = {kind: chance.sample(FEW, chance.randint(0, len(FEW))) for kind in KINDS}
    things = {
        kind: {id: thing_of(kind, id, ids, chance) for id in sorted(ids[kind])} for kind in KINDS
    }
    return build(things, {}, {})


def thing_of(kind: str, id: str, ids: dict[str, list[str]], chance: Random) -> Any:
    thing = SimpleNamespace(
        id=id,
        title=id.upper(),
        status="published",
        added="2026-11-25",
        order=chance.randint(1, 3),
        guide="",
    )
    for relation in leading_from(kind):
        refs = [
            *ids[relation.target],
            *(f"{g}#{h}" for g in ids["guide"] for h in HEADINGS if relation.target == "guide"),
        ]
        chosen = chance.sample(refs, chance.randint(0, min(3, len(refs))))
        single = (relation.attribute or relation.field) in ("nation", "guide")
        setattr(
            thing,
            relation.attribute or relation.field,
            (chosen[0] if chosen else None) if single else tuple(chosen),
        )
    return thing


libraries = st.integers(0, 10**6).map(library_of)


@steady
@given(libraries)
def test_the_two_directions_of_every_relation_are_the_transpose_of_each_other(library):
    for relation in RELATIONS:
        there = {
            (source, ref)
            for source in library.all(relation.source)
            for ref in library.links(relation.name, source)
        }
        targets = [
            *library.all(relation.target),
            *(f"{t}#{h}" for t in library.all(relation.target) for h in HEADINGS),
        ]
        back = {
            (source, target)
            for target in targets
            for source in library.linked_from(relation.name, target)
        }
        assert back == there | {(source, ref.partition("#")[0]) for source, ref in there}, (
            relation.name
        )


@steady
@given(libraries)
def test_no_link_leads_out_of_the_library(library):
    for relation in RELATIONS:
        for source in library.all(relation.source):
            for ref in library.links(relation.name, source):
                assert ref.partition("#")[0] in library.all(relation.target)


@steady
@given(libraries)
def test_links_back_stand_in_the_order_of_the_site_and_each_once(library):
    for relation in RELATIONS:
        order = list(library.all(relation.source))
        for target in library.all(relation.target):
            sources = library.linked_from(relation.name, target)
            assert list(sources) == [id for id in order if id in sources]


@steady
@given(libraries)
def test_what_stands_beside_an_example_is_another_example_and_stands_there_once(library):
    for id, (shown, more) in ((id, related(library, id)) for id in library.all("example")):
        beside = [other for other, _ in shown] + list(more)
        assert id not in beside
        assert len(set(beside)) == len(beside)
        assert len(shown) <= SHOWN
        assert set(beside) <= set(library.all("example"))
        named = {
            *library.links("example-example", id),
            *library.linked_from("example-example", id),
        } - {id}
        assert {other for other, _ in shown[: len(named)]} <= named


# Spoiling

SMALL = Path(__file__).parent / "data" / "small"
ODD = (
    None,
    "",
    "x",
    "7",
    "a: b",
    "example:gulls",
    [],
    ["x"],
    ["x", "x"],
    [None],
    {},
    {"a": "b"},
    [{"id": "x"}],
    [[["x"]]],
)


def spoilt(value: Any, chance: Random) -> Any:
    """A value with one odd thing in it, or with one thing less."""
    if not isinstance(value, dict | list) or not value or chance.random() < 0.2:
        return chance.choice(ODD)
    key = chance.choice(list(value)) if isinstance(value, dict) else chance.randrange(len(value))
    if chance.random() < 0.2:
        return (
            {k: v for k, v in value.items() if k != key}
            if isinstance(value, dict)
            else value[:key] + value[key + 1 :]
        )
    inner = spoilt(value[key], chance)
    return (
        {**value, key: inner}
        if isinstance(value, dict)
        else [*value[:key], inner, *value[key + 1 :]]
    )


def spoil(root: Path, chance: Random) -> None:
    """Writes one file of a library again, with one to three odd things in it."""
    path = chance.choice(sorted(p for p in root.rglob("*") if p.suffix in (".yml", ".md")))
    front, end = ("---\n", "\n---\n") if path.suffix == ".md" else ("", "")
    whole = path.read_text()
    head, _, body = whole.removeprefix(front).partition(end) if front else (whole, "", "")
    value = yaml.load(head, Loader=yaml.BaseLoader)
    for _ in range(chance.randint(1, 3)):
        value = spoilt(value, chance)
    path.write_text(
        front
        + yaml.safe_dump(value, sort_keys=False, allow_unicode=True)
        + end.removeprefix("\n")
        + body
    )


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_spoilt_in_a_library_ends_in_problems_with_places(tmp_path, seed):
    root = Path(shutil.copytree(SMALL, tmp_path / "small"))
    for _ in range(2):
        spoil(root, Random(seed))
    reading = reader.read_folder(str(root / "data"), str(root / "docs"), Cache(None))
    for problem in reading.problems + consistency.problems(reading):
        lines = Path(problem.path).read_text().count("\n") + 1
        assert 1 <= problem.line <= lines, problem
        assert problem.column >= 1, problem
        assert problem.rule in all_rules(), problem
