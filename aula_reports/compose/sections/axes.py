"""Axis chapters: opener, introduction, sections with their actions."""

from __future__ import annotations

from aula_reports.compose.blocks import (
    ActionLine,
    ActionSection,
    AxisChapter,
    GroupLines,
    Head,
)
from aula_reports.compose.figures import new_count
from aula_reports.compose.inline import RichText, Words
from aula_reports.compose.markdown import prose
from aula_reports.compose.titles import booklet_titles
from aula_reports.compose.wording import (
    NO_BREAK,
    STAR,
    action_title,
    caption,
    count,
    rich,
    starred,
    title,
)
from aula_reports.model.origin import field_at
from aula_reports.model.programme import Action, ActionGroup, Axis, Programme, Section


def axis_anchor(axis: Axis) -> str:
    return f"axe-{axis.number}"


def axis_origin(axis: Axis) -> str:
    """Name an axis by its rank in the file: axes are numbered in their order (E310)."""
    return field_at("axes", axis.number)


def section_anchor(section: Section) -> str:
    return f"section-{section.number}"


def axis_running_title(axis: Axis) -> RichText:
    return rich(f"Axe{NO_BREAK}{axis.number} – {axis.title}")


def axis_chapter(programme: Programme, axis: Axis) -> AxisChapter:
    banner = programme.picture(axis.banner)
    short = booklet_titles(programme).short_title
    origin = axis_origin(axis)
    note = programme.figures.new_note or f"Nouvelle action inscrite au {short}"
    return AxisChapter(
        head=Head(rich(f"Axe{NO_BREAK}{axis.number}"), title(axis.title), axis_anchor(axis)),
        prose=prose(axis.introduction),
        sections=tuple(
            action_section(section, field_at(origin, "sections", rank))
            for rank, section in enumerate(axis.sections, 1)
        ),
        star_note=rich(note),
        banner=banner,
        banner_caption=caption(banner) if banner else (),
        banner_origin=field_at(origin, "bandeau"),
    )


def action_section(section: Section, origin: str) -> ActionSection:
    return ActionSection(
        number=section.number,
        title=action_title(section.title),
        count=_count(section),
        anchor=section_anchor(section),
        entries=tuple(
            _entry(entry, field_at(origin, "actions", rank))
            for rank, entry in enumerate(section.entries, 1)
        ),
        origin=origin,
    )


def _count(section: Section) -> RichText:
    total = count(sum(1 for _ in section.actions), "action", "actions")
    new = new_count(section)
    if not new:
        return rich(total)
    return rich(f"{total},\ndont {count(new, 'nouvelle', 'nouvelles')}")


def _entry(entry: Action | ActionGroup, origin: str) -> ActionLine | GroupLines:
    if isinstance(entry, Action):
        return _line(entry, origin)
    words = action_title(entry.title)
    colon = Words(f"{NO_BREAK}:")
    head = (*words, STAR, colon) if entry.is_new else (*words, colon)
    lines = (
        _line(action, field_at(origin, "actions", rank))
        for rank, action in enumerate(entry.actions, 1)
    )
    return GroupLines(head, tuple(lines), origin)


def _line(action: Action, origin: str) -> ActionLine:
    return ActionLine(action.number, starred(action_title(action.title), action.is_new), origin)
