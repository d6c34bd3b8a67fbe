"""Faults sown into the printer's file: what is done, and the code of the rule that must see it."""

from __future__ import annotations

from typing import Any, NamedTuple

from pikepdf import Array, Dictionary, Name, Pdf

from aula_reports.resources import ICC_PROFILES
from tests.prove.spoilers import (
    MM,
    Spoil,
    font,
    form,
    image,
    ink,
    resource,
    rewrite_metadata,
    tint,
)

WIDTH, HEIGHT = 150 * MM, 200 * MM


class Seed(NamedTuple):
    """A fault; `also` are codes of rules that rightly see it too."""

    code: str
    what: str
    spoil: Spoil
    also: tuple[str, ...] = ()


def _drawn(drawing: str) -> Spoil:
    return lambda pdf: ink(pdf, drawing)


def _text(x: float, y: float, colour: str = "0 0 0 1 k", state: str = "Over") -> Spoil:
    words = f"/{state} gs {colour} 0 Tc BT /G1 9.5 Tf {x} {y} Td <00010002> Tj ET"
    return _drawn(words)


def _old_claim(pdf: Pdf) -> None:
    rewrite_metadata(pdf, "PDF/X-4", "PDF/X-3:2003")


def _claim_in_information_only(pdf: Pdf) -> None:
    rewrite_metadata(pdf, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "")
    pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-4"


def _no_version_id(pdf: Pdf) -> None:
    rewrite_metadata(pdf, "<xmpMM:VersionID>1</xmpMM:VersionID>", "")


def _later_version(pdf: Pdf) -> None:
    pdf.Root.Version = Name("/1.7")


def _no_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def _unnamed_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents[0].OutputConditionIdentifier


def _no_profile(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents[0].DestOutputProfile


def _screen_profile(pdf: Pdf) -> None:
    profile = pdf.make_stream((ICC_PROFILES / "sRGB.icc").read_bytes())
    profile.N = 4
    pdf.Root.OutputIntents[0].DestOutputProfile = profile


def _rgb_press(pdf: Pdf) -> None:
    content = bytearray((ICC_PROFILES / "sRGB.icc").read_bytes())
    content[12:16] = b"prtr"
    profile = pdf.make_stream(bytes(content))
    profile.N = 3
    pdf.Root.OutputIntents[0].DestOutputProfile = profile


def _three_components(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


def _no_trim(pdf: Pdf) -> None:
    del pdf.pages[1].TrimBox


def _two_formats(pdf: Pdf) -> None:
    pdf.pages[1].ArtBox = pdf.pages[1].TrimBox


def _bleed_beyond_page(pdf: Pdf) -> None:
    pdf.pages[0].BleedBox = Array([-5, -5, 460, 600])


def _rgb_group(pdf: Pdf) -> None:
    pdf.pages[2].Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


def _rgb_image(pdf: Pdf) -> None:
    resource(pdf, "XObject", "Photo", image(pdf, b"\1\2\3", 300, 300, Name.DeviceRGB))
    ink(pdf, "q 60 0 0 60 100 100 cm /Photo Do Q")


def _rgb_palette(pdf: Pdf) -> None:
    palette = Array([Name.Indexed, Name.DeviceRGB, 1, b"\0\0\0\xff\xff\xff"])
    resource(pdf, "XObject", "Photo", image(pdf, b"\1", 300, 300, palette))
    ink(pdf, "q 60 0 0 60 100 100 cm /Photo Do Q")


def _rgb_inline(pdf: Pdf) -> None:
    ink(pdf, "q 1 0 0 1 100 100 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q")


def _rgb_form(pdf: Pdf) -> None:
    inner = form(pdf, "1 0 0 rg 0 0 20 20 re f")
    resource(pdf, "XObject", "Outer", form(pdf, "/Inner Do", XObject=Dictionary(Inner=inner)))
    ink(pdf, "q 1 0 0 1 100 100 cm /Outer Do Q")


def _rgb_soft_mask(pdf: Pdf) -> None:
    group = form(pdf, "0 0 400 400 re f")
    group.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    mask = Dictionary(S=Name.Luminosity, G=group)
    resource(pdf, "ExtGState", "Soft", Dictionary(SMask=mask))
    ink(pdf, "q /Soft gs 0 0 0 0.5 k 100 100 20 20 re f Q")


def _rgb_shading(pdf: Pdf) -> None:
    ends = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0]), N=1)
    ends.C1 = Array([1, 1, 1])
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Function=ends)
    shading.Coords = Array([0, 0, 100, 0])
    resource(pdf, "Shading", "Dawn", shading)
    ink(pdf, "q 100 100 20 20 re W n /Dawn sh Q")


