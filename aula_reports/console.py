"""One run of the command line: its clock, the stages that it shows, the findings that it tells."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from aula_reports.haste import make_haste
from aula_reports.usage import name_list

if TYPE_CHECKING:
    from pathlib import Path

    from aula_reports.diagnostics import Finding
    from aula_reports.pipeline import Publication, Timings
    from aula_reports.typeset.chart_plans import Charter

# The key of a booklet's titles, after a mark of byte order or not.
_DOCUMENT = re.compile(rb"^(?:\xef\xbb\xbf)?[\"']?document\b", re.MULTILINE)

DONE, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130

# The wall clock of what went before is lost; its processor time is near enough.
START_SECONDS = time.process_time()
STARTED = time.perf_counter()


def laid_out(
    source: Path, document: str | None, layout: str | None, *, no_cache: bool
) -> tuple[Publication, Timings]:
    make_haste()
    with _charter(source, document, no_cache=no_cache) as charter:
        with progress("Chargement"):
            from aula_reports.pipeline import Timings, build, load_programme

            loaded = time.perf_counter()
        timings = Timings()
        timings.stages.append(("démarrage", START_SECONDS))
        timings.stages.append(("chargement des modules", loaded - STARTED))
        with progress(f"Lecture de {source}"), measured("lecture", timings):
            programme = load_programme(source)
        with progress("Mise en pages"):
            publication = build(
                programme,
                document=document,
                layout=layout,
                folder=source.parent,
                timings=timings,
                charter=charter,
                use_cache=not no_cache,
            )
    return publication, timings


@contextmanager
def _charter(source: Path, document: str | None, *, no_cache: bool) -> Iterator[Charter | None]:
    """Have charts drawn by a process beside, where many will be: it is started before all else,
    since what draws them takes as long to come in as a book to be laid out.
    """
    if not _is_report(source, document):
        yield None
        return
    from aula_reports.write.drawing_cache import draw
    from aula_reports.write.kept_entries import users_entries

    if not no_cache and users_entries("charts").has_some:
        yield None
        return
    from aula_reports.draw.charting_process import drawing_beside

    with drawing_beside(draw) as charter:
        yield charter


def _is_report(source: Path, document: str | None) -> bool:
    """Guess which book a programme makes, before it is read; nothing but time hangs on it."""
    if document:
        return document == "rapport"
    try:
        return _DOCUMENT.search(source.read_bytes()) is None
    except OSError:
        return False


@contextmanager
def measured(stage: str, timings: Timings) -> Iterator[None]:
    """Time a stage, unless the pipeline has told of it in finer steps."""
    told, begun = len(timings.stages), time.perf_counter()
    yield
    if len(timings.stages) == told:
        timings.stages.append((stage, time.perf_counter() - begun))


def whole_time() -> float:
    return START_SECONDS + time.perf_counter() - STARTED


def tell(findings: Sequence[Finding], *, strict: bool) -> int:
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


def on_terminal() -> bool:
    if os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stderr.isatty()


@contextmanager
def progress(stage: str) -> Iterator[None]:
    """Show one line while a stage lasts, and wipe it."""
    shown = on_terminal()
    if shown:
        click.echo(f"\r{stage}…\x1b[K", err=True, nl=False)
    try:
        yield
    finally:
        if shown:
            click.echo("\r\x1b[K", err=True, nl=False)
