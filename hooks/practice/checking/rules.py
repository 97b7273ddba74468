"""The rules of one example that its fields' types cannot say. Each is one small function whose
docstring is its documentation.

A rule gets the example's plain values and yields ``(path, message, hint)``; it runs when the fields
that it names are sound.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ..kinds import CONTRIBUTED, linkable
from ..licences import DEFAULT_ID, LICENCES
from ..messages import format_message
from ..model import STORY_FIELDS
from ..model.fields import ID_PATTERN
from ..reading import markdown
from ..reading.example import DEVICE
from ..reading.marks import FieldPath
from . import privacy
from .shape_rules import SHAPE_RULES

Found = Iterator[tuple[FieldPath, str, str]]
Check = Callable[[dict[str, Any]], Found]


class Rule(NamedTuple):
    """A rule by name: the sentence that states it, the fields it needs, and the check."""

    name: str
    sentence: str
    needs: tuple[str, ...]
    check: Check
    severity: str = "error"
    """error: it stops the build. note: a person looks at it."""


RULES: list[Rule] = []

BASES = {
    "published": ("published-source",),
    "contributed": ("organisation-agreed", "people-agreed", "composite"),
    "illustrative": ("fictional", "composite"),
}
"""Why an example of each kind may be told."""
AGREED = ("organisation-agreed", "people-agreed")
AGREEMENT = ("covers", "agreed_on", "ask_again", "reference")
"""What is on record where somebody agreed."""
IN_FULL = ("title", "publisher", "year", "url")
"""What names a source that has no `ref`."""
WHOM = {"individual": "the person", "group": "the people in the group"}
"""Who agrees to their own story, by whom it is about."""
MARKUP = ("<", ">", "**", "](", "`")


def facts() -> dict[str, Any]:
    """What the rules know, for the form, which applies them too."""
    return {
        "bases": BASES,
        "agreed": AGREED,
        "agreement": AGREEMENT,
        "full": IN_FULL,
        "whom": WHOM,
        "markup": MARKUP,
        "links": linkable(CONTRIBUTED),
        "id": ID_PATTERN,
        "not_alone": rf"^(?:[0-9]+|{DEVICE.pattern})$",
    }


def rule(*needs: str, severity: str = "error") -> Callable[[Check], Check]:
    """Registers a function as a rule, under its own name with hyphens."""

    def register(check: Check) -> Check:
        RULES.append(
            Rule(
                check.__name__.replace("_", "-"),
                " ".join((check.__doc__ or "").split()),
                needs,
                check,
                severity,
            )
        )
        return check

    return register


@rule("kind", "organisation")
def organisation_is_named(value: dict[str, Any]) -> Found:
    """An example that really happened names the organisation."""
    if value["kind"] != "illustrative" and not value.get("organisation"):
        yield ("organisation",), *format_message("organisation-is-named")


@rule("kind", "nation")
def nation_is_named(value: dict[str, Any]) -> Found:
    """An example that really happened names the nation, because law differs."""
    if value["kind"] != "illustrative" and not value.get("nation"):
        yield ("nation",), *format_message("nation-is-named")


@rule("kind", "sources")
def published_has_a_source(value: dict[str, Any]) -> Found:
    """A published example rests on at least one source."""
    if value["kind"] == "published" and not value.get("sources"):
        yield ("kind",), *format_message("published-has-a-source")


@rule("sources")
def source_is_named(value: dict[str, Any]) -> Found:
    """A source is named in full (title and publisher), or by `ref` alone."""
    for n, source in enumerate(value.get("sources") or ()):
        named = [f for f in IN_FULL if source.get(f)]
        if source.get("ref") and named:
            yield (
                ("sources", n, "ref"),
                *format_message("source-is-named/twice", named=", ".join(named)),
            )
        elif not source.get("ref") and not (source.get("title") and source.get("publisher")):
            yield ("sources", n), *format_message("source-is-named")


@rule("sources", severity="note")
def source_uses_https(value: dict[str, Any]) -> Found:
    """A source is linked at its https address, if it has one."""
    for n, source in enumerate(value.get("sources") or ()):
        if str(source.get("url") or "").startswith("http://"):
            yield ("sources", n, "url"), *format_message("source-uses-https")


@rule("period")
def period_runs_forwards(value: dict[str, Any]) -> Found:
    """A period ends no earlier than it begins."""
    period = value.get("period")
    if period and int(period["from"]) > int(period["to"]):
        yield ("period", "to"), *format_message("period-runs-forwards", **period)


@rule("learning", "learning_basis")
def learning_says_whose(value: dict[str, Any]) -> Found:
    """Learning says whose it is: stated by those who did it, ours, or mixed."""
    if value.get("learning") and not value.get("learning_basis"):
        yield ("learning",), *format_message("learning-says-whose")
    if value.get("learning_basis") and not value.get("learning"):
        yield ("learning_basis",), *format_message("learning-says-whose/alone")


@rule("reviewed", "review_by")
def review_lies_ahead(value: dict[str, Any]) -> Found:
    """The next review comes after the last one."""
    if value.get("reviewed") and value.get("review_by") and value["review_by"] <= value["reviewed"]:
        yield (
            ("review_by",),
            *format_message("review-lies-ahead", by=value["review_by"], reviewed=value["reviewed"]),
        )


@rule("asks")
def asks_differ(value: dict[str, Any]) -> Found:
    """No two ways to ask for an example are the same."""
    seen: dict[str, int] = {}
    for n, ask in enumerate(value.get("asks") or ()):
        words = " ".join(re.findall(r"\w+", ask.lower()))
        if words in seen:
            yield ("asks", n), *format_message("asks-differ", first=seen[words] + 1)
        seen.setdefault(words, n)


@rule("status", "withdrawn")
def withdrawal_is_explained(value: dict[str, Any]) -> Found:
    """A withdrawn example says when and why; no other does."""
    if value.get("status") == "withdrawn" and not value.get("withdrawn"):
        yield ("status",), *format_message("withdrawal-is-explained")
    if value.get("withdrawn") and value.get("status") != "withdrawn":
        yield ("withdrawn",), *format_message("withdrawal-is-explained/alone")


@rule("kind", "consent")
def consent_fits_the_kind(value: dict[str, Any]) -> Found:
    """The basis of consent fits the kind: a published source, someone's agreement, or fiction."""
    allowed = BASES[value["kind"]]
    basis = value["consent"]["basis"]
    if basis not in allowed:
        named = {"basis": repr(basis), "kind": repr(value["kind"]), "allowed": ", ".join(allowed)}
        yield ("consent", "basis"), *format_message("consent-fits-the-kind", **named)


