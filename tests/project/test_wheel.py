"""The wheel stands alone: installed outside the checkout, it builds an example."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.project


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the backend at hand, so that no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    code = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, folder], cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in a fresh environment that borrows our third parties, not our checkout."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=True)
    (packages,) = home.glob("lib/python*/site-packages")
    install = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    install += ["--python", str(home / "bin" / "python"), "install", "--no-deps", "--no-index"]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    _borrow(packages)
    return home / "bin" / "aula-reports"


def _borrow(packages: Path) -> None:
    """Link each installed distribution but ourselves (a path file would bring the checkout in)."""
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "aula_reports" in entry.name or entry.suffix == ".pth":
            continue
        if not (packages / entry.name).exists():
            (packages / entry.name).symlink_to(entry)


def _contents(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_carries_its_layouts_and_fonts(wheel: Path) -> None:
    names = _contents(wheel)
    assert "aula_reports/_data/layouts/ppa/layout.yaml" in names
    assert "aula_reports/_data/layouts/imprimeurs/couche.yaml" in names
    assert "aula_reports/_data/layouts/icc/FOGRA39L_coated.icc" in names
    for folder in (ROOT / "fonts").iterdir():
        assert f"aula_reports/_data/fonts/{folder.name}/OFL.txt" in names
    assert not {name.partition("/")[0] for name in names} - {
        "aula_reports",
        f"{'-'.join(wheel.name.split('-')[:2])}.dist-info",
    }


def test_the_installed_wheel_builds_an_example(command: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "ppa-2021", tmp_path / "ppa-2021")
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    told = subprocess.run(
        [command, "build", "ppa-2021/programme.yaml", "--summary"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert (tmp_path / "ppa-2021.pdf").read_bytes().startswith(b"%PDF-")
    assert told.stdout.startswith("ppa-2021.pdf")


def test_the_installed_package_is_the_wheels(command: Path, tmp_path: Path) -> None:
    code = "from aula_reports.resources import LAYOUTS; print(LAYOUTS)"
    told = subprocess.run(
        [command.with_name("python"), "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(told.stdout.strip()).is_relative_to(command.parents[1])
