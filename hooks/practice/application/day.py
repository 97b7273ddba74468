"""The day of a build: everything that hangs on today compares with it. It is never the clock's."""

from __future__ import annotations

import datetime
import os
import re
import time

from ..messages import sentences
from ..model import FIRST_DAY
from .errors import ProjectError

ENVIRONMENT = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE")
"""What git itself sets for a hook; it names the repository of the hook."""
LAST_COMMIT = ("-c", "log.showSignature=false", "log", "-1", "--format=%ct")


class DayError(ProjectError):
    """The day is not known, or SOURCE_DATE_EPOCH is not an epoch or too early."""


def build_day(root: str) -> str:
    """The day of SOURCE_DATE_EPOCH, or else of the project's own last commit, as YYYY-MM-DD.

    Raises DayError: without a day no agreement can be called sound.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(root)
    try:
        if not re.fullmatch("[0-9]+", epoch):
            raise ValueError(epoch)
        day = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise DayError(sentences("day/epoch", given=repr(epoch))) from None
    if day < FIRST_DAY:
        raise DayError(sentences("day/early", given=repr(epoch), day=day))
    return day


def assume_today(root: str) -> str:
    """Takes the clock's day where no other is known, for a preview, which nobody publishes. Why, or
    "" when a day is known. Raises DayError when SOURCE_DATE_EPOCH is not an epoch or too early.
    """
    try:
        build_day(root)
    except DayError as err:
        if os.environ.get("SOURCE_DATE_EPOCH"):
            raise
        os.environ["SOURCE_DATE_EPOCH"] = str(int(time.time()))
        return str(err)
    return ""


def _last_commit(root: str) -> str:
    """The seconds of the last commit of the repository whose top is the project. Raises DayError:
    a repository around the project is not the project's.
    """
    top = _git(root, "rev-parse", "--show-toplevel")
    if not os.path.samefile(top, root):
        raise _unknown(f"This folder lies in the git repository {top} and is none of its own.")
    return _git(root, *LAST_COMMIT)


def _git(root: str, *arguments: str) -> str:
    import subprocess  # a day that is given needs no git

    own = {name: value for name, value in os.environ.items() if name not in ENVIRONMENT}
    try:
        done = subprocess.run(
            ["git", "-C", root, *arguments], env=own, capture_output=True, text=True, check=True
        )
    except OSError as err:
        raise _unknown(f"git cannot be run ({err.strerror}).") from None
    except subprocess.CalledProcessError as err:
        raise _unknown(f"git says: “{' '.join(err.stderr.split())}”.") from None
    return done.stdout.strip()


def _unknown(reason: str) -> DayError:
    return DayError(sentences("day/unknown", reason=reason))
