"""The sentences of rules that are held elsewhere: by reading, by the schema, by the library."""

from __future__ import annotations

SHAPE_RULES = {
    "plain-file": "Every file is a plain file, not a link.",
    "docs-files": "Below docs/ lie pages and pictures only, with plain names.",
    "page-html": (
        "Of HTML a hand-written page holds paragraphs, links, boxes and comments only; one with"
        " `bare: true` lays itself out and may hold more."
    ),
    "page-pictures": "A picture on a page lies below docs/ and is named by its path.",
    "page-files": "What a page names by its path is there, and so is the page above it.",
    "page-attributes": "On a page only a heading's id and a picture's size are given in braces.",
    "page-limits": "A page is no larger or deeper than MkDocs can read in seconds.",
    "open-code": "A block of code on a page is closed.",
    "page-marks": "A page holds none of the marks that the build uses.",
    "unread-file": "A file of the data lies where something reads it.",
    "file-size": (
        "A page or a file of one thing has at most 64 KiB; a list or a picture has at most 1 MiB."
    ),
    "file-name": (
        "The name of a file is its id: small letters, digits and single hyphens, at most 80"
        " characters, not digits alone, ending in .yml."
    ),
    "utf-8": "A file is UTF-8.",
    "hidden-character": "No character is hidden or a control character.",
    "yaml": "A file is plain YAML: name, colon, space, value.",
    "one-document": "A file holds one document.",
    "no-anchors": "No anchors and no aliases.",
    "no-tags": "No tags.",
    "no-merge": "No merge keys.",
    "comment-in-line": "A comment stands on a line of its own: behind a value, words are lost.",
    "day-in-the-future": (
        "A day on which something was added, checked, agreed or changed has come, or comes within"
        " a year."
    ),
    "made-up": "What is made up for learning begins by saying so.",
    "unknown-speaker": "Whoever speaks in a conversation is one of its people.",
    "easy-words": "Easy words are short sentences of at most twelve words, with one idea each.",
    "one-line": "Only a field in Markdown, such as a story, has more than one line.",
    "site-settings": "The site's name, its addresses and our hook stand plainly in mkdocs.yml.",
    "address-line": "A line of the ledger is an address, or a short one and what it stands for.",
    "address-taken": "No page has the address of another.",
    "duplicate-key": "No field is given twice.",
    "field-name": "The name of a field is a word.",
    "too-deep": "A file is at most eight levels deep.",
    "shape": "A value is of the kind that its field needs.",
    "required": "No required field is missing.",
    "unknown-field": "There are no fields but those of the template.",
    "empty": "No field is left empty.",
    "too-short": "A text is long enough to help.",
    "too-long": "A text is short enough to read.",
    "too-few": "A list has enough items.",
    "too-many": "A list has no more items than readers can use.",
    "choice": "A choice is one of those given.",
    "number": "A number is written in digits.",
    "date": "A date is a real day, written YYYY-MM-DD.",
    "link": "A link leads to a web address with https:, to mailto:, or to a thing by its id.",
    "id": "An id is small letters, digits and single hyphens.",
    "list": "A list is written as a list.",
    "no-html": "No HTML in the text.",
    "no-images": "No pictures in the text.",
    "no-headings": "No headings inside a field.",
    "heading-id": "Each section of a hand-written page has an id, so that links to it last.",
    "directive": "A directive in a hand-written page is known, and so are its options.",
    "unknown-reference": "Whatever is named by its id exists.",
    "unread-mark": "No mark of another kind of Markdown stands where it would be shown as it is.",
    "named-twice": "No list names the same thing twice.",
    "unique-title": "No two examples have the same title.",
    "unique-id": "No id is used twice.",
    "address-lost": "Every address ever published leads somewhere.",
    "alias-taken": "A former id leads to one thing only.",
    "retired": "What is retired is gone, and the address that it had is known.",
    "session-minutes": (
        "The steps of a session take its minutes, and what can be cut leaves each step a minute."
    ),
    "activity-is-complete": (
        "An activity of a session names what people need for it and has a model answer; a break"
        " needs neither."
    ),
    "path-minutes": "A path gives a whole guide the minutes that the guide gives itself.",
    "people-first": (
        "People come before labels: a word of the wording list stands only in quotation marks."
    ),
}
"""Rules that reading, the schema and the library hold by themselves."""
