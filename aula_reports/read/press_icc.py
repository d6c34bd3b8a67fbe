"""The ICC profile that a layout names for its press: that it is there, and one of a press.

Only the header is read (ICC.1:2022, 7.2): a profile of four inks, of an output device.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from aula_reports.model.layout import PressSpec
from aula_reports.read.files import file_within, size_of
from aula_reports.read.near import quoted
from aula_reports.read.places import Fault

MAX_BYTES = 20_000_000
_HEADER = 128
_PATH = ("impression", "icc")


def press_faults(press: PressSpec, folder: Path) -> Iterator[Fault]:
    """Tell what is wrong with the profile of a press, if a layout names one."""
    if not press.icc:
        return
    file = file_within(folder, press.icc)
    size = file if isinstance(file, Fault) else size_of(file)
    if isinstance(size, Fault):
        yield Fault(size.code, size.message, _PATH, size.remedy)
        return
    assert isinstance(file, Path)
    with file.open("rb") as stream:
        header = stream.read(_HEADER)
    told_size = int.from_bytes(header[:4])
    is_whole = len(header) == _HEADER and told_size <= size <= MAX_BYTES
    if not is_whole or header[36:40] != b"acsp":
        yield Fault(
            "E616", f"{quoted(press.icc)} n’est pas un profil ICC", _PATH, "choisir un .icc"
        )
    elif (header[12:16], header[16:20]) != (b"prtr", b"CMYK"):
        message = f"{quoted(press.icc)} n’est pas le profil d’une presse en quadrichromie"
        yield Fault("E617", message, _PATH, "demander le sien à l’imprimeur")
