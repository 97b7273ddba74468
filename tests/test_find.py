"""The finder's own index: what is typed is found, from the web and from a disk, and a change
rewrites little."""

from __future__ import annotations

import json
import random
import shutil
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import ROOT, serving

from practice.cache import Cache
from practice.checking import reader
from practice.digest import digest
from practice.exports.finder import docs, files, index, words
from practice.exports.finder.index import Doc
from practice.library.library import Library, build

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("finder")]
SCRIPT = ROOT / "hooks" / "practice" / "assets" / "js" / "find.js"
PAGE = '<!doctype html><script src="assets/find.js"></script>'
ASK = "q => practiceFinding.search(q).then(r => r.examples.map(e => e.n))"
ALL = f"all => Promise.all(all.map({ASK}))"
FEAR = ("fear", "afraid", "worried about risk", "feart")


def index_of(
    examples: list[Doc],
    groups: tuple[tuple[str, ...], ...] = (),
    others: tuple[Doc, ...] = (),
    cache: Cache | None = None,
) -> dict[str, bytes]:
    """The files of an index, by path."""
    sources = [
        [files.LazyDoc(digest(repr(doc).encode()), lambda doc=doc: doc) for doc in some]
        for some in (examples, others)
    ]
    made = files.SearchIndex(
        groups, *sources, [("guide", len(others))], cache or Cache(None)
    ).files()
    return {output.path: output.make() for output in made}


def told(*texts: str, asks: tuple[str, ...] = ()) -> Doc:
    return Doc(tuple((1.0, text) for text in texts), asks)


@pytest.fixture
def find(page: Any, tmp_path: Path) -> Callable[..., Any]:
    """A page beside the files of an index, opened from a disk."""

    def opened(made: dict[str, bytes]) -> Any:
        page.goto(f"file://{written(tmp_path, made)}/index.html")
        return page

    return opened


def written(to: Path, made: dict[str, bytes]) -> Path:
    (to / "assets").mkdir(exist_ok=True)
    shutil.copy(SCRIPT, to / "assets")
    (to / "index.html").write_text(PAGE, "utf-8")
    for path, raw in made.items():
        (to / path).parent.mkdir(parents=True, exist_ok=True)
        (to / path).write_bytes(raw)
    return to


@pytest.fixture(scope="module")
def library() -> Library:
    """The library of the project's own data."""
    reading = reader.read_folder(str(ROOT / "examples_data"), str(ROOT / "docs"), Cache(None))
    return build(reading.things, reading.pages, reading.digests)


@pytest.fixture(scope="module")
def real(library: Library) -> list[Doc]:
    return [docs.example(library, e) for e in library.all("example").values()]


def chunks(doc: Doc) -> set[str]:
    """Every word of a document, as it stands there."""
    texts = [*(text for _, text in doc.texts), *doc.asks]
    return {word.strip(".,;:!?()“”‘’\"'…") for text in texts for word in text.split()} - {""}


# ---------- words


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(max_codepoint=0x17F) | st.sampled_from("’‘‐‑–…“”•"), max_size=60))
def test_words_are_read_alike_here_and_in_the_browser(page: Any, text: str) -> None:
    _loaded(page)
    there = page.evaluate(
        "t => practiceFinding.tokenise(t).map(w => [w.raw, w.joined, practiceFinding.stem(w.raw)])",
        text,
    )
    assert [(raw, joined, stem) for raw, joined, stem in there] == [
        (raw, n > 0, words.stem(raw))
        for part in text.split()
        for tokens in words.tokens_by_chunk(part)
        for n, raw in enumerate(tokens)
    ]


def test_every_word_of_the_library_has_one_stem(page: Any, real: list[Doc]) -> None:
    _loaded(page)
    every = sorted({word for doc in real for text in chunks(doc) for word in words.tokenise(text)})
    assert page.evaluate("all => all.map(practiceFinding.stem)", every) == [
        words.stem(word) for word in every
    ]


