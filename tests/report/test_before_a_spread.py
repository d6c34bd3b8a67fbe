"""Where a chart needs two facing pages, no page is left empty before it."""

from __future__ import annotations

from aula_reports.pipeline import Publication


def test_the_last_sheet_stands_on_the_page_before_the_chart(report: Publication) -> None:
    """Of the first axis, whose chart and call-outs fill a spread."""
    book = report.book
    titles = {entry.anchor: entry.title for entry in book.outline}
    charts = [anchor for anchor, title in titles.items() if title.startswith("Le temps consacré")]
    chart = book.anchors[charts[0]].page
    assert chart % 2 == 0
    before = [anchor for anchor, place in book.anchors.items() if place.page == chart - 1]
    assert [titles[anchor] for anchor in before] == ["Atlas des ZAE (CABBALR/CALL)"]