def _rgb_pattern(pdf: Pdf) -> None:
    tile = pdf.make_stream(b"0 1 0 rg 0 0 5 5 re f")
    tile.PatternType, tile.PaintType, tile.TilingType = 1, 1, 1
    tile.BBox, tile.XStep, tile.YStep = Array([0, 0, 10, 10]), 10, 10
    tile.Resources = Dictionary()
    resource(pdf, "Pattern", "Tile", tile)
    ink(pdf, "/Pattern cs /Tile scn 100 100 40 40 re f")


def _rgb_glyph(pdf: Pdf) -> None:
    glyph = pdf.make_stream(b"1000 0 d0 1 0 0 rg 0 0 750 750 re f")
    drawn = Dictionary(Type=Name.Font, Subtype=Name.Type3, FirstChar=97, LastChar=97)
    drawn.FontBBox, drawn.FontMatrix = Array([0, 0, 750, 750]), Array([0.001, 0, 0, 0.001, 0, 0])
    drawn.CharProcs, drawn.Widths = Dictionary(carre=glyph), Array([1000])
    drawn.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([97, Name.carre]))
    resource(pdf, "Font", "Dessin", drawn)
    ink(pdf, "/Over gs 0 0 0 1 k BT /Dessin 10 Tf 100 100 Td (a) Tj ET")


def _rgb_stand_in(pdf: Pdf) -> None:
    full = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1)
    full.C0, full.C1 = Array([1, 1, 1]), Array([1, 0, 0])
    space = Array([Name.Separation, Name.Black, Name.DeviceRGB, full])
    resource(pdf, "ColorSpace", "Noir", space)
    ink(pdf, "/Noir cs 1 scn 100 100 40 40 re f")


def _loose_font(pdf: Pdf) -> None:
    del font(pdf).DescendantFonts[0].FontDescriptor.FontFile2


def _script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.beep()")


def _page_action(pdf: Pdf) -> None:
    pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS="app.beep()"))


def _annotation(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([100, 100, 120, 120]))
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


def _state(**entries: Any) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        resource(pdf, "ExtGState", "Spoilt", Dictionary(**entries))
        ink(pdf, "/Spoilt gs 0 0 0 1 k 100 100 20 20 re f")

    return spoil


def _alternates(pdf: Pdf) -> None:
    picture = image(pdf, b"\0\0\0\x80", 300, 300, Name.DeviceCMYK)
    picture.Alternates = Array([])
    resource(pdf, "XObject", "Photo", picture)
    ink(pdf, "q 60 0 0 60 100 100 cm /Photo Do Q")


def _form_with(key: str, value: object) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        made = form(pdf, "0 0 20 20 re n")
        made[key] = value
        resource(pdf, "XObject", "Shape", made)
        ink(pdf, "/Shape Do")

    return spoil


def _postscript(pdf: Pdf) -> None:
    program = pdf.make_stream(b"showpage")
    program.Type, program.Subtype = Name.XObject, Name.PS
    resource(pdf, "XObject", "Program", program)
    ink(pdf, "/Program Do")


def _unknown_trapping(pdf: Pdf) -> None:
    rewrite_metadata(pdf, "<pdf:Trapped>False</pdf:Trapped>", "")
    pdf.docinfo["/Trapped"] = Name.Unknown


def _other_title(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = "Un autre titre"


def _other_date(pdf: Pdf) -> None:
    pdf.docinfo["/ModDate"] = "D:20200101120000+01'00'"


def _view_of_trim(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences = Dictionary(PrintArea=Name.TrimBox)


def _lzw(pdf: Pdf) -> None:
    packed = pdf.make_stream(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01")
    packed.Filter = Name.LZWDecode
    pdf.Root.PieceInfo = Dictionary(Essai=pdf.make_indirect(packed))


def _two_stand_ins(pdf: Pdf) -> None:
    first = Array([Name.Separation, Name.Or, Name.DeviceCMYK, tint(pdf)])
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))])
    resource(pdf, "ColorSpace", "Or1", first)
    resource(pdf, "ColorSpace", "Or2", Array([Name.Separation, Name.Or, lab, tint(pdf)]))
    ink(pdf, "/Or1 cs 1 scn 100 100 20 20 re f /Or2 cs 1 scn 140 100 20 20 re f")


