"""The land on a dark page: its communes in two tints a little paler than the ground.

It is wider than the sheet, so that the trim cuts it. Communes are not merged: lines in the
ground's own ink part them.
"""

from __future__ import annotations

from collections.abc import Iterator

from aula_reports.geometry import Rect, rectangle
from aula_reports.model.outlines import Commune
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.outline_map import Chain, Leaf, fit_nodes, nodes_of
from aula_reports.typeset.pages import Pen, ShapeThing

# How much wider than the trim.
_WIDTH = 1.38
_INKS = ("nuit-90", "nuit-95")
_PEN = Pen("nuit", 0.6, round_ends=True)


def lay_land(communes: tuple[Commune, ...], maker: PageMaker, middle: tuple[float, float]) -> None:
    """Lay the land on the open page, an artifact; `middle` in parts of the trim, from its foot."""
    if not any(commune.rings for commune in communes):
        return
    leaf, clip = Leaf(0.0, maker.grid.sheet), rectangle(maker.grid.sheet)
    for ink, chains in _tinted(communes, maker, middle):
        path = leaf.path(chains)
        if path:
            maker.put(ShapeThing(None, path, ink, _PEN, clip, even_odd=True))


def _tinted(
    communes: tuple[Commune, ...], maker: PageMaker, middle: tuple[float, float]
) -> Iterator[tuple[str, list[Chain]]]:
    """Share the outlines out over two tints: neighbouring areas take them in turn."""
    nodes = [[nodes_of(ring) for ring in commune.rings] for commune in communes]
    everything = [node for rings in nodes for ring in rings for node in ring]
    projection = fit_nodes(everything, _land_box(maker, middle))
    areas = list(dict.fromkeys(commune.epci_siren for commune in communes))
    for turn, ink in enumerate(_INKS):
        mine = set(areas[turn :: len(_INKS)])
        yield (
            ink,
            [
                projection.chain(ring)
                for commune, rings in zip(communes, nodes, strict=True)
                if commune.epci_siren in mine
                for ring in rings
            ],
        )


def _land_box(maker: PageMaker, middle: tuple[float, float]) -> Rect:
    """A box as wide as the land, and so high that its width alone gives the scale."""
    grid, (across, up) = maker.grid, middle
    width, height = grid.width * _WIDTH, grid.height * 3
    return Rect(grid.width * across - width / 2, grid.height * up - height / 2, width, height)
