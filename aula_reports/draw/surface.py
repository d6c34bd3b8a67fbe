"""What a page is drawn on: a few verbs, in points from the lower left corner of the trim.

Two surfaces keep this protocol: the PDF's (in `write/`) and the recording below, which writes
one verb a line and is the backbone of the tests.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from aula_reports.geometry import Path, Rect
from aula_reports.typeset.pages import ImageThing, LinkThing, MarkThing, Page, Pen
from aula_reports.typeset.runs import LineSpan


class Painter(Protocol):
    """Takes paths."""

    def fill(self, path: Path, ink: str, *, even_odd: bool = False) -> None: ...

    def stroke(self, path: Path, pen: Pen) -> None: ...

    def clip(self, path: Path) -> None:
        """Bound what follows to a path, until `unclip`."""

    def unclip(self) -> None: ...


# Draws a sign inside its square.
Drawing = Callable[[MarkThing, Painter], None]


class Surface(Painter, Protocol):
    """Takes drawing verbs, page after page, each inside `begin` … `end`."""

    def begin_page(self, page: Page) -> None: ...

    def end_page(self) -> None: ...

    def begin(self, node: int | None) -> None:
        """Open content that belongs to a node of the structure tree, or an artifact (None)."""

    def end(self) -> None: ...

    def empty(self, node: int) -> None:
        """Note a node that has no content of its own."""

    def text(self, x: float, y: float, span: LineSpan, angle: float) -> None:
        """Show a span whose line starts at (x, y), turned anticlockwise by `angle` degrees."""

    def sign(self, mark: MarkThing, drawing: Drawing) -> None:
        """Draw a sign; one of the same kind, size and ink always has the same drawing."""

    def image(self, image: ImageThing) -> None: ...

    def link(self, link: LinkThing) -> None:
        """Make a zone of the page live; the node is a Link that has been drawn."""


def _numbers(*values: float) -> str:
    return " ".join(f"{value:.2f}" for value in values)


def _path(path: Path) -> str:
    return " ".join(" ".join((segment[0], *(f"{n:.2f}" for n in segment[1:]))) for segment in path)


def _rect(rect: Rect) -> str:
    return _numbers(rect.x, rect.y, rect.width, rect.height)


class Recording:
    """A surface that writes what it is asked, one verb a line, readable in a diff."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def begin_page(self, page: Page) -> None:
        self.lines.append(f"page {page.number} {page.master} «{page.folio}»")

    def end_page(self) -> None:
        self.lines.append("end page")

    def begin(self, node: int | None) -> None:
        self.lines.append("artifact" if node is None else f"tag {node}")

    def end(self) -> None:
        self.lines.append("end")

    def empty(self, node: int) -> None:
        self.lines.append(f"empty {node}")

    def text(self, x: float, y: float, span: LineSpan, angle: float) -> None:
        turned = f" turned {angle:g}" if angle else ""
        place = _numbers(x + span.x, y + span.rise) if not angle else _numbers(x, y)
        self.lines.append(
            f"text {place} {span.face} {span.size:.2f} {span.ink}{turned} «{span.text}»"
        )

    def sign(self, mark: MarkThing, drawing: Drawing) -> None:
        drawing(mark, self)

    def fill(self, path: Path, ink: str, *, even_odd: bool = False) -> None:
        self.lines.append(f"fill {ink} {_path(path)}{' even-odd' if even_odd else ''}")

    def stroke(self, path: Path, pen: Pen) -> None:
        self.lines.append(f"stroke {pen.ink} {pen.width:.2f} {_path(path)}")

    def clip(self, path: Path) -> None:
        self.lines.append(f"clip {_path(path)}")

    def unclip(self) -> None:
        self.lines.append("unclip")

    def image(self, image: ImageThing) -> None:
        self.lines.append(f"image {image.file} {_rect(image.box)} in {_rect(image.clip)}")

    def link(self, link: LinkThing) -> None:
        self.lines.append(f"link {_rect(link.rect)} {link.target}")

    @property
    def trace(self) -> str:
        return "\n".join(self.lines) + "\n"
