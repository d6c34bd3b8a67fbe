"""Files made to cost time or memory: they cost little, and are told."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from aula_reports.write.colour import Profile
from tests.prove.spoilers import first, font, form, ink, report_on, resource, spoilt

# Processor time, on a machine that others use; each takes well under a second or two.
ALLOWED_SECONDS = 12.0


def _content(content: bytes) -> Callable[[Pdf], None]:
    def spoil(pdf: Pdf) -> None:
        pdf.pages[0].Contents = pdf.make_stream(content)

    return spoil


def _deep_tree(pdf: Pdf) -> None:
    """A chain of unknown elements, none of which says its page."""
    within = first(pdf, "P")
    chain = within
    for _ in range(3000):
        chain = pdf.make_indirect(Dictionary(S=Name("/Abîme"), K=Array([chain])))
    first(pdf, "Document").K.append(chain)


def _overlapping_ranges(pdf: Pdf) -> None:
    line = b"1 beginbfrange <0000> <FFFF> <0041> endbfrange\n"
    font(pdf).ToUnicode.write(line * 2000)


def _overlapping_widths(pdf: Pdf) -> None:
    font(pdf).DescendantFonts[0].W = Array([0, 65535, 500] * 2000)


def _many_forms(pdf: Pdf) -> None:
    """Each form shows the next one ten times, ten deep: ten thousand million in all."""
    inner = form(pdf, "0 0 0 1 k 50 50 1 1 re f")
    for _ in range(10):
        inner = form(pdf, "/F Do " * 10, XObject=Dictionary(F=inner))
    resource(pdf, "XObject", "F", inner)
    ink(pdf, "/F Do")


HOSTILE: dict[str, tuple[Profile, Callable[[Pdf], None]]] = {
    "strings without end": ("print", _content(b"(" * 300_000)),
    "one long string": ("print", _content(b"(" + b"a" * 3_000_000)),
    "arrays in arrays": ("print", _content(b"[" * 300_000)),
    "numbers without operator": ("print", _content(b"1 " * 500_000)),
    "states saved without end": ("print", _content(b"q " * 300_000)),
    "marks without end": ("web", _content(b"/P<</MCID 1>>BDC " * 50_000)),
    "deep tree": ("web", _deep_tree),
    "overlapping texts": ("web", _overlapping_ranges),
    "overlapping widths": ("web", _overlapping_widths),
    "forms without number": ("print", _many_forms),
    "one endless number": ("web", _content(b"1" * 1_000_000 + b"a Tj")),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_cost_little(kind: str, tmp_path: Path) -> None:
    profile, spoil = HOSTILE[kind]
    content = spoilt(profile, spoil)
    begun = time.process_time()
    report_on(content, tmp_path)
    assert time.process_time() - begun < ALLOWED_SECONDS
