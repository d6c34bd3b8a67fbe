"""A business park: halls of sheet metal with docks, lorries' boxes, an old workshop of brick."""

from __future__ import annotations

import numpy as np

from plates.canvas import Plate, Shade
from plates.colours import mix
from plates.shading import deeper
from plates.shapes import Place, arched, oval, rectangle, shape

GLASS = "#1D6072"


def hall(plate: Plate, at: Place, size: Place, tones: tuple[str, str, str], docks: int = 0) -> None:
    """Draw a hall from its foot's left end; tones are wall, shade and the band under the roof.

    With docks it has that many gates, otherwise a ribbon of windows.
    """
    (x, foot), (width, height), (wall, dark, band) = at, size, tones
    top = foot - height
    plate.fill(
        rectangle(x, top, width, height),
        wall,
        Shade(mix(wall, dark, 0.4), deeper(top, height * 1.2, 0.8), 4),
    )
    seams = [rectangle(x, y, width, 0.16) for y in np.arange(top + 2.2, foot, 1.5)]
    plate.fill(seams, mix(wall, dark, 0.35))
    side = rectangle(x + width, top + height * 0.06, width * 0.09, height * 0.94)
    plate.fill(side, mix(wall, dark, 0.75), Shade(dark, 0.4, 4))
    plate.fill(rectangle(x - 0.4, top - 0.5, width + 0.8, 2.1), band)
    if docks:
        step = width / docks
        gates = [x + step * (i + 0.5) for i in range(docks)]
        plate.fill([rectangle(g - 2.6, foot - 6.4, 5.2, 6.4) for g in gates], mix(dark, GLASS, 0.6))
        plate.fill([rectangle(g - 2.0, foot - 5.6, 4, 5.6) for g in gates], mix(wall, dark, 0.12))
        slats = [rectangle(g - 2.0, foot - y, 4, 0.2) for g in gates for y in (1.4, 2.8, 4.2)]
        plate.fill(slats, mix(wall, dark, 0.6))
    else:
        strip = rectangle(x + width * 0.06, foot - height * 0.58, width * 0.88, height * 0.24)
        plate.fill(strip, GLASS)
        bars = np.arange(x + width * 0.06, x + width * 0.95, width * 0.88 / 9)
        plate.fill([rectangle(b - 0.2, strip[0, 1], 0.4, height * 0.24) for b in bars], wall)


def workshop(plate: Plate, at: Place, width: float, bricks: tuple[str, str]) -> None:
    """Draw the brick workshop that was kept, with a low gable and round-headed windows."""
    (x, foot), (wall, dark) = at, bricks
    high, rise = width * 0.3, width * 0.16
    front = shape(
        (x, foot),
        (x, foot - high),
        (x + width / 2, foot - high - rise),
        (x + width, foot - high),
        (x + width, foot),
    )
    under = Shade(dark, deeper(foot - high * 0.7, -high * 0.8, 0.8), 4)
    plate.fill(front, wall, under)
    verge = shape(
        (x - 0.8, foot - high + 0.4),
        (x + width / 2, foot - high - rise - 0.7),
        (x + width + 0.8, foot - high + 0.4),
        (x + width + 0.4, foot - high - 0.8),
        (x + width / 2, foot - high - rise - 1.9),
        (x - 0.4, foot - high - 0.8),
    )
    plate.fill(verge, "#E7EAE0")
    panes = [
        arched(x + width * s, foot - high * 0.2, width * 0.1, high * 0.58)
        for s in (0.14, 0.32, 0.68, 0.86)
    ]
    plate.fill(panes, GLASS)
    plate.fill(arched(x + width / 2, foot, width * 0.17, high * 0.88), "#EAE6D2")


def trailer(plate: Plate, at: Place, tones: tuple[str, str]) -> None:
    """Draw a lorry that stands at a gate: the box, the cab to the right, the wheels."""
    (x, foot), (box, dark) = at, tones
    plate.fill(
        rectangle(x, foot - 6.6, 15, 5.2), box, Shade(mix(box, dark, 0.3), deeper(foot - 6, 6), 4)
    )
    cab = shape(
        (x + 15.6, foot - 1.2),
        (x + 15.6, foot - 5.6),
        (x + 18.2, foot - 5.6),
        (x + 19.2, foot - 3.4),
        (x + 19.2, foot - 1.2),
    )
    plate.fill(cab, dark)
    plate.fill(
        shape(
            (x + 16.9, foot - 5),
            (x + 18, foot - 5),
            (x + 18.7, foot - 3.4),
            (x + 16.9, foot - 3.4),
        ),
        "#CFE0DA",
    )
    plate.fill(rectangle(x, foot - 1.5, 19.2, 0.6), "#123F54")
    plate.fill([oval(x + dx, foot - 0.8, 0.85, 0.85) for dx in (2.4, 4.4, 13.2, 17.4)], "#0D3451")
