from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from aula_reports.typeset.pages import Book
from aula_reports.write.colour import Profile
from aula_reports.write.pdf import Supplies, write_file
from tests.write.sample_book import FACES, INKS, sample_book

Write = Callable[[Book, Profile], bytes]


@pytest.fixture(autouse=True)
def cache_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the user's own cache out of the tests."""
    home = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def supplies() -> Supplies:
    return Supplies(FACES, INKS)


@pytest.fixture(scope="session")
def files(supplies: Supplies) -> dict[Profile, bytes]:
    """Write the sample book, without pictures, in every profile."""
    book = sample_book()
    profiles: tuple[Profile, ...] = ("web", "print", "archive")
    return {profile: write_file(book, supplies, profile).content for profile in profiles}


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Make a picture of 600 × 400 pixels: black, deep blue and white, where ink limits bite."""
    path = tmp_path / "plate.png"
    image = Image.new("RGB", (600, 400), "black")
    image.paste((2, 8, 40), (200, 0, 400, 400))
    image.paste("white", (400, 0, 600, 400))
    image.save(path)
    return path


@pytest.fixture
def mask(tmp_path: Path) -> Path:
    path = tmp_path / "mask.png"
    Image.linear_gradient("L").resize((600, 400)).save(path)
    return path
