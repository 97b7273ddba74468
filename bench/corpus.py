"""Made-up examples in the library's own shape, as many as are asked for. The same number gives the
same bytes,
and a smaller library is the beginning of a larger one: an example names only examples that were
made before it.

Lengths and numbers of links follow the real files: about 600 words, three themes, four roles, four
examples beside it.
"""

from __future__ import annotations

import datetime
import itertools
import os
import random
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

Story = dict[str, Any]
"""One example as plain values, in the order of the template."""

with open(os.path.join(os.path.dirname(__file__), "words.yml"), encoding="utf-8") as file:
    WORDS: dict[str, list[str]] = yaml.load(file, yaml.CSafeLoader)

SEED = "outcomes"
FIRST_DAY = datetime.date(2024, 1, 2)
REVIEWED_AFTER = datetime.timedelta(days=1500)
NEAR = 200
"""How far back an example looks for others to name, so that none is named by thousands."""
NAMED = re.compile(r"(?<=\bexample:)[a-z0-9-]+")
LISTED = re.compile(r"(?<=^  examples:)(?:\n +- [a-z0-9-]+)+$", re.MULTILINE)
"""The examples of a word of the glossary, which stand one below another without their kind."""
LISTED_ID = re.compile(r"(?<=- )[a-z0-9-]+")
GUIDE = re.compile(r"^id: (\S+)$", re.MULTILINE)
HEADING = re.compile(r"^## .*\{#([a-z0-9-]+)\}\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Terms:
    """What examples may name, taken from the real library."""

    titles: dict[str, dict[str, str]]
    """Field of an example -> id -> title, in the order of the site."""
    sections: tuple[str, ...]
    """Guides and their sections, as an example names them."""

    def ids(self, field: str) -> tuple[str, ...]:
        """Ids of the terms that a field may name."""
        return tuple(self.titles[field])


def terms(data: str, docs: str) -> Terms:
    """The vocabularies, key points and guides of a library."""
    titles = {
        name: _titles(os.path.join(data, "vocabulary", f"{name}.yml"))
        for name in ("themes", "settings", "roles", "components", "nations", "knowledge")
    }
    titles["key_points"] = _titles(os.path.join(data, "key_points.yml"))
    sections = _sections(os.path.join(docs, "guides"))
    titles["guides"] = {id: id.replace("-", " ").capitalize() for id in sections}
    return Terms(
        titles,
        tuple(
            ref
            for id, headings in sections.items()
            for ref in (id, *(f"{id}#{heading}" for heading in headings))
        ),
    )


def _titles(path: str) -> dict[str, str]:
    with open(path, encoding="utf-8") as file:
        return {
            item["id"]: item.get("title") or item["text"]
            for item in yaml.load(file, yaml.CSafeLoader)
        }


def _sections(folder: str) -> dict[str, list[str]]:
    """The headings of each guide by its id; a page without an id is no guide."""
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            text = file.read()
        if id := GUIDE.search(text):
            found[id[1]] = HEADING.findall(text)
    return found


def stories(count: int, terms: Terms) -> Iterator[Story]:
    """The first `count` made-up examples."""
    for number in range(count):
        yield _story(number, terms)


def id_of(number: int) -> str:
    """The id of an example by its number, whatever the size of the library."""
    place, topic = _about(number)
    return f"{_slug(place)}-{_slug(topic)}-{number + 1}"


def _about(number: int) -> tuple[str, str]:
    chance = random.Random(f"{SEED} {number} about")
    return chance.choice(WORDS["places"]), chance.choice(WORDS["topics"])


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def _story(number: int, terms: Terms) -> Story:
    chance = random.Random(f"{SEED} {number}")
    place, topic = _about(number)
    added = FIRST_DAY + datetime.timedelta(days=number % 730)
    return {
        "id": id_of(number),
        "title": f"{topic} in {place}, team {number + 1}",
        "summary": _summary(chance),
        "kind": "published",
        "organisation": f"{place} {chance.choice(WORDS['organisations'])}",
        "place": place,
        "nation": _pick(chance, terms.ids("nations"), 1)[0],
        "period": {"from": 2012 + number % 9, "to": 2014 + number % 9},
        "settings": _pick(chance, terms.ids("settings"), chance.randint(1, 3)),
        "roles": _pick(chance, terms.ids("roles"), chance.randint(3, 6)),
        "themes": _pick(chance, terms.ids("themes"), chance.choice((2, 3, 3, 3, 4, 4))),
        "components": _pick(chance, terms.ids("components"), chance.randint(0, 3)),
        "guides": _pick(chance, terms.sections, chance.randint(2, 5)),
        "key_points": _pick(chance, terms.ids("key_points"), chance.randint(0, 4)),
        **_told(chance, terms, number),
        "knowledge": _pick(chance, terms.ids("knowledge"), chance.randint(1, 4)),
        "questions": [
            {"ask": ask, "use": use}
            for ask, use in zip(
                chance.sample(WORDS["asked"], 3), ("self", "one-to-one", "team"), strict=True
            )
        ],
        "related": _before(chance, number, chance.randint(3, 5)),
        "sources": [_source(chance, topic, n) for n in range(chance.choice((1, 1, 1, 2)))],
        "consent": {"basis": "published-source"},
        "added": added.isoformat(),
        "reviewed": added.isoformat(),
        "review_by": (added + REVIEWED_AFTER).isoformat(),
        "status": "published",
    }


def _told(chance: random.Random, terms: Terms, number: int) -> Story:
    """The seven parts of the story; a third of the examples leave one or two out."""
    parts: Story = {
        "context": _paragraph(chance, 4),
        "what_they_did": f"{_paragraph(chance, 1)}\n{_bullets(chance, 4)}",
        "what_changed": (
            f"{_bullets(chance, 2)}\n{_paragraph(chance, 1, *_links(chance, terms, number))}"
        ),
    }
    if number % 4:
        parts["what_helped"] = _paragraph(chance, 1)
    if number % 3:
        parts["what_got_in_the_way"] = _bullets(chance, 2)
    parts |= {
        "learning": _paragraph(chance, 2),
        "learning_basis": chance.choice(("stated", "mixed", "editor")),
        "limits": _paragraph(chance, 3),
    }
    return parts


def _links(chance: random.Random, terms: Terms, number: int) -> Iterator[str]:
    """In one example of five, a few words of Markdown that name something by its id."""
    if number % 10 == 3:
        yield f"It shows [what this theme is about](theme:{chance.choice(terms.ids('themes'))})."
    if number % 10 == 8:
        yield f"[Another team](example:{_before(chance, number, 1)[0]}) found *much the same*."


def _pick(chance: random.Random, ids: tuple[str, ...], count: int) -> list[str]:
    """Some ids, each once; the first of a list are named more often than the last, as in life."""
    found: dict[str, None] = {}
    while len(found) < min(count, len(ids)):
        found[ids[int(len(ids) * chance.random() ** 1.5)]] = None
    return list(found)


def _before(chance: random.Random, number: int, count: int) -> list[str]:
    earlier = range(max(0, number - NEAR), number)
    return [id_of(n) for n in chance.sample(earlier, min(count, len(earlier)))]


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS[part]) for part in ("who", "did", "what", "how")) + "."


