"""veraPDF's verdict on the files for screens. One jar, see the message of the skip."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from aula_reports.write.colour import Profile
from aula_reports.write.pdf import Supplies, write_file
from tests.write.sample_book import sample_book

JAR = Path(os.environ.get("VERAPDF_JAR", "/tmp/verapdf/cli-1.30.2.jar"))

JUDGED: list[tuple[Profile, str]] = [
    *(("web", flavour) for flavour in ("ua1", "2a")),
    *(("archive", flavour) for flavour in ("4", "ua2", "wt1a", "wt1r")),
]

_HOW = (
    "pas de veraPDF : mvn -q dependency:copy -Dartifact=org.verapdf.apps:cli:1.30.2 "
    f"-DoutputDirectory={JAR.parent}, ou VERAPDF_JAR=…"
)


@pytest.mark.project
@pytest.mark.skipif(not (shutil.which("java") and JAR.is_file()), reason=_HOW)
@pytest.mark.parametrize("asked", JUDGED)
def test_verapdf_finds_no_failed_check(
    asked: tuple[Profile, str],
    files: dict[Profile, bytes],
    supplies: Supplies,
    picture: Path,
    mask: Path,
    tmp_path: Path,
) -> None:
    profile, flavour = asked
    plain, illustrated = tmp_path / "plain.pdf", tmp_path / "illustrated.pdf"
    plain.write_bytes(files[profile])
    illustrated.write_bytes(write_file(sample_book(picture, mask), supplies, profile).content)
    command: list[str | Path] = [
        "java",
        "-jar",
        JAR,
        "-f",
        flavour,
        "--format",
        "json",
        plain,
        illustrated,
    ]
    verdict = subprocess.run(command, capture_output=True, check=False, text=True)
    jobs = json.loads(verdict.stdout)["report"]["jobs"]
    outcomes = [result for job in jobs for result in job["validationResult"]]
    assert [outcome["details"]["failedChecks"] for outcome in outcomes] == [0, 0]
