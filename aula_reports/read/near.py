"""Guess what a misspelt word meant, and quote it in a message."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Guessing compares a word with every candidate: beyond this many it would take too long.
MAX_CANDIDATES = 2000
# Longer excerpts make a message unreadable in a terminal.
EXCERPT = 50


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """Reduce a word to what a hurried typist means by it: no case, no accent, one separator."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return "_".join(letters.replace("-", " ").replace("_", " ").replace("’", "'").split())


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `word` most likely stands for, if one is near enough."""
    import difflib  # Only for what is misspelt.

    few = itertools.islice(candidates, MAX_CANDIDATES)
    by_fold = {folded(candidate): candidate for candidate in few}
    # difflib is quadratic in the length of the words.
    found = difflib.get_close_matches(folded(word[:100]), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None


def question(word: str, candidates: Iterable[str]) -> str:
    """Ask « voulez-vous dire … ? », or say nothing."""
    guess = nearest(word, candidates)
    return f"voulez-vous dire {quoted(guess)} ?" if guess is not None else ""


def quoted(text: str) -> str:
    """Put an excerpt between French quotation marks, on one line."""
    line = " ".join(text.split())
    if len(line) > EXCERPT:
        line = line[: EXCERPT - 1] + "…"
    return f"«\u00a0{line}\u00a0»"


def bound(text: str) -> str:
    """Bind French quotation marks to what they quote."""
    return text.replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def listed(words: Iterable[str]) -> str:
    """Join choices as a sentence does: a, b ou c."""
    *head, last = words
    return f"{', '.join(head)} ou {last}" if head else last


def plural(count: int, one: str, many: str) -> str:
    """Agree with a number the French way: 0 and 1 are singular."""
    return f"{count} {many if count > 1 else one}"
