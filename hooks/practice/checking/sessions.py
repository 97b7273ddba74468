"""Training sessions: minutes that add up, and activities that a trainer can lead without more."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Problem, Session, Step
from ..reading.folder import Reading
from .locations import Locator


def problems(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """Minutes that do not add up, and cuts that no step can bear."""
    for session in reading.known("session"):
        took = sum(step.minutes for step in session.steps)
        if session.minutes and took != session.minutes:
            values = {"minutes": session.minutes, "steps": took}
            yield locator.problem("session", session.id, ("minutes",), "session-minutes", **values)
        yield from _cuts(locator, session)


def _cuts(locator: Locator, session: Session) -> Iterator[Problem]:
    lengths = {step.id: step.minutes for step in session.steps}
    for n, cut in enumerate(session.shorter):
        if cut.step not in lengths:
            values = {"given": repr(cut.step), "listed": ", ".join(lengths)}
            at = ("shorter", n, "step")
            yield locator.problem("session", session.id, at, "session-minutes/step", **values)
        elif cut.minutes >= lengths[cut.step]:
            minutes = {"minutes": cut.minutes, "length": lengths[cut.step]}
            at = ("shorter", n, "minutes")
            yield locator.problem("session", session.id, at, "session-minutes/cut", **minutes)


def advice(reading: Reading, locator: Locator) -> Iterator[Problem]:
    """A note for each activity without material or without a model answer."""
    for session in reading.known("session"):
        for n, step in enumerate(session.steps):
            for lack in _lacks(step):
                key, given = f"activity-is-complete/{lack}", repr(step.title)
                at = ("steps", n, "id")
                found = locator.problem("session", session.id, at, key, given=given)
                yield found._replace(severity="note")


def _lacks(step: Step) -> Iterator[str]:
    if step.kind == "break":
        return
    if not step.materials and not step.bring:
        yield "material"
    if step.answer is None:
        yield "answer"
