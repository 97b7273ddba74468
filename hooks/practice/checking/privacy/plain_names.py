"""Plain names: a first name on its own, and a word that can only be a name because of what the
sentence does with it.

All of it is a guess, so it only asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from .finding import Hit
from .given_names import ALSO_WORDS, GIVEN
from .lists import Expression, listed, names
from .name_context import (
    ANIMAL_AFTER,
    ANIMAL_BEFORE,
    ARTIST,
    CELTIC,
    CHILD,
    DOES,
    GOES_ON,
    INITIALS,
    LABELS,
    LINKS,
    NEVER,
    NO_NAME,
    NOBODY,
    ONE_OF_OURS,
    OPENERS,
    OWNED,
    PRIVATE,
    SURNAME,
    THING_CALLED,
)
from .names import CAPITAL, CITED, FICTION
from .passage import BREAK, Passage

WORD = Expression(rf"{CAPITAL}(?<![\w@./#-].)[\w’'-]*\w")
OWNER = re.compile(r"['’]s$|(?<=s)['’]$")
OPENING_PUNCTUATION = "\"'“‘(*_"
BEFORE_CAPITAL = Expression(rf" (?!I['’]|I\b)(?:{CAPITAL}[\w’'-]+|Mc|Mac|de|van|ap|ó)\b")
BEFORE_INITIAL = Expression(r" [A-Z]\b(?!['’.]?[A-Z\w])")
WHOLE = Expression(
    rf"{CAPITAL}[\w’'-]+(?: (?:de|van|ap|ab|ó|Mc|Mac|[A-Z]\.?))?(?: "
    rf"{CAPITAL}[\w’'-]*[a-zà-ÿ]){{1,2}}"
)
PLACED = Expression(r"(?i:\b(the|in|at|on|to|from|near|by|along|around|outside) $)")
CITATION = Expression(
    r"(?:[’']s \(\d{4}|(?: [A-Z]\w+)?,? \(?\d{4}|(?:[’']s)?,? et al|['’]s centres\b"
    r"| (?:report|review|inquiry)\b)"
)
QUOTES = frozenset("'\"‘’“”")
STARTS = Expression(r"(?:^|[.?!:;\x00•*–-])[\"“”'‘’()* ]*$")


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """The first part of a name, without its accents."""
    first = name.split("-")[0]
    if first.isascii():
        return first
    letters = unicodedata.normalize("NFD", first)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


GIVEN_PLAIN = frozenset(map(plain, GIVEN))


@lru_cache(maxsize=4096)
def _known(word: str) -> tuple[str, bool]:
    """A word with a capital, without the ’s behind it, and whether it is a listed first name;
    ("", False) where it cannot be a name.
    """
    bare = OWNER.sub("", word)
    is_listed = plain(bare) in GIVEN_PLAIN
    if not is_listed and (bare in NEVER or not bare[1:2].islower()):
        return "", False
    return bare, is_listed


BODY_WAYS = (
    re.compile(rf"\b(?:[Tt]he|in|at|across|within|NHS) ({CAPITAL}[\w’'-]+)"),
    re.compile(rf"\b({CAPITAL}[\w’'-]+)(?= {CAPITAL})"),
    re.compile(rf"(?:^|{BREAK})({CAPITAL}[\w’'-]+)(?={BREAK}| with\b)"),
)
"""Ways in which a text names a place or an organisation."""


def hits(passage: Passage) -> Iterator[Hit]:
    """Yields plain names. A single word that the text also uses as the name of a thing is left out
    wherever it stands.
    """
    found: list[tuple[str, Hit]] = []
    things: set[str] = set()
    guessed = False
    for word in WORD.finditer(passage.flat):
        bare, is_listed = _known(word[0])
        if not bare:
            continue
        end = _name_end(passage, word, bare, is_listed)
        if end and _elsewhere(passage, word.start(), end):
            things.add(bare)
        elif end:
            alone = end == word.start() + len(bare)
            found.append((bare if alone else "", Hit(word.start(), end, "privacy-name", "note")))
            guessed = guessed or not is_listed
    if guessed:
        things |= {bare for bare in _bodies(passage) if plain(bare) not in GIVEN_PLAIN}
    yield from (hit for bare, hit in found if bare not in things)
    for shape in _shapes(passage):
        for marks in shape.finditer(passage.flat):
            if marks["what"] not in NEVER:
                yield Hit(*marks.span("what"), "privacy-name", "note")


def _shapes(passage: Passage) -> Iterator[Expression]:
    """Yields the expressions for other ways of writing a name that the text may hold."""
    if passage.has("{celtic-verbs}"):
        yield CELTIC
    if passage.has("{related}"):
        yield SURNAME
    if any(initials in passage.shape for initials in ("A.A", "A. A", "AAaA", "AaaA", "AAaaA")):
        yield INITIALS


def _bodies(passage: Passage) -> frozenset[str]:
    """The words that the text uses as it would the name of a place or an organisation."""
    found = chain.from_iterable(way.findall(passage.flat) for way in BODY_WAYS)
    return frozenset(OWNER.sub("", word) for word in found)


def _name_end(passage: Passage, found: re.Match[str], bare: str, is_listed: bool) -> int:
    """Where a name ends that begins with this word; 0 where no name begins here."""
    start, end = found.start(), found.start() + len(bare)
    before, after = passage.before(start, 40), passage.after(found.end(), 60)
    if _goes_on(before):
        return 0
    if is_listed and BEFORE_INITIAL.match(after) and not BEFORE_CAPITAL.match(after):
        return end + 2
    if BEFORE_CAPITAL.match(after):
        return _whole_name_end(passage, found, before, bare)
    if is_listed and bare not in ALSO_WORDS:
        return end
    return end if _acts(before, passage.flat[end : found.end()] + after, bare) else 0


def _goes_on(before: str) -> bool:
    """Whether a word goes on with a name before it: there stands a word with a capital that is no
    title and does not merely open the sentence.
    """
    if before[-1:] != " ":
        return False
    behind = before[:-1].rpartition(" ")[2].lstrip(OPENING_PUNCTUATION)
    if (
        not behind[:1].isupper()
        or behind in listed("titled")
        or not (behind[-1].isalnum() or behind[-1] == ".")
    ):
        return False
    return behind not in OPENERS or not STARTS.search(before[: -1 - len(behind)])


def _whole_name_end(passage: Passage, found: re.Match[str], before: str, bare: str) -> int:
    """Where a name with a surname ends: one that begins with a listed name and is no place's, or
    one in a sentence about somebody's life; 0 where there is no such name.
    """
    whole = WHOLE.match(passage.flat, found.start())
    if not whole or OWNER.search(found[0]):
        return 0
    words = OWNER.sub("", whole[0]).split()
    if not NEVER.isdisjoint((*words, " ".join(words))):
        return 0
    sentence = passage.sentence(*whole.span(), 160)
    rest = sentence.replace(whole[0], "", 1)
    if CITED.search(rest) or ARTIST.search(rest):
        return 0
    end = whole.start() + len(OWNER.sub("", whole[0]))
    after, private = passage.flat[end : end + 60], bool(PRIVATE.search(rest))
    if bare in ALSO_WORDS or plain(bare) in GIVEN_PLAIN:
        sure = bare not in ALSO_WORDS and not _is_place(before, words[-1], after)
        return end if sure or private or _owns_or_does(after) else 0
    return end if _is_child(after, bare) or (private and _acts(before, after, found[0])) else 0


def _is_place(before: str, last: str, after: str) -> bool:
    """Whether a first name with more words with capitals is that of a building or a fund."""
    placed = PLACED.search(before)
    return bool(
        BEFORE_CAPITAL.match(after)
        or (placed and (placed[1].lower() == "the" or last in names("place-ends")))
    )


def _owns_or_does(after: str) -> bool:
    return any(cue.match(after) for cue in (OWNED, ONE_OF_OURS, DOES))


def _is_child(after: str, bare: str) -> bool:
    """Whether the age of a child in brackets stands behind a name."""
    return bool(CHILD.match(after)) and bare not in LABELS and not NO_NAME.search(bare)


def _acts(before: str, after: str, bare: str) -> bool:
    """Whether a word stands where only somebody can: it owns, does or is done something to."""
    if OWNED.match(after) or ONE_OF_OURS.match(after) or _is_child(after, bare):
        return True
    behind = before.lower().split()[-3:]
    begins = bool(STARTS.search(before))
    if begins or not behind:
        known = bare in ALSO_WORDS or not NO_NAME.search(bare)
        return known and bool(DOES.match(after))
    if behind[-1] in names("done-to") or (
        behind[-1] in LINKS and not names("done-with").isdisjoint(behind[-2:-1])
    ):
        return bool(GOES_ON.match(after) or DOES.match(after))
    joined = behind[-1].strip(",") in names("joiners") or behind[-1].endswith(",")
    return joined and bool(DOES.match(after))


def _elsewhere(passage: Passage, start: int, end: int) -> bool:
    """Whether the sentence says that the name is made up, an artist's, a thing's or an author's."""
    sentence = passage.sentence(start, end, 160)
    if any(cue.search(sentence) for cue in (FICTION, NOBODY, THING_CALLED)):
        return True
    if ANIMAL_BEFORE.search(passage.before(start, 40)) or ANIMAL_AFTER.match(passage.flat, end):
        return True
    if passage.flat[start - 1 : start] in QUOTES and passage.flat[end : end + 1] in QUOTES:
        return True
    return bool(CITATION.match(passage.flat, end))
