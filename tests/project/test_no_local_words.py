"""Words out of place: one agency’s names in the package, our workshop anywhere."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# What only the agency of the example would print: its places, members and mission names.
AGENCY_WORDS = (
    "Artois|Ternois|Béthune|Bethune|Bruay|Lens|Liévin|Lievin|Hénin|Carvin|Arras|Hazebrouck|"
    "Pas-de-Calais|Hauts-de-France|CABBALR|CALL|CAHC|CUA|7 Vallées|Sept Vallées|Montreuillois|"
    "PMA|PETR|SMTAG|SMT|SCOTA|SMESCOTA|PNR|EPF|BMNP|Euralens|aulartois|"
    "socle commun|socle partagé"
)
# Case counts: « CALL » is a member, `call` is Python.
AGENCY = re.compile(rf"(?<!\w)(?:{AGENCY_WORDS})(?!\w)")

# How the project is made says nothing about what it is. Pieced together, to pass its own test.
WORKSHOP_WORDS = ("/wor" + "k/", "sha" + "red/", "issue" + r" #?\d", "time bo" + "x")
WORKSHOP_PEOPLE = ("ses" + "sion", "co-?pi" + "lot", "Anth" + "ropic", "L" + "LM")
WORKSHOP = re.compile(
    "|".join((*WORKSHOP_WORDS, *(rf"(?<!\w){word}s?(?!\w)" for word in WORKSHOP_PEOPLE))),
    re.IGNORECASE,
)
# `scope="session"` is pytest's word, « en session » an assembly's.
HARMLESS = re.compile(r"scope=.session.|en session|session ordinaire")

TEXTS = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".geojson", ""}
SKIPPED = {".git", ".venv", "build", "dist", "__pycache__", "node_modules"}

pytestmark = pytest.mark.project


def _texts() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if SKIPPED & set(parts) or any(part.endswith("_cache") for part in parts):
            continue
        if path.is_file() and path.suffix in TEXTS and ".hypothesis" not in parts:
            yield path


def _code_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Give the tokens of a module that can reach a page: neither comments nor docstrings."""
    source = path.read_text(encoding="utf-8")
    at_line_start = True
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT):
            at_line_start = True
        elif token.type in (tokenize.COMMENT, tokenize.NL, tokenize.ENCODING):
            continue
        else:
            if not (at_line_start and token.type == tokenize.STRING):
                yield token.start[0], token.string
            at_line_start = False


def _offences(path: Path, lines: Iterator[tuple[int, str]], words: re.Pattern[str]) -> list[str]:
    name = path.relative_to(ROOT)
    return [f"{name}:{line}: {found[0]}" for line, text in lines for found in words.finditer(text)]


def test_the_package_prints_no_word_of_one_agency() -> None:
    modules = sorted((ROOT / "aula_reports").rglob("*.py"))
    offences = [line for path in modules for line in _offences(path, _code_lines(path), AGENCY)]
    assert not offences, "\n".join(offences)


def test_the_layouts_print_no_word_of_one_agency() -> None:
    layouts = sorted((ROOT / "layouts").rglob("*.yaml"))
    offences = [
        line
        for path in layouts
        for line in _offences(path, enumerate(_plain_lines(path), 1), AGENCY)
    ]
    assert layouts
    assert not offences, "\n".join(offences)


def _plain_lines(path: Path) -> list[str]:
    return [line.partition(" #")[0] for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_tree_does_not_speak_of_its_workshop() -> None:
    offences = [
        line for path in _texts() for line in _offences(path, _harmful_lines(path), WORKSHOP)
    ]
    assert not offences, "\n".join(offences)


def _harmful_lines(path: Path) -> Iterator[tuple[int, str]]:
    text = path.read_text(encoding="utf-8", errors="replace")
    return ((line, HARMLESS.sub("", words)) for line, words in enumerate(text.splitlines(), 1))


@pytest.mark.parametrize("words", ['"CABBALR"', 'f"le socle commun"', "x = 'PETR'"])
def test_an_agency_word_in_code_is_found(words: str, tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(f'"""Docstring of CABBALR."""\nname = {words}  # PMA\n')
    assert [text for _, text in _code_lines(module) if AGENCY.search(text)]


def test_docstrings_and_comments_may_cite_an_example(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        '"""Docstring of CABBALR."""\n\n\ndef f():\n    """PETR."""  # PMA\n    call()\n'
    )
    assert not [text for _, text in _code_lines(module) if AGENCY.search(text)]
