"""The command line: words from the shell in, French lines and an exit code out.

Exit codes: 0 done · 1 errors found (warnings too, under `--strict`) · 2 wrong usage ·
130 interrupted. Findings go to standard error, one a line, then their count. Progress shows on a
terminal only, and never under CI.

Click parses (its English is cured in `usage`); nothing else is imported before a command runs, so
that `--help` stays quick.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import click

from aula_reports.usage import (
    FrenchGroup,
    name_list,
    one_of,
    pdf_file,
    printer_profile,
    setting_limits,
    some_of,
    usage_fault,
    with_document,
    with_help,
    with_layout,
    with_no_cache,
    with_pdf,
    with_pdf_files,
    with_programme,
    with_text,
)

if TYPE_CHECKING:
    from pathlib import Path

    from aula_reports.diagnostics import Finding
    from aula_reports.gauge.limits import Limit
    from aula_reports.pipeline import Publication, Timings
    from aula_reports.write.colour import Profile

PROGRAM = "aula-reports"
DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130
PROFILES = ("web", "print", "archive")
ALL_PROFILES = "all"
# The names of `french.PROFILES`, which the help does not wait for; a test compares them.
USAGES = ("IN", "fine", "oqlf", "ue", "aucun")

# The wall clock of what went before is lost; its processor time is near enough.
_START_SECONDS = time.process_time()
_STARTED = time.perf_counter()

_strict = click.option("--strict", is_flag=True, help="Tient les avertissements pour des erreurs.")


@click.group(
    PROGRAM,
    cls=FrenchGroup,
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
)
@click.version_option(
    package_name=PROGRAM,
    prog_name=PROGRAM,
    message="%(prog)s %(version)s",
    help="Affiche la version.",
)
@with_help
def cli() -> None:
    """Compose les livrets annuels d’une agence d’urbanisme à partir d’un programme en YAML."""


class _Order(NamedTuple):
    """What the words after `build` ask for."""

    programme: Path
    document: str | None
    layout: str | None
    profiles: tuple[Profile, ...]
    output: Path | None
    no_cache: bool
    timings: bool
    explain_pages: bool
    show_grid: bool
    show_spaces: bool
    marks: bool
    summary: bool
    strict: bool

    @property
    def paths(self) -> dict[Profile, Path]:
        """Say where each profile's file goes; among several, `-o` names the website's."""
        if self.output and len(self.profiles) == 1:
            return {self.profiles[0]: self.output}
        stem = self.output.with_suffix("") if self.output else _default_stem(self.programme)
        ending = "-epreuve" * (self.is_proof and not self.output) + ".pdf"
        return {
            profile: stem.with_name(stem.name + _suffix(profile) + ending)
            for profile in self.profiles
        }

    @property
    def is_proof(self) -> bool:
        return self.show_grid or self.show_spaces


def _default_stem(programme: Path) -> Path:
    """Name a booklet after its programme's folder, or after the file if that says more."""
    from pathlib import Path

    stem = programme.stem if programme.stem != "programme" else programme.resolve().parent.name
    return Path(stem or "livret")


def _suffix(profile: Profile) -> str:
    return "" if profile == PROFILES[0] else f"-{profile}"


