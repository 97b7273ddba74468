"""Every rule, with something that keeps it and something that breaks it.

Where one example's file is enough, the two stand in tests/data/rules/<rule>/good.yml and bad.yml,
and are read as part of the
small library in tests/data/small. The others are built here.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from practice.cache import Cache
from practice.checking import consistency, reader
from practice.checking.rules import RULES, all_rules
from practice.model import Example, Problem

DATA = Path(__file__).parent / "data"
FIXTURES = DATA / "rules"
IN_A_FILE = sorted(path.name for path in FIXTURES.iterdir())


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small library without problems."""
    return Path(shutil.copytree(DATA / "small", tmp_path / "small"))


def problems(small: Path) -> list[Problem]:
    reading = reader.read_folder(str(small / "data"), str(small / "docs"), Cache(None))
    return sorted(reading.problems + consistency.problems(reading) + consistency.advice(reading))


def broken(small: Path) -> set[str]:
    return {problem.rule for problem in problems(small)}


def add(small: Path, rule: str, name: str) -> None:
    shutil.copy(FIXTURES / rule / name, small / "data" / "examples" / "the-gull.yml")


@pytest.mark.parametrize("rule", IN_A_FILE)
def test_a_file_that_breaks_one_rule_breaks_no_other(small, rule):
    add(small, rule, "bad.yml")
    assert broken(small) == {rule}


@pytest.mark.parametrize("rule", IN_A_FILE)
def test_a_file_that_keeps_the_rule_has_no_problem(small, rule):
    add(small, rule, "good.yml")
    assert problems(small) == []


def example(small: Path) -> Path:
    return small / "data" / "examples" / "harbour-walks.yml"


def rename(name: str) -> Callable[[Path], object]:
    return lambda small: example(small).rename(example(small).with_name(name))


def link(small: Path) -> None:
    real = example(small).rename(small / "real.yml")
    example(small).symlink_to(real)


def lengthen(small: Path) -> None:
    with example(small).open("a") as file:
        file.write("# \n" * 22_000)


def append(name: str, text: str) -> Callable[[Path], object]:
    def write(small: Path) -> None:
        with (small / name).open("a") as file:
            file.write(text)

    return write


def change(name: str, old: str, new: str) -> Callable[[Path], object]:
    def write(small: Path) -> None:
        text = (small / name).read_text()
        assert old in text
        (small / name).write_text(text.replace(old, new))

    return write


