"""What an action became: the sheets of the activity report, axis by axis (fiches d'action).

A sheet may stand alone or tell of announced actions, whose numbers it cites. Its own number is
its axis and its place there (1.9): counted, never stored. Lists that a source prints beside its
sheets and that differ from them are kept as printed.
"""

from pydantic import Field

from aula_reports.model.base import Identifier, Line, Markdown, Model


class QrLink(Model):
    """An address that the page shows as a QR code, with the words beside it."""

    address: str = Field(
        alias="adresse",
        pattern=r"^https?://[^\s]+$",
        max_length=600,
        description="Adresse complète, https://…",
    )
    caption: str = Field(default="", alias="legende", description="Ce que l’adresse montre")


class ActionSheet(Model):
    """One action of the year as the report tells it.

    `shared_with` is the place in the axis of the sheet that shares its printed time: the time is
    then given by one of the two and counted once.
    """

    title: Line = Field(alias="titre", description="Titre, en texte simple")
    subtitle_lines: tuple[Line, ...] = Field(
        default=(), alias="sous_titre", description="Sous-titre, une ligne par entrée"
    )
    objective: Markdown = Field(default="", alias="objectif", description="Objectif, en Markdown")
    review: Markdown = Field(default="", alias="bilan", description="Bilan, en Markdown")
    deliverables: tuple[Line, ...] = Field(
        default=(), alias="livrables", description="Livrables, un par entrée"
    )
    days: float | None = Field(
        default=None, ge=0, alias="jours", description="Jours passés ; absents : non imprimés"
    )
    shared_with: int | None = Field(
        default=None,
        ge=1,
        alias="temps_partage",
        description="Rang, dans l’axe, de la fiche qui partage ce temps",
    )
    links: tuple[QrLink, ...] = Field(
        default=(), max_length=2, alias="liens", description="Codes QR de la fiche"
    )
    quote: str = Field(default="", alias="phrase", description="Phrase mise en exergue")
    picture: Identifier | None = Field(default=None, alias="image", description="Image au pied")
    actions: tuple[int, ...] = Field(
        default=(), description="Numéros des actions annoncées dont elle rend compte"
    )

    @property
    def title_lines(self) -> tuple[str, ...]:
        return (self.title, *self.subtitle_lines)


class ListedTitle(Model):
    """A line of the list that opens an axis, as printed; it may stand for no sheet."""

    text: Line = Field(alias="texte", description="Titre imprimé dans la liste")
    sheets: tuple[int, ...] = Field(default=(), alias="fiches", description="Rangs des fiches")


class ChartRow(Model):
    """A row of the chart that closes an axis, as printed; it may stand for no sheet."""

    lines: tuple[Line, ...] = Field(alias="lignes", min_length=1, description="Titres joints")
    sheets: tuple[int, ...] = Field(default=(), alias="fiches", description="Rangs des fiches")
