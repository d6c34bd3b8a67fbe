"""Who takes part: the agency, its territory, the organisations, the persons who sit for them."""

import datetime
from enum import StrEnum

from pydantic import Field

from aula_reports.model.base import Identifier, Line, Model


class Agency(Model):
    """The urban-planning agency that signs the programme (agence d'urbanisme)."""

    name: Line = Field(alias="nom", description="Nom complet de l’agence")
    acronym: Line = Field(alias="sigle", description="Sigle, qui sert de marque sur la couverture")
    wordmark_lines: tuple[Line, ...] = Field(
        default=(), alias="marque", description="Les lignes du nom à côté du sigle"
    )
    address_lines: tuple[Line, ...] = Field(
        default=(), alias="adresse", description="Adresse postale, une ligne par entrée"
    )
    phone: str = Field(default="", alias="telephone", description="Téléphone, tel qu’on l’imprime")
    email: str = Field(default="", alias="courriel", description="Adresse électronique")
    website: str = Field(default="", alias="site", description="Site internet, sans https://")


class Approval(Model):
    """The vote of one governing body on the programme (validation)."""

    body: Line = Field(alias="instance", description="Bureau, conseil d’administration…")
    date: datetime.date = Field(description="Date du vote, AAAA-MM-JJ")


class Totals(Model):
    """Announced totals of the territory, as printed; the checker compares them with the sums."""

    epci: int | None = Field(default=None, ge=0, description="Nombre d’intercommunalités")
    communes: int | None = Field(default=None, ge=0, description="Nombre de communes")
    inhabitants: int | None = Field(
        default=None, ge=0, alias="habitants", description="Nombre d’habitants"
    )
    area_km2: int | None = Field(
        default=None, ge=0, alias="superficie_km2", description="Superficie en km²"
    )


class Epci(Model):
    """A French intercommunal body with its own tax (EPCI): the tile of the territory map.

    `siren` joins it to the outlines of its communes.
    """

    id: Identifier = Field(description="Identifiant, cité ailleurs")
    kind: Line = Field(alias="nature", description="Communauté de communes, d’agglomération…")
    name: Line = Field(alias="nom", description="Nom propre, sans la nature")
    communes: int | None = Field(default=None, ge=0, description="Nombre de communes annoncé")
    inhabitants: int | None = Field(
        default=None, ge=0, alias="habitants", description="Nombre d’habitants annoncé"
    )
    siren: str = Field(default="", description="Numéro SIREN, qui relie aux contours")


class TerritoryGroup(Model):
    """A group of EPCI with a body of its own (pôle métropolitain, PETR)."""

    id: Identifier = Field(description="Identifiant")
    name: Line = Field(alias="nom", description="Nom complet, sigle compris s’il s’imprime")
    acronym: str = Field(default="", alias="sigle", description="Sigle seul")
    communes: int = Field(ge=0, description="Nombre de communes annoncé")
    inhabitants: int = Field(ge=0, alias="habitants", description="Nombre d’habitants annoncé")
    members: tuple[Identifier, ...] = Field(
        alias="membres", description="Identifiants de ses intercommunalités"
    )


class Town(Model):
    """A town named on the map, found among the outlines by its commune's name."""

    commune: Line = Field(description="Nom de la commune, tel que dans les contours")
    side: str = Field(
        default="droite",
        alias="cote",
        pattern="^(droite|gauche|dessus|dessous)$",
        description="Place du nom : droite, gauche, dessus ou dessous",
    )


class Territory(Model):
    """The territory page: announced totals, EPCI, groups, outlines for the map."""

    title: str = Field(default="", alias="titre", description="Titre de la page")
    caption: Line = Field(alias="legende", description="Légende datée de la carte")
    reference_date: datetime.date | None = Field(
        default=None, alias="date", description="Date des chiffres"
    )
    totals: Totals = Field(default_factory=Totals, alias="totaux", description="Totaux annoncés")
    groups: tuple[TerritoryGroup, ...] = Field(
        default=(), alias="groupes", description="Groupements d’intercommunalités"
    )
    epci: tuple[Epci, ...] = Field(default=(), description="Intercommunalités")
    towns: tuple[Town, ...] = Field(
        default=(), alias="villes", description="Villes nommées sur la carte"
    )
    outlines: str = Field(
        default="",
        alias="contours",
        description="Fichier GeoJSON des communes (propriétés nom, epci)",
    )
    source: str = Field(default="", description="Source du fond de carte, imprimée")


