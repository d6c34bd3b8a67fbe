"""How actions are shared and paid for: the types of missions, their families, their reading."""

from enum import StrEnum

from pydantic import Field

from aula_reports.model.base import Identifier, Line, Model


class MissionType(StrEnum):
    """How an action is shared: for all members, some (two at least), one, or a non-member."""

    SHARED = "partage"
    POOLED = "mutualise"
    DEDICATED = "particuliere"
    EXTERNAL = "externe"


class MissionKind(Model):
    """What the programme says of one mission type; share and count are announced."""

    type: MissionType = Field(description="partage, mutualise, particuliere ou externe")
    label: Line = Field(alias="nom", description="Nom imprimé")
    short_label: str = Field(default="", alias="nom_court", description="Nom dans la légende")
    key_label: str = Field(
        default="", alias="nom_cle", description="Nom dans la clé de lecture, s’il diffère"
    )
    definition: str = Field(default="", description="Définition imprimée")
    explanation: str = Field(default="", alias="lecture", description="Phrase de la clé de lecture")
    share_percent: int = Field(
        ge=0, le=100, alias="part", description="Part annoncée du temps technique, en %"
    )
    action_count: int | None = Field(
        default=None, ge=0, alias="actions_annoncees", description="Nombre d’actions annoncé"
    )


class MissionFamily(Model):
    """Two mission types under one name, with the subtotals announced for them."""

    id: Identifier = Field(description="Identifiant")
    label: Line = Field(alias="nom", description="Nom imprimé")
    chart_label: str = Field(default="", alias="nom_diagramme", description="Nom au diagramme")
    subtitle: str = Field(default="", alias="sous_titre", description="Précision sous le nom")
    text: str = Field(default="", alias="texte", description="Paragraphe")
    types: tuple[MissionType, ...] = Field(description="Types de missions de la famille")
    share_percent: int = Field(
        ge=0, le=100, alias="part", description="Sous-total annoncé au diagramme, en %"
    )
    share_percent_in_text: int | None = Field(
        default=None, ge=0, le=100, alias="part_texte", description="Sous-total annoncé au texte"
    )


class Missions(Model):
    """Mission types, their families, and the words of the diagram."""

    overline: str = Field(default="", alias="surtitre", description="Surtitre de la page")
    title: str = Field(default="", alias="titre", description="Titre de la page")
    chart_title: str = Field(default="", alias="titre_diagramme", description="Titre du diagramme")
    chart_unit: str = Field(default="", alias="unite", description="Ce que les parts mesurent")
    chart_centre: tuple[Line, ...] = Field(
        default=(), alias="centre", description="Lignes au centre du diagramme"
    )
    kinds: tuple[MissionKind, ...] = Field(default=(), alias="types", description="Types")
    families: tuple[MissionFamily, ...] = Field(
        default=(), alias="familles", description="Familles"
    )

    def kind(self, mission_type: MissionType) -> MissionKind | None:
        return next((kind for kind in self.kinds if kind.type is mission_type), None)