@cli.command("build", options_metavar="[OPTIONS]", short_help="Compose un livret en PDF.")
@with_programme
@with_document
@with_layout
@click.option(
    "--profile",
    "profiles",
    metavar="|".join((*PROFILES, ALL_PROFILES)),
    multiple=True,
    default=PROFILES[:1],
    callback=some_of(PROFILES, ALL_PROFILES),
    help="« web », accessible (par défaut), « print », pour l’imprimeur, « archive » ou « all » ; "
    "plusieurs fois pour plusieurs fichiers des mêmes pages.",
)
@click.option(
    "-o",
    "--output",
    metavar="FICHIER",
    callback=pdf_file,
    help="PDF à écrire ; sinon NOM.pdf (NOM-print.pdf…), du nom du dossier du programme.",
)
@with_no_cache
@click.option("--timings", is_flag=True, help="Affiche la durée de chaque étape.")
@click.option("--explain-pages", is_flag=True, help="Dit comment les fins de page sont choisies.")
@click.option("--show-grid", is_flag=True, help="Épreuve : grille, colonnes et blancs tournants.")
@click.option(
    "--show-spaces", is_flag=True, help="Épreuve : espaces et traits insécables, divisions."
)
@click.option("--marks", is_flag=True, help="Traits de coupe et repères au fichier d’imprimeur.")
@click.option("--summary", is_flag=True, help="Affiche le bilan même hors d’un terminal.")
@_strict
@with_help
def build_command(**wishes: Any) -> int:
    """Compose le livret de PROGRAMME et l’écrit en PDF.

    Un livret déjà écrit n’est remplacé que par un livret complet : s’il y a des erreurs, il reste.
    """
    # A build makes half a million small values and keeps them: collecting costs a fifth of it.
    gc.disable()
    order = _Order(**wishes)
    publication, timings = _laid_out(
        order.programme, order.document, order.layout, no_cache=order.no_cache
    )
    status = _tell(publication.findings, strict=order.strict)
    if order.is_proof:
        publication = publication.proof(grid=order.show_grid, spaces=order.show_spaces)
    if order.marks:
        publication = publication.with_marks()
    written = _write(publication, order, timings) if status == DONE else {}
    _account(order, publication, timings, written)
    return status


def _account(
    order: _Order, publication: Publication, timings: Timings, written: Mapping[Path, float]
) -> None:
    """Give the accounts of a build that were asked for; `written` files with their moments."""
    summed_up = written and (order.summary or _on_terminal())
    if not (order.explain_pages or order.timings or summed_up):
        return
    from aula_reports import telling

    if order.explain_pages:
        click.echo(telling.page_choices(publication.page_choices), err=True)
    if order.timings:
        click.echo(telling.timing_table(timings.stages, _whole_time()), err=True)
    if summed_up:
        for path, seconds in written.items():
            click.echo(telling.summary(path, publication, seconds))


def _laid_out(
    source: Path, document: str | None, layout: str | None, *, no_cache: bool
) -> tuple[Publication, Timings]:
    # No plugin of the environment has any business here, and looking for some takes its time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    with _progress("Chargement"):
        from aula_reports.pipeline import Timings, build, load_programme

        loaded = time.perf_counter()
    timings = Timings()
    timings.stages.append(("démarrage", _START_SECONDS))
    timings.stages.append(("chargement des modules", loaded - _STARTED))
    with _progress(f"Lecture de {source}"), _measured("lecture", timings):
        programme = load_programme(source)
    with _progress("Mise en pages"):
        publication = build(
            programme,
            document=document,
            layout=layout,
            folder=source.parent,
            timings=timings,
            use_cache=not no_cache,
        )
    return publication, timings


def _write(publication: Publication, order: _Order, timings: Timings) -> dict[Path, float]:
    """Write a file a profile; tell how long after the start each was there, in seconds."""
    written = {}
    for profile, path in order.paths.items():
        with _progress(f"Écriture de {path}"), _measured("écriture", timings):
            publication.save(path, profile=profile, use_cache=not order.no_cache)
        written[path] = _whole_time()
    return written


@contextmanager
def _measured(stage: str, timings: Timings) -> Iterator[None]:
    """Time a stage, unless the pipeline has told of it in finer steps."""
    told, begun = len(timings.stages), time.perf_counter()
    yield
    if len(timings.stages) == told:
        timings.stages.append((stage, time.perf_counter() - begun))


def _whole_time() -> float:
    return _START_SECONDS + time.perf_counter() - _STARTED


