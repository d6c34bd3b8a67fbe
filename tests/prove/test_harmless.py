"""What looks like a fault and is none: each is drawn into a good file, and nothing is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from aula_reports.resources import ICC_PROFILES
from tests.prove.print_seeds import HEIGHT, WIDTH
from tests.prove.spoilers import (
    MM,
    Spoil,
    codes_of,
    drop_attribute,
    elements,
    first,
    font,
    form,
    image,
    ink,
    kids,
    link,
    report_on,
    resource,
    spoilt,
    tint,
)


def _drawn(drawing: str) -> Spoil:
    return lambda pdf: ink(pdf, drawing)


def _text(x: float, y: float, size: float, colour: str) -> Spoil:
    return _drawn(f"/Over gs {colour} 0 Tc BT /G1 {size} Tf {x} {y} Td <00010002> Tj ET")


def _annotation_outside(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=Array([0, 0, 3, 3]))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def _printers_mark(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.PrinterMark, Rect=Array([0, 0, 300, 300]))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def _no_transfer(pdf: Pdf) -> None:
    resource(pdf, "ExtGState", "Plain", Dictionary(TR2=Name.Default))
    ink(pdf, "/Plain gs 0 0 0 1 k 100 100 20 20 re f")


def _knocking_white(pdf: Pdf) -> None:
    resource(pdf, "ExtGState", "Plain", Dictionary(OP=True, OPM=0))
    ink(pdf, "/Plain gs 0 0 0 0 k 100 100 20 20 re f")


def _registration_outside(pdf: Pdf) -> None:
    space = Array([Name.Separation, Name.All, Name.DeviceCMYK, tint(pdf, "1 1 1 1")])
    resource(pdf, "ColorSpace", "Reperes", space)
    ink(pdf, "/Reperes CS 1 SCN 0.1 w -12 50 m -10 50 l S")


def _tab(pdf: Pdf) -> None:
    ink(pdf, f"1 0 0 0 k {WIDTH - 20} 100 {20 + 5 * MM} 40 re f")
    _text(WIDTH - 2 * MM - 8, 110, 9, "/Knock gs 0 0 0 0 k")(pdf)
    _text(WIDTH - 2 * MM - 8, 125, 9, "0 0 0 1 k")(pdf)


def _black_as_a_separation(pdf: Pdf) -> None:
    space = Array([Name.Separation, Name.Black, Name.DeviceCMYK, tint(pdf, "0 0 0 1")])
    resource(pdf, "ColorSpace", "Noir", space)
    ink(pdf, "/Noir cs 1 scn 100 100 20 20 re f")


def _profiled_cmyk(pdf: Pdf) -> None:
    profile = pdf.make_stream((ICC_PROFILES / "FOGRA39L_coated.icc").read_bytes())
    profile.N = 4
    resource(pdf, "ColorSpace", "Presse", Array([Name.ICCBased, profile]))
    ink(pdf, "/Presse cs 1 0 0 0 scn 100 100 20 20 re f")


def _unused_rgb(pdf: Pdf) -> None:
    """A colour that is set and never painted with is no colour of the page."""
    resource(pdf, "XObject", "Jamais", form(pdf, "1 0 0 rg 0 0 20 20 re f"))
    ink(pdf, "q 1 0 0 rg 0 1 0 RG Q q 1 0 0 rg 0 0 1 1 re n Q")


def _clipped_image(pdf: Pdf) -> None:
    """An image larger than what is shown of it does not touch the cut."""
    resource(pdf, "XObject", "Photo", image(pdf, b"\0\0\0\x80", 900, 900, Name.DeviceCMYK))
    ink(pdf, "q 50 50 100 100 re W n 200 0 0 200 0 0 cm /Photo Do Q")


def _turned_image(pdf: Pdf) -> None:
    resource(pdf, "XObject", "Photo", image(pdf, b"\0\0\0\x80", 300, 300, Name.DeviceCMYK))
    ink(pdf, "q 0 60 -60 0 200 200 cm /Photo Do Q q 40 40 -40 40 200 300 cm /Photo Do Q")


def _light_jpeg(pdf: Pdf) -> None:
    """Inks turned over twice, by an Adobe marker and by Decode, are those that were meant."""
    import io

    from PIL import Image

    stream = io.BytesIO()
    Image.new("CMYK", (300, 300), (10, 10, 10, 10)).save(stream, "JPEG", quality=95)
    picture = image(pdf, b"", 300, 300, Name.DeviceCMYK)
    picture.write(stream.getvalue(), filter=Name.DCTDecode)
    picture.Decode = Array([1, 0, 1, 0, 1, 0, 1, 0])
    resource(pdf, "XObject", "Photo", picture)
    ink(pdf, "q 60 0 0 60 100 100 cm /Photo Do Q")


PRINTED: dict[str, Spoil] = {
    "annotation outside": _annotation_outside,
    "printer's mark": _printers_mark,
    "default transfer": _no_transfer,
    "white that knocks out": _knocking_white,
    "registration marks": _registration_outside,
    "thumb tab": _tab,
    "black as a separation": _black_as_a_separation,
    "profiled CMYK": _profiled_cmyk,
    "unused RGB": _unused_rgb,
    "clipped image": _clipped_image,
    "turned images": _turned_image,
    "light JPEG": _light_jpeg,
    "hairline among the marks": _drawn("0 0 0 1 K 0.1 w -12 -12 m -12 -8 l S"),
    "rule thickened by a scale": _drawn("q 10 0 0 10 0 0 cm 0.05 w 10 10 m 20 10 l S Q"),
    "ink at 300 %": _drawn("0.8 0.8 0.8 0.6 k 100 100 20 20 re f"),
    "large rich black": _text(100, 100, 30, "0.6 0.4 0.4 1 k"),
    "small coloured text": _text(100, 100, 8, "1 0.7 0.3 0.3 k"),
    "solid through the bleed": _drawn(f"1 0 0 0 k -20 100 {WIDTH + 40} {HEIGHT} re f"),
    "white to the cut": _drawn("/Knock gs 0 0 0 0 k 0 100 20 20 re f"),
    "invisible text": _drawn("BT 3 Tr /G1 9 Tf 2 200 Td <0001> Tj 0 Tr ET"),
    "blanks at the edge": _drawn("BT /G1 9 Tf 2 200 Td <00070007> Tj ET"),
    "a string with parentheses": _drawn("/Essai<</A(a\\)b(c)d)>>BDC EMC 0 0 0 1 k 9 9 m n"),
}


@pytest.mark.parametrize("what", PRINTED)
def test_harmless_things_pass_in_the_printers_file(what: str, tmp_path: Path) -> None:
    assert codes_of(report_on(spoilt("print", PRINTED[what]), tmp_path)) == set()


def _language_of_elements(pdf: Pdf) -> None:
    del pdf.Root.Lang
    first(pdf, "Document").Lang = String("fr-Latn-FR")


def _mapped_role(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary({"/Pavé": Name("/Texte"), "/Texte": Name.P})
    first(pdf, "P").S = Name("/Pavé")


def _told_by_actual_text(pdf: Pdf) -> None:
    figure = first(pdf, "Figure")
    del figure.Alt
    figure.ActualText = String("40 %")


def _scope_without_headers(pdf: Pdf) -> None:
    for element in elements(pdf):
        if element.S == Name.TD:
            drop_attribute(element, "/Headers")


def _tall_cell(pdf: Pdf) -> None:
    """Let a row's head stand for the next row too, which then has one cell less."""
    rows = [element for element in elements(pdf) if element.S == Name.TR]
    rows[1].K[0].A = Array([Dictionary(O=Name.Table, Scope=Name.Row, RowSpan=2)])
    lost = rows[2].K[0]
    rows[1].K[0].K = Array([*kids(rows[1].K[0]), *kids(lost)])
    del rows[2].K[0]
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums[3]
    for rank, held in enumerate(list(parents)):
        if held.objgen == lost.objgen:
            parents[rank] = rows[1].K[0]
    for cell in rows[2].K:
        drop_attribute(cell, "/Headers")


