"""veraPDF's verdict on the files for screens: a book by hand, and one that has too much of all."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from aula_reports.compose.data_files import DataFile
from aula_reports.write.colour import Profile
from aula_reports.write.pdf import Supplies, write_file
from tests.judges import needs_verapdf, verdicts
from tests.torture import tortured
from tests.write.sample_book import sample_book

FLAVOURS: dict[Profile, tuple[str, ...]] = {
    "web": ("ua1", "2a"),
    "archive": ("4f", "ua2", "wt1a", "wt1r"),
}
CARRIED = DataFile("programme.json", "application/json", "Le programme", b"{}", is_source=True)
JUDGED = [(profile, flavour) for profile, flavours in FLAVOURS.items() for flavour in flavours]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[Profile, list[Path]]:
    folder = tmp_path_factory.mktemp("judged")
    files: dict[Profile, list[Path]] = {}
    for profile in FLAVOURS:
        for name, publication in tortured().items():
            files.setdefault(profile, []).append(folder / f"{name}-{profile}.pdf")
            publication.save(files[profile][-1], profile=profile)
    return files


@needs_verapdf
@pytest.mark.project
@pytest.mark.parametrize("asked", JUDGED)
def test_verapdf_finds_no_failed_check(
    asked: tuple[Profile, str],
    judged: dict[Profile, list[Path]],
    supplies: Supplies,
    picture: Path,
    mask: Path,
    tmp_path: Path,
) -> None:
    profile, flavour = asked
    by_hand = tmp_path / "by-hand.pdf"
    carrying = replace(supplies, attached=(CARRIED,) if profile == "archive" else ())
    by_hand.write_bytes(write_file(sample_book(picture, mask), carrying, profile).content)
    for verdict in verdicts(flavour, by_hand, *judged[profile]):
        assert verdict.broken == ()
        assert verdict.passed > 1000
