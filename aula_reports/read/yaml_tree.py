"""YAML text to a located tree, through the events of libyaml; no value is ever constructed.

Refused, with place and remedy: duplicate keys, tabs as indentation, anchors and aliases, tags,
several documents, control characters, trees too deep or too large. PyYAML's C parser gives the
positions at a tenth of the pure one's time; it is imported only when a file is read.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import Any, NoReturn

from aula_reports.diagnostics import Finding, Location, Severity
from aula_reports.read.files import MAX_ALIKE, location_at, without_unseen
from aula_reports.read.near import quoted
from aula_reports.read.nodes import MappingNode, Node, ScalarNode, SequenceNode
from aula_reports.read.yaml_messages import mended, syntax_finding

MAX_DEPTH = 40
MAX_NODES = 200_000
# Each mend costs one more reading: few for a large file.
MAX_MENDS = 20
MAX_MENDED_CHARACTERS = 500_000

_TABBED = re.compile(r"^ *\t[ \t]*", re.MULTILINE)


def parse_yaml(text: str, file: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """Read a text into a tree, as far as it goes, with all that is wrong with it.

    The tree may be there although findings are errors: it then serves to find more of them.
    """
    source = without_unseen(text, file)
    readable, tabs = _without_tabs(source.text, file)
    tree, faults = _parsed(readable, file)
    return tree, (*source.findings, *tabs, *faults)


def _parsed(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    from yaml import MarkedYAMLError, YAMLError

    syntax: list[Finding] = []
    while True:
        composer = _Composer(text, file)
        try:
            tree = composer.document()
            return tree, syntax + composer.findings
        except MarkedYAMLError as error:
            syntax.append(syntax_finding(error, text, file))
        except YAMLError:
            syntax.append(_finding("E110", "texte illisible", Location(file), "le ressaisir"))
            return None, syntax
        again = mended(text, syntax[-1]) if _worth_mending(syntax, text) else None
        if again is None:
            return None, syntax + composer.findings
        text = again


def _worth_mending(syntax: list[Finding], text: str) -> bool:
    if len(syntax) > MAX_MENDS or len(text) > MAX_MENDED_CHARACTERS:
        return False
    *earlier, last = [finding.location.line for finding in syntax if finding.location]
    if last in earlier:
        syntax.pop()
        return False
    return True


def _without_tabs(text: str, file: str) -> tuple[str, list[Finding]]:
    if "\t" not in text or not _TABBED.search(text):
        return text, []
    found = [
        _finding(
            "E111",
            "tabulation en retrait de ligne",
            location_at(text, match.end(), file),
            "la remplacer par des espaces",
        )
        for match in itertools.islice(_TABBED.finditer(text), MAX_ALIKE)
    ]
    return _TABBED.sub(lambda match: match.group().replace("\t", "  "), text), found


def _finding(code: str, message: str, place: Location, remedy: str) -> Finding:
    return Finding(Severity.ERROR, code, message, place, remedy=remedy)


class _TooLargeError(Exception):
    """The tree grows beyond its bounds; the finding is already told."""


class _Composer:
    """Builds the tree of one text; `findings` grows as it goes."""

    def __init__(self, text: str, file: str) -> None:
        import yaml

        self.file = file
        self.findings: list[Finding] = []
        self.nodes = 0
        # The parser's own method; none of the events is asked for twice.
        self.next_event: Callable[[], Any] = yaml.CSafeLoader(text).get_event
        self.kinds = (yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent)
        self.document_start = yaml.DocumentStartEvent
        self.ends = (yaml.SequenceEndEvent, yaml.MappingEndEvent)

    def document(self) -> Node | None:
        """Read the one document; nothing if the text holds none."""
        try:
            return self._document()
        except _TooLargeError:
            return None

    def _document(self) -> Node | None:
        tree: Node | None = None
        for event in iter(self.next_event, None):
            if not isinstance(event, self.document_start):
                continue
            if tree is not None:
                self._tell(
                    event, "E115", "plusieurs documents", f"supprimer la ligne {quoted('---')}"
                )
                break
            tree = self._node(self.next_event(), 1)
        return tree

    def _node(self, event: Any, depth: int) -> Node:
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            self._refuse_size(event, depth)
        scalar, sequence, mapping = self.kinds
        if isinstance(event, scalar):
            return self._scalar(event)
        if isinstance(event, sequence):
            return self._sequence(event, depth)
        if isinstance(event, mapping):
            return self._mapping(event, depth)
        self._tell(event, "E113", f"renvoi {quoted('*' + event.anchor)}", "recopier la valeur")
        return ScalarNode(self._place(event), "", is_faulty=True)

    def _scalar(self, event: Any) -> ScalarNode:
        if event.anchor or event.tag:
            self._refuse_marks(event)
        node = ScalarNode(self._place(event), event.value, not event.style)
        if event.style == '"' and (hidden := without_unseen(event.value, "")).findings:
            self._tell(event, "E105", hidden.findings[0].message, "le supprimer")
            node.text = hidden.text
        return node

    def _sequence(self, event: Any, depth: int) -> SequenceNode:
        if event.anchor or event.tag:
            self._refuse_marks(event)
        node = SequenceNode(self._place(event))
        while not isinstance(event := self.next_event(), self.ends):
            node.items.append(self._node(event, depth + 1))
        return node

    def _mapping(self, event: Any, depth: int) -> MappingNode:
        if event.anchor or event.tag:
            self._refuse_marks(event)
        node = MappingNode(self._place(event))
        while not isinstance(event := self.next_event(), self.ends):
            key = self._node(event, depth + 1)
            value = self._node(self.next_event(), depth + 1)
            self._add(node, key, value)
        return node

    def _add(self, node: MappingNode, key: Node, value: Node) -> None:
        if not isinstance(key, ScalarNode):
            message = "nom de champ qui n’est pas un mot"
            remedy = "mettre entre guillemets une valeur qui commence par [ ou {"
            self.findings.append(_finding("E118", message, key.place, remedy))
        elif key.text in node.keys:
            message = f"{quoted(key.text)} est déjà donné ligne {node.keys[key.text].place.line}"
            self.findings.append(
                _finding("E112", message, key.place, "garder une seule des deux lignes")
            )
        else:
            node.add(key, value)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._tell(event, "E113", f"ancre {quoted('&' + event.anchor)}", "la supprimer")
        if event.tag is not None:
            self._tell(event, "E114", f"étiquette {quoted(event.tag)}", "la supprimer")

    def _refuse_size(self, event: Any, depth: int) -> NoReturn:
        if depth > MAX_DEPTH:
            self._tell(event, "E116", f"plus de {MAX_DEPTH} niveaux emboîtés", "simplifier")
        else:
            self._tell(event, "E116", f"plus de {MAX_NODES} valeurs", "partager le fichier")
        raise _TooLargeError

    def _place(self, event: Any) -> Location:
        mark = event.start_mark
        return Location(self.file, mark.line + 1, mark.column + 1)

    def _tell(self, event: Any, code: str, message: str, remedy: str) -> None:
        self.findings.append(_finding(code, message, self._place(event), remedy))
