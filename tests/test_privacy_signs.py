"""What the guard asks about: plain names, and signs that together tell one person from everybody
else.

Each kind has a sentence that is asked about and an innocent one near it. All are invented.
"""

from __future__ import annotations

import pytest

from practice.checking import privacy
from practice.checking.privacy.given_names import ALSO_WORDS, GIVEN
from practice.checking.privacy.name_context import NEVER
from practice.checking.privacy.signs import SIGNS

SIGNED = {
    "a business of their own": (
        "She ran the chip shop for thirty years.",
        "She ran a bath.",
    ),
    "a by-name": ("She answers only to Duchess.", "She answers only to her name."),
    "a case known to many": ("She was Child T in the review.", "A child in the room was asked."),
    "a day": (
        "He died on Boxing Day and nobody rang his son.",
        "He died in the spring and nobody rang his son.",
    ),
    "a deed": ("The lad who rescued the dog hates baths.", "The lad who came hates baths."),
    "a great age": (
        "Our oldest resident, 107 last month, sings.",
        "Our oldest residents sing.",
    ),
    "a page, a picture or a video": ("Look at her Facebook page.", "She likes a good page."),
    "a place of one kind": (
        "She plays the organ at the cathedral with her twin.",
        "She went to the cathedral.",
    ),
    "a prize or a club": (
        "He played for Skellan Thistle.",
        "He played for an hour.",
    ),
    "a rare condition": (
        "The man with albinism and a glass eye is an uncle of twins.",
        "A man with a rare condition was asked.",
    ),
    "a relation of staff": (
        "He is the father of one of our nurses.",
        "He is the father of two.",
    ),
    "a relation who works near": (
        "His wife works in our kitchen.",
        "His wife works in the evening.",
    ),
    "a school": ("The boy is at school in Brackenford.", "The boy is at school."),
    "an age": ("The girl of 14 lives in Brackenford.", "The girl of 14 was asked."),
    "an animal": ("She has two rooms, and his alpaca is fed first.", "She fed his dog first."),
    "an event": (
        "The man in the red wheelchair at the gala has a tattoo.",
        "The man was at the gala.",
    ),
    "an office": ("As a former Lord Provost he dislikes baths.", "As a former cook he likes soup."),
    "how they look": (
        "The man has a glass eye and lives in Whinmoss.",
        "The man has a hearing aid.",
    ),
    "kin of somebody known": (
        "She is the daughter of the harbour master.",
        "She is the daughter of a man we know.",
    ),
    "people know them": (
        "Everyone in Whinmoss knows him.",
        "Everyone knows that he likes tea.",
    ),
    "seen about": ("He sings outside the market in Whinmoss.", "He sings in the bath."),
    "the family": ("She has eleven children.", "She has two children."),
    "the house": ("The man at number 14 has a stoma.", "The man has a stoma."),
    "the news": ("It was in the Gazette when she fell.", "Her sister likes good news."),
    "the only one": ("Our only lady with a stoma has moved.", "The only way is to ask her."),
    "the room": ("The lady in room 23 shouts.", "The lady in the room shouts."),
    "well known": ("You would know him if I said more.", "She would know what to do."),
    "what befell them": ("He was stabbed in Whinmoss.", "He was tired."),
    "what they do or did": ("She was the vicar in Whinmoss.", "She was the first to speak."),
    "what they drive": ("He has a red scooter in Whinmoss.", "He has a scooter."),
    "what they made": ("He built the boat that sank in Whinmoss.", "He built up his strength."),
    "where they came from": (
        "Her mother fled from Eritrea to Whinmoss.",
        "Her mother came from far away.",
    ),
    "where they work": ("He works three days in Whinmoss.", "He works three days."),
}


def asked(text: str, rule: str) -> list[str]:
    """The words that the guard asks about under a rule; nothing certain may stand beside them."""
    found = list(privacy.findings(text))
    assert {finding.severity for finding in found} <= {"note"}, text
    return [finding.words for finding in found if finding.rule == rule]


