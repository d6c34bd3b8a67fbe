from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aula_reports.diagnostics import Severity
from aula_reports.read import yaml_tree
from aula_reports.read.nodes import MappingNode, ScalarNode, SequenceNode
from aula_reports.read.yaml_tree import MAX_DEPTH, parse_yaml

# text, code, line:column of the first finding, part of its message.
REFUSED = [
    ("a: b: c\n", "E110", "1:5", "deux-points en trop"),
    ("a: 1\n b: 2\n", "E110", "2:3", "trop en retrait"),
    ('a: "abc\nb: 1\n', "E110", "1:4", "jamais fermé"),
    ("a: 'l'eau'\n", "E110", "1:7", "après un guillemet"),
    ("a:\n   b: 1\n  c: 2\n", "E110", "3:3", "mal alignée"),
    ("a: [1, 2\nb: 3\n", "E110", "1:4", "crochet"),
    ("a: {b: 1\n", "E110", "1:4", "accolade"),
    ("a: 1\nabc\nb: 2\n", "E110", "2:1", "deux-points manquants"),
    ("- a\nb: 1\n", "E110", "2:1", "dans une liste"),
    ("a: - b\n", "E110", "1:4", "tiret"),
    ("a: @x\n", "E110", "1:4", "«\u00a0@\u00a0»"),
    ("a: * x\n", "E110", "1:5", "commence par «\u00a0*\u00a0»"),
    ('a: "\\q"\n', "E110", "1:5", "barre oblique"),
    ("a: |x\n b\n", "E110", "1:5", "texte après"),
    ("%YAML 2.0\n---\na: 1\n", "E110", "1:1", "version de YAML"),
    ("a: 1\n...\nb: 2\n", "E110", "3:1", "après la fin"),
    ("a: \x00b\n", "E105", "1:4", "U+0000"),
    ("a: b\u2028c\n", "E105", "1:5", "U+2028"),
    ('a: "\\x07"\n', "E105", "1:4", "U+0007"),
    ("a:\n\tb: 1\n", "E111", "2:2", "tabulation"),
    ("a: 1\nb: 2\na: 3\n", "E112", "3:1", "déjà donné ligne 1"),
    ("a: &x 1\n", "E113", "1:4", "ancre"),
    ("a: *x\n", "E113", "1:4", "renvoi"),
    ("a: !!python/object:os.system 1\n", "E114", "1:4", "étiquette"),
    ("a: 1\n---\nb: 2\n", "E115", "2:1", "plusieurs documents"),
    ("a: " + "[" * 50 + "]" * 50 + "\n", "E116", f"1:{MAX_DEPTH + 3}", "niveaux"),
    ("[" * 5000, "E110", "1:1001", "trop de niveaux"),
    ("? [a]\n: b\n", "E118", "1:3", "n’est pas un mot"),
]


@pytest.mark.parametrize(("text", "code", "place", "message"), REFUSED)
def test_refused_with_place_and_remedy(text: str, code: str, place: str, message: str) -> None:
    _, findings = parse_yaml(text, "p.yaml")
    first = findings[0]
    assert (first.code, str(first.location)) == (code, f"p.yaml:{place}")
    assert message in first.message
    assert first.remedy
    assert first.severity is Severity.ERROR


@pytest.mark.parametrize("word", ["062", "12:30", "no", "1.10", "0x1F", "1e3", "2021-02-16", "~"])
def test_a_scalar_stays_what_was_written(word: str) -> None:
    tree, findings = parse_yaml(f"a: {word}\n", "p.yaml")
    assert not findings
    assert isinstance(tree, MappingNode)
    value = tree.entries["a"]
    assert isinstance(value, ScalarNode)
    assert (value.text, value.place.line, value.place.column) == (word, 1, 4)


def test_reading_goes_on_after_syntax_faults() -> None:
    text = "a: L'eau : x\nb: 'l'eau'\nc: @x\nabc\nd: 1\nd: 2\n"
    tree, findings = parse_yaml(text, "p.yaml")
    assert [finding.location.line for finding in findings if finding.location] == [1, 2, 3, 4, 6]
    assert isinstance(tree, MappingNode)
    assert list(tree.entries) == ["a", "b", "c", "d"]


def test_columns_count_characters() -> None:
    tree, _ = parse_yaml("é😀: [x, y]\n", "p.yaml")
    assert isinstance(tree, MappingNode)
    value = tree.entries["é😀"]
    assert isinstance(value, SequenceNode)
    assert value.items[1].place.column == 9


def test_a_tree_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "MAX_NODES", 100)
    _, (finding,) = parse_yaml("[" + "a," * 100 + "]\n", "p.yaml")
    assert (finding.code, str(finding.location)) == ("E116", "p.yaml:1:200")


def test_many_alike_are_told_a_few_times() -> None:
    _, findings = parse_yaml("a: " + "\x00" * 100_000, "p.yaml")
    assert len(findings) == 20


@given(st.text())
def test_any_text_gives_a_tree_or_findings(text: str) -> None:
    tree, findings = parse_yaml(text, "p.yaml")
    blank = not "".join(line.split("#")[0] for line in text.splitlines()).strip()
    assert tree is not None or findings or blank or text.strip("\ufeff \n\r").startswith("#")


@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`# \n\t\\0\x00\u2028é"))
def test_any_punctuation_gives_a_tree_or_findings(text: str) -> None:
    for finding in parse_yaml(text, "p.yaml")[1]:
        assert finding.location is not None
        assert finding.location.line <= text.count("\n") + 2
