"""Acronyms that the book knows, said in full to those who listen (`/E`, ISO 32000-1, 14.9.5).

An acronym has an element of its own where a text first uses it. The lines are set by then: they
are cut between glyphs, and every glyph stays where it was, so what is seen cannot change.
Titles and cells of tables keep their acronyms as they are: they are read again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from aula_reports.compose.inline import RichText, plain
from aula_reports.typeset.pages import TextThing, Thing
from aula_reports.typeset.runs import Glyph, LineSpan, Run
from aula_reports.typeset.structure import Node, StructureBuilder

# Elements of running text; what hears an alternative text instead of its letters is not one.
_RUNNING = frozenset(("P", "LBody", "Note"))

# What only addresses have in a word.
_ADDRESS = re.compile(r"://|www\.|@|\w\.\w")
_WORD_BEFORE = re.compile(r"\S*\Z")
_WORD_AFTER = re.compile(r"\S*")

Spans = tuple[LineSpan, ...]
Halves = tuple[Spans, Spans]


class Expansions:
    """Says each known acronym in full where a text first uses it.

    A text is what goes by one key: a part of the book, or a sheet in it.
    """

    def __init__(self, acronyms: Mapping[str, str]) -> None:
        self._acronyms = acronyms
        self._pattern = _any_of(acronyms) if acronyms else None
        self._said: set[tuple[object, str]] = set()
        # Lines come one after the other: each text is searched once.
        self._searched: RichText = ()
        self._found: frozenset[str] = frozenset()

    def expanded(
        self, things: Sequence[Thing], rich: RichText, text: object, tree: StructureBuilder
    ) -> Iterator[Thing]:
        """Cut the things of a line of a rich text where an acronym is used first."""
        new = {acronym for acronym in self._used_in(rich) if (text, acronym) not in self._said}
        for thing in things:
            if new and isinstance(thing, TextThing) and _is_running(thing.node, tree.nodes):
                yield from self._cut(thing, new, text, tree)
            else:
                yield thing

    def _used_in(self, rich: RichText) -> frozenset[str]:
        if self._pattern is None:
            return frozenset()
        if rich is not self._searched:
            self._searched = rich
            self._found = frozenset([match[0] for match in self._matches(plain(rich))])
        return self._found

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        assert self._pattern is not None
        for match in self._pattern.finditer(text):
            before = _WORD_BEFORE.search(text, 0, match.start())
            after = _WORD_AFTER.match(text, match.end())
            assert before
            assert after
            if not _ADDRESS.search(f"{before[0]}{match[0]}{after[0]}"):
                yield match

    def _cut(
        self, thing: TextThing, new: set[str], text: object, tree: StructureBuilder
    ) -> Iterator[Thing]:
        rest, done = thing.spans, 0
        for match in self._matches(thing.text):
            if match[0] not in new:
                continue
            end = _with_end(thing.text, match.end())
            parts = _three(rest, match.start() - done, end - done)
            if parts is None:
                continue
            before, acronym, rest = parts
            done = end
            new.discard(match[0])
            self._said.add((text, match[0]))
            if before:
                yield replace(thing, spans=before)
            assert thing.node is not None
            node = tree.add("Span", thing.node, expansion=self._acronyms[match[0]])
            yield replace(thing, node=node, spans=acronym)
        if rest:
            yield replace(thing, spans=rest)


def _any_of(acronyms: Mapping[str, str]) -> re.Pattern[str]:
    """Compile what finds whole acronyms, the longer first; none in a compound or a divided word.

    Their first letters, asked for first, make it twice as quick.
    """
    firsts = "".join(sorted({re.escape(acronym[0]) for acronym in acronyms}))
    longest_first = sorted(acronyms, key=lambda acronym: (-len(acronym), acronym))
    either = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?=[{firsts}])(?<![\w\u00ad])(?<!\w[-‑])(?:{either})(?![\w\u00ad]|[-‑]\w)")


def _with_end(text: str, place: int) -> int:
    """Take in the space that hangs at a line's end: alone it would be a text of nothing."""
    return len(text) if text[place:].isspace() else place


def _is_running(node: int | None, nodes: Sequence[Node]) -> bool:
    """Say whether an element is running text, heard letter by letter."""
    if node is None or nodes[node].role not in _RUNNING:
        return False
    while node is not None:
        fact = nodes[node]
        if fact.alt or fact.actual_text or fact.role in ("Figure", "TH", "TD"):
            return False
        node = fact.parent
    return True


def _three(spans: Spans, start: int, end: int) -> tuple[Spans, Spans, Spans] | None:
    """Cut spans before and after some characters; None where a glyph stands for both sides."""
    first = _halves(spans, start)
    second = _halves(first[1], end - start) if first else None
    return (first[0], *second) if first and second else None


def _halves(spans: Spans, place: int) -> Halves | None:
    """Cut spans after so many characters."""
    for number, span in enumerate(spans):
        length = len(span.text)
        if place < length:
            halves = _halved(span, place) if place else ((), (span,))
            if halves is None:
                return None
            return (*spans[:number], *halves[0]), (*halves[1], *spans[number + 1 :])
        place -= length
    return spans, ()


def _halved(span: LineSpan, place: int) -> Halves | None:
    """Cut a span inside; the second half starts where the first ends, kerning included."""
    width = 0.0
    for number, (run, added) in enumerate(span.runs):
        if place < len(run.text):
            glyphs = _glyphs_of(run, place)
            if glyphs is None:
                return None
            head, tail = _part(run, run.glyphs[:glyphs]), _part(run, run.glyphs[glyphs:])
            ends = ((head, 0.0),) if glyphs else ()
            firsts = (*span.runs[:number], *ends)
            rest = ((tail, added), *span.runs[number + 1 :])
            width += span.width_of(head)
            one = replace(span, runs=firsts, width=width)
            other = replace(span, x=span.x + width, runs=rest, width=span.width - width)
            return (one,), (other,)
        place -= len(run.text)
        width += span.width_of(run) + added
    raise AssertionError("the place is inside the span")


def _glyphs_of(run: Run, place: int) -> int | None:
    """Count the glyphs of a run's first characters; None where one goes over their end."""
    seen = 0
    for number, glyph in enumerate(run.glyphs):
        if seen >= place and glyph.text:
            return number if seen == place else None
        seen += len(glyph.text)
    return None


def _part(run: Run, glyphs: tuple[Glyph, ...]) -> Run:
    text = "".join([glyph.text for glyph in glyphs])
    return Run(run.face, glyphs, sum([glyph.advance for glyph in glyphs]), text)
