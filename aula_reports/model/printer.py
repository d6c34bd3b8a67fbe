"""What a printer asks of a file: the figures that print rules compare with."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from aula_reports.model.base import Line, Model

Millimetres = Annotated[float, Field(ge=0, le=100)]


class Binding(StrEnum):
    """How the sheets are held together, which decides how many pages may be."""

    SADDLE = "piqure"
    GLUED = "colle"
    NONE = "aucune"


class PrinterProfile(Model):
    """One printer's wishes; lengths in millimetres, rules in points, inks in percent."""

    name: Line = Field(alias="nom")
    label: Line = Field(alias="libelle", description="Comment on l’appelle dans un bilan.")
    total_ink: float = Field(
        alias="encrage_max", ge=100, le=400, description="Somme des encres en un point, en %."
    )
    least_dpi: float = Field(
        default=200, alias="resolution_min", gt=0, description="Sous ce nombre, une erreur."
    )
    wanted_dpi: float = Field(
        default=220,
        alias="resolution_voulue",
        gt=0,
        description="Sous ce nombre, un avis.",
    )
    least_rule: float = Field(
        default=0.25, alias="filet_min", ge=0, description="Filet le plus fin, en points."
    )
    least_margin: Millimetres = Field(
        default=3, alias="marge_min", description="Texte plus près de la coupe : une erreur."
    )
    wanted_margin: Millimetres = Field(
        default=5, alias="marge_voulue", description="Texte plus près : un avertissement."
    )
    bleed: Millimetres = Field(default=3, alias="fond_perdu")
    binding: Binding = Field(default=Binding.SADDLE, alias="reliure")
    spots: tuple[Line, ...] = Field(
        default=(), alias="tons_directs", description="Encres hors quadrichromie, commandées."
    )
