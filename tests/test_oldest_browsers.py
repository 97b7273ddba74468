"""Nothing essential needs a browser younger than Chrome and Edge 99, Firefox 97, Safari 15.4.

What only decorates may be younger: its absence changes no word and hides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from tests.conftest import ROOT

ASSETS = ROOT / "hooks" / "practice" / "assets"
STYLES = sorted((ASSETS / "css").glob("*.css"))
SCRIPTS = sorted((ASSETS / "js").glob("*.js"))

YOUNG_SCRIPT = {
    r"\(\?<[=!]": "look-behind: Safari 16.4",
    r"\bObject\.hasOwn\b": "Chrome 93, as in Chromium 92: use hasOwnProperty",
    r"\.(?:findLast|findLastIndex)\(": "findLast: Firefox 104",
    r"\.(?:toSorted|toReversed|toSpliced|with|isWellFormed)\(": "Chrome 110, Firefox 115",
    r"\b(?:Object|Map)\.groupBy\b|Promise\.(?:withResolvers|try)\b|Array\.fromAsync": "2023 on",
    r"\.showModal\(|\.showPopover\(|\.togglePopover\(": "dialog: Firefox 98; popover: 2023 on",
    r"new CSSStyleSheet|adoptedStyleSheets": "Firefox 101, Safari 16.4",
    r"URL\.canParse|AbortSignal\.(?:timeout|any)\b|Intl\.Segmenter|CompressionStream": "2022 on",
    r"\bstatic \{|\bimport\(|^\s*(?:import|export) ": "modules do not load from a disk",
    r"requestIdleCallback|startViewTransition|scheduler\.": "not in every engine",
    r"WebAssembly": "the policy of the pages does not allow it",
    r"/[dgimsuy]*v[dgimsuy]*\.(?:test|exec)\(": "flag v: 2023",
    r"(?:querySelector|querySelectorAll|closest|matches)\([^)]*:has\(": ":has(): Chrome 105",
}
"""Patterns of what a script may not use, and since when browsers have it."""

YOUNG_STYLE = {
    r"\b(?:color-mix|light-dark|oklch|oklab|lch|lab|color)\(": "colours of 2023",
    r"(?:^|[;{\s])(?:rotate|scale|translate)\s*:": "use transform: Chrome 104",
    r"[0-9](?:dvh|svh|lvh|dvw|svw|lvw|cqw|cqh|cqi|lh|rlh|cap)\b": "units of 2022 and after",
    r"(?:^|[;{\s])(?:container|container-type|anchor-name|position-anchor|inset-area)\s*:": "2023",
    r"\bsubgrid\b": "Chrome 117",
    r":(?:user-valid|user-invalid|popover-open|state|open)\b": "2023",
}
YOUNG_RULE = re.compile(r"@(?:container|scope|property|starting-style|view-transition)\b")
YOUNG_RANGE = re.compile(r"@media[^{]*[<>]=?")
PREFIXED = ("mask", "mask-image", "mask-size", "mask-position", "mask-repeat", "mask-border")
"""Without a prefix since Chrome 120."""


class Rule(NamedTuple):
    """A rule of a style sheet, and the rules around it."""

    selectors: str
    body: str
    around: tuple[str, ...]


def rules(css: str) -> Iterator[Rule]:
    """Every rule that holds declarations."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r'"(?:[^"\\]|\\.)*"', '""', css)
    open_rules: list[str] = []
    body = ""
    for part in re.split(r"([{}])", css):
        if part == "{":
            before, _, head = body.rpartition(";")
            open_rules.append(head.strip())
            body = ""
        elif part == "}":
            head = open_rules.pop()
            if body.strip():
                yield Rule(head, body, tuple(open_rules))
            body = ""
        else:
            body += part


def outside_brackets(selectors: str) -> list[str]:
    """The selectors of a list."""
    depth, parts = 0, [""]
    for sign in selectors:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def faults_of_style(css: str) -> list[str]:
    """What is too young in a style sheet."""
    found = [f"{what[0].strip()}: too young" for what in YOUNG_RULE.finditer(css)]
    found += [f"{what[0].strip()}: ranges: Safari 16.4" for what in YOUNG_RANGE.finditer(css)]
    for rule in rules(css):
        if any(head.startswith("@supports") for head in rule.around):
            continue
        if ":has(" in rule.selectors and (
            len(outside_brackets(rule.selectors)) > 1
            or re.search(r":(?:is|where)\(.*:has", rule[0])
        ):
            found.append(f"{rule.selectors}: :has() in a list: the whole list is lost without it")
        for pattern, since in YOUNG_STYLE.items():
            if re.search(pattern, rule.body) or re.search(pattern, rule.selectors):
                found.append(f"{rule.selectors}: {since}")
        for name in PREFIXED:
            if re.search(rf"(?:^|[;{{\s]){name}\s*:", rule.body) and not re.search(
                rf"-webkit-{name}\s*:", rule.body
            ):
                found.append(f"{rule.selectors}: {name} without -webkit-{name}: Chrome 120")
    return found


def faults_of_script(source: str) -> list[str]:
    """What is too young in a script."""
    code = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    return [
        f"{found[0].strip()}: {since}"
        for pattern, since in YOUNG_SCRIPT.items()
        for found in re.finditer(pattern, code, re.MULTILINE)
    ]


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_sheet_needs_no_young_browser(path) -> None:
    assert faults_of_style(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_needs_no_young_browser(path) -> None:
    assert faults_of_script(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "css",
    [
        "a, b:has(c) { color: red }",
        ":is(a, b:has(c)) d { color: red }",
        "a { mask: none }",
        "a { background: color-mix(in srgb, red, blue) }",
        "@media print { a { rotate: 180deg } }",
        "a { height: 100dvh }",
        "@media (width >= 40em) { a { color: red } }",
        "@container (min-width: 1px) { a { color: red } }",
    ],
)
def test_what_is_too_young_in_a_style_is_found(css: str) -> None:
    assert faults_of_style(css)


@pytest.mark.parametrize(
    "css",
    [
        "b:has(c) { color: red }",
        "a { -webkit-mask: none; mask: none }",
        "a { transform: rotate(45deg); color: var(--practice-color) }",
        "@supports (color: color-mix(in srgb, red, blue)) { a { color: color-mix(in srgb, red) } }",
        "@media (min-width: 40em) { a { color: red } }",
    ],
)
def test_what_is_old_enough_in_a_style_passes(css: str) -> None:
    assert faults_of_style(css) == []


@pytest.mark.parametrize(
    "source",
    [
        "/(?<!a)b/g",
        "Object.hasOwn(a, b)",
        "list.findLast(x)",
        "const a = import('b.js')",
        "q.matches('a:has(b)')",
    ],
)
def test_what_is_too_young_in_a_script_is_found(source: str) -> None:
    assert faults_of_script(source)


def test_the_base_stands_without_layers() -> None:
    """Browsers of before 2022 know no layers: what the whole page hangs on stands outside too."""
    outside = [
        rule
        for path in STYLES
        for rule in rules(path.read_text("utf-8"))
        if not any(head.startswith("@") for head in rule.around)
    ]
    said = " ".join(rule.body for rule in outside if rule.selectors == "html")
    assert "font-size: 125%" in said and "box-sizing: border-box" in said
    links = " ".join(rule.body for rule in outside if ".practice-brand" in rule.selectors)
    assert "color: inherit" in links and "text-decoration: none" in links
