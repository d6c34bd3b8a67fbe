"""The language of content streams: bytes in, operators with their operands out.

One regular expression cuts the stream: pypdf's own parser takes ten times as long. Numbers are
floats, names are `Name`, strings are bytes (ISO 32000-1, 7.2 and 7.8.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_TOKEN = re.compile(
    rb"""[\0\t\n\f\r\ ]+ | %[^\r\n]*
    | (?P<number>[+-]*+(?:\d++(?:\.\d*+)?+|\.\d++)(?=[\0\t\n\f\r\ ()<>\[\]{}/%]|$))
    | (?P<word>[^\0\t\n\f\r\ ()<>\[\]{}/%]+)
    | (?P<hex><[0-9A-Fa-f\0\t\n\f\r\ ]*>)
    | (?P<string>\((?:[^()\\]++|\\.)*+\))
    | (?P<name>/[^\0\t\n\f\r\ ()<>\[\]{}/%]*)
    | (?P<open>\[|<<) | (?P<close>\]|>>)
    | (?P<nested>\() | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_END_OF_INLINE = re.compile(rb"(?:^|[\0\t\n\f\r ])EI(?=[\0\t\n\f\r ]|$)")
_ESCAPE = re.compile(rb"\\(\r\n|[0-7]{1,3}|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_WORDS = {b"true": True, b"false": False, b"null": None}
# Operands beyond these are rubbish, and are not kept.
_MOST_OPERANDS, _MOST_ITEMS = 4096, 1 << 18
_LONGEST_STRING = 1 << 20
_DEEPEST = 24

Operation = tuple[str, list[Any]]


class Name(str):
    """A name of a content stream, without its slash."""

    __slots__ = ()


def operations(content: bytes) -> Iterator[Operation]:
    """Cut a content stream into operations; an inline image is one, `BI`, with its dictionary."""
    operands: list[Any] = []
    stack: list[list[Any]] = []
    place, end = 0, len(content)
    while place < end:
        found = _TOKEN.match(content, place)
        assert found is not None  # the last branch takes any byte
        place, kind = found.end(), found.lastgroup
        if kind is None:
            continue
        if kind == "word":
            word = found[0]
            if word in _WORDS:
                operands.append(_WORDS[word])
            elif word == b"ID":
                pairs = stack.pop() + operands if stack else operands
                yield "BI", [_dictionary(pairs)]
                place, operands = _after_inline(content, place), []
            elif word != b"BI":
                yield word.decode("latin-1"), operands
                operands, stack = [], []
        elif kind == "open" and len(stack) < _DEEPEST:
            stack.append(operands)
            operands = []
        elif kind == "close":
            if stack:
                made = operands if found[0] == b"]" else _dictionary(operands)
                operands = stack.pop()
                operands.append(made)
        elif kind == "nested":
            value, place = _nested_string(content, place)
            operands.append(value)
        elif len(operands) < (_MOST_ITEMS if stack else _MOST_OPERANDS):
            operands.append(_value(kind, found[0]))


def _value(kind: str, token: bytes) -> Any:
    match kind:
        case "number":
            return _number(token)
        case "hex":
            return _hex(token[1:-1])
        case "string":
            return _unescaped(token[1:-1])
        case "name":
            return Name(_NAME_ESCAPE.sub(_named_byte, token[1:]).decode("utf-8", "replace"))
    return None


def _number(token: bytes) -> float:
    try:
        return float(token)
    except ValueError:  # « --5 », which some producers write
        return float(token.lstrip(b"+-") or b"0")


def _named_byte(found: re.Match[bytes]) -> bytes:
    return bytes((int(found[1], 16),))


def _hex(digits: bytes) -> bytes:
    packed = digits.translate(None, b"\0\t\n\f\r ")
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode())


def _unescaped(inside: bytes) -> bytes:
    return _ESCAPE.sub(_escaped, inside) if b"\\" in inside else inside


def _escaped(found: re.Match[bytes]) -> bytes:
    escape = found[1]
    if escape[:1].isdigit() and escape[:1] < b"8":
        return bytes((int(escape, 8) & 0xFF,))
    if escape in (b"\n", b"\r", b"\r\n"):
        return b""
    return _ESCAPES.get(escape, escape)


def _nested_string(content: bytes, place: int) -> tuple[bytes, int]:
    """Read a string with parentheses in it, from behind the first one."""
    depth, start = 1, place
    end = min(len(content), start + _LONGEST_STRING)
    while place < end:
        byte = content[place]
        if byte == 0x5C:
            place += 1
        elif byte == 0x28:
            depth += 1
        elif byte == 0x29:
            depth -= 1
            if not depth:
                return _unescaped(content[start:place]), place + 1
        place += 1
    return b"", end


def _dictionary(items: list[Any]) -> dict[str, Any]:
    pairs = zip(items[::2], items[1::2], strict=False)
    return {str(key): value for key, value in pairs}


def _after_inline(content: bytes, place: int) -> int:
    """Find the end of an inline image's samples."""
    found = _END_OF_INLINE.search(content, place)
    return found.end() if found else len(content)
