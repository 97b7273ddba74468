"""The types of fields that models share, and the frozen model that all of them are."""

import datetime
import re
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import SchemaValidator, core_schema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""What an id may look like. CONTRIBUTING says the same in words."""

NUMBER = re.compile(r"[0-9]{1,9}")
READ = {"opening": 1, "abstract": 2, "extracts": 3, "whole": 4}
"""How much of a source was read, with the number of filled squares that show it."""


FIRST_DAY, LAST_DAY = "1990-01-01", "2099-12-31"
"""Between these somebody can have sent, read or agreed to something, or be asked again."""


def _real_day(value: str) -> str:
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        raise ValueError("no such day") from None
    if not FIRST_DAY <= value <= LAST_DAY:
        raise ValueError("no likely year")
    return value


def _digits(value: Any) -> Any:
    if isinstance(value, str) and not NUMBER.fullmatch(value):
        raise ValueError("not a whole number")
    return value


def _truth(value: Any) -> Any:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


WEB = SchemaValidator(core_schema.url_schema(max_length=2083, allowed_schemes=["http", "https"]))
"""What pydantic's HttpUrl takes. Its module imports much that nothing else here needs."""
LINKED = SchemaValidator(core_schema.url_schema(allowed_schemes=["https"]))
"""An https address of any length: what a link may lead to."""
WRITTEN = re.compile(
    r"https://([^/?#\s\[\]]*@)?"
    r"(\[[\da-fA-F:.]+\]|[^/?#\s\[\].:@\\]+(\.[^/?#\s\[\].:@\\]+)*\.?)(:\d*)?"
    r"([/?#]\S*)?"
)
"""An address as it has to be written. pydantic repairs what other readers refuse or take for
something else: a slash too few, an empty part of the host, a bracket before it.
"""


def _web_address(value: str) -> str:
    WEB.validate_python(value)
    return value


def is_web_address(value: str) -> bool:
    """Whether a text is a whole address with https: that browsers, and the tools of the build, can
    read.
    """
    return bool(WRITTEN.fullmatch(value)) and LINKED.isinstance_python(value)


MAX_EASY_WORDS = 12
"""Words in a sentence of easy words."""
EASY_PATTERN = rf"^(\S*[^\s.?!;:] ){{2,{MAX_EASY_WORDS - 1}}}\S*[.?]$"
"""One short sentence: no mark ends a thought before its last word."""
Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=80)]
Ref = Annotated[str, Field(pattern=r"^[a-z0-9-]+(#[a-z0-9-]+)?$", max_length=160)]
"""A guide, or a section of one: ``guide`` or ``guide#heading-id``."""
TypedRef = Annotated[str, Field(pattern=r"^[a-z-]+:[a-z0-9-]+(#[a-z0-9-]+)?$", max_length=200)]
"""A link by kind and id: ``example:aberdeen-inca``, ``guide:risk#rights``."""
Text = Annotated[str, Field(min_length=1, max_length=400)]
Ask = Annotated[str, Field(min_length=8, max_length=160)]
"""How somebody might ask for a thing, in their own words."""
Markdown = Annotated[str, Field(min_length=1, json_schema_extra={"format": "markdown"})]
Day = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        json_schema_extra={
            "format": "date",
            "formatMinimum": FIRST_DAY,
            "formatMaximum": LAST_DAY,
        },
    ),
    AfterValidator(_real_day),
]
EasySentence = Annotated[str, Field(pattern=EASY_PATTERN, max_length=90)]
EasyWords = Annotated[tuple[EasySentence, ...], Field(min_length=2, max_length=6)]
"""The gist in short sentences, one idea each, for people who find reading hard."""
Whole = Annotated[int, BeforeValidator(_digits)]
Year = Annotated[Whole, Field(ge=1900, le=2100)]
Minutes = Annotated[Whole, Field(ge=1, le=600)]
SourceUrl = Annotated[
    str,
    Field(pattern=r"""^https?://[^\s<>"']+$""", max_length=2000),
    AfterValidator(_web_address),
]
"""The address of a source. Some old ones have ``http:`` only."""
Flag = Annotated[bool, BeforeValidator(_truth)]
Use = Literal["self", "one-to-one", "team"]


NO_FIELDS: set[str] = set()


class Frozen(BaseModel):
    """A checked thing: it cannot change and knows no other fields than its own."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        ignored_types=(cached_property,),
        defer_build=True,
    )

    def model_post_init(self, context: Any) -> None:
        """Drops the set of fields that were given: nobody asks for it, and at ten thousand examples
        it takes 40 MB.
        """
        object.__setattr__(self, "__pydantic_fields_set__", NO_FIELDS)


class HasPermalink(Frozen):
    """A thing whose id is an address, which lasts."""

    id: Id
    aliases: tuple[Id, ...] = ()
    """Ids that it had before, or that things had which it took in. Each goes on leading here."""


class Change(Frozen):
    """Something that changed on a page, for people who taught with it before."""

    on: Day = Field(description="The day it changed, as YYYY-MM-DD.")
    what: Annotated[str, Field(min_length=10, max_length=240)] = Field(
        description="What changed, in one sentence. For example: The evaluation of 2027 is added."
    )