BUILT: dict[str, list[tuple[str, Callable[[Path], object]]]] = {
    "file-name": [
        (name, rename(name))
        for name in (
            "Harbour.yml",
            "harbour_walks.yml",
            "harbour walks.yml",
            "harbour.yaml",
            "-harbour.yml",
            "2024.yml",
            f"{'h' * 81}.yml",
            "harbour.txt",
            "hafan-ddiogel-ŵ.yml",
            *("con.yml", "aux.yml", "nul.yml", "com1.yml", "lpt9.yml"),
            *("harbour.yml.orig", "harbour.yml.bak"),
        )
    ],
    "plain-file": [("a link", link)],
    "file-size": [("a long file", lengthen)],
    "unread-file": [
        (name, append(f"data/{name}", "title: Not read"))
        for name in ("my-example.yml", "vocabulary/zz.yml", "README.txt", "a.yaml")
    ],
    "docs-files": [("a script", append("docs/gull.js", "x"))],
    "page-html": [("a frame", append("docs/guides/risk.md", "\n<iframe src=x></iframe>\n"))],
    "page-pictures": [
        ("a picture from elsewhere", append("docs/guides/risk.md", "\n![A](https://g.example/a)\n"))
    ],
    "page-files": [
        ("a page that is not there", append("docs/guides/risk.md", "\n[A](gull.md#one)\n")),
        ("a picture that is not there", append("docs/guides/risk.md", "\n![A](../gull.png)\n")),
        ("a page above the folder", append("docs/guides/risk.md", "\n[A](../../gull.md)\n")),
        ("a section that is not there", append("docs/guides/risk.md", "\n[A](#gull)\n")),
    ],
    "page-attributes": [("a class", append("docs/guides/risk.md", "\nA gull {: .gull }\n"))],
    "page-limits": [("many brackets", append("docs/guides/risk.md", f"\n{'[' * 300}\n"))],
    "open-code": [("three backticks", append("docs/guides/risk.md", "\n```\nA gull\n"))],
    "page-marks": [("a mark", append("docs/guides/risk.md", "\nA xslotx gull\n"))],
    "path-minutes": [
        (
            "a guide with other minutes",
            change("data/paths.yml", '"guide:engagement",', '"guide:engagement", minutes: 9,'),
        ),
        (
            "a page without minutes",
            change("data/paths.yml", '"page:themes", minutes: 5', '"page:themes"'),
        ),
    ],
    "session-minutes": [
        ("steps that take longer", change("data/sessions/first-watch.yml", "s: 6", "s: 7")),
        ("a cut of all", change("data/sessions/first-watch.yml", "minutes: 2", "minutes: 6")),
        ("a cut nowhere", change("data/sessions/first-watch.yml", "step: talk", "step: walk")),
    ],
    "activity-is-complete": [
        (
            "an activity without an answer",
            change(
                "data/sessions/first-watch.yml",
                """    answer:
      notices: [The lamp was lit late.]
      goes_wrong: [People read the end first.]
      nobody_speaks: Nobody has to.
""",
                "",
            ),
        ),
        (
            "an activity without material",
            change(
                "data/sessions/first-watch.yml",
                '    materials: ["example:lighthouse-breakfasts"]\n',
                "",
            ),
        ),
    ],
    "made-up": [
        (
            "a summary that does not say so",
            change(
                "data/scenarios/the-wet-bench.yml", "summary: Made up for learning. ", "summary: "
            ),
        )
    ],
    "unknown-speaker": [
        (
            "a speaker whom nobody has introduced",
            change(
                "data/conversations/first-hello.yml",
                "- who: Keeper\n    says",
                "- who: Gull\n    says",
            ),
        )
    ],
    "people-first": [
        ("a word to avoid in a page", append("docs/guides/risk.md", "\nA seagull is a gull.\n")),
        (
            "a word to avoid in a list",
            change(
                "data/glossary.yml",
                "What matters to someone",
                "What seagulls want, and what matters to someone",
            ),
        ),
    ],
    "directive": [
        (
            "a directive that nobody knows",
            append("docs/guides/risk.md", "\n<!-- practice:gulls -->\n"),
        )
    ],
    "hidden-character": [("a hard space", append("docs/guides/risk.md", "\n##\u00a0Two\n"))],
    "unread-mark": [
        ("a footnote", change("data/examples/harbour-walks.yml", "wobbled.", "wobbled [^1].")),
        ("a bare address", append("docs/guides/risk.md", "\nSee https://gull.example/a here.\n")),
    ],
    "heading-id": [("a heading without an id", append("docs/guides/risk.md", "\n## No id\n"))],
    "unique-id": [
        (
            "two themes",
            append(
                "data/vocabulary/themes.yml",
                "- {id: risk-enablement, title: Risk, description: Again.}\n",
            ),
        ),
        (
            "two guides",
            lambda small: shutil.copy(small / "docs/guides/risk.md", small / "docs/guides/tide.md"),
        ),
        ("two headings", append("docs/guides/risk.md", "\n## Again {#why-it-matters}\n")),
        (
            "two cards",
            append(
                "data/cards/harbour.yml",
                "  - {id: last-words, prompt: What did you say last?, note: Say it aloud., use:"
                " self, roles: [team-leader], themes: [good-conversations]}\n",
            ),
        ),
        (
            "two decks with one card",
            lambda small: shutil.copy(
                small / "data/cards/harbour.yml", small / "data/cards/quay.yml"
            ),
        ),
    ],
}
"""Rules that need another file or another folder: what breaks them."""


