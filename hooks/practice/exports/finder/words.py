"""Tokens and stems, by the same rules as in assets/js/find.js: a test holds the two together."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache
from itertools import chain
from pathlib import Path

CHUNK = re.compile(r"[^\W_]+(?:['./&+-][^\W_]+)*")
"""Letters and digits, and any of ' . / & + - between them: a chunk of several tokens where it has a
separator, as in “self-directed”. These tokens are called joined."""
SEPARATORS = re.compile(r"[./&+-]")
PLURAL = re.compile(r"\(s\)|/s(?![^\W_])")
"""One or several, as forms have it: “carer(s)” and “carer/s”."""
AMERICAN = re.compile(r"(..)iz(e|ed|er|ers|es|ing|ation|ations)$")
CENTRE = re.compile(r"centere?(d|s|ing)?$")
OUR = re.compile(r"^(behavi|col|fav|flav|hon|hum|lab|neighb)or(?!at)")
OGUE = re.compile(r"ogue(?=s?$)")
DOUBLE = frozenset(2 * letter for letter in "bcdfgklmnprtz")
SUFFIXES = ("ement", "ment", "ation", "ion", "er", "or", "ly")
SHORT_FORM = re.compile(r"'(s|d|m|ll|re|ve)$")
DATA: dict[str, list[str]] = json.loads(Path(__file__).with_suffix(".json").read_bytes())
STEM_EXCEPTIONS = frozenset(" ".join(DATA["stem_exceptions"]).split())
"""Words that `stem` would take for forms of others: “letter” of “let”, and “note” of “not”."""
IRREGULAR_FORMS = {
    form: word for word, *forms in map(str.split, DATA["irregular_forms"]) for form in forms
}
"""Forms of a word that no suffix tells of, as “forgot”, “cannae” and “ppl”, each with that word.
Those of words that tell little, as “said”, are left out."""
STOP_WORDS = " ".join(DATA["stop_words"]).split()
"""Words that tell little by themselves. “no”, “not”, “own” and “nobody” tell much here, and are not
among them."""


def normalise(text: str) -> str:
    """A text in small letters without accents and invisible characters, such as a soft hyphen, and
    with one kind of apostrophe and of hyphen."""
    low = text.lower()
    if not low.isascii():
        low = low.replace("’", "'").replace("‘", "'").replace("‐", "-").replace("‑", "-")
        low = "".join(
            c
            for c in unicodedata.normalize("NFKD", low)
            if not unicodedata.combining(c) and unicodedata.category(c) != "Cf"
        )
    return PLURAL.sub("s", low)


def tokenise(text: str) -> list[str]:
    """The tokens of a text, in small letters and without accents. An apostrophe parts nothing:
    “don't” is “dont”. “Carer's” is “carer”, “I'll” is “i”, and “S.D.S.” is “sds”."""
    return [*chain.from_iterable(chain.from_iterable(map(tokens_by_chunk, text.split())))]


@lru_cache(maxsize=1 << 14)
def tokens_by_chunk(part: str) -> tuple[tuple[str, ...], ...]:
    """The tokens of each chunk of a part of a text without a space. Most of a text are a few
    thousand parts, so these are made once."""
    return tuple(map(_tokens, CHUNK.findall(normalise(part))))


def _tokens(chunk: str) -> tuple[str, ...]:
    letters = chunk.split(".")
    if all(len(letter) == 1 and letter.isalpha() for letter in letters):
        return ("".join(letters),)
    return tuple(SHORT_FORM.sub("", part).replace("'", "") for part in SEPARATORS.split(chunk))


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """A word without its suffix, so that “recording”, “recorded” and “records” are one. Rough, but
    the same everywhere."""
    w = IRREGULAR_FORMS.get(word, word)
    w = AMERICAN.sub(r"\1is\2", w) if "iz" in w else w
    w = OUR.sub(r"\1our", w) if "or" in w else w
    w = CENTRE.sub(r"centre\1", w) if "cent" in w else w
    w = OGUE.sub("og", w) if "ogue" in w else w
    if len(w) < 4:
        return w
    w = _singular(w)
    if w in STEM_EXCEPTIONS:
        return w
    rest = _without_tense(w)
    forms = (rest, f"{rest}e") if rest != w else ()
    if exception := next((form for form in forms if form in STEM_EXCEPTIONS), ""):
        return exception
    w = rest
    for suffix in SUFFIXES:
        if w.endswith(suffix) and len(w) - len(suffix) >= 4:
            w = w.removesuffix(suffix)
            break
    if len(w) < 4:
        return w
    w = w.removesuffix("e")
    w = w[:-1] if w[-2:] in DOUBLE else w
    return w[:-1] + "i" if w.endswith("y") and len(w) > 3 else w


def _without_tense(w: str) -> str:
    for suffix in ("ing", "ed"):
        rest = w.removesuffix(suffix)
        if rest != w and len(rest) > 2 and re.search("[aeiouy]", rest):
            return rest
    return w


def _singular(w: str) -> str:
    if w.endswith("ies") and len(w) > 4:
        return w[:-3] + "y"
    if w.endswith(("sses", "xes", "ches", "shes")):
        return w[:-2]
    return w if w.endswith(("ss", "us", "is")) else w.removesuffix("s")


STOP_STEMS = frozenset(map(stem, STOP_WORDS))
COMMON = Path(__file__).with_name("english.txt")
"""Common words of English, after lines of comment: what is one of them is not misspelt."""
