"""Notes at the foot: set with the text that calls them, laid under the lines that do.

They stand under a short rule, the last line of the last one on the baseline that ends the page or
the column. A long one may be parted where a text runs on over pages (`foot_breaks`): its rest
stands first on the next, under a rule as wide as the text. One that is called again on another
page stands there again, for the eye only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from aula_reports.compose.inline import Note, RichText, Words
from aula_reports.geometry import mm
from aula_reports.typeset.flow import Footnote
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
    measure: float = 0.0
    node: int | None = None
    tags: dict[int, int] = field(default_factory=dict)
    is_repeated: bool = False

    def foot(self, pitch: float) -> Footnote:
        """Say what the note takes at a foot, its lines in the unit of which `pitch` is one."""
        lines = len(self.galley.lines)
        return Footnote(id(self), lines, self.height * pitch / lines)


class NotePart(Struct, frozen=True, eq=False):
    """Lines of a note that stand on one page: all, or some of a note that is parted."""

    note: SetNote
    lines: range

    @property
    def galley(self) -> Galley:
        whole = self.note.galley
        return replace(whole, lines=whole.lines[self.lines.start : self.lines.stop])


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
                known[part.note] = SetNote(part.note, galley, height, measure)
            found[place] = known[part.note]
    return found


def foot_of(notes: Iterable[SetNote]) -> float:
    """Say how many lines notes take at a foot, with the white over them."""
    height = sum(note.height for note in dict.fromkeys(notes))
    return height + NOTE_HEAD if height else 0.0


def lay_notes(
    maker: PageMaker,
    called: Sequence[Called],
    x: float,
    foot: float,
    parts: Sequence[NotePart] = (),
) -> None:
    """Lay the notes of a page or column so that they end on a line: all of each, or these parts."""
    calls: dict[SetNote, list[int]] = {}
    for one in called:
        calls.setdefault(one.note, []).append(one.call)
    parts = parts or [NotePart(note, range(len(note.galley.lines))) for note in calls]
    if not parts:
        return
    galleys = [part.galley for part in parts]
    y = maker.y(foot) + sum(galley.height for galley in galleys) - galleys[-1].leading
    goes_on = parts[0].lines.start > 0
    width = parts[0].note.measure if goes_on else maker.grid.columns(_RULE_COLUMNS)
    maker.rule(x, y + _RULE_RISE, width, weight=_RULE_WEIGHT)
    for part in parts:
        if part.lines.start:
            y = _lay_rest(maker, part, (x, y))
        else:
            y = _lay_start(maker, part, calls[part.note], (x, y))


def _lay_rest(maker: PageMaker, part: NotePart, at: tuple[float, float]) -> float:
    """Lay what is left of a note whose start stands on a page before."""
    note = part.note
    node = None if note.is_repeated else note.node
    return maker.text(node, (at[0] + _INDENT, at[1]), part.galley, tags=note.tags)


def _lay_start(
    maker: PageMaker, part: NotePart, calls: Sequence[int], at: tuple[float, float]
) -> float:
    """Lay a note from its first baseline on; return the baseline that would follow."""
    x, y = at
    note = part.note
    is_first = note.node is None
    note.is_repeated = not is_first
    if note.node is None:
        note.node = maker.node("Note")
    for call in calls:
        top = y + note.galley.leading
        maker.anchors[note_anchor(call)] = Place(maker.page_number, top, note.node)
    node = note.node if is_first else None
    _lay_sign(maker, note.note, node, calls[0], at)
    return maker.text(node, (x + _INDENT, y), part.galley, tags=note.tags if is_first else None)


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
