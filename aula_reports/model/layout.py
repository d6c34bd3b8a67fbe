"""The layout: sheet, grid, inks, faces, styles, masters, flat plan. Data only, nothing evaluated.

Lengths are millimetres here and nowhere else inside; type sizes are points. Line numbers count
baselines of the grid from the head margin: line k lies `head + k × baseline` under the trim's top.
"""

from enum import StrEnum

from pydantic import Field

from aula_reports.model.base import Line, Model
from aula_reports.model.printer import Binding

# What the pages ask a layout for by name; a layout may have more.
MASTERS = (
    *("cover", "plate", "blank", "endpaper", "dark", "recto", "verso", "opener", "matrix", "back"),
)
INKS = (
    *("noir", "blanc", "nuit", "nuit-80", "nuit-55", "nuit-30", "nuit-14", "nuit-6"),
    *("sable", "brique", "carte-limite"),
    *(f"carte-{family}-{shade}" for family in ("chaud", "froid") for shade in (1, 2, 3)),
)
# Besides, what only the parts of one book ask for.
MISSION_INKS = (
    *("mission-partage", "mission-mutualise", "mission-mutualise-hachure"),
    *("mission-particuliere", "mission-externe", "mission-neutre"),
)
NIGHT_INKS = ("nuit-95", "nuit-90")
HUE_SHADES = ("", "-moyen", "-pale")


class SheetSpec(Model):
    """Trim size and bleed (format fini, fond perdu)."""

    width_mm: float = Field(default=210, gt=50, le=500, alias="largeur", description="Largeur, mm")
    height_mm: float = Field(default=297, gt=50, le=700, alias="hauteur", description="Hauteur, mm")
    bleed_mm: float = Field(
        default=5, ge=0, le=15, alias="debord_dessine", description="Débord dessiné, mm"
    )
    bleed_box_mm: float = Field(
        default=3, ge=0, le=15, alias="debord", description="Débord déclaré, mm"
    )


class Margins(Model):
    """The four whites round the type area (blancs)."""

    head_mm: float = Field(default=20, ge=0, alias="tete", description="Blanc de tête, mm")
    foot_mm: float = Field(default=25, ge=0, alias="pied", description="Blanc de pied, mm")
    inside_mm: float = Field(default=20, ge=0, alias="petit_fond", description="Petit fond, mm")
    outside_mm: float = Field(default=16, ge=0, alias="grand_fond", description="Grand fond, mm")


class Grid(Model):
    """Baseline grid and columns of the type area."""

    baseline_mm: float = Field(default=4.5, gt=1, alias="ligne", description="Pas de la grille, mm")
    lines: int = Field(default=56, ge=10, le=200, alias="lignes", description="Lignes par page")
    # Blocks count on twelve columns: halves, thirds and quarters of the type area.
    columns: int = Field(default=12, ge=12, le=12, alias="colonnes", description="Colonnes : 12")
    gutter_mm: float = Field(default=4, ge=0, alias="gouttiere", description="Gouttière, mm")


class InkSpec(Model):
    """One colour, written twice: process percentages for the press, sRGB for the screen."""

    cmyk: tuple[float, float, float, float] = Field(alias="cmjn", description="CMJN, en %")
    srgb: str = Field(alias="rvb", pattern=r"^#[0-9a-fA-F]{6}$", description="sRGB, « #0d3451 »")
    spot: str = Field(
        default="",
        max_length=60,
        alias="ton_direct",
        description="Nom de l’encre qui l’imprime seule : « PANTONE 300 C »",
    )
    tint: float = Field(
        default=100, gt=0, le=100, alias="teinte", description="Force du ton direct, en %"
    )


