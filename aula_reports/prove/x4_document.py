"""What PDF/X-4 asks of the file as a whole: what it says of itself, and what it may not hold.

ISO 15930-7 is not public: each rule names a public source that says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

from aula_reports.prove.metadata import DC, PDF, PDFX_ID, XMP, XMP_MM
from aula_reports.prove.rules import ERROR, WARNING, Case, Rule, Spot
from aula_reports.prove.values import (
    as_list,
    entry,
    entry_number,
    name_of,
    raw,
    real,
    solved,
    stream_bytes,
    text_of,
)

NOTES = "CGATS, Application Notes for PDF/X, version 3 (2002)"
PDFLIB = "PDFlib Tutorial, chapitre PDF/X"
GWG = "Ghent Workgroup, GWG 2015"
_VERSIONS = ("PDF/X-4", "PDF/X-4p")
_ICC_COMPONENTS = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
_REQUIRED = {
    f"{{{DC}}}title": "dc:title",
    f"{{{XMP}}}CreateDate": "xmp:CreateDate",
    f"{{{XMP}}}ModifyDate": "xmp:ModifyDate",
    f"{{{XMP}}}MetadataDate": "xmp:MetadataDate",
    f"{{{XMP}}}CreatorTool": "xmp:CreatorTool",
    f"{{{XMP_MM}}}DocumentID": "xmpMM:DocumentID",
    f"{{{XMP_MM}}}VersionID": "xmpMM:VersionID",
    f"{{{XMP_MM}}}RenditionClass": "xmpMM:RenditionClass",
}
_TWICE_TOLD = {
    "/Title": f"{{{DC}}}title",
    "/Author": f"{{{DC}}}creator",
    "/Subject": f"{{{DC}}}description",
    "/Creator": f"{{{XMP}}}CreatorTool",
    "/Producer": f"{{{PDF}}}Producer",
}
_DATES = {"/CreationDate": f"{{{XMP}}}CreateDate", "/ModDate": f"{{{XMP}}}ModifyDate"}
_DATE = re.compile(
    r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)T?(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?"
    r"(?:Z|([+-])(\d\d)[':]?(\d\d)?)?"
)
# No bookmark list is longer, but a loop is.
_MOST_BOOKMARKS = 20_000


def wrong_version(case: Case) -> Iterator[Spot]:
    if case.file.claimed_x not in _VERSIONS:
        yield Spot(f"le fichier se dit « {case.file.claimed_x} », et non PDF/X-4")


def unclaimed_in_packet(case: Case) -> Iterator[Spot]:
    if f"{{{PDFX_ID}}}GTS_PDFXVersion" not in case.file.properties:
        yield Spot("les métadonnées XMP ne disent pas pdfxid:GTS_PDFXVersion")


def late_version(case: Case) -> Iterator[Spot]:
    if case.file.version > "1.6":
        yield Spot(f"version PDF {case.file.version} : PDF/X-4 est fait de PDF 1.6")


def no_intent(case: Case) -> Iterator[Spot]:
    count = sum(name_of(raw(one, "/S")) == "GTS_PDFX" for one in case.file.intents)
    if count != 1:
        yield Spot(f"{count or 'aucune'} condition de sortie GTS_PDFX, il en faut une")


def unnamed_condition(case: Case) -> Iterator[Spot]:
    intent = case.file.print_intent
    if intent is not None and not text_of(raw(intent, "/OutputConditionIdentifier")):
        yield Spot("la condition de sortie n’a pas d’OutputConditionIdentifier")


def no_profile(case: Case) -> Iterator[Spot]:
    intent = case.file.print_intent
    if intent is None or case.file.claimed_x == "PDF/X-4p":
        return
    if stream_bytes(raw(intent, "/DestOutputProfile")) is None:
        yield Spot("la condition de sortie n’incorpore pas son profil ICC")


def wrong_profile(case: Case) -> Iterator[Spot]:
    """An output profile whose header tells another kind or number of colours (ICC.1, 7.2)."""
    profile = entry(case.file.print_intent, "/DestOutputProfile")
    content = stream_bytes(profile)
    if content is None:
        return
    number = entry_number(case.file.print_intent, "/DestOutputProfile")
    components = _ICC_COMPONENTS.get(content[16:20], 0)
    if content[12:16] != b"prtr":
        yield Spot("le profil de sortie n’est pas celui d’une imprimante (prtr)", number=number)
    elif components != int(real(raw(profile, "/N"))):
        told = int(real(raw(profile, "/N")))
        yield Spot(f"le profil ICC a {components} couleurs, /N en dit {told}", number=number)


def encrypted(case: Case) -> Iterator[Spot]:
    if raw(case.file.trailer, "/Encrypt") is not None:
        yield Spot("le fichier est chiffré")


def acting(case: Case) -> Iterator[Spot]:
    """Find actions and scripts: of the catalogue, of pages, of annotations, of bookmarks."""
    catalog = case.file.catalog
    if isinstance(entry(catalog, "/OpenAction"), dict) or "/AA" in catalog:
        yield Spot("le fichier lance une action à l’ouverture")
    if entry(catalog, "/Names", "/JavaScript") is not None:
        yield Spot("le fichier contient des scripts JavaScript")
    for page in case.file.pages:
        if "/AA" in page.entry:
            yield Spot("la page lance une action", page, None, page.number)
    for page, number, annotation in case.file.annotations:
        if "/A" in annotation or "/AA" in annotation:
            yield Spot("l’annotation lance une action", page, None, number)
    for number, bookmark in _bookmarks(catalog):
        if "/A" in bookmark:
            yield Spot("le signet lance une action", number=number)


def _bookmarks(catalog: Any) -> Iterator[tuple[int, Any]]:
    outlines = entry(catalog, "/Outlines")
    stack = [raw(outlines, "/First")]
    seen: set[int] = set()
    while stack and len(seen) < _MOST_BOOKMARKS:
        value = stack.pop()
        held = solved(value)
        if not isinstance(held, dict) or id(held) in seen:
            continue
        seen.add(id(held))
        yield getattr(value, "idnum", 0), held
        stack.extend((raw(held, "/Next"), raw(held, "/First")))


def trapping_unknown(case: Case) -> Iterator[Spot]:
    told = case.file.properties.get(f"{{{PDF}}}Trapped", "") or _trapped(case)
    if told not in ("True", "False"):
        yield Spot(f"Trapped est « {told or 'absent'} » : ni True ni False")


def _trapped(case: Case) -> str:
    value = entry(case.file.information, "/Trapped")
    return name_of(value) or ("" if value is None else str(value))


def no_identity(case: Case) -> Iterator[Spot]:
    if len(as_list(raw(case.file.trailer, "/ID"))) != 2:
        yield Spot("le fichier n’a pas d’identifiant (ID)")


def missing_properties(case: Case) -> Iterator[Spot]:
    if not case.file.has_packet:
        yield Spot("le fichier n’a pas de métadonnées XMP")
        return
    missing = [name for key, name in _REQUIRED.items() if not case.file.properties.get(key)]
    if missing:
        yield Spot(f"il manque aux métadonnées XMP : {', '.join(missing)}")


def _instant(told: str) -> datetime | None:
    """Read a date of either writing, D:20270131… or 2027-01-31T…, to the second."""
    found = _DATE.match(told)
    if found is None:
        return None
    hours, minutes = int(found[8] or 0), int(found[9] or 0)
    try:
        there = timedelta(hours=hours, minutes=minutes) * (-1 if found[7] == "-" else 1)
        year, month, day, hour, minute, second = map(int, found.groups()[:6])
        return datetime(year, month, day, hour, minute, second, tzinfo=timezone(there))
    except ValueError:
        return None


def dated_otherwise(case: Case) -> Iterator[Spot]:
    """Find dates that are not the same instant in both places."""
    for key, name in _DATES.items():
        here = _instant(text_of(raw(case.file.information, key)))
        there = _instant(case.file.properties.get(name, ""))
        if here and there and here != there:
            yield Spot(f"{key[1:]} n’est pas le même instant dans Info et dans XMP")


def shown_otherwise(case: Case) -> Iterator[Spot]:
    """Find preferences that would show or print another part of the page than the standard's."""
    preferences = entry(case.file.catalog, "/ViewerPreferences")
    for key in ("/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip"):
        told = name_of(raw(preferences, key))
        if told not in ("", "MediaBox", "BleedBox"):
            yield Spot(f"{key[1:]} demande de montrer « {told} »")


