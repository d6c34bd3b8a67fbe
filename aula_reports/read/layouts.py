"""A layout's folder to the typed layout, over its base and that one's base.

The base's tree lies under the child's: mappings merge by key, everything else is replaced. Each
field keeps the place of the file that wrote it. Faults of fields have the codes of a programme's
with a 6 for the 2 (E601 absent, E602 unknown…); those of the base are E65x.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from aula_reports.diagnostics import Finding, InvalidLayout, Severity, SourceError
from aula_reports.model.layout import Layout
from aula_reports.read.layout_names import layout_faults
from aula_reports.read.loader import build, has_errors, read_tree
from aula_reports.read.near import question, quoted
from aula_reports.read.nodes import MappingNode, Node, ScalarNode, merged
from aula_reports.read.places import all_located
from aula_reports.read.press_icc import press_faults

LAYOUT_FILE = "layout.yaml"
_BASE = "base"
# A house's own layout, on one of ours, on what ours share.
_DEEPEST = 2


def read_layout(folder: Path, find_base: Callable[[str], Path]) -> Layout:
    """Read `layout.yaml` in a folder, over its base if it names one.

    `find_base` gives the folder of a layout by its name. Raises `SourceError` when a file cannot
    be read, `InvalidLayout` with all the findings otherwise.
    """
    tree, findings = read_tree(folder / LAYOUT_FILE)
    if tree is None:
        raise SourceError(findings)
    whole, of_base = _over_base(tree, find_base)
    reading = build(whole, Layout, folder)
    told = (*findings, *of_base, *map(_as_layout, reading.findings))
    if reading.model is not None:
        faults = (*layout_faults(reading.model), *press_faults(reading.model.press, folder))
        told = (*told, *all_located(faults, reading.places))
    if reading.model is None or has_errors(told):
        raise InvalidLayout(told)
    return reading.model


def _over_base(
    tree: MappingNode, find_base: Callable[[str], Path], depth: int = 1
) -> tuple[MappingNode, tuple[Finding, ...]]:
    """Lay a tree over its base, which may have one too: ours stand on what they share."""
    name = tree.entries.get(_BASE)
    if not isinstance(name, ScalarNode) or name.is_absent:
        return tree, ()
    if depth > _DEEPEST:
        return tree, (_too_far(name),)
    folder = find_base(name.text)
    if not folder.is_dir():
        return tree, (_unknown(name, folder),)
    base, findings = read_tree(folder / LAYOUT_FILE)
    if base is None:
        return tree, findings
    whole, further = _over_base(base, find_base, depth + 1)
    return merged(whole, tree), (*findings, *further)


def _unknown(name: ScalarNode, folder: Path) -> Finding:
    around = folder.parent.iterdir() if folder.parent.is_dir() else ()
    known = sorted(entry.name for entry in around if (entry / LAYOUT_FILE).is_file())
    remedy = question(name.text, known) or f"choisir parmi : {', '.join(known) or 'aucune'}"
    return _of_base(name, "E651", f"maquette inconnue : {quoted(name.text)}", remedy)


def _too_far(name: ScalarNode) -> Finding:
    message = f"la maquette {quoted(name.text)} est la base d’une base d’une base"
    return _of_base(name, "E652", message, "hériter d’une maquette moins lointaine")


def _of_base(node: Node, code: str, message: str, remedy: str) -> Finding:
    return Finding(Severity.ERROR, code, message, node.place, _BASE, remedy)


def _as_layout(finding: Finding) -> Finding:
    return replace(finding, code=finding.code.replace("E2", "E6", 1))
