"""Markdown into prose: paragraphs, lists, emphasis, links. What a page cannot show is left out.

The whole paragraph is composed at once, so that a colon after a word in bold gets its space. The
parser comes in with the first text that needs one (`plain_markdown` tells).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from aula_reports.compose.blocks import ItemList, Paragraph, Prose
from aula_reports.compose.inline import Inline, RichText, Words
from aula_reports.compose.plain_markdown import PlainBlock, PlainParagraph, read_plain
from aula_reports.compose.wording import usage_now
from aula_reports.french import Profile, Span, compose_runs, find_spans

if TYPE_CHECKING:
    from markdown_it.token import Token


def prose(text: str) -> Prose:
    """Read Markdown into paragraphs and lists of one level."""
    return _prose(text, usage_now())


@lru_cache(maxsize=256)
def _prose(text: str, _usage: Profile) -> Prose:
    """Read Markdown once in each usage."""
    plain = read_plain(text)
    return tuple(map(_composed, plain)) if plain is not None else parsed(text)


def parsed(text: str) -> Prose:
    """Read any Markdown, whatever it holds."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).disable(["code", "fence"])
    return tuple(_blocks(parser.parse(text)))


def _composed(block: PlainBlock) -> Paragraph | ItemList:
    if isinstance(block, PlainParagraph):
        return Paragraph(compose_inline(block.words))
    return _item_list([compose_inline(item) for item in block.items], ordered=block.ordered)


def _blocks(tokens: Sequence[Token]) -> Iterator[Paragraph | ItemList]:
    """Keep every word: inner lists join the outer one, quotations and headings are paragraphs."""
    items: list[list[Inline]] = []
    opened: list[list[Inline]] = []
    depth = 0
    for token in tokens:
        if token.type.endswith("_list_open"):
            depth += 1
        elif token.type.endswith("_list_close"):
            depth -= 1
            if not depth:
                ordered = token.type.startswith("ordered")
                yield _item_list([tuple(item) for item in items], ordered=ordered)
                items = []
        elif token.type == "list_item_open":
            items.append([])
            opened.append(items[-1])
        elif token.type == "list_item_close":
            opened.pop()
        elif token.type == "inline":
            words = compose_inline(_words(token.children or []))
            if opened:
                opened[-1].extend((Words(" "), *words) if opened[-1] else words)
            else:
                yield Paragraph(words)


def _item_list(items: Sequence[RichText], *, ordered: bool) -> ItemList:
    """Make a list; where every item opens with words in bold, they become its terms."""
    terms = tuple(tuple(takewhile(_is_bold, item)) for item in items)
    if not all(terms) or ordered:
        return ItemList(tuple(items), ordered)
    rests = tuple(_stripped(item[len(term) :]) for item, term in zip(items, terms, strict=True))
    return ItemList(rests, terms=terms)


def _is_bold(part: Inline) -> bool:
    return isinstance(part, Words) and part.bold


def _stripped(rich: RichText) -> RichText:
    first, *others = rich or (Words(""),)
    assert isinstance(first, Words)
    return (replace(first, text=first.text.lstrip()), *others)


def _words(tokens: Sequence[Token]) -> tuple[Words, ...]:
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
                look = replace(look, href=str(token.attrs.get("href", "")))
            case _:
                pass
    return tuple(words)


def _say(text: str, look: Words, words: list[Words]) -> None:
    """Add words of one look to those before them."""
    if words and replace(words[-1], text="") == look:
        words[-1] = replace(look, text=words[-1].text + text)
    elif text:
        words.append(replace(look, text=text))


def compose_inline(words: tuple[Words, ...]) -> RichText:
    """Compose runs that make one paragraph, then cut out its superscripts and small capitals."""
    usage = usage_now()
    texts = compose_runs(tuple(word.text for word in words), usage)
    composed = [replace(word, text=text) for word, text in zip(words, texts, strict=True) if text]
    spans = find_spans("".join(texts), usage)
    if not spans:
        return tuple(composed)
    parts: list[Inline] = []
    start = 0
    for word in composed:
        parts.extend(_cut(word, start, spans))
        start += len(word.text)
    return tuple(parts)


def _cut(word: Words, start: int, spans: Sequence[Span]) -> Iterator[Words]:
    """Cut a run that starts at a place of its paragraph where scripts change."""
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
