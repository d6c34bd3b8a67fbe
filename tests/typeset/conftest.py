from collections.abc import Mapping

import pytest

from aula_reports.model.layout import TextStyle
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.paragraph import Setter
from aula_reports.typeset.shaping import Shaper

FILES = {
    "serif": "SourceSerif4/SourceSerif4-Regular.ttf",
    "serif-italic": "SourceSerif4/SourceSerif4-It.ttf",
    "serif-bold": "SourceSerif4/SourceSerif4-Semibold.ttf",
    "display": "SourceSerif4/SourceSerif4Display-Light.ttf",
    "sans": "SourceSans3/SourceSans3-Regular.ttf",
}


def style(**fields: object) -> TextStyle:
    return TextStyle.model_validate({"fonte": "serif", "corps": 9.5} | fields)


STYLES: Mapping[str, TextStyle] = {
    "body": style(
        alignement="justifie",
        cesures=True,
        italique="serif-italic",
        gras="serif-bold",
        traits=["onum", "pnum"],
    ),
    "strict": style(alignement="justifie"),
    "list": style(traits=["onum", "pnum"]),
    "title": style(fonte="display", corps=28, equilibre=True, encre="nuit"),
    "overline": style(fonte="sans", corps=8, capitales=True, approche=0.06),
    "right": style(fonte="sans", corps=8, alignement="droite"),
    "centred": style(fonte="sans", corps=8, alignement="centre"),
    "note": style(fonte="sans", corps=7.5, encre="nuit-80"),
    "mark-etoile": style(encre="brique"),
}


@pytest.fixture(scope="session")
def faces() -> FaceTable:
    return FaceTable(FILES)


@pytest.fixture(scope="session")
def shaper(faces: FaceTable) -> Shaper:
    return Shaper(faces)


@pytest.fixture(scope="session")
def setter(faces: FaceTable) -> Setter:
    return Setter(faces, STYLES)
