"""The command line against a pipeline made for the occasion, then once against the real one."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest

from aula_reports import cli, usage
from aula_reports.diagnostics import Finding, InvalidProgramme, Location, MissingGlyph, Severity
from aula_reports.gauge.measures import MEASURES
from aula_reports.gauge.readings import BookReading, read_book
from aula_reports.whole_files import Placing, replace_file
from tests.gauge.desk import GRID, book_of, column

ROOT = Path(__file__).parents[1]
ENGLISH = ("Usage:", "Options:", "Commands", "Show ", "Error", "Try ", "Missing", "No such", "Got ")

PLACE = Location("programme.yaml", 4, 7)
ERROR = Finding(
    Severity.ERROR, "E203", "« douze » n’est pas un nombre", PLACE, "jours", "écrire 12"
)
WARNING = Finding(Severity.WARNING, "W401", "4 939 annoncés, 4 940 comptés", PLACE)


@dataclass
class Timings:
    stages: list[tuple[str, float]] = field(default_factory=list)


@dataclass
class Publication:
    findings: tuple[Finding, ...] = ()
    page_count: int = 44
    mean_fill: float | None = 0.785
    page_choices: tuple[str, ...] = ()
    shown: str = ""

    def save(
        self,
        path: Path,
        *,
        profile: str = "web",
        use_cache: bool = True,
        placing: Placing = replace_file,
    ) -> None:
        placing(path, (f"{profile} {use_cache}{self.shown}".encode(),))

    def proof(self, *, grid: bool, spaces: bool) -> Publication:
        return replace(self, shown=f" grid {grid} spaces {spaces}")

    def show_worst(self, reading: BookReading) -> Publication:
        return replace(self, shown=f" worst of {len(reading.faults)}")

    def read_setting(self) -> BookReading:
        """Read a book of one paragraph: a widow on its second page."""
        return read_book(book_of(column(["un deux", "trois"]), column(["quatre"])), GRID)


@dataclass
class FakePipeline:
    publication: Publication = field(default_factory=Publication)
    findings: tuple[Finding, ...] = ()
    failure: BaseException | None = None
    asked: dict[str, Any] = field(default_factory=dict)

    def load_programme(self, path: Path) -> str:
        if self.failure:
            raise self.failure
        return f"programme of {path}"

    def build(self, programme: str, *, timings: Timings, **asked: Any) -> Publication:
        self.asked = {"programme": programme, **asked}
        timings.stages.append(("mise en pages", 0.25))
        return self.publication

    def check(self, path: Path, *, layout: str | None = None) -> tuple[Finding, ...]:
        self.checked_for = layout
        return self.findings


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    fake = FakePipeline()
    module = ModuleType("aula_reports.pipeline")
    names = ("load_programme", "build", "check")
    vars(module).update({name: getattr(fake, name) for name in names}, Timings=Timings)
    monkeypatch.setitem(sys.modules, "aula_reports.pipeline", module)
    return fake


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run each test in a folder of its own, beside a programme."""
    source = tmp_path / "mon-livret" / "programme.yaml"
    source.parent.mkdir()
    source.write_text("titre: essai\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_build_names_the_booklet_after_its_folder(pipeline: FakePipeline, folder: Path) -> None:
    assert cli.main(["build", "mon-livret/programme.yaml"]) == 0
    assert cli.main(["build", "mon-livret/programme.yaml", "--profile", "print"]) == 0
    assert (folder / "mon-livret.pdf").read_text() == "web True"
    assert (folder / "mon-livret-print.pdf").read_text() == "print True"


@pytest.mark.parametrize(
    "words", ["--profile all", "--profile archive --profile web --profile print"]
)
def test_one_layout_makes_several_files(pipeline: FakePipeline, folder: Path, words: str) -> None:
    assert cli.main(["build", "mon-livret/programme.yaml", *words.split()]) == 0
    assert cli.main(["build", "mon-livret/programme.yaml", *words.split(), "-o", "a.pdf"]) == 0
    for stem in ("mon-livret", "a"):
        for profile, suffix in (("web", ""), ("print", "-print"), ("archive", "-archive")):
            assert (folder / f"{stem}{suffix}.pdf").read_text() == f"{profile} True"


def test_build_passes_every_wish_on(pipeline: FakePipeline, folder: Path) -> None:
    words = "build mon-livret/programme.yaml --layout ppa --document ppa --no-cache -o a.pdf"
    assert cli.main(words.split()) == 0
    assert pipeline.asked == {
        "programme": "programme of mon-livret/programme.yaml",
        "document": "ppa",
        "layout": "ppa",
        "folder": Path("mon-livret"),
        "charter": None,
        "use_cache": False,
    }
    assert (folder / "a.pdf").read_text() == "web False"


@pytest.mark.parametrize(
    ("words", "name", "shown"),
    [
        ("--show-grid", "mon-livret-epreuve.pdf", "web True grid True spaces False"),
        (
            "--show-spaces --profile print",
            "mon-livret-print-epreuve.pdf",
            "print True grid False spaces True",
        ),
        ("--show-grid --show-spaces -o a.pdf", "a.pdf", "web True grid True spaces True"),
    ],
)
def test_a_proof_never_replaces_the_booklet(
    pipeline: FakePipeline, folder: Path, words: str, name: str, shown: str
) -> None:
    assert cli.main(["build", "mon-livret/programme.yaml", *words.split()]) == 0
    assert (folder / name).read_text() == shown
    assert not (folder / "mon-livret.pdf").exists()


def test_quality_prints_a_table(pipeline: FakePipeline, capsys: pytest.CaptureFixture[str]) -> None:
    words = "quality mon-livret/programme.yaml --document ppa --layout ppa --no-cache"
    assert cli.main(words.split()) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.startswith("3 lignes de texte, dont 2 justifiées\n")
    assert "page   2  veuve" in told.out
    wishes = (pipeline.asked[name] for name in ("document", "layout", "use_cache"))
    assert list(wishes) == ["ppa", "ppa", False]


def test_quality_writes_the_worst_places(pipeline: FakePipeline, folder: Path) -> None:
    assert cli.main(["quality", "mon-livret/programme.yaml", "--pires", "pires.pdf"]) == 0
    assert (folder / "pires.pdf").read_text().startswith("web True worst of ")


def test_quality_speaks_json(pipeline: FakePipeline, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["quality", "mon-livret/programme.yaml", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["livre"]["veuves"] == 1


@pytest.mark.parametrize(("most", "status"), [("0", 1), ("1", 0)])
def test_a_limit_decides_of_the_exit_code(
    pipeline: FakePipeline, capsys: pytest.CaptureFixture[str], most: str, status: int
) -> None:
    words = ["--json", "--seuil", f"veuves={most}", "--seuil", "orphelines=0"]
    assert cli.main(["quality", "mon-livret/programme.yaml", *words]) == status
    told = capsys.readouterr()
    assert json.loads(told.out)["livre"]["veuves"] == 1
    broken = "seuil « veuves » dépassé : 1, au plus 0 — page 2 « quatre »\n"
    assert told.err == (broken if status else "")


def test_unknown_limits_are_told_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["quality", "mon-livret/programme.yaml", "--seuil", "veuve=0"]) == 2
    told = capsys.readouterr().err
    assert "--seuil : « veuve » est inconnu, choisir parmi " in told
    assert all(measure.name in told for measure in MEASURES)


def test_build_is_silent_off_the_terminal(
    pipeline: FakePipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["build", "mon-livret/programme.yaml"]) == 0
    assert capsys.readouterr() == ("", "")


def test_summary_and_timings_speak_on_demand(
    pipeline: FakePipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["build", "mon-livret/programme.yaml", "--summary", "--timings"]) == 0
    told = capsys.readouterr()
    assert told.out.split()[:3] == ["mon-livret.pdf", "44", "pages"]
    assert told.out.endswith("fiches remplies à 78 %\n")
    stages = [line.rsplit(maxsplit=2)[0] for line in told.err.splitlines()]
    assert stages == [
        "démarrage",
        "chargement des modules",
        "lecture",
        "mise en pages",
        "écriture",
        "reste",
        "total",
    ]


def test_warnings_are_told_and_the_booklet_written(
    pipeline: FakePipeline, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline.publication.findings = (WARNING, WARNING)
    assert cli.main(["build", "mon-livret/programme.yaml"]) == 0
    assert capsys.readouterr().err.splitlines() == [str(WARNING), str(WARNING), "2 avertissements"]
    assert (folder / "mon-livret.pdf").exists()


@pytest.mark.parametrize(
    ("finding", "words", "status"),
    [(ERROR, [], 1), (WARNING, ["--strict"], 1), (WARNING, [], 0)],
    ids=["error", "strict warning", "warning"],
)
def test_a_faulty_booklet_replaces_nothing(
    pipeline: FakePipeline, folder: Path, finding: Finding, words: list[str], status: int
) -> None:
    good = folder / "mon-livret.pdf"
    good.write_text("good")
    pipeline.publication.findings = (finding,)
    assert cli.main(["build", "mon-livret/programme.yaml", *words]) == status
    assert (good.read_text() == "good") == (status == 1)


def test_check_counts_by_weight(pipeline: FakePipeline, capsys: pytest.CaptureFixture[str]) -> None:
    pipeline.findings = (ERROR, WARNING, WARNING)
    assert cli.main(["check", "mon-livret/programme.yaml"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "programme.yaml:4:7 E203 jours : « douze » n’est pas un nombre — écrire 12",
        str(WARNING),
        str(WARNING),
        "1 erreur, 2 avertissements",
    ]


def test_check_may_be_for_a_layout(pipeline: FakePipeline) -> None:
    assert cli.main(["check", "mon-livret/programme.yaml", "--layout", "rapport"]) == 0
    assert pipeline.checked_for == "rapport"
    assert cli.main(["check", "mon-livret/programme.yaml"]) == 0
    assert pipeline.checked_for is None


@pytest.mark.parametrize(
    ("findings", "words", "status"),
    [((), [], 0), ((WARNING,), [], 0), ((WARNING,), ["--strict"], 1), ((ERROR,), [], 1)],
    ids=["nothing", "warning", "strict warning", "error"],
)
def test_check_exit_codes(
    pipeline: FakePipeline, findings: tuple[Finding, ...], words: list[str], status: int
) -> None:
    pipeline.findings = findings
    assert cli.main(["check", "mon-livret/programme.yaml", *words]) == status


@pytest.mark.parametrize(
    ("failure", "line"),
    [
        (InvalidProgramme([ERROR]), str(ERROR)),
        (MissingGlyph("aucune police ne dessine « ☃ »"), "erreur : aucune police ne dessine « ☃ »"),
        (PermissionError(13, "Permission denied", "a.pdf"), "erreur : a.pdf : l’accès est refusé"),
        (OSError(28, "No space left on device"), "erreur : le disque est plein"),
    ],
    ids=["findings", "one sentence", "system", "system, no file"],
)
def test_foreseen_failures_are_french_lines(
    pipeline: FakePipeline,
    capsys: pytest.CaptureFixture[str],
    failure: BaseException,
    line: str,
) -> None:
    pipeline.failure = failure
    assert cli.main(["build", "mon-livret/programme.yaml"]) == 1
    assert capsys.readouterr().err.splitlines()[0] == line


def test_an_unforeseen_failure_keeps_its_traceback(pipeline: FakePipeline) -> None:
    pipeline.failure = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        cli.main(["build", "mon-livret/programme.yaml"])


MISUSES = {
    "": "Compose les livrets",
    "bluid": "commande inconnue bluid (proche : build)",
    "build": "il manque PROGRAMME",
    "build absent.yaml": "le fichier « absent.yaml » n’existe pas",
    "check mon-livret": "« mon-livret » est un dossier",
    "check mon-livret/programme.yaml trop": "mots en trop : trop",
    "build mon-livret/programme.yaml --layuot a": "option inconnue --layuot (proche : --layout)",
    "build mon-livret/programme.yaml --layout": "l’option --layout attend une valeur",
    "build mon-livret/programme.yaml --layout absente": "ni une maquette fournie (ppa",
    "build mon-livret/programme.yaml --strict=oui": "l’option --strict ne prend pas de valeur",
    "build mon-livret/programme.yaml --profile pdf": "choisir parmi web, print, archive, all",
    "build mon-livret/programme.yaml --document bilan": "« bilan » est inconnu",
    "quality mon-livret/programme.yaml --seuil veuves": "« veuves » ne donne pas de nombre",
    "quality mon-livret/programme.yaml --seuil": "l’option --seuil attend une valeur",
    "build mon-livret/programme.yaml -o mon-livret/programme.yaml": "ne finit pas par .pdf",
    "preflight": "il manque FICHIER…",
    "preflight absent.pdf": "le fichier « absent.pdf » n’existe pas",
    "preflight mon-livret": "« mon-livret » est un dossier",
    "preflight mon-livret/programme.yaml --printer absent": "ni un profil fourni (couche, offset)",
}


@pytest.mark.parametrize("words", MISUSES)
def test_wrong_usage_is_explained_in_french(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words.split()) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert MISUSES[words] in told.err
    assert not [word for word in ENGLISH if word in told.err]


@pytest.mark.parametrize(
    "words",
    ["--help", "build -h", "quality -h", "check --help", "preflight -h", "schema --help"],
)
def test_help_is_french(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words.split()) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert told.out.startswith("Usage\N{NO-BREAK SPACE}: aula-reports")
    assert not [word for word in ENGLISH if word in told.out]
    assert max(map(len, told.out.splitlines())) <= 80


def test_every_option_is_explained() -> None:
    options = [option for command in cli.cli.commands.values() for option in command.params]
    assert not [option.name for option in options if not getattr(option, "help", None)]


def test_documents_are_those_of_the_pipeline() -> None:
    from aula_reports.pipeline import DOCUMENTS

    assert usage.DOCUMENTS == DOCUMENTS


def test_schema_goes_out_or_into_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    shown = capsys.readouterr().out
    assert json.loads(shown)["type"] == "object"
    assert cli.main(["schema", "-o", "schemas/programme.json"]) == 0
    assert (folder / "schemas" / "programme.json").read_text(encoding="utf-8") == shown


class Terminal:
    """A standard error that says that it is a terminal."""

    def __init__(self) -> None:
        self.shown = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.shown += text
        return len(text)

    def flush(self) -> None:
        pass


@pytest.mark.parametrize("ci", ["", "true"])
def test_progress_is_for_terminals(
    pipeline: FakePipeline, monkeypatch: pytest.MonkeyPatch, ci: str
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("TERM", "xterm")
    assert cli.main(["build", "mon-livret/programme.yaml"]) == 0
    assert ("Mise en pages…" in terminal.shown) == (ci == "")
    assert not click.unstyle(terminal.shown).rsplit("\r", 1)[-1]  # the line is wiped


def run(*words: str, code: str = "", **options: Any) -> subprocess.CompletedProcess[str]:
    command = ["-c", code] if code else ["-m", "aula_reports"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CI": "true"}
    return subprocess.run(
        [sys.executable, *command, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        **options,
    )


def test_exit_codes_reach_the_shell() -> None:
    assert run("--version").returncode == 0
    assert run("bluid").returncode == 2
    assert run("schema").stdout.startswith("{")


def test_a_reader_that_leaves_is_no_fault() -> None:
    shell = f"{sys.executable} -m aula_reports schema | head -c 1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    told = subprocess.run(
        shell, shell=True, env=environment, capture_output=True, text=True, check=True
    )
    assert told.stderr == ""


INTERRUPTED = """
    import sys, time, types

    def load_programme(path):
        print("begun", flush=True)
        time.sleep(30)

    fake = types.ModuleType("aula_reports.pipeline")
    fake.load_programme, fake.build, fake.Timings = load_programme, None, lambda: fake
    fake.stages = []
    sys.modules["aula_reports.pipeline"] = fake
    from aula_reports.cli import main
    sys.exit(main(["build", "mon-livret/programme.yaml"]))
"""


def test_an_interruption_is_one_line_and_130(folder: Path) -> None:
    good = folder / "mon-livret.pdf"
    good.write_text("good")
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(INTERRUPTED)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert told == "interrompu : aucun fichier n’a été remplacé\n"
    assert good.read_text() == "good"


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from aula_reports.cli import main; main(); print(*sys.modules)"
    modules = {name.partition(".")[0] for name in run("--help", code=code).stdout.split()}
    heavy = {"pydantic", "reportlab", "uharfbuzz", "yaml", "PIL", "pyphen", "markdown_it"}
    assert not modules & heavy


def test_the_real_pipeline_reports_faults_and_keeps_the_file(folder: Path) -> None:
    good = folder / "mon-livret.pdf"
    good.write_text("good")
    told = run("build", "mon-livret/programme.yaml", cwd=folder)
    assert told.returncode == 1, told.stderr
    first, *_, count = told.stderr.splitlines()
    assert "programme.yaml:1:1 E2" in first
    assert "erreur" in count
    assert good.read_text() == "good"
