"""What a screen reader hears is what was said: the file's text in the order of its structure."""

from __future__ import annotations

import re

from aula_reports.compose.activity_report import compose_report
from aula_reports.compose.blocks import Paragraph, Prose, SheetPages
from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.model.programme import Programme
from aula_reports.pipeline import Publication
from tests.write.structure_walk import StructureReport


def _letters(text: str) -> str:
    """The signs of a text without its spaces, whatever lines it was broken into."""
    return re.sub(r"[\s\u00ad]+", "", text)


def _said(prose: Prose) -> list[str]:
    said: list[str] = []
    for part in prose:
        texts = (part.text,) if isinstance(part, Paragraph) else part.items
        said += [plain(_without_calls(text)) for text in texts]
    return said


def _without_calls(text: RichText) -> RichText:
    """Calls of notes are elements of their own, heard by themselves."""
    return tuple(part for part in text if not (isinstance(part, Words) and part.note))


def test_a_note_is_heard_after_the_text_that_calls_it(web_structure: StructureReport) -> None:
    heard = [role for role, text in web_structure.texts if "Né de la loi du 21" in text]
    assert heard == ["Note"]


def test_sheets_are_heard_as_they_were_said(
    programme: Programme, report: Publication, web_structure: StructureReport
) -> None:
    heard = _letters("".join(text for _, text in web_structure.texts))
    place, count = 0, 0
    for part in compose_report(programme, report.layout).parts:
        for block in part.blocks:
            if not isinstance(block, SheetPages):
                continue
            for sheet in block.sheets:
                said = [plain(sheet.title), *map(plain, sheet.subtitle)]
                said += [text for chapter in sheet.chapters for text in _said(chapter.prose)]
                for text in said:
                    found = heard.find(_letters(text), place)
                    assert found >= 0, text
                    place = found
                count += 1
    assert count == 47


def test_every_figure_is_told(web_structure: StructureReport) -> None:
    assert all(text.strip() for text in web_structure.alternatives)
    codes = [text for text in web_structure.alternatives if text.startswith("QR code")]
    assert len(codes) == 15


def test_print_says_the_same_words(
    web_structure: StructureReport, print_structure: StructureReport
) -> None:
    def words(structure: StructureReport) -> str:
        return _letters("".join(text for _, text in structure.texts))

    assert words(web_structure) == words(print_structure)
