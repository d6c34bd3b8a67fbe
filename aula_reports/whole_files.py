"""Files put in place whole or not at all: an existing one survives any failure."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Thread
from types import TracebackType

Parts = Iterable[bytes | memoryview]
Placing = Callable[[Path, Parts], None]


def replace_file(path: Path, parts: Parts) -> None:
    """Put a file in place whole or not at all; its folder is made where it lacks."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(parts)
            stream.flush()
            os.fsync(stream.fileno())
        aside.chmod(0o644)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


class PlacingBeside:
    """Puts files in place while the next one is being made: a disk takes its time to be sure.

    `told` hears of each that is there. Leaving waits for the last one; what fails is raised where
    the next file is handed over, or on leaving.
    """

    def __init__(self, told: Callable[[Path], None]) -> None:
        self._told = told
        self._thread: Thread | None = None
        self._failure: BaseException | None = None

    def __enter__(self) -> Placing:
        return self._put

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._wait()
        if self._failure and not error:
            raise self._failure

    def _put(self, path: Path, parts: Parts) -> None:
        self._wait()
        if self._failure:
            raise self._failure
        self._thread = Thread(target=self._place, args=(path, parts))
        self._thread.start()

    def _place(self, path: Path, parts: Parts) -> None:
        try:
            replace_file(path, parts)
            self._told(path)
        except BaseException as failure:  # It is the other thread's to tell.
            self._failure = failure

    def _wait(self) -> None:
        if self._thread:
            self._thread.join()
            self._thread = None
