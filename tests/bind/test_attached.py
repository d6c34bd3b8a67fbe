"""What an archive's file carries comes out as it went in, and builds the same book again."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pikepdf
import pytest

from aula_reports import SourceError, build, load_programme
from aula_reports.bind import attached
from aula_reports.bind.attached import attached_files, extract
from aula_reports.compose.data_files import data_files, programme_json
from aula_reports.model.programme import Action
from tests.booklet.test_from_python import _programme

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "livret.pdf"
    actions = (Action(number=1, title="Observer"), Action(number=2, title="Dire « oui », ou non"))
    build(_programme(*actions)).save(path, profile="archive")
    return path


def pdf_with(path: Path, **files: bytes) -> Path:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for name, content in files.items():
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)
        pdf.save(path)
    return path


def test_the_same_book_is_built_from_what_a_file_carries(archive: Path, tmp_path: Path) -> None:
    files = {file.name: file for file in extract(archive, tmp_path / "donnees")}
    again = build(load_programme(files["programme.json"]))
    assert again.to_bytes(profile="archive") == archive.read_bytes()


def test_tables_have_one_header_row(archive: Path) -> None:
    tables = {file.name: file.content for file in attached_files(archive)}
    head, *rows = csv.reader(io.StringIO(tables["actions.csv"].decode(), newline=""))
    assert [dict(zip(head, row, strict=True))["titre"] for row in rows] == [
        "Observer",
        "Dire « oui », ou non",
    ]
    assert "fiches.csv" not in tables


RISKY = ("=1+1", "+SOMME(A1)", "-SOMME(A1)", "@SOMME(A1)", "'=1+1", "''-x", "+33 3 21")
PLAIN = ("-12", "+3,5", "-0.5", "1 = 1", "'ici'", "Observer")


def test_no_cell_is_a_formula_and_each_says_what_it_said(tmp_path: Path) -> None:
    said = [*RISKY, *PLAIN]
    programme = _programme(*(Action(number=n, title=title) for n, title in enumerate(said, 1)))
    path = tmp_path / "livret.pdf"
    build(programme).save(path, profile="archive")
    files = {file.name: file for file in extract(path, tmp_path)}
    rows = csv.DictReader(io.StringIO(files["actions.csv"].read_bytes().decode(), newline=""))
    cells = [row["titre"] for row in rows]
    assert cells == [*(f"'{text}" for text in RISKY), *PLAIN]
    assert [re.sub(r"^'(?='*[=+\-@\t\r\n])", "", cell) for cell in cells] == said
    again = load_programme(files["programme.json"])
    assert [action.title for action in again.actions] == said


@pytest.mark.parametrize("example", ["ppa-2021", "rapport-2025"])
def test_a_programme_survives_its_json(example: str, tmp_path: Path) -> None:
    programme = load_programme(EXAMPLES / example / "programme.yaml")
    file = tmp_path / "programme.json"
    file.write_bytes(programme_json(programme))
    said = programme.model_dump()
    assert json.loads(file.read_text(encoding="utf-8"))["schema"] == programme.schema_version
    assert type(programme).model_validate_json(file.read_bytes()).model_dump() == said


def test_each_shared_time_is_counted_once() -> None:
    programme = load_programme(EXAMPLES / "rapport-2025" / "programme.yaml")
    (table,) = [file for file in data_files(programme) if file.name == "fiches.csv"]
    rows = list(csv.DictReader(io.StringIO(table.content.decode(), newline="")))
    days = [sheet.days for axis in programme.axes for sheet in axis.sheets if sheet.days]
    assert sum(float(row["jours"]) for row in rows if row["jours"]) == sum(days)


def test_another_file_is_never_replaced(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "programme.json").write_text("à moi")
    with pytest.raises(SourceError, match="un autre fichier est déjà là"):
        extract(archive, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["programme.json"]
    (tmp_path / "programme.json").unlink()
    assert extract(archive, tmp_path) == extract(archive, tmp_path)


def test_names_stay_in_their_folder(tmp_path: Path) -> None:
    file = pdf_with(tmp_path / "a.pdf", **{"../../évadé;.txt": b"oui"})
    assert [one.name for one in attached_files(file)] == ["évadé_.txt"]


def test_what_is_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = pdf_with(tmp_path / "a.pdf", un=b"x" * 60, deux=b"y" * 60)
    assert len(attached_files(file)) == 2
    monkeypatch.setattr(attached, "MOST_BYTES", 100)
    with pytest.raises(SourceError, match="les fichiers joints dépassent"):
        attached_files(file)


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"%PDF-1.7\nrien", "pas un PDF lisible"), (b"", "pas un PDF lisible")],
)
def test_what_is_no_pdf_is_told(
    content: bytes, told: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(SourceError, match=told):
        extract(tmp_path / "a.pdf", tmp_path)
    assert capfd.readouterr().err == ""


def test_a_file_that_carries_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="--profile archive"):
        extract(pdf_with(tmp_path / "a.pdf"), tmp_path)


def test_a_stream_that_nobody_can_decode_is_told(tmp_path: Path) -> None:
    file = pdf_with(tmp_path / "a.pdf", un=b"x" * 60)
    content = file.read_bytes().replace(b"/FlateDecode", b"/FlateDecodX")
    file.write_bytes(content)
    with pikepdf.open(pdf_with(tmp_path / "b.pdf", un=b"x")) as pdf:
        stream = pdf.attachments["un"].obj.EF.F
        stream.write(b"x", filter=pikepdf.Name("/Foo"))
        pdf.save(tmp_path / "c.pdf")
    with pytest.raises(SourceError, match="pas un PDF lisible"):
        extract(tmp_path / "c.pdf", tmp_path)


def test_long_names_are_cut(tmp_path: Path) -> None:
    file = pdf_with(tmp_path / "a.pdf", **{"漢" * 120: b"oui"})
    (one,) = extract(file, tmp_path)
    assert one.read_bytes() == b"oui"
    assert len(one.name.encode()) <= 120


def test_figures_keep_all_their_digits() -> None:
    action = Action(number=1, title="Observer", days_planned=12345.67)
    (table,) = [one for one in data_files(_programme(action)) if one.name == "actions.csv"]
    assert ",12345.67," in table.content.decode()