def test_pages_of_one_address_are_told_with_all_other_problems(small):
    pages = ("themes.md", "examples/harbour-walks.md", "about.md", "about/index.md")
    for name in pages:
        (small / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (small / "docs" / name).write_text("---\ntitle: Mine\nsummary: Mine.\n---\n\nWords.\n")
    found = [p.path for p in problems(small) if p.rule == "address-taken"]
    assert found == [str(small / "docs" / name) for name in sorted(pages) if name != "about.md"]


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ("kind: illustrative", "kind:", "kind is empty", "Write the value after the colon."),
        ("limits: |", "learning:\nlimits: |", "learning is empty", "delete the line"),
        ("[practitioner, research]", "\n  -", "knowledge, item 1 is empty", "after the hyphen"),
        ("  - ask:", "    ask:", "questions must be a list", "a hyphen and a space: - ask: …"),
    ],
)
def test_the_advice_fits_what_is_missing(small, old, new, message, hint):
    example(small).write_text(example(small).read_text().replace(old, new))
    (found,) = [problem for problem in problems(small) if problem.message == message]
    assert hint in found.hint


@pytest.mark.parametrize("name", ["what they did", "what-they-did", "gull"])
def test_of_a_field_that_is_misspelt_its_lines_are_no_fault(small, name):
    text = example(small).read_text()
    story = f"{name}: |\n  They walked.\n\n  They talked.\nwhat_they_did:"
    example(small).write_text(text.replace("what_they_did:", story))
    found = [p.rule for p in problems(small)]
    assert "unknown-field" in found and "one-line" not in found


def test_each_of_two_with_one_title_or_one_id_is_told(small):
    shutil.copy(example(small), example(small).with_name("harbour-walks-2.yml"))
    guide = small / "docs" / "guides" / "risk.md"
    shutil.copy(guide, guide.with_name("again.md"))
    told = [(p.rule, Path(p.path).stem) for p in problems(small)]
    assert {("unique-title", "harbour-walks"), ("unique-title", "harbour-walks-2")} <= {*told}
    assert {("unique-id", "again"), ("unique-id", "risk")} <= {*told}


@pytest.mark.parametrize(
    "words",
    [
        "[^1]",
        "~~gone~~",
        "==marked==",
        ":smile:",
        "[[risk]]",
        "{{ page }}",
        "(https://a.b/c d)",
        "https://gull.example/report",
    ],
)
def test_a_mark_that_is_not_read_is_noted_where_it_stands(small, words):
    text = f"On {'[a]' if words.startswith('(') else ''}{words} the rail.\n"
    change("data/examples/harbour-walks.yml", "  The handrail wobbled.\n", f"  {text}")(small)
    append("docs/guides/risk.md", f"\n{text}\n`{words}` <!-- {words} -->\n")(small)
    found = [problem for problem in problems(small) if problem.rule == "unread-mark"]
    assert len(found) == 2 and {problem.severity for problem in found} == {"note"}
    for problem in found:
        line = Path(problem.path).read_text().split("\n")[problem.line - 1]
        assert words.lstrip("(") in line[problem.column - 1 :]


@pytest.mark.parametrize(
    "words",
    ["at 10:30:45", "<https://a.example/b>", "[a](https://a.example/b)", "a == b", "see: x"],
)
def test_what_only_looks_like_a_mark_is_not_noted(small, words):
    change("data/examples/harbour-walks.yml", "  The handrail", f"  {words} handrail")(small)
    append("docs/guides/risk.md", f"\n{words}\n")(small)
    assert problems(small) == []


def test_an_example_beside_itself_is_a_problem(small):
    change("data/examples/harbour-walks.yml", "limits:", "related: [harbour-walks]\nlimits:")(small)
    (found,) = problems(small)
    assert (found.rule, found.message) == ("named-twice", "related names 'harbour-walks' itself")