def test_every_kind_of_sign_is_tried():
    assert set(SIGNED) == {sign.kind for sign in SIGNS}


@pytest.mark.parametrize("kind", SIGNED)
def test_a_sign_is_asked_about_and_a_sentence_near_it_is_let_be(kind):
    identifying, innocent = SIGNED[kind]
    assert asked(identifying, "privacy-together")
    assert list(privacy.findings(innocent)) == []


@pytest.mark.parametrize(
    ("small", "large"),
    [
        ("The man from Whinmoss was asked.", "The man from Glasgow was asked."),
        ("Her mother goes to St Finbar's.", "Her mother goes to church."),
        ("His wife shops on the Lecky Road.", "His wife shops on Mondays."),
        ("A lady from Perth Road was asked.", "A lady from Perth was asked."),
        ("The lady from Bridge Street was asked.", "The lady from the street was asked."),
    ],
)
def test_one_person_and_a_small_place_are_asked_about(small, large):
    assert asked(small, "privacy-together")
    assert list(privacy.findings(large)) == []


@pytest.mark.parametrize(
    "innocent",
    [
        "A GP in Lewisham said he asks what matters first.",
        "If a man lives in Whinmoss, ask the library.",
        "She used the Waterlow Score and the Herbert Protocol.",
        "The team in Whinmoss meets on Mondays.",
        "You see him every day, and I’ve seen him twice.",
    ],
)
def test_people_at_work_advice_and_methods_are_let_be(innocent):
    assert list(privacy.findings(innocent)) == []


@pytest.mark.parametrize(
    ("identifying", "innocent"),
    [
        ("She is the organist's widow.", "She is a widow."),
        ("He is the muezzin.", "He is a joiner."),
        ("She is an aunt of the boy who went.", "She is an aunt of two boys."),
        ("The boy who was stabbed sings.", "The boy who was asked sings."),
        ("They are conjoined twins.", "They are twins."),
        ("The man with no nose was asked.", "The man with no plan was asked."),
        ("Her dad is six foot nine.", "Her dad is a foot away."),
        ("Her boys died in the Lakanal fire.", "Her boys lit the fire."),
        ("Her brother was stabbed outside the bank.", "Her brother was stabbed."),
        ("He taught half the team.", "He taught her."),
        ("Bed 12's wife was asked.", "A wife was asked."),
        ("Her ex, who is our cook, was asked.", "Her ex, who is tired, was asked."),
        ("The lad from the viral bus video was asked.", "The lad from the bus was asked."),
        ("The man who found it hates soup.", "The man who likes it was asked."),
        ("His mum keeps an eye on number 9 and he is at number 9.", "He is on page 9."),
        ("She left him for the butcher, her son says.", "She left him for good, her son says."),
        ("He goes, for he is going out with our cook, says his mum.", "He is going out, she says."),
        ("The family of the man from the flats came.", "The family of the man came."),
        ("He designed the old town hall bridge.", "He designed the old leaflet."),
    ],
)
def test_one_heavy_sign_is_enough(identifying, innocent):
    assert asked(identifying, "privacy-together")
    assert list(privacy.findings(innocent)) == []


def test_a_sentence_that_is_stopped_is_not_asked_about_as_well():
    found = list(privacy.findings("Mrs Okafor ran the chip shop in Whinmoss."))
    assert [(finding.rule, finding.severity) for finding in found] == [("privacy-name", "error")]


@pytest.mark.parametrize("field", ["organisation", "place"])
def test_a_place_may_stand_where_places_belong(field):
    words = "Her Place, Whinmoss"
    assert list(privacy.check({field: words})) == []
    assert list(privacy.check({"context": words}))


# --- plain names ---


