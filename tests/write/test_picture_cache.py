"""Where prepared pictures are kept, and that losing them is no fault."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from aula_reports.write.picture_cache import PixelStream, users_cache

STREAMS = (PixelStream(1, 1, "/Filter/DCTDecode", b"pixel"),)


def test_it_is_where_the_user_wants_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache = users_cache()
    assert cache is not None
    cache.keep("clef", STREAMS)
    assert cache.read("clef") == STREAMS
    assert (tmp_path / "aula-reports" / "pictures" / "clef").is_file()


@pytest.mark.parametrize("named", ["", "relatif"])
@pytest.mark.parametrize(("system", "folder"), [("linux", ".cache"), ("darwin", "Library/Caches")])
def test_else_it_is_where_the_system_has_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, system: str, folder: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", system)
    cache = users_cache()
    assert cache is not None
    cache.keep("clef", STREAMS)
    assert (tmp_path / folder / "aula-reports" / "pictures" / "clef").is_file()


def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert users_cache() is None
