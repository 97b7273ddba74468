"""The configurations for web servers, each tried with the real server, at the root and below a
path. Where a server is not installed its tests are skipped, and say so.
"""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import quote

import lxml.html
import pytest
from tests import browser_setup, small
from tests.conftest import ROOT, build
from tests.examples import EXAMPLE, TITLE

from practice.exports import headers
from practice.rendering import head

pytestmark = pytest.mark.slow

ADDRESS = "https://library.example.org"
OTHERS = (
    "a.imscc",
    "a.pptx",
    "a.docx",
    "a.xlsx",
    "a.sqlite",
    "a.jsonl",
    "a.jsonld",
    "a.ics",
    "a.pdf",
)
"""Files of types that the small site lacks; the name's ending alone counts."""
TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "txt": "text/plain",
    "md": "text/markdown",
    "bib": "text/plain",
    "ics": "text/calendar",
    "csv": "text/csv",
    "xml": "application/xml",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "yml": "application/yaml",
    "jsonl": "application/x-ndjson",
    "sqlite": "application/vnd.sqlite3",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "imscc": "application/zip",
    "ris": "application/x-research-info-systems",
    "woff2": "font/woff2",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
READ_AS_TEXT = (
    *("html", "css", "js", "txt", "md", "bib", "csv", "xml"),
    *("json", "jsonld", "jsonl", "ics", "yml"),
)


@dataclass(frozen=True)
class Server:
    """A running server, the folder that it serves and the path below which the site lies."""

    url: str
    site: Path
    at: str


def run_nginx(folder: Path, text: str, port: int) -> list[str]:
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
    outer = f"daemon off; pid {folder}/pid; error_log {folder}/log warn; events {{}}\n"
    (folder / "nginx.conf").write_text(
        f"{outer}{'user root;' if os.geteuid() == 0 else ''}\n"
        f"http {{ access_log off; client_body_temp_path {folder}/t; proxy_temp_path {folder}/t;"
        f" fastcgi_temp_path {folder}/t; uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t;\n"
        f"{text}\n}}\n"
    )
    return ["nginx", "-c", str(folder / "nginx.conf"), "-e", str(folder / "log")]


def run_apache(folder: Path, text: str, port: int) -> list[str]:
    modules = "mpm_event authz_core dir mime headers deflate filter alias"
    load = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
        for name in modules.split()
    )
    (folder / "apache.conf").write_text(
        f"{load}ServerRoot {folder}\nPidFile {folder}/pid\nErrorLog {folder}/log\n"
        "TypesConfig /etc/mime.types\n"
        f"ServerName library.example.org\nListen 127.0.0.1:{port}\n"
        + text.replace("*:80", f"*:{port}")
    )
    return ["apache2", "-X", "-f", str(folder / "apache.conf")]


def run_caddy(folder: Path, text: str, port: int) -> list[str]:
    text = text.replace("library.example.org {", f"http://127.0.0.1:{port} {{")
    (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + text)
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