def _hidden_note(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, F=2, Rect=Array([9, 9, 20, 20]))
    pdf.pages[0].Annots.append(pdf.make_indirect(note))


def _named_note(pdf: Pdf) -> None:
    note = first(pdf, "P")
    note.S, note.ID = Name.Note, String("note-1")


def _encoded_by_name(pdf: Pdf) -> None:
    """A simple font with a named encoding needs no ToUnicode; unshown, it needs nothing."""
    plain = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
    font(pdf)  # the page has fonts to stand beside
    resource(pdf, "Font", "Simple", plain)


def _deeper_then_back(pdf: Pdf) -> None:
    first(pdf, "H2").S = Name.H1


def _described_link(pdf: Pdf) -> None:
    link(pdf).Contents = String("Aller au tableau")


TAGGED: dict[str, Spoil] = {
    "language of elements": _language_of_elements,
    "role mapped twice": _mapped_role,
    "figure told by its text": _told_by_actual_text,
    "scopes without headers": _scope_without_headers,
    "cell of two rows": _tall_cell,
    "hidden note": _hidden_note,
    "named note": _named_note,
    "font that is not shown": _encoded_by_name,
    "two first headings": _deeper_then_back,
    "another description": _described_link,
}


@pytest.mark.parametrize("what", TAGGED)
def test_harmless_things_pass_in_the_accessible_file(what: str, tmp_path: Path) -> None:
    assert codes_of(report_on(spoilt("web", TAGGED[what]), tmp_path)) == set()
