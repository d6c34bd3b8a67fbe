"""QR codes: their modules from segno, drawn as one path in the ink of their thing.

Error correction M; the version is the smallest that holds the address. Dark modules that touch
in a row are one rectangle, so that no viewer shows a hair between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain

from aula_reports.draw.surface import Surface
from aula_reports.geometry import Path, box
from aula_reports.typeset.pages import QrThing

# Rows of a code from top to bottom, a character a module: "1" is dark.
Modules = tuple[str, ...]
Coder = Callable[[str], Modules]

_DARK = re.compile("1+")


def qr_modules(address: str) -> Modules:
    """Encode an address; raises ValueError where no QR code holds it (more than 2 331 bytes)."""
    import segno  # late: a third of a booklet's start

    code = segno.make(address, error="m", micro=False)
    return tuple("".join("1" if module else "0" for module in row) for row in code.matrix)


def draw_qr(code: QrThing, surface: Surface, coder: Coder) -> None:
    """Draw the dark modules; the white ones are the paper's."""
    modules = coder(code.address)
    surface.fill(_path(code, modules), code.ink)


def _path(code: QrThing, modules: Modules) -> Path:
    side = code.size / len(modules)
    tops = [code.y + code.size - row * side for row in range(len(modules) + 1)]
    rows = zip(modules, tops[1:], tops, strict=False)
    boxes = [
        box(code.x + run.start() * side, foot, code.x + run.end() * side, top)
        for row, foot, top in rows
        for run in _DARK.finditer(row)
    ]
    return tuple(chain.from_iterable(boxes))