@cli.command(
    "quality", options_metavar="[OPTIONS]", short_help="Mesure la composition du texte d’un livret."
)
@with_programme
@with_document
@with_layout
@with_no_cache
@click.option("--json", "as_json", is_flag=True, help="Affiche les mesures en JSON.")
@click.option(
    "--seuil",
    "limits",
    metavar="NOM=VALEUR",
    multiple=True,
    callback=setting_limits,
    help="Échoue si la mesure NOM passe VALEUR ; autant de fois qu’on veut.",
)
@click.option(
    "--pires",
    "worst",
    metavar="FICHIER.pdf",
    callback=pdf_file,
    help="Écrit une épreuve des dix pires endroits, agrandis.",
)
@with_help
def quality_command(  # noqa: PLR0913 -- an argument an option
    programme: Path,
    document: str | None,
    layout: str | None,
    no_cache: bool,
    as_json: bool,
    limits: tuple[Limit, ...],
    worst: Path | None,
) -> int:
    """Mesure la composition du livret de PROGRAMME, page par page : espaces, lignes, césures.

    Le livret n’est pas écrit. Un seuil passé donne le code de sortie 1, et dit où ; les noms des
    seuils sont en tête de chaque ligne du bilan.
    """
    gc.disable()
    publication, _ = _laid_out(programme, document, layout, no_cache=no_cache)
    with _progress("Mesure"):
        from aula_reports.gauge.limits import broken_limits
        from aula_reports.gauge.tables import json_of, table_of

        reading = publication.read_setting()
    # Bytes: French is UTF-8 in any locale.
    click.echo((json_of(reading) if as_json else table_of(reading)).encode())
    if worst is not None:
        with _progress(f"Écriture de {worst}"):
            publication.show_worst(reading).save(worst, use_cache=not no_cache)
    broken = list(broken_limits(reading, limits))
    for told in broken:
        click.echo(told, err=True)
    return FAILED if broken else DONE


@cli.command("check", options_metavar="[OPTIONS]", short_help="Contrôle un programme.")
@with_programme
@_strict
@with_help
def check_command(programme: Path, strict: bool) -> int:
    """Contrôle PROGRAMME sans rien écrire : fautes, renvois, totaux annoncés, tournures."""
    with _progress(f"Contrôle de {programme}"):
        from aula_reports.pipeline import check

        findings = check(programme)
    if not findings:
        click.echo("aucun constat", err=True)
    return _tell(findings, strict=strict)


