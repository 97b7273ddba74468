"""The API: every kind in the same way, true to its own description, and whole."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import validate
from tests.conftest import ROOT
from tests.open_data import site_of
from tests.test_kinds import read, thread  # noqa: F401 - a fixture

from practice.exports import api
from practice.kinds import KINDS, Kind, public
from practice.library.library import Library, build
from practice.library.relations import RELATIONS
from practice.model import Withdrawal
from practice.teaching import NOTICE, MadeUp

BASE = "https://outcomes-in-practice.example/"


def answers(library: Library) -> dict[str, Any]:
    """What each file of the API holds, by its path below the version."""
    outputs = list(api.files(site_of(library)))
    assert len({output.path for output in outputs}) == len(outputs)
    return {o.path.removeprefix("api/v1/"): json.loads(o.make()) for o in outputs}


@pytest.fixture(scope="module")
def library() -> Library:
    return read()


@pytest.fixture(scope="module")
def api_v1(library: Library) -> dict[str, Any]:
    return answers(library)


def test_the_description_is_valid_openapi(api_v1: dict[str, Any]) -> None:
    validate(api_v1["openapi.json"])


def test_every_file_is_described_and_true_to_its_schema(api_v1: dict[str, Any]) -> None:
    described = api_v1["openapi.json"]
    for path, about in described["paths"].items():
        response = about["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        schema = {**response, "components": described["components"]}
        folder, _, name = path.removeprefix("/").partition("/")
        files = [p for p in api_v1 if p.startswith(f"{folder}/")] if name else [folder]
        assert files, path
        for file in files:
            jsonschema.Draft202012Validator(schema).validate(api_v1[file])
    paths = [re.sub(r"{\w+}", "[^/]+", path.replace(".", r"\.")) for path in described["paths"]]
    known = re.compile("|".join(paths))
    assert not [path for path in api_v1 if not known.fullmatch(f"/{path}")]


def test_every_schema_can_be_read_by_programs_in_other_languages(
    api_v1: dict[str, Any], tmp_path: Path
) -> None:
    schemas = [path for path in api_v1 if path.startswith("schema/")]
    for path in schemas:
        (tmp_path / path.replace("/", "-")).write_text(json.dumps(api_v1[path]))
    files = [str(ROOT / "schema" / "example.schema.json"), *map(str, tmp_path.iterdir())]
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *files],
        capture_output=True,
        text=True,
    )
    assert len(files) > len(public()) and not done.returncode, done.stdout


@pytest.mark.parametrize("kind", public(), ids=lambda kind: kind.name)
def test_every_kind_has_its_list_its_things_and_its_schema(
    kind: Kind, library: Library, api_v1: dict[str, Any]
) -> None:
    ids = list(library.all(kind.name))
    assert [row["id"] for row in api_v1[f"{kind.slug}.json"]] == ids
    schema = jsonschema.Draft202012Validator(api_v1[f"schema/{kind.name}.json"])
    for id in ids:
        thing = api_v1[f"{kind.slug}/{id}.json"]
        schema.validate(thing)
        assert thing["id"] == id
        assert thing["title"] == library.title(kind.name, id)
        assert thing["url"] == BASE + library.address(kind.name, id)
        assert thing["schema_version"] == api.SCHEMA_VERSION
    about = next(row for row in api_v1["index.json"]["kinds"] if row["kind"] == kind.name)
    assert about["count"] == len(ids) == api_v1["index.json"]["counts"][kind.name]


def test_links_stand_at_both_ends_and_in_the_graph(
    library: Library, api_v1: dict[str, Any]
) -> None:
    edges = {tuple(edge) for edge in api_v1["graph.json"]["links"]}
    found = set()
    for relation in RELATIONS:
        if not (KINDS[relation.source].public and KINDS[relation.target].public):
            continue
        for id in library.all(relation.source):
            thing = api_v1[f"{KINDS[relation.source].slug}/{id}.json"]
            for link in thing["links"]:
                if (link["relation"], link["direction"]) == (relation.name, "forwards"):
                    found |= {(relation.name, id, target) for target in link["ids"]}
    assert found == edges != set()
    for name, source, target in edges:
        relation = next(r for r in RELATIONS if r.name == name)
        end = api_v1[f"{KINDS[relation.target].slug}/{target.partition('#')[0]}.json"]
        assert any(
            source in link["ids"]
            for link in end["links"]
            if (link["relation"], link["direction"]) == (name, "backwards")
        )


def test_a_source_has_its_own_address_beside_that_of_its_place_here(
    library: Library, api_v1: dict[str, Any]
) -> None:
    with_address = {id: s.url for id, s in library.all("source").items() if s.url}
    assert with_address
    for id, url in with_address.items():
        thing = api_v1[f"sources/{id}.json"]
        assert thing["source_url"] == url
        assert thing["url"] == f"{BASE}sources/#{id}"


def test_what_is_made_up_says_so_everywhere(library: Library, api_v1: dict[str, Any]) -> None:
    made_up = [kind for kind in public() if issubclass(kind.model, MadeUp)]
    assert made_up
    for kind in made_up:
        for thing in api_v1[f"{kind.slug}.json"]:
            assert thing["notice"] == NOTICE
            assert api_v1[f"{kind.slug}/{thing['id']}.json"]["notice"] == NOTICE


def test_who_agreed_and_how_it_was_checked_is_not_told(api_v1: dict[str, Any]) -> None:
    for path, value in api_v1.items():
        text = json.dumps(value)
        assert '"consent"' not in text and '"checked_by_role"' not in text, path


def changed(library: Library, **examples: Any) -> Library:
    """The library with some examples changed."""
    things = {kind: dict(of_kind) for kind, of_kind in library.things.items()}
    for id, value in examples.items():
        id = id.replace("_", "-")
        things["example"][id] = things["example"][id].model_copy(update=value)
    return build(things, library.pages, library.file_digests)


def test_a_former_id_answers_with_the_present_example(library: Library) -> None:
    id = next(iter(library.all("example")))
    found = answers(changed(library, **{id: {"aliases": ("an-older-id",)}}))
    assert found["examples/an-older-id.json"] == found[f"examples/{id}.json"]
    assert found["examples/an-older-id.json"]["id"] == id
    assert found["ids.json"]["former"]["an-older-id"] == id
    assert "an-older-id" not in {row["id"] for row in found["examples.json"]}


def test_a_withdrawn_id_answers_with_its_note_and_is_nowhere_else(library: Library) -> None:
    id = next(iter(library.all("example")))
    gone = Withdrawal(on="2026-11-26", reason="The organisation asked for it.")
    withdrawn = {"status": "withdrawn", "withdrawn": gone, "aliases": ("an-older-id",)}
    found = answers(changed(library, **{id: withdrawn}))
    for name in (id, "an-older-id"):
        assert found[f"examples/{name}.json"]["withdrawn"] == {
            "on": "2026-11-26",
            "reason": "The organisation asked for it.",
        }
        assert "title" not in found[f"examples/{name}.json"]
    assert [row["id"] for row in found["ids.json"]["withdrawn"]] == [id]
    validate(found["openapi.json"])
    title = library.title("example", id)
    assert not [path for path, value in found.items() if title in json.dumps(value)]


def test_a_new_kind_needs_no_line_in_the_api(thread: Path) -> None:  # noqa: F811
    library = read(thread)
    found = answers(library)
    validate(found["openapi.json"])
    assert [row["id"] for row in found["threads.json"]] == list(library.all("thread"))
    assert found["threads/talk.json"]["url"] == f"{BASE}threads/#talk"
    assert found["index.json"]["counts"]["thread"] == 3
    assert "/threads/{id}.json" in found["openapi.json"]["paths"]
    assert found["schema/thread.json"]["title"] == "Thread"


def test_nothing_changed_gives_equal_keys_and_one_word_changes_few(library: Library) -> None:
    id = next(iter(library.all("example")))
    edited = changed(library, **{id: {"context": "Said anew."}})
    edited = build(
        edited.things, edited.pages, {**edited.file_digests, id: b"another"}, edited.digest
    )
    before, again, after = (
        {o.path: o.key for o in api.files(site_of(one))} for one in (library, read(), edited)
    )
    assert before == again
    assert {path for path in after if after[path] != before[path]} == {f"api/v1/examples/{id}.json"}
