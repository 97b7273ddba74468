"""The guard's words, signs and patterns as plain files: what a maintainer may get wrong in one."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from practice.checking.privacy import lists, particulars, signs
from practice.checking.privacy.lists import Expression

FILES = [lists.FOLDER + f"/{name}.txt" for name in ("words", "signs", "patterns")]


def _named(path: str) -> set[str]:
    with open(path, encoding="utf-8") as file:
        return set(lists.NAMED.findall(file.read()))


@pytest.mark.parametrize("path", FILES)
def test_every_list_that_a_file_names_is_there(path: str) -> None:
    assert _named(path) - {"name"} <= {name for name, _ in lists.sections("words")}


def test_every_sign_and_every_pattern_can_be_compiled() -> None:
    for one in chain(signs.SIGNS, particulars.PATTERNS):
        re.compile(lists.expanded(one.expression.text))
        assert isinstance(one.expression, Expression)


def test_a_line_goes_on_in_the_next_one_and_comments_are_left_out(tmp_path, monkeypatch) -> None:
    (tmp_path / "some.txt").write_text(
        "# Says so.\n[one: 2]\nwords: a b\n(?:c\n  |d)\n# e\n\n[f]\ng\n"
    )
    monkeypatch.setattr(lists, "FOLDER", str(tmp_path))
    assert list(lists.sections("some")) == [("one: 2", ["words: a b", "(?:c|d)"]), ("f", ["g"])]


def test_words_of_one_name_may_stand_in_several_lines() -> None:
    lines = ["words: a b", "finds: He said: yes.", "words: c", "x: y"]
    assert lists.said(lines) == ({"words": "a b c", "finds": "He said: yes."}, ["x: y"])