class PressSpec(Model):
    """What the printer's file is made for (impression): the press, its limit of ink, marks."""

    icc: str = Field(
        default="", description="Profil ICC de la presse, dans le dossier ; sinon FOGRA39"
    )
    identifier: str = Field(
        default="Custom", alias="identifiant", description="Nom de la condition d’impression"
    )
    condition: str = Field(default="", alias="libelle", description="La même, en clair")
    total_ink: int = Field(
        default=300, ge=200, le=400, alias="encrage_max", description="Somme des encres, en %"
    )
    marks: bool = Field(
        default=False, alias="reperes", description="Traits de coupe, mires et ligne de contrôle"
    )


class Alignment(StrEnum):
    """How lines fill their measure."""

    JUSTIFIED = "justifie"
    RAGGED = "drapeau"
    RIGHT = "droite"
    CENTRED = "centre"


class TextStyle(Model):
    """How a kind of text is set. Faces are names of the layout's font table."""

    face: Line = Field(alias="fonte", description="Fonte de base")
    italic: str = Field(default="", alias="italique", description="Fonte de l’emphase")
    bold: str = Field(default="", alias="gras", description="Fonte de l’insistance")
    size: float = Field(gt=0, le=800, alias="corps", description="Corps, en points")
    leading_mm: float = Field(default=4.5, gt=0, alias="interligne", description="Interligne, mm")
    ink: str = Field(default="noir", alias="encre", description="Encre de la palette")
    align: Alignment = Field(
        default=Alignment.RAGGED,
        alias="alignement",
        description="justifie, drapeau, droite, centre",
    )
    hyphenate: bool = Field(default=False, alias="cesures", description="Césures permises")
    balance: bool = Field(default=False, alias="equilibre", description="Lignes équilibrées")
    balance_floor: float = Field(
        default=0.66,
        gt=0,
        le=1,
        alias="plancher",
        description="Justification minimale, en fraction",
    )
    features: tuple[str, ...] = Field(
        default=(), alias="traits", description="Traits OpenType : onum, pnum, lnum, tnum, case…"
    )
    tracking_em: float = Field(
        default=0, alias="approche", description="Approche ajoutée, en cadratin"
    )
    capitals: bool = Field(default=False, alias="capitales", description="En capitales")
    indent_mm: float = Field(default=0, ge=0, alias="alinea", description="Renfoncement, mm")


class Usage(StrEnum):
    """A usage of French typography, by its name among `french.PROFILES`."""

    IN = "IN"
    FINE = "fine"
    OQLF = "oqlf"
    UE = "ue"
    NONE = "aucun"


class Typography(Model):
    """By which rules the text is composed: a usage, less the rules that are switched off."""

    usage: Usage = Field(default=Usage.IN, alias="usage", description="IN, fine, oqlf, ue, aucun")
    rules_off: tuple[Line, ...] = Field(
        default=(), alias="sans_regles", description="Règles qui dorment : R07, R43…"
    )
    superior_titles: bool = Field(
        default=True, alias="civilites_exposant", description="Mme, Dr, no en lettres supérieures"
    )
    binds_nouns: bool = Field(
        default=False, alias="lier_noms", description="Un nombre tient au nom qu’il compte"
    )


class Justification(Model):
    """How far the lines of justified text may be driven: spaces, then letters, in shares.

    Letters are tracked by a share of the em and scaled by a share of their width, in either
    direction: so little that no eye sees it, so much that spaces keep even.
    """

    space_most: float = Field(
        default=1.35, gt=1, le=2, alias="espace_max", description="Espace large, en espaces"
    )
    space_least: float = Field(
        default=0.76, gt=0.5, lt=1, alias="espace_min", description="Espace serrée, en espaces"
    )
    tied_most: float = Field(
        default=1.25, ge=1, le=2, alias="insecable_max", description="Insécable large, en espaces"
    )
    tracking_em: float = Field(
        default=0.015, ge=0, le=0.03, alias="approche", description="Approche, en cadratins"
    )
    scaling: float = Field(
        default=0.02, ge=0, le=0.04, alias="chasse", description="Dilatation des lettres, en part"
    )


