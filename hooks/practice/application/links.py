"""Addresses of other websites, wherever they stand in the data and in docs/: which answer, which
have moved, and which are gone.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag, urlsplit

from ..messages import format_message, problem
from ..model import LinkException, Problem
from ..reading import ignored_files
from . import check, set_up
from .link_client import Answer, Clock, Limits, ask
from .project import Project, is_in
from .site_settings import settings

ADDRESS = re.compile(r"https?://[^\s<>\"'`|\\{}]+")
ENDS = ".,;:!?*_"
CLOSING = {")": "(", "]": "["}
GONE = frozenset((404, 410, 451))
UNREACHED = ("timeout", "disconnected", "unknown-host")
REFUSED = frozenset((401, 403, 405, 406, 418, 999))
"""Answers of hosts that do not like programs: readers may well get the page."""


Location = tuple[str, int, int]
"""Where a file has an address: its path for messages, the line and the column."""


@dataclass(frozen=True)
class Links:
    """What was found."""

    problems: tuple[Problem, ...]
    asked: int
    excepted: int
    reached: bool
    """Whether any host was reached."""


def check_links(
    project: Project,
    paths: Sequence[str] = (),
    limits: Limits | None = None,
    clock: Clock | None = None,
) -> Links:
    """Asks for every address, or those in some files, but for those that have an exception. Raises
    ProjectError where the settings cannot be read.
    """
    known = settings(project)
    reading = check.read_files(project)
    locations = addresses(project, paths)
    exceptions: list[LinkException] = reading.known("link-exception")
    left_out = {url for url in locations if any(url.startswith(e.address) for e in exceptions)}
    wanted = {urldefrag(url).url for url in locations.keys() - left_out}
    agent = f"{known.name} link check (+{known.url}; {known.contact})"
    answers = ask(sorted(wanted), _ascii(agent), limits, clock)
    copies = {s.url: s.archive for s in reading.known("source") if s.url and s.archive}
    problems = [
        _problem(location, url, answers[urldefrag(url).url], copies.get(url, ""))
        for url in sorted(locations.keys() - left_out)
        for location in locations[url]
    ]
    # Exceptions that nothing needs any more:
    idle = [e for e in exceptions if not any(url.startswith(e.address) for url in locations)]
    for one in () if paths else idle:
        path = project.display(reading.files["link-exception", one.id])
        problems.append(problem(path, 1, 1, "link-exception", "note", address=one.address))
    return Links(
        tuple(sorted(filter(None, problems))),
        len(wanted),
        len(left_out),
        any(answer.fault not in UNREACHED for answer in answers.values()),
    )


def addresses(project: Project, paths: Sequence[str] = ()) -> dict[str, list[Location]]:
    """Every address of another website, with each of its locations; reserved names belong to
    nobody, and are left out.
    """
    found: dict[str, list[Location]] = defaultdict(list)
    for path in (*_files(project.data, ".yml"), *_files(project.docs, ".md")):
        if paths and not is_in(path, paths):
            continue
        with open(path, encoding="utf-8", errors="replace") as file:
            for number, line in enumerate(file, 1):
                if path.endswith(".yml") and line.lstrip().startswith("#"):
                    continue
                for match in ADDRESS.finditer(line):
                    url = _whole(match[0])
                    if url and not set_up.RESERVED.search(urlsplit(url).netloc):
                        found[url].append((project.display(path), number, match.start() + 1))
    return dict(found)


def _files(folder: str, suffix: str) -> Iterator[str]:
    """Our own files with a suffix, without link_exceptions.yml and those that begin with _."""
    for path in ignored_files.files(folder, (suffix,)):
        name = os.path.basename(path)
        if name[0] != "_" and name != "link_exceptions.yml" and os.path.isfile(path):
            yield path


def _whole(url: str) -> str:
    """An address without the punctuation of its sentence; `""` where it names no host."""
    while url and (
        url[-1] in ENDS or (url[-1] in CLOSING and url.count(url[-1]) > url.count(CLOSING[url[-1]]))
    ):
        url = url[:-1]
    try:
        return url if urlsplit(url).hostname else ""
    except ValueError:
        return ""


def _ascii(agent: str) -> str:
    """The name of an agent in ASCII: a header holds no other characters."""
    return agent.encode("ascii", "ignore").decode()


def _problem(location: Location, url: str, answer: Answer, copy: str) -> Problem | None:
    """The problem of an answer, at one place."""
    key = _key(url, answer)
    if not key:
        return None
    values: dict[str, Any] = {"url": url, "status": answer.status, "moved": answer.moved}
    if not key.startswith("link-gone"):
        return problem(*location, key, "note", **values)
    found = problem(*location, key, **values)
    _, more = format_message("link-gone/copy" if copy else "link-gone/look", copy=copy, url=url)
    return found._replace(hint=f"{found.hint} {more}")


def _key(url: str, answer: Answer) -> str:
    """The key of the message for an answer; `""` where all is well."""
    if answer.fault in ("timeout", "disconnected"):
        return f"link-unsure/{answer.fault}"
    if answer.fault:
        return f"link-gone/{answer.fault}"
    if answer.status in GONE:
        return "link-gone"
    if answer.status in REFUSED or answer.status == 429:
        return "link-unsure/refused"
    if answer.status >= 500:
        return "link-unsure"
    if answer.status >= 400:
        return "link-gone/other"
    moved = answer.moved and urldefrag(answer.moved).url != urldefrag(url).url
    return "link-moved" if moved else ""
