"""What texts refer to: vocabularies, key points, sources, law, and the glossary."""

from typing import Annotated, Literal

from pydantic import Field

from .fields import (
    Ask,
    Day,
    EasyWords,
    Flag,
    Frozen,
    HasPermalink,
    Id,
    Ref,
    SourceUrl,
    Text,
    TypedRef,
    Whole,
    Year,
)


class Match(Frozen):
    """A part of a framework that other people use, and how near it comes to a term of ours."""

    framework: Text
    part: Text
    """The part of the framework, in our words where the source does not name it."""
    words: Text | None = None
    """What that part says, in its own words as they were read."""
    how: Literal["exact", "close", "broad"]
    """Whether it means the same, nearly the same, or something wider of which ours is a part."""
    nation: Literal["united-kingdom", "scotland", "england", "wales", "northern-ireland"]
    source: Id
    """The source that was read and says so."""


def _sources(matches: tuple[Match, ...]) -> tuple[str, ...]:
    """The sources of some matches, each once."""
    return tuple(dict.fromkeys(match.source for match in matches))


class VocabularyTerm(HasPermalink):
    """An entry of a vocabulary: a theme, a setting, a role, a component, a nation, a level or a
    kind of knowledge.
    """

    title: Text
    description: Text
    family: Literal["talk", "write", "use", "lead", "learn"] | None = None
    also: tuple[Text, ...] = ()
    """Other words that people use for it; the finder knows them."""
    guides: tuple[Ref, ...] = ()
    themes: tuple[Id, ...] = ()
    matches: tuple[Match, ...] = ()
    """What it goes with in frameworks that other people use."""

    @property
    def match_refs(self) -> tuple[str, ...]:
        """The sources that say what it goes with, each once."""
        return _sources(self.matches)


class Synonyms(Frozen):
    """Words that mean much the same to someone who is looking for something."""

    id: Id
    words: Annotated[tuple[Text, ...], Field(min_length=2)]

    @property
    def title(self) -> str:
        return self.words[0]


class Wording(Frozen):
    """Words that we avoid in our own voice, what we say in their place, and why."""

    id: Id
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    say: Text
    why: Text
    unless: tuple[Text, ...] = ()
    """Words around them that make them harmless."""

    @property
    def title(self) -> str:
        return self.words[0]


class LinkException(Frozen):
    """Addresses of other websites that the check of links leaves out."""

    id: Id
    address: SourceUrl
    """How they begin."""
    reason: Annotated[str, Field(min_length=10, max_length=300)]

    @property
    def title(self) -> str:
        return self.address


class KeyPoint(HasPermalink):
    """A sentence that a guide claims and examples show."""

    text: Annotated[str, Field(min_length=20, max_length=160)]
    guide: Id
    order: Whole
    summary: Flag = False
    themes: tuple[Id, ...] = ()
    asks: Annotated[tuple[Ask, ...], Field(max_length=12)] = ()
    """How people might ask for it who have the problem."""
    easy: EasyWords | None = None
    matches: tuple[Match, ...] = ()
    """What it goes with in frameworks that other people use."""

    @property
    def title(self) -> str:
        return self.text

    @property
    def match_refs(self) -> tuple[str, ...]:
        """The sources that say what it goes with, each once."""
        return _sources(self.matches)


class BibliographyEntry(HasPermalink):
    """An entry of the bibliography."""

    cited_as: Text
    """How a citation of it reads: Petch, 2012."""
    title: Annotated[str, Field(min_length=1, max_length=300)]
    authors: tuple[Text, ...] = ()
    publisher: Text | None = None
    year: Year | None = None
    url: SourceUrl | None = None
    archive: SourceUrl | None = None
    """Where a web archive keeps a copy."""
    note: Text | None = None
    read: Literal["whole", "extracts", "abstract", "opening"] = "opening"


UKNation = Literal["united-kingdom", "scotland", "england", "wales", "northern-ireland"]
"""A nation that has law of its own, or the whole United Kingdom."""


class Law(HasPermalink):
    """What a law, a standard or a code says, in one line that guides share."""

    name: Text
    """The Act, the regulations, the standards or the code."""
    part: Text
    """The section or the part of it."""
    nations: Annotated[tuple[UKNation, ...], Field(min_length=1)]
    """Where it holds. The page of the first lists it."""
    force: Literal["act", "regulations", "guidance", "standards", "code", "policy", "judgment"]
    """What it is: only Acts, regulations and judgments are law."""
    text: Annotated[str, Field(min_length=20, max_length=600)]
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    read: Literal["full", "part", "secondary"]
    """How much of that part was read, or that another text about it was."""
    checked: Day | None = None
    """The day on which it was last compared with the text; None where nobody noted it."""
    copy_of: Day | None = None
    """The day whose text the copy that was read holds."""
    note: Text | None = None
    guides: tuple[Ref, ...] = ()

    @property
    def title(self) -> str:
        return f"{self.name}, {self.part}"

    @property
    def home(self) -> str:
        """The nation whose page lists it."""
        return self.nations[0]


NAMED_TERMS = "named/"
"""The page of terms that are names, below the glossary."""


class GlossaryTerm(HasPermalink):
    """A term of the glossary."""

    title: Text
    definition: Annotated[str, Field(min_length=20, max_length=600)]
    also: tuple[Text, ...] = ()
    guides: tuple[Ref, ...] = ()
    sources: tuple[Id, ...] = ()
    examples: tuple[Id, ...] = ()
    """Examples that the definition rests on."""
    named: Flag = False
    """Whether it is an approach, a tool or an idea with a name of its own."""

    @property
    def page(self) -> str:
        """The page below the glossary that has it; empty for the glossary itself."""
        return NAMED_TERMS if self.named else ""


class Retired(Frozen):
    """A thing that the library no longer has, where nothing took its place alone."""

    id: TypedRef
    """Its kind and its id: ``theme:strengths``."""
    title: Text
    on: Day
    """The day on which it was retired."""
    reason: Annotated[str, Field(min_length=10, max_length=300)]
    see: Annotated[tuple[TypedRef, ...], Field(min_length=1, max_length=6)]
    """Where to go instead."""
    address: Annotated[str, Field(pattern=r"^([a-z0-9-]+/)+(#[a-z0-9-]+)?$")] | None = None
    """The address that it had, where its kind and its id do not give it."""

    @property
    def typed_refs(self) -> tuple[str, ...]:
        """Where to go instead, as ``kind:id``."""
        return self.see
