import io
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from aula_reports.write.colour import Ink, Profile, paint
from aula_reports.write.pdf import Supplies, write_file
from aula_reports.write.syntax import date, number, text_string
from tests.write.sample_book import FACES, INKS, TITLE, sample_book

_DIGEST_BOTH = """
import hashlib
from aula_reports.write.pdf import Supplies, write_file
from tests.write.sample_book import FACES, INKS, sample_book
for profile in ("web", "print"):
    content = write_file(sample_book(), Supplies(FACES, INKS), profile).content
    print(hashlib.sha256(content).hexdigest())
"""


def test_the_same_book_gives_the_same_bytes_whatever_the_hash_seed_and_zone() -> None:
    outcomes = set()
    for seed, zone in (("0", "UTC"), ("4242", "Pacific/Auckland")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        run = subprocess.run(
            [sys.executable, "-c", _DIGEST_BOTH],
            capture_output=True,
            check=True,
            env=environment,
            text=True,
        )
        outcomes.add(run.stdout)
    assert len(outcomes) == 1
    assert len(set(outcomes.pop().split())) == 2


def test_writing_twice_gives_the_same_bytes(files: dict[Profile, bytes]) -> None:
    assert write_file(sample_book(), Supplies(FACES, INKS), "web").content == files["web"]


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf n’est pas installé")
def test_qpdf_finds_no_fault(files: dict[Profile, bytes], tmp_path: Path) -> None:
    for profile, content in files.items():
        file = tmp_path / f"{profile}.pdf"
        file.write_bytes(content)
        subprocess.run(
            ["qpdf", "--check", "--warning-exit-0", file], capture_output=True, check=True
        )


def test_boxes_are_trim_for_screens_and_bleed_for_printers(files: dict[Profile, bytes]) -> None:
    width, height = 425.197, 566.929
    assert _box(files["web"], "MediaBox") == pytest.approx((0, 0, width, height))
    assert _box(files["web"], "TrimBox") == pytest.approx((0, 0, width, height))
    bled = 14.173
    edges = (bled, bled, bled + width, bled + height)
    assert _box(files["print"], "TrimBox") == pytest.approx(edges, abs=0.01)
    assert _box(files["print"], "MediaBox") == pytest.approx(
        (0, 0, width + 2 * bled, height + 2 * bled), abs=0.01
    )
    declared = 5.669  # 2 mm of the 5 drawn stay outside the 3 mm of bleed
    assert _box(files["print"], "BleedBox")[:2] == pytest.approx((declared, declared), abs=0.01)


def _box(content: bytes, name: str) -> tuple[float, ...]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return tuple(float(edge) for edge in pdf.pages[0].obj[f"/{name}"])


@pytest.mark.parametrize(
    ("profile", "version", "intent", "claims"),
    [
        ("print", "1.6", "/GTS_PDFX", ("GTS_PDFXVersion>PDF/X-4<", "Trapped>False<")),
        ("web", "1.7", "/GTS_PDFA1", ("pdfuaid:part>1<", "pdfaid:conformance>A<")),
    ],
)
def test_each_profile_claims_its_standards(
    files: dict[Profile, bytes],
    profile: Profile,
    version: str,
    intent: str,
    claims: tuple[str, ...],
) -> None:
    with pikepdf.open(io.BytesIO(files[profile])) as pdf:
        assert pdf.pdf_version == version
        assert str(pdf.Root.OutputIntents[0].S) == intent
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert str(pdf.trailer.Info.Title) == TITLE
        assert "/Filter" not in pdf.Root.Metadata
    assert all(claim in packet for claim in claims)
    assert ("pdfuaid" in packet.split("xmpMM=")[1]) == (profile == "web")


def test_links_and_bookmarks_lead_to_their_page(files: dict[Profile, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files["web"])) as pdf:
        inner, outer = pdf.pages[0].Annots
        assert inner.Dest[0].objgen == pdf.pages[1].objgen
        assert float(inner.Dest[3]) == 520
        assert str(outer.A.URI) == "https://exemple.fr/%C3%A9t%C3%A9?a=1"
        bookmark = pdf.Root.Outlines.First.First
        assert str(bookmark.Title) == "Tableau"
        assert bookmark.Dest[0].objgen == pdf.pages[1].objgen
    with pikepdf.open(io.BytesIO(files["print"])) as pdf:
        assert "/Annots" not in pdf.pages[0]
        assert float(pdf.Root.Outlines.First.Dest[3]) == pytest.approx(520 + 14.173, abs=0.01)


def test_small_black_text_overprints_and_no_other(files: dict[Profile, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files["print"])) as pdf:
        content = pdf.pages[0].Contents.read_bytes().decode()
        assert pdf.pages[0].Resources.ExtGState.Over.OPM == 1
    heading = content.index("24 Tf")
    assert content.rindex("gs", 0, heading) == content.rindex("/Knock gs", 0, heading) + 7
    assert "/Over gs" in content[heading:]


def test_no_unembedded_font_is_named(files: dict[Profile, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files["web"])) as pdf:
        names = {str(f.BaseFont) for f in pdf.pages[0].Resources.Font.values()}
    assert len(names) == 4
    assert all(name[7] == "+" for name in names)


def test_the_date_is_an_argument(supplies: Supplies) -> None:
    moment = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
    content = write_file(sample_book(), supplies, "web", moment=moment).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.trailer.Info.CreationDate) == "D:20260301123000Z"
        assert b"2026-03-01T12:30:00Z" in pdf.Root.Metadata.read_bytes()


def test_a_book_without_bookmarks_has_no_outline(supplies: Supplies) -> None:
    content = write_file(replace(sample_book(), outline=()), supplies, "web").content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert "/Outlines" not in pdf.Root


def test_an_ink_is_written_in_the_colours_of_the_profile() -> None:
    ink = Ink("nuit", (1, 0.7, 0.3, 0.3), (0.05, 0.2, 0.318))
    assert paint(ink, "print").fill == "1 0.7 0.3 0.3 k"
    assert paint(ink, "web").stroke == "0.05 0.2 0.318 RG"


def test_spelling() -> None:
    assert [number(value) for value in (1.0, -0.0001, 0.12345, 100)] == ["1", "0", "0.123", "100"]
    assert text_string("a(b)\\") == "(a\\(b\\)\\\\)"
    assert text_string("é") == "<FEFF00E9>"
    assert date(datetime(2021, 1, 2, tzinfo=UTC)) == "(D:20210102000000Z)"