def _spot(name: str) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        space = Array([Name.Separation, Name(name), Name.DeviceCMYK, tint(pdf)])
        resource(pdf, "ColorSpace", "Ton", space)
        ink(pdf, "/Ton cs 1 scn 100 100 20 20 re f")

    return spoil


def _layers(pdf: Pdf) -> None:
    automatic = Array([Dictionary(Event=Name.Print, OCGs=Array([]), Category=Array([]))])
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary(AS=automatic))


def _picture(pixel: bytes, pixels: int, points: float) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        resource(pdf, "XObject", "Photo", image(pdf, pixel, pixels, pixels, Name.DeviceCMYK))
        ink(pdf, f"q {points} 0 0 {points} 100 100 cm /Photo Do Q")

    return spoil


def _missing_page(pdf: Pdf) -> None:
    del pdf.pages[3]


def _narrow_bleed(pdf: Pdf) -> None:
    pdf.pages[0].BleedBox = Array([12, 12, 14.173 + WIDTH + 2, 14.173 + HEIGHT + 2])


def _other_format(pdf: Pdf) -> None:
    x0, y0, x1, y1 = (float(number) for number in pdf.pages[3].MediaBox)
    pdf.pages[3].MediaBox = Array([x0, y0, x1, y1 + 20])
    for key in ("/BleedBox", "/TrimBox"):
        box = [float(number) for number in pdf.pages[3][key]]
        pdf.pages[3][key] = Array([*box[:3], box[3] + 20])


def _profiled_rgb(pdf: Pdf) -> None:
    profile = pdf.make_stream((ICC_PROFILES / "sRGB.icc").read_bytes())
    profile.N = 3
    resource(pdf, "ColorSpace", "Ecran", Array([Name.ICCBased, profile]))
    ink(pdf, "/Ecran cs 1 0 0 scn 100 100 20 20 re f")


def _heavy_jpeg(pdf: Pdf) -> None:
    import io

    from PIL import Image

    stream = io.BytesIO()
    Image.new("CMYK", (300, 300), (240, 240, 240, 200)).save(stream, "JPEG", quality=95)
    picture = image(pdf, b"", 300, 300, Name.DeviceCMYK)
    picture.write(stream.getvalue(), filter=Name.DCTDecode)
    picture.Decode = Array([1, 0, 1, 0, 1, 0, 1, 0])
    resource(pdf, "XObject", "Photo", picture)
    ink(pdf, "q 60 0 0 60 100 100 cm /Photo Do Q")


def _deep_image(pdf: Pdf) -> None:
    picture = image(pdf, b"\0\0\0\0\0\0\x80\0", 300, 300, Name.DeviceCMYK)
    picture.BitsPerComponent = 16
    resource(pdf, "XObject", "Photo", picture)
    ink(pdf, "q 60 0 0 60 100 100 cm /Photo Do Q")


_WHITE = "/Spoilt gs 0 0 0 0 k 100 100 20 20 re f"


def _white(pdf: Pdf) -> None:
    resource(pdf, "ExtGState", "Spoilt", Dictionary(OP=True, op=True, OPM=1))
    ink(pdf, _WHITE)


