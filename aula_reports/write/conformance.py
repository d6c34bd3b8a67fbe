"""What each profile declares of itself: version, output intent, metadata. Tables, no drawing.

`print` is PDF/X-4 (ISO 15930-7), `web` is PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2),
`archive` is PDF/UA-2 (ISO 14289-2), WTPDF 1.0 and PDF/A-4 (ISO 19005-4) in PDF 2.0; with files
attached, PDF/A-4f.
A standard is claimed only in the profile that keeps it: the printer's file carries the same
tags but no links, so it does not say that it is PDF/UA.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from aula_reports.resources import ICC_PROFILES
from aula_reports.typeset.pages import Book
from aula_reports.write.colour import Profile
from aula_reports.write.document import CompactDocument
from aula_reports.write.press import COATED, Press
from aula_reports.write.syntax import date, text_string

CREATOR = "aula-reports"
PRODUCER = "ReportLab"

# The property by which a file says that it is for a printer (ISO 15930-7, 6.2).
_EXCHANGE = "pdfxid:GTS_PDFXVersion"


class OutputIntent(Struct, frozen=True):
    """The colours that a file is made for, and the ICC profile that describes them."""

    subtype: str
    identifier: str
    condition: str
    icc: Path
    components: int


class Conformance(Struct, frozen=True):
    """One profile's declarations. `claims` are XMP properties, `attached_claims` those of a file
    with others in it; `extension` is the XMP besides.
    """

    version: str
    intent: OutputIntent
    claims: tuple[tuple[str, str], ...]
    extension: str
    is_cropped: bool
    has_links: bool
    blending_space: str
    attached_claims: tuple[tuple[str, str], ...] = ()

    @property
    def is_pdf_2(self) -> bool:
        return self.version == "2.0"


# A PDF/A file explains every XMP schema that PDF/A does not know (ISO 19005-2, 6.6.2.3).
_PDFUA_EXTENSION = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""

# PDF Declarations: what a file says that it keeps beside ISO's standards (PDF Association, 2019).
_DECLARED = ("wtpdf#accessibility1.0", "wtpdf#reuse1.0")
_DECLARATIONS = (
    '<rdf:Description rdf:about="" xmlns:pdfd="http://pdfa.org/declarations/">\n'
    "<pdfd:declarations><rdf:Bag>\n"
    + "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfd:conformsTo>http://pdfa.org/declarations/{name}</pdfd:conformsTo></rdf:li>\n"
        for name in _DECLARED
    )
    + "</rdf:Bag></pdfd:declarations>\n</rdf:Description>\n"
)

_SCREEN_INTENT = OutputIntent(
    subtype="GTS_PDFA1",
    identifier="sRGB",
    condition="sRGB IEC 61966-2-1",
    icc=ICC_PROFILES / "sRGB.icc",
    components=3,
)


def _press_intent(press: Press) -> OutputIntent:
    return OutputIntent(
        subtype="GTS_PDFX",
        identifier=press.identifier,
        condition=press.condition or press.identifier,
        icc=press.icc,
        components=4,
    )


CONFORMANCES: Mapping[Profile, Conformance] = {
    "print": Conformance(
        version="1.6",
        intent=_press_intent(COATED),
        claims=((_EXCHANGE, "PDF/X-4"), ("pdf:Trapped", "False")),
        extension="",
        is_cropped=False,
        has_links=False,
        blending_space="DeviceCMYK",
    ),
    "web": Conformance(
        version="1.7",
        intent=_SCREEN_INTENT,
        claims=(
            ("pdfuaid:part", "1"),
            ("pdfaid:part", "2"),
            ("pdfaid:conformance", "A"),
        ),
        extension=_PDFUA_EXTENSION,
        is_cropped=True,
        has_links=True,
        blending_space="DeviceRGB",
    ),
    "archive": Conformance(
        version="2.0",
        intent=_SCREEN_INTENT,
        claims=(
            ("pdfuaid:part", "2"),
            ("pdfuaid:rev", "2024"),
            ("pdfaid:part", "4"),
            ("pdfaid:rev", "2020"),
        ),
        attached_claims=(("pdfaid:conformance", "F"),),
        extension=_DECLARATIONS,
        is_cropped=True,
        has_links=True,
        blending_space="DeviceRGB",
    ),
}

_NOT_XML = dict.fromkeys({*range(0x20), 0xFFFE, 0xFFFF} - {*b"\t\n\r"})

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


def conformance_of(profile: Profile, press: Press) -> Conformance:
    """Give the declarations of a profile; the printer's name the press."""
    found = CONFORMANCES[profile]
    return replace(found, intent=_press_intent(press)) if profile == "print" else found


