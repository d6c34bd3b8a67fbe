"""Markdown into prose: paragraphs, lists, emphasis, links. What a page cannot show is left out.

The whole paragraph is composed at once, so that a colon after a word in bold gets its space. The
parser comes in with the first text that needs one (`plain_markdown` tells).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from aula_reports.check.links import leads_somewhere
from aula_reports.compose.blocks import ItemList, Paragraph, Prose
from aula_reports.compose.composition import compose_paragraph, composition_now
from aula_reports.compose.inline import Inline, RichText, Words
from aula_reports.compose.notes import (
    Notes,
    before_signs,
    hide_calls,
    may_hide_calls,
    read_calls,
    show_calls,
    with_signs,
)
from aula_reports.compose.plain_markdown import PlainBlock, PlainParagraph, read_plain
from aula_reports.french.notes import may_have_notes, part_notes
from aula_reports.french.scripts import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


# Levels of lists that pages show.
_DEEPEST = 4


def prose(text: str, after: int = 0) -> Prose:
    """Read Markdown into paragraphs and lists; its first note has the number after `after`."""
    known = composition_now().proses
    composed = known.get((text, after))
    if composed is None:
        composed = known[text, after] = _prose(text, after)
    return composed


def _prose(text: str, after: int) -> Prose:
    if may_have_notes(text):
        return _noted(text, after)
    plain = read_plain(text)
    return tuple(map(_composed, plain)) if plain is not None else parsed(text)


def _noted(text: str, after: int) -> Prose:
    """Read a text that may have notes, without a parser if nothing else asks for it."""
    noted = part_notes(text)
    hidden, calls = hide_calls(noted)
    plain = read_plain(hidden) if may_hide_calls(text) else None
    if plain is None:
        return parsed(text, after)
    notes = Notes(noted, _note_words, after)
    return tuple(_composed(block, lambda words: show_calls(words, calls, notes)) for block in plain)


def parsed(text: str, after: int = 0) -> Prose:
    """Read any Markdown, whatever it holds."""
    parser = _parser()
    if not may_have_notes(text):
        return tuple(_blocks(parser.parse(text)))
    noted = part_notes(text)
    notes = Notes(noted, _note_words, after)
    read_calls(parser, notes.texts)
    return tuple(_blocks(parser.parse(noted.body), notes))


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable(["code", "fence"])


def _note_words(text: str) -> RichText:
    """Compose the text of a note, which is one paragraph and calls no other."""
    plain = read_plain(text)
    if plain and len(plain) == 1 and isinstance(plain[0], PlainParagraph):
        return compose_inline(plain[0].words)
    (token,) = _parser().parseInline(text)
    return compose_inline(_words(token.children or []))


def _composed(
    block: PlainBlock, shown: Callable[[tuple[Words, ...]], tuple[Words, ...]] = tuple
) -> Paragraph | ItemList:
    """Compose a block; `shown` gives it back what was hidden while it was read."""
    if isinstance(block, PlainParagraph):
        return Paragraph(compose_inline(shown(block.words)))
    items = [compose_inline(shown(item)) for item in block.items]
    return _item_list(items, ordered=block.ordered)


class _OpenItem(Struct):
    """An item that is being read: its text, and what follows that inside it."""

    words: list[Inline] = field(default_factory=list)
    inner: list[Paragraph | ItemList] = field(default_factory=list)

    def say(self, words: RichText) -> None:
        """Add a paragraph: to the text, as long as no list has followed it."""
        if self.inner:
            self.inner.append(Paragraph(words))
        else:
            self.words.extend((Words(" "), *words) if self.words else words)


class _OpenList(Struct):
    """A list that is being read."""

    ordered: bool
    items: list[_OpenItem] = field(default_factory=list)

    def closed(self, *, with_terms: bool) -> ItemList:
        texts = tuple(tuple(item.words) for item in self.items)
        inner = tuple(tuple(item.inner) for item in self.items)
        made = _item_list(texts, ordered=self.ordered, with_terms=with_terms)
        return replace(made, inner=inner) if any(inner) else made


def _blocks(tokens: Sequence[Token], notes: Notes | None = None) -> Iterator[Paragraph | ItemList]:
    """Keep every word: quotations and headings are paragraphs, and lists that stand deeper than
    pages can show join the one around them.
    """
    opened: list[_OpenList] = []
    depth = 0
    for token in tokens:
        if token.type.endswith("_list_open"):
            depth += 1
            if depth <= _DEEPEST:
                opened.append(_OpenList(token.type.startswith("ordered")))
        elif token.type.endswith("_list_close"):
            depth -= 1
            if depth < _DEEPEST:
                closed = opened.pop().closed(with_terms=not opened)
                if opened:
                    opened[-1].items[-1].inner.append(closed)
                else:
                    yield closed
        elif token.type == "list_item_open":
            opened[-1].items.append(_OpenItem())
        elif token.type == "inline":
            words = compose_inline(_words(token.children or [], notes))
            if opened:
                opened[-1].items[-1].say(words)
            else:
                yield Paragraph(words)


def _item_list(items: Sequence[RichText], *, ordered: bool, with_terms: bool = True) -> ItemList:
    """Make a list; where every item opens with words in bold, they become its terms."""
    terms = tuple(tuple(takewhile(_is_bold, item)) for item in items)
    if not with_terms or ordered or not all(terms):
        return ItemList(tuple(items), ordered)
    rests = tuple(_stripped(item[len(term) :]) for item, term in zip(items, terms, strict=True))
    return ItemList(rests, terms=terms)


def _is_bold(part: Inline) -> bool:
    return isinstance(part, Words) and part.bold


def _stripped(rich: RichText) -> RichText:
    first, *others = rich or (Words(""),)
    assert isinstance(first, Words)
    return (replace(first, text=first.text.lstrip()), *others)


def _words(tokens: Sequence[Token], notes: Notes | None = None) -> tuple[Words, ...]:
    words: list[Words] = []
    look = Words("")
    for token in tokens:
        match token.type:
            case "text" | "code_inline" | "image":
                _say(token.content, look, words)
            case "softbreak" | "hardbreak":
                _say(" ", look, words)
            case "em_open" | "em_close":
                look = replace(look, italic=token.nesting == 1)
            case "strong_open" | "strong_close":
                look = replace(look, bold=token.nesting == 1)
            case "link_open" | "link_close":
                address = str(token.attrs.get("href", ""))
                look = replace(look, href=address if leads_somewhere(address) else "")
            case "note_call" if notes:
                words.append(Words("", note=notes.of(token.meta["label"], token.content)))
            case _:
                pass
    return before_signs(tuple(words)) if notes else tuple(words)


def _say(text: str, look: Words, words: list[Words]) -> None:
    """Add words of one look to those before them."""
    if words and replace(words[-1], text="") == look:
        words[-1] = replace(look, text=words[-1].text + text)
    elif text:
        words.append(replace(look, text=text))


def compose_inline(words: tuple[Words, ...]) -> RichText:
    """Compose runs that make one paragraph, then cut out its superscripts and small capitals."""
    paragraph = compose_paragraph(tuple([word.text for word in words]))
    composed = [
        replace(word, text=text)
        for word, text in zip(words, paragraph.runs, strict=True)
        if text or word.note
    ]
    has_calls = any(word.note for word in words)
    if not paragraph.spans:
        return with_signs(tuple(composed)) if has_calls else tuple(composed)
    parts: list[Inline] = []
    start = 0
    for word in composed:
        parts.extend(_cut(word, start, paragraph.spans))
        start += len(word.text)
    return with_signs(tuple(parts)) if has_calls else tuple(parts)


def _cut(word: Words, start: int, spans: Sequence[Span]) -> Iterator[Words]:
    """Cut a run that starts at a place of its paragraph where scripts change."""
    if word.note:
        yield word
    done, end = start, start + len(word.text)
    for span in spans:
        begin, stop = max(span.start, done), min(span.end, end)
        if begin >= stop:
            continue
        if begin > done:
            yield replace(word, text=word.text[done - start : begin - start])
        yield replace(word, text=word.text[begin - start : stop - start], script=span.script)
        done = stop
    if done < end:
        yield replace(word, text=word.text[done - start :])
