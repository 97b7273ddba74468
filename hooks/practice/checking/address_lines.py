"""The lines of the ledger of addresses: each is an entry."""

from __future__ import annotations

import os

from ..library import ledger
from ..messages import say
from ..model import Problem
from ..reading import document
from ..reading.document import Fault


def problems(data: str, path: str) -> list[Problem]:
    """A problem for each line that is no entry, in a data folder. `path` is the ledger's, for
    messages.
    """
    file = os.path.join(data, ledger.NAME)
    if not os.path.lexists(file):
        return []
    try:
        raw = document.read_bytes(file, ledger.NAME, document.LARGEST_LIST)
        return [
            Problem(path, number, 1, "address-line", *say("address-line", given=repr(line[:60])))
            for number, line, found in ledger.lines(document.decode(raw))
            if not found
        ]
    except Fault as fault:
        return [fault.problem(path)]