WRITE_IN = """code => {
    Object.defineProperty(document, 'currentScript', { value: { src: '' } });
    document.head.append(Object.assign(document.createElement('script'), { textContent: code }));
}"""


def _loaded(page: Any) -> None:
    if page.url == "about:blank":
        page.goto("data:text/html,<script>document.title = 1</script>")
        page.evaluate(
            WRITE_IN,
            SCRIPT.read_text("utf-8"),
        )
        page.evaluate(index_of([])["find/index.js"].decode())


@pytest.mark.parametrize(
    "forms",
    [
        ("recording", "recorded", "records", "record"),
        ("organisation", "organisations", "organization", "organise", "organizing"),
        ("traveller", "travelers", "travelling"),
        ("behaviour", "behavior"),
        ("dialogues", "dialogue", "dialog"),
        ("person-centred", "person-centered"),
        ("centre", "center", "centers", "centering"),
        ("family", "families"),
        ("carer's", "carers", "carers’"),
        ("forget", "forgot", "forgotten", "forgetting"),
        ("can't", "cannot", "cannae"),
        ("woman", "women"),
        ("what", "whit"),
        ("told me nowt", "told me nothing"),
        ("15 minutes", "fifteen minutes"),
    ],
)
def test_forms_of_a_word_are_one(forms: tuple[str, ...]) -> None:
    assert len({tuple(map(words.stem, words.tokenise(form))) for form in forms}) == 1


@pytest.mark.parametrize(
    "apart",
    [
        ("note", "not"),
        ("letters", "let"),
        ("themes", "them"),
        ("career", "care"),
        ("shower", "show"),
        ("cars", "caring"),
        ("mad", "made"),
        ("lonely", "lone"),
        ("evenings", "even"),
        ("mentors", "mentioned"),
        ("questions", "quest"),
        ("planes", "planned"),
        ("supplies", "supper"),
    ],
)
def test_words_that_only_look_alike_are_two(apart: tuple[str, str]) -> None:
    assert words.stem(apart[0]) != words.stem(apart[1])


