"""What click says, in French: headings, faults of usage, and what an argument may be.

Click speaks English where it is not told otherwise. Headings are said anew where the help is
formatted (its own go through gettext, which finds nothing and takes its time); faults are
translated by the type of their exception, never by its words.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path

    from aula_reports.gauge.limits import Limit

_NO_BREAK = "\N{NO-BREAK SPACE}"
_WIDEST = 80

DOCUMENTS = ("ppa", "rapport")


class FrenchFormatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, f"Usage{_NO_BREAK}: " if prefix is None else prefix)


class FrenchContext(click.Context):
    formatter_class = FrenchFormatter

    def make_formatter(self) -> click.HelpFormatter:
        return FrenchFormatter(width=_terminal_width())


def _terminal_width() -> int:
    """Ask the terminal itself: by way of `shutil`, the help would take a tenth longer."""
    try:
        return min(os.get_terminal_size(1).columns, _WIDEST) - 2
    except OSError:
        return _WIDEST - 2


class FrenchCommand(click.Command):
    context_class = FrenchContext
    allow_extra_args = True  # told here, in French, rather than by click

    def invoke(self, ctx: click.Context) -> Any:
        if ctx.args:
            ctx.fail(f"mots en trop : {' '.join(ctx.args)}")
        return super().invoke(ctx)

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_parameters("Arguments", click.Argument, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_parameters("Options", click.Option, ctx, formatter)


class FrenchGroup(click.Group):
    context_class = FrenchContext
    command_class = FrenchCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_parameters("Options", click.Option, ctx, formatter)
        rows = [(name, command.short_help or "") for name, command in self.commands.items()]
        _write_table("Commandes", rows, formatter)


def _write_parameters(
    heading: str,
    kind: type[click.Parameter],
    context: click.Context,
    formatter: click.HelpFormatter,
) -> None:
    parameters = (entry for entry in context.command.params if isinstance(entry, kind))
    records = (parameter.get_help_record(context) for parameter in parameters)
    _write_table(heading, [record for record in records if record], formatter)


def _write_table(
    heading: str, rows: Sequence[tuple[str, str]], formatter: click.HelpFormatter
) -> None:
    if rows:
        with formatter.section(heading + _NO_BREAK):
            formatter.write_dl(rows)


def name_list(names: Iterable[str]) -> str:
    """Join names as a French sentence enumerates them."""
    return ", ".join(names)


def one_of(
    names: Sequence[str],
) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """Make a check that a word, if one is given, is among `names`."""

    def checked(
        _context: click.Context, _parameter: click.Parameter, value: str | None
    ) -> str | None:
        if value is not None and value not in names:
            raise click.BadParameter(f"« {value} » est inconnu, choisir parmi {name_list(names)}")
        return value

    return checked


def some_of(
    names: Sequence[str], all_of_them: str
) -> Callable[[click.Context, click.Parameter, Sequence[str]], tuple[str, ...]]:
    """Make a check that words are among `names`, once each, or one that stands for all."""
    check = one_of((*names, all_of_them))

    def checked(
        context: click.Context, parameter: click.Parameter, values: Sequence[str]
    ) -> tuple[str, ...]:
        for value in values:
            check(context, parameter, value)
        return tuple(names) if all_of_them in values else tuple(dict.fromkeys(values))

    return checked


def source_file(_context: click.Context, _parameter: click.Parameter, value: str) -> Path:
    """Check that a word names a file that is there."""
    from pathlib import Path  # not at the top: the help does without it

    return _existing(Path(value), "donner son fichier programme.yaml")


def _existing(path: Path, remedy: str) -> Path:
    if path.is_dir():
        raise click.BadParameter(f"« {path} » est un dossier, {remedy}")
    if not path.is_file():
        raise click.BadParameter(f"le fichier « {path} » n’existe pas")
    return path


def text_file(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Check that a word names a file that is there, or is "-" for standard input."""
    from pathlib import Path

    if value != "-":
        _existing(Path(value), "donner un fichier de texte")
    return value


