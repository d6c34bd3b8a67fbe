"""The archive's file: the same tags in the words of PDF 2.0 (ISO 14289-2, ISO 19005-4)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from aula_reports.compose.data_files import DataFile
from aula_reports.write.colour import Profile
from aula_reports.write.pdf import Supplies, write_file
from tests.write.sample_book import FACES, INKS, sample_book

SOURCE = DataFile("programme.json", "application/json", "Le programme", b"{}", is_source=True)
TABLE = DataFile("actions.csv", "text/csv", "Les actions", b"numero\r\n1\r\n")


@pytest.fixture
def archive(files: dict[Profile, bytes]) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(files["archive"])) as pdf:
        yield pdf


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    found, waiting = [], [pdf.Root.StructTreeRoot]
    while waiting:
        kids: Any = waiting.pop().get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                found.append(kid)
                waiting.append(kid)
    return found


def test_it_is_pdf_2_and_says_all_in_its_metadata(archive: pikepdf.Pdf) -> None:
    packet = archive.Root.Metadata.read_bytes().decode()
    assert archive.pdf_version == "2.0"
    assert "/Info" not in archive.trailer
    for claim in (
        "<pdfuaid:part>2</pdfuaid:part>",
        "<pdfaid:part>4</pdfaid:part>",
        "wtpdf#accessibility1.0",
        "wtpdf#reuse1.0",
    ):
        assert claim in packet
    assert "<pdfaid:conformance>" not in packet


def test_every_element_is_of_the_namespace_of_its_role(archive: pikepdf.Pdf) -> None:
    roles = {str(one.S): "/NS" in one for one in elements(archive)}
    assert {role for role, is_new in roles.items() if not is_new} == {"/TOC", "/TOCI", "/Reference"}
    assert {"/H1", "/Table", "/Link"} <= roles.keys()
    assert str(archive.Root.StructTreeRoot.Namespaces[0].NS) == "http://iso.org/pdf2/ssn"


def test_what_leads_inside_leads_to_an_element(archive: pikepdf.Pdf) -> None:
    zones = [zone for page in archive.pages for zone in page.get("/Annots", [])]
    inside = [zone.A for zone in zones if zone.A.S == "/GoTo"]
    first = archive.Root.Outlines.First
    for action in (*inside, first.A):
        assert action.SD[0].S == "/H1"
        assert action.D[0].objgen in {page.objgen for page in archive.pages}
    assert inside
    assert not any("/Dest" in zone for zone in zones)


def test_entries_of_the_contents_name_their_heading(archive: pikepdf.Pdf) -> None:
    entries = [one for one in elements(archive) if one.S == "/TOCI"]
    assert [entry.Ref[0].S for entry in entries] == ["/H1"] * len(entries)
    assert entries


def test_files_are_carried_and_said_what_they_are() -> None:
    supplies = Supplies(FACES, INKS, attached=(SOURCE, TABLE))
    content = write_file(sample_book(), supplies, "archive").content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        relations = {str(one.UF): str(one.AFRelationship) for one in pdf.Root.AF}
        assert relations == {"programme.json": "/Source", "actions.csv": "/Data"}
        assert pdf.attachments["actions.csv"].get_file().read_bytes() == TABLE.content
        assert pdf.attachments["programme.json"].get_file().mime_type == "application/json"
        assert "<pdfaid:conformance>F<" in pdf.Root.Metadata.read_bytes().decode()


def test_only_the_archive_carries_files() -> None:
    with pytest.raises(ValueError, match="only the archive"):
        write_file(sample_book(), Supplies(FACES, INKS, attached=(SOURCE,)), "web")