@pytest.mark.parametrize(
    "name",
    ["Margaret", "Wullie", "Siobhán", "Siobhan", "Gethin", "Priya", "Tomasz", "Chidi", "Winston"],
)
def test_a_common_first_name_is_asked_about(name):
    assert asked(f"We sat with {name} every morning.", "privacy-name") == [name]
    assert asked(f"{name}’s plan changed.", "privacy-name") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Okafemi's mum was asked.", "Okafemi"),
        ("It helps to sing to Snowy while you wait.", "Snowy"),
        ("Because Zebedee came home, we rang.", "Zebedee"),
        ("What worked for Rose was a drawing.", "Rose"),
        ("Nessie, our tenant, was asked.", "Nessie"),
        ("Jamie L burnt a hand.", "Jamie L"),
        ("Phone Ivor on Monday.", "Ivor"),
        ("Big Zebby fell again.", "Zebby"),
        ("K.T. was moved at 18.", "K.T."),
        ("JMcA gets upset.", "JMcA"),
        ("We helped Maureen Oddwick after the stroke.", "Maureen Oddwick"),
        ("We helped Zanebi Mabusotho after her stroke.", "Zanebi Mabusotho"),
        ("Two of the Kowalczyk girls were asked.", "Kowalczyk"),
        ("Bha Ceiteag an-còmhnaidh sgìth.", "Ceiteag"),
        ("Last night Fr Colm was asked.", "Colm"),
    ],
)
def test_a_name_is_known_by_what_stands_around_it(text, name):
    assert asked(text, "privacy-name") == [name]


@pytest.mark.parametrize(
    "innocent",
    [
        "Tom Kitwood wrote about personhood.",
        "Margaret (2008) says so.",
        "Barbara Robb's campaign changed wards.",
        "The Joseph Rowntree Foundation paid.",
        "Play some Vera Lynn.",
        "For training we invented a resident called Albert.",
        "'Sunita' is not a real person.",
        "Imagine that Bob wants to go out.",
        "Our therapy dog, Molly, comes on Mondays.",
        "Hyacinth, Rose and Iris are the names of our four units.",
        "They asked Healthwatch, which speaks up.",
        "Rose gardens need rain.",
        "Parents' hopes came first.",
        "The U.K. has four nations.",
    ],
)
def test_authors_fiction_animals_and_things_are_let_be(innocent):
    assert list(privacy.findings(innocent)) == []


def test_a_name_that_the_text_gives_to_a_tool_is_none_anywhere_in_it():
    value = {
        "title": "What is best for Esther?",
        "context": "The tool called Esther is a question.",
    }
    assert list(privacy.check(value)) == []
    assert list(privacy.check({"title": value["title"]}))


def test_the_word_of_an_organisation_is_no_name():
    value = {"organisation": "Zebedee with partners", "context": "Zebedee wanted change."}
    assert list(privacy.check(value)) == []
    assert list(privacy.check({"context": value["context"]}))


def test_the_lists_of_names_and_of_other_words_are_apart():
    assert GIVEN.isdisjoint(ALSO_WORDS)
    assert GIVEN.isdisjoint(NEVER)


# --- what must not be stopped ---


@pytest.mark.parametrize(
    "innocent",
    [
        "Mrs Jones in this example is made up.",
        "Role play: one is the nurse and one is 'Mr Smith'.",
        "Mr Kipling is not on the menu.",
        "Sir Robert Francis chaired the inquiry.",
        "Comhairle nan Eilean Siar pays for tyres.",
    ],
)
def test_nobody_s_name_is_let_be(innocent):
    assert list(privacy.findings(innocent)) == []


@pytest.mark.parametrize(
    "text", ["Mrs Brown's Boys was on the telly.", "Her mother Tongue was Gaelic."]
)
def test_what_reads_like_a_name_and_is_none_is_not_stopped(text):
    assert asked(text, "privacy-name") == []


def test_a_name_in_a_judgment_and_the_line_of_an_office_are_only_asked_about():
    assert asked("In the case of Mr Neary the court said no.", "privacy-name") == ["Mr Neary"]
    assert asked("Ring the home's office on 01632 960 555.", "privacy-phone") == ["01632 960 555"]
