"""Judges that are not ours. Where one lacks, its tests are skipped and say how to get it; under CI
nothing is: a judge that lacks there is a failure.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec import Struct

_VERSION = "1.30.2"
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
_KEPT = _CACHE / "aula-reports" / "verapdf" / f"cli-{_VERSION}.jar"
_JAR = Path(os.environ.get("AULA_VERAPDF_JAR") or _KEPT)
_HOW = (
    "pas de veraPDF : mvn -q dependency:copy "
    f"-Dartifact=org.verapdf.apps:cli:{_VERSION} -DoutputDirectory={_JAR.parent}"
)
_IS_CI = bool(os.environ.get("CI"))


def needs(program: str, package: str) -> pytest.MarkDecorator:
    """Skip a test where a program lacks."""
    lacks = not shutil.which(program)
    return pytest.mark.skipif(lacks and not _IS_CI, reason=f"{program} : apt install {package}")


needs_poppler = needs("pdftotext", "poppler-utils")
needs_qpdf = needs("qpdf", "qpdf")
needs_ghostscript = needs("gs", "ghostscript")
needs_verapdf = pytest.mark.skipif(
    not (shutil.which("java") and _JAR.is_file()) and not _IS_CI, reason=_HOW
)


class Verdict(Struct, frozen=True):
    """What veraPDF says of one file: checks passed, rules broken."""

    passed: int
    broken: tuple[str, ...]


def verdicts(flavour: str, *files: Path) -> list[Verdict]:
    """Have veraPDF judge files by a flavour, in one start of Java."""
    command: list[str | Path] = ["java", "-jar", _JAR, "-f", flavour, "--format", "json", *files]
    told = subprocess.run(command, capture_output=True, check=False, text=True).stdout
    details = [
        result["details"]
        for job in json.loads(told)["report"]["jobs"]
        for result in job["validationResult"]
    ]
    assert len(details) == len(files), told
    return [Verdict(one["passedChecks"], tuple(_broken(one))) for one in details]


def _broken(details: dict[str, list[dict[str, str]]]) -> list[str]:
    return [
        f"{rule['clause']}-{rule['testNumber']} {rule['description']}"
        for rule in details.get("ruleSummaries", [])
        if rule["ruleStatus"] == "FAILED"
    ]
