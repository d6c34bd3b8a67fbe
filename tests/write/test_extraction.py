"""Every paragraph of both examples comes back from the file as it was composed."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from msgspec import Struct

from aula_reports import build, load_programme, resources
from aula_reports.compose.activity_report import compose_report
from aula_reports.compose.blocks import ItemList, Paragraph
from aula_reports.compose.booklet import compose_booklet
from aula_reports.compose.inline import plain
from aula_reports.read.layouts import read_layout
from aula_reports.read.loader import read_programme
from aula_reports.read.outlines import read_outlines

EXAMPLES = Path(__file__).parents[2] / "examples"
COMPOSERS = {"ppa-2021": ("ppa", compose_booklet), "rapport-2025": ("rapport", compose_report)}
BOOKS = sorted(COMPOSERS)


@cache
def paragraphs(book: str) -> tuple[str, ...]:
    """Compose a book and list its paragraphs and items of lists."""
    loaded = read_programme(EXAMPLES / book / "programme.yaml")
    name, compose = COMPOSERS[book]
    layout = read_layout(resources.layout_folder(name), resources.layout_folder)
    document = compose(loaded.programme, layout, read_outlines(loaded))
    return tuple(dict.fromkeys(texts_in(document)))


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, Paragraph):
        yield plain(value.text)
    elif isinstance(value, ItemList):
        yield from map(plain, value.items)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from texts_in(part)
    elif isinstance(value, Mapping):
        yield from texts_in(tuple(value.values()))


@cache
def file(book: str) -> bytes:
    return build(load_programme(EXAMPLES / book / "programme.yaml")).to_bytes(profile="web")


def test_there_is_text_to_read() -> None:
    assert len(paragraphs("rapport-2025")) > 240
    assert len(paragraphs("ppa-2021")) > 15


@pytest.mark.parametrize("book", BOOKS)
def test_poppler_reads_every_paragraph(book: str) -> None:
    """Where it takes two columns for one, in the order of the file, in which it sees no spaces."""
    pages, in_order = read_by_poppler(book), "".join(read_by_poppler(book, "-raw"))
    missing = [text for text in paragraphs(book) if not found(text, pages)]
    assert len(missing) < len(paragraphs(book)) / 50
    assert not [text for text in missing if tight(text) not in tight(in_order)]


def read_by_poppler(book: str, *options: str) -> list[str]:
    command = ["pdftotext", *options, "-enc", "UTF-8", "-", "-"]
    done = subprocess.run(command, input=file(book), capture_output=True, check=True)
    return [joined(page) for page in done.stdout.decode().split("\f")]


def tight(text: str) -> str:
    return re.sub(r"[\s-]+", "", text)


@pytest.mark.parametrize("book", BOOKS)
def test_pypdf_reads_the_very_characters(book: str) -> None:
    """Tied and thin spaces and hyphens come back as what they are, not as what they look like."""
    reader = pypdf.PdfReader(BytesIO(file(book)))
    pages = [re.sub(r" ?\n", " ", page.extract_text()) for page in reader.pages]
    pages = [re.sub("\u00ad ?", "", page) for page in pages]
    signs = re.compile("[^ \n]*[\u00a0\u202f\u2011][^ \n]*")
    words = {word for text in paragraphs(book) for word in signs.findall(text)}
    assert words
    whole = " ".join(pages)
    assert not {word for word in words if word not in whole}


def spaced(text: str) -> str:
    """Let all spaces count as one, and no line end at all."""
    return re.sub(r"\s+", " ", text).strip()


def joined(page: str) -> str:
    """Join what line ends part: divided words, and compounds, which Poppler takes for such."""
    return re.sub("- ?|(?<=/) ", "", spaced(re.sub("\u00ad\\s*", "", page)))


def found(text: str, pages: list[str]) -> bool:
    """Look for a text on a page, or at the turn of one, hyphens and line ends left out."""
    wanted = joined(text)
    if any(wanted in page for page in pages):
        return True
    return any(turned(wanted, *two) for two in pairwise(pages) if wanted[:20] in two[0])


def turned(text: str, page: str, following: str) -> bool:
    """Say whether a text begins on a page and ends on the following one."""
    places = [match.start() for match in re.finditer(" ", text)]
    return any(text[:place] in page and text[place + 1 :] in following for place in places)