@pytest.mark.parametrize(
    ("file", "old", "message"),
    [
        ("sessions/first-watch.yml", '"page:glossary"', "materials names 'page:glossary' twice"),
        ("self_review.yml", '"card:first-words"', "next names 'card:first-words' twice"),
    ],
)
def test_a_list_of_places_names_none_twice(small, file, old, message):
    change(f"data/{file}", old, f"{old}, {old}")(small)
    (found,) = problems(small)
    line = (small / "data" / file).read_text("utf-8").split("\n")[found.line - 1]
    assert (found.rule, found.message) == ("named-twice", message)
    assert line[found.column - 1 :].startswith(old) and line.index(old) < found.column - 1


ELSEWHERE = {
    "easy-words": "test_library.py",
    "address-line": "test_addresses.py",
    "address-lost": "test_addresses.py",
    "address-taken": "test_rules.py",
    "day-in-the-future": "test_build.py",
    "retired": "test_former.py",
    "site-settings": "test_settings.py",
}
"""Rules that only a whole build, or its day, can break, and the tests in which one does."""


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("harbour.yml.txt", "Call it harbour.yml"),
        ("Zz-Two.YAML", "Call it zz-two.yml"),
        ("harbour.yml.orig", "Delete it"),
        ("aux.yml", "Call it in-aux.yml"),
    ],
)
def test_the_advice_for_a_name_can_be_followed(small, name, advice):
    rename(name)(small)
    (found,) = [problem for problem in problems(small) if problem.rule == "file-name"]
    assert found.hint.startswith(advice)


@pytest.mark.parametrize("folder", ["examples", "sessions", "cards", "scenarios"])
def test_the_advice_for_a_name_speaks_of_what_lies_in_the_folder(small, folder):
    (small / "data" / folder / "harbour.yml.orig").write_text("x")
    (found,) = problems(small)
    word = "decks" if folder == "cards" else folder
    assert found.hint == f"Delete it: only {word} lie here."


def test_a_wrong_name_hides_nothing_else_that_is_wrong(small):
    path = example(small).rename(small / "data" / "examples" / "Everything-Wrong.yml")
    text = path.read_text()
    path.write_text(text.replace("kind: illustrative", "kind: fable") + "gull: herring\n")
    found = {problem.rule for problem in problems(small) if problem.path == str(path)}
    assert found == {"file-name", "choice", "unknown-field"}


def test_a_folder_among_the_examples_is_named_as_one(small):
    (small / "data" / "examples" / "2026").mkdir()
    (found,) = problems(small)
    assert "folder" in found.message and "beside" in found.hint


@pytest.mark.parametrize("escape", ["\\r", "\\t", "\\n"])
@pytest.mark.parametrize("field", ["title", "summary", "organisation"])
def test_no_escape_puts_a_second_line_or_a_tab_into_a_field_of_one_line(small, field, escape):
    text = example(small).read_text()
    line = f'{field}: "A fine quay{escape}ER  - {escape}TY  - BOOK and more words of it"\n'
    kept = "".join(part for part in text.splitlines(True) if not part.startswith(f"{field}:"))
    example(small).write_text(line + kept)
    assert broken(small) & {"one-line", "hidden-character"}


def test_the_small_library_keeps_every_rule(small):
    assert problems(small) == []


@pytest.mark.parametrize(
    ("rule", "spoil"),
    [
        pytest.param(rule, spoil, id=f"{rule}: {what}")
        for rule, ways in BUILT.items()
        for what, spoil in ways
    ],
)
def test_what_breaks_a_rule_of_files_and_folders_is_found(small, rule, spoil):
    spoil(small)
    assert broken(small) - {"unknown-reference"} == {rule}


def test_no_rule_lacks_a_fixture():
    assert set(all_rules()) - set(IN_A_FILE) - set(BUILT) - set(ELSEWHERE) == set()
    for rule, file in ELSEWHERE.items():
        assert f'"{rule}"' in Path(__file__).with_name(file).read_text()


def test_no_fixture_is_of_a_rule_that_is_gone():
    assert (set(IN_A_FILE) | set(BUILT)) - set(all_rules()) == set()