@pytest.mark.parametrize(
    "family",
    [
        "care cares cared caring",
        "mention mentions mentioned mentioning",
        "evening evenings",
        "question questions questioned",
        "plan plans planned planning",
        "supply supplies supplied",
        "ride rides riding",
    ],
)
def test_the_forms_of_a_word_stay_one_where_it_is_told_from_another(family: str) -> None:
    assert len({words.stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("short", ["I'll", "I'd", "I’m", "I've"])
def test_a_shortened_form_is_the_word_before_it(short: str) -> None:
    assert words.tokenise(short) == ["i"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("super\u00advision", "supervision"),
        ("\u200bsuper\u200bvision\ufeff", "supervision"),
        ("service user(s)", "service users"),
        ("carer/s", "carers"),
        ("and/or", "and or"),
        ("S.D.S.", "sds"),
        ("G.P. surgery", "gp surgery"),
        ("I.ROC", "i roc"),
        ("3.5 hours", "3 5 hours"),
    ],
)
def test_what_is_pasted_or_written_formally_is_read_as_its_words(page, typed, read):
    _loaded(page)
    assert words.tokenise(typed) == read.split()
    there = page.evaluate("t => practiceFinding.tokenise(t).map(w => w.raw)", typed)
    assert there == read.split()


# ---------- what is typed is found


def test_every_word_finds_at_least_the_examples_that_hold_it(find, real, library):
    page = find(index_of(real, docs.synonyms(library)))
    holding: dict[str, set[int]] = {}
    for n, doc in enumerate(real):
        for word in chunks(doc):
            if any(words.tokenise(word)):
                holding.setdefault(word, set()).add(n)
    every = sorted(holding)
    found = page.evaluate(ALL, every)
    missing = {
        word: holding[word] - set(got)
        for word, got in zip(every, found, strict=True)
        if holding[word] - set(got)
    }
    assert not missing


def test_the_asks_of_a_key_point_find_the_examples_that_show_it(find, real, library):
    page = find(index_of(real, docs.synonyms(library)))
    showing: dict[str, set[int]] = {}
    for n, e in enumerate(library.all("example").values()):
        for point in docs.key_points(library, e):
            for ask in point.asks[:1]:
                showing.setdefault(ask, set()).add(n)
    found = page.evaluate(ALL, list(showing))
    assert [ask for ask, got in zip(showing, found, strict=True) if not showing[ask] & {*got}] == []


def test_the_web_and_a_disk_give_the_same(page, real, library, tmp_path):
    place = written(tmp_path, index_of(real, docs.synonyms(library)))
    asked = [ask for doc in real for _, ask in doc.texts[-3:]][:60]
    page.goto(f"file://{place}/index.html")
    disk = page.evaluate(ALL, asked)
    with serving(place) as address:
        page.goto(f"{address}/index.html")
        assert page.evaluate(ALL, asked) == disk


@pytest.mark.parametrize("count", [1, 500])
def test_how_many_files_there_are_changes_no_answer(
    page, real, library, tmp_path, monkeypatch, count
):
    asked = [
        "afraid of risk in a care home",
        "self-directed support",
        "who decides",
        "recordnig",
        "of the",
    ]
    answers = []
    for name, some in (("usual", index.shards), ("other", lambda _: count)):
        monkeypatch.setattr(index, "shards", some)
        (tmp_path / name).mkdir()
        page.goto(
            f"file://{written(tmp_path / name, index_of(real, docs.synonyms(library)))}/index.html"
        )
        answers.append(page.evaluate(ALL, asked))
    assert all(answers[0]) and answers[0] == answers[1]


def test_a_word_made_of_two_that_the_library_has_is_looked_for_as_those(find):
    page = find(
        index_of(
            [
                told("Life in a care home by the sea."),
                told("A day centre opened its kitchen."),
                told("Something else, with carers."),
            ]
        )
    )
    for asked, want in (("carehome", [0]), ("daycentre", [1]), ("daycentres", [1])):
        assert page.evaluate(ASK, asked)[:1] == want
    fixed = "q => practiceFinding.search(q).then(r => r.corrections.map(([, meant]) => meant))"
    assert page.evaluate(fixed, "carehome") == ["care home"]
    assert page.evaluate(fixed, "kitchin") == ["kitchen"]


@pytest.mark.parametrize("asked", ["homecare", "home-care", "Homecare?"])
def test_a_compound_finds_as_many_as_its_two_words(find, asked):
    page = find(
        index_of(
            [
                told("Homecare in the valley."),
                told("Care at home, for a while."),
                told("The home care of one town."),
                told("Something else, with carers."),
            ]
        )
    )
    spaced = page.evaluate(ASK, "home care")
    assert sorted(spaced) == [0, 1, 2]
    assert sorted(page.evaluate(ASK, asked)) == [0, 1, 2]
    assert page.evaluate(ASK, asked)[-1] == 1


def test_a_word_that_ends_in_another_is_no_compound_for_that(find):
    page = find(index_of([told("A household budget."), told("They hold the house dear.")]))
    assert page.evaluate(ASK, "household") == [0]


@pytest.mark.parametrize("asked", ["socialwork", "social-work", "social work"])
def test_words_that_the_question_has_as_one_are_marked_too(find, asked):
    page = find(index_of([told("She came to social-work late."), told("A kitchen.")]))
    marked = """async q => {
        const r = await practiceFinding.search(q), record = await Promise.resolve({
            text: "Years of social work made her a good listener.", summary: "", asks: [] });
        const why = await practiceFinding.why({ ...r.examples[0], ask: -1 }, record, r.units);
        return why.pieces.filter(p => p.hit).map(p => p.text);
    }"""
    assert page.evaluate(marked, asked) == ["social", "work"]


@pytest.mark.parametrize(
    "asked", ["self-directed", "self directed", "Self‑Directed", "selfdirected"]
)
def test_a_word_with_a_hyphen_is_found_however_it_is_written(find, asked):
    page = find(
        index_of([told("nothing here"), told("a self-directed life"), told("direct the self")])
    )
    assert page.evaluate(ASK, asked)[0] == 1


def test_what_a_word_means_is_found_after_the_word_itself(find):
    page = find(
        index_of([told("people were afraid"), told("they had no fear"), told("a dog")], (FEAR,))
    )
    assert page.evaluate(ASK, "fear") == [1, 0] and page.evaluate(ASK, "feart") == [0, 1]


def test_little_words_that_mean_something_together_are_looked_for(find):
    page = find(
        index_of([told("a target"), told("supervision")], (("supervision", "one to ones"),))
    )
    assert sorted(page.evaluate(ASK, "my one to ones are about targets")) == [0, 1]


def test_a_phrase_that_means_one_thing_counts_less_than_as_many_words(find):
    examples = [told("frustrated"), told("the rota, visits"), *(told("a dog") for _ in range(9))]
    page = find(index_of(examples, (("frustrated", "banging head brick wall"),)))
    assert page.evaluate(ASK, "banging head brick wall, rota and visits") == [1, 0]


def test_an_ask_that_fits_whole_comes_before_words_here_and_there(find):
    scattered = told(
        "visits",
        asks=("too many forms", "a rushed lunch", "visits from the family", "short of staff"),
    )
    whole = told("visits", asks=("visits are too short and rushed", "a lunch", "the family"))
    page = find(index_of([scattered, whole, *(told("other") for _ in range(9))]))
    assert page.evaluate(ASK, "short rushed visits")[0] == 1


def test_a_misspelt_word_is_looked_for_as_it_was_meant(find):
    page = find(index_of([told("safeguarding adults"), told("a garden")]))
    units = "q => practiceFinding.search(q).then(r => [r.examples[0].n, r.corrections])"
    assert page.evaluate(units, "safegaurding") == [0, [["safegaurding", "safeguarding"]]]


@pytest.mark.parametrize("asked", ["co-prodction", "prodction of a prodctions", "theproduction"])
def test_whatever_is_put_right_is_told_and_is_put_right_everywhere(find, asked):
    page = find(index_of([told("co-production with the people"), told("a production")]))
    put, lost = page.evaluate(
        """q => practiceFinding.search(q).then(r => [
            r.corrections.map(([, meant]) => meant),
            r.units.filter(u => !u.first && !u.list.length).map(u => u.word)])""",
        asked,
    )
    assert put and "production" in put[0] and not lost


def test_a_word_written_with_a_hyphen_is_found_where_it_has_none(find):
    page = find(index_of([told("an email"), told("a letter")]))
    assert page.evaluate(ASK, "e-mail") == [0]


def test_a_phrase_with_a_misspelt_word_means_what_it_would_without(find):
    docs = [told("a carers assessment"), told("a support plan"), told("assessment of carers")]
    page = find(index_of(docs, groups=(("carers assessment", "support plan"),)))
    asked = "q => practiceFinding.search(q).then(r => [r.question.trim(), r.examples])"
    right = page.evaluate(asked, "carers assessment")
    assert page.evaluate(asked, "carers assesment") == right
    assert {one["n"] for one in right[1]} == {0, 1, 2}


def test_of_one_word_what_has_it_comes_before_what_means_the_same(find):
    near = told("music sing choir music sing", asks=("choir", "sing"))
    has = told("other things, and here is the hoist, among many more words that say little of it")
    docs = [near, has, *(told("other") for _ in range(9))]
    page = find(index_of(docs, groups=(("hoist", "sing", "choir", "music"),)))
    assert page.evaluate(ASK, "hoist")[:2] == [1, 0]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("adict", "addict"),
        ("homless", "homeless"),
        ("homeles", "homeless"),
        ("sepervision", "supervision"),
        ("cwtch", None),
        ("thrawn", None),
        ("stiff", None),
        ("however", None),
        ("discover", None),
        ("continent", None),
    ],
)
def test_a_guess_is_near_begins_alike_and_spares_common_words(find, asked, meant):
    page = find(
        index_of(
            [
                told("catch, than, adults, an addict, homeless at a homely home, less supervision"),
                told("staff, how they ever got an education, a discovery, continence"),
            ]
        )
    )
    fixed = "q => practiceFinding.search(q).then(r => r.corrections)"
    assert page.evaluate(fixed, asked) == ([[asked, meant]] if meant else [])


