"""Places where lines may end, as bare numbers: what `linebreak` and `ragged` choose among.

Nothing here knows letters or fonts; `word_ends` makes these numbers of words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from math import inf

from msgspec import Struct

# A last line is at least so much of its measure.
SHORTEST_LAST = 0.12

# The ratio, loose or tight, at which letters and tied spaces are at their bound: the spaces go on
# alone. Lower, spaces are more even and letters less. Tried on two texts at 78 and 160 mm.
KNEE = 0.6


class Measure(Struct, frozen=True):
    """The line's measure; the first line starts `indent` inside, less what hangs (`lead`)."""

    width: float
    indent: float = 0.0
    lead: float = 0.0


class Widths(Struct, frozen=True):
    """The words of a paragraph as parallel columns, in points from the paragraph's start.

    `begin` is where a line begins that starts with the word (what hangs there included), `end`
    where one ends that ends with it (what hangs there excluded). `loose` and `tight` are what all
    before the word can take and give at the knee, `free` what its spaces alone grow by at 1;
    `loose_end` and `tight_end` have the word's own letters besides. Spaces shrink by `give` times
    what they grow by. A line ends with a word only where `may_end` says so; `penalty` are the
    demerits of that. Words of one `echo`, unless it is empty, look alike.
    """

    begin: Sequence[float]
    end: Sequence[float]
    loose: Sequence[float]
    tight: Sequence[float]
    free: Sequence[float]
    loose_end: Sequence[float]
    tight_end: Sequence[float]
    may_end: Sequence[bool]
    penalty: Sequence[float]
    echo: Sequence[str]
    give: float = 1.0


class Inside(Struct, frozen=True):
    """A place inside a word, as `Widths` would say it: `loose` and `tight` reach up to it.

    `hyphen` says that a line which ends here ends with a hyphen.
    """

    begin: float
    end: float
    loose: float
    tight: float
    penalty: float
    hyphen: bool


# The places inside a word, in order.
Insides = Callable[[int], Sequence[Inside]]


class LineEnd(Struct, frozen=True):
    """A line ends with word number `word`, or inside it: at its place number `cut`, from 0."""

    word: int
    cut: int | None = None


def undivided(word: int) -> Sequence[Inside]:
    """Say of any word that it has no place inside."""
    return ()


def ratio_of(slack: float, loose: float, tight: float, free: float, give: float) -> float:
    """Find the ratio at which a line takes up `slack` (negative: gives it).

    `loose` and `tight` are what it takes and gives at the knee, `free` and `give` what its spaces
    alone grow and shrink by at 1.
    """
    if slack < 0.0:
        if slack >= -tight:
            return KNEE * slack / tight
        return (slack + tight) / give - KNEE if give else -inf
    if slack <= loose:
        return KNEE * slack / loose if loose else 0.0
    return KNEE + (slack - loose) / free if free else inf


class Places(Struct, frozen=True):
    """Where lines may end, in order; parallel columns. The last place is the paragraph's end.

    `end` is the width of the text from its start to a line's end at this place (a hyphen of ours
    included); `start` to where the next line would begin.
    """

    end: Sequence[float]
    start: Sequence[float]
    penalty: Sequence[float]

    def __len__(self) -> int:
        return len(self.end)


def highest_yet(widths: list[float]) -> list[float]:
    """Give the highest of the widths up to each; most texts only ever grow wider."""
    rising = sorted(widths)
    return rising if rising == widths else list(accumulate(widths, max))


def lowest_to_come(widths: Sequence[float]) -> list[float]:
    """Give the lowest of the widths from each on; most texts only ever grow wider."""
    rising = sorted(widths)
    if rising == list(widths):
        return rising
    return list(accumulate(widths[::-1], min))[::-1]
