"""The usage in which a document is composed: every text passes here, and none carries it.

The rules of French come in with the first text that was not composed in this usage before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from msgspec import Struct

from aula_reports.french.profiles import IN, Profile
from aula_reports.french.scripts import Span

if TYPE_CHECKING:
    from aula_reports.keeping import Keeper


class Composed(Struct, frozen=True, array_like=True):
    """A composed paragraph: as many runs as it was cut into, and the spans of all of it."""

    runs: tuple[str, ...]
    spans: tuple[Span, ...]


_USAGE: ContextVar[Profile] = ContextVar("usage", default=IN)
_KEEPER: ContextVar[Keeper[Composed] | None] = ContextVar("keeper", default=None)


@contextmanager
def composed_in(usage: Profile, keeper: Keeper[Composed] | None = None) -> Iterator[None]:
    """Compose all text in a usage of French typography, for as long as this lasts.

    `keeper` has what was composed in it before.
    """
    before, known = _USAGE.set(usage), _KEEPER.set(keeper)
    try:
        yield
    finally:
        _USAGE.reset(before)
        _KEEPER.reset(known)


def usage_now() -> Profile:
    """Give the usage in which text is being composed."""
    return _USAGE.get()


def compose_paragraph(runs: tuple[str, ...]) -> Composed:
    """Compose a paragraph that inline markup cuts into runs."""
    keeper = _KEEPER.get()
    return keeper.fetch(runs, lambda: _compose(runs)) if keeper else _compose(runs)


def _compose(runs: tuple[str, ...]) -> Composed:
    from aula_reports.french.compose import compose_runs
    from aula_reports.french.spans import find_spans

    usage = _USAGE.get()
    composed = compose_runs(runs, usage)
    return Composed(composed, find_spans("".join(composed), usage))