def test_a_word_that_is_known_and_stands_nowhere_is_not_looked_for_as_itself(find):
    page = find(index_of([told("safeguarding adults")], groups=(("marmalade", "jam"),)))
    places = "() => practiceFinding.search('marmalade').then(r => [r.examples, r.corrections])"
    assert page.evaluate(places) == [[], []]


def test_nothing_is_made_of_words_that_are_unlike_all(find):
    page = find(index_of([told("safeguarding adults")]))
    places = "() => practiceFinding.search('xqzzy').then(r => [r.examples, r.units[0].list])"
    assert page.evaluate(places) == [[], []]


def test_the_ask_that_fits_is_shown_with_its_words_marked(find):
    made = index_of([told("visits", asks=("who pays", "why are visits so short"))])
    record = [
        "examples/x/",
        "Visits",
        "Short.",
        "",
        "",
        "They made visits.",
        ["who pays", "why are visits so short"],
        [],
    ]
    page = find({**made, "find/example/0.js": index.script("example/0", record)})
    pieces = page.evaluate(
        """async () => {
            const found = await practiceFinding.search('short visit');
            const record = await practiceFinding.example(0);
            return practiceFinding.why(found.examples[0], record, found.units);
        }"""
    )
    assert pieces["ask"] and [p["text"] for p in pieces["pieces"] if p["hit"]] == [
        "visits",
        "short",
    ]


