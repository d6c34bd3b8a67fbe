"""Governing bodies: the Bureau, the general assembly."""

from __future__ import annotations

from dataclasses import dataclass

from aula_reports.compose.blocks.text import Head
from aula_reports.compose.inline import RichText


@dataclass(frozen=True, slots=True)
class BureauCard:
    role: RichText
    name: RichText
    initials: str
    mandates: tuple[RichText, ...]
    is_vacant: bool = False


@dataclass(frozen=True, slots=True)
class Bureau:
    head: Head
    chair: BureauCard | None
    members: tuple[BureauCard, ...]


@dataclass(frozen=True, slots=True)
class AssemblyMember:
    name: RichText
    on_board: bool
    note: RichText = ()


@dataclass(frozen=True, slots=True)
class AssemblyBody:
    name: RichText
    members: tuple[AssemblyMember, ...]


@dataclass(frozen=True, slots=True)
class AssemblyCollege:
    label: RichText
    bodies: tuple[AssemblyBody, ...]


@dataclass(frozen=True, slots=True)
class Assembly:
    head: Head
    colleges: tuple[AssemblyCollege, ...]
    board_note: RichText
