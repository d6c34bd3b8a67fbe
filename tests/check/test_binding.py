"""Pages that do not fill the sheets of their binding are told when the book is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports import build, resources
from aula_reports.check.binding import binding_findings
from aula_reports.model.printer import Binding
from aula_reports.read.layouts import read_layout
from tests.report.test_odd_reports import axis, programme, sheet

LAYOUT = read_layout(resources.layout_folder("rapport"), resources.layout_folder)


@pytest.mark.parametrize(
    ("binding", "pages", "missing"),
    [
        (Binding.SADDLE, 8, ""),
        (Binding.SADDLE, 7, "ajouter 1 page,"),
        (Binding.SADDLE, 9, "ajouter 3 pages,"),
        (Binding.GLUED, 9, ""),
        (Binding.NONE, 9, ""),
    ],
)
def test_stitched_sheets_have_four_pages(binding: Binding, pages: int, missing: str) -> None:
    layout = LAYOUT.model_copy(update={"binding": binding})
    remedies = [finding.remedy for finding in binding_findings(pages, layout)]
    assert len(remedies) == bool(missing)
    assert all(remedy.startswith(missing) for remedy in remedies)


@pytest.mark.parametrize("multiple", [1, 4])
def test_the_build_tells_sheets_that_are_not_whole(multiple: int, tmp_path: Path) -> None:
    (tmp_path / "layout.yaml").write_text(
        f"base: rapport\nnom: courte\nmultiple: {multiple}\n", encoding="utf-8"
    )
    book = build(programme(axis(sheet(1))), layout=str(tmp_path), use_cache=False)
    told = [finding.code for finding in book.findings if finding.code == "W701"]
    assert bool(book.page_count % 4) == (multiple == 1)
    assert len(told) == (multiple == 1)
