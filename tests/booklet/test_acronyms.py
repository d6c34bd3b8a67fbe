"""Acronyms are told in full to those who listen, and nothing of it is seen."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from aula_reports import build, load_programme
from aula_reports.compose.acronyms import known_acronyms
from aula_reports.pipeline import Publication
from aula_reports.typeset.pages import TextThing
from tests.write.structure_walk import walk

EXAMPLES = Path(__file__).parents[2] / "examples"
SIGLES = {
    "EPCI": "établissement public de coopération intercommunale",
    "SCoT": "schéma de cohérence territoriale",
    "ZAN": "zéro artificialisation nette",
    "AVOT": "atelier des voies et des ouvrages de transport",
}
PROGRAMME = """\
document:
  titre: [Programme, d’études]
  annee: 2027
  titre_courant: Programme d’études 2027
  titre_court: Programme 2027
agence: {nom: Agence d’urbanisme du Val, sigle: AUV}
preambule:
  titre: Le SCoT
  texte: |
    Le SCoT du Val, dont l’EPCI a la charge, suit le ZAN ; ce SCoT est révisé par l’EPCI.

    Les SCoTs, le ZANT et le post-ZAN n’en sont pas ; AVOT, l’agence AUV non plus. Le site
    www.AVOT.fr et le [dossier SCoT](https://val.fr/EPCI/ZAN) le disent.
axes:
  - numero: 1
    titre: Habiter
    introduction: Le SCoT d’abord.
    sections:
      - numero: "1.1"
        titre: Logement
        actions: [{numero: 1, titre: Suivi}]
"""


def _book(folder: Path, *, told: bool) -> Publication:
    lines = "".join(f"  {acronym}: {words}\n" for acronym, words in SIGLES.items())
    file = folder / f"programme-{told}.yaml"
    file.write_text(PROGRAMME + (f"sigles:\n{lines}" if told else ""), encoding="utf-8")
    return build(load_programme(file))


def _told(book: Publication) -> list[tuple[str, str]]:
    return walk(book.to_bytes(profile="web")).expansions


def test_the_first_use_in_each_text_is_told_in_full(tmp_path: Path) -> None:
    assert _told(_book(tmp_path, told=True)) == [
        *((acronym, SIGLES[acronym]) for acronym in ("SCoT", "EPCI", "ZAN", "AVOT")),
        ("AUV", "Agence d’urbanisme du Val"),
        ("SCoT", SIGLES["SCoT"]),
    ]


@pytest.mark.parametrize("profile", ["web", "print", "archive"])
def test_nothing_of_it_is_seen(tmp_path: Path, profile: str) -> None:
    """The words, their lines and the order of both are those of the book without acronyms."""
    plain, told = (_book(tmp_path, told=told) for told in (False, True))
    texts = [
        [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
        for content in (book.to_bytes(profile=profile) for book in (plain, told))  # type: ignore[arg-type]
    ]
    assert texts[0] == texts[1]
    assert _glyphs(plain) == pytest.approx(_glyphs(told), abs=1e-6)


def _glyphs(book: Publication) -> list[float]:
    """List where the glyphs of all texts start, page after page."""
    return [place for page in book.book.pages for place in sorted(_starts(page.things))]


def _starts(things: tuple[object, ...]) -> Iterator[float]:
    for thing in things:
        if not isinstance(thing, TextThing):
            continue
        for span in thing.spans:
            x = thing.x + span.x
            for run, added in span.runs:
                for glyph in run.glyphs:
                    yield thing.y * 1000 + x
                    x += glyph.advance * span.size / 1000 * span.scale + span.tracking
                x += added


@pytest.mark.parametrize("example", ["ppa-2021", "rapport-2025"])
def test_each_known_acronym_of_a_running_text_is_told(example: str) -> None:
    programme = load_programme(EXAMPLES / example / "programme.yaml")
    book, known = build(programme).book, known_acronyms(programme)
    texts: dict[int, str] = {}
    told: set[str] = set()
    for page in book.pages:
        for thing in page.things:
            if not isinstance(thing, TextThing) or thing.node is None:
                continue
            node, owner = book.nodes[thing.node], thing.node
            if node.expansion:
                assert known[thing.text.strip()] == node.expansion
                told.add(thing.text.strip())
                assert node.parent is not None
                owner = node.parent
            texts[owner] = texts.get(owner, "") + thing.text
    # Labels and captions of a word or two are no running text.
    said = " ".join(
        text
        for node, text in texts.items()
        if book.nodes[node].role in ("P", "LBody") and len(text) > 30
    )
    used = {one for one in known if re.search(rf"(?<![\w\-‑/]){one}(?![\w\-‑/])", said)}
    assert len(used) > 20
    assert used - told == set()
