"""Béthune: the belfry over the roofs, and the mound of mont Liébaut."""

from __future__ import annotations

from plates.belfry import Belfry, Roofs
from plates.built import birds, church, disc
from plates.canvas import PAGE, Plate, shape
from plates.colours import DEEP, NUIT
from plates.land import Furrows, Heap, Ridge, Strata, faded, haze, sky
from plates.mound import Mound
from plates.plants import Hedge, Leaves, Poplar, Tree
from plates.prints import Single


def beffroi(dpi: int) -> Single:
    """Draw the belfry over the roofs of Béthune, on a pale morning."""
    plate = Plate(PAGE, dpi, 7)
    sky(
        plate,
        [(-5, "#7FA3AF"), (70, "#B4C6C4"), (130, "#E4DCC6"), (180, "#F2DDBD"), (215, "#EFCDA6")],
    )
    Strata(16, 170, 22, "#F8EEDB", 0.40, (60, 200), 0.6).draw(plate, 3)
    plate.fill(disc(58, 128, 15), "#FCF3E0", texture=0, opacity=0.9)
    mist = "#EAD2B2"
    Heap(28, 206, 42, "#8FA6AC", "#B9B5A8", mist).draw(plate, 24)
    Heap(88, 207, 27, "#9BB0B2", "#C4BFB1", mist).draw(plate, 12)
    Hedge(-8, 218, 206, 6).draw(plate, Leaves("#94A9A8", "#AFBBB0", glow=0.4), 3)
    Roofs(216, (5, 9), (7, 13)).draw(plate, ("#A9B0AC", "#C3AFA0"), None, 3)
    Belfry(139, 240, 176).draw(plate, ("#959894", "#6F7E88", "#3D5A6E", "#34526A"))
    haze(plate, 222, 44, mist, 0.50)
    _roofs(plate)
    foot = Leaves([(266, "#27505A"), (281, "#163C52")], "#33606A", glow=0.5)
    Hedge(-10, 220, 276, 7, 0.8, 8).draw(plate, foot, 33)
    Ridge(276, 1.2, 150).draw(plate, [(271, "#1B425A"), (290, NUIT), (302, DEEP)], 6)
    birds(
        plate,
        [(88, 84, 2.6), (95, 79, 2.1), (102, 87, 1.8), (80, 92, 1.6), (110, 76, 1.3)],
        "#4E6F80",
    )
    plate.grain(0.009)
    return Single(plate)


def _roofs(plate: Plate) -> None:
    Roofs(230, (7, 12), (9, 15)).draw(plate, ("#A9806F", "#BC9C88"), "#EFD9B4", 8)
    pale = Leaves("#6B8884", "#94A595", glow=0.5)
    Hedge(-8, 44, 234, 7, 1, 8).draw(plate, pale, 9)
    Hedge(172, 220, 235, 8, 1, 8).draw(plate, pale, 10)
    Roofs(248, (10, 15), (13, 20)).draw(plate, ("#9E5947", "#B26F58"), "#F5E0B8", 15)
    Hedge(62, 112, 252, 8, 1, 9).draw(plate, Leaves("#3E6465", "#68877A"), 19)
    Roofs(271, (13, 19), (19, 27)).draw(plate, ("#833E2E", "#9C4E3C"), "#F7E2B6", 22)


def motte(dpi: int) -> Single:
    """Draw mont Liébaut: a wooded castle mound with its path, the town behind in the mist."""
    plate = Plate(PAGE, dpi, 51)
    sky(
        plate,
        [(-5, "#5E97A6"), (60, "#9BBFBD"), (120, "#D5DCC5"), (170, "#F1E3BF"), (214, "#F3D5A4")],
    )
    Strata(14, 150, 22, "#FAF3DF", 0.40, (60, 210), 0.7).draw(plate, 53)
    _far_town(plate)
    _mound(plate)
    _meadow(plate)
    plate.grain(0.009)
    return Single(plate)


def _far_town(plate: Plate) -> None:
    mist = "#EFD9B0"
    Ridge(203, 2.0, 120, 3).draw(plate, faded("#92AFAE", mist, 198, 212), 55)
    Hedge(-8, 218, 211, 6).draw(plate, Leaves("#8DA9A4", "#A9BBAA", glow=0.4), 57)
    Belfry(36, 222, 58).draw(plate, ("#A9ABA4", "#8E9A9C", "#6C8792", "#70899A"))
    church(plate, (66, 219), 34, ("#B09C8C", "#988E88", "#728A93"))
    Roofs(220, (4, 7), (6, 11)).draw(plate, ("#B79A86", "#C9AC93"), None, 59)
    haze(plate, 214, 22, mist, 0.45)
    Hedge(-8, 222, 227, 8, 1, 10).draw(plate, Leaves("#6F9488", "#9DB08C", glow=0.5), 61)
    meadow = Ridge(230, 1.2, 160).draw(plate, [(227, "#A9BE86"), (254, "#86AA78")], 60)
    Furrows(20, 205, 50, "#7DA070", 0.30, 5, 0.4).draw(plate, meadow)


def _mound(plate: Plate) -> None:
    Mound(128, 256, 96, 118).draw(plate, 63)


def _meadow(plate: Plate) -> None:
    meadow = Ridge(251, 1.6, 220, slope=0.02).draw(
        plate, [(246, "#A7B873"), (262, "#6E976C"), (278, "#2F6160")], 65
    )
    Furrows(70, 236, 70, "#5F8B60", 0.30, 5, 0.4).draw(plate, meadow)
    path = shape((109.5, 251.2), (121.5, 251.2), (64, 276), (30, 276))
    plate.fill(path, [(250, "#EBDDB4"), (274, "#A9AC84")], texture=0.02)
    for i, (x, h) in enumerate(((8, 66), (22, 54), (35, 46))):
        Poplar(x, 264 - i * 3, h, 9.5 - i).draw(plate, Leaves("#245059", "#7A9E72"), 70 + i)
    dark = Leaves([(262, "#1F4F58"), (282, "#123C52")], "#37706A", glow=0.5)
    Hedge(-10, 222, 276, 9, 0.8, 8).draw(plate, dark, 67)
    Tree(196, 274, 34, 0.8).draw(plate, Leaves("#1B4A56", "#4B8168"), 68)
    Ridge(275, 1.4, 170).draw(plate, [(270, "#164058"), (288, NUIT), (302, DEEP)], 69)
