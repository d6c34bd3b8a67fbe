"""The panorama of the Ternois over both pages; the fold at x = 210 stays calm."""

from __future__ import annotations

from plates.built import Corons, Masonry, birds, church, turbine
from plates.canvas import SPREAD_HEAD, Plate
from plates.colours import BRICKS, SLATE, colour
from plates.land import Furrows, Ridge, Strata, faded, sky
from plates.plants import Hedge, Leaves, Poplar
from plates.prints import Single


def ternois(dpi: int) -> Single:
    """Draw the rolling fields of the Ternois, towards Heuchin."""
    plate = Plate(SPREAD_HEAD, dpi, 12)
    mist = "#EBD9BA"
    sky(plate, [(-5, "#8FB0B9"), (24, "#C6D3CC"), (46, "#F2DFC0")])
    Strata(2, 38, 24, "#F9F0DF", 0.5, (50, 160), 0.5).draw(plate, 4)
    Ridge(38, 3.4, 190, 3).draw(plate, faded("#8FA8AE", mist, 32, 54), 3)
    for x, height, turn in (
        (296, 22, 0.4),
        (310, 18, 1.2),
        (326, 25, 0.8),
        (343, 20, 1.9),
        (358, 17, 0.2),
    ):
        turbine(plate, (x, 39), height, "#FDF7EA", turn)
    Ridge(43.5, 3.6, 230, 3).draw(plate, faded("#7E9A94", mist, 38, 60), 14)
    Hedge(-8, 150, 46, 4, 0.6, 8).draw(plate, Leaves("#6B8B87", "#93A794", glow=0.5), 3)
    _heuchin(plate)
    _ternois_fields(plate)
    birds(plate, [(246, 16, 2), (253, 12, 1.6), (260, 18, 1.4), (239, 21, 1.1)], "#547788")
    plate.grain(0.009)
    return Single(plate)


def _heuchin(plate: Plate) -> None:
    church(plate, (98, 53), 23, ("#A08A7C", "#7F7A79", "#416172"))
    made = Masonry(tuple(colour(b) for b in BRICKS), SLATE, "#F6E1B6")
    Corons(118, 53, 7, 7.0, 4.8).draw(plate, made, 5)
    Hedge(72, 93, 51, 6.5, 1, 8).draw(plate, Leaves("#4F7672", "#7F9C83"), 7)
    Hedge(168, 202, 51, 5.5, 0.7, 8).draw(plate, Leaves("#557B72", "#86A283"), 8)


def _ternois_fields(plate: Plate) -> None:
    green = Ridge(50, 3.0, 260).draw(plate, [(43, "#B9BE86"), (68, "#8FA877")], 22)
    Furrows(120, 30, 60, "#7C9A74", 0.42, 5, 0.45).draw(plate, green)
    for i, x in enumerate((262, 269, 275, 282, 288.5, 295, 301, 308)):
        Poplar(x, 60, 25 - ((i * 31) % 6), 4.8).draw(plate, Leaves("#285362", "#5E8C82"), i)
    Hedge(318, 432, 57, 6, 0.7, 9).draw(plate, Leaves("#35616A", "#62867A"), 21)
    rape = Ridge(55.5, 3.6, 330, slope=-0.008).draw(plate, [(48, "#F2C957"), (78, "#DDA430")], 41)
    Furrows(250, 32, 100, "#C8962D", 0.38, 4, 0.40).draw(plate, rape)
    near = Ridge(61, 2.0, 300, slope=0.012).draw(
        plate, [(55, "#4E7F70"), (64, "#235458"), (70, "#1B4656")], 53
    )
    Furrows(90, 40, 100, "#173F52", 0.40, 4, 0.38).draw(plate, near)
