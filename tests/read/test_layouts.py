from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aula_reports.diagnostics import InvalidLayout, SourceError
from aula_reports.model.layout import INKS, MASTERS
from aula_reports.read.layouts import read_layout

PALETTE = "".join(f'  {name}: {{cmjn: [0, 0, 0, 100], rvb: "#000000"}}\n' for name in INKS)
BASE = f"""\
nom: mère
format: {{largeur: 210, hauteur: 297}}
palette:
{PALETTE}
fontes: {{serif: serif.otf}}
styles:
  texte: {{fonte: serif, corps: 10}}
  folio: {{fonte: serif, corps: 8}}
  foot: {{fonte: serif, corps: 8}}
gabarits: {{{", ".join(f"{name}: {{}}" for name in MASTERS)}}}
pied_verso: {{folio: 1, titre: 2, alignement: drapeau}}
pied_recto: {{folio: 12, titre: 2, alignement: droite}}
chemin_de_fer: [couverture, axes]
"""

Lays = Callable[..., Path]


@pytest.fixture
def laid(tmp_path: Path) -> Lays:
    """Write the base and a child of it; return the child's folder."""

    def lay(child: str, base: str = BASE) -> Path:
        for name, text in (("mere", base), ("fille", child)):
            (tmp_path / name).mkdir()
            (tmp_path / name / "layout.yaml").write_text(text, encoding="utf-8")
        return tmp_path / "fille"

    return lay


def test_mappings_merge_and_lists_are_replaced(laid: Lays, tmp_path: Path) -> None:
    child = "base: mere\nnom: fille\nformat: {largeur: 200}\nchemin_de_fer: [axes]\n"
    layout = read_layout(laid(child), tmp_path.joinpath)
    assert (layout.name, layout.sheet.width_mm, layout.sheet.height_mm) == ("fille", 200, 297)
    assert [kind.value for kind in layout.flat_plan] == ["axes"]


@pytest.mark.parametrize(
    ("child", "base", "codes"),
    [
        ("base: mer\nnom: fille\n", BASE, {"E651", "E601"}),
        ("base: mere\nnom: fille\n", f"base: autre\n{BASE}", {"E651"}),
        ("base: mere\nnom: fille\n", f"base: mere\n{BASE}", {"E652"}),
        ("base: mere\nformat: {largeur: large}\n", BASE, {"E603"}),
        ("base: mere\nformt: {}\n", BASE, {"E602"}),
        ("base: mere\nnom: a\nnom: b\n", BASE, {"E112"}),
        ("base: mere\nnom: a\nonglet: {encre: rose}\n", BASE, {"E612"}),
        ("base: mere\nnom: a\ngabarits: {opener: {fond: rose}}\n", BASE, {"E612"}),
        ("base: mere\nnom: a\nstyles: {texte: {corps: 9, gras: gras}}\n", BASE, {"E612"}),
        ("base: mere\nnom: a\n", BASE.replace("opener: {}, ", ""), {"E611"}),
        ("base: mere\nnom: a\ngrille: {colonnes: 6}\n", BASE, {"E610"}),
        ("base: mere\nnom: a\ntypographie: {usage: INN}\n", BASE, {"E604"}),
        ("base: mere\nnom: a\ntypographie: {sans_regles: [R7]}\n", BASE, {"E615"}),
        ("base: mere\nnom: a\ntypographie: {sans_regles: [R10]}\n", BASE, {"E615"}),
        ("base: mere\nnom: a\ntypographie: {lier_noms: 3}\n", BASE, {"E607"}),
    ],
)
def test_faults(laid: Lays, tmp_path: Path, child: str, base: str, codes: set[str]) -> None:
    folder = laid(child, base)
    with pytest.raises(InvalidLayout) as caught:
        read_layout(folder, tmp_path.joinpath)
    assert {finding.code for finding in caught.value.findings} == codes


def test_an_unknown_rule_is_told_with_its_place(laid: Lays, tmp_path: Path) -> None:
    folder = laid("base: mere\nnom: a\ntypographie: {sans_regles: [R07, R70]}\n")
    with pytest.raises(InvalidLayout) as caught:
        read_layout(folder, tmp_path.joinpath)
    (finding,) = caught.value.findings
    place = f"{tmp_path / 'fille' / 'layout.yaml'}:3:34"
    assert str(finding).startswith(f"{place} E615 typographie › sans_regles › 2 : règle inconnue")


def test_a_fault_of_the_base_stands_in_the_base(laid: Lays, tmp_path: Path) -> None:
    folder = laid("base: mere\nnom: fille\n", BASE.replace("largeur: 210", "largeur: x"))
    with pytest.raises(InvalidLayout) as caught:
        read_layout(folder, tmp_path.joinpath)
    (finding,) = caught.value.findings
    assert finding.location is not None
    assert finding.location.file == str(tmp_path / "mere" / "layout.yaml")
    assert finding.location.line == 2


def test_no_layout(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="E101"):
        read_layout(tmp_path, tmp_path.joinpath)