EXCHANGE_SEEDS = (
    Seed("X4-01", "another PDF/X", _old_claim),
    Seed("X4-02", "claimed in the information only", _claim_in_information_only),
    Seed("X4-03", "no version of the document", _no_version_id),
    Seed("X4-04", "PDF 1.7", _later_version),
    Seed("X4-05", "no output intent", _no_intent),
    Seed("X4-06", "unnamed condition", _unnamed_intent),
    Seed("X4-07", "no output profile", _no_profile),
    Seed("X4-08", "a screen's profile", _screen_profile),
    Seed("X4-08", "three components told", _three_components, ("X4-12",)),
    Seed("X4-09", "no trim", _no_trim),
    Seed("X4-09", "trim and art", _two_formats),
    Seed("X4-10", "bleed beyond the page", _bleed_beyond_page),
    Seed("X4-11", "RGB group", _rgb_group),
    Seed("X4-11", "RGB solid", _drawn("1 0 0 rg 100 100 20 20 re f")),
    Seed("X4-11", "RGB text", _text(100, 100, "1 0 0 rg")),
    Seed("X4-11", "RGB image", _rgb_image),
    Seed("X4-11", "RGB palette", _rgb_palette),
    Seed("X4-11", "RGB inline image", _rgb_inline),
    Seed("X4-11", "RGB in a form in a form", _rgb_form),
    Seed("X4-11", "RGB group of a soft mask", _rgb_soft_mask),
    Seed("X4-11", "RGB shading", _rgb_shading),
    Seed("X4-11", "RGB pattern", _rgb_pattern),
    Seed("X4-11", "RGB glyph", _rgb_glyph),
    Seed("X4-11", "RGB beneath a separation", _rgb_stand_in),
    Seed("X4-12", "CMYK for an RGB press", _rgb_press),
    Seed("X4-13", "font not embedded", _loose_font),
    Seed("X4-15", "script at opening", _script),
    Seed("X4-15", "action of a page", _page_action),
    Seed("X4-16", "note on the page", _annotation),
    Seed("X4-17", "transfer function", _state(TR=Name.Identity)),
    Seed("X4-18", "named halftone", _state(HT=Dictionary(HalftoneType=1, HalftoneName="x"))),
    Seed("X4-19", "alternate images", _alternates),
    Seed("X4-20", "OPI", _form_with("/OPI", Dictionary())),
    Seed("X4-21", "PostScript", _postscript),
    Seed("X4-22", "unknown trapping", _unknown_trapping),
    Seed("X4-24", "reference to another file", _form_with("/Ref", Dictionary(F="x.pdf"))),
    Seed("X4-25", "two titles", _other_title),
    Seed("X4-26", "LZW", _lzw),
    Seed("X4-27", "one ink told twice", _two_stand_ins, ("P-14",)),
    Seed("X4-29", "the trim alone printed", _view_of_trim),
    Seed("X4-30", "two dates", _other_date),
    Seed("X4-28", "layers by themselves", _layers),
)

PRINT_SEEDS = (
    Seed("P-01", "150 dpi", _picture(b"\0\0\0\x80", 125, 60)),
    Seed("P-02", "210 dpi", _picture(b"\0\0\0\x80", 175, 60)),
    Seed("P-03", "ink at 340 %", _drawn("0.9 0.9 0.9 0.7 k 100 100 20 20 re f")),
    Seed("P-03", "a stroke at 340 %", _drawn("0.9 0.9 0.9 0.7 K 1 w 100 100 20 20 re S")),
    Seed("P-04", "image at 340 %", _picture(b"\xe6\xe6\xe6\xb4", 300, 60)),
    Seed("P-04", "JPEG at 360 %", _heavy_jpeg),
    Seed("P-05", "thin rule", _drawn("0 0 0 1 K 0.1 w 100 100 m 200 100 l S")),
    Seed(
        "P-05",
        "rule made thin by a scale",
        _drawn("q .1 0 0 .1 0 0 cm 1 w 900 900 m 1900 900 l S Q"),
    ),
    Seed("P-05", "filled sliver", _drawn("0 0 0 1 k 100 100 80 0.1 re f")),
    Seed("P-06", "text at 2 mm", _text(2 * MM, 200)),
    Seed("P-06", "text across the cut", _text(-3, 200)),
    Seed("P-07", "text at 4 mm", _text(4 * MM, 200)),
    Seed("P-08", "rich black text", _text(100, 100, "0.6 0.4 0.4 1 k")),
    Seed("P-09", "white overprint", _white),
    Seed("P-10", "three pages", _missing_page),
    Seed("P-11", "solid cut short", _drawn("1 0 0 0 k 0 100 20 20 re f")),
    Seed("P-11", "solid cut short at the top", _drawn(f"1 0 0 0 k 50 {HEIGHT - 40} 20 44 re f")),
    Seed("P-12", "narrow bleed", _narrow_bleed),
    Seed("P-14", "spot ink", _spot("/Or")),
    Seed("P-15", "registration in the page", _spot("/All")),
    Seed("P-16", "profiled RGB", _profiled_rgb),
    Seed("P-18", "another format", _other_format),
    Seed("P-19", "solid at 3 %", _drawn("0.03 0 0 0 k 100 100 20 20 re f")),
    Seed("P-22", "image of sixteen bits", _deep_image),
    Seed("P-20", "black that knocks out", _text(100, 100, state="Knock")),
)