class Master(Model):
    """What a kind of page carries by itself (gabarit)."""

    ground: str = Field(default="", alias="fond", description="Encre du fond, débord compris")
    running_head: bool = Field(
        default=False, alias="tete_courante", description="Numéro et titre de partie en tête"
    )
    running_foot: bool = Field(default=True, alias="pied_courant", description="Folio et titre")
    tab: bool = Field(default=False, alias="onglet", description="Onglet d’axe au grand fond")
    folio_style: str = Field(default="folio", alias="style_folio", description="Style du folio")
    foot_style: str = Field(
        default="foot", alias="style_pied", description="Style du titre courant"
    )


class FootPlace(Model):
    """Where folio and running title stand at the foot of a verso or recto."""

    folio_column: int = Field(alias="folio", description="Colonne du folio")
    title_column: int = Field(alias="titre", description="Colonne du titre courant")
    align: Alignment = Field(alias="alignement", description="drapeau (verso) ou droite (recto)")


class TabSpec(Model):
    """The axis tab at the fore-edge (onglet)."""

    width_mm: float = Field(default=6, alias="largeur", description="Largeur, mm")
    height_mm: float = Field(default=18, alias="hauteur", description="Hauteur, mm")
    first_line: float = Field(default=12, alias="ligne", description="Ligne du premier onglet")
    pitch_mm: float = Field(default=27, gt=0, alias="pas", description="Descente par axe, mm")
    ink: str = Field(default="", alias="encre", description="Encre ; sinon celle de l’axe")


class CoverSpec(Model):
    """Where the year stands on the cover, in the sky of its picture."""

    year_x_mm: float = Field(default=20, alias="annee_x", description="Abscisse de l’année, mm")
    year_baseline_mm: float = Field(
        default=102, alias="annee_base", description="Ligne de base de l’année, mm sous le haut"
    )


class PlateSpec(Model):
    """Where the numeral of an axis stands on its plate, and the line of the caption."""

    baseline_mm: float = Field(
        default=145.5, alias="base", description="Ligne de base du numéro, mm sous le haut"
    )
    x_mm: float = Field(default=136, alias="x", description="Abscisse du numéro, mm")
    align: Alignment = Field(
        default=Alignment.CENTRED, alias="alignement", description="drapeau, droite, centre"
    )
    caption_line: float = Field(default=59, alias="legende", description="Ligne de la légende")


class Stations(Model):
    """Fixed lines that every page shares, so that facing pages register."""

    overline: float = Field(default=1, alias="surtitre", description="Surtitre")
    title: float = Field(default=7, alias="titre", description="Dernière ligne du titre de page")
    title_hangs: bool = Field(
        default=False,
        alias="titre_suspendu",
        description="La station du titre est celle de sa première ligne",
    )
    rule: float = Field(default=9, alias="filet", description="Filet sous le titre")
    text: float = Field(default=11, alias="texte", description="Première ligne de texte")
    note: float = Field(default=56, description="Notes au pied")
    folio: float = Field(default=59, description="Folio et titre courant")


class FlatPlanKind(StrEnum):
    """The parts a book can be made of."""

    COVER = "couverture"
    CONTENTS = "sommaire"
    PREAMBLE = "preambule"
    TERRITORY = "territoire"
    GOVERNING_BODIES = "instances"
    EDITORIAL = "editorial"
    DAY_SHARES = "repartition"
    YEAR = "annee"
    AXES = "axes"
    SHEETS = "fiches"
    MEMBERS = "membres"
    PARTNER_MATRIX = "tableau_partenaires"
    FREE_PAGES = "pages_libres"
    IMPRINT = "ours"
    BACK_COVER = "quatrieme"


