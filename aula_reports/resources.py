"""Where layouts, fonts and ICC profiles are: in the package's `_data/`, or in the checkout."""

from __future__ import annotations

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
