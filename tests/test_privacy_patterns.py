"""Every pattern of the guard finds its example and lets its counter-example be."""

from __future__ import annotations

import pytest

from practice.checking import privacy
from practice.checking.privacy.patterns import PATTERNS, Pattern


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.example)
def test_a_pattern_finds_its_example(pattern: Pattern) -> None:
    found = [(f.rule, f.severity) for f in privacy.findings(pattern.example)]
    assert (pattern.rule, pattern.severity) in found or (pattern.rule, "error") in found


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.counter)
def test_a_pattern_lets_its_counter_example_be(pattern: Pattern) -> None:
    assert [f for f in privacy.findings(pattern.counter) if f.rule == pattern.rule] == []
