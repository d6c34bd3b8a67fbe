"""Files are put in place whole or not at all, at once or beside what their maker does next."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from aula_reports.whole_files import PlacingBeside, replace_file


def test_a_file_is_made_of_its_parts(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.pdf"
    replace_file(path, (b"un ", memoryview(b"deux trois")[:4]))
    assert path.read_bytes() == b"un deux"
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_cannot_be_made_leaves_the_one_that_was(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"avant")

    def parts() -> object:
        yield b"moit"
        raise OSError(errno.ENOSPC, "plus de place")

    with pytest.raises(OSError, match="plus de place"):
        replace_file(path, parts())  # type: ignore[arg-type]
    assert path.read_bytes() == b"avant"
    assert list(tmp_path.iterdir()) == [path]


def test_the_next_file_is_made_while_one_is_placed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow disk holds up nobody but who leaves."""
    goes_on, sync = threading.Event(), os.fsync

    def slow(handle: int) -> None:
        assert goes_on.wait(timeout=20)
        sync(handle)

    monkeypatch.setattr(os, "fsync", slow)
    told: list[str] = []
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    with PlacingBeside(lambda path: told.append(path.name)) as placing:
        placing(first, (b"a",))
        assert told == []
        goes_on.set()
        placing(second, (b"b",))
        assert told == ["a.pdf"]
    assert told == ["a.pdf", "b.pdf"]
    assert (first.read_bytes(), second.read_bytes()) == (b"a", b"b")


@pytest.mark.parametrize("follows", [True, False])
def test_what_fails_beside_is_told(tmp_path: Path, follows: bool) -> None:
    (tmp_path / "dossier").write_text("un fichier")

    def place() -> None:
        with PlacingBeside(lambda path: None) as placing:
            placing(tmp_path / "dossier" / "a.pdf", (b"a",))
            if follows:
                placing(tmp_path / "b.pdf", (b"b",))

    with pytest.raises(FileExistsError):
        place()
    assert not (tmp_path / "b.pdf").exists()


def test_what_fails_first_is_what_is_told(tmp_path: Path) -> None:
    (tmp_path / "dossier").write_text("un fichier")

    def place() -> None:
        with PlacingBeside(lambda path: None) as placing:
            placing(tmp_path / "dossier" / "a.pdf", (b"a",))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        place()
