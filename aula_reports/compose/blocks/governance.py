"""Governing bodies: the Bureau, the general assembly."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText


class BureauCard(Struct, frozen=True):
    role: RichText
    name: RichText
    initials: str
    mandates: tuple[RichText, ...]
    is_vacant: bool = False


class Bureau(Struct, frozen=True):
    head: Head
    chair: BureauCard | None
    members: tuple[BureauCard, ...]
    acronym: str = ""


class AssemblyMember(Struct, frozen=True):
    name: RichText
    on_board: bool
    note: RichText = ()


class AssemblyBody(Struct, frozen=True):
    """A body with its members; `name` carries the note, which `short_name` and `note` part."""

    name: RichText
    members: tuple[AssemblyMember, ...]
    short_name: RichText = ()
    note: RichText = ()


class AssemblyCollege(Struct, frozen=True):
    """A college; `seats` says how many, vacant ones among them."""

    label: RichText
    bodies: tuple[AssemblyBody, ...]
    seats: RichText = ()


class Assembly(Struct, frozen=True):
    head: Head
    colleges: tuple[AssemblyCollege, ...]
    board_note: RichText
