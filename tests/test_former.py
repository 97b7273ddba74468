"""Renamed, merged and retired: every kind of the registry that has addresses, in the same way."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.conftest import ROOT, build, copy_project, practice, serving

from practice.application import check, contribute
from practice.application.project import Project
from practice.cache import Cache
from practice.checking import consistency, reader
from practice.kinds import KINDS, Kind
from practice.library import former
from practice.library.library import Library
from practice.library.library import build as build_library

SMALL = ROOT / "tests" / "data" / "small"
LASTING = [kind for kind in KINDS.values() if kind.has_permalink]


def read(folder: Path) -> Library:
    reading = reader.read_folder(str(folder / "data"), str(folder / "docs"), Cache(None))
    assert not [*reading.problems, *consistency.problems(reading)]
    return build_library(reading.things, reading.pages, reading.digests)


def dump(path: Path, value: Any) -> None:
    """Writes a value as YAML of the plainest form: JSON, an item of a list on a line."""
    rows = value if isinstance(value, list) else [value]
    text = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("".join(f"- {row}\n" for row in text) if value is rows else text[0], "utf-8")


def load(path: Path) -> Any:
    """The values of a file, all of them text."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - our own files


def front(path: Path) -> tuple[dict[str, Any], str]:
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    return yaml.load(head, yaml.BaseLoader), body  # noqa: S506


def rename(data: Path, docs: Path, kind: Kind) -> None:
    """Gives everything of a kind another id, and keeps the former one."""
    if kind.name == "guide":
        for path in (docs / "guides").glob("*.md"):
            fields, body = front(path)
            told = {**fields, "id": f"{path.stem}-now", "aliases": [path.stem]}
            rows = "".join(f"{name}: {json.dumps(value)}\n" for name, value in told.items())
            path.with_stem(f"{path.stem}-now").write_text(f"---\n{rows}---\n{body}", "utf-8")
            path.unlink()
    elif kind.name == "card":
        for path in (data / "cards").glob("*.yml"):
            deck = load(path)
            deck["cards"] = [renamed(card) for card in deck["cards"]]
            dump(path, deck)
    elif kind.file.endswith("/"):
        for path in (data / kind.file).glob("*.yml"):
            value = load(path)
            aliases = [path.stem, *value.get("aliases", [])]
            dump(path.with_stem(f"{path.stem}-now"), {**value, "aliases": aliases})
            path.unlink()
    else:
        dump(data / kind.file, [renamed(one) for one in load(data / kind.file)])


