"""What is changed between two builds.

Each edit is another one each time, and the same for every builder.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .builder import Builder
from .corpus import Story

THEME = "risk-enablement"


@dataclass(frozen=True)
class Edit:
    """A kind of edit: what it is called, and how the nth is made."""

    name: str
    make: Callable[[Builder, Sequence[Story], int], None]


def _example(builder: Builder, made: Sequence[Story], nth: int) -> None:
    """Another summary, which its lists show too, and another sentence in the story."""
    story = made[len(made) // 2 + nth]
    summary = f"Edited for the {nth + 1}th time. {story['summary'].partition('. ')[2]}"
    builder.save_example(
        {**story, "summary": summary, "context": f"Edited {nth}.\n{story['context']}"}
    )


def _story(builder: Builder, made: Sequence[Story], nth: int) -> None:
    """Another sentence in the story, which its own page tells."""
    story = made[len(made) // 3 + nth]
    builder.save_example(
        {**story, "context": f"Said anew, for the {nth + 1}th time.\n{story['context']}"}
    )


FIRST = Edit("first build", lambda builder, made, nth: builder.forget())
SECOND = Edit("second build, nothing changed", lambda builder, made, nth: None)
LATER = (
    Edit("nothing changed", SECOND.make),
    Edit("one story changed", _story),
    Edit("one example changed", _example),
    Edit(
        "one theme renamed",
        lambda builder, made, nth: builder.rename_theme(THEME, f"Risk, renamed {nth}"),
    ),
    Edit(
        "one template changed",
        lambda builder, made, nth: builder.edit_template(f"At a glance, version {nth + 1}"),
    ),
    Edit(  # the last ones: nothing names them
        "one example deleted",
        lambda builder, made, nth: builder.delete_example(made[-1 - nth]["id"]),
    ),
)