SERVERS = {
    "nginx": ("nginx.conf", run_nginx),
    "apache2": ("apache.conf", run_apache),
    "caddy": ("Caddyfile", run_caddy),
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A small site at the root, and one below a path, each by that path."""
    folder = tmp_path_factory.mktemp("hosting")
    project = small.make(folder / "project")
    found = {}
    for at in ("", "/library"):
        www = folder / f"www{at.replace('/', '-')}"
        site = www / at.removeprefix("/") if at else www
        done = build(project, "--site", str(site), "--url", ADDRESS + at)
        assert done.returncode == 0, done.stderr
        for name in OTHERS:
            (site / "downloads" / name).write_bytes(name.encode())
        shutil.rmtree(site.parent / f".{site.name}-before")
        found[at] = www
    return found


@pytest.fixture(scope="module", params=[(name, at) for name in SERVERS for at in ("", "/library")])
def server(request: Any, sites: dict[str, Path], tmp_path_factory: Any) -> Iterator[Server]:
    name, at = request.param
    if not shutil.which(name):
        reason = f"{name} is not installed: its configuration in hosting/ is not tried"
        pytest.fail(reason) if browser_setup.in_ci() else pytest.skip(reason)
    file, command = SERVERS[name]
    folder, port = tmp_path_factory.mktemp(name), free_port()
    text = (ROOT / "hosting" / file).read_text("utf-8").replace("/srv/www", str(sites[at]))
    for root in ('set $at "/"', 'AT "/"', 'vars at "/"'):
        text = text.replace(root, root.replace('"/"', f'"{at}/"'))
    log = folder / "output"
    with log.open("w") as output:
        running = subprocess.Popen(
            command(folder, text, port),
            stdout=output,
            stderr=output,
            env={
                "HOME": str(folder),
                "PATH": "/usr/sbin:/usr/bin:/bin",
                "APACHE_LOG_DIR": str(folder),
            },
        )
        try:
            wait_for(port, running, log)
            assert "[warn]" not in (said := said_by(log)), said
            yield Server(f"http://127.0.0.1:{port}{at}", sites[at] / at.removeprefix("/"), at)
        finally:
            running.terminate()
            running.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and running.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(said_by(log))


def said_by(log: Path) -> str:
    """What a server wrote to its output and to its log."""
    return "\n".join(path.read_text() for path in (log, log.parent / "log") if path.exists())


class Stays(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def get(url: str, headers: Mapping[str, str] | None = None) -> tuple[int, Message, bytes]:
    asked = urllib.request.Request(url, headers=dict(headers or {}))
    try:
        with urllib.request.build_opener(Stays).open(asked, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as err:
        return err.code, err.headers, err.read()


def test_every_file_is_there_with_its_type_its_bytes_and_its_headers(server: Server) -> None:
    files = [path for path in sorted(server.site.rglob("*")) if path.is_file()]
    assert len(files) > 300
    for path in files:
        name = path.relative_to(server.site).as_posix()
        if name == "_headers" or name.startswith("."):
            continue
        status, told, body = get(f"{server.url}/{name.removesuffix('index.html')}")
        assert (status, body) == (200, path.read_bytes()), name
        ending = path.suffix.removeprefix(".")
        kind, _, rest = told["Content-Type"].partition(";")
        assert kind == TYPES[ending], name
        if ending in READ_AS_TEXT:
            assert rest.strip().lower() == "charset=utf-8", (name, rest)
        else:
            assert rest == "", (name, rest)
        for line in headers.EVERYWHERE:
            key, _, value = line.partition(": ")
            assert told.get_all(key) == [value], name
        card = name.startswith("embed/")
        policy = headers.EMBED_POLICY if card else f"{head.POLICY}; frame-ancestors 'none'"
        assert told.get_all("Content-Security-Policy") == [policy], name
        fixed = name.startswith("assets/fonts/")
        cached = "public, max-age=31536000, immutable" if fixed else "no-cache"
        assert told.get_all("Cache-Control") == [cached], name


def test_what_is_not_there_is_told_at_any_depth_with_style_and_a_way_on(server: Server) -> None:
    for path in ("nothing", "nothing/", "examples/nothing/at/all.html", "_headers", ".git/config"):
        status, told, body = get(f"{server.url}/{path}")
        assert status == 404, path
        assert b"This page is not here" in body and told["X-Content-Type-Options"] == "nosniff"
        page = lxml.html.fromstring(body)
        page.make_links_absolute(f"{server.url}/{path}")
        for _, attribute, link, _ in page.iterlinks():
            place = link.removeprefix(f"{server.url}/").partition("#")[0]
            there = (server.site / place).is_file() or (server.site / place / "index.html").exists()
            assert there or "/assets/" not in link, link
            if attribute in ("href", "src") and there and place != path:
                assert get(link)[0] == 200, link


def test_a_folder_without_its_stroke_leads_on_and_a_page_knows_whether_it_changed(
    server: Server,
) -> None:
    status, told, _ = get(f"{server.url}/examples")
    assert status in (301, 302, 307, 308) and told["Location"].endswith(f"{server.at}/examples/")
    _, told, _ = get(f"{server.url}/examples/")
    for ask, tell in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
        assert get(f"{server.url}/examples/", {ask: told[tell]})[0] == 304


def test_text_is_compressed(server: Server) -> None:
    for path in ("examples/", "assets/practice.css", "api/v1/examples.json", "feeds/examples.xml"):
        whole = get(f"{server.url}/{path}")
        assert whole[0] == 200, path
        _, told, body = get(f"{server.url}/{path}", {"Accept-Encoding": "gzip"})
        assert told["Content-Encoding"] == "gzip" and "accept-encoding" in told["Vary"].lower(), (
            path
        )
        assert gzip.decompress(body) == whole[2] and len(body) < len(whole[2])


def test_search_and_downloads_work_in_a_browser(server: Server, page: Any) -> None:
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    page.on("response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{server.url}/examples/?q={quote(TITLE)}")
    page.get_by_role("link", name=TITLE).first.click()
    page.wait_for_url(f"{server.url}/examples/{EXAMPLE}/")
    with page.expect_download() as download:
        page.evaluate(
            "url => { const a = document.createElement('a'); a.href = url; a.download = '';"
            " document.body.append(a); a.click(); }",
            f"{server.url}/downloads/outcomes-in-practice.bib",
        )
    raw = Path(download.value.path()).read_bytes()
    assert raw == (server.site / "downloads" / "outcomes-in-practice.bib").read_bytes()
    assert refused == []
