"""The Markdown that nearly all texts are written in, read without a parser.

Paragraphs, lists of one level, words in bold: three marks that cannot be mistaken for others where
they stand as `read_plain` wants them. Bringing in the parser for them would take longer than all
the rest of the reading. Whatever else a text holds, in any place, leaves the whole text to the
parser, and what is read here is what the parser would have read (CommonMark 0.31).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from aula_reports.compose.inline import Words


class PlainParagraph(Struct, frozen=True):
    """The words of a paragraph, as they were typed."""

    words: tuple[Words, ...]


class PlainList(Struct, frozen=True):
    """The words of each item, as they were typed."""

    items: tuple[tuple[Words, ...], ...]
    ordered: bool


PlainBlock = PlainParagraph | PlainList

# Signs that may be marks wherever they stand, and blanks that end or widen a line.
_MARKS = re.compile(r"[\\`_\[\]<&\0-\t\v-\x1f\x85]| \n")
# What may begin a heading, a list, a quotation, a rule or a line of code. Words in bold do not.
_BLOCK_START = re.compile(r"\s|[-+#>=~]|\*(?!\*\w)|\d{1,9}[.)]")
_BULLET, _NUMBER = re.compile("- "), re.compile(r"\d{1,9}\. ")
# Blanks outside and letters at the start: these stars can only open, and then close.
_BOLD = re.compile(r"(?<!\S)\*\*(?=[^\W_])([^*]*[^*\s])\*\*(?!\S)")


def read_plain(text: str) -> tuple[PlainBlock, ...] | None:
    """Read a text; None if it may hold anything but paragraphs, lists and words in bold."""
    if _MARKS.search(text):
        return None
    blocks = [_block(lines) for lines in text.strip("\n").split("\n\n") if lines]
    known = tuple(block for block in blocks if block is not None)
    return None if len(known) < len(blocks) or _touch(known) else known


def _touch(blocks: tuple[PlainBlock, ...]) -> bool:
    """Two lists in a row may be one list with blank lines in it."""
    kinds = [isinstance(block, PlainList) for block in blocks]
    return any(first and second for first, second in pairwise(kinds))


def _block(text: str) -> PlainBlock | None:
    lines = text.strip("\n").split("\n")
    for mark in (_BULLET, _NUMBER):
        if mark.match(lines[0]):
            return _list(lines, mark)
    words = _words(lines)
    return None if words is None else PlainParagraph(words)


def _list(lines: list[str], mark: re.Pattern[str]) -> PlainList | None:
    """Read a list whose lines all stand where the words of their item do."""
    items: list[list[str]] = []
    indent = ""
    for line in lines:
        if head := mark.match(line):
            indent = " " * head.end()
            items.append([])
        elif not line.startswith(indent):
            return None
        items[-1].append(line[len(indent) :])
    words = [_words(item) for item in items]
    known = tuple(item for item in words if item is not None)
    return PlainList(known, mark is _NUMBER) if len(known) == len(words) else None


def _words(lines: list[str]) -> tuple[Words, ...] | None:
    """Join lines and part what is bold from what is not; None if they may be something else."""
    if any(not line or _BLOCK_START.match(line) for line in lines):
        return None
    return _parted(" ".join(lines).strip())


def _parted(text: str) -> tuple[Words, ...] | None:
    parts = _BOLD.split(text)
    if any("*" in part for part in parts):
        return None
    return tuple(_alternating(parts))


def _alternating(parts: list[str]) -> Iterator[Words]:
    for index, part in enumerate(parts):
        if part:
            yield Words(part, bold=index % 2 == 1)
