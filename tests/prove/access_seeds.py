"""Faults sown into the accessible file, and the code of the rule that must see each."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.prove.print_seeds import Seed
from tests.prove.spoilers import (
    Spoil,
    drop_attribute,
    elements,
    first,
    font,
    form,
    kids,
    link,
    resource,
    rewrite_metadata,
)


def _content(pdf: Pdf, old: str, new: str, page: int = 0) -> None:
    """Change something in a page's content stream, once."""
    content = pdf.pages[page].Contents.read_bytes()
    assert old.encode() in content
    pdf.pages[page].Contents.write(content.replace(old.encode(), new.encode(), 1))


def _changed(old: str, new: str, page: int = 0) -> Spoil:
    return lambda pdf: _content(pdf, old, new, page)


def _without(tag: str, key: str, rank: int = 0) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        del first(pdf, tag, rank)[key]

    return spoil


def _renamed(old: str, new: str, rank: int = 0) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        first(pdf, old, rank).S = Name(f"/{new}")

    return spoil


def _no_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _unmarked(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


def _suspects(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


def _map_roles(**roles: str) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        names = {f"/{tag}": Name(f"/{role}") for tag, role in roles.items()}
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(names)

    return spoil


def _other_part(pdf: Pdf) -> None:
    rewrite_metadata(pdf, "<pdfuaid:part>1<", "<pdfuaid:part>3<")


def _later_part(pdf: Pdf) -> None:
    rewrite_metadata(pdf, "<pdfuaid:part>1<", "<pdfuaid:part>2<")


def _no_title(pdf: Pdf) -> None:
    rewrite_metadata(pdf, "dc:title>", "dc:source>")


def _no_preferences(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences


def _file_name_shown(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def _wrong_language(pdf: Pdf) -> None:
    pdf.Root.Lang = String("français")


def _wrong_language_of_an_element(pdf: Pdf) -> None:
    first(pdf, "P").Lang = String("fr_FR")


def _layers(**entries: Any) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary(**entries))

    return spoil


def _other_layers(pdf: Pdf) -> None:
    first = Dictionary(Name="Calques")
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=first, Configs=Array([Dictionary()]))


def _attached(pdf: Pdf) -> None:
    content = pdf.make_stream(b"a;b")
    specification = Dictionary(Type=Name.Filespec, F="a.csv", EF=Dictionary(F=content))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(["a.csv", specification])))


def _dynamic(pdf: Pdf) -> None:
    packet = pdf.make_stream(b"<dynamicRender>required</dynamicRender>")
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=packet)


def _unreached(pdf: Pdf) -> None:
    del first(pdf, "H1")["/K"]


def _reached_twice(pdf: Pdf) -> None:
    second = first(pdf, "P", 1)
    kids = second.K if isinstance(second.K, Array) else Array([second.K])
    second.K = Array([*kids, Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj, MCID=0)])


def _held_but_absent(pdf: Pdf) -> None:
    heading = first(pdf, "H2")
    heading.K = Array([0, 99])


def _loop(pdf: Pdf) -> None:
    listed = first(pdf, "L")
    listed.K.append(listed)


def _lost_parents(pdf: Pdf) -> None:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    row = numbers[1]
    row[0], row[1] = row[1], row[0]


def _no_parents(pdf: Pdf) -> None:
    del pdf.pages[1].StructParents


def _figure_in_form(pdf: Pdf, times: int) -> None:
    """Put the second page's first heading into a form, shown once or more."""
    page = pdf.pages[1]
    content = page.Contents.read_bytes()
    start, end = content.index(b"/H2<<"), content.index(b"EMC") + 3
    heading = content[start:end]
    shown = form(pdf, heading.decode("latin-1"), Font=page.Resources.Font)
    resource(pdf, "XObject", "Titre", pdf.make_indirect(shown), 1)
    page.Contents.write(content[:start] + b"/Titre Do " * times + content[end:])
    first(pdf, "H2").K = Dictionary(Type=Name.MCR, Pg=page.obj, Stm=shown, MCID=0)


def _reused_form(pdf: Pdf) -> None:
    _figure_in_form(pdf, 2)


def _referring_form(pdf: Pdf) -> None:
    made = form(pdf, "0 0 1 1 re n")
    made.Ref = Dictionary(F="x.pdf", Page=0)
    resource(pdf, "XObject", "Ailleurs", made)
    _content(pdf, "/H1<<", "/Ailleurs Do /H1<<")


