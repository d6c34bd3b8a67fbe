"""Where layouts, fonts and ICC profiles are: in the package's `_data/`, or in the checkout."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).parent
_DATA = _PACKAGE / "_data"
_ROOT = _DATA if _DATA.is_dir() else _PACKAGE.parent

LAYOUTS = _ROOT / "layouts"
FONTS = _ROOT / "fonts"
ICC_PROFILES = LAYOUTS / "icc"
PRINTERS = LAYOUTS / "imprimeurs"


def layout_folder(name: str) -> Path:
    """Find a layout by name among ours, or by the path of a folder of the user's."""
    ours = LAYOUTS / name
    return ours if ours.is_dir() and "/" not in name else Path(name)


def printer_file(name: str) -> Path:
    """Find a printer's profile by name among ours, or by the path of a file of the user's."""
    ours = PRINTERS / f"{name}.yaml"
    return ours if ours.is_file() and "/" not in name else Path(name)


FileMark = tuple[str, int, int]


def file_mark(file: Path | os.DirEntry[str]) -> FileMark:
    """Tell a file from what it was before: its path, its size and when it was changed last."""
    state = file.stat()
    return os.fspath(file), state.st_size, state.st_mtime_ns


def program_marks() -> tuple[FileMark, ...]:
    """Mark every file of this program, its data aside; raises OSError."""
    return tuple(sorted(_marks_under(str(_PACKAGE))))


def _marks_under(folder: str) -> Iterator[FileMark]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py") and not entry.name.startswith("."):
                yield file_mark(entry)
            elif "." not in entry.name and not entry.name.startswith("_") and entry.is_dir():
                yield from _marks_under(entry.path)
