"""Texts kept between builds: the same book with them as without, and none of another day."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import msgspec
import pytest

from aula_reports import build, load_programme, resources
from aula_reports.compose import composition as composing
from aula_reports.diagnostics import ContentOverflow
from aula_reports.keeping import Keeper
from aula_reports.pipeline import Publication
from aula_reports.typeset import liang
from aula_reports.typeset.paragraph import Setter
from aula_reports.write import text_cache
from aula_reports.write.kept_entries import users_entries

ROOT = Path(__file__).parents[2]
BOOKS = [path.parent for path in sorted((ROOT / "examples").glob("*/programme.yaml"))]


def entries(cache_home: Path) -> dict[str, bytes]:
    folder = cache_home / "aula-reports" / "texts"
    return {path.name.rpartition("-")[2]: path.read_bytes() for path in folder.iterdir()}


def built(folder: Path, *, use_cache: bool = True, **wishes: str) -> Publication:
    return build(load_programme(folder / "programme.yaml"), use_cache=use_cache, **wishes)  # type: ignore[arg-type]


def forbid_making(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a text that is kept was made again")

    for name in ("_lines_of", "_so_many_of", "_line"):
        monkeypatch.setattr(Setter, name, refuse)
    monkeypatch.setattr(composing, "_compose", refuse)


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_cache, "users_entries", users_entries)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Make a booklet of a few pages, with notes, a list and an emphasis."""
    folder = tmp_path / "livret"
    folder.mkdir()
    (folder / "programme.yaml").write_text(
        """\
document:
  titre: [Programme partenarial]
  titre_courant: Programme partenarial
  titre_court: PPA 2031
  annee: 2031
agence: {nom: Agence des confins, sigle: ADC}
pages_libres:
  - titre: Un mot
    texte: |
      L'agence *prépare* 12 études[^1] au XIXe étage : tout y est, des premiers relevés jusqu'aux
      conclusions que ses membres attendent chaque printemps pour fixer leurs priorités communes.

      - une liste ;
      - deux lignes.

      [^1]: Une note.
axes:
  - numero: 1
    titre: Connaître
    introduction: Un premier axe.
""",
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize("folder", BOOKS, ids=lambda folder: folder.name)
def test_a_book_of_kept_texts_is_the_same_book(
    folder: Path, cache_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew = built(folder, use_cache=False)
    assert not (cache_home / "aula-reports").exists()
    first = built(folder)
    kept = entries(cache_home)
    forbid_making(monkeypatch)
    second = built(folder)
    assert entries(cache_home) == kept
    assert _said(first) == _said(second) == _said(anew)


def test_only_what_changed_is_made_again(small: Path, cache_home: Path) -> None:
    built(small)
    before = entries(cache_home)
    source = small / "programme.yaml"
    source.write_text(source.read_text().replace("deux lignes", "trois lignes"))
    changed = built(small)
    assert _said(changed) == _said(built(small, use_cache=False))
    after = entries(cache_home)
    assert before.keys() == after.keys() == {"composed", "lines"}
    assert all(before[kind] != after[kind] for kind in before)
    assert b"trois lignes" in after["composed"]
    assert b"deux lignes" not in after["composed"]


def test_another_usage_asks_for_nothing_of_the_first(small: Path, tmp_path: Path) -> None:
    ours = tmp_path / "maquette"
    ours.mkdir()
    (ours / "layout.yaml").write_text("base: ppa\nnom: ppa\n")
    first = built(small, layout=str(ours))
    (ours / "layout.yaml").write_text("base: ppa\nnom: ppa\ntypographie: {usage: ue}\n")
    other = built(small, layout=str(ours))
    assert _said(other) == _said(built(small, layout=str(ours), use_cache=False))
    assert "étage:".encode() in _said(other)
    assert "étage:".encode() not in _said(first)


@pytest.mark.parametrize(
    "wish", ["justification: {espace_max: 1.2, approche: 0}", "styles: {body: {corps: 9.2}}"]
)
def test_another_style_asks_for_nothing_of_the_first(
    wish: str, small: Path, tmp_path: Path
) -> None:
    ours = tmp_path / "maquette"
    ours.mkdir()
    (ours / "layout.yaml").write_text("base: ppa\nnom: ppa\n")
    first = built(small, layout=str(ours))
    (ours / "layout.yaml").write_text(f"base: ppa\nnom: ppa\n{wish}\n")
    other = built(small, layout=str(ours))
    assert _said(other) != _said(first)
    assert _said(other) == _said(built(small, layout=str(ours), use_cache=False))


@pytest.mark.parametrize("what", ["program", "font", "dictionary"])
def test_another_program_font_or_dictionary_finds_nothing(
    what: str, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(small)
    if what == "program":
        other = (*resources.program_marks(), ("une ligne de plus", 1, 1))
        monkeypatch.setattr(text_cache, "_LOADED", other)
    elif what == "dictionary":
        dictionary = tmp_path / "hyph_fr.dic"
        shutil.copy(liang._dictionary(), dictionary)
        monkeypatch.setattr(liang, "_dictionary", lambda: dictionary)
    else:
        fonts = tmp_path / "fonts"
        shutil.copytree(ROOT / "fonts", fonts)
        for file in fonts.rglob("*.ttf"):
            os.utime(file, ns=(1, 1))
        monkeypatch.setattr(resources, "FONTS", fonts)
    found: list[int] = []

    class Seen(Keeper):  # type: ignore[type-arg]
        def __init__(self, known: dict[bytes, object]) -> None:
            found.append(len(known))
            super().__init__(known)

    monkeypatch.setattr(text_cache, "Keeper", Seen)
    built(small)
    composed, lines = found
    assert lines == 0
    assert (composed > 0) is (what != "program")


def test_a_font_that_nobody_asks_for_need_not_be_there(small: Path, tmp_path: Path) -> None:
    ours = tmp_path / "maquette"
    ours.mkdir()
    (ours / "layout.yaml").write_text("base: ppa\nnom: ppa\nfontes: {absente: nulle-part.ttf}\n")
    assert built(small, layout=str(ours)).page_count == built(small).page_count


def test_a_program_that_changes_while_it_runs_keeps_nothing(
    small: Path, tmp_path: Path, cache_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What this process makes is its own; what its files say now is another program's."""
    program = tmp_path / "aula_reports"
    shutil.copytree(ROOT / "aula_reports", program, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(resources, "_PACKAGE", program)
    monkeypatch.setattr(text_cache, "_LOADED", resources.program_marks())
    built(small)
    kept = entries(cache_home)
    with (program / "typeset" / "words.py").open("a") as file:
        file.write("# Un mot de plus.\n")
    source = small / "programme.yaml"
    source.write_text(source.read_text().replace("deux lignes", "trois lignes"))
    assert _said(built(small)) == _said(built(small, use_cache=False))
    assert entries(cache_home) == kept


def test_a_program_whose_files_cannot_be_told_keeps_nothing(
    small: Path, cache_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "archive.zip")
    monkeypatch.setattr(text_cache, "_LOADED", text_cache._program_marks())
    built(small)
    assert not (cache_home / "aula-reports" / "texts").exists()


def test_the_lock_of_an_editor_is_no_file_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "one.py").touch()
    (tmp_path / "room" / ".#one.py").symlink_to("nobody@nowhere:1")
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    ((path, *_),) = resources.program_marks()
    assert path == str(tmp_path / "room" / "one.py")


def test_an_entry_grows_with_its_book_alone(small: Path, cache_home: Path) -> None:
    source = small / "programme.yaml"
    text = source.read_text()
    built(small)
    kept = entries(cache_home)
    for word in ("trois", "quatre", "deux"):
        source.write_text(text.replace("deux lignes", f"{word} lignes"))
        built(small)
    again = entries(cache_home)
    assert {kind: len(content) for kind, content in again.items()} == {
        kind: len(content) for kind, content in kept.items()
    }


def test_far_fewer_texts_are_kept_anew() -> None:
    """A text that goes takes others with it only where much of the book has gone."""
    known = {bytes([number]): number for number in range(20)}
    keys = {number: key for key, number in known.items()}
    for asked, expected in ((20, False), (18, False), (17, True), (0, True)):
        keeper = Keeper(known)
        keeper._asked.update({keys[number]: number for number in range(asked)})
        assert keeper.has_changed is expected


def test_texts_are_for_nobody_else_to_read(small: Path, cache_home: Path) -> None:
    built(small)
    assert (cache_home / "aula-reports" / "texts").stat().st_mode & 0o077 == 0


def test_a_damaged_entry_is_made_anew(small: Path, cache_home: Path) -> None:
    first = built(small)
    folder = cache_home / "aula-reports" / "texts"
    kept = entries(cache_home)
    for path in folder.iterdir():
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 0xFF
        path.write_bytes(content)
    assert _said(built(small)) == _said(first)
    assert entries(cache_home) == kept


def test_a_build_that_fails_leaves_what_was_kept(small: Path, cache_home: Path) -> None:
    built(small)
    kept = entries(cache_home)["lines"]
    source = small / "programme.yaml"
    text = source.read_text()
    source.write_text(text.replace("titre: Connaître", f"titre: {'Connaître et prévoir ' * 90}"))
    with pytest.raises(ContentOverflow):
        built(small)
    assert entries(cache_home)["lines"] == kept


def test_books_of_long_ago_are_forgotten(
    small: Path, tmp_path: Path, cache_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_cache, "MOST_ENTRIES", 4)
    for year in range(5):
        other = tmp_path / f"livret-{year}"
        shutil.copytree(small, other)
        built(other)
        built(small)  # As it was, and of use every day.
    folder = cache_home / "aula-reports" / "texts"
    names = {path.name for path in folder.iterdir()}
    assert len(names) == 4
    monkeypatch.setattr(text_cache, "MOST_ENTRIES", 40)
    built(small)
    assert {path.name for path in folder.iterdir()} == names


def _said(book: Publication) -> bytes:
    """Say a book by all that its files are made of but pictures, which take seconds to prepare."""
    return msgspec.json.encode(book.book)
