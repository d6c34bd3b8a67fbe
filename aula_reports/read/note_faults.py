"""Notes that do not meet: a call without its text, a text without a call, a text given twice.

They are told where they stand, line and column, since a field may be pages long. Without a call
or a text in the programme, nothing is read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from aula_reports.diagnostics import Finding, Severity
from aula_reports.french.notes import NoteCall, NoteText, find_calls, may_have_notes, part_notes
from aula_reports.model.programme import Programme
from aula_reports.read.near import quoted
from aula_reports.read.places import FieldPath, Places, human_path, place_of
from aula_reports.read.shapes import ModelShape, ScalarShape, SequenceShape, Shape, model_shape
from aula_reports.read.text_places import TextPlaces


class _Fault(Struct, frozen=True):
    """What is wrong with characters `start` to `end` of a text."""

    code: str
    start: int
    end: int
    message: str
    remedy: str
    severity: Severity = Severity.ERROR


def note_findings(values: object, places: Places | None) -> tuple[Finding, ...]:
    """Tell the faults of all notes of a programme's plain values."""
    noted = [(path, text) for path, text in _noted(values, ()) if _is_markdown(path)]
    sources = TextPlaces()
    return tuple(
        Finding(
            fault.severity,
            fault.code,
            fault.message,
            sources.of_words(place_of(path, places), text, fault.start, fault.end),
            human_path(path),
            fault.remedy,
        )
        for path, text in noted
        for fault in _faults(text)
    )


def _noted(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Find the texts that hold the beginning of a call."""
    if isinstance(value, str):
        if may_have_notes(value):
            yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _noted(part, (*path, key))
    elif isinstance(value, (list, tuple)):
        for rank, part in enumerate(value):
            yield from _noted(part, (*path, rank))


def _is_markdown(path: FieldPath) -> bool:
    shape: Shape | None = model_shape(Programme)
    for step in path:
        if isinstance(shape, ModelShape):
            shape = shape.fields.get(str(step))
        elif isinstance(shape, SequenceShape) and isinstance(step, int):
            shape = shape.item(step)
        else:
            return False
    return isinstance(shape, ScalarShape) and shape.is_markdown


def _faults(text: str) -> Iterator[_Fault]:
    """Find what is wrong with the notes of one text."""
    noted = part_notes(text)
    calls = tuple(find_calls(noted.body))
    yield from _faults_of_calls(calls, {note.label for note in noted.notes})
    called = {call.label for call in calls}
    seen: set[str] = set()
    for note in noted.notes:
        yield from _faults_of_text(
            note, is_called=note.label in called, is_known=note.label in seen
        )
        seen.add(note.label)


def _faults_of_calls(calls: Iterable[NoteCall], known: set[str]) -> Iterator[_Fault]:
    for call in calls:
        if call.is_open:
            message = f"la note ouverte par {quoted('^[')} est vide, ou n’est pas fermée"
            yield _Fault("E322", call.start, call.end, message, f"écrire {quoted('^[texte]')}")
        elif call.label and call.label not in known:
            message = f"l’appel de note {quoted(f'[^{call.label}]')} n’a pas de texte"
            remedy = f"écrire la note dans un alinéa à elle : {quoted(f'[^{call.label}]: …')}"
            yield _Fault("E318", call.start, call.end, message, remedy)
        elif call.text and any(find_calls(call.text)):
            yield _nested(call.start, call.start + 2, "^[")


def _faults_of_text(note: NoteText, *, is_called: bool, is_known: bool) -> Iterator[_Fault]:
    mark = f"[^{note.label}]:"
    start, end = note.mark, note.mark + len(mark)
    if is_known:
        message = f"la note {quoted(mark)} est donnée deux fois"
        yield _Fault("E319", start, end, message, "n’en garder qu’une, ou changer son appel")
    elif not is_called:
        message = f"la note {quoted(mark)} n’est appelée nulle part dans ce texte"
        remedy = f"écrire {quoted(mark[:-1])} après le mot qu’elle éclaire, ou l’ôter"
        yield _Fault("E320", start, end, message, remedy, Severity.WARNING)
    if any(find_calls(note.text)):
        yield _nested(start, end, mark)


def _nested(start: int, end: int, mark: str) -> _Fault:
    message = f"la note {quoted(mark)} appelle elle-même une note"
    return _Fault("E321", start, end, message, "tout dire dans la même note")