@cli.command("preflight", options_metavar="[OPTIONS]", short_help="Contrôle des PDF finis.")
@with_pdf_files
@click.option(
    "--printer",
    metavar="PROFIL",
    callback=printer_profile,
    help="Profil d’imprimeur fourni (couche, offset), ou fichier YAML d’un autre ; "
    "les règles d’impression s’appliquent alors à tout fichier.",
)
@click.option("--json", "as_json", is_flag=True, help="Affiche les constats en JSON.")
@with_help
def preflight_command(fichiers: tuple[Path, ...], printer: str | None, as_json: bool) -> int:
    """Contrôle des PDF finis, d’où qu’ils viennent, selon ce qu’ils disent être.

    PDF/X : règles de PDF/X-4 et d’impression ; PDF/UA : règles d’accessibilité. Les erreurs
    donnent le code de sortie 1.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    with _progress("Contrôle"):
        from aula_reports.prove.preflight import preflight
        from aula_reports.prove.telling import json_of, table_of
        from aula_reports.read.printers import DEFAULT_PRINTER, read_printer

        profile = read_printer(printer or DEFAULT_PRINTER)
        reports = [preflight(path, profile, forces_print=bool(printer)) for path in fichiers]
    # Bytes: French is UTF-8 in any locale.
    click.echo((json_of(reports) if as_json else table_of(reports)).encode())
    return FAILED if any(report.has_errors for report in reports) else DONE


@cli.command("texte", options_metavar="[OPTIONS]", short_help="Compose un texte en français.")
@with_text
@click.option(
    "--profil",
    metavar="|".join(USAGES),
    default=USAGES[0],
    callback=one_of(USAGES),
    help="Usage : Imprimerie nationale (par défaut), fines partout, Québec, Europe, ou aucun.",
)
@click.option("--marques", is_flag=True, help="Montre exposants, indices et petites capitales.")
@with_help
def text_command(fichier: str, profil: str, marques: bool) -> int:
    """Compose FICHIER, ou l’entrée standard, un alinéa par ligne, et l’écrit sur la sortie.

    Espaces insécables et fines, guillemets, apostrophes, nombres et abréviations, comme dans les
    livrets : pour une lettre ou un site.
    """
    from aula_reports.plain_texts import compose_file

    # Bytes: French is UTF-8 in any locale.
    click.echo(compose_file(fichier, profil, marks=marques).encode(), nl=False)
    return DONE


@cli.command("schema", options_metavar="[OPTIONS]", short_help="Écrit le schéma du programme.")
@click.option("-o", "--output", metavar="FICHIER", help="JSON à écrire, sinon la sortie standard.")
@with_help
def schema_command(output: str | None) -> int:
    """Écrit le schéma JSON du programme, pour que l’éditeur de texte aide à le saisir."""
    import json

    from aula_reports.read.schema import programme_schema

    text = json.dumps(programme_schema(), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        click.echo(text.encode(), nl=False)  # bytes: JSON is UTF-8 in any locale
    else:
        from pathlib import Path

        from aula_reports.whole_files import replace_file

        replace_file(Path(output), text.encode())
    return DONE


@cli.command("extract", options_metavar="[OPTIONS]", short_help="Sort les données d’un livret.")
@with_pdf
@click.option(
    "-o",
    "--output",
    metavar="DOSSIER",
    help="Dossier où les écrire ; sinon NOM-donnees, à côté du fichier.",
)
@with_help
def extract_command(fichier: Path, output: str | None) -> int:
    """Sort de FICHIER, un livret du profil « archive », le programme et les tableaux qu’il porte.

    Avec ses images à côté, programme.json se compose comme tout programme. Rien n’est remplacé :
    si un fichier du même nom est là et diffère, rien n’est écrit.
    """
    from pathlib import Path

    from aula_reports.bind.attached import extract

    folder = Path(output) if output else fichier.with_name(f"{fichier.stem}-donnees")
    for file in extract(fichier, folder):
        click.echo(str(file))
    return DONE


def _tell(findings: Sequence[Finding], *, strict: bool) -> int:
    """Print findings and their count on standard error; give the exit code that they deserve."""
    from aula_reports.diagnostics import Severity

    if not findings:
        return DONE
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
        click.echo(str(finding), err=True)
    told = (f"{count} {weight}{'s' * (count > 1)}" for weight, count in counts.items() if count)
    click.echo(name_list(told), err=True)
    faults = counts[Severity.ERROR] + strict * counts[Severity.WARNING]
    return FAILED if faults else DONE


def _on_terminal() -> bool:
    if os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stderr.isatty()


@contextmanager
def _progress(stage: str) -> Iterator[None]:
    """Show one line while a stage lasts, and wipe it."""
    shown = _on_terminal()
    if shown:
        click.echo(f"\r{stage}…\x1b[K", err=True, nl=False)
    try:
        yield
    finally:
        if shown:
            click.echo("\r\x1b[K", err=True, nl=False)


def run() -> NoReturn:
    """Run the command line and leave at once: taking half a million values apart serves nobody."""
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code; never shows a traceback for a user's fault."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        with cli.make_context(PROGRAM, words) as context:
            return int(cli.invoke(context))
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.UsageError as misuse:
        click.echo(usage_fault(misuse, cli), err=True)
        return MISUSED
    except KeyboardInterrupt:
        click.echo("interrompu : aucun fichier n’a été remplacé", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader left (`| head`): nothing to say, and nothing more to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as failure:
        from aula_reports.telling import tell_failure

        tell_failure(failure, lambda findings: _tell(findings, strict=False))
        return FAILED
