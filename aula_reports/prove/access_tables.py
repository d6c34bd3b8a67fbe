"""PDF/UA-1, heads of tables: does each cell have one that a reader can say?"""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.prove.access_document import at, spot_of
from aula_reports.prove.rules import ERROR, WARNING, Case, Rule, Spot
from aula_reports.prove.structure import Element
from aula_reports.prove.values import as_list, name_of, real, text_of

# A cell that says it spans more is a slip, or meant to cost time.
_WIDEST = 500
_ACROSS, _ALONG = ("Row", "Both"), ("Column", "Both")


def _cells(table: Element) -> list[Element]:
    """Give the cells of a table, without those of tables within its cells."""
    cells, stack = [], list(reversed(table.children))
    while stack:
        element = stack.pop()
        if element.role in ("TH", "TD"):
            cells.append(element)
        elif element.role != "Table":
            stack.extend(reversed(element.children))
    return cells


def _headers(cell: Element) -> list[str]:
    return [text_of(one) for one in as_list(cell.attribute("/Headers"))]


def unscoped_heads(case: Case) -> Iterator[Spot]:
    for table in case.file.tree.of("Table"):
        cells = _cells(table)
        if all(_headers(cell) for cell in cells if cell.role == "TD"):
            continue
        for cell in cells:
            if cell.role == "TH" and not name_of(cell.attribute("/Scope")):
                told = "une tête de tableau ne dit pas ce qu’elle commande (Scope)"
                yield spot_of(case, told, cell)


def unknown_heads(case: Case) -> Iterator[Spot]:
    """Find cells whose heads (Headers) name no head of their table."""
    for table in case.file.tree.of("Table"):
        cells = _cells(table)
        known = {cell.text("/ID") for cell in cells if cell.role == "TH"} - {""}
        for cell in cells:
            lost = [name for name in _headers(cell) if name not in known]
            if lost:
                told = f"une cellule nomme une tête inconnue : « {lost[0]} »"
                yield spot_of(case, told, cell)


def headless_cells(case: Case) -> Iterator[Spot]:
    """Find cells without Headers that no head of their row or column speaks for."""
    for table in case.file.tree.of("Table"):
        grid, _ = _grid(table)
        columns = {x for cell, x in grid if _commands(cell, _ALONG) for x in _span(cell, x)}
        rows = {id(cell.parent) for cell, _ in grid if _commands(cell, _ACROSS)}
        for cell, x in grid:
            if cell.role != "TD" or _headers(cell) or id(cell.parent) in rows:
                continue
            if not columns & set(_span(cell, x)):
                told = "une cellule n’a de tête ni dans sa ligne ni dans sa colonne"
                yield spot_of(case, told, cell)


def ragged_tables(case: Case) -> Iterator[Spot]:
    """Find tables whose rows have not all the same width, cells from above included."""
    for table in case.file.tree.of("Table"):
        _, widths = _grid(table)
        if len(set(widths)) > 1:
            told = f"les lignes du tableau ont {min(widths)} à {max(widths)} colonnes"
            yield spot_of(case, told, table)


def _commands(cell: Element, scopes: tuple[str, ...]) -> bool:
    """Say whether a head speaks for a row, or for a column; one without Scope may be either."""
    return cell.role == "TH" and name_of(cell.attribute("/Scope")) in (*scopes, "")


def _span(cell: Element, x: int) -> range:
    return range(x, x + _extent(cell, "/ColSpan"))


def _extent(cell: Element, name: str) -> int:
    return max(1, min(_WIDEST, int(real(cell.attribute(name), 1))))


def _grid(table: Element) -> tuple[list[tuple[Element, int]], list[int]]:
    """Give each cell its column, past those that cells above still take; then each row's width."""
    placed: list[tuple[Element, int]] = []
    widths: list[int] = []
    taken: dict[int, int] = {}
    for row in _rows(table):
        x, below = 0, {column: left - 1 for column, left in taken.items() if left > 1}
        for cell in row:
            while x in taken:
                x += 1
            placed.append((cell, x))
            for column in _span(cell, x):
                taken[column] = 1
                if _extent(cell, "/RowSpan") > 1:
                    below[column] = _extent(cell, "/RowSpan") - 1
            x += _extent(cell, "/ColSpan")
        widths.append(max(taken, default=-1) + 1)
        taken = below
    return placed, widths


def _rows(table: Element) -> list[list[Element]]:
    rows: dict[int, list[Element]] = {}
    for cell in _cells(table):
        rows.setdefault(id(cell.parent), []).append(cell)
    return list(rows.values())


_HEADS = "baliser les têtes en TH, avec leur portée (Scope)"
TABLE_RULES = (
    Rule("UA-15-003", ERROR, at("15-003"), _HEADS, unscoped_heads),
    Rule("UA-15-x01", ERROR, at("15"), "nommer les ID des têtes du tableau", unknown_heads),
    Rule("UA-15-x03", WARNING, at("15"), "égaliser les lignes, ou dire ColSpan", ragged_tables),
    Rule("UA-15-x02", ERROR, at("15"), _HEADS, headless_cells),
)
