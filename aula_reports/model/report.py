"""What only the activity report says: its editorial, the agency's means, its days, its members."""

from pydantic import Field

from aula_reports.model.base import Line, Markdown, Model
from aula_reports.model.partners import CollegeKind


class Editorial(Model):
    """The opening text with its signature; the share of some axes in the year's days beside it."""

    title: Line = Field(alias="titre", description="Titre, en texte simple")
    standfirst: str = Field(default="", alias="chapo", description="Chapô")
    sentence: str = Field(default="", alias="phrase", description="Phrase en exergue")
    text: Markdown = Field(alias="texte", description="Texte en Markdown")
    share_axes: tuple[int, ...] = Field(
        default=(), alias="part_des_axes", description="Axes dont la part des jours est calculée"
    )
    share_caption: str = Field(default="", alias="legende_part", description="Légende de la part")
    signature_lines: tuple[Line, ...] = Field(
        default=(), alias="signature", description="Signature, une ligne par entrée"
    )
    portrait_caption: str = Field(
        default="", alias="legende_portrait", description="Légende du portrait"
    )


class YearlyAmount(Model):
    """A sum of money in one year."""

    year: int = Field(alias="annee", ge=1900, le=2200, description="Année")
    euros: int = Field(ge=0, alias="montant", description="Montant en euros")


class FunderChange(Model):
    """How the subsidy of one funder changed in a year, in thousands of euros."""

    funder: Line = Field(alias="financeur", description="Financeur")
    thousand_euros: float = Field(alias="milliers", description="Variation, en milliers d’euros")
    reason: str = Field(default="", alias="motif", description="Motif")


class Finances(Model):
    """Money: operating subsidies year by year, the latest first, and what changed."""

    title: Line = Field(alias="titre", description="Intitulé")
    note: str = Field(default="", description="Note en marge")
    text: str = Field(default="", alias="texte", description="Phrase sous le montant")
    subsidies: tuple[YearlyAmount, ...] = Field(
        default=(), max_length=4, alias="subventions", description="Subventions de fonctionnement"
    )
    changes_title: str = Field(
        default="", alias="titre_variations", description="Titre des variations"
    )
    changes: tuple[FunderChange, ...] = Field(
        default=(), max_length=12, alias="variations", description="Variations par financeur"
    )


class Departure(Model):
    """People who left in the year, by kind of contract."""

    kind: Line = Field(alias="nature", description="Nature du contrat, au pluriel")
    count: int = Field(ge=0, alias="nombre", description="Nombre")


class Staff(Model):
    """People."""

    title: Line = Field(alias="titre", description="Intitulé")
    note: str = Field(default="", description="Note en marge")
    text: str = Field(default="", alias="texte", description="Phrase à côté du chiffre")
    departures: tuple[Departure, ...] = Field(default=(), alias="departs", description="Départs")
    arrivals: int = Field(default=0, ge=0, alias="arrivees", description="Arrivées")


class Training(Model):
    """Training of the staff."""

    title: Line = Field(alias="titre", description="Intitulé")
    note: str = Field(default="", description="Note en marge")
    text: str = Field(default="", alias="texte", description="Phrase à côté du chiffre")
    hours: float = Field(ge=0, alias="heures", description="Heures suivies dans l’année")
    fields: tuple[Line, ...] = Field(default=(), alias="domaines", description="Domaines")


class Means(Model):
    """What the agency works with: money, people, training (moyens)."""

    title: Line = Field(alias="titre", description="Titre de la page")
    finances: Finances | None = Field(default=None, description="Moyens financiers")
    staff: Staff | None = Field(default=None, alias="personnel", description="Personnel")
    training: Training | None = Field(default=None, alias="formation", description="Formation")


class OtherPost(Model):
    """Days that no axis counts: administration, computing (poste)."""

    name: Line = Field(alias="nom", description="Nom")
    legend: str = Field(default="", alias="legende", description="Précision au diagramme")
    days: float = Field(ge=0, alias="jours", description="Jours passés")
    text: str = Field(default="", alias="texte", description="Paragraphe")


class DayShares(Model):
    """The year's days by axis and by other post; the total is announced (répartition)."""

    title: Line = Field(alias="titre", description="Titre de la page")
    subtitle: str = Field(default="", alias="sous_titre", description="Précision sous le titre")
    standfirst: str = Field(default="", alias="chapo", description="Chapô")
    total_announced: float | None = Field(
        default=None, ge=0, alias="total_annonce", description="Total annoncé, en jours"
    )
    unit: str = Field(default="jours", alias="unite", description="Unité en toutes lettres")
    posts: tuple[OtherPost, ...] = Field(
        default=(), max_length=4, alias="postes", description="Postes hors axes"
    )


class MemberGroup(Model):
    """Colleges whose members are shown together."""

    title: Line = Field(alias="titre", description="Intitulé")
    colleges: tuple[CollegeKind, ...] = Field(description="droit, actif, associe, communes")


class Members(Model):
    """The pages of text marks of all members (membres)."""

    title: Line = Field(alias="titre", description="Titre de la page")
    groups: tuple[MemberGroup, ...] = Field(alias="groupes", description="Groupes de collèges")
