"""Text fitted to its pages: some paragraphs a line longer or shorter where pages gain by it.

`page_choice` chooses settings and breaks together, and what it chose is what is laid. What it
gained is told in French, text by text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.compose.inline import plain
from aula_reports.compose.wording import count
from aula_reports.typeset.flow import Entry
from aula_reports.typeset.maker import PageMaker
from aula_reports.typeset.page_choice import FEW_LINES, Choice, Way, choose
from aula_reports.typeset.prose import ProseLine, columns_of, prose_entries

# A passage of fewer lines is left as it is; another setting costs a little less than a line of
# white under a page.
_LEAST_TO_RESET = 4
_OTHER_SETTING = 0.9


class Stretch(Struct, frozen=True):
    """Lines that belong together: those of a passage, after `before` others that stay with it.

    `head` is what stands over the first of them, `opening` what a page repeats that starts with
    one, in lines. `end`, where a text ends with the stretch, weighs the white under a page that
    does: nothing stays with its last line.
    """

    lines: tuple[ProseLine, ...]
    before: int = 0
    head: float = 0.0
    opening: float = 0.0
    end: float | None = None

    def entries(self) -> tuple[Entry, ...]:
        """Say what of the stretch may be parted, in lines."""
        lines = [Entry(1.0, keeps_next=True)] * self.before + prose_entries(self.lines, 1.0)
        first, *others = (replace(entry, opening=self.opening) for entry in lines)
        made = [replace(first, height=first.height + self.head), *others]
        if self.end is not None:
            made[-1] = replace(made[-1], keeps_next=False, white=self.end)
        return tuple(made)


class RunningText(Struct, frozen=True):
    """Stretches that run on over pages from a number on, and what follows them on the last.

    The first page is at least `least` lines high: that is what stands beside the text.
    """

    title: str
    first_page: int
    stretches: Sequence[Stretch]
    after: tuple[Entry, ...] = ()
    least: float = 0.0


def stretches_of(lines: Sequence[ProseLine]) -> list[Stretch]:
    """Group lines by the passage they belong to."""
    groups = groupby(lines, key=lambda line: id(line.passage))
    return [Stretch(tuple(group)) for _, group in groups]


def fitted(
    maker: PageMaker, text: RunningText, room: Callable[[int], float]
) -> tuple[list[Stretch], tuple[range, ...]]:
    """Choose how each passage is set, and where pages break; `room` is in lines.

    Pages are ranges of the entries of the stretches, then of what follows. Nothing is set anew
    where the pages are good as they are.
    """
    after = [[Way((entry,))] for entry in text.after]
    own = [Way(stretch.entries()) for stretch in text.stretches]
    known = choose([*([way] for way in own), *after], room, least=text.least)
    dear = (_OTHER_SETTING / room(1)) ** 2
    if known.cost <= dear:
        if len(known.pages) > 1:
            maker.choices.append(f"{text.title} : pages pleines, rien à changer")
        return list(text.stretches), known.pages
    variants = [list(_variants(maker, stretch)) for stretch in text.stretches]
    ways = [
        [way, *(Way(other.entries(), dear) for other in others)]
        for way, others in zip(own, variants, strict=True)
    ]
    choice = choose([*ways, *after], room, least=text.least, known=known)
    better = [
        [stretch, *others][way]
        for stretch, others, way in zip(text.stretches, variants, choice.ways, strict=False)
    ]
    maker.choices.append(_explained(text, better, (known, choice)))
    return better, choice.pages


def _variants(maker: PageMaker, stretch: Stretch) -> Iterator[Stretch]:
    """Set the passage of a stretch a line longer and a line shorter, where that looks well."""
    passage = stretch.lines[0].passage
    own = len(passage.galley.lines)
    if own < _LEAST_TO_RESET:
        return
    how = (passage.style, passage.measure, passage.first_indent)
    for lines in (own - 1, own + 1):
        galley = maker.reset(passage.galley, *how, lines)
        if galley is not None:
            other = replace(passage, galley=galley)
            yield replace(stretch, lines=tuple(ProseLine(other, n) for n in range(lines)))


def even(maker: PageMaker, lines: Sequence[ProseLine], columns: int) -> list[ProseLine]:
    """Set one passage a line longer or shorter if only that makes columns equally long."""
    if not lines or _unevenness(lines, columns) == 0:
        return list(lines)
    stretches = stretches_of(lines)
    for number, stretch in enumerate(stretches):
        for other in _variants(maker, stretch):
            changed = [*stretches[:number], other, *stretches[number + 1 :]]
            tried = [line for one in changed for line in one.lines]
            if _unevenness(tried, columns) == 0:
                maker.choices.append(f"colonnes : {', '.join(_changes(stretches, changed))}")
                return tried
    return list(lines)


def _unevenness(lines: Sequence[ProseLine], columns: int) -> int:
    heights = [len(column) for column in columns_of(lines, columns)]
    return max(heights) - min(heights) if len(heights) == columns else max(heights)


# --------------------------------------------------------------------------- in words


def _explained(text: RunningText, better: Sequence[Stretch], choices: tuple[Choice, Choice]) -> str:
    """Say what was changed, and what pages gain by it."""
    changes = _changes(text.stretches, better) or ["aucun réglage ne fait mieux"]
    gains = _gains(*choices, text.first_page)
    told = f"{text.title} : {', '.join(changes)}"
    return f"{told} — {', '.join(gains)}" if gains else told


def _changes(before: Sequence[Stretch], after: Sequence[Stretch]) -> list[str]:
    """Say in French which paragraphs were set longer or shorter."""
    changes = []
    for number, (one, other) in enumerate(zip(before, after, strict=True), 1):
        if len(one.lines) != len(other.lines):
            sign = "une ligne de plus" if len(other.lines) > len(one.lines) else "une de moins"
            words = plain(one.lines[0].passage.galley.rich)[:30].strip()
            changes.append(f"alinéa {number} (« {words}… ») : {sign}")
    return changes


def _gains(before: Choice, after: Choice, first_page: int) -> list[str]:
    """Say in French what pages gain: a page, or lines of white on each but the last."""
    if len(after.pages) < len(before.pages):
        return ["une page de moins"]
    told = []
    for page, (one, other) in enumerate(zip(before.heights[:-1], after.heights, strict=False)):
        if lines := round(other - one):
            white = count(abs(lines), "ligne blanche", "lignes blanches")
            told.append(f"{white} de {'moins' if lines > 0 else 'plus'}, page {first_page + page}")
    was_short = len(before.pages) > 1 and before.heights[-1] < FEW_LINES
    more = round(after.heights[-1] - before.heights[-1])
    if was_short and more > 0:
        told.append(f"{count(more, 'ligne', 'lignes')} de plus sur la dernière page")
    return told