def test_every_fixture_has_both_files():
    assert {
        rule: sorted(p.name for p in (FIXTURES / rule).iterdir()) for rule in IN_A_FILE
    } == dict.fromkeys(IN_A_FILE, ["bad.yml", "good.yml"])


def test_every_rule_states_itself_in_a_sentence():
    for name, sentence in all_rules().items():
        assert sentence.endswith("."), name
        assert "\n" not in sentence, name
        assert sentence[0].isupper(), name


def test_a_rule_runs_only_where_the_fields_it_needs_are_sound(small):
    path = example(small)
    path.write_text(path.read_text().replace("consent:\n  basis: fictional", "consent: yes"))
    assert broken(small) == {"shape"}


@pytest.mark.parametrize(
    "faults",
    [
        "".join(f"k{n}: x\n" for n in range(5000)),
        f"questions: [{'{},' * 15_000}]\n",
        f"aliases: [{'~,' * 15_000}]\n",
    ],
    ids=["fields", "items", "blanks"],
)
def test_of_very_many_faults_the_first_hundred_are_told(small, faults):
    example(small).write_text(faults)
    own = [problem for problem in problems(small) if problem.path == str(example(small))]
    assert 100 <= len(own) <= 120


def test_every_rule_names_the_fields_that_it_needs():
    fields = set(Example.model_fields)
    assert [rule.name for rule in RULES if not rule.needs or not set(rule.needs) <= fields] == []


@pytest.mark.parametrize("sign", ["&#1;", "&#x1b;", "&#0;", "&#xD800;", "&#x202e;", "&shy;"])
def test_no_reference_stands_for_a_character_that_cannot_be_seen(small, sign):
    """Word files and slides cannot hold most of them."""
    assert [p.rule for p in told_of_context(small, f"A gull {sign} b")] == ["hidden-character"]
    linked = told_of_context(small, f"A [gull](https://gull.example/{sign})")
    assert [p.rule for p in linked] == ["hidden-character"]
    below = told_of_context(small, f"A [gull]\n\n  [gull]: https://gull.example/{sign}")
    assert [p.rule for p in below] == ["hidden-character"]
    assert told_of_context(small, f"A `{sign}` and &amp; and &#8212;") == []


@pytest.mark.parametrize(
    ("words", "line", "column"),
    [
        ("[Editor]: checked", 10, 3),
        ("[Note]: https://gull.example/report", 10, 3),
        ("A gull.\n\n  - one\n  - [Editor]: checked", 13, 5),
        ("A gull.\n\n  > [a\\]b]: checked", 12, 5),
        ("[A  gull]\n\n  [a gull]: https://gull.example/\n  [A gull]: told", 13, 3),
    ],
)
def test_no_words_vanish_into_a_definition_that_no_link_uses(small, words, line, column):
    found = [(p.rule, p.line, p.column) for p in told_of_context(small, words)]
    assert found == [("link", line, column)]


@pytest.mark.parametrize(
    "words",
    [
        "[A gull] and [it][b].\n\n  [a  GULL]: https://gull.example/\n  [b]: https://b.example/",
        "A gull\n  [Editor]: checked",
        "[Editor]: checked by two",
        "`[Editor]: checked`",
    ],
)
def test_a_definition_that_a_link_uses_and_words_that_are_shown_pass(small, words):
    assert told_of_context(small, words) == []


def told_of_context(small, words):
    original = example(small).read_text()
    change("data/examples/harbour-walks.yml", "The handrail wobbled.", words)(small)
    found = [p for p in problems(small) if p.severity == "error"]
    example(small).write_text(original)
    return found


def test_an_ask_of_a_guide_names_a_section_that_the_guide_has(small):
    asked = "order: 2\nasks:\n  - section: why-it-matters\n    asks: [May a gull have that?]"
    change("docs/guides/risk.md", "order: 2", asked)(small)
    assert broken(small) == set()
    change("docs/guides/risk.md", "section: why-it-matters", "section: tides")(small)
    (problem,) = problems(small)
    assert (problem.rule, problem.line) == ("unknown-reference", 8)
    assert "tides" in problem.message
