"""How numbers, strings and dates are spelt in a PDF file (ISO 32000-1, 7.3 and 7.9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import chain

from aula_reports.geometry import Path, Rect

# A path's coordinates keep two decimals, 3.5 µm, untrimmed: a map has thousands of them.
_SEGMENTS = {
    "M": "%.2f %.2f m",
    "L": "%.2f %.2f l",
    "C": "%.2f %.2f %.2f %.2f %.2f %.2f c",
    "Z": "h",
}


def number(value: float) -> str:
    """Write a number with at most three decimals: a thousandth of a point is 0.35 µm."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(values: Iterable[float]) -> str:
    return " ".join(map(number, values))


def corners(rect: Rect) -> str:
    """Write a rectangle as the array of its lower left and upper right corners (7.9.5)."""
    return f"[{numbers((rect.x, rect.y, rect.right, rect.top))}]"


def path_operators(path: Path) -> str:
    """Write a path's construction operators (8.5.2)."""
    spelling = " ".join([_SEGMENTS[segment[0]] for segment in path])
    return spelling % tuple(chain.from_iterable([segment[1:] for segment in path]))


def name(text: str) -> str:
    """Write a name; what is no plain sign is said by its number (7.3.5)."""
    signs = (chr(b) if chr(b).isalnum() and b < 128 else f"#{b:02X}" for b in text.encode())
    return "/" + "".join(signs)


def text_string(text: str) -> str:
    """Write a text string: plain ASCII as it is, all else in UTF-16 with its mark (7.9.2.2)."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def byte_string(text: str) -> str:
    """Write an ASCII identifier or address as a byte string (a URI is no text string, 12.6.4.7)."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"({escaped})"


def date(moment: datetime) -> str:
    """Write a moment as a PDF date in universal time (7.9.4)."""
    return f"(D:{moment.astimezone(UTC):%Y%m%d%H%M%S}Z)"
