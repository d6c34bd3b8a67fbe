"""Two books that have too much of everything, for judges: every kind of block, and rare letters.

python -m tests.torture FOLDER      writes them for the screen and for the archive
"""

from __future__ import annotations

import sys
from pathlib import Path

from aula_reports import build, load_programme
from aula_reports.model.partners import Organisation
from aula_reports.model.programme import Action, AnnualFigures, Axis, PartnerFamily, Programme
from aula_reports.model.sheets import ActionSheet, QrLink
from aula_reports.pipeline import Publication

_EXAMPLES = Path(__file__).parents[1] / "examples"
_LETTERS = "Ενημέρωση, Łódź, Gdańsk, Święty, efficace, affluent, sufficient, œuvre, Ÿ, ﬁn"
_LINK = "[une adresse assez longue pour tenir sur deux lignes au moins](https://exemple.fr/a)"
TEXT = f"""\
Premier alinéa : {_LETTERS}. Voir {_LINK},
puis https://www.exemple.fr/documents/programme/2021/annexe-technique.html ; *en italique*,
**en gras**, CO2, 1er, XXe siècle, M2 et `code`.

- un premier élément, qui est long et qui dit ce qu’il faut dire pour faire deux lignes de texte ;
- un deuxième : {_LETTERS} ;
  - dedans, avec une note[^a] et {_LINK} ;
    - tout dedans, sur deux lignes au moins si la colonne est aussi étroite que d’habitude ;
      1. plus loin encore[^*] ;
         - plus loin que ce que montre une page ;
  - à côté ;

  puis une suite sous la liste ;
- un troisième.

1. Une phrase.
   1. Une petite.
   2. Une autre, avec {_LINK}.
      - mêlée ;
2. Une autre^[Note en place, avec {_LINK} et {_LETTERS}.], avec {_LINK}.

« Une citation », dit-il ; puis un dernier alinéa pour finir la page et le texte tout entier[^a].
"""
NOTES = f"""

[^a]: Une note : {_LETTERS}, et {_LINK}.

[^*]: Une étoile.
"""
# More than one page holds, so that tables run over facing ones.
_COLUMNS = 46


def tortured() -> dict[str, Publication]:
    """Build the examples with more of everything: rows, columns, texts, lists in lists, notes,
    addresses, letters.
    """
    return {"ppa": build(_booklet()), "rapport": build(_report())}


def _booklet() -> Programme:
    programme = load_programme(_EXAMPLES / "ppa-2021" / "programme.yaml")
    assert programme.preamble is not None
    preamble = programme.preamble.model_copy(update={"text": TEXT * 3 + NOTES})
    present = programme.partner_matrix
    more = tuple(map(_organisation, range(_COLUMNS - len(present.columns))))
    family = PartnerFamily(label="Ils s’ajoutent", organisations=tuple(one.id for one in more))
    families = (*present.families[:2], family, *present.families[2:])
    axes = (_crowded(programme.axes[0], family.organisations),)
    changes = {
        "preamble": preamble,
        "axes": axes,
        "figures": AnnualFigures(),
        "organisations": (*programme.organisations, *more),
        "partner_matrix": present.model_copy(update={"families": families}),
    }
    changed = programme.model_copy(update=changes)
    return changed.from_origin(programme.origin) if programme.origin else changed


def _organisation(number: int) -> Organisation:
    return Organisation(id=f"de_trop_{number}", name=f"Syndicat {number} : Łódź, œuvre")


def _crowded(axis: Axis, members: tuple[str, ...]) -> Axis:
    """Add actions until the axis has a hundred and twenty rows."""
    last = axis.sections[-1]
    present = sum(1 for _ in axis.actions)
    model = next(iter(axis.actions))
    more = tuple(_action(model, number, members) for number in range(present, 120))
    section = last.model_copy(update={"entries": (*last.entries, *more)})
    changes = {"sections": (*axis.sections[:-1], section), "introduction": TEXT + NOTES}
    return axis.model_copy(update=changes)


def _action(model: Action, number: int, members: tuple[str, ...]) -> Action:
    changes = {
        "number": 1000 + number,
        "title": f"Observatoire {number} : {_LETTERS}",
        "beneficiaries": members[number % 7 :: 7],
    }
    return model.model_copy(update=changes)


def _report() -> Programme:
    programme = load_programme(_EXAMPLES / "rapport-2025" / "programme.yaml")
    links = (QrLink(address="https://exemple.fr/" + "a" * 200, caption=_LETTERS),) * 2
    sheet = ActionSheet(
        title=f"Une fiche de trop : {_LETTERS}",
        objective=TEXT + NOTES,
        review=TEXT * 6 + NOTES,
        deliverables=(_LETTERS,) * 9,
        days=12.5,
        links=links,
    )
    axis = programme.axes[0]
    changes = {"sheets": (*axis.sheets[:3], sheet), "introduction": TEXT * 2 + NOTES}
    crowded = axis.model_copy(update={**changes, "listed_titles": (), "chart_rows": ()})
    assert programme.editorial is not None
    editorial = programme.editorial.model_copy(
        update={"share_axes": (1,), "text": TEXT * 2 + NOTES}
    )
    changed = programme.model_copy(update={"axes": (crowded,), "editorial": editorial})
    return changed.from_origin(programme.origin) if programme.origin else changed


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, publication in tortured().items():
        publication.save(folder / f"{name}.pdf", profile="web")
        publication.save(folder / f"{name}-archive.pdf", profile="archive")
        publication.save(folder / f"{name}-print.pdf", profile="print")


if __name__ == "__main__":
    main()
