"""The time spent on the actions of an axis: one bar an action, and call-outs of the largest."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText
from aula_reports.model.pages import Picture


class TimeBar(Struct, frozen=True):
    """The days of one action, or of several that were counted together: a title each.

    `days` is None where no time is printed. What `stands_out` is drawn in the full hue.
    """

    lines: tuple[RichText, ...]
    days: float | None
    stands_out: bool = False


class TimeCallout(Struct, frozen=True):
    """A large figure of days: unit, bold lead-in and text beside it.

    `share` tells how much of the axis it is, under a bar of `portion` (0 to 1); without it
    there is no bar.
    """

    days: float
    unit: RichText
    title: RichText = ()
    text: RichText = ()
    share: RichText = ()
    portion: float = 0.0


class TimeChart(Struct, frozen=True):
    """The closing chart of an axis; runs on over pages.

    `axis` is the number of the axis, whose inks it takes. `callouts_title` and `picture` serve
    where the call-outs need a page of their own, `picture_caption` with it; `remark` stands last.
    """

    head: Head
    note: RichText
    bars: tuple[TimeBar, ...]
    axis: int
    callouts: tuple[TimeCallout, ...] = ()
    callouts_title: RichText = ()
    remark: RichText = ()
    picture: Picture | None = None
    picture_caption: RichText = ()
    picture_origin: str = ""
