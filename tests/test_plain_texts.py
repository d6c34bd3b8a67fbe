"""The command that composes any text, from the shell's side."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import aula_reports
from aula_reports.commands.sources import USAGES
from aula_reports.console import FAILED, MISUSED
from aula_reports.french.profiles import PROFILES

TYPED = 'Au XXe siècle, Mme Blanc dit: "12% du CO2?"\n\nL\'an 2ème'
COMPOSED = (
    "Au XXe\u00a0siècle, Mme\u00a0Blanc dit\u00a0: «\u00a012\u00a0% du CO2\u202f?\u00a0»\n\nL’an 2e"
)
MARKED = (
    "Au sc{xx}^{e}\u00a0siècle, M^{me}\u00a0Blanc dit\u00a0: "
    "«\u00a012\u00a0% du CO_{2}\u202f?\u00a0»\n\nL’an 2^{e}"
)


def shell(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "aula_reports", "texte", *words]
    return subprocess.run(command, input=given, capture_output=True, check=False)


def test_lines_are_paragraphs_in_and_out() -> None:
    assert shell(given=TYPED.encode()).stdout.decode() == COMPOSED
    assert shell("-", "--marques", given=TYPED.encode()).stdout.decode() == MARKED


def test_a_file_may_have_a_bom_and_windows_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "lettre.txt"
    file.write_bytes(b"\xef\xbb\xbf" + TYPED.replace("\n", "\r\n").encode())
    assert shell(str(file)).stdout.decode() == COMPOSED


def test_what_cannot_be_read_is_told_in_french(tmp_path: Path) -> None:
    absent = shell(str(tmp_path / "rien.txt"))
    assert absent.returncode == MISUSED
    assert "FICHIER : le fichier" in absent.stderr.decode()
    broken = tmp_path / "brut.txt"
    broken.write_bytes("Évident".encode("utf-16"))
    refused = shell(str(broken))
    assert refused.returncode == FAILED
    assert str(broken) in refused.stderr.decode()


def test_usages_go_by_their_names() -> None:
    assert tuple(PROFILES) == USAGES
    assert shell("--profil", "oqlf", given=b"Quoi ?").stdout.decode() == "Quoi?"
    assert aula_reports.compose_text("Quoi ?", profile="aucun") == "Quoi ?"
    with pytest.raises(ValueError, match="usage inconnu : « ici »"):
        aula_reports.compose_text("Quoi ?", profile="ici")
