"""Set lines that are kept: they come back as they were, and are asked for before any are made."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest

from aula_reports.compose.inline import Mark, Note, RichText, Words
from aula_reports.french.scripts import Script
from aula_reports.geometry import mm
from aula_reports.keeping import Keeper
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.kept_lines import LineTable, lines_of, table_of
from aula_reports.typeset.paragraph import Lines, Setter
from tests.typeset.conftest import STYLES
from tests.typeset.test_paragraph import PROSE

ALL_KINDS: RichText = (
    Words("Une action "),
    Words("nouvelle", italic=True),
    Mark("etoile", "*"),
    Words(", décrite sur "),
    Words("le site de l’agence", href="https://exemple.fr/"),
    Words("1", script=Script.SUPERIOR, note=Note("1", (Words("En ligne."),))),
    Words(" depuis le XIX"),
    Words("e", script=Script.SUPERIOR),
    Words(" siècle, avec une fin efficace. " + PROSE),
)


def keeping(keeper: Keeper[Lines], faces: FaceTable) -> Setter:
    return Setter(faces, STYLES, keeper=keeper)


def through_a_file(lines: Mapping[bytes, Lines]) -> dict[bytes, Lines]:
    content = msgspec.msgpack.encode(table_of(lines))
    return lines_of(msgspec.msgpack.decode(content, type=LineTable))


def said(lines: Lines) -> object:
    """Say lines by all that they hold: runs are equal only to themselves."""
    return msgspec.to_builtins(lines)


@pytest.mark.parametrize("style", sorted(STYLES))
@pytest.mark.parametrize("measure", [mm(42), mm(78), mm(160)])
def test_lines_come_back_as_they_were(setter: Setter, style: str, measure: float) -> None:
    made = setter.set(ALL_KINDS, style, measure, first_indent=mm(4))
    alone = (setter.line(ALL_KINDS, style),)
    back = through_a_file({b"set": made, b"line": alone, b"none": None, b"empty": ()})
    assert said(back[b"set"]) == said(made)
    assert said(back[b"line"]) == said(alone)
    assert back[b"none"] is None
    assert back[b"empty"] == ()


def test_a_run_that_comes_back_is_shared(setter: Setter) -> None:
    (line,) = through_a_file({b"": (setter.line("mot mot", "body"),)})[b""] or ()
    (span,) = line.spans
    first, _, last = [run for run, _ in getattr(span, "runs")]  # noqa: B009 -- no mark here
    assert first is last


def test_what_is_kept_is_not_set_again(faces: FaceTable, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Keeper[Lines]({})
    asked = keeping(first, faces)
    made = [
        asked.set(ALL_KINDS, "body", mm(78)),
        asked.reset((Words(PROSE),), "body", mm(160), first_indent=0.0, lines=6),
        asked.reset((Words(PROSE),), "body", mm(160), first_indent=0.0, lines=60),
        (asked.line("Un titre", "title"),),
    ]
    assert made[2] is None
    assert first.has_changed

    second = Keeper(through_a_file(first.asked))
    again = keeping(second, faces)
    for name in ("_lines_of", "_so_many_of", "_line"):
        monkeypatch.setattr(Setter, name, _refuse)
    back = [
        again.set(ALL_KINDS, "body", mm(78)),
        again.reset((Words(PROSE),), "body", mm(160), first_indent=0.0, lines=6),
        again.reset((Words(PROSE),), "body", mm(160), first_indent=0.0, lines=60),
        (again.line("Un titre", "title"),),
    ]
    assert [said(lines) for lines in back] == [said(lines) for lines in made]
    assert not second.has_changed


@pytest.mark.parametrize(
    "other",
    [
        ((Words(PROSE + " Fin."),), "body", mm(78), 0.0),
        ((Words(PROSE, italic=True),), "body", mm(78), 0.0),
        ((Words(PROSE, href="https://exemple.fr/"),), "body", mm(78), 0.0),
        ((Words(PROSE),), "strict", mm(78), 0.0),
        ((Words(PROSE),), "body", mm(79), 0.0),
        ((Words(PROSE),), "body", mm(78), mm(4)),
    ],
)
def test_another_text_style_or_measure_is_another_setting(
    faces: FaceTable, setter: Setter, other: tuple[RichText, str, float, float]
) -> None:
    keeper = Keeper[Lines]({})
    asking = keeping(keeper, faces)
    asking.set((Words(PROSE),), "body", mm(78))
    rich, style, measure, indent = other
    lines = asking.set(rich, style, measure, first_indent=indent)
    assert said(lines) == said(setter.set(rich, style, measure, first_indent=indent))
    assert len(keeper.asked) == 2


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("what is kept is set again")