def pdf_file(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> Path | None:
    """Check that a word may name a booklet to write."""
    from pathlib import Path

    # The suffix keeps a slip of the hand from replacing the programme by its booklet.
    if value is not None and Path(value).suffix.lower() != ".pdf":
        raise click.BadParameter(f"« {value} » ne finit pas par .pdf")
    return None if value is None else Path(value)


def proved_file(_context: click.Context, _parameter: click.Parameter, value: str) -> Path:
    """Check that a word names a file that is there."""
    from pathlib import Path

    return _existing(Path(value), "donner un fichier PDF")


def proved_files(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[Path, ...]:
    """Check that words name files that are there."""
    return tuple(proved_file(context, parameter, value) for value in values)


def printer_profile(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> str | None:
    """Check that a word names a printer's profile of ours, or the file of another."""
    from aula_reports.resources import PRINTERS, printer_file

    if value is not None and not printer_file(value).is_file():
        ours = name_list(sorted(found.stem for found in PRINTERS.glob("*.yaml")))
        raise click.BadParameter(
            f"« {value} » n’est ni un profil fourni ({ours}), ni un fichier YAML"
        )
    return value


def setting_limits(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[Limit, ...]:
    """Check that words are limits of measures: « veuves=0 »."""
    if not values:
        return ()
    from aula_reports.gauge.limits import parse_limit

    try:
        return tuple(map(parse_limit, values))
    except ValueError as fault:
        raise click.BadParameter(str(fault)) from fault


def known_layout(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> str | None:
    """Check that a word names a layout of ours, or the folder of another."""
    from aula_reports.resources import LAYOUTS, layout_folder

    if value is not None and not (layout_folder(value) / "layout.yaml").is_file():
        whole = (found for found in LAYOUTS.glob("*/layout.yaml") if _says_parts(found))
        ours = name_list(sorted(found.parent.name for found in whole))
        raise click.BadParameter(
            f"« {value} » n’est ni une maquette fournie ({ours}), "
            "ni un dossier qui contient layout.yaml"
        )
    return value


def _says_parts(layout: Path) -> bool:
    """Say whether a file is a whole layout: one that others only inherit from has no parts."""
    return "chemin_de_fer:" in layout.read_text(encoding="utf-8")


def command(name: str, summary: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function a command; `summary` stands beside its name in the help of all."""
    return click.command(name, cls=FrenchCommand, options_metavar="[OPTIONS]", short_help=summary)


# What several commands take.
with_help = click.help_option("-h", "--help", help="Affiche cette aide.")
with_programme = click.argument(
    "programme", metavar="PROGRAMME", callback=source_file, help="Fichier programme.yaml."
)
with_pdf_files = click.argument(
    "fichiers",
    metavar="FICHIER…",
    nargs=-1,
    required=True,
    callback=proved_files,
    help="PDF à contrôler.",
)
with_text = click.argument(
    "fichier",
    default="-",
    metavar="[FICHIER|-]",
    callback=text_file,
    help="Texte en UTF-8, sinon l’entrée standard.",
)
with_pdf = click.argument(
    "fichier", metavar="FICHIER.pdf", callback=proved_file, help="Un PDF déjà écrit."
)
with_strict = click.option(
    "--strict", is_flag=True, help="Tient les avertissements pour des erreurs."
)
with_document = click.option(
    "--document",
    metavar="NOM",
    callback=one_of(DOCUMENTS),
    help=f"Livret à composer : {name_list(DOCUMENTS)} ; sinon celui que le programme nomme.",
)
with_layout = click.option(
    "--layout",
    metavar="NOM|CHEMIN",
    callback=known_layout,
    help="Maquette fournie, ou dossier d’une maquette à soi ; sinon celle du livret.",
)
with_no_cache = click.option(
    "--no-cache", is_flag=True, help="Refait images, graphiques, cartes et textes."
)


def usage_fault(misuse: click.UsageError, program: click.Group) -> str:
    """Say in three lines what was wrong, and where to read more."""
    if isinstance(misuse, click.exceptions.NoArgsIsHelpError):
        return misuse.message  # the whole help, already French
    context = misuse.ctx
    path = context.command_path if context else program.name
    usage = f"{context.get_usage()}\n" if context else ""
    return f"{usage}erreur : {_fault(misuse, program)}\n« {path} --help » dit ce qui est possible."


def _fault(misuse: click.UsageError, program: click.Group) -> str:
    match misuse:
        case click.MissingParameter(param=click.Parameter() as parameter):
            return f"il manque {parameter.human_readable_name}"
        case click.BadParameter(param=click.Parameter() as parameter):
            return f"{_hint(parameter)} : {misuse.message}"
        case click.NoSuchOption():
            return f"option inconnue {misuse.option_name}{_nearest(misuse.possibilities)}"
        case click.NoSuchCommand():
            return f"commande inconnue {misuse.command_name}{_nearest(misuse.possibilities)}"
        case click.BadOptionUsage():
            return _value_fault(misuse.option_name, program)
        case _:
            return misuse.message


def _hint(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return (parameter.name or "").upper()


def _nearest(possibilities: Sequence[str] | None) -> str:
    return f" (proche : {name_list(sorted(possibilities))})" if possibilities else ""


def _value_fault(name: str, program: click.Group) -> str:
    options = (option for command in program.commands.values() for option in command.params)
    takes_none = any(
        getattr(option, "is_flag", False) and name in option.opts for option in options
    )
    return f"l’option {name} {'ne prend pas de valeur' if takes_none else 'attend une valeur'}"
