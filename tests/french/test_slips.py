"""What the corrector marks, and as many texts that look like it and are right."""

from __future__ import annotations

import pytest

from aula_reports.french import slips
from aula_reports.french.slips import Finder
from aula_reports.french.structure import find_list_slips, find_title_stop

# rule → texts, what is marked in each, what is advised.
MARKED: dict[Finder, list[tuple[str, str, str]]] = {
    slips.find_bare_capitals: [
        ("L’Etat agit. A partir de mai, oui", "Etat|A", "État|À"),
        ("Voilà. A la demande de tous, A l’est", "A", "À"),
        ("« A compter du 1er mars »", "A", "À"),
        ("- A moyen terme", "A", "À"),
        ("Un lot\nA noter", "A", "À"),
        ("LES ETUDES, les Ilôts et l’Ile-de-France", "ETUDES|Ilôts|Ile", "ÉTUDES|Îlots|Île"),
        ("Energie, Evaluation", "Energie|Evaluation", "Énergie|Évaluation"),
    ],
    slips.find_double_ends: [
        ("des lycées, etc…", "etc…", "etc."),
        ("des lycées, etc...", "etc...", "etc."),
        ("des lycées, etc. …", "etc. …", "etc."),
        ("des lycées…, etc.", "…, etc.", "etc."),
    ],
    slips.find_titles: [
        ("Mr Roux et Mme. Noir", "Mr|Mme.", "M.|Mme"),
        ("Melle Blanc, Mrs Petit et Roux", "Melle|Mrs", "Mlle|MM."),
        ("Mlle. Blanc, Mr. Gris", "Mlle.|Mr.", "Mlle|M."),
    ],
    slips.find_thousands_of_euros: [("15 K€, 8K€", "K€|K€", "k€|k€")],
    slips.find_inclusive_points: [
        ("les habitant·e·s, les élu•es", "habitant·e·s|élu•es", ""),
        ("les habitant.e.s et l’élu.e", "habitant.e.s|élu.e", ""),
    ],
    slips.find_pointed_sigles: [
        ("la S.N.C.F. et l’O.N.U", "S.N.C.F.|O.N.U", "SNCF|ONU"),
        ("la S. N. C. F. et l’O. N. U. aussi", "S. N. C. F.|O. N. U.", "SNCF|ONU"),
    ],
    slips.find_late_note_calls: [
        ("un mot.¹ Puis,²³", ".¹|,²³", "¹.|²³,"),
        ("un.[^a] Puis", ".[^a]", "[^a]."),
    ],
    slips.find_misprints: [
        ("Parmis eux, un acceuil trés bon", "Parmis|acceuil|trés", "Parmi|accueil|très"),
    ],
    find_title_stop: [
        ("Observer le territoire.", "territoire.", ""),
        ("Un seul mot. ", "mot.", ""),
    ],
    find_list_slips: [
        ("On a :\n\n- un ;\n- deux.\n- trois ;\n- quatre.", "deux.", ""),
        ("On a :\n- un ;\n- deux,\n- trois.", "deux,", ""),
        ("On a :\n\n- un lot ;\n- deux\n  lots", "lots", ""),
        ("On a :\n\n- Un ;\n- Deux.", "Un", ""),
        ("On a :\n- un ;\n- deux.\n\nPuis :\n\n- un ;\n- trois", "trois", ""),
        (
            "On a :\n\n1. un lot ;\n2. deux lots.",
            "lot ;",
            "",
        ),
        ("On a :\n1) Un.\n2) Deux", "Deux", ""),
    ],
}

RIGHT: dict[Finder, list[str]] = {
    slips.find_bare_capitals: [
        "A été nommé maire. A voté la motion.",
        "le plan A la suite, la vitamine A est là",
        "À partir de l’État, l’ÉTAT",
        "A priori, l’A26",
        "Le plan A prévoit, axe A partir, Etaples et Etienne",
        "un Etatisme, les ETA, la CEE, M. Etude-Noir-Etat",
        "En outre. Il faut. Île.",
    ],
    slips.find_double_ends: ["des lycées, etc.", "des lycées…", "etc. Puis…", "un etcetera…"],
    slips.find_titles: ["M. Roux, Mme Noir", "Mr", "la Mme. puis", "MM. Roux", "Amr Roux"],
    slips.find_thousands_of_euros: ["15 k€ et 2 M€", "un K et un €", "MK€"],
    slips.find_inclusive_points: [
        *("les élus et les élues", "• une puce", "a·b 3·4", "Fin.elle", "un plan.pdf", "J.-C."),
    ],
    slips.find_pointed_sigles: [
        "J.-C.",
        "A. B. Petit",
        "J.R.R. Tolkien",
        "la SNCF.",
        "p. ex.",
        "J. R. R. Tolkien",
        "L. A. Petit",
    ],
    slips.find_late_note_calls: ["12 m²", "un mot¹.", "x.2", "un[^1].", "etc.[^1] Puis"],
    slips.find_misprints: ["Parmi eux, l’accueil très bon", "la rue Trés-Cloîtres", "parmisan"],
    find_title_stop: [
        "Observer le territoire",
        "Lycées, collèges, etc.",
        "Voir clair. Voir loin.",
        "À suivre...",
        "En 52 av. J.-C.",
        "Pourquoi ?",
    ],
    find_list_slips: [
        "On a :\n\n- un ;\n- deux ;\n- trois.",
        "On a :\n\n- un\n- deux",
        "On a :\n\n1. Un lot.\n2. Deux lots !",
        "On a :\n\n1. Un lot\n2. Deux lots",
        "On a :\n\n- Un lot.\n- Deux lots.",
        "On a :\n\n- SCoT ;\n- PLUi.",
        "On a :\n\n- un ;\n- « deux »",
        "Une liste\n\n- un ;\n- deux,\n- trois",
        "On a :\n\n- un seul ;",
        "On a :\n\n1. Un.\n\n- deux ;",
        "L’eau : un - deux ;\n- trois, puis rien",
    ],
}


def every(table: dict[Finder, list[tuple[str, str, str]]]) -> list[tuple[Finder, str, str, str]]:
    return [(find, *case) for find, cases in table.items() for case in cases]


@pytest.mark.parametrize(("find", "text", "marked", "advised"), every(MARKED))
def test_slip_is_marked_once(find: Finder, text: str, marked: str, advised: str) -> None:
    found = list(find(text))
    assert "|".join(text[slip.start : slip.end] for slip in found) == marked
    for slip, right in zip(found, advised.split("|") if advised else (), strict=bool(advised)):
        assert f"« {right} »" in slip.advice
    assert all(slip.fault and slip.advice for slip in found)


@pytest.mark.parametrize(("find", "text"), [(find, text) for find in RIGHT for text in RIGHT[find]])
def test_what_is_right_is_left_alone(find: Finder, text: str) -> None:
    assert list(find(text)) == []


@pytest.mark.parametrize("find", MARKED)
def test_a_slip_is_marked_by_its_own_rule_only(find: Finder) -> None:
    for other in MARKED:
        for text, _, _ in MARKED[find]:
            # A list or a title is judged as a whole, whatever its words are.
            if other is not find and other is not find_title_stop:
                assert list(other(text)) == [], (other, text)


def test_every_rule_has_three_texts_that_are_right() -> None:
    assert MARKED.keys() == RIGHT.keys()
    assert min(map(len, RIGHT.values())) >= 3