def _to_unicode(old: bytes, new: bytes) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        stream = font(pdf).ToUnicode
        content = stream.read_bytes()
        assert old in content
        stream.write(content.replace(old, new, 1))

    return spoil


def _no_to_unicode(pdf: Pdf) -> None:
    del font(pdf).ToUnicode


def _descendant(pdf: Pdf) -> Any:
    return font(pdf).DescendantFonts[0]


def _loose_font(pdf: Pdf) -> None:
    del _descendant(pdf).FontDescriptor.FontFile2


def _no_glyph_map(pdf: Pdf) -> None:
    del _descendant(pdf).CIDToGIDMap


def _odd_glyph_map(pdf: Pdf) -> None:
    _descendant(pdf).CIDToGIDMap = Name("/Autre")


def _undefined_glyph(pdf: Pdf) -> None:
    table = _descendant(pdf).CIDToGIDMap
    content = bytearray(table.read_bytes())
    content[2:4] = b"\0\0"
    table.write(bytes(content))


def _no_scope(pdf: Pdf) -> None:
    """Take the scope of a head, and the heads that a cell names."""
    drop_attribute(first(pdf, "TH"), "/Scope")
    for element in elements(pdf):
        if element.S == Name.TD:
            drop_attribute(element, "/Headers")


def _no_heads(pdf: Pdf) -> None:
    for element in elements(pdf):
        if element.S in (Name.TH, Name.TD):
            element.S = Name.TD
            drop_attribute(element, "/Headers")


def _unknown_head(pdf: Pdf) -> None:
    first(pdf, "TH").ID = String("ailleurs")


def _ragged(pdf: Pdf) -> None:
    """Let the wide cell of the last row span no more than itself."""
    wide = next(element for element in elements(pdf) if "ColSpan" in repr(element.get("/A")))
    drop_attribute(wide, "/ColSpan")


def _formula(pdf: Pdf) -> None:
    first(pdf, "Figure").S = Name.Formula
    del first(pdf, "Formula")["/Alt"]


def _notes(*names: str) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        for name in names:
            note = first(pdf, "P", 0)
            note.S = Name.Note
            if name:
                note.ID = String(name)

    return spoil


def _plain_heading(pdf: Pdf) -> None:
    first(pdf, "H2").S = Name.H


def _plain_headings(pdf: Pdf) -> None:
    first(pdf, "H1").S = Name.H
    first(pdf, "H2").S = Name.H


def _undescribed_link(pdf: Pdf) -> None:
    del link(pdf).Contents


def _link_outside(pdf: Pdf) -> None:
    first(pdf, "Link").S = Name.Span


def _link_misled(pdf: Pdf) -> None:
    link(pdf).StructParent = 0


def _note_on_page(kind: str, **entries: Any) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), **entries)
        note.Rect = Array([100, 100, 120, 120])
        pdf.pages[0].Annots.append(pdf.make_indirect(note))
        if kind == "Widget":
            pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.pages[0].Annots[-1]]))

    return spoil


def _tabs(value: str) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        del pdf.pages[0].Tabs
        if value:
            pdf.pages[0].Tabs = Name(f"/{value}")

    return spoil


def _tagged_mark(pdf: Pdf) -> None:
    _note_on_page("PrinterMark")(pdf)
    note = pdf.pages[0].Annots[-1]
    first(pdf, "Figure").K = Array(
        [*kids(first(pdf, "Figure")), Dictionary(Type=Name.OBJR, Obj=note)]
    )


