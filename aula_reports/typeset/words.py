"""Words are made: shaped, measured, divided.

Where a word divides is found out when a paragraph asks for it: most lines never do.

A word also says what it gives to a line that must be longer or shorter: its letters are tracked
and scaled within the layout's bounds, its tied spaces grow and shrink within theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from aula_reports.diagnostics import MissingGlyph
from aula_reports.model.layout import Justification
from aula_reports.typeset.boxes import Cut, MarkBox, Member, Segment, Word, WordCut
from aula_reports.typeset.divisions import Division, divisions
from aula_reports.typeset.hyphenation import is_capitalised
from aula_reports.typeset.looks import Look, Looks
from aula_reports.typeset.runs import Run
from aula_reports.typeset.shaping import (
    NARROW_SPACE,
    NO_BREAK_SPACE,
    SOFT_HYPHEN,
    Shaper,
)

# How far signs hang in the margin, in shares of their advance.
_HANGS_AFTER = {".": 0.7, ",": 0.7, "-": 0.6, "’": 0.6, ";": 0.4, ":": 0.4, "»": 0.35}
_HANGS_AFTER |= {"”": 0.4, "…": 0.25, "–": 0.25, "—": 0.2, "!": 0.15, "?": 0.1, ")": 0.1}
_HANGS_BEFORE = {"«": 0.35, "“": 0.4, "‘": 0.5, "’": 0.5, "—": 0.2, "(": 0.08}

# Signs that no line starts with, signs that no line ends with.
_NEVER_FIRST = frozenset("–—:;!?»%”)].,…")
_NEVER_LAST = frozenset("«“([")

# What it costs to end a line with a word of one letter, in TeX's penalties.
_LONE_LETTER = 20.0

# Words are alike at the ends of two lines from so many letters on; signs around them do not tell.
_ECHO_LETTERS = 3
_AROUND = ".,;:!?…«»“”()[]’\u00a0\u202f"

# Among capitals figures stand as high as they do: the old-style 0 of `T0` reads as an o.
_CAPITAL_FIGURE = re.compile(r"[A-ZÀ-ÖØ-Þ]\d|\d[A-ZÀ-ÖØ-Þ]")

# Runs that are spaces, not letters.
UNSHAPED = frozenset((NO_BREAK_SPACE, NARROW_SPACE))
_TIES = re.compile(f"([{NO_BREAK_SPACE}{NARROW_SPACE}])")


class WordMaker:
    """Makes segments and words; those without an inline element are made once."""

    def __init__(
        self,
        shaper: Shaper,
        justification: Justification,
        looks: Looks,
        fallbacks: Sequence[str] = (),
    ) -> None:
        """`fallbacks` are faces for words that hold a sign which their own has not."""
        self._shaper = shaper
        self._looks = looks
        self._fallbacks = fallbacks
        # Whether any word had to be set in another face than its look's.
        self.has_strangers = False
        self._scaling = justification.scaling
        self._tracking_em = justification.tracking_em
        self._tied_loose = justification.tied_most - 1.0
        self._tied_tight = 1.0 - justification.space_least
        self._members: dict[tuple[Look, str], Member] = {}
        self._words: dict[Member, Word] = {}
        self._plain: dict[Look, dict[str, Word]] = {}
        self._cuts: dict[tuple[Word, bool], tuple[WordCut, ...]] = {}

    def member(self, look: Look, text: str, inline: int | None) -> Member:
        """Make a segment that is a member of some word."""
        key = (look, text)
        member = self._members.get(key)
        if member is None:
            member = self._members[key] = Member(self._drawn(look, text))
        return member if inline is None else Member(member.box, inline)

    def word(self, members: tuple[Member, ...]) -> Word:
        """Join members to a word; one that is made of a single member is made once."""
        if len(members) > 1:
            return self._word(members)
        word = self._words.get(members[0])
        if word is None:
            word = self._words[members[0]] = self._word(members)
        return word

    def plain(self, look: Look, texts: Iterable[str]) -> list[Word]:
        """Make words of one look."""
        known = self._plain.get(look)
        if known is None:
            known = self._plain[look] = {}
        find = known.get
        return [find(text) or self._new(look, text, known) for text in texts]

    def _new(self, look: Look, text: str, known: dict[str, Word]) -> Word:
        word = known[text] = self._word((self.member(look, text, None),))
        return word

    def cuts(self, word: Word, *, forced: bool = False) -> tuple[WordCut, ...]:
        """Find the places where a word divides, or may be forced to."""
        cuts = self._cuts.get((word, forced))
        if cuts is None:
            cuts = self._cuts[word, forced] = tuple(self._word_cuts(word, forced=forced))
        return cuts

    def run(self, look: Look, text: str) -> Run:
        features = look.features
        if _CAPITAL_FIGURE.search(text) and "onum" in features:
            features = tuple(["lnum" if tag == "onum" else tag for tag in features])
        return self._shaper.run(look.face, text, features)

    def width(self, look: Look, text: str) -> float:
        return width_of(look, self.run(look, text))

    def between(self, segment: Segment, low: Cut | None, high: Cut | None) -> list[Run]:
        """Give the runs of a segment between two cuts, with the hyphen that the latter needs."""
        first = low.run if low else 0
        last = high.run if high else len(segment.runs) - 1
        runs = []
        for place in range(first, last + 1):
            run = segment.runs[place]
            start = low.letters if low and place == first else 0
            end = high.letters if high and place == last else len(run.text)
            whole = end - start == len(run.text)
            runs.append(run if whole else self.run(segment.look, run.text[start:end]))
        if high and high.division is Division.SOFT:
            runs.append(self.run(segment.look, SOFT_HYPHEN))
        return runs

    def _drawn(self, look: Look, text: str) -> Segment:
        """Make a segment in its look's own face, or else in the first that has all its signs."""
        try:
            return self._segment(look, text)
        except MissingGlyph:
            for face in self._fallbacks:
                try:
                    segment = self._segment(self._looks.in_face(look, face), text)
                except MissingGlyph:
                    continue
                self.has_strangers = True
                return segment
            raise

    def _segment(self, look: Look, text: str) -> Segment:
        if look.capitals:
            text = text.upper()
        shown = text.replace(SOFT_HYPHEN, "")
        if NO_BREAK_SPACE not in text and NARROW_SPACE not in text:
            run = self.run(look, shown)
            width = width_of(look, run)
            return Segment(look, shown, (text,), (run,), width, 0.0, 0.0, len(run.glyphs))
        parts = tuple([part for part in _TIES.split(text) if part])
        runs = tuple([self.run(look, part.replace(SOFT_HYPHEN, "")) for part in parts])
        widths = [width_of(look, run) for run in runs]
        tied = sum([w for w, part in zip(widths, parts, strict=True) if part == NO_BREAK_SPACE])
        thin = sum([w for w, part in zip(widths, parts, strict=True) if part == NARROW_SPACE])
        tracked = sum([-1 if run.text in UNSHAPED else len(run.glyphs) for run in runs])
        return Segment(look, shown, parts, runs, sum(widths), tied, thin, tracked)

    def _word_cuts(self, word: Word, *, forced: bool) -> Iterator[WordCut]:
        width, ink, ems, tied = 0.0, 0.0, 0.0, 0.0
        for place, member in enumerate(word.members):
            box = member.box
            if isinstance(box, MarkBox):
                width += box.gap + box.size
                continue
            size = box.look.size
            if _stands_apart(word.members, place):
                for cut in self._segment_cuts(box, forced=forced):
                    letters = (ink + cut.before - cut.tied - cut.thin, ems + cut.tracked * size)
                    springs = self._springs(*letters, tied + cut.tied)
                    yield self._word_cut(place, width, springs, box, cut)
            width, tied = width + box.width, tied + box.tied
            ink, ems = ink + box.ink, ems + box.tracked * size

    def _springs(self, ink: float, ems: float, tied: float) -> tuple[float, float]:
        """Say what a word can grow and shrink by: its letters, so wide and with so many ems of
        tracked glyphs, and its tied spaces.
        """
        letters = self._scaling * ink + self._tracking_em * ems
        return letters + self._tied_loose * tied, letters + self._tied_tight * tied

    def _segment_cuts(self, segment: Segment, *, forced: bool) -> Iterator[Cut]:
        look = segment.look
        before, tied, thin, tracked, letters_seen = 0.0, 0.0, 0.0, 0, False
        for place, (run, part) in enumerate(zip(segment.runs, segment.parts, strict=True)):
            width = width_of(look, run)
            places = list(divisions(part, divides=look.divides, forced=forced))
            capitalised = bool(places) and is_capitalised(part)
            bound = bool(places) and _is_bound(segment.parts, place)
            for letters, division in places:
                soft = division is Division.SOFT
                if soft and SOFT_HYPHEN not in part and ((capitalised and letters_seen) or bound):
                    continue
                stays, passes, count = self._parted(look, run, letters)
                yield Cut(
                    run=place,
                    letters=letters,
                    before=before + stays,
                    passed=before + passes,
                    tied=tied,
                    thin=thin,
                    tracked=tracked + count,
                    division=division,
                    at_sentence_start=soft and capitalised,
                )
            before += width
            if run.text == NO_BREAK_SPACE:
                tied += width
            elif run.text == NARROW_SPACE:
                thin += width
            tracked += -1 if run.text in UNSHAPED else len(run.glyphs)
            letters_seen = letters_seen or any(map(str.isalnum, part))

    def _parted(self, look: Look, run: Run, letters: int) -> tuple[float, float, int]:
        """Measure a run's first letters, what its width loses when they go; count their glyphs.

        Only a cut that would part a ligature needs the pieces shaped.
        """
        seen, advance, glyphs = 0, 0.0, 0
        for glyph in run.glyphs:
            if seen >= letters and glyph.text:
                break
            seen += len(glyph.text)
            advance += glyph.advance
            glyphs += 1
        if seen != letters:
            rest = self.width(look, run.text[letters:])
            return self.width(look, run.text[:letters]), width_of(look, run) - rest, glyphs
        passed = advance * look.size / 1000 + glyphs * look.tracking
        return passed - self._shaper.kern(run, glyphs - 1) * look.size / 1000, passed, glyphs

    def _word(self, members: tuple[Member, ...]) -> Word:
        width, ink, ems, tied, thin, tracked = 0.0, 0.0, 0.0, 0.0, 0.0, -1
        text, tracking, size = "", 0.0, 0.0
        for member in members:
            box = member.box
            if isinstance(box, MarkBox):
                width += box.gap + box.size
                tracking = 0.0
            else:
                width, tied, text = width + box.width, tied + box.tied, text + box.text
                ink, thin, tracked = ink + box.ink, thin + box.thin, tracked + box.tracked
                size = box.look.size
                ems += box.tracked * size
                tracking = box.look.tracking
        first, last = text[:1], text[-1:]
        lead = self._hang(members[0], first, _HANGS_BEFORE) if first in _HANGS_BEFORE else 0.0
        trail = self._hang(members[-1], last, _HANGS_AFTER) if last in _HANGS_AFTER else 0.0
        clings, holds = first in _NEVER_FIRST, last in _NEVER_LAST
        penalty = _LONE_LETTER if len(text) == 1 and text.isalpha() else 0.0
        springs = self._springs(ink, ems - size, tied)
        inked = width - trail - tracking
        return Word(
            members=members,
            text=text,
            width=width,
            tied=tied,
            thin=thin,
            tracked=max(tracked, 0),
            lead=lead,
            trail=trail,
            last_tracking=tracking,
            clings=clings,
            holds=holds,
            numbers=(width, *springs, lead, inked, clings, holds, penalty, _echo(text)),
        )

    def _word_cut(
        self, member: int, width: float, springs: tuple[float, float], box: Segment, cut: Cut
    ) -> WordCut:
        hyphen = self.width(box.look, "-")
        return WordCut(
            member=member,
            before=width + cut.before,
            passed=width + cut.passed,
            loose=springs[0],
            tight=springs[1],
            added=(hyphen if cut.division is Division.SOFT else 0.0) - box.look.tracking,
            hang=_HANGS_AFTER["-"] * hyphen if cut.division.has_hyphen else 0.0,
            cut=cut,
        )

    def _hang(self, member: Member, sign: str, shares: dict[str, float]) -> float:
        """Measure what hangs of a sign at the outer end of a member; marks do not hang."""
        box = member.box
        return 0.0 if isinstance(box, MarkBox) else shares[sign] * self.width(box.look, sign)


def width_of(look: Look, run: Run) -> float:
    """Measure a run in a look, tracking after every glyph."""
    width = run.width * look.size / 1000
    return width + len(run.glyphs) * look.tracking if look.tracking else width


def _is_bound(parts: tuple[str, ...], place: int) -> bool:
    """Say whether a part is tied to another word or number: what is kept together is not cut."""
    return any(
        any(map(str.isalnum, parts[other]))
        for other in (place - 2, place + 2)
        if 0 <= other < len(parts)
    )


def _echo(text: str) -> str:
    word = text.strip(_AROUND)
    return word.lower() if len(word) >= _ECHO_LETTERS else ""


def _stands_apart(members: tuple[Member, ...], place: int) -> bool:
    """Say whether a segment touches its neighbours with no letter, so that its cuts are sound."""
    return not (
        (place > 0 and _touches(members[place - 1].box, -1))
        or (place + 1 < len(members) and _touches(members[place + 1].box, 0))
    )


def _touches(box: Segment | MarkBox, place: int) -> bool:
    return isinstance(box, Segment) and box.text[place].isalnum()
