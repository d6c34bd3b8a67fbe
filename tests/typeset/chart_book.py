"""Books of charts of times, in the report's layout but for its number of pages."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from aula_reports import resources
from aula_reports.compose.blocks import Document, Head, Part, TimeBar, TimeCallout, TimeChart
from aula_reports.compose.inline import Words
from aula_reports.compose.wording import label, rich
from aula_reports.model.pages import Picture
from aula_reports.pipeline import Publication, Timings
from aula_reports.read.layouts import read_layout
from aula_reports.typeset.chart_plans import Charter
from aula_reports.typeset.fonts import FaceTable
from aula_reports.typeset.paginate import paginate
from aula_reports.typeset.paragraph import Setter
from aula_reports.typeset.workshop import Workshop
from aula_reports.write.drawing_cache import draw

FOLDER = resources.layout_folder("rapport")
LAYOUT = read_layout(FOLDER, resources.layout_folder).model_copy(update={"multiple_of": 1})

HEAD = Head((), (Words("Le temps consacré aux actions"),), "temps")


def bar(days: float | None, *titles: str, stands_out: bool = False) -> TimeBar:
    return TimeBar(tuple(label(title) for title in titles), days, stands_out)


def _part(block: TimeChart) -> Part:
    axis = block.axis
    running = (Words(f"Axe {axis}"),)
    return Part(f"axe-{axis}", (block,), running, tab=axis, number=f"0{axis}")


def chart_book(
    *blocks: TimeChart, charter: Charter = draw, proportion: float = 0.53
) -> Publication:
    """Lay charts, each in a part of its own, with pictures of one proportion."""
    parts = tuple(map(_part, blocks))
    document = Document("Rapport", "Agence", "", (Words("Rapport d’activité"),), parts)
    faces = FaceTable(LAYOUT.fonts, FOLDER)
    setter = Setter(faces, LAYOUT.styles)
    files = {block.picture.file: proportion for block in blocks if block.picture}
    book = paginate(document, LAYOUT, setter, files, Workshop(charter))
    return Publication(book, LAYOUT, faces, Path(), (), Timings())


LONG = TimeChart(
    head=HEAD,
    note=rich(
        "Jours ETP par action en 2025, études externalisées comprises.\n"
        "Dans l’ordre inverse de la liste d’ouverture."
    ),
    bars=(
        bar(26, "Atlas des ZAE (CABBALR/CALL)"),
        bar(7, "Projet Alimentaire Territorial (CABBALR)"),
        bar(68, "Politique locale du Commerce (CABBALR)"),
        bar(
            40,
            "Observatoire politique de la ville (CABBALR/CALL)",
            "Suivi / participation / évaluation – Contrat de Ville (CABBALR/CALL)",
        ),
        bar(26, "Observatoire du tourisme (CABBALR/CC7V)"),
        bar(32, "Observatoire du suivi du PDU (SMT Artois Mobilités)"),
        bar(
            195,
            "Observatoire du commerce (périmètre AULA)",
            "Suivi des Programmes Action Cœur de Ville, PVD etc. (CABBALR)",
        ),
        bar(None, "Observatoire des transitions territoriales"),
        bar(333, "Observatoire des friches", stands_out=True),
        bar(35, "Observatoire des fonciers économiques (CABBALR/CALL)"),
        bar(
            60,
            "Observatoire de l’habitat",
            "Suivi / participation / évaluation – PLH (CC7V/CABBALR/CALL)",
        ),
        bar(67, "Observatoire de l’environnement"),
        bar(32, "Observatoire de l’énergie (PMA)"),
        bar(None, "Observatoire de la santé"),
        bar(134, "Observatoire agricole"),
        bar(
            39,
            "Évaluation du Projet de Territoire (CABBALR)",
            "Approche spécifique Territoire de la 1/2 heure – Projet de Territoire (CABBALR)",
        ),
        bar(46, "Évaluation du NPNRU (CABBALR/CALL)"),
        bar(
            44,
            "Déclinaison / exploitation territoriale – observatoire emploi & entrepreneuriat "
            "(CABBALR)",
            "Observatoire de l’entrepreneuriat & de l’emploi",
            "Suivi des filières économiques de la CABBALR",
        ),
        bar(686, "Construction de la Plateforme Numérique Collaborative", stands_out=True),
        bar(60, "Baromètres économiques et défaillances des entreprises"),
    ),
    axis=1,
    callouts=(
        TimeCallout(
            686,
            rich("jours"),
            rich("Construction de la Plateforme Numérique Collaborative."),
            rich(
                "Plus du tiers du temps de l’axe : l’application mobile des élus, ses trois "
                "premières thématiques et son assistant."
            ),
            rich("35 % des 1 952 jours de l’axe"),
            686 / 1952,
        ),
        TimeCallout(
            333,
            rich("jours"),
            rich("Observatoire des friches."),
            rich("Recensement intégral, fiches et analyse de mutabilité de tous les sites."),
            rich("17 % des 1 952 jours de l’axe"),
            333 / 1952,
        ),
    ),
    callouts_title=rich("Les deux plus grands chantiers de l’axe"),
    remark=rich(
        "La somme des temps imprimés fiche par fiche est de 1 930 jours ; l’axe en compte 1 952. "
        "Deux entrées du graphique n’ont pas de temps imprimé."
    ),
)

PICTURE = Picture(id="canal", file="canal.jpg", alt="Un canal, une péniche et un terril.")

SHORT = TimeChart(
    head=HEAD,
    note=(),
    bars=(
        bar(
            15,
            "Poursuite de la démarche exploratoire d’élaboration d’une matrice des risques "
            "territoriaux",
        ),
        bar(
            65,
            "Co-organisation du colloque « Quelles solutions pour vivre et aménager nos communes "
            "à 50 degrés ? » avec la CABBALR et le soutien de la fondation Palladio & "
            "l’Université de la Ville de demain",
            "Organisation conférence : Impact de l’IA au sein des collectivités",
        ),
        bar(
            223,
            "Finalisation des toiles économique de l’eau industrielle et de l’énergie",
            "Développement d’une démo d’écosystèmes Toiles eau / énergie / économique",
            stands_out=True,
        ),
        bar(104, "Finalisation de la démarche du donut"),
        bar(
            34,
            "Enquête sur le ressenti de surchauffe urbaine dans les espaces publics",
            "Le confort thermique et la résilience du territoire face à la surchauffe urbaine",
        ),
        bar(22, "Développer les approches et référentiels des SAFN"),
        bar(17, "Démarche exploratoire sur la qualification et la santé des sols"),
        bar(
            136,
            "URBA 8 : Coordination et mutualisation avec les autres partenaires territoriaux",
            "Conseil Départemental : appui technique à l’ingénierie 62",
            "FNAU : participation aux travaux FNAU",
            "Région : participation à la déclinaison du SRADDET, etc.",
        ),
    ),
    axis=2,
    callouts=(
        TimeCallout(
            223,
            rich("jours pour les trois toiles"),
            text=rich(
                "Plus du tiers du temps de l’axe est allé à l’achèvement des toiles économique, "
                "de l’eau industrielle et de l’énergie, puis à la démonstration de leurs "
                "écosystèmes. Les trois outils ont été présentés aux services des agglomérations."
            ),
        ),
    ),
    remark=rich(
        "Les 65 jours du colloque et de la conférence sont communs aux deux actions. Somme des "
        "temps imprimés : 616 jours, pour 615 annoncés."
    ),
)

# Two and a half times the long chart: more than a page holds.
ENDLESS = replace(LONG, bars=(*LONG.bars, *LONG.bars, *LONG.bars[:10]))
