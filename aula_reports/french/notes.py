"""Calls of notes and the texts of notes, as Markdown's writers know them (Pandoc, `[^1]`).

A call is `[^label]`; its text is a paragraph of its own that starts with `[^label]:`. A note may
also stand where it is called, `^[text]`. Nothing here says how a note looks or is numbered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

_LABEL = r"\[\^([^\[\]\s]+)\]"
_CALL = re.compile(_LABEL)
_TEXT_HEAD = re.compile(rf" {{0,3}}{_LABEL}:[ \t]*(?=\S)")
# What may be a call, after what hides it: a sign escaped, a piece of code.
_MARKS = re.compile(rf"\\.|(`+)(?!`).*?(?<!`)\1(?!`)|{_LABEL}|\^\[", re.DOTALL)
_BRACKETS = re.compile(r"\n[ \t]*\n|\\.|[\[\]]", re.DOTALL)
# Without one of these a text has no notes at all.
_SIGNS = ("[^", "^[")


class NoteCall(Struct, frozen=True):
    """A call at `start` to `end` (excluded): of a label, or with the note's own text."""

    start: int
    end: int
    label: str = ""
    text: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether it is a note in place that nothing closes."""
        return not (self.label or self.text)


class NoteText(Struct, frozen=True):
    """The text of a note, and its whole paragraph from `start` to `end` (excluded).

    `mark` is where its label is written.
    """

    label: str
    text: str
    start: int
    mark: int
    end: int


class NotedText(Struct, frozen=True):
    """A text whose notes have been taken out of `body`: blanks stand in their place."""

    body: str
    notes: tuple[NoteText, ...]


def may_have_notes(text: str) -> bool:
    """Say whether a text holds the beginning of a call."""
    return any(sign in text for sign in _SIGNS)


def part_notes(text: str) -> NotedText:
    """Take the texts of notes out of a text; what remains keeps its places."""
    notes = tuple(_note_texts(text))
    body = text
    for note in notes:
        blank = re.sub(r"[^\n]", " ", text[note.start : note.end])
        body = body[: note.start] + blank + body[note.end :]
    return NotedText(body, notes)


def find_calls(text: str) -> Iterator[NoteCall]:
    """Find the calls of a text, in order; those inside notes in place are not looked for."""
    at = 0
    while mark := _MARKS.search(text, at):
        call = call_at(text, mark.start())
        if call is not None:
            yield call
        elif mark[0] == "^[":
            yield NoteCall(mark.start(), mark.end())
        at = call.end if call else mark.end()


def call_at(text: str, start: int) -> NoteCall | None:
    """Read the call that begins at a place, if there is one."""
    if match := _CALL.match(text, start):
        return NoteCall(start, match.end(), label=match[1])
    if not text.startswith("^[", start):
        return None
    end = _closing(text, start + 1)
    inside = text[start + 2 : end - 1].strip() if end else ""
    return NoteCall(start, end, text=inside) if inside else None


def is_star(label: str) -> bool:
    """Say whether a note is called by stars; all others are numbered, whatever their label."""
    return not label.strip("*") and bool(label)


def _note_texts(text: str) -> Iterator[NoteText]:
    """Find the paragraphs that are notes: each ends with a blank line or where another begins."""
    head: re.Match[str] | None = None
    follows_blank, first, start = True, 0, 0
    for line in text.splitlines(keepends=True):
        begins = _TEXT_HEAD.match(line) if follows_blank or head else None
        is_blank = not line.strip()
        if head and (begins or is_blank):
            yield _note_text(text, head, first, start)
            head = None
        if begins:
            head, first = begins, start
        follows_blank = is_blank
        start += len(line)
    if head:
        yield _note_text(text, head, first, start)


def _note_text(text: str, head: re.Match[str], start: int, end: int) -> NoteText:
    words = " ".join(text[start + head.end() : end].split())
    return NoteText(head[1], words, start, start + head[0].index("["), end)


def _closing(text: str, start: int) -> int:
    """Find the end of the bracket that opens at a place; 0 where nothing closes it."""
    return _closings(text).get(start, 0)


@lru_cache(maxsize=4)
def _closings(text: str) -> Mapping[int, int]:
    """Match all brackets of a text in one pass; none reaches over a blank line."""
    ends: dict[int, int] = {}
    waiting: list[int] = []
    for mark in _BRACKETS.finditer(text):
        if mark[0] == "[":
            waiting.append(mark.start())
        elif mark[0] == "]" and waiting:
            ends[waiting.pop()] = mark.end()
        elif mark[0].startswith("\n"):
            waiting.clear()
    return ends