# The parts that one book alone is made of, by the name of the document.
OWN_PARTS = {
    "ppa": (
        *(FlatPlanKind.PREAMBLE, FlatPlanKind.YEAR),
        *(FlatPlanKind.AXES, FlatPlanKind.PARTNER_MATRIX),
    ),
    "rapport": (
        *(FlatPlanKind.EDITORIAL, FlatPlanKind.DAY_SHARES),
        *(FlatPlanKind.SHEETS, FlatPlanKind.MEMBERS),
    ),
}


class BureauLook(StrEnum):
    """The Bureau as cards beside their discs, two by two, or as a gallery of large discs."""

    CARDS = "cartes"
    GALLERY = "galerie"


class AssemblyLook(StrEnum):
    """Colleges as plain lists, or each under a heavy rule with its number of seats."""

    LISTS = "listes"
    RULED = "filets"


class GoverningSpec(Model):
    """How governing bodies are shown (instances)."""

    bureau: BureauLook = Field(default=BureauLook.CARDS, description="cartes ou galerie")
    assembly: AssemblyLook = Field(
        default=AssemblyLook.LISTS, alias="assemblee", description="listes ou filets"
    )


class Layout(Model):
    """A whole layout, as one file (and its base) says it."""

    base: str = Field(default="", description="Maquette dont celle-ci hérite")
    name: Line = Field(alias="nom", description="Nom de la maquette")
    sheet: SheetSpec = Field(default_factory=SheetSpec, alias="format", description="Format")
    margins: Margins = Field(default_factory=Margins, alias="blancs", description="Blancs")
    grid: Grid = Field(default_factory=Grid, alias="grille", description="Grille")
    stations: Stations = Field(
        default_factory=Stations, alias="stations", description="Lignes fixes"
    )
    inks: dict[str, InkSpec] = Field(alias="palette", description="Encres")
    press: PressSpec = Field(
        default_factory=PressSpec, alias="impression", description="Fichier de l’imprimeur"
    )
    axis_inks: tuple[Line, ...] = Field(
        default=("nuit",),
        min_length=1,
        alias="encres_axes",
        description="Encre de chaque axe ; « -moyen » et « -pale » s’y ajoutent",
    )
    fonts: dict[str, str] = Field(alias="fontes", description="Nom de fonte : fichier de fonts/")
    fallbacks: tuple[Line, ...] = Field(
        default=(),
        alias="secours",
        description="Fontes des signes que celle d’un style n’a pas, dans l’ordre",
    )
    styles: dict[str, TextStyle] = Field(alias="styles", description="Styles de texte")
    typography: Typography = Field(
        default_factory=Typography, alias="typographie", description="Règles du texte français"
    )
    justification: Justification = Field(
        default_factory=Justification, alias="justification", description="Réglage des lignes"
    )
    masters: dict[str, Master] = Field(alias="gabarits", description="Gabarits")
    verso_foot: FootPlace = Field(alias="pied_verso", description="Pied des fausses pages")
    recto_foot: FootPlace = Field(alias="pied_recto", description="Pied des belles pages")
    tab: TabSpec = Field(default_factory=TabSpec, alias="onglet", description="Onglet d’axe")
    cover: CoverSpec = Field(
        default_factory=CoverSpec, alias="couverture", description="Couverture"
    )
    plate: PlateSpec = Field(
        default_factory=PlateSpec, alias="planche", description="Planches d’axe"
    )
    governing: GoverningSpec = Field(
        default_factory=GoverningSpec, alias="instances", description="Bureau et assemblée"
    )
    flat_plan: tuple[FlatPlanKind, ...] = Field(
        alias="chemin_de_fer", description="Ordre des parties"
    )
    binding: Binding = Field(
        default=Binding.NONE, alias="reliure", description="Reliure : piqure, colle, aucune"
    )
    multiple_of: int = Field(
        default=1, ge=1, le=32, alias="multiple", description="Nombre de pages : multiple de"
    )
    fill_before: FlatPlanKind = Field(
        default=FlatPlanKind.BACK_COVER,
        alias="complement",
        description="Partie avant laquelle s’ajoutent les pages manquantes",
    )
