"""The books that have too much of everything are read in the order in which they are seen."""

from __future__ import annotations

from pathlib import Path

from tests.torture import tortured
from tests.write.structure_walk import walk


def test_too_much_of_everything_is_still_read_in_order(tmp_path: Path) -> None:
    for name, publication in tortured().items():
        heard = []
        for profile in ("web", "print"):
            path = tmp_path / f"{name}-{profile}.pdf"
            publication.save(path, profile=profile)
            structure = walk(path.read_bytes())
            assert structure.errors == []
            heard.append("".join("".join(text.split()) for _, text in structure.texts))
        assert heard[0] == heard[1]
        assert "plusloinquecequemontreunepage" in heard[0]


def test_its_table_has_every_cell_once() -> None:
    nodes = tortured()["ppa"].book.nodes
    roles = [node.role for node in nodes]
    assert roles.count("Table") == 1
    assert roles.count("TD") == 120 * 46
