from __future__ import annotations

from pathlib import Path

import pytest

from aula_reports.read.files import SourceText, decoded, file_within, read_text
from aula_reports.read.places import Fault


@pytest.mark.parametrize(
    ("content", "text", "codes"),
    [
        (b"\xc3\xa9t\xc3\xa9", "été", []),
        (b"\xef\xbb\xbf\xc3\xa9", "é", []),
        (b"a\r\nb\rc\n", "a\nb\nc\n", []),
        (b"\xe9t\xe9 \x80 \x85", "été € …", ["E104"]),
        (b"a\x00b", "a b", ["E105"]),
        (b"", "", []),
    ],
)
def test_decoded(content: bytes, text: str, codes: list[str]) -> None:
    source = decoded(content, "p.yaml")
    assert isinstance(source, SourceText)
    assert source.text == text
    assert [finding.code for finding in source.findings] == codes


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("été".encode("utf-16"), "UTF-16"),
        ("abcdef".encode("utf-16-le"), "UTF-16"),
        ("été\n".encode() + b"\xe9", "ligne 2"),
        (b"\x81\xe9", "codage inconnu"),
    ],
)
def test_refused_encodings(content: bytes, message: str) -> None:
    fault = decoded(content, "p.yaml")
    assert isinstance(fault, Fault)
    assert fault.code == "E103"
    assert message in fault.message
    assert fault.remedy


def test_missing_file_names_a_neighbour(tmp_path: Path) -> None:
    (tmp_path / "preambule.md").touch()
    fault = read_text(tmp_path / "preambul.md")
    assert isinstance(fault, Fault)
    assert (fault.code, "preambule.md" in fault.remedy) == ("E101", True)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    fault = read_text(tmp_path)
    assert isinstance(fault, Fault)
    assert fault.code == "E101"


def test_a_heavy_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_bytes(b"a" * 11)
    fault = read_text(tmp_path / "p.yaml", limit=10)
    assert isinstance(fault, Fault)
    assert fault.code == "E102"


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "~/x.md",
        "C:\\x.md",
        "textes\\x.md",
        "../x.md",
        "textes/../../x.md",
        "sortie/x.md",
        "sortie.md",
        "boucle/x.md",
        "a\x00.md",
    ],
)
def test_no_name_leaves_the_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "programme"
    folder.mkdir()
    (tmp_path / "x.md").touch()
    (folder / "sortie").symlink_to(tmp_path)
    (folder / "sortie.md").symlink_to(tmp_path / "x.md")
    (folder / "boucle").symlink_to(folder / "boucle")
    fault = file_within(folder, name)
    assert isinstance(fault, Fault)
    assert fault.code == "E121"


@pytest.mark.parametrize("name", ["x.md", "textes/x.md", "textes/../x.md", "lien.md", "été.md"])
def test_names_within_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "lien.md").symlink_to(tmp_path / "x.md")
    assert file_within(tmp_path, name) == tmp_path / name


def test_a_folder_reached_through_a_link_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "vrai").mkdir()
    (tmp_path / "lien").symlink_to(tmp_path / "vrai")
    assert file_within(tmp_path / "lien", "x.md") == tmp_path / "lien" / "x.md"
