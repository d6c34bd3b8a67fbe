"""Plans of maps that were kept: the same pages, and never those of another map."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from aula_reports.compose.blocks import MapTown, TerritoryMap
from aula_reports.geometry import Rect
from aula_reports.typeset.blocks.territory import lay_territory
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.map_plans import Cartographer, MapBrief, MapPlan
from aula_reports.typeset.map_texts import map_brief, set_texts
from aula_reports.typeset.pages import Page
from aula_reports.typeset.paragraph import Setter
from aula_reports.typeset.workshop import Workshop, plan_afresh, refuse_charts
from aula_reports.write.drawing_cache import caching_cartographer, users_workshop
from aula_reports.write.kept_entries import EntryCache
from tests.typeset.test_territory import FACES, LAYOUT, SETTER, block_of, territory, words

TOWNS = (MapTown("commune 1-1", words("Bourg"), "droite"),)
SHORT = territory(block_of(4, 4, 2, 2), groups=2, towns=TOWNS)
# Names wider than what stands under them, so that their measures count.
BLOCK = replace(
    SHORT,
    areas=tuple(
        replace(area, name=words(f"Vallées et plateaux du Nord {area.siren}"))
        for area in SHORT.areas
    ),
    groups=tuple(
        replace(group, name=words(f"Pôle métropolitain {number}"))
        for number, group in enumerate(SHORT.groups)
    ),
)


class Surveyor:
    """A cartographer that counts its plans."""

    def __init__(self) -> None:
        self.planned = 0

    def __call__(self, brief: MapBrief) -> MapPlan:
        self.planned += 1
        return plan_afresh(brief)


def _laid(block: TerritoryMap, cartographer: Cartographer, setter: Setter = SETTER) -> list[Page]:
    maker = PageMaker(LAYOUT, setter, (), workshop=Workshop(refuse_charts, cartographer))
    maker.open_page("plate")
    lay_territory(block, maker)
    return list(maker.finish())


def _brief(block: TerritoryMap = BLOCK) -> MapBrief:
    maker = PageMaker(LAYOUT, SETTER, ())
    return map_brief(block, set_texts(block, maker), (), maker)


def test_kept_plans_give_the_same_pages(tmp_path: Path) -> None:
    surveyor = Surveyor()
    keeping = caching_cartographer(EntryCache(tmp_path), surveyor)
    fresh = _laid(BLOCK, plan_afresh)
    assert [_laid(BLOCK, keeping), _laid(BLOCK, keeping)] == [fresh, fresh]
    assert surveyor.planned == 1


OTHERS = {
    "side of a town": replace(BLOCK, towns=(replace(TOWNS[0], side="gauche"),)),
    "name of a town": replace(BLOCK, towns=(replace(TOWNS[0], name=words("Bourg-le-Long")),)),
    "town": replace(BLOCK, towns=(replace(TOWNS[0], commune="commune 2-2"),)),
    "no town": replace(BLOCK, towns=()),
    "name of an area": replace(
        BLOCK, areas=(replace(BLOCK.areas[0], name=words("Vallée du Nord")), *BLOCK.areas[1:])
    ),
    "group of an area": replace(
        BLOCK, areas=(replace(BLOCK.areas[0], group=1 - BLOCK.areas[0].group), *BLOCK.areas[1:])
    ),
    "name of a group": replace(
        BLOCK, groups=(replace(BLOCK.groups[0], name=words("Pôle de tous")), BLOCK.groups[1])
    ),
    "outlines": replace(BLOCK, communes=BLOCK.communes[1:]),
    "source": replace(BLOCK, source=words("Fond de carte : une autre invention")),
    "caption": replace(BLOCK, caption=words("Le territoire au dernier jour de toute l’année")),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_another_map_is_another_plan(tmp_path: Path, other: TerritoryMap) -> None:
    surveyor = Surveyor()
    keeping = caching_cartographer(EntryCache(tmp_path), surveyor)
    _laid(BLOCK, keeping)
    assert _laid(other, keeping) == _laid(other, plan_afresh)
    assert surveyor.planned == 2


@pytest.mark.parametrize("style", ["town", "place-name", "label-white", "caption-pale"])
def test_another_style_is_another_plan(tmp_path: Path, style: str) -> None:
    surveyor = Surveyor()
    keeping = caching_cartographer(EntryCache(tmp_path), surveyor)
    _laid(BLOCK, keeping)
    size = LAYOUT.styles[style].size + 0.5
    larger = LAYOUT.styles[style].model_copy(update={"size": size})
    setter = Setter(FACES, {**LAYOUT.styles, style: larger})
    assert _laid(BLOCK, keeping, setter) == _laid(BLOCK, plan_afresh, setter)
    assert surveyor.planned == 2


def test_another_sheet_or_head_is_another_plan(tmp_path: Path) -> None:
    surveyor, brief = Surveyor(), _brief()
    keeping = caching_cartographer(EntryCache(tmp_path), surveyor)
    headed = replace(brief.board, taken=(*brief.board.taken, Rect(40, 700, 200, 60)))
    for one in (brief, replace(brief, sheet=brief.sheet.grown(3)), replace(brief, board=headed)):
        assert keeping(one) == plan_afresh(one)
    assert surveyor.planned == 3


def test_what_the_plan_does_not_depend_on_is_read_anew(tmp_path: Path) -> None:
    surveyor = Surveyor()
    keeping = caching_cartographer(EntryCache(tmp_path), surveyor)
    _laid(BLOCK, keeping)
    told = replace(BLOCK, alt="Autre carte.", figures=BLOCK.figures[:1])
    assert _laid(told, keeping) == _laid(told, plan_afresh)
    assert surveyor.planned == 1


@pytest.mark.parametrize(
    "damage", [lambda stored: b"", lambda stored: stored[:-9], lambda stored: stored + b"\0"]
)
def test_a_damaged_plan_is_made_anew(tmp_path: Path, damage: object) -> None:
    surveyor, brief = Surveyor(), _brief()
    keeping = caching_cartographer(EntryCache(tmp_path), surveyor)
    plan = keeping(brief)
    (entry,) = tmp_path.iterdir()
    sound = entry.read_bytes()
    assert callable(damage)
    entry.write_bytes(damage(sound))
    assert keeping(brief) == plan
    assert (surveyor.planned, entry.read_bytes()) == (2, sound)


def test_nothing_is_kept_where_no_cache_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    workshop = users_workshop(use_cache=False)
    workshop.cartographer(_brief())
    assert not any(tmp_path.iterdir())
    workshop = users_workshop(use_cache=True)
    workshop.cartographer(_brief())
    assert len([file for file in tmp_path.rglob("*") if file.is_file()]) == 1