def draft_of(conformance: Conformance) -> Conformance:
    """Give the declarations of a draft: a printer must not take it for a file to print (X-4)."""
    kept = tuple(claim for claim in conformance.claims if claim[0] != _EXCHANGE)
    return replace(conformance, claims=kept)


def output_intents(document: CompactDocument, intent: OutputIntent) -> str:
    """Write the output intent with its profile embedded (ISO 32000-1, 14.11.5)."""
    profile = document.stream(intent.icc.read_bytes(), f"/N {intent.components}")
    return (
        f"[<</Type/OutputIntent/S/{intent.subtype}"
        f"/OutputConditionIdentifier{text_string(intent.identifier)}"
        f"/OutputCondition{text_string(intent.condition)}/Info{text_string(intent.condition)}"
        f"/RegistryName(http://www.color.org)/DestOutputProfile {profile.ref}>>]"
    )


def information(book: Book, moment: datetime) -> str:
    """Write the Info dictionary: the same facts as the metadata, which PDF/A compares."""
    stamp = date(moment)
    facts = (("Title", book.title), ("Author", book.author), ("Subject", book.subject))
    given = "".join(f"/{key}{text_string(value)}" for key, value in facts if value)
    return (
        f"<<{given}/Creator{text_string(CREATOR)}/Producer{text_string(PRODUCER)}"
        f"/CreationDate{stamp}/ModDate{stamp}/Trapped/False>>"
    )


def metadata(
    book: Book,
    conformance: Conformance,
    moment: datetime,
    digest: str,
    *,
    has_attachments: bool = False,
) -> bytes:
    """Write the XMP packet (ISO 16684-1) with the claims of the profile; `digest` sums up what else
    the file says, in hexadecimal digits.
    """
    claims = conformance.claims + (conformance.attached_claims if has_attachments else ())
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    properties = "\n".join((*_about(book), *_history(book, moment, digest), *_claims(claims)))
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{spaces}>\n{properties}\n</rdf:Description>\n'
        f"{conformance.extension}</rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )
    return packet.encode()


def _about(book: Book) -> list[str]:
    lines = [
        _property("dc:format", "application/pdf"),
        _property("dc:title", _alternative(book.title)),
        _property("dc:language", _collection("Bag", book.language)),
    ]
    if book.author:
        lines.append(_property("dc:creator", _collection("Seq", book.author)))
    if book.subject:
        lines.append(_property("dc:description", _alternative(book.subject)))
    return lines


def _history(book: Book, moment: datetime, digest: str) -> list[str]:
    stamp = f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    # One document, whatever is corrected in it and whoever it is written for; an instance is one
    # file of it (ISO 16684-1, 8.5: another content is another instance).
    identity = _uuid("\n".join((book.title, book.author, book.subject, book.language)))
    instance = _uuid(f"{digest} {book.title} {stamp}")
    return [
        *(_property(f"xmp:{name}Date", stamp) for name in ("Create", "Modify", "Metadata")),
        _property("xmp:CreatorTool", CREATOR),
        _property("pdf:Producer", PRODUCER),
        _property("xmpMM:DocumentID", f"uuid:{identity}"),
        _property("xmpMM:InstanceID", f"uuid:{instance}"),
        _property("xmpMM:VersionID", "1"),
        _property("xmpMM:RenditionClass", "default"),
    ]


def _claims(claims: tuple[tuple[str, str], ...]) -> list[str]:
    return [_property(name, value) for name, value in claims]


def _property(name: str, value: str) -> str:
    return f"<{name}>{value}</{name}>"


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_xml(text)}</rdf:li></rdf:Alt>'


def _collection(kind: str, text: str) -> str:
    return f"<rdf:{kind}><rdf:li>{_xml(text)}</rdf:li></rdf:{kind}>"


def _xml(text: str) -> str:
    """Write a text in XML 1.0, which has no way to hold control characters (2.2)."""
    without_surrogates = text.encode("utf-8", "ignore").decode()
    return escape(without_surrogates.translate(_NOT_XML), quote=False)


def _uuid(seed: str) -> str:
    digest = hashlib.md5(seed.encode(), usedforsecurity=False).hexdigest()
    cuts = ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))
    return "-".join(digest[start:end] for start, end in cuts)