ACCESS_SEEDS = (
    Seed("UA-00-x01", "no tree", _no_tree, ("UA-01-x01", "UA-28-011")),
    Seed("UA-00-x02", "not marked", _unmarked),
    Seed("UA-01-003", "artifact inside", _changed("0>>BDC", "0>>BDC /Artifact BMC EMC")),
    Seed(
        "UA-01-004",
        "content in an artifact",
        _changed("/H1<<", "/Artifact BMC /H1<<"),
        ("UA-01-x04",),
    ),
    Seed("UA-01-005", "bare content", _changed("/Artifact BMC", "/Essai BMC")),
    Seed("UA-01-005", "bare rule", _changed("/Artifact BMC", "0 0 9 9 re f /Artifact BMC")),
    Seed("UA-01-007", "suspects", _suspects),
    Seed("UA-01-x01", "content in no element", _unreached),
    Seed("UA-01-x02", "content reached twice", _reached_twice, ("UA-01-x06",)),
    Seed("UA-01-x03", "one number twice", _changed("/MCID 1>>", "/MCID 0>>"), ("UA-01-x04",)),
    Seed("UA-01-x04", "element without its content", _held_but_absent, ("UA-01-x06",)),
    Seed("UA-01-x05", "loop in the tree", _loop),
    Seed("UA-01-x06", "table of parents astray", _lost_parents),
    Seed("UA-01-x06", "page without its parents", _no_parents),
    Seed("UA-02-001", "unknown role", _renamed("P", "Pavé")),
    Seed("UA-02-003", "roles in a circle", _map_roles(Un="Deux", Deux="Un")),
    Seed("UA-02-004", "standard role turned", _map_roles(H2="P")),
    Seed("UA-06-002", "another part", _other_part),
    Seed("UA-06-x01", "the next standard", _later_part),
    Seed("UA-06-003", "no title", _no_title),
    Seed("UA-07-001", "no preferences", _no_preferences),
    Seed("UA-07-002", "file name shown", _file_name_shown),
    Seed("UA-09-004", "row outside a table", _renamed("Table", "Div")),
    Seed("UA-09-005", "item of a paragraph", _renamed("L", "Div")),
    Seed("UA-09-005", "text of a list without item", _renamed("LI", "P")),
    Seed("UA-09-006", "entry outside the contents", _renamed("TOC", "Div")),
    Seed("UA-09-x06", "link in an entry", _renamed("Reference", "Span")),
    Seed("UA-10-001", "code without text", _to_unicode(b"<0001>", b"<0F01>")),
    Seed("UA-11-001", "no language", _no_language),
    Seed("UA-11-x01", "wrong language", _wrong_language),
    Seed("UA-11-x01", "wrong language of an element", _wrong_language_of_an_element),
    Seed("UA-13-004", "figure without text", _without("Figure", "/Alt")),
    Seed("UA-14-002", "starts with H2", _renamed("H1", "H2")),
    Seed("UA-14-003", "heading skipped", _renamed("H2", "H3")),
    Seed("UA-14-006", "two H in a part", _plain_headings),
    Seed("UA-14-007", "H and H1", _plain_heading),
    Seed("UA-15-003", "head without scope", _no_scope),
    Seed("UA-15-x01", "head that is nowhere", _unknown_head),
    Seed("UA-15-x02", "cells without heads", _no_heads),
    Seed("UA-15-x03", "ragged table", _ragged),
    Seed("UA-17-002", "formula without text", _formula),
    Seed("UA-19-003", "note without name", _notes("")),
    Seed("UA-19-004", "notes named alike", _notes("n1", "n1")),
    Seed("UA-20-001", "unnamed other layers", _other_layers),
    Seed("UA-20-002", "unnamed first layers", _layers()),
    Seed("UA-20-003", "layers by themselves", _layers(Name="Calques", AS=Array([]))),
    Seed("UA-21-001", "attached file with one name", _attached),
    Seed("UA-25-001", "XFA", _dynamic),
    Seed("UA-28-002", "note outside the tree", _note_on_page("Text", Contents=String("Mot"))),
    Seed("UA-28-004", "note without words", _note_on_page("Text"), ("UA-28-002",)),
    Seed("UA-28-005", "field without label", _note_on_page("Widget"), ("UA-28-010",)),
    Seed("UA-28-007", "trap net", _note_on_page("TrapNet")),
    Seed("UA-28-008", "no order of tabs", _tabs("")),
    Seed("UA-28-009", "tabs by rows", _tabs("R")),
    Seed("UA-28-010", "field outside", _note_on_page("Widget", TU=String("Nom"))),
    Seed("UA-28-011", "link outside", _link_outside),
    Seed("UA-28-012", "link without words", _undescribed_link),
    Seed("UA-28-017", "tagged printer mark", _tagged_mark, ("UA-28-x01",)),
    Seed("UA-28-x01", "link misled", _link_misled),
    Seed("UA-30-001", "reference to another file", _referring_form),
    Seed("UA-30-002", "tagged form shown twice", _reused_form),
    Seed("UA-31-004", "odd map of glyphs", _odd_glyph_map),
    Seed("UA-31-005", "no map of glyphs", _no_glyph_map),
    Seed("UA-31-009", "font not embedded", _loose_font),
    Seed("UA-31-027", "no ToUnicode", _no_to_unicode),
    Seed("UA-31-028", "text of zero", _to_unicode(b"<004C>", b"<0000>")),
    Seed("UA-31-029", "text of U+FFFE", _to_unicode(b"<004C>", b"<FFFE>")),
    Seed("UA-31-030", "undefined glyph", _undefined_glyph),
)
