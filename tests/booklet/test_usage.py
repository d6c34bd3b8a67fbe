"""A layout says in which usage of French its text is composed, and which rules sleep."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from aula_reports import InvalidLayout, build
from aula_reports.compose.composition import composed_in
from aula_reports.compose.inline import RichText, Words, plain
from aula_reports.compose.markdown import prose
from aula_reports.compose.wording import heading, label, person_name, rich, title
from aula_reports.french.profiles import IN, OQLF, PROFILES
from aula_reports.model.layout import Usage
from aula_reports.model.partners import Honorific, Person
from aula_reports.model.programme import Action
from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import TextThing
from tests.booklet.test_from_python import _programme

TITLE = "Que faire - au 2ème trimestre ?"


def made(folder: Path, typography: str, title: str = TITLE) -> Publication:
    layout = f"base: ppa\nnom: La nôtre\ntypographie: {typography}\n"
    (folder / "layout.yaml").write_text(layout, encoding="utf-8")
    return build(_programme(Action(number=1, title=title)), layout=str(folder))


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


def test_titles_may_stay_on_the_line_and_nouns_keep_their_number(tmp_path: Path) -> None:
    plain = made(tmp_path, "{civilites_exposant: false, lier_noms: true}", "12 lots de Mme Roux")
    things = [thing for page in plain.book.pages for thing in page.things]
    shown = [thing.text for thing in things if isinstance(thing, TextThing)]
    assert any("12\u00a0lots de\u00a0Mme\u00a0Roux" in text for text in shown)


@pytest.mark.parametrize("compose", [label, title, heading])
def test_titles_are_tied_unless_the_usage_wants_them_as_typed(
    compose: Callable[[str], RichText],
) -> None:
    typed = "Étudier le port (phase une) à Saint-Omer & Arras un peu"
    with composed_in(IN):
        assert "Saint\u2011Omer" in plain(compose(typed))
        assert plain(compose(typed)).endswith("un\u00a0peu")
    for usage in (PROFILES["aucun"], replace(IN, rules_off=frozenset({"R60"}))):
        with composed_in(usage):
            assert plain(compose(typed)) == typed


@pytest.mark.parametrize("honorific", Honorific)
@pytest.mark.parametrize("usage", PROFILES)
def test_a_person_keeps_the_civility_in_every_usage(usage: str, honorific: Honorific) -> None:
    person = Person(honorific=honorific, first_name="Anne", last_name="Roux")
    with composed_in(PROFILES[usage]):
        name = "".join(part.text for part in person_name(person) if isinstance(part, Words))
    assert name.lower() == f"{honorific.value}\u00a0Anne Roux".lower()


def test_the_names_of_usages_are_those_of_the_rules() -> None:
    assert [name.value for name in Usage] == list(PROFILES)


@pytest.mark.parametrize(
    ("typography", "told"),
    [("{usage: ici}", "ici"), ("{sans_regles: [R99]}", "E615"), ("{sans_regles: [sept]}", "E615")],
)
def test_what_is_no_usage_or_no_rule_is_refused(tmp_path: Path, typography: str, told: str) -> None:
    with pytest.raises(InvalidLayout, match=told):
        made(tmp_path, typography)


def test_texts_composed_in_another_usage_are_not_remembered() -> None:
    before = (rich("Quoi ?"), prose("Quoi ?"))
    with composed_in(OQLF):
        assert (rich("Quoi ?"), prose("Quoi ?")) != before
    assert (rich("Quoi ?"), prose("Quoi ?")) == before