def test_an_ask_finds_a_guide_or_the_like_and_is_shown(find):
    guides = (told("supervision, supervision"), told("a kit", asks=("Who has a form for it?",)))
    made = index_of([told("a dog")], others=guides)
    records = [["guides/a/", "One", "", "", "", "supervision"]]
    records.append(["guides/b/", "Two", "", "", "", "a kit", ["Who has a form for it?"]])
    page = find({**made, "find/other/0.js": index.script("other/0", records)})
    assert page.evaluate(
        """async () => {
            const found = await practiceFinding.search('form');
            const [one] = await found.others();
            const record = await practiceFinding.other(one.n);
            const why = await practiceFinding.why(one, record, found.units);
            return [one.n, why.ask, why.pieces.filter(p => p.hit).map(p => p.text)];
        }"""
    ) == [1, True, ["form"]]


def test_guides_and_the_like_are_asked_apart(find):
    page = find(index_of([told("a dog")], others=(told("a cat"), told("risk and rights"))))
    assert page.evaluate(
        """async () => {
            const found = await practiceFinding.search('rights');
            return [found.examples.length, (await found.others())[0].n, found.kind(1)];
        }"""
    ) == [0, 1, "guide"]


# ---------- files


def test_the_same_gives_the_same_bytes(real, library, tmp_path):
    first = index_of(real, docs.synonyms(library))
    cache = Cache(str(tmp_path / "kept"))
    assert index_of(real, docs.synonyms(library), cache=cache) == first
    cache.save()
    assert index_of(real, docs.synonyms(library), cache=Cache(str(tmp_path / "kept"))) == first


def test_no_document_is_read_again_while_its_key_is_the_same(tmp_path):
    def made(doc: Doc) -> dict[str, bytes]:
        cache, reads = Cache(str(tmp_path / "kept")), 0

        def read() -> Doc:
            nonlocal reads
            reads += 1
            return doc

        source = files.LazyDoc(b"the same key", read)
        outputs = files.SearchIndex((), [source], [], [], cache).files()
        found = {output.path: output.make() for output in outputs}
        cache.save()
        found["reads"] = str(reads).encode()
        return found

    doc = told("A diary that two teams share.", asks=("How do we share a diary?",))
    first, second = made(doc), made(doc)
    assert first.pop("reads") != b"0" and second.pop("reads") == b"0"
    assert first == second


