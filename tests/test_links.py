"""Addresses of other websites, asked for at a server that misbehaves in every way we know."""

from __future__ import annotations

import contextlib
import datetime
import http.server
import shutil
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import ROOT, environment_of
from tests.open_data import site_of
from tests.test_former import read

from practice.application import links
from practice.application.link_client import Answer, Clock, Limits, ask
from practice.application.project import Project
from practice.pages import a_to_z

pytestmark = pytest.mark.slow

SMALL = ROOT / "tests" / "data" / "small"
NOON = datetime.datetime(2026, 11, 27, 12, tzinfo=datetime.UTC)
NOBODY = "a test"


class Misbehaving(http.server.BaseHTTPRequestHandler):
    """A host of many moods, by path."""

    protocol_version = "HTTP/1.1"
    over = threading.Event()
    """Set when the test is over: whoever hangs goes home."""
    seen: Counter[str] = Counter()
    now: Counter[str] = Counter()
    most = 0

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_HEAD(self) -> None:  # noqa: N802 - the library's name
        self.serve()

    def do_GET(self) -> None:  # noqa: N802
        self.serve()

    def serve(self) -> None:
        name = self.path.strip("/").partition("?")[0]
        self.seen[f"{self.command} {name}"] += 1
        self.now["open"] += 1
        Misbehaving.most = max(self.most, self.now["open"])
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, f"is_{name.replace('-', '_')}")()

    def say(self, status: int, **headers: str) -> None:
        self.now["open"] -= 1  # before the answer leaves: the next question may come at once
        self.send_response(status)
        for header, value in {"Content_Length": "0", **headers}.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()

    def first(self) -> bool:
        return sum(self.seen[f"{m} {self.path.strip('/')}"] for m in ("HEAD", "GET")) == 1

    def is_ok(self) -> None:
        self.say(200)

    def is_gone(self) -> None:
        self.say(404)

    def is_forbidden(self) -> None:
        self.say(403)

    def is_hangs(self) -> None:
        self.over.wait()

    def is_drips(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.over.wait(0.02):
            self.wfile.write(b"X-More: and more\r\n")

    def is_busy(self) -> None:
        self.say(429, Retry_After="7") if self.first() else self.say(200)

    def is_busy_until(self) -> None:
        then = "Fri, 27 Nov 2026 12:00:40 GMT"
        self.say(503, Retry_After=then) if self.seen["GET busy-until"] < 1 else self.say(200)

    def is_busy_for_long(self) -> None:
        self.say(429, Retry_After="3600")

    def is_hiccup(self) -> None:
        self.say(200) if self.seen["GET hiccup"] > 1 else self.say(500)

    def is_broken(self) -> None:
        self.say(500)

    def is_circle(self) -> None:
        self.say(302, Location="/circle")

    def is_no_head(self) -> None:
        self.say(405 if self.command == "HEAD" else 200)

    def is_drops(self) -> None:
        self.close_connection = True

    def is_drops_heads(self) -> None:
        self.is_drops() if self.command == "HEAD" else self.say(200)

    def is_huge(self) -> None:
        if self.command == "HEAD":
            return self.say(501)
        self.say(200, Content_Length=str(10**12))
        while not self.over.is_set():
            self.wfile.write(bytes(65536))
        return None

    def is_nonsense(self) -> None:
        self.wfile.write(b"this is not HTTP\r\n\r\n")
        self.close_connection = True

    def is_moved(self) -> None:
        self.say(301, Location="/ok")

    def is_for_now(self) -> None:
        self.say(302, Location="/moved")

    def is_moved_then_for_now(self) -> None:
        self.say(308, Location="/for-now")

    def is_to_a_file(self) -> None:
        self.say(301, Location="file:///etc/hosts")


@pytest.fixture
def host() -> Iterator[str]:
    Misbehaving.over.clear()
    Misbehaving.seen.clear()
    Misbehaving.now.clear()
    Misbehaving.most = 0
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Misbehaving)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    Misbehaving.over.set()
    server.shutdown()
    server.server_close()


class Waits(list[float]):
    """A clock that stands at noon, and the seconds for which somebody would have waited."""

    @property
    def clock(self) -> Clock:
        async def sleep(seconds: float) -> None:
            self.append(seconds)

        return Clock(sleep, lambda: NOON)


