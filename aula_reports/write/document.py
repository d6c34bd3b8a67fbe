"""ReportLab's document and canvas, taught to write compactly; the only module that imports it.

ReportLab keeps the count of objects and the tree of pages. What it lacks is here:

* objects that are numbered at once and written when their body is known (`Indirect`), so that
  references can be spelt while pages are being drawn; they stay out of ReportLab's registry,
  which names every object three times over and would take a tenth of the writing;
* object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8): a tagged table is
  thousands of tiny dictionaries, five times smaller so;
* an end of line before `endstream`, without which PDF/A refuses a file (ISO 19005-2, 6.1.7.1);
* a canvas that names no Helvetica: ReportLab's preamble selects it on every page, unembedded.

No clock and no set order reach the bytes: the file's ID is the digest of its content.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from functools import lru_cache
from io import BytesIO
from itertools import accumulate

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

# Half the time of zlib's own default (6), for half a percent more of a file full of pictures.
COMPRESSION = 4

# Objects in one object stream: readers unpack a whole stream to reach one of its objects.
_OBJECTS_IN_STREAM = 200

# An entry of the cross-reference stream: its kind, then two fields (table 18).
_ROW = struct.Struct(">BIH").pack


# What a file is written from, in order: pictures are megabytes, and are not copied on their way.
Parts = tuple[bytes | memoryview, ...]


class Indirect(Struct):
    """An object with a number; `body` may be set until the file is written.

    A stream has its dictionary for a body; `digest` sums its content up, if somebody has done so.
    """

    ref: str
    body: bytes = b""
    content: bytes | memoryview | None = None
    digest: str = ""


class CompactDocument(PDFDocument):
    """A ReportLab document whose objects know their numbers and travel in object streams."""

    objectcounter: int

    def __init__(self) -> None:
        super().__init__(invariant=1)
        self._own: dict[int, Indirect] = {}

    def indirect(self, body: str = "") -> Indirect:
        """Number an object; its body may come later."""
        number = self.objectcounter = self.objectcounter + 1
        thing = self._own[number] = Indirect(f"{number} 0 R")
        if body:
            thing.body = body.encode("latin-1")
        return thing

    def stream(self, content: bytes, entries: str = "") -> Indirect:
        """Number a stream that is deflated here."""
        return self.encoded_stream(_deflated(content), f"{entries}/Filter/FlateDecode")

    def encoded_stream(
        self, content: bytes | memoryview, entries: str, digest: str = ""
    ) -> Indirect:
        """Number a stream whose content is as its `entries` say already."""
        thing = self.indirect()
        thing.digest = digest
        self.fill_stream(thing, content, entries)
        return thing

    def fill_stream(self, thing: Indirect, content: bytes | memoryview, entries: str) -> None:
        """Make a numbered object the stream whose content is as its `entries` say."""
        thing.body, thing.content = _dictionary(entries, content), content

    def digest(self) -> str:
        """Sum up all that the file says so far."""
        said = hashlib.sha256()
        for number, thing in self._things():
            said.update(b"%d " % number + thing.body)
            if thing.content is not None:
                said.update(thing.digest.encode() or thing.content)
        return said.hexdigest()

    def page_tree(self) -> str:
        """Refer to the root of the page tree."""
        name = self.Reference(self.Pages).name
        return f"{self.idToObjectNumberAndVersion[name][0]} 0 R"

    def assembled(
        self, version: str, catalog: Indirect, info: Indirect | None, identity: str
    ) -> Parts:
        """Write the whole file: streams, object streams, cross-reference stream, trailer.

        `identity` are the 32 hexadecimal digits of its /ID (14.4).
        """
        named = f"/Root {catalog.ref}" + (f"/Info {info.ref}" if info else "")
        return _File(version).written(self._things(), f"{named}/ID[<{identity}><{identity}>]")

    def _things(self) -> list[tuple[int, Indirect]]:
        theirs = {
            number: Indirect("", self.idToObject[name].format(self))
            for number, name in self.numberToId.items()
        }
        things = sorted((theirs | self._own).items())
        assert len(things) == self.objectcounter, "an object was born while the file was written"
        return things


class PlainCanvas(Canvas):
    """ReportLab's canvas on a compact document; whoever draws ends each page with its own."""

    def __init__(self) -> None:
        super().__init__(BytesIO(), invariant=1, pageCompression=1)
        self._doc = CompactDocument()

    @property
    def document(self) -> CompactDocument:
        document: CompactDocument = self._doc
        return document

    @property
    def code(self) -> list[str]:
        """The operators of the page that is being drawn."""
        code: list[str] = self._code
        return code

    def _make_preamble(self) -> None:
        self._preamble = ""

    def showPage(self) -> None:  # noqa: N802  # ReportLab's name
        raise NotImplementedError("a page needs its boxes: call end_page")

    def end_page(self, page: Indirect) -> None:
        """File the page that `page` describes and start the next one."""
        self._doc.Pages.addPage(page.ref)
        self._startPage()


