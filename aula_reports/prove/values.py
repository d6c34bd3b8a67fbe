"""Values of a PDF file taken with care: a damaged file holds anything anywhere.

Everything here answers with a plain value, or with nothing where the file says something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, StreamObject

# A reference to a reference to a reference…: no honest file goes further.
_LONGEST_CHAIN = 16


def solved(value: Any) -> Any:
    """Follow references to what they stand for; nothing where that cannot be read."""
    for _ in range(_LONGEST_CHAIN):
        if not isinstance(value, IndirectObject):
            return None if isinstance(value, NullObject) else value
        try:
            value = value.get_object()
        except Exception:  # pypdf raises anything on damaged objects
            return None
    return None


def raw(dictionary: Any, key: str) -> Any:
    """Give an entry as it is written, reference or not."""
    held = solved(dictionary)
    return held.raw_get(key) if isinstance(held, DictionaryObject) and key in held else None


def entry(dictionary: Any, *keys: str) -> Any:
    """Give what an entry stands for, through as many dictionaries as there are keys."""
    for key in keys:
        dictionary = solved(raw(dictionary, key))
    return dictionary


def number_of(value: Any) -> int:
    """Give the number of the object that a value refers to, or that it is; 0 for a direct one."""
    if not isinstance(value, IndirectObject):
        value = getattr(value, "indirect_reference", None)
    return value.idnum if isinstance(value, IndirectObject) else 0


def entry_number(dictionary: Any, key: str) -> int:
    return number_of(raw(dictionary, key))


def as_dictionary(value: Any) -> DictionaryObject:
    held = solved(value)
    return held if isinstance(held, DictionaryObject) else DictionaryObject()


def as_list(value: Any) -> list[Any]:
    """Give the items of an array as they are written; one value alone is a list of one."""
    held = solved(value)
    if isinstance(held, ArrayObject):
        return list(held)
    return [] if held is None else [value]


def entries(dictionary: Any) -> Iterator[tuple[str, Any]]:
    """Give the entries of a dictionary, references unsolved."""
    held = as_dictionary(dictionary)
    for key in tuple(held):
        yield str(key), held.raw_get(key)


def name_of(value: Any) -> str:
    """Give a name without its slash; an empty text for what is no name."""
    held = solved(value)
    return held[1:] if isinstance(held, str) and held.startswith("/") else ""


def text_of(value: Any) -> str:
    """Give a text string; an empty one for what is none."""
    held = solved(value)
    if isinstance(held, bytes):
        return held.decode("latin-1")
    return held if isinstance(held, str) and not held.startswith("/") else ""


def is_true(value: Any) -> bool:
    """Say whether a boolean is true: pypdf's are objects, and any object is true to Python."""
    held = solved(value)
    return getattr(held, "value", held) is True


def real(value: Any, otherwise: float = 0.0) -> float:
    held = solved(value)
    if isinstance(held, bool) or not isinstance(held, (int, float)):
        return otherwise
    return float(held)


def reals(value: Any) -> tuple[float, ...]:
    """Give the numbers of an array; nothing if one of them is none."""
    items = [solved(item) for item in as_list(value)]
    if any(isinstance(item, bool) or not isinstance(item, (int, float)) for item in items):
        return ()
    return tuple(map(float, items))


def stream_bytes(value: Any) -> bytes | None:
    """Decode a stream; nothing where it is none or cannot be decoded within pypdf's bounds."""
    held = solved(value)
    if not isinstance(held, StreamObject):
        return None
    try:
        return held.get_data()
    except Exception:  # any filter may fail in its own way
        return None


def filters_of(value: Any) -> list[str]:
    """Name the filters of a stream in the order in which they are undone."""
    return [name_of(one) for one in as_list(raw(value, "/Filter"))]
