"""The usage in which a document is composed: every text passes here, and none carries it.

The rules of French come in with the first text that was not composed in this usage before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from msgspec import Struct, field

from aula_reports.french.profiles import IN, Profile
from aula_reports.french.scripts import Span

if TYPE_CHECKING:
    from aula_reports.compose.blocks import Prose
    from aula_reports.compose.inline import RichText
    from aula_reports.keeping import Keeper


class Composed(Struct, frozen=True, array_like=True):
    """A composed paragraph: as many runs as it was cut into, and the spans of all of it."""

    runs: tuple[str, ...]
    spans: tuple[Span, ...]


class Composition(Struct):
    """A document's text while it is being composed: by which usage, with what was kept, and what
    has been composed so far, which is not composed twice.
    """

    usage: Profile = IN
    keeper: Keeper[Composed] | None = None
    texts: dict[str, RichText] = field(default_factory=dict)
    proses: dict[tuple[str, int], Prose] = field(default_factory=dict)


_NOW: ContextVar[Composition | None] = ContextVar("composition", default=None)


@contextmanager
def composed_in(usage: Profile, keeper: Keeper[Composed] | None = None) -> Iterator[None]:
    """Compose all text in a usage of French typography, for as long as this lasts.

    `keeper` has what was composed in it before.
    """
    before = _NOW.set(Composition(usage, keeper))
    try:
        yield
    finally:
        _NOW.reset(before)


def composition_now() -> Composition:
    """Give the composition that is going on, or else one that lasts no longer than a text."""
    return _NOW.get() or Composition()


def compose_paragraph(runs: tuple[str, ...]) -> Composed:
    """Compose a paragraph that inline markup cuts into runs."""
    now = composition_now()
    if now.keeper is None:
        return _compose(runs, now.usage)
    return now.keeper.fetch(runs, lambda: _compose(runs, now.usage))


def _compose(runs: tuple[str, ...], usage: Profile) -> Composed:
    from aula_reports.french.compose import compose_runs
    from aula_reports.french.spans import find_spans

    composed = compose_runs(runs, usage)
    return Composed(composed, find_spans("".join(composed), usage))