class Organisation(Model):
    """A member, or a group of bodies that shares one column, of the programme (partenaire)."""

    id: Identifier = Field(description="Identifiant, cité par les actions")
    name: Line = Field(alias="nom", description="Nom imprimé dans les listes")
    short_name: str = Field(
        default="", alias="nom_court", description="Nom imprimé en tête de colonne"
    )
    expansion: str = Field(default="", alias="developpe", description="Sigle en toutes lettres")

    @property
    def label(self) -> str:
        return self.short_name or self.name


class Honorific(StrEnum):
    """Civility before a name."""

    MR = "M."
    MRS = "Mme"


class Person(Model):
    """A person as named on a page: first name, surname in capitals or not, civility."""

    honorific: Honorific | None = Field(default=None, alias="civilite", description="M. ou Mme")
    first_name: Line = Field(alias="prenom", description="Prénom")
    last_name: Line = Field(alias="nom", description="Nom de famille")


class Substitute(Model):
    """Who sits when the member cannot: a note, with or without a named person (suppléant)."""

    note: str = Field(
        default="",
        alias="mention",
        description="« ou son représentant », « en cas d’indisponibilité »",
    )
    person: Person | None = Field(default=None, alias="personne", description="La personne nommée")


class Seat(Model):
    """One seat of the general assembly; a seat without a person is vacant."""

    person: Person | None = Field(
        default=None, alias="personne", description="Absente : siège vacant"
    )
    board: bool = Field(
        default=False, alias="conseil", description="Membre du conseil d’administration (étoile)"
    )
    substitute: Substitute | None = Field(default=None, alias="suppleant", description="Suppléant")
    vacancy_note: str = Field(default="", alias="vacance", description="Mention d’un siège vacant")


class Delegation(Model):
    """The seats of one organisation in its college."""

    organisation: Identifier = Field(alias="organisme", description="Identifiant de l’organisme")
    note: str = Field(default="", description="Mention après le nom de l’organisme")
    seats: tuple[Seat, ...] = Field(alias="sieges", description="Sièges, dans l’ordre imprimé")


class CollegeKind(StrEnum):
    """The statute of a college's members."""

    STATUTORY = "droit"
    ACTIVE = "actif"
    ASSOCIATE = "associe"
    MUNICIPAL = "communes"


class MemberCollege(Model):
    """A college of the general assembly (membres de droit, actifs, associés)."""

    kind: CollegeKind = Field(alias="statut", description="droit, actif, associe ou communes")
    label: Line = Field(alias="nom", description="Titre imprimé du collège")
    delegations: tuple[Delegation, ...] = Field(alias="organismes", description="Ses organismes")


class GeneralAssembly(Model):
    """The general assembly by college; starred names also sit on the board."""

    title: str = Field(default="", alias="titre", description="Titre de la page")
    board_note: str = Field(default="", alias="note", description="Sens de l’étoile")
    colleges: tuple[MemberCollege, ...] = Field(default=(), description="Collèges")


class BureauMember(Model):
    """A member of the executive committee, with the mandates printed under the name."""

    role: str = Field(default="", alias="fonction", description="Présidente, trésorier…")
    person: Person | None = Field(
        default=None, alias="personne", description="Absente : siège vacant"
    )
    mandates: tuple[Line, ...] = Field(default=(), alias="mandats", description="Mandats")
    organisation: Identifier | None = Field(
        default=None, alias="organisme", description="Organisme représenté à l’assemblée"
    )
    portrait: str = Field(default="", description="Identifiant d’image du portrait")
    vacancy_note: str = Field(default="", alias="vacance", description="Mention d’un siège vacant")


class GoverningBodies(Model):
    """Bureau and general assembly (instances)."""

    title: str = Field(default="", alias="titre", description="Surtitre des pages")
    bureau_title: str = Field(default="", alias="titre_bureau", description="Titre de la page")
    bureau: tuple[BureauMember, ...] = Field(default=(), description="Membres du Bureau")
    assembly: GeneralAssembly = Field(
        default_factory=GeneralAssembly, alias="assemblee", description="Assemblée générale"
    )
