"""The programme: one typed object that says what the agency will do in a year, and with whom.

It feeds every document. What a source announces (totals, shares, counts) is kept as announced,
in fields of its own; whatever can be counted is counted by the readers of this object.
An axis holds both sides of the year: what was announced, in its sections, and what became of it,
in its sheets (`sheets`). Either may be absent: a book is made of what there is.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from pydantic import Field, PrivateAttr

from aula_reports.model.base import Acronym, Identifier, Line, Markdown, Model
from aula_reports.model.missions import Missions, MissionType
from aula_reports.model.origin import Origin
from aula_reports.model.pages import DocumentTitles, Imprint, Picture, TextPage
from aula_reports.model.partners import (
    Agency,
    Approval,
    GoverningBodies,
    Organisation,
    Territory,
)
from aula_reports.model.report import DayShares, Editorial, Means, Members
from aula_reports.model.sheets import ActionSheet, ChartRow, ListedTitle


class Involvement(StrEnum):
    """The part an organisation takes in an action: it pays, or it benefits without paying."""

    FUNDER = "financeur"
    BENEFICIARY = "beneficiaire"


class Highlight(Model):
    """A line of the list of main new actions, with the numbers it stands for."""

    text: Line = Field(alias="texte", description="Rédaction abrégée")
    actions: tuple[int, ...] = Field(description="Numéros des actions")


class AxisHighlights(Model):
    """The main new actions of one axis."""

    axis: int = Field(alias="axe", ge=1, description="Numéro de l’axe")
    title: str = Field(default="", alias="titre", description="Titre, s’il diffère de l’axe")
    items: tuple[Highlight, ...] = Field(alias="lignes", description="Lignes")


class AnnualFigures(Model):
    """Figures announced for the year, as printed."""

    overline: str = Field(default="", alias="surtitre", description="Surtitre de la page")
    title: str = Field(default="", alias="titre", description="Titre de la page")
    actions: int | None = Field(default=None, ge=0, description="Nombre d’actions annoncé")
    continued: int | None = Field(
        default=None, ge=0, alias="poursuivies", description="Poursuivies"
    )
    continued_label: str = Field(
        default="", alias="texte_poursuivies", description="Texte sous le nombre"
    )
    new: int | None = Field(default=None, ge=0, alias="nouvelles", description="Nouvelles")
    new_label: str = Field(default="", alias="texte_nouvelles", description="Texte sous le nombre")
    technical_days: int | None = Field(
        default=None, ge=0, alias="jours", description="Jours de travail technique annoncés"
    )
    technical_days_change_percent: float | None = Field(
        default=None, alias="variation_jours", description="Variation sur un an, en %"
    )
    note: str = Field(default="", description="Note sous la frise des actions")
    new_note: str = Field(default="", alias="note_etoile", description="Sens de l’étoile")
    highlights_title: str = Field(
        default="", alias="titre_principales", description="Titre de la liste"
    )
    highlights: tuple[AxisHighlights, ...] = Field(
        default=(), alias="principales", description="Principales nouvelles actions"
    )


class Action(Model):
    """One action of the programme, announced (fiche, mission).

    `funders` and `beneficiaries` name organisations; `days_by_organisation` is optional.
    """

    number: int = Field(alias="numero", ge=1, description="Numéro imprimé")
    title: Line = Field(alias="titre", description="Titre, en texte simple")
    matrix_title: str = Field(
        default="", alias="titre_tableau", description="Titre dans les tableaux, s’il diffère"
    )
    is_new: bool = Field(default=False, alias="nouvelle", description="Nouvelle action (étoile)")
    mission_type: MissionType | None = Field(
        default=None, alias="type", description="partage, mutualise, particuliere ou externe"
    )
    lead: str = Field(default="", alias="pilote", description="Pilote ou référent")
    days_planned: float | None = Field(
        default=None, ge=0, alias="jours", description="Jours de travail prévus"
    )
    funders: tuple[Identifier, ...] = Field(
        default=(), alias="financeurs", description="Organismes qui financent"
    )
    beneficiaries: tuple[Identifier, ...] = Field(
        default=(), alias="beneficiaires", description="Organismes qui bénéficient sans financer"
    )
    days_by_organisation: dict[Identifier, float] = Field(
        default_factory=dict, alias="jours_par_organisme", description="Jours par organisme"
    )

    def involvement(self, organisation: str) -> Involvement | None:
        if organisation in self.funders:
            return Involvement.FUNDER
        return Involvement.BENEFICIARY if organisation in self.beneficiaries else None


class ActionGroup(Model):
    """Actions under one phrase inside a section; the group may carry a star of its own."""

    title: Line = Field(alias="groupe", description="Intitulé du groupe")
    matrix_title: str = Field(default="", alias="titre_tableau", description="Titre aux tableaux")
    short_title: str = Field(
        default="", alias="titre_suite", description="Titre quand il se répète"
    )
    is_new: bool = Field(default=False, alias="nouvelle", description="Groupe étoilé")
    actions: tuple[Action, ...] = Field(description="Actions du groupe")


class Section(Model):
    """A numbered section of an axis (1.1, 1.2…): actions and groups in printed order."""

    number: Line = Field(alias="numero", description='Numéro, entre guillemets : "1.1"')
    title: Line = Field(alias="titre", description="Titre, en texte simple")
    entries: tuple[Action | ActionGroup, ...] = Field(
        alias="actions", description="Actions et groupes, dans l’ordre imprimé"
    )

    @property
    def actions(self) -> Iterator[Action]:
        for entry in self.entries:
            if isinstance(entry, ActionGroup):
                yield from entry.actions
            else:
                yield entry


class Axis(Model):
    """An axis of the agency's plan (axe d'intervention)."""

    number: int = Field(alias="numero", ge=1, description="Numéro")
    title: Line = Field(alias="titre", description="Titre, en texte simple")
    matrix_title: str = Field(default="", alias="titre_tableau", description="Titre aux tableaux")
    introduction: Markdown = Field(default="", description="Introduction en Markdown")
    picture: Identifier | None = Field(default=None, alias="image", description="Image d’ouverture")
    banner: Identifier | None = Field(
        default=None, alias="bandeau", description="Panorama au-dessus des listes"
    )
    sections: tuple[Section, ...] = Field(default=(), description="Sections")
    long_title: str = Field(
        default="", alias="titre_long", description="Titre de la répartition, s’il diffère"
    )
    summary: str = Field(default="", alias="resume", description="Une phrase pour le sommaire")
    days: float | None = Field(default=None, ge=0, alias="jours", description="Jours annoncés")
    listed_titles: tuple[ListedTitle, ...] = Field(
        default=(), alias="titres", description="Liste d’ouverture, si elle diffère des fiches"
    )
    chart_rows: tuple[ChartRow, ...] = Field(
        default=(), alias="graphique", description="Lignes du graphique, si elles diffèrent"
    )
    closing: str = Field(default="", alias="cloture", description="Mot de clôture de l’axe")
    closing_picture: Identifier | None = Field(
        default=None, alias="image_cloture", description="Image à côté du graphique"
    )
    sheets: tuple[ActionSheet, ...] = Field(
        default=(), max_length=200, alias="fiches", description="Fiches d’action du rapport"
    )

    @property
    def actions(self) -> Iterator[Action]:
        for section in self.sections:
            yield from section.actions

    def sheets_left_out(self, lines: Iterable[ListedTitle | ChartRow]) -> list[int]:
        """Rank the sheets that a printed list forgets, from 1; no list at all forgets none."""
        shown = [line.sheets for line in lines]
        cited = {rank for ranks in shown for rank in ranks}
        return [rank for rank in range(1, len(self.sheets) + 1) if shown and rank not in cited]


class PartnerFamily(Model):
    """Neighbouring columns of the matrix under one name."""

    label: str = Field(default="", alias="nom", description="Nom au-dessus des colonnes")
    organisations: tuple[Identifier, ...] = Field(alias="organismes", description="Colonnes")


class PartnerMatrixSettings(Model):
    """Columns and words of the allocation tables by partner."""

    overline: str = Field(default="", alias="surtitre", description="Surtitre")
    title: str = Field(default="", alias="titre", description="Titre de la page de lecture")
    standfirst: str = Field(default="", alias="chapo", description="Chapô")
    text: Markdown = Field(default="", alias="texte", description="Texte en Markdown")
    families: tuple[PartnerFamily, ...] = Field(
        default=(), alias="familles", description="Familles"
    )
    note: str = Field(default="", description="Note au pied de chaque tableau")

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column for family in self.families for column in family.organisations)


SCHEMA_VERSION = 1


class Programme(Model):
    """What an agency announced for a year (PPA) and what became of it: for both books."""

    schema_version: int = Field(
        default=SCHEMA_VERSION,
        ge=1,
        le=SCHEMA_VERSION,
        alias="schema",
        description="Version de cette description du programme",
    )
    document: DocumentTitles | None = Field(
        default=None, description="Titres et images du livret PPA"
    )
    report: DocumentTitles | None = Field(
        default=None, alias="rapport", description="Titres et images du rapport d’activité"
    )
    agency: Agency = Field(alias="agence", description="L’agence")
    approvals: tuple[Approval, ...] = Field(
        default=(),
        max_length=10,
        alias="validations",
        description="Votes des instances, dans l’ordre",
    )
    preamble: TextPage | None = Field(default=None, alias="preambule", description="Préambule")
    territory: Territory | None = Field(default=None, alias="territoire", description="Territoire")
    organisations: tuple[Organisation, ...] = Field(
        default=(), alias="organismes", description="Organismes"
    )
    acronyms: dict[Acronym, Line] = Field(
        default_factory=dict,
        alias="sigles",
        description="Sigles et leurs mots en toutes lettres, dits à qui écoute le livre",
    )
    governing_bodies: GoverningBodies | None = Field(
        default=None, alias="instances", description="Instances"
    )
    figures: AnnualFigures = Field(
        default_factory=AnnualFigures, alias="chiffres", description="Chiffres annoncés de l’année"
    )
    missions: Missions = Field(default_factory=Missions, description="Types de missions")
    axes: tuple[Axis, ...] = Field(description="Axes")
    partner_matrix: PartnerMatrixSettings = Field(
        default_factory=PartnerMatrixSettings, alias="tableau", description="Tableau par partenaire"
    )
    editorial: Editorial | None = Field(default=None, description="Éditorial du rapport")
    means: Means | None = Field(default=None, alias="moyens", description="Moyens de l’agence")
    day_shares: DayShares | None = Field(
        default=None, alias="repartition", description="Répartition des jours"
    )
    members: Members | None = Field(default=None, alias="membres", description="Pages des membres")
    free_pages: tuple[TextPage, ...] = Field(
        default=(), alias="pages_libres", description="Pages de texte ajoutées"
    )
    imprint: Imprint | None = Field(default=None, alias="ours", description="Ours")
    pictures: tuple[Picture, ...] = Field(default=(), alias="images", description="Images")

    # Where it was read; no part of what the programme says.
    _origin: Origin | None = PrivateAttr(default=None)

    @property
    def origin(self) -> Origin | None:
        return self._origin

    def from_origin(self, origin: Origin) -> "Programme":
        """Give the same programme, remembering where it was read."""
        copy = self.model_copy()
        copy._origin = origin
        return copy

    @property
    def actions(self) -> Iterator[Action]:
        for axis in self.axes:
            yield from axis.actions

    def organisation(self, identifier: str) -> Organisation:
        return next(entry for entry in self.organisations if entry.id == identifier)

    def picture(self, identifier: str | None) -> Picture | None:
        return next((entry for entry in self.pictures if entry.id == identifier), None)