@pytest.mark.parametrize("seed", range(4))
def test_an_index_made_through_the_cache_is_the_one_made_from_nothing(tmp_path, monkeypatch, seed):
    monkeypatch.setattr(files, "BLOCK", 3)
    chance, kept, groups, docs = random.Random(seed), str(tmp_path / "kept"), (FEAR,), []
    said = ("home care", "homecare", "self-directed", "self directed", "a feart lad", "risk", "tea")
    for _ in range(40):
        asks = tuple(chance.choices(said, k=chance.randrange(4)))
        doc = told(" ".join(chance.choices(said, k=4)), asks=asks)
        docs.insert(chance.randrange(len(docs) + 1), doc)
        if chance.random() < 0.4:
            docs.pop(chance.randrange(len(docs)))
        if chance.random() < 0.2:
            groups = (FEAR, ("tea", "cup")) if groups == (FEAR,) else (FEAR,)
        n = chance.randrange(len(docs) + 1)
        docs[n : n + 2] = reversed(docs[n : n + 2])
        made = index_of(docs, groups, cache=Cache(kept))
        assert made == index_of(docs, groups)


def test_one_document_more_reads_few_others_again(tmp_path):
    kept, read = str(tmp_path / "kept"), []

    def index_with(docs: list[Doc]) -> None:
        sources = [
            files.LazyDoc(digest(repr(doc).encode()), lambda doc=doc: read.append(doc) or doc)
            for doc in docs
        ]
        assert list(files.SearchIndex((), sources, [], [], Cache(kept)).files())

    docs = [told(f"A diary of word{n}.") for n in range(40 * files.BLOCK)]
    index_with(docs)
    read.clear()
    index_with([told("A cup of tea."), *docs])
    assert 0 < len({doc.texts for doc in read}) < 10 * files.BLOCK


def test_words_and_asks_are_counted_over_all_documents():
    made = index_of([told(f"A diary of {n}.", asks=("why", "how")) for n in range(20)])
    assert b'"asks":[40,0]' in made["find/index.js"]
    value = made["find/spelling.js"].decode().split(",", 1)[1].removesuffix(");\n")
    known = json.loads(value)["known"]
    assert known[(20).bit_length() - 1].split() == ["diary"]


def test_the_words_of_a_document_are_let_go_of_once_they_are_counted():
    words = " ".join(f"word{n}" for n in range(1000))
    tracemalloc.start()
    try:
        blocks = (files.BlockStats(dict.fromkeys(words.split(), n), (), 1) for n in range(300))
        asks = files.CorpusStats().add(blocks)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert asks == 300 and peak < 60 * len(words)


def test_one_word_changed_rewrites_few_files(real, library):
    before = index_of(real, docs.synonyms(library))
    weight, text = real[0].texts[1]
    changed = real[0]._replace(
        texts=(real[0].texts[0], (weight, f"{text} trampoline"), *real[0].texts[2:])
    )
    after = index_of([changed, *real[1:]], docs.synonyms(library))
    assert (
        1 < sum(before[path] != raw for path, raw in after.items()) <= 5
        and before.keys() == after.keys()
    )


@given(steps=st.integers(0, 700_000))
def test_gaps_are_told_apart(steps: int) -> None:
    codes = [index.DIGITS.index(digit) for digit in index.gap(steps)]
    first, *rest = codes
    if first < index.NEAR:
        assert steps == first and not rest
    elif first < index.FAR:
        assert steps == index.NEAR + (first - index.NEAR) * 91 + rest[0]
    else:
        assert steps == index.NEAR + (rest[0] * 91 + rest[1]) * 91 + rest[2]