@rule("consent")
def agreement_is_recorded(value: dict[str, Any]) -> Found:
    """Where someone agreed, the record says what was agreed, when, when to ask again, and where the
    agreement is kept.
    """
    consent = value["consent"]
    if consent["basis"] not in AGREED:
        return
    for field in AGREEMENT:
        if not consent.get(field):
            yield ("consent", field), *format_message("agreement-is-recorded", field=field)


@rule("consent")
def asking_again_lies_ahead(value: dict[str, Any]) -> Found:
    """The day to ask again comes after the day of the agreement."""
    consent = value["consent"]
    if (
        consent.get("agreed_on")
        and consent.get("ask_again")
        and consent["ask_again"] <= consent["agreed_on"]
    ):
        yield ("consent", "ask_again"), *format_message("asking-again-lies-ahead")


@rule("kind", "about")
def contributed_says_whom_it_is_about(value: dict[str, Any]) -> Found:
    """A contributed example says whom it tells of: a service, a team, a small group or one
    person.
    """
    if value["kind"] == "contributed" and not value.get("about"):
        yield ("about",), *format_message("contributed-says-whom-it-is-about")


@rule("kind", "about", "consent")
def people_agree_to_their_own_story(value: dict[str, Any]) -> Found:
    """A contributed example about one person or a small group is told with those people's own
    agreement.
    """
    basis = value["consent"]["basis"]
    whom = WHOM.get(value.get("about") or "")
    if value["kind"] == "contributed" and whom and basis != "people-agreed":
        message = format_message("people-agree-to-their-own-story", whom=whom, basis=repr(basis))
        yield ("consent", "basis"), *message


@rule("kind", "checked_by_role")
def a_second_person_has_looked(value: dict[str, Any]) -> Found:
    """A second person has read a contributed example and found that nobody can be recognised."""
    if value["kind"] == "contributed" and not value.get("checked_by_role"):
        yield (
            ("checked_by_role",),
            *format_message("a-second-person-has-looked", limit=privacy.LIMIT),
        )


@rule("checked_by_role")
def the_checker_is_a_role(value: dict[str, Any]) -> Found:
    """The second person is given by role, never by name."""
    parts = re.split(r"[,;:()/]| - ", value.get("checked_by_role") or "")
    names = [
        part.strip()
        for part in parts
        if privacy.is_plain_name(part) and (len(part.split()) > 1 or len(parts) == 1)
    ]
    if names:
        yield ("checked_by_role",), *format_message("the-checker-is-a-role", given=repr(names[0]))


@rule("licence")
def licence_is_open(value: dict[str, Any]) -> Found:
    """The licence is one under which the text may be shared and changed."""
    licence = value.get("licence", DEFAULT_ID)
    if licence not in LICENCES:
        message = format_message(
            "licence-is-open", given=repr(licence), choices=", ".join(LICENCES)
        )
        yield ("licence",), *message


@rule("title", "summary")
def title_and_summary_are_plain(value: dict[str, Any]) -> Found:
    """Title and summary are plain text on one line, without HTML or Markdown."""
    for field in ("title", "summary"):
        for char in MARKUP:
            if char in value[field]:
                yield (
                    (field,),
                    *format_message("title-and-summary-are-plain", field=field, sign=repr(char)),
                )


def text_faults(
    value: dict[str, Any], bad: set[str]
) -> Iterator[tuple[FieldPath, markdown.TextViolation]]:
    """Faults of the Markdown fields, each with the path of its field."""
    for field in STORY_FIELDS:
        if isinstance(value.get(field), str) and field not in bad:
            yield from (((field,), fault) for fault in markdown.faults(value[field]))


def all_rules() -> dict[str, str]:
    """Every rule with its sentence, by name."""
    return dict(
        sorted({**SHAPE_RULES, **privacy.RULES, **{r.name: r.sentence for r in RULES}}.items())
    )
