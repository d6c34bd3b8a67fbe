"""Notes of a text: numbered as they are called, their calls put where a French book has them.

A call comes before the sign that closes, glued to its word (R64), which is how it leaves the
sentence whole for the rules of composition: they see no call at all. After a figure a thin space
parts both, or `500` and the call of note 2 would be a square.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from aula_reports.compose.blocks import ItemList, Prose
from aula_reports.compose.inline import Inline, Note, RichText, Words
from aula_reports.french.notes import NoteCall, NotedText, call_at, find_calls, is_star
from aula_reports.french.scripts import Script
from aula_reports.french.slips import has_own_stop

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

NOTE_TOKEN = "note_call"

# Signs for private use stand for calls while a text is read (Unicode 16, 23.5).
_FIRST_SIGN = 0xE000
_SIGN = re.compile("([\ue000-\uf8ff])")
_BLANK_LINE = re.compile(r"(?m)^ +$")

_NARROW = "\N{NARROW NO-BREAK SPACE}"
_BLANKS = " \t\n\u00a0\u202f"
_CLOSING_SIGNS = re.compile(rf"[{_BLANKS}]*[.,;:!?…]+\Z")


class Notes:
    """The notes of one text; each gets its number at its first call."""

    def __init__(self, noted: NotedText, compose: Callable[[str], RichText], after: int) -> None:
        """`after` is the last number that the notes before this text have."""
        self.texts: Mapping[str, str] = {note.label: note.text for note in noted.notes}
        self._compose = compose
        self._last = after
        self._called: dict[str, Note] = {}

    def of(self, label: str, text: str) -> Note:
        """Give the note that is called, by its label or with a text of its own."""
        if not label:
            return self._new("", text)
        if label not in self._called:
            self._called[label] = self._new(label, self.texts[label])
        return self._called[label]

    def _new(self, label: str, text: str) -> Note:
        if is_star(label):
            return Note(label, self._compose(text))
        self._last += 1
        return Note(str(self._last), self._compose(text))


def read_calls(parser: MarkdownIt, labels: Iterable[str]) -> None:
    """Teach a parser the calls of notes; one whose label has no text stays as it is typed."""
    known = frozenset(labels)

    def rule(state: StateInline, silent: bool) -> bool:
        call = call_at(state.src, state.pos)
        if call is None or call.end > state.posMax or (call.label and call.label not in known):
            return False
        if not silent:
            token = state.push(NOTE_TOKEN, "", 0)
            token.content, token.meta = call.text, {"label": call.label}
        state.pos = call.end
        return True

    parser.inline.ruler.before("link", NOTE_TOKEN, rule)


def hide_calls(noted: NotedText) -> tuple[str, tuple[NoteCall, ...]]:
    """Put a sign in the place of each call, so that a text may be read without a parser.

    A call whose label has no text stays, as does whatever only looks like one.
    """
    known = {note.label for note in noted.notes}
    calls = tuple(call for call in find_calls(noted.body) if call.label in known or call.text)
    pieces: list[str] = []
    done = 0
    for number, call in enumerate(calls):
        pieces += (noted.body[done : call.start], chr(_FIRST_SIGN + number))
        done = call.end
    pieces.append(noted.body[done:])
    return _BLANK_LINE.sub("", "".join(pieces)), calls


def show_calls(
    words: tuple[Words, ...], calls: Sequence[NoteCall], notes: Notes
) -> tuple[Words, ...]:
    """Make calls of the signs that stand for them."""
    shown: list[Words] = []
    for word in words:
        for part in _SIGN.split(word.text):
            if _SIGN.fullmatch(part):
                call = calls[ord(part) - _FIRST_SIGN]
                shown.append(Words("", note=notes.of(call.label, call.text)))
            elif part:
                shown.append(replace(word, text=part))
    return before_signs(tuple(shown))


def may_hide_calls(text: str) -> bool:
    """Say whether a text has none of the signs that stand for calls."""
    return _SIGN.search(text) is None


def last_number(prose: Prose) -> int:
    """Give the number of the last numbered note that is called in a text; 0 without any."""
    numbers = (
        int(part.note.sign)
        for rich in _rich_texts(prose)
        for part in rich
        if isinstance(part, Words) and part.note and part.note.is_numbered
    )
    return max(numbers, default=0)


def _rich_texts(prose: Prose) -> Iterator[RichText]:
    for block in prose:
        if not isinstance(block, ItemList):
            yield block.text
            continue
        for number, item in enumerate(block.items):
            yield item
            yield from _rich_texts(block.within(number))


def before_signs(words: tuple[Words, ...]) -> tuple[Words, ...]:
    """Put calls before the signs that close what they follow, without a space."""
    if not any(word.note for word in words):
        return words
    placed: list[Words] = []
    for word in words:
        tail = _detached(placed) if word.note else None
        placed.append(word)
        if tail:
            placed.append(tail)
    return tuple(placed)


def _detached(placed: list[Words]) -> Words | None:
    """Take off what a call must not follow: blanks, which are dropped, and closing signs."""
    if not placed or placed[-1].note:
        return None
    last = placed.pop()
    text = last.text.rstrip(_BLANKS)
    signs = None if has_own_stop(text) else _CLOSING_SIGNS.search(text)
    kept = text[: signs.start()] if signs else text
    if kept:
        placed.append(replace(last, text=kept))
    return replace(last, text=signs[0]) if signs else None


def with_signs(rich: RichText) -> RichText:
    """Write the signs of calls, apart from figures and from each other."""
    parts: list[Inline] = []
    for part in rich:
        if isinstance(part, Words) and part.note:
            before = parts[-1] if parts else None
            if isinstance(before, Words) and (before.note or before.text[-1:].isdigit()):
                parts.append(Words(_NARROW))
            parts.append(_call(part.note))
        else:
            parts.append(part)
    return tuple(parts)


def _call(note: Note) -> Words:
    """Write a call upright, whatever stands around it; stars are raised as they are."""
    script = Script.SUPERIOR if note.is_numbered else Script.NORMAL
    return Words(note.sign, script=script, note=note)
