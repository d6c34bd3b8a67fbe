"""Our matching of Liang's patterns against pyphen's, which is the measure."""

import re
from pathlib import Path

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aula_reports.diagnostics import SourceError
from aula_reports.typeset import liang
from aula_reports.typeset.liang import french_patterns, parting_places, read_patterns

EXAMPLES = Path(__file__).parents[2] / "examples"

# Patterns of every kind: commands, comments, an edge, a change of letters with and without it.
ODD = """UTF-8
LEFTHYPHENMIN 1
NOHYPHEN ',-
% a comment of 1 line
.ab3c
b1c2d.
2d4e3
a1/ee=,1,2
.f1f/ff=f,1,2
NEXTLEVEL
é5à
"""


def by_pyphen(word: str, dictionary: pyphen.Pyphen) -> list[int]:
    return [int(place) for place in dictionary.positions(word)]


def by_us(word: str, patterns: liang.Patterns) -> list[int]:
    return [place for place in parting_places(word, patterns) if 2 <= place <= len(word) - 2]


def test_the_words_of_the_examples_part_as_pyphen_parts_them() -> None:
    texts = [file.read_text(encoding="utf-8") for file in EXAMPLES.rglob("*.yaml")]
    words = {word.lower() for text in texts for word in re.findall(r"[^\W\d_]+", text)}
    french = pyphen.Pyphen(lang="fr")
    assert len(words) > 1000
    for word in sorted(words):
        assert by_us(word, french_patterns()) == by_pyphen(word, french), word


@given(st.text("aàâbcçdeéèêëfghiîïlmnoôœpqrstuùûvxyz’'-", min_size=1, max_size=20))
def test_any_letters_part_as_pyphen_parts_them(word: str) -> None:
    assert by_us(word, french_patterns()) == by_pyphen(word, pyphen.Pyphen(lang="fr"))


@given(word=st.text("abcdefégà',-", min_size=1, max_size=9))
def test_commands_and_changes_are_read_as_pyphen_reads_them(
    word: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "hyph_odd.dic"
    file.write_text(ODD, encoding="utf-8")
    odd = read_patterns(ODD.encode())
    assert by_us(word, odd) == by_pyphen(word, pyphen.Pyphen(filename=file))


def test_a_missing_dictionary_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(liang, "find_spec", lambda _: None)
    french_patterns.cache_clear()
    with pytest.raises(SourceError, match=r"hyph_fr\.dic .*E139.*réinstaller"):
        french_patterns()