def asked(host: str, *names: str, waits: Waits | None = None, **given: float) -> dict[str, Answer]:
    given = {"pause": 2, "seconds": 5, **given}
    limits = Limits(allow_private=True, **given)  # type: ignore[arg-type]
    clock = (waits if waits is not None else Waits()).clock
    found = ask([f"{host}/{name}" for name in names], NOBODY, limits, clock)
    return {url.removeprefix(f"{host}/"): answer for url, answer in found.items()}


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("ok", Answer(200)),
        ("gone", Answer(404)),
        ("forbidden", Answer(403)),
        ("no-head", Answer(200)),
        ("drops", Answer(fault="disconnected")),
        ("drops-heads", Answer(200)),
        ("nonsense", Answer(fault="disconnected")),
        ("huge", Answer(200)),
        ("circle", Answer(fault="redirect-loop")),
        ("broken", Answer(500)),
        ("to-a-file", Answer(fault="address")),
        ("for-now", Answer(200)),
    ],
)
def test_every_mood_of_a_host_has_its_answer(host: str, name: str, answer: Answer) -> None:
    assert asked(host, name) == {name: answer}


@pytest.mark.parametrize("name", ["hangs", "drips"])
def test_a_host_that_never_ends_is_left_in_time(host: str, name: str) -> None:
    assert asked(host, name, seconds=0.2, max_attempts=1) == {name: Answer(fault="timeout")}


@pytest.mark.parametrize(
    ("name", "status", "expected"),
    [
        ("busy", 200, [7.0, 2]),
        ("busy-until", 200, [2]),
        ("busy-for-long", 429, [2]),
        ("hiccup", 200, [8, 2]),
        ("broken", 500, [8, 32, 2]),
        ("ok", 200, [2]),
    ],
)
def test_a_host_is_given_the_time_that_it_wants(
    host: str, name: str, status: int, expected: list[float]
) -> None:
    waits = Waits()
    assert asked(host, name, waits=waits)[name].status == status
    assert waits == expected


def test_a_time_of_day_is_waited_for() -> None:
    from practice.application.link_client import Client

    client = Client(None, Limits(), Waits().clock)  # type: ignore[arg-type]
    assert client._seconds("Fri, 27 Nov 2026 12:00:40 GMT") == 40
    assert client._seconds("Fri, 27 Nov 2026 11:00:40 GMT") == 0
    assert client._seconds("soon") is client._seconds("") is None


@pytest.mark.parametrize(
    ("name", "to"), [("moved", "ok"), ("for-now", ""), ("moved-then-for-now", "for-now")]
)
def test_only_a_move_for_good_is_told(host: str, name: str, to: str) -> None:
    assert asked(host, name)[name].moved == (f"{host}/{to}" if to else "")


def test_a_host_is_asked_for_one_thing_at_a_time(host: str) -> None:
    names = [f"ok?{n}" for n in range(12)]
    waits = Waits()
    assert {answer.status for answer in asked(host, *names, waits=waits).values()} == {200}
    assert Misbehaving.most == 1 and waits == [2] * 12


def test_nothing_is_asked_of_this_machine_or_of_a_private_network(host: str) -> None:
    port = host.rpartition(":")[2]
    inside = (
        *(f"{host}/ok", "http://10.0.0.1/", "http://[::1]/", "http://localhost/", "http://nas/"),
        *(f"http://127.1:{port}/ok", f"http://0x7f.0.0.1:{port}/ok", f"http://0.0.0.0:{port}/ok"),
        *(f"http://[::ffff:127.0.0.1]:{port}/ok", f"http://localhost.:{port}/ok"),
    )
    found = ask(inside, NOBODY, Limits(max_attempts=1), Waits().clock)
    assert {answer.fault for answer in found.values()} == {"private"}
    assert not Misbehaving.seen


