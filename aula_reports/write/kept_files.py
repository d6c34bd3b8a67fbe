"""Files of a cache: written aside, then moved, so that nobody reads half of one."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

# Sentences of a book that is not published yet are nobody else's to read.
_OWN = 0o700


def keep_file(folder: Path, name: str, content: bytes) -> None:
    """Put a file into a folder, made where it lacks; a cache that cannot be written is no error."""
    aside = None
    try:
        folder.mkdir(mode=_OWN, parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=folder, prefix=f".{name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(aside).replace(folder / name)
    except OSError:
        if aside:
            with suppress(OSError):
                Path(aside).unlink()
