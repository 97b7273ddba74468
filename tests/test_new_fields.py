"""What a new choice, facet or field of an example also needs: words, and a place in the search."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel
from tests.test_library import library

from practice.checking.privacy.fields import FIELDS
from practice.exports.finder import docs
from practice.library.facets import FACETS
from practice.model import Card, Example, Law, Question
from practice.model.reference import Match
from practice.rendering import labels


def choices(annotation: Any) -> set[str]:
    """The choices of a field, whether it is optional or not."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return {choice for part in get_args(annotation) for choice in choices(part)}


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        (labels.ACCOUNTS, [(Example, "kind")]),
        (labels.LEARNING_BASIS, [(Example, "learning_basis")]),
        (labels.USES, [(Question, "use"), (Card, "use")]),
        (labels.LAW_FORCE, [(Law, "force")]),
        (labels.LAW_READ, [(Law, "read")]),
        (labels.MATCHES, [(Match, "how")]),
    ],
    ids=["accounts", "learning_basis", "uses", "law_force", "law_read", "matches"],
)
def test_every_choice_has_words(
    words: dict[str, str], fields: list[tuple[type[BaseModel], str]]
) -> None:
    known = set().union(*(choices(model.model_fields[name].annotation) for model, name in fields))
    assert set(words) == known, "see rendering/labels.json"


def test_every_facet_has_words() -> None:
    assert set(labels.LEGENDS) == {facet.name for facet in FACETS}, "see rendering/labels.json"
    fixed = {facet.name: set(facet.fixed) for facet in FACETS if facet.fixed}
    assert {name: set(words) for name, words in labels._FIXED_TITLES.items()} == fixed


UNSEARCHED = {"checked_by_role": "it is about the check, and not about the practice"}
"""Texts of an example that no question finds, each with the reason."""


def test_every_text_of_an_example_is_searched_for_its_words() -> None:
    small = library()
    example = next(iter(small.all("example").values()))
    texts = [name for name in FIELDS if _is_text(Example.model_fields[name].annotation)]
    changed = example.model_copy(update={name: f"marker{n}end" for n, name in enumerate(texts)})
    searched = " ".join(text for _, text in docs.example(small, changed).texts)
    missed = {name for n, name in enumerate(texts) if f"marker{n}end" not in searched}
    assert missed == set(UNSEARCHED), "see exports/finder/docs.py"


def _is_text(annotation: Any) -> bool:
    return annotation is str or any(
        _is_text(part) for part in get_args(annotation) if get_origin(annotation) is not tuple
    )