def renamed(thing: dict[str, Any]) -> dict[str, Any]:
    return {**thing, "id": f"{thing['id']}-now", "aliases": [thing["id"]]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.mark.parametrize("kind", LASTING, ids=lambda kind: kind.name)
def test_everything_of_a_kind_can_be_renamed_and_mended(folder: Path, kind: Kind) -> None:
    before = read(SMALL)
    rename(folder / "data", folder / "docs", kind)
    project = Project(str(folder), str(folder / "data"), str(folder / "docs"))
    told = {p.message for p in check.read_with_advice(project)[1] if p.severity == "error"}
    assert all("has another id now" in message for message in told)
    mended = list(contribute.fix(project, ()))
    assert bool(mended) is bool(told)
    after = read(folder)
    assert [f"{id}-now" for id in before.all(kind.name)] == list(after.all(kind.name))
    addresses = {before.address(kind.name, id) for id in before.all(kind.name)}
    lasting = {a for a in addresses if kind.name != "guide" or a.startswith("guides/")}
    assert former.resolved(after, addresses, ()) == lasting


def test_two_that_become_one_are_named_once(folder: Path) -> None:
    themes = folder / "data" / "vocabulary" / "themes.yml"
    first, second, *others = load(themes)
    dump(themes, [{**first, "aliases": [second["id"]]}, *others])
    example = next((folder / "data" / "examples").glob("*.yml"))
    text = re.sub(
        "(?m)^themes: .*$", f"themes: [{first['id']}, {second['id']}]", example.read_text()
    )
    example.write_text(text)
    block = folder / "data" / "sessions" / "first-watch.yml"
    block.write_text(
        re.sub(
            "(?m)^themes: .*$",
            f"themes:\n  - {second['id']}\n  # a word\n  - {first['id']}",
            block.read_text(),
        )
    )
    project = Project(str(folder), str(folder / "data"), str(folder / "docs"))
    list(contribute.fix(project, ()))
    assert f"themes: [{first['id']}]\n" in example.read_text()
    assert f"themes:\n  - {first['id']}\n  # a word\nguides" in block.read_text()


@pytest.mark.parametrize(
    ("entry", "rule", "says"),
    [
        ({"id": "theme:good-conversations"}, "retired", "it is still there"),
        ({"id": "colour:blue"}, "retired", "there is no kind"),
        ({"id": "outcome:x"}, "retired", "has no address"),
        ({"id": "example:x"}, "retired", "withdrawn instead"),
        (
            {"id": "guide:x", "address": "guides/risk/"},
            "retired",
            "still a page at /guides/risk/",
        ),
        ({"id": "guide:x", "address": "themes/"}, "retired", "still a page at /themes/"),
        ({"id": "card:x"}, "retired", "does not say where it stood"),
        ({"id": "theme:x", "see": ["theme:y"]}, "unknown-reference", "unknown theme 'y'"),
    ],
)
def test_what_is_retired_is_gone(folder: Path, entry: dict[str, Any], rule: str, says: str) -> None:
    given = {"title": "X", "on": "2026-11-25", "reason": "Nobody asked for it.", **entry}
    dump(folder / "data" / "retired.yml", [{"see": ["page:themes"], **given}])
    reading = reader.read_folder(str(folder / "data"), str(folder / "docs"), Cache(None))
    (found,) = [*reading.problems, *consistency.problems(reading)]
    assert (found.rule, found.line) == (rule, 1) and says in found.message


def test_a_former_id_leads_to_one_thing_of_any_kind(folder: Path) -> None:
    for kind in LASTING:
        if kind.file.endswith(".yml"):
            path = folder / "data" / kind.file
            first, *others = load(path)
            dump(path, [{**first, "aliases": [first["id"]]}, *others])
    reading = reader.read_folder(str(folder / "data"), str(folder / "docs"), Cache(None))
    found = [p for p in consistency.problems(reading) if p.rule == "alias-taken"]
    assert len(found) == sum(kind.file.endswith(".yml") for kind in LASTING)


def test_a_former_id_is_not_digits_alone_where_ids_are_names_of_files(folder: Path) -> None:
    path = folder / "data" / "examples" / "harbour-walks.yml"
    path.write_text(path.read_text("utf-8") + "aliases: [harbour, '2']\n", "utf-8")
    reading = reader.read_folder(str(folder / "data"), str(folder / "docs"), Cache(None))
    (found,) = consistency.problems(reading)
    assert found.rule == "alias-taken" and "'2' is digits alone" in found.message


# ---------- a site, before and after ----------


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small library as a project: its addresses published, then everything renamed, and a
    theme, a session and a card retired.
    """
    copy = tmp_path_factory.mktemp("former") / "project"
    copy_project(copy)
    data, docs = copy / "examples_data", copy / "docs"
    for name, to in (("data", data), ("docs", docs)):
        shutil.rmtree(to)
        shutil.copytree(SMALL / name, to)
    (data / "retired.yml").unlink()
    more = "- {id: lone, title: Lone, description: A theme that nothing names.}\n"
    themes = data / "vocabulary" / "themes.yml"
    themes.write_text(themes.read_text("utf-8") + more, "utf-8")
    (data / "sessions" / "last-watch.yml").write_text(
        (data / "sessions" / "first-watch.yml").read_text("utf-8").replace("First", "Last"), "utf-8"
    )
    deck = load(data / "cards" / "harbour.yml")
    gone = {**deck["cards"][0], "id": "lost-words", "prompt": "What did the sea take from here?"}
    dump(data / "cards" / "harbour.yml", {**deck, "cards": [*deck["cards"], gone]})
    for home in {law["nations"][0] for law in load(data / "laws.yml")}:
        (docs / "law").mkdir(exist_ok=True)
        head = "---\ntitle: Law\nsummary: Law.\n---\n\n## Law {#law}\n\n"
        theme = "<!-- practice:examples theme=good-conversations -->"
        (docs / "law" / f"{home}.md").write_text(
            f"{head}<!-- practice:law nation={home} -->\n\n{theme}\n"
        )
    assert practice(copy, "addresses", "--add").returncode == 0
    retire(copy)
    for kind in LASTING:
        rename(data, docs, kind)
    return copy


def retire(copy: Path) -> None:
    data = copy / "examples_data"
    themes = data / "vocabulary" / "themes.yml"
    themes.write_text(re.sub("- {id: lone.*\n", "", themes.read_text("utf-8")), "utf-8")
    (data / "sessions" / "last-watch.yml").unlink()
    deck = load(data / "cards" / "harbour.yml")
    dump(data / "cards" / "harbour.yml", {**deck, "cards": deck["cards"][:-1]})
    told = {"on": "2026-11-25", "reason": "Nobody asked for it any more."}
    dump(
        data / "retired.yml",
        [
            {"id": "theme:lone", "title": "Lone", **told, "see": ["theme:good-conversations"]},
            {"id": "session:last-watch", "title": "Last watch", **told, "see": ["page:sessions"]},
            {
                "id": "card:lost-words",
                "title": "Lost words",
                **told,
                "see": ["card:first-words"],
                "address": "cards/harbour/#lost-words",
            },
        ],
    )


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    told = practice(project, "check")
    assert told.returncode == 1 and "has another id now" in told.stdout
    mended = practice(project, "check", "--fix")
    assert mended.returncode == 0, mended.stdout
    built = build(project)
    assert built.returncode == 0, built.stdout + built.stderr
    return project / "site"


@pytest.mark.slow
def test_who_asks_for_a_former_id_is_told_what_became_of_it(project: Path, site: Path) -> None:
    assert (
        "run practice show harbour-walks-now" in practice(project, "show", "harbour-walks").stderr
    )
    assert "retired on 2026-11-25: see theme:" in practice(project, "show", "lone").stderr


def entries(project: Path) -> list[str]:
    lines = (project / "examples_data" / "addresses.txt").read_text("utf-8").split("\n")
    return [line.split(" ")[0] for line in lines if line and not line.startswith("#")]


@pytest.mark.slow
def test_every_address_answers_after_everything_was_renamed(project: Path, site: Path) -> None:
    asked = [a.removeprefix("/") for a in entries(project)]
    assert len(asked) > 40
    for address in asked:
        page, _, place = address.partition("#")
        file = site / page / "index.html" if page.endswith("/") or not page else site / page
        seen = set()
        while "This page has moved" in (text := file.read_text("utf-8")) and file not in seen:
            seen.add(file)
            to = re.findall(r'content="0; url=([^"]+)"', text)[0]
            file = (file.parent / to / "index.html").resolve()
        assert not place or f'id="{place}"' in text or "No longer in the library" in text, address


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("sessions/first-watch", ("-handout.docx", "-slides.pptx", "-cards.pdf", ".imscc")),
        ("cards/harbour", ("-cards.pdf",)),
        ("scenarios/the-wet-bench", ("-group.pdf", "-trainer.docx")),
        ("conversations/first-hello", ("-conversation.pdf",)),
    ],
)
def test_files_of_what_was_renamed_stand_under_both_names(
    site: Path, name: str, ends: tuple[str, ...]
) -> None:
    for end in ends:
        before, now = (site / "downloads" / f"{stem}{end}" for stem in (name, f"{name}-now"))
        assert before.read_bytes() == now.read_bytes(), end


@pytest.mark.slow
def test_a_page_in_markdown_stands_at_both_addresses(site: Path) -> None:
    for place in ("sessions/first-watch", "themes/good-conversations", "examples/harbour-walks"):
        now = (site / f"{place}-now" / "index.md").read_bytes()
        assert (site / place / "index.md").read_bytes() == now, place


@pytest.mark.slow
def test_a_retired_page_says_why_and_where_to_go(site: Path) -> None:
    for address in ("themes/lone", "sessions/last-watch", "sessions/last-watch/slides"):
        page = (site / address / "index.html").read_text("utf-8")
        assert "Nobody asked for it any more." in page and "25 November 2026" in page
        assert (
            'content="noindex"' in page and "themes/lone" not in (site / "sitemap.xml").read_text()
        )
    assert "themes/good-conversations-now/" in (site / "themes/lone/index.html").read_text("utf-8")
    assert "no longer in the library" in (site / "feeds/themes/lone.xml").read_text("utf-8")


@pytest.mark.slow
def test_a_former_id_answers_with_the_present_one_in_the_api(site: Path) -> None:
    ids = json.loads((site / "api/v1/ids.json").read_text("utf-8"))
    assert ids["former"]["harbour-walks"] == "harbour-walks-now"
    assert ids["renamed"]["themes"]["good-conversations"] == "good-conversations-now"
    assert [one["id"] for one in ids["retired"]] == ["lone", "last-watch", "lost-words"]
    for kind in LASTING:
        for old, now in ids["renamed"].get(kind.slug, {}).items():
            found = site / "api/v1" / kind.slug
            assert json.loads((found / f"{old}.json").read_text("utf-8"))["id"] == now
            assert (found / f"{old}.json").read_bytes() == (found / f"{now}.json").read_bytes()
    assert {kind.slug for kind in LASTING if kind.public} == ids["renamed"].keys()
    note = json.loads((site / "api/v1/themes/lone.json").read_text("utf-8"))
    assert note["status"] == "retired" and note["retired"]["see"] == [
        "theme:good-conversations-now"
    ]
    assert (site / "feeds/themes/good-conversations.xml").exists()


@pytest.mark.slow
def test_old_links_go_on_to_work_in_a_browser(page: Any, site: Path) -> None:
    with serving(site) as address:
        page.goto(f"{address}/sessions/first-watch/#talk")
        page.wait_for_url("**/sessions/first-watch-now/#talk")
        page.goto(f"{address}/key-points/#begin")
        old = next(
            iter(json.loads((site / "api/v1/ids.json").read_text())["renamed"]["key-points"])
        )
        page.goto(f"{address}/key-points/#{old}")
        page.wait_for_url(f"**/key-points/#{old}-now")
        page.goto(f"{address}/cards/harbour/#lost-words")
        page.wait_for_url("**/cards/harbour-now/#lost-words")
        assert "Nobody asked for it any more." in page.inner_text(".practice-former")
        page.goto(f"{address}/examples/?theme=good-conversations&theme=good-conversations-now")
        page.wait_for_selector(".practice-rows > li")
        assert "0 examples" not in page.inner_text("main, article")
        page.goto(f"{address}/my-list/?ids=harbour-walks,harbour-walks-now")
        page.wait_for_selector("#my-list-rows h2 a")
        assert page.locator("#my-list-rows h2 a").count() == 1
        items = "e.harbour-walks.10_c.first-words.5_s.the-wet-bench.30"
        page.goto(f"{address}/teach/build/?items={items}")
        page.wait_for_selector("#pack-items li")
        assert "Not in the library any more" not in page.inner_text("#pack-items")
        page.goto(f"{address}/contribute/form/?themes=good-conversations")
        page.wait_for_selector('input[value="good-conversations-now"]:checked', state="attached")
