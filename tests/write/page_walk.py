"""Reads one page's content stream: what is marked, what is shown, what is painted unmarked.

Written from ISO 32000-1 (8, 9 and 14.6) with pypdf as the only help; shares nothing with `write/`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream

_PAINTING = frozenset(("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "TJ", "Tj"))
_RGB = frozenset(("rg", "RG"))
_NOT_IN_FORMS = frozenset(("BDC", "BMC", "BT", "Do", "gs"))
_PROCESS = frozenset(("k", "K"))
# What may end a line without gluing its last word to the next line's first.
_LINE_ENDS = (" ", "\u00ad", "-", "\u2011", "/")

_SUBSET_NAME = re.compile(r"/[A-Z]{6}\+.+")
_ENTRY = re.compile(rb"<([0-9A-Fa-f]{4})> *<([0-9A-Fa-f]*)>")


@dataclass(slots=True)
class Marked:
    """One piece of marked content: its tag, and the text that it shows."""

    tag: str
    text: str = ""
    height: float = 0.0


@dataclass(slots=True)
class PageContent:
    """A page as its stream tells it; `marked` is by id, in the order of drawing."""

    number: int
    marked: dict[int, Marked] = field(default_factory=dict)
    operators: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    @property
    def has_rgb(self) -> bool:
        return bool(_RGB & self.operators.keys())

    @property
    def has_process_inks(self) -> bool:
        return bool(_PROCESS & self.operators.keys())


def read_page(page: PageObject, number: int) -> PageContent:
    """Read a page; `number` counts from 1 and is for messages."""
    content = PageContent(number)
    reader = _Reader(content, _fonts(page, content))
    stream = page.get_contents()
    for operands, operator in () if stream is None else stream.operations:
        reader.obey(operator.decode("latin-1"), operands)
    reader.close()
    _read_forms(page, content)
    return content


def _read_forms(page: PageObject, content: PageContent) -> None:
    """Count what forms paint; what is marked or shown in one would be found by nobody."""
    resources: Any = page["/Resources"]
    for name, thing in resources.get("/XObject", {}).items():
        form = thing.get_object()
        if form["/Subtype"] != "/Form":
            continue
        operators = [
            operator.decode("latin-1") for _, operator in ContentStream(form, None).operations
        ]
        content.operators.update(operators)
        strange = sorted(_NOT_IN_FORMS & set(operators))
        if strange:
            content.errors.append(f"page {content.number}: {strange} in form {name}")


def _fonts(page: PageObject, content: PageContent) -> dict[str, dict[int, str]]:
    """Check each font of the page and read its way from codes to characters."""
    resources: Any = page["/Resources"]
    fonts = resources.get("/Font")
    entries = fonts.get_object() if fonts else {}
    return {name: _characters(font.get_object(), content) for name, font in entries.items()}


def _characters(font: Any, content: PageContent) -> dict[int, str]:
    name = font["/BaseFont"]
    descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    if "/FontFile2" not in descriptor:
        content.errors.append(f"page {content.number}: font {name} is not embedded")
    if not _SUBSET_NAME.fullmatch(name):
        content.errors.append(f"page {content.number}: font {name} is not a named subset")
    entries = _ENTRY.findall(font["/ToUnicode"].get_data())
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in entries
    }


class _Reader:
    """Follows the marks and the text state of one stream."""

    def __init__(self, content: PageContent, fonts: dict[str, dict[int, str]]) -> None:
        self._content = content
        self._fonts = fonts
        # Open marks: content id or None for others, and whether they began inside a text object.
        self._marks: list[tuple[str, int | None, bool]] = []
        self._in_text = False
        self._font: list[dict[int, str]] = [{}]
        self._height = 0.0

    def obey(self, operator: str, operands: Any) -> None:
        self._content.operators[operator] += 1
        match operator:
            case "BDC" | "BMC":
                self._open(str(operands[0]), operands[1] if operator == "BDC" else {})
            case "EMC":
                self._close()
            case "BT" | "ET":
                self._in_text = operator == "BT"
            case "Td" | "Tm":
                self._height = float(operands[-1])
            case "Tf":
                self._font[-1] = self._fonts[operands[0]]
            case "q":
                self._font.append(self._font[-1])
            case "Q":
                self._font.pop()
        if operator in _PAINTING:
            self._paint(operator, operands)

    def close(self) -> None:
        if self._marks:
            self._fault("marked content is not closed")

    def _fault(self, message: str) -> None:
        self._content.errors.append(f"page {self._content.number}: {message}")

    def _open(self, tag: str, properties: Any) -> None:
        mcid = properties.get("/MCID")
        if self._marks:
            self._fault(f"{tag} opens inside {self._marks[-1][0]}")
        if mcid is not None:
            if mcid in self._content.marked:
                self._fault(f"content id {mcid} is used twice")
            self._content.marked[mcid] = Marked(tag)
        elif tag != "/Artifact":
            self._fault(f"{tag} has neither an id nor is it an artifact")
        self._marks.append((tag, mcid, self._in_text))

    def _close(self) -> None:
        if not self._marks:
            self._fault("EMC closes nothing")
        elif self._marks.pop()[2] != self._in_text:
            self._fault("marked content crosses a text object")

    def _paint(self, operator: str, operands: Any) -> None:
        if not self._marks:
            self._fault(f"{operator} paints outside marked content")
            return
        if operator not in ("TJ", "Tj"):
            return
        shown = self._shown(operands[0] if operator == "TJ" else operands)
        mcid = self._marks[-1][1]
        if mcid is not None:
            self._append(self._content.marked[mcid], shown)

    def _append(self, marked: Marked, shown: str) -> None:
        """Add text to a piece of content; a new line must not glue two words (figures have Alt)."""
        parted = not marked.text or marked.text.endswith(_LINE_ENDS) or shown.startswith(" ")
        if marked.height != self._height and not parted and marked.tag != "/Figure":
            self._fault(f"« {marked.text[-20:]} » and « {shown[:20]} » are glued")
        marked.text += shown
        marked.height = self._height

    def _shown(self, parts: Any) -> str:
        return "".join(self._decoded(part) for part in parts if hasattr(part, "original_bytes"))

    def _decoded(self, string: Any) -> str:
        raw = string.original_bytes
        codes = [int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)]
        missing = [code for code in codes if not self._font[-1].get(code)]
        if missing:
            self._fault(f"codes {missing} stand for no character")
        return "".join(self._font[-1].get(code, "") for code in codes)
