"""The guard's words, signs and patterns as plain files: what a maintainer may get wrong in one."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from practice.checking import privacy
from practice.checking.privacy import lists, patterns, signs
from practice.checking.privacy.lists import Expression
from practice.checking.privacy.passage import Passage
from practice.checking.privacy.patterns import PATTERNS, Pattern

FILES = [lists.FOLDER + f"/{name}.txt" for name in ("words", "signs", "patterns")]
SMALL = re.compile(r"\(\?-?i:")
BETWEEN = re.compile(r"\[\^[^]]+\]\{0,\d+\}\??")
"""Any words between two others. Few that are made up have the ends of words where they must."""
MANY = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
BESIDE = st.sampled_from(("", "x", " ", "."))
"""What stands before or behind a match: without an end of its own it goes on in a word."""
LETTERS = st.characters(codec="latin-1", exclude_categories=["C", "Z"], include_characters=" ")


def _named(path: str) -> set[str]:
    with open(path, encoding="utf-8") as file:
        return set(lists.LIST_NAME.findall(file.read()))


def _matches(expression: Expression, fullmatch: bool = True) -> st.SearchStrategy[str]:
    """Texts that it matches, as it writes them: either case would take several times as long."""
    whole = SMALL.sub("(?:", lists.expanded(expression.text))
    return st.from_regex(re.compile(whole, re.ASCII), fullmatch=fullmatch, alphabet=LETTERS)


@pytest.mark.parametrize("path", FILES)
def test_every_list_that_a_file_names_is_there(path: str) -> None:
    assert _named(path) - {"name"} <= {name for name, _ in lists.sections("words")}


def test_no_substring_names_a_list() -> None:
    groups = chain.from_iterable(one.all_groups for one in chain(signs.SIGNS, PATTERNS))
    assert not [text for group in groups for text in group.substrings if b"{" in text]


def test_every_sign_and_every_pattern_can_be_compiled() -> None:
    for one in chain(signs.SIGNS, PATTERNS):
        re.compile(lists.expanded(one.expression.text))
        assert isinstance(one.expression, Expression)


def test_every_rule_of_a_pattern_is_one_that_the_guard_has() -> None:
    assert {pattern.rule for pattern in PATTERNS} <= privacy.RULES.keys()


READERS = {
    "patterns": (patterns._pattern, patterns.NEEDS),
    "signs": (signs._sign, signs.NEEDS),
}


@pytest.mark.parametrize(
    ("file", "section"),
    [
        ("patterns", "[privacy-name error]\nfinds: a\nlets be: b\n\\bx"),
        ("patterns", "[privacy-name: error]\nfinds: a\nlet be: b\n\\bx"),
        ("patterns", "[privacy-name: error]\nfinds: a\n\\bx"),
        ("patterns", "[privacy-name: error]\nfinds: a\nlets be: b"),
        ("signs", "[a school: 1]\nword: school\n\\bschool\\b"),
        ("signs", "[a school: 1]\nwords: school"),
        ("signs", "[a school]\nwords: school\n\\bschool\\b"),
    ],
)
def test_a_section_with_a_slip_is_named(file, section, tmp_path, monkeypatch) -> None:
    (tmp_path / f"{file}.txt").write_text(f"# Notes\n{section}\n", "utf-8")
    monkeypatch.setattr(lists, "FOLDER", str(tmp_path))
    heading = section.partition("\n")[0]
    with pytest.raises(ValueError, match=re.escape(f"data/{file}.txt, {heading}: a section has")):
        list(lists.read_sections(file, *READERS[file]))


def test_a_line_goes_on_in_the_next_one_and_comments_are_left_out(tmp_path, monkeypatch) -> None:
    (tmp_path / "some.txt").write_text(
        "# Says so.\n[one: 2]\nwords: a b\n(?:c\n  |d)\n# e\n\n[f]\ng\n"
    )
    monkeypatch.setattr(lists, "FOLDER", str(tmp_path))
    assert list(lists.sections("some")) == [("one: 2", ["words: a b", "(?:c|d)"]), ("f", ["g"])]


def test_words_of_one_key_may_stand_in_several_lines() -> None:
    lines = ["words: a b", "finds: He said: yes.", "words: c", "x: y"]
    assert lists.keys_and_expressions(lines) == (
        {"words": "a b c", "finds": "He said: yes."},
        ["x: y"],
    )


@pytest.mark.slow
@pytest.mark.parametrize("sign", signs.SIGNS, ids=lambda sign: f"{sign.kind}: {sign.weight}")
def test_whatever_a_sign_matches_passes_its_prefilters(sign: signs.Sign) -> None:
    @MANY
    @given(st.tuples(BESIDE, _matches(sign.expression), BESIDE).map("".join))
    def has_them(text: str) -> None:
        passage = Passage(text)
        assume(sign.expression.search(passage.flat))
        assert passage.words & sign.any_word, text
        assert all(one.passes(passage.small, passage.words) for one in sign.all_groups), text

    has_them()


@pytest.mark.slow
@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.example)
def test_whatever_a_pattern_matches_passes_its_prefilters(pattern: Pattern) -> None:
    close = Expression(BETWEEN.sub(" ", pattern.expression.text))

    @settings(MANY, max_examples=50)
    @given(_matches(close, fullmatch=False))
    def has_them(text: str) -> None:
        passage = Passage(text)
        assume(pattern.expression.search(passage.flat))
        assert pattern.may_match(passage), text

    has_them()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("conditions", "condition-words"),
        ("dwelling", "dwelling-words"),
        ("high-office", "high-office-words"),
        ("kindred", "kindred-words"),
    ],
)
def test_whatever_a_list_matches_has_one_of_its_words(name: str, words: str) -> None:
    @settings(MANY, max_examples=10)
    @given(st.data())
    def has_one(data: st.DataObject) -> None:
        for entry in lists.listed(name):
            assert Passage(data.draw(_matches(Expression(entry)))).has(f"{{{words}}}")

    has_one()


@pytest.mark.parametrize("text", [f"order 00000{'A' * 80}a", f"disease {'Aa-' * 1000}"])
def test_a_word_without_an_end_does_not_keep_the_guard_busy(text: str) -> None:
    assert list(privacy.findings(text)) == []


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.example)
@pytest.mark.parametrize("unit", ["A", "0", "0A", "Aa-"])
def test_nor_does_a_long_run_anywhere_in_what_a_pattern_finds(pattern: Pattern, unit: str) -> None:
    example = pattern.example
    for at in range(len(example) + 1):
        for end in ("!", "a"):
            text = Passage(example[:at] + 40 * unit + end + example[at:]).flat
            list(pattern.expression.finditer(text))  # it comes to an end


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("He left for the docks.", True),
        ("The docks were what he left for.", False),
        ("He left her for another.", False),
        ("For the docks he cared, and for the left.", True),
    ],
)
def test_one_word_or_substring_of_each_group_must_stand_in_a_text(text, may) -> None:
    passage, groups = Passage(text), lists.prefilters("left right + _for_the_ somewhere")
    assert len(groups) == 2
    assert all(one.passes(passage.small, passage.words) for one in groups) is may