def told_otherwise(case: Case) -> Iterator[Spot]:
    """Find what the information dictionary and the packet say differently."""
    for key, name in _TWICE_TOLD.items():
        here = text_of(raw(case.file.information, key)).strip()
        there = case.file.properties.get(name, "")
        if here and there and here != there:
            yield Spot(f"{key[1:]} est « {here} » dans Info, « {there} » dans XMP")
    here, there = _trapped(case), case.file.properties.get(f"{{{PDF}}}Trapped", "")
    if here and there and here != there:
        yield Spot(f"Trapped est « {here} » dans Info, « {there} » dans XMP")


_INTENT = "exporter avec une condition de sortie (FOGRA39, par exemple) et son profil ICC"
_AGAIN = "exporter de nouveau en PDF/X-4"

DOCUMENT_RULES = (
    Rule("X4-01", ERROR, PDFLIB, "exporter en PDF/X-4", wrong_version),
    Rule("X4-02", ERROR, PDFLIB, "écrire pdfxid:GTS_PDFXVersion dans XMP", unclaimed_in_packet),
    Rule("X4-03", ERROR, PDFLIB, f"{_AGAIN} : ces champs sont exigés", missing_properties),
    Rule("X4-04", WARNING, PDFLIB, _AGAIN, late_version),
    Rule("X4-05", ERROR, NOTES, _INTENT, no_intent),
    Rule("X4-06", ERROR, NOTES, _INTENT, unnamed_condition),
    Rule("X4-07", ERROR, PDFLIB, _INTENT, no_profile),
    Rule("X4-08", ERROR, NOTES, "incorporer un profil ICC d’impression", wrong_profile),
    Rule("X4-14", ERROR, NOTES, "ôter la protection du fichier", encrypted),
    Rule("X4-15", ERROR, NOTES, "ôter les actions et les scripts", acting),
    Rule(
        "X4-22", ERROR, NOTES, "dire si le recouvrement est fait : True ou False", trapping_unknown
    ),
    Rule("X4-23", ERROR, NOTES, f"{_AGAIN} : l’ID est exigé", no_identity),
    Rule("X4-29", ERROR, NOTES, "ôter cette préférence", shown_otherwise),
    Rule("X4-30", WARNING, NOTES, "dire le même instant aux deux endroits", dated_otherwise),
    Rule("X4-25", ERROR, NOTES, "dire la même chose aux deux endroits", told_otherwise),
)
