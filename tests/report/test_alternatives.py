"""What pictures say to those who do not see them: what they show, not what is read beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports import build, load_programme
from aula_reports.pipeline import Publication
from aula_reports.typeset.structure import Node

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module", params=["ppa-2021", "rapport-2025"])
def publication(request: pytest.FixtureRequest) -> Publication:
    return build(load_programme(EXAMPLES / request.param / "programme.yaml"))


def figures(publication: Publication) -> list[Node]:
    return [node for node in publication.book.nodes if node.role == "Figure"]


def test_every_figure_says_what_it_shows(publication: Publication) -> None:
    assert len(figures(publication)) >= 14
    for figure in figures(publication):
        assert len(figure.alt.split()) >= 3, figure


def test_no_alternative_repeats_a_caption(publication: Publication) -> None:
    programme = publication.programme
    assert programme is not None
    links = [link for axis in programme.axes for sheet in axis.sheets for link in sheet.links]
    captions = [picture.caption for picture in programme.pictures if picture.caption]
    captions += [link.caption for link in links if link.caption]
    assert len(captions) > 5
    for figure in figures(publication):
        assert not [caption for caption in captions if caption in figure.alt]