class _File:
    """The bytes of a file as they grow, with the place of each object."""

    def __init__(self, version: str) -> None:
        # Four bytes above 127 tell that the file is binary (7.5.2).
        self._parts: list[bytes | memoryview] = []
        self._length = 0
        self._rows = {0: _ROW(0, 0, 65535)}
        self._append(f"%PDF-{version}\n%".encode() + b"\xe2\xe3\xcf\xd3\n")

    def written(self, things: list[tuple[int, Indirect]], named: str) -> Parts:
        small = []
        for number, thing in things:
            if thing.content is None:
                small.append((number, thing.body))
            else:
                self._add(number, thing.body, thing.content)
        following = len(things) + 1
        for start in range(0, len(small), _OBJECTS_IN_STREAM):
            self._add_object_stream(following, small[start : start + _OBJECTS_IN_STREAM])
            following += 1
        self._add_cross_references(following, named)
        return tuple(self._parts)

    def _add(self, number: int, dictionary: bytes, content: bytes | memoryview) -> None:
        self._rows[number] = _ROW(1, self._length, 0)
        self._append(b"%d 0 obj\n%b\nstream\n" % (number, dictionary))
        self._append(content)
        self._append(b"\nendstream\nendobj\n")

    def _append(self, part: bytes | memoryview) -> None:
        self._parts.append(part)
        self._length += len(part)

    def _add_object_stream(self, number: int, small: list[tuple[int, bytes]]) -> None:
        places = accumulate((len(body) + 1 for _, body in small), initial=0)
        index = [f"{inner} {place}" for (inner, _), place in zip(small, places, strict=False)]
        head = f"{' '.join(index)}\n".encode()
        for position, (inner, _) in enumerate(small):
            self._rows[inner] = _ROW(2, number, position)
        content = _deflated(head + b"\n".join([body for _, body in small]))
        entries = f"/Type/ObjStm/N {len(small)}/First {len(head)}/Filter/FlateDecode"
        self._add(number, _dictionary(entries, content), content)

    def _add_cross_references(self, number: int, named: str) -> None:
        place = self._length
        self._rows[number] = _ROW(1, place, 0)
        rows = b"".join([self._rows[row] for row in range(number + 1)])
        entries = f"/Type/XRef/Size {number + 1}/W[1 4 2]{named}/Filter/FlateDecode"
        content = _deflated(rows)
        self._add(number, _dictionary(entries, content), content)
        self._append(b"startxref\n%d\n%%%%EOF\n" % place)


def _dictionary(entries: str, content: bytes | memoryview) -> bytes:
    return f"<<{entries}/Length {len(content)}>>".encode("latin-1")


@lru_cache(maxsize=400)
def _deflated(content: bytes) -> bytes:
    """Deflate a stream; the files of a book have many in common."""
    return zlib.compress(content, COMPRESSION)
