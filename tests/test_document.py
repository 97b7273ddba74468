"""Strict YAML: what one document may hold, where its parts stand, and how a mistake is said."""

import json
import os

import pytest

from practice.reading import document, text_file
from practice.reading.document import Mark, Record
from practice.reading.text_file import ReadError


def read(text: str) -> Record:
    return document.read(text.encode(), "some.yml")


def refusal(raw: str | bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        document.read(raw.encode() if isinstance(raw, str) else raw, "some.yml")
    return caught.value


def place(mark: Mark) -> tuple[int, int]:
    return mark.line, mark.column


WORDS = [
    "no",
    "yes",
    "on",
    "true",
    "1",
    "007",
    "0x1F",
    "1_000",
    "1e3",
    ".inf",
    "2026-11-25",
    "12:30:45",
    "=",
    "Null",
    "NULL",
]


@pytest.mark.parametrize("word", WORDS)
def test_every_scalar_stays_the_text_that_was_written(word):
    assert read(f"a: {word}\n").value == {"a": word}


@pytest.mark.parametrize("nothing", ["", "~", "null", "# only a comment"])
def test_a_value_left_empty_is_none(nothing):
    assert read(f"a: {nothing}\n").value == {"a": None}


def test_quoted_words_for_nothing_are_text():
    assert read("a: 'null'\nb: \"~\"\nc: ''\n").value == {"a": "null", "b": "~", "c": ""}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_file_reads_as_none(text):
    assert read(text).value is None


def test_every_key_value_and_item_knows_its_line_and_column():
    record = read("title: A\nquestions:\n  - ask: Why?\n    use: team\nthemes: [one,\n  two]\n")
    assert place(record.keys["questions",]) == (2, 1)
    assert place(record.marks["questions", 0, "ask"]) == (3, 10)
    assert place(record.keys["questions", 0, "use"]) == (4, 5)
    assert place(record.marks["themes", 1]) == (6, 3)


def test_a_path_that_is_not_there_stands_where_the_nearest_thing_around_it_stands():
    record = read("consent:\n  basis: fictional\n")
    assert place(record.mark(("consent", "agreed_on", 3))) == (2, 3)
    assert place(record.mark(("nowhere",))) == (1, 1)


def test_words_inside_a_text_are_found_at_their_own_line_and_column():
    record = read("context: |\n  One line.\n  Two <b>words</b>, and <b>more.\nlimits: <b>\n")
    assert place(record.find(("context",), "<b>")) == (3, 7)
    assert place(record.find(("context",), "<b>", 1)) == (3, 25)
    assert place(record.find(("context",), "<b>", 2)) == place(record.mark(("context",)))


def test_columns_count_characters_and_not_bytes():
    assert place(read("é: ['ünï', '日本', x]\n").marks["é", 2]) == (1, 18)
    assert refusal("títle: Öne: two\n").column == 11


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_the_same_whatever_ends_them(end):
    record = read(end.join(["a: 1", "b: |", "  one", "  two", "c: 3", ""]))
    assert record.value == {"a": "1", "b": "one\ntwo\n", "c": "3"}
    assert place(record.mark(("c",))) == (5, 4)
    assert place(record.find(("b",), "two")) == (4, 3)


REFUSED = [
    ("a: 1\nb: 2\na: 3\n", 3, 1, "duplicate-key", "'a' is given twice, first on line 1"),
    ("a:\n  - {x: 1, x: 2}\n", 2, 12, "duplicate-key", "'x' is given twice, first on line 2"),
    ("a: 1\n'a': 2\n", 2, 1, "duplicate-key", "'a' is given twice, first on line 1"),
    ("a:\n  - x\na: 1\n", 3, 1, "duplicate-key", "'a' is given twice, first on line 1"),
    ("a: 1\nb:\n  - a: 2\na: 3\n", 4, 1, "duplicate-key", "'a' is given twice, first on line 1"),
    (
        "a: &here 1\n",
        1,
        4,
        "no-anchors",
        "& or * at the start of a value has a special meaning in YAML",
    ),
    (
        "a: &here [1]\n",
        1,
        4,
        "no-anchors",
        "& or * at the start of a value has a special meaning in YAML",
    ),
    (
        "a: *there\n",
        1,
        4,
        "no-anchors",
        "& or * at the start of a value has a special meaning in YAML",
    ),
    (
        "*there : a\n",
        1,
        1,
        "no-anchors",
        "& or * at the start of a value has a special meaning in YAML",
    ),
    ("<<: {a: 1}\n", 1, 1, "no-merge", "<< has a special meaning in YAML"),
    ("a: !!str 1\n", 1, 4, "no-tags", "! at the start of a value has a special meaning in YAML"),
    ("a: !important\n", 1, 4, "no-tags", "! at the start of a value has a special meaning in YAML"),
    (
        "a: !!python/object/apply:os.system [x]\n",
        1,
        4,
        "no-tags",
        "! at the start of a value has a special meaning in YAML",
    ),
    ("a: 1\n---\nb: 2\n", 2, 1, "one-document", "a second document starts here"),
    ("a: 1\n---\n", 2, 1, "one-document", "a second document starts here"),
    (
        "? [a]\n: 1\n",
        1,
        3,
        "field-name",
        "a list or a group stands where the name of a field should be",
    ),
    (
        "? {a: 1}\n: 1\n",
        1,
        3,
        "field-name",
        "a list or a group stands where the name of a field should be",
    ),
    ("'': 1\n", 1, 1, "field-name", "the name of a field is missing here"),
    ("a: [[[[[[[[1]]]]]]]]\n", 1, 11, "too-deep", "this is more than 8 levels deep"),
]


@pytest.mark.parametrize(("text", "line", "column", "rule", "message"), REFUSED)
def test_what_can_surprise_is_refused_at_its_place(text, line, column, rule, message):
    fault = refusal(text)
    assert (fault.line, fault.column, fault.rule, fault.message) == (line, column, rule, message)
    assert fault.hint


def test_eight_levels_are_not_too_deep():
    assert read("a: [[[[[[[1]]]]]]]\n").value == {"a": [[[[[[["1"]]]]]]]}


@pytest.mark.parametrize("piece", ["[", "{", "- ", "? ", "{a: "])
def test_brackets_without_end_are_refused(piece):
    assert refusal(piece * 10_000).rule in ("too-deep", "field-name", "yaml")


HIDDEN = (
    "\x00\x07\x1b\x7f\x85\xad\u034f\u061c\u115f\u180e\u200b\u200e\u2028\u202e\u2060\u2066\u2800"
    "\u3164\ufe00\ue000\ufdd0\uffa0\ufff9\ufffe\U0001fffe\U000e0041\U000f0000"
)


@pytest.mark.parametrize("character", HIDDEN, ids=lambda c: f"U+{ord(c):04X}")
def test_a_character_that_cannot_be_seen_is_refused(character):
    fault = refusal(f"a: b\nc: d{character}e\n")
    assert (fault.line, fault.column, fault.rule) == (2, 5, "hidden-character")
    assert f"U+{ord(character):04X}" in fault.message


@pytest.mark.parametrize(
    "escape", [r"\0", r"\a", r"\e", r"\x7f", r"\u200B", r"\U000E0041", r"\N", r"\L"]
)
def test_an_escape_that_makes_a_hidden_character_is_refused(escape):
    fault = refusal(f'a: "b{escape}c"\n')
    assert (fault.line, fault.column, fault.rule) == (1, 4, "hidden-character")


def test_a_hidden_character_in_a_name_or_a_comment_is_refused():
    assert refusal("a\u200bb: c\n").column == 2
    assert refusal("a: b # c\u202ed\n").column == 9


def test_what_scripts_and_emoji_need_is_allowed():
    text = "میخواهم می\u200cخواهم 👩\u200d👩\u200d👧 ❤\ufe0f é e\u0301 ŵ ਪੰਜਾਬੀ"
    assert read(f"a: {text}\n").value == {"a": text}


@pytest.mark.parametrize("joined", ["Mar\u200cgaret", "Mr\u200d Hughes", "943\u200c\u200d476"])
def test_a_joiner_between_latin_letters_or_digits_is_refused(joined):
    assert refusal(f"a: {joined}\n").rule == "hidden-character"
    assert refusal(f"a: {json.dumps(joined)}\n").rule == "hidden-character"


def test_a_byte_order_mark_is_named():
    fault = refusal("a: b\n".encode("utf-8-sig"))
    assert (fault.line, fault.column, fault.message) == (
        1,
        1,
        "the file begins with a byte order mark (U+FEFF)",
    )
    assert "BOM" in fault.hint


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252"])
def test_another_encoding_than_utf8_is_refused(encoding):
    assert refusal("a: caf\u00e9\n".encode(encoding)).rule in ("utf-8", "hidden-character")


def test_a_byte_that_is_not_utf8_is_placed_in_characters():
    fault = refusal("a: é\r\nb: éé".encode() + b"\xe9 c\n")
    assert (fault.line, fault.column, fault.rule) == (2, 6, "utf-8")


def test_a_file_of_more_than_64_kib_is_refused(tmp_path):
    path = tmp_path / "long.yml"
    path.write_bytes(b"a" * (64 * 1024 + 1))
    with pytest.raises(ReadError) as caught:
        text_file.read_bytes(str(path), "long.yml")
    assert (caught.value.rule, caught.value.message) == (
        "file-size",
        "the file has 65,537 bytes; 65,536 is the most",
    )


def test_a_file_of_64_kib_is_read(tmp_path):
    path = tmp_path / "long.yml"
    path.write_bytes(b"a: " + b"b" * (64 * 1024 - 3))
    assert (
        len(document.read(text_file.read_bytes(str(path), "long.yml"), "long.yml").value["a"])
        == 64 * 1024 - 3
    )


@pytest.mark.parametrize("kind", ["link", "lost link", "folder", "pipe"])
def test_only_a_plain_file_is_read(tmp_path, kind):
    path, real = tmp_path / "a.yml", tmp_path / "real.yml"
    real.write_text("a: b\n")
    make = {
        "link": lambda: path.symlink_to(real),
        "lost link": lambda: path.symlink_to(tmp_path / "nowhere"),
        "folder": path.mkdir,
        "pipe": lambda: os.mkfifo(path),
    }
    make[kind]()
    with pytest.raises(ReadError) as caught:
        text_file.read_bytes(str(path), "a.yml")
    assert (caught.value.rule, caught.value.message) == ("plain-file", "a.yml is not a plain file")


MISTAKES = [
    (
        "title: Talking points: a start\n",
        1,
        22,
        "there are two colons on this line: title: Talking points: a start",
    ),
    ("title: A\n  summary: B\n", 2, 10, "a field cannot begin here: summary: B"),
    ("title A\nsummary: B\n", 2, 8, "a field cannot begin here: summary: B"),
    ("title:A\nsummary: B\n", 2, 8, "a field cannot begin here: summary: B"),
    ("context: |\n  One.\nTwo.\n", 3, 1, "this line is not a field, and not part of one: Two."),
    ("a:\n  b: 1\n c: 2\n", 3, 2, "this line does not fit with the lines above it: c: 2"),
    ("a: |\n  1\n# x\n  2\nb: 2\n", 3, 1, "this comment ends the text above it: # x"),
    ("a:\n  - 1\n - 2\n", 3, 2, "this line does not fit with the lines above it: - 2"),
    ("- 1\nb: 2\n", 2, 1, "this line does not fit with the list above it: b: 2"),
    (" - 1\n- 2\n", 2, 1, "this line does not fit with what stands above it: - 2"),
    (
        "a: 'it's here'\n",
        1,
        8,
        "there are more words here, after the value has ended: a: 'it's here'",
    ),
    ('a: "one" two\n', 1, 10, 'there are more words here, after the value has ended: a: "one" two'),
    (
        "a: [Draft] two\n",
        1,
        12,
        "there are more words here, after the value has ended: a: [Draft] two",
    ),
    ("a:\n\tb: 1\n", 2, 1, "there is a tab here: b: 1"),
    ("a: one\n\tb: 1\n", 2, 1, "there is a tab here: b: 1"),
    ("a: @home\n", 1, 4, "a value cannot begin with this character: a: @home"),
    ("a: `code`\n", 1, 4, "a value cannot begin with this character: a: `code`"),
    ('a: "one\nb: 2\nc: 3\n', 1, 4, 'a quote is opened here and never closed: a: "one'),
    ("a: 'one\nb: it's two\nc: 3\n", 1, 4, "a quote is opened here and never closed: a: 'one"),
    (
        'a: |\n  \'Twas so\nb: 1\nc: "d" e\n',
        4,
        8,
        'there are more words here, after the value has ended: c: "d" e',
    ),
    ("a:\n  - 'b\nc: |\n  It's so.\n", 2, 5, "a quote is opened here and never closed: - 'b"),
    (
        'a: "C:\\work"\n',
        1,
        7,
        'a backslash inside double quotes has a special meaning: a: "C:\\work"',
    ),
    (
        'a: "\\ud800"\n',
        1,
        7,
        'a backslash inside double quotes has a special meaning: a: "\\ud800"',
    ),
    (
        "a: [one, two\nb: 2\n",
        1,
        4,
        "a bracket is opened here and not closed, or a comma is missing: a: [one, two",
    ),
    ("a: ]\n", 1, 4, "a value is missing here: a: ]"),
    ("a: - one\n", 1, 4, "a list cannot begin on the same line as its name: a: - one"),
    (
        "a: **bold** words\n",
        1,
        5,
        "* at the start of a value has a special meaning in YAML: a: **bold** words",
    ),
    ("a: & b\n", 1, 5, "& at the start of a value has a special meaning in YAML: a: & b"),
    ("a: !<b\n", 1, 7, "! has a special meaning in YAML: a: !<b"),
    ("%percent\n", 1, 9, "% at the start of a line has a special meaning in YAML: %percent"),
    ("a: > words\n", 1, 6, "after | or > there must be nothing else on the line: a: > words"),
]


@pytest.mark.parametrize(("text", "line", "column", "message"), MISTAKES)
def test_a_common_mistake_is_said_in_plain_words_with_its_line(text, line, column, message):
    fault = refusal(text)
    assert (fault.line, fault.column, fault.rule, fault.message) == (line, column, "yaml", message)


@pytest.mark.parametrize("text", [mistake[0] for mistake in MISTAKES])
def test_no_message_speaks_the_parsers_language(text):
    fault = refusal(text)
    said = f"{fault.message.rpartition(': ')[0]} {fault.hint}".casefold()
    assert not [
        word
        for word in ("mapping", "sequence", "scalar", "token", "node", "stream", "parse", "scan")
        if word in said
    ]


@pytest.mark.parametrize(
    "text", ["{", "[", "'", '"', "a: {", "a: [b", "- {", "? [", "%", "!", "&", "*", "|x", "\t"]
)
def test_a_mistake_at_the_very_end_of_a_file_stands_on_its_last_line(text):
    fault = refusal(text)
    assert fault.line == 1


def test_a_long_line_is_shown_in_part():
    assert len(refusal(f"a: b: {'c' * 5000}\n").message) < 200
