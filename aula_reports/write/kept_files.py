"""Files of a cache: written aside, then moved, so that nobody reads half of one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def keep_file(folder: Path, name: str, content: bytes) -> None:
    """Put a file into a folder, made where it lacks; a cache that cannot be written is no error."""
    aside = folder / f"{name}.{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(content)
        aside.replace(folder / name)
    except OSError:
        with suppress(OSError):
            aside.unlink()
