"""The located tree: what a YAML file says, before anybody knows what it means.

Every scalar is the text that was written; what it stands for is decided by the model
(`062` stays a postcode, `12:30` an hour, `no` a word).
"""

from __future__ import annotations

from msgspec import Struct, field

from aula_reports.diagnostics import Location


class ScalarNode(Struct):
    """A text; `plain` when written without quotation marks, `is_faulty` when already refused."""

    place: Location
    text: str
    plain: bool = True
    is_faulty: bool = False

    @property
    def is_absent(self) -> bool:
        """Nothing was written, or the plain words that mean nothing."""
        return self.plain and self.text in ("", "~", "null")


class SequenceNode(Struct):
    """A list."""

    place: Location
    items: list[Node] = field(default_factory=list)


class MappingNode(Struct):
    """Keys and values in written order; `keys` holds where each key stands."""

    place: Location
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, ScalarNode] = field(default_factory=dict)

    def add(self, key: ScalarNode, value: Node) -> None:
        self.entries[key.text] = value
        self.keys[key.text] = key


Node = ScalarNode | SequenceNode | MappingNode


def merged(base: MappingNode, over: MappingNode) -> MappingNode:
    """Lay a mapping over another: mappings merge by key, everything else is replaced.

    An absent value under a key does not erase what the base says.
    """
    result = MappingNode(over.place, dict(base.entries), dict(base.keys))
    for key, value in over.entries.items():
        known = base.entries.get(key)
        if isinstance(known, MappingNode) and isinstance(value, MappingNode):
            value = merged(known, value)
        if known is None or not (isinstance(value, ScalarNode) and value.is_absent):
            result.add(over.keys[key], value)
    return result
