"""veraPDF's verdict on the files for screens; `.ci/run` has it judge whole books too."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from aula_reports.compose.data_files import DataFile
from aula_reports.write.colour import Profile
from aula_reports.write.pdf import Supplies, write_file
from tests.judges import needs_verapdf, verdicts
from tests.write.sample_book import sample_book

FLAVOURS: dict[Profile, tuple[str, ...]] = {
    "web": ("ua1", "2a"),
    "archive": ("4f", "ua2", "wt1a", "wt1r"),
}
CARRIED = DataFile("programme.json", "application/json", "Le programme", b"{}", is_source=True)
JUDGED = [(profile, flavour) for profile, flavours in FLAVOURS.items() for flavour in flavours]


@needs_verapdf
@pytest.mark.project
@pytest.mark.parametrize("asked", JUDGED)
def test_verapdf_finds_no_failed_check(
    asked: tuple[Profile, str],
    supplies: Supplies,
    picture: Path,
    mask: Path,
    tmp_path: Path,
) -> None:
    profile, flavour = asked
    by_hand = tmp_path / "by-hand.pdf"
    carrying = replace(supplies, attached=(CARRIED,) if profile == "archive" else ())
    by_hand.write_bytes(write_file(sample_book(picture, mask), carrying, profile).content)
    (verdict,) = verdicts(flavour, by_hand)
    assert verdict.broken == ()
    assert verdict.passed > 1000
