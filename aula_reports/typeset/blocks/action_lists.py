"""Lists of actions, section by section, over the pages that follow an axis's introduction.

Heights are counted in grid lines. A section that goes on says « (suite) », a group that goes on
repeats its title; under a panorama the lists fill whole spreads. White that both pages have goes
to the panorama until all of it shows, then to the entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from aula_reports.compose.blocks import ActionLine, ActionSection, AxisChapter, GroupLines
from aula_reports.compose.inline import RichText, Words
from aula_reports.compose.wording import SUITE
from aula_reports.geometry import mm
from aula_reports.model.layout import Alignment
from aula_reports.typeset.blocks.covers import banner_height, lay_banner
from aula_reports.typeset.flow import GROUP_CUT, SECTION_CUT, Entry, break_pages
from aula_reports.typeset.galley import Galley
from aula_reports.typeset.maker import PageMaker

_LISTS_UNDER_BANNER = 3
_LISTS_ON_PLAIN_PAGE = 2
# A banner ends on this line at least, and lower where its picture and the lists allow.
_BANNER_FOOT_LINE = 11
# Lines of a list are counted with the half line that follows each entry.
_LISTS_END = 56.0
_HEAD_HEIGHT = 2.0
_HEAD_STEP = 1.5
_SECTION_GAP = 1.5
_ENTRY_GAP = 0.5
# With this more, entries of short lists stand a whole line apart.
_ENTRY_AIR = 0.5
_RULE_ABOVE = 1.5
_DASH_INDENT = mm(4.5)
_NUMBER_GAP = mm(1)
_TITLE_COLUMN = 4
_TITLE_COLUMNS = 9
_NOTE_STAR = mm(1.8)
_SUITE = Words(SUITE)


class _Item(Struct, frozen=True):
    """One piece of the lists: a section's head, a group's head, or an action."""

    section: ActionSection
    text: RichText
    entry: Entry
    group: GroupLines | None = None
    action: ActionLine | None = None

    @property
    def is_section(self) -> bool:
        return self.group is None and self.action is None


class ActionLists:
    """The lists of one axis while they are laid: what is open in the tree, on which page."""

    def __init__(self, block: AxisChapter, maker: PageMaker, first: float) -> None:
        self.block, self.maker, self.first = block, maker, first
        self.items = [item for section in block.sections for item in self._section(section)]
        self._list = self._sublist = 0
        self._noted = False
        self.banner_line = float(_BANNER_FOOT_LINE)
        self.air = 0.0
        # A panorama begins on the first verso after the opener.
        self._first_under_banner = 1 if maker.is_recto else 2
        self.pages = self._breaks()

    # ----------------------------------------------------------------- measuring

    def _section(self, section: ActionSection) -> Iterable[_Item]:
        height = self._head_height(section)
        entry = Entry(height, gap=_SECTION_GAP, keeps_next=True, says=section.title)
        yield _Item(section, section.title, entry)
        count = len(section.entries)
        for number, part in enumerate(section.entries):
            edge = count > 1 and number in (0, count - 2)
            if isinstance(part, GroupLines):
                yield from self._group(section, part)
            else:
                entry = self._action_entry(part, height, keeps=edge)
                yield _Item(section, part.title, entry, action=part)

    def _group(self, section: ActionSection, group: GroupLines) -> Iterable[_Item]:
        height = self._height(group.title, 0.0, "group")
        head = self._head_height(section)
        entry = Entry(height, opening=head, cut_cost=SECTION_CUT, keeps_next=True, says=group.title)
        yield _Item(section, group.title, entry, group=group)
        count = len(group.actions)
        for number, action in enumerate(group.actions):
            edge = count > 1 and number in (0, count - 2)
            entry = self._action_entry(action, head, keeps=edge, group=group)
            yield _Item(section, action.title, entry, group=group, action=action)

    def _action_entry(
        self, action: ActionLine, opening: float, *, keeps: bool, group: GroupLines | None = None
    ) -> Entry:
        inset, cost = 0.0, SECTION_CUT
        if group:
            inset = _DASH_INDENT
            opening += self._height(group.title, 0.0, "group")
            cost += GROUP_CUT
        return Entry(self._height(action.title, inset), opening, keeps, cost, says=action.title)

    def _head_height(self, section: ActionSection) -> float:
        """Measure a section's head as when it is repeated, the longer form."""
        lines = len(self._set((*section.title, _SUITE), "section-title", 0.0).lines)
        return _HEAD_HEIGHT + (lines - 1) * _HEAD_STEP

    def _height(self, text: RichText, inset: float, style: str = "action") -> float:
        return len(self._set(text, style, inset).lines) + _ENTRY_GAP

    def _set(self, text: RichText, style: str, inset: float) -> Galley:
        return self.maker.set(text, style, self.maker.grid.columns(_TITLE_COLUMNS) - inset)

    # ----------------------------------------------------------------- laying

    def _breaks(self) -> list[range]:
        """Break the lists, then share out the white that pages under a banner have."""
        # Under a banner the lists fill whole spreads, or half of the panorama would be missing.
        step = 2 if self.block.banner and self._first_under_banner == 1 else 1
        self.banner_line = float(min(_BANNER_FOOT_LINE, self._lowest_banner()))
        pages = break_pages([item.entry for item in self.items], self._room, step=step)
        under = [page for number, page in enumerate(pages) if self._has_banner(number)]
        if under:
            self._lower_banner(under)
            self._open_lists(under)
        return pages

    def _lower_banner(self, under: Sequence[range]) -> None:
        white = min(self._white_under_banner(page) for page in under)
        self.banner_line = min(self.banner_line + white // 1, float(self._lowest_banner()))

    def _open_lists(self, under: Sequence[range]) -> None:
        """Part entries by a whole line if the lists of the spread are short enough."""
        self.air = _ENTRY_AIR
        if min(self._white_under_banner(page) for page in under) < 0:
            self.air = 0.0

    def _white_under_banner(self, page: range) -> float:
        """Count the lines that a page of lists leaves free."""
        if not page:
            return _LISTS_END
        items = [self.items[index] for index in page]
        heights = (self._height_under_banner(item) + item.entry.gap for item in items)
        height = sum(heights) - items[0].entry.gap
        opening = 0.0 if items[0].is_section else items[0].entry.opening
        return _LISTS_END - self.banner_line - _LISTS_UNDER_BANNER - height - opening

    def _height_under_banner(self, item: _Item) -> float:
        return item.entry.height + (0.0 if item.is_section else self.air)

    def _lowest_banner(self) -> int:
        """The line on which the panorama ends when all of it shows: larger, it would be coarse."""
        if self.block.banner is None:
            return _BANNER_FOOT_LINE
        maker = self.maker
        below_trim = banner_height(self.block.banner, maker) - maker.grid.bleed
        return int((maker.grid.height - below_trim - maker.y(0)) / -maker.grid.pitch)

    def lay(self) -> None:
        for number, page in enumerate(self.pages):
            if number:
                self.maker.open_page("opener")
            self._lay_page([self.items[index] for index in page], number)

    def _room(self, page: int) -> float:
        return _LISTS_END - self._top(page)

    def _top(self, page: int) -> float:
        if page == 0:
            return self.first
        if self._has_banner(page):
            return self.banner_line + _LISTS_UNDER_BANNER
        return _LISTS_ON_PLAIN_PAGE

    def _has_banner(self, page: int) -> bool:
        return self.block.banner is not None and 0 <= page - self._first_under_banner < 2

    def _lay_banner(self) -> None:
        maker = self.maker
        foot = maker.y(self.banner_line)
        lay_banner(self.block, maker, foot, first=not maker.is_recto)

    def _lay_page(self, items: Sequence[_Item], number: int) -> None:
        """Lay a page of lists; its banner is read before the first section that it opens."""
        line = self._top(number)
        awaits_banner = has_banner = self._has_banner(number)
        if items and not items[0].is_section:
            line = self._lay_continuation(items[0], line)
        for place, item in enumerate(items):
            if awaits_banner and item.is_section:
                self._lay_banner()
                awaits_banner = False
            line += item.entry.gap if place else 0.0
            self._lay_item(item, line)
            line += self._height_under_banner(item) if has_banner else item.entry.height
        if awaits_banner:
            self._lay_banner()
        if any(_has_star(item) for item in items):
            self._lay_star_note()

    def _lay_continuation(self, item: _Item, line: float) -> float:
        self._lay_section_head(item.section, (*item.section.title, _SUITE), line, again=True)
        line += self._head_height(item.section)
        if item.group and item.action:
            text = item.group.title
            maker = self.maker
            galley = self._set(text, "group", 0.0)
            maker.text(None, (maker.column(_TITLE_COLUMN), maker.y(line)), galley)
            line += len(galley.lines) + _ENTRY_GAP
        return line

    def _lay_item(self, item: _Item, line: float) -> None:
        if item.is_section:
            self._lay_section_head(item.section, item.section.title, line, again=False)
            origin = item.section.origin
            self._list = self.maker.node("L", list_numbering="Decimal", origin=origin)
        elif item.action is None:
            self._lay_group_head(item, line)
        else:
            self._lay_action(item, item.action, line)

    def _lay_section_head(
        self, section: ActionSection, title: RichText, line: float, *, again: bool
    ) -> None:
        maker = self.maker
        y = maker.y(line)
        maker.rule(maker.left, maker.y(line - _RULE_ABOVE), maker.grid.measure)
        node = None
        if not again:
            node = maker.heading(2, section.title, section.anchor, y + maker.grid.pitch)
        maker.line(node, (maker.left, y), (Words(section.number),), "section-title")
        galley = self._set(title, "section-title", 0.0)
        maker.text(node, (maker.column(_TITLE_COLUMN), y), galley)
        if not again:
            galley = maker.set(section.count, "caption", maker.grid.columns(2))
            maker.text(maker.node("P"), (maker.left, maker.y(line + 2)), galley)

    def _lay_group_head(self, item: _Item, line: float) -> None:
        maker = self.maker
        galley = self._set(item.text, "group", 0.0)
        origin = item.group.origin if item.group else ""
        body = maker.node("LBody", maker.node("LI", self._list, origin=origin))
        maker.text(maker.node("P", body), (maker.column(_TITLE_COLUMN), maker.y(line)), galley)
        self._sublist = maker.node("L", body, list_numbering="Decimal")

    def _lay_action(self, item: _Item, action: ActionLine, line: float) -> None:
        maker = self.maker
        y, x = maker.y(line), maker.column(_TITLE_COLUMN)
        inset = _DASH_INDENT if item.group else 0.0
        above = self._sublist if item.group else self._list
        entry = maker.node("LI", above, origin=action.origin)
        right = maker.column(_TITLE_COLUMN - 1) + maker.grid.columns(1) - _NUMBER_GAP
        number = (Words(str(action.number)),)
        label = maker.node("Lbl", entry)
        maker.line(label, (right, y), number, "action-number", align=Alignment.RIGHT)
        if item.group:
            maker.line(None, (x, y), (Words("–"),), "dash")
        galley = self._set(action.title, "action", inset)
        maker.text(maker.node("LBody", entry), (x + inset, y), galley)

    def _lay_star_note(self) -> None:
        maker = self.maker
        x, y = maker.column(_TITLE_COLUMN), maker.y(maker.layout.stations.note)
        maker.mark(None, "star", x, y - _NOTE_STAR * 0.07, _NOTE_STAR)
        node = None if self._noted else maker.node("Note")
        inset = _NOTE_STAR + mm(1.2)
        maker.line(node, (x + inset, y), self.block.star_note, "caption")
        self._noted = True


def _has_star(item: _Item) -> bool:
    return any(not isinstance(part, Words) for part in item.text)
