"""Notes at the foot: set with the text that calls them, laid under the lines that do.

They stand under a short rule, the last line of the last one on the baseline that ends the page or
the column. A note is not parted: the line that calls it goes on with it to the next page. One that
is called again on another page stands there again, for the eye only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from aula_reports.compose.inline import Note, RichText, Words
from aula_reports.geometry import mm
from aula_reports.typeset.galley import Galley, call_anchor, note_anchor, zone_of
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.pages import LinkThing, Place
from aula_reports.typeset.runs import LineSpan

# White between the last line of text and the first of the notes, in lines beside its own.
NOTE_HEAD = 1.0
_STYLE = "note"
# The text stands as far in as a paragraph begins, its number flush right before it: near enough
# for readers of the file to take both for one line. The rule, and its rise over the first baseline.
_INDENT = mm(4.5)
_SIGN_GAP = mm(0.9)
_RULE_COLUMNS = 2
_RULE_RISE = mm(4.2)
_RULE_WEIGHT = 0.35


class SetNote(Struct, eq=False):
    """A note, set; its element is opened where it is first laid. `height` is in lines."""

    note: Note
    galley: Galley
    height: float
    node: int | None = None


class Called(Struct, frozen=True, eq=False):
    """A note that a line calls, by the element of the call."""

    note: SetNote
    call: int


def set_notes(
    maker: PageMaker, rich: RichText, measure: float, known: dict[Note, SetNote]
) -> Mapping[int, SetNote]:
    """Set the notes that a text calls, by the place of their call; each but once, in `known`."""
    found: dict[int, SetNote] = {}
    for place, part in enumerate(rich):
        if isinstance(part, Words) and part.note:
            if part.note not in known:
                galley = maker.set(part.note.text, _STYLE, measure - _INDENT)
                height = galley.height / maker.grid.pitch
                known[part.note] = SetNote(part.note, galley, height)
            found[place] = known[part.note]
    return found


def foot_of(notes: Iterable[SetNote]) -> float:
    """Say how many lines notes take at a foot, with the white over them."""
    height = sum(note.height for note in dict.fromkeys(notes))
    return height + NOTE_HEAD if height else 0.0


def lay_notes(maker: PageMaker, called: Sequence[Called], x: float, foot: float) -> None:
    """Lay the notes of a page or column so that they end on a line."""
    if not called:
        return
    calls: dict[SetNote, list[int]] = {}
    for one in called:
        calls.setdefault(one.note, []).append(one.call)
    last = next(reversed(calls)).galley
    y = maker.y(foot) + sum(note.galley.height for note in calls) - last.leading
    maker.rule(x, y + _RULE_RISE, maker.grid.columns(_RULE_COLUMNS), weight=_RULE_WEIGHT)
    for note, own in calls.items():
        y = _lay_note(maker, note, own, (x, y))


def _lay_note(
    maker: PageMaker, note: SetNote, calls: Sequence[int], at: tuple[float, float]
) -> float:
    """Lay a note from its first baseline on; return the baseline that would follow."""
    x, y = at
    is_first = note.node is None
    if note.node is None:
        note.node = maker.node("Note")
    for call in calls:
        top = y + note.galley.leading
        maker.anchors[note_anchor(call)] = Place(maker.page_number, top, note.node)
    node = note.node if is_first else None
    _lay_sign(maker, note.note, node, calls[0], at)
    return maker.text(node, (x + _INDENT, y), note.galley)


def _lay_sign(
    maker: PageMaker, note: Note, node: int | None, call: int, at: tuple[float, float]
) -> None:
    """Lay the number, on the line and with a full stop, or the stars; both lead to the call."""
    sign = (Words(f"{note.sign}." if note.is_numbered else note.sign),)
    set_sign = maker.setter.line(sign, _STYLE)
    at = (at[0] + _INDENT - _SIGN_GAP - set_sign.width, at[1])
    link = None if node is None else maker.node("Link", maker.node("Lbl", node))
    maker.line(link, at, sign, _STYLE)
    if link is not None:
        (span,) = set_sign.spans
        assert isinstance(span, LineSpan)
        says = f"Retour à l’appel de la note {note.sign}"
        maker.put(LinkThing(link, zone_of(span, at), f"#{call_anchor(call)}", says))
