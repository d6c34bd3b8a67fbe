"""Files that a PDF carries (ISO 32000-2, 7.11.4 and 14.13): embedded, named, said what they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from aula_reports.compose.data_files import DataFile
from aula_reports.write.document import CompactDocument
from aula_reports.write.syntax import date, text_string


def attachments(document: CompactDocument, files: Sequence[DataFile], moment: datetime) -> str:
    """Write files and spell what the catalogue says of them; nothing without any."""
    if not files:
        return ""
    specified = {file.name: _specified(document, file, moment) for file in files}
    names = "".join(f"{text_string(name)}{specified[name]}" for name in sorted(specified))
    return f"/Names<</EmbeddedFiles<</Names[{names}]>>>>/AF[{' '.join(specified.values())}]"


def _specified(document: CompactDocument, file: DataFile, moment: datetime) -> str:
    kind = file.media_type.replace("/", "#2F")
    facts = f"/Size {len(file.content)}/ModDate{date(moment)}"
    embedded = document.stream(
        file.content, f"/Type/EmbeddedFile/Subtype/{kind}/Params<<{facts}>>"
    ).ref
    name, relation = text_string(file.name), "Source" if file.is_source else "Data"
    return document.indirect(
        f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(file.description)}"
        f"/AFRelationship/{relation}/EF<</F {embedded}/UF {embedded}>>>>"
    ).ref