def test_no_public_name_leads_to_this_machine(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever owns a name may let it stand for any address."""
    own = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, port, *more: own("127.0.0.1", port, *more))
    url = f"http://a.gull.org:{host.rpartition(':')[2]}/ok"
    assert ask([url], NOBODY, Limits(max_attempts=1), Waits().clock)[url] == Answer(fault="private")
    assert not Misbehaving.seen


# ---------- in the files of the library ----------


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / "data" / "link_exceptions.yml").unlink()
    shutil.copy2(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "overrides").mkdir()
    return Project(str(tmp_path), str(tmp_path / "data"), str(tmp_path / "site"))


@pytest.fixture
def folder(project: Project) -> Path:
    return Path(project.root)


def write(project: Project, host: str) -> None:
    sources = Path(project.data, "sources.yml")
    rows = "".join(
        f"- id: {name}\n  cited_as: X, 2026\n  title: X\n  url: {host}/{name}\n{more}"
        for name, more in (("ok", ""), ("moved", ""), ("forbidden", ""), ("busy-for-long", ""))
    )
    copy = f"  archive: {host}/ok\n"
    gone = f"- id: gone\n  cited_as: X, 2026\n  title: X\n  url: {host}/gone\n{copy}"
    sources.write_text(sources.read_text("utf-8") + rows + gone, "utf-8")
    page = Path(project.docs, "index.md")
    more = f"\n\nSee [this]({host}/ok), and ({host}/gone#part). <{host}/drops>\n"
    page.write_text(page.read_text("utf-8") + more, "utf-8")


def told(project: Project) -> list[tuple[str, str, str]]:
    found = links.check_links(project, (), Limits(allow_private=True), Waits().clock)
    assert found.reached
    return [(p.path.rpartition("/")[2], p.rule, p.message + " " + p.hint) for p in found.problems]


def test_each_place_of_an_address_is_told_with_what_to_do(project: Project, host: str) -> None:
    write(project, host)
    found = told(project)
    assert [(path, rule) for path, rule, _ in found] == [
        ("sources.yml", "link-moved"),
        ("sources.yml", "link-unsure"),
        ("sources.yml", "link-unsure"),
        ("sources.yml", "link-gone"),
        ("index.md", "link-gone"),
        ("index.md", "link-unsure"),
    ]
    words = [words for _, _, words in found]
    assert f"Write {host}/ok in its place." in words[0]
    assert "does not answer programs (403)" in words[1]
    assert f"A copy is kept at {host}/ok" in words[3]
    assert f"{host}/gone#part is not there any more (404)" in words[4]
    assert "web.archive.org/web/" in words[4]
    assert Misbehaving.seen["HEAD gone"] == 1


def test_an_exception_is_not_asked_for_and_one_that_nothing_needs_is_told(
    project: Project, host: str
) -> None:
    write(project, host)
    row = "- id: {}\n  address: {}\n  reason: It lets no programs in.\n"
    Path(project.data, "link_exceptions.yml").write_text(
        "".join(row.format(name, f"{host}/{name}") for name in ("forbidden", "drops", "never"))
    )
    found = told(project)
    assert [words for _, rule, words in found if rule == "link-exception"] == [
        f"no address begins with {host}/never any more Take the exception out."
    ]
    assert not [words for _, _, words in found if "/forbidden" in words or "/drops" in words]
    assert not Misbehaving.seen["HEAD forbidden"]


def test_addresses_are_read_as_people_write_them(project: Project) -> None:
    Path(project.docs, "index.md").write_text(
        "([a](https://en.wikipedia.org/wiki/A_(b))). See https://www.gov.scot/x."
        " **https://b.scot/**\n"
        "`https://code.scot/y` https://preview.example.org/ http:// https://[bad/\n",
        "utf-8",
    )
    shutil.rmtree(project.data)
    assert list(links.addresses(project)) == [
        "https://en.wikipedia.org/wiki/A_(b)",
        "https://www.gov.scot/x",
        "https://b.scot/",
        "https://code.scot/y",
    ]


def run(folder: Path, *paths: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "practice", "links", "--data", "data", *paths],
        cwd=folder,
        env={**environment_of(folder), "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
    )


def test_the_command_ends_as_it_says(folder: Path) -> None:
    done = run(folder)
    assert (done.returncode, done.stdout) == (0, "No problems.\n"), done.stderr
    page = folder / "docs" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n[x](https://127.0.0.1/)\n", "utf-8")
    done = run(folder)
    assert done.returncode == 1 and "[link-gone]" in done.stdout
    assert run(folder, "data").returncode == 0


def test_where_no_host_can_be_reached_that_is_known(project: Project, host: str) -> None:
    page = Path(project.docs, "index.md")
    page.write_text(f"---\ntitle: X\nsummary: X.\n---\n\n<{host}/drops>\n", "utf-8")
    found = links.check_links(project, [str(page)], Limits(allow_private=True), Waits().clock)
    assert (found.asked, found.reached) == (1, False)


def test_a_source_shows_where_a_copy_of_it_is_kept(folder: Path) -> None:
    sources = folder / "data" / "sources.yml"
    text = sources.read_text("utf-8")
    sources.write_text(text.replace("  read: whole", "  archive: https://a.scot/1\n  read: whole"))
    site = site_of(read(folder))
    view = a_to_z.bibliography(site.library)
    page = site.renderer.render("sources.html", "../", **vars(view))
    assert '<a href="https://a.scot/1">A copy in an archive' in page
