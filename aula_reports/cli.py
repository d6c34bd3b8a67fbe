"""The command line: words from the shell in, French lines and an exit code out.

Exit codes: 0 done · 1 errors found (warnings too, under `--strict`) · 2 wrong usage ·
130 interrupted. Findings go to standard error, one a line, then their count. Progress shows on a
terminal only, and never under CI.

Click parses (its English is cured in `usage`); nothing else is imported before a command runs, so
that `--help` stays quick.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from aula_reports.commands.build import build_command
from aula_reports.commands.finished import extract_command, preflight_command
from aula_reports.commands.quality import quality_command
from aula_reports.commands.sources import check_command, schema_command, text_command
from aula_reports.console import FAILED, INTERRUPTED, MISUSED, tell
from aula_reports.usage import FrenchGroup, usage_fault, with_help

PROGRAM = "aula-reports"


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


for _command in (
    *(build_command, quality_command, check_command, preflight_command),
    *(extract_command, text_command, schema_command),
):
    cli.add_command(_command)


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

        tell_failure(failure, lambda findings: tell(findings, strict=False))
        return FAILED
