"""A checked thing as a plain value, and back without being checked again: checking costs ten times
as much.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)
UNTOLD: set[str] = set()
"""Which fields were written and which are defaults: nobody asks, and a set for each of ten thousand
examples takes 40 MB.
"""


def plain(thing: BaseModel) -> dict[str, Any]:
    """All of a thing but its defaults: dictionaries, tuples, texts and numbers."""
    return thing.model_dump(exclude_defaults=True)


def rebuilt(model: type[T], value: Any) -> T | None:
    """The thing that `plain` took apart, or None: a foreign value is a miss."""
    try:
        return _made(model, value)
    except (AttributeError, TypeError):
        return None


def _made(model: type[T], value: dict[str, Any]) -> T:
    defaults, needed, inner = _fields(model)
    if not needed <= value.keys() <= defaults.keys():
        raise TypeError(f"other fields than those of {model.__name__}")
    state = {**defaults, **value}
    for name, kind in inner:
        if name in value:
            held = value[name]
            state[name] = (
                tuple([_made(kind, one) for one in held])
                if isinstance(held, tuple)
                else _made(kind, held)
            )
    made = model.__new__(model)
    made.__setstate__(
        {
            "__dict__": state,
            "__pydantic_fields_set__": UNTOLD,
            "__pydantic_extra__": None,
            "__pydantic_private__": None,
        }
    )
    return made


@lru_cache
def _fields(
    model: type[BaseModel],
) -> tuple[dict[str, Any], set[str], list[tuple[str, type[BaseModel]]]]:
    """Default values by field, the fields that have none, and those that hold things of their
    own.
    """
    fields = model.model_fields.items()
    inner = [(name, kind) for name, field in fields for kind in _kinds(field.annotation)]
    return (
        {name: field.get_default() for name, field in fields},
        {name for name, field in fields if field.is_required()},
        inner,
    )


def _kinds(annotation: Any) -> list[type[BaseModel]]:
    """The kinds of thing that a field may hold: none or one."""
    own = [annotation] if isinstance(annotation, type) and issubclass(annotation, BaseModel) else []
    return [*own, *(kind for part in get_args(annotation) for kind in _kinds(part))]
