"""The XMP packet of a file as plain properties (ISO 16684-1): both ways to write one are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_MOST_BYTES = 8 << 20
DC = "http://purl.org/dc/elements/1.1/"
PDF = "http://ns.adobe.com/pdf/1.3/"
PDFX_ID = "http://www.npes.org/pdfx/ns/id/"
PDFUA_ID = "http://www.aiim.org/pdfua/ns/id/"
XMP = "http://ns.adobe.com/xap/1.0/"
XMP_MM = "http://ns.adobe.com/xap/1.0/mm/"


def read_properties(packet: bytes | None) -> Mapping[str, str] | None:
    """Give the properties by `{namespace}name`; nothing where the packet is none."""
    if not packet or len(packet) > _MOST_BYTES or b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return None
    try:
        root = ElementTree.fromstring(packet.strip(b"\0 \r\n\t"))
    except (ElementTree.ParseError, ValueError):
        return None
    return dict(_properties(root))


def _properties(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for described in root.iter(f"{{{_RDF}}}Description"):
        for name, value in described.attrib.items():
            if not name.startswith(f"{{{_RDF}}}"):
                yield name, value.strip()
        for child in described:
            yield child.tag, _text(child)


def _text(element: ElementTree.Element) -> str:
    """Give the text of a property, the first item of a list or of an alternative."""
    items = list(element.iter(f"{{{_RDF}}}li"))
    told = (items[0] if items else element).text
    return (told or "").strip()