def _summary(chance: random.Random) -> str:
    told = [_sentence(chance) for _ in range(3)]
    return " ".join(told if len(" ".join(told)) <= 400 else told[:2])


def _paragraph(chance: random.Random, sentences: int, *more: str) -> str:
    return "".join(f"{line}\n" for line in (*(_sentence(chance) for _ in range(sentences)), *more))


def _bullets(chance: random.Random, items: int) -> str:
    return "".join(f"- {_sentence(chance)}\n" for _ in range(items))


def _source(chance: random.Random, topic: str, number: int) -> Story:
    title = f"{topic}: {chance.choice(WORDS['reports']).lower()}"
    url = f"https://reports.example.org/{_slug(topic)}/{chance.randrange(10_000)}/{number}"
    return {
        "title": title,
        "publisher": chance.choice(WORDS["publishers"]),
        "year": chance.randint(2014, 2025),
        "url": url,
        "read": chance.choice(("whole", "extracts", "abstract", "opening")),
    }


def as_yaml(story: Story) -> str:
    """An example's file, written as people write it: lists on one line, texts as blocks."""
    return "".join(
        _field(key, value) for key, value in story.items() if key != "id" and value != []
    )


def _field(key: str, value: Any) -> str:
    if isinstance(value, str) and "\n" in value:
        return f"{key}: |\n" + "".join(f"  {line}".rstrip() + "\n" for line in value.splitlines())
    if key == "summary":
        return f"{key}: >-\n" + "".join(
            f"  {line}\n" for line in value.replace(". ", ".\n").splitlines()
        )
    if isinstance(value, dict):
        return f"{key}: {{{', '.join(f'{k}: {v}' for k, v in value.items())}}}\n"
    if isinstance(value, list) and isinstance(value[0], dict):
        return f"{key}:\n" + "".join(
            "  - " + "    ".join(f"{k}: {_scalar(v)}\n" for k, v in item.items()) for item in value
        )
    return (
        f"{key}: [{', '.join(value)}]\n"
        if isinstance(value, list)
        else f"{key}: {_scalar(value)}\n"
    )


def _scalar(value: Any) -> str:
    text = str(value)
    return f'"{text}"' if ": " in text or "#" in text else text


def write(made: Sequence[Story], data: str, docs: str, out: str, out_docs: str) -> None:
    """A library of made-up examples in `out`, with all else of the real one, and its hand-written
    pages in `out_docs`.

    Where those name a real example they name a made-up one instead, so that every link leads
    somewhere.
    """
    shutil.copytree(data, out, ignore=shutil.ignore_patterns("examples", "addresses.txt"))
    shutil.copytree(docs, out_docs)
    _rename_in(
        [*_texts(out, ".yml"), *_texts(out_docs, ".md")],
        [story["id"] for story in made[: len(made) // 2][:100]],
    )
    os.makedirs(os.path.join(out, "examples"))
    for story in made:
        with open(
            os.path.join(out, "examples", f"{story['id']}.yml"), "w", encoding="utf-8"
        ) as file:
            file.write(as_yaml(story))


def _texts(folder: str, ending: str) -> Iterator[str]:
    for top, folders, names in os.walk(folder):
        folders.sort()
        yield from (os.path.join(top, name) for name in sorted(names) if name.endswith(ending))


def _rename_in(paths: list[str], ids: list[str]) -> None:
    texts = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            texts[path] = file.read()
    named = sorted({id for text in texts.values() for id in _named(text)})
    names = dict(zip(named, itertools.cycle(ids), strict=False))

    def rename(found: re.Match[str]) -> str:
        return names[found[0]]

    for path, text in texts.items():
        renamed = LISTED.sub(lambda found: LISTED_ID.sub(rename, found[0]), text)
        with open(path, "w", encoding="utf-8") as file:
            file.write(NAMED.sub(rename, renamed))


def _named(text: str) -> Iterator[str]:
    """The id of each example that a text names."""
    yield from NAMED.findall(text)
    for listed in LISTED.findall(text):
        yield from LISTED_ID.findall(listed)
