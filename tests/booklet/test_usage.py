"""A layout says in which usage of French its text is composed, and which rules sleep."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports import InvalidLayout, build
from aula_reports.compose.markdown import prose
from aula_reports.compose.wording import composed_in, rich
from aula_reports.french.profiles import OQLF
from aula_reports.model.programme import Action
from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import TextThing
from tests.booklet.test_from_python import _programme

TITLE = "Que faire - au 2ème trimestre ?"


def made(folder: Path, typography: str) -> Publication:
    layout = f"base: ppa\nnom: La nôtre\ntypographie: {typography}\n"
    (folder / "layout.yaml").write_text(layout, encoding="utf-8")
    return build(_programme(Action(number=1, title=TITLE)), layout=str(folder))


def texts(book: Publication) -> str:
    things = (thing for page in book.book.pages for thing in page.things)
    return "".join(thing.text for thing in things if isinstance(thing, TextThing))


def test_the_usage_of_the_layout_rules_the_text(tmp_path: Path) -> None:
    assert "trimestre\u202f?" in texts(made(tmp_path, "{}"))
    assert "trimestre?" in texts(made(tmp_path, "{usage: oqlf}"))
    assert "Que faire - au 2ème trimestre" in texts(made(tmp_path, "{usage: aucun}"))


def test_a_rule_may_sleep(tmp_path: Path) -> None:
    book = texts(made(tmp_path, "{sans_regles: [R20]}"))
    assert "2ème" in book
    assert "trimestre\u202f?" in book


@pytest.mark.parametrize(
    ("typography", "told"),
    [("{usage: ici}", "ici"), ("{sans_regles: [R99]}", "E615"), ("{sans_regles: [sept]}", "sept")],
)
def test_what_is_no_usage_or_no_rule_is_refused(tmp_path: Path, typography: str, told: str) -> None:
    with pytest.raises(InvalidLayout, match=told):
        made(tmp_path, typography)


def test_texts_composed_in_another_usage_are_not_remembered() -> None:
    before = (rich("Quoi ?"), prose("Quoi ?"))
    with composed_in(OQLF):
        assert (rich("Quoi ?"), prose("Quoi ?")) != before
    assert (rich("Quoi ?"), prose("Quoi ?")) == before
