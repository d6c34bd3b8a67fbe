"""Words inside a block: runs of text with their emphasis, and drawn marks among them."""

from __future__ import annotations

from msgspec import Struct

from aula_reports.french.scripts import Script


class Note(Struct, frozen=True):
    """What stands at the foot for a call: its sign (a number or stars) and its text."""

    sign: str
    text: RichText

    @property
    def is_numbered(self) -> bool:
        return self.sign.isdecimal()


class Words(Struct, frozen=True):
    """A run of text of one kind; spaces at its ends count. `style` overrides the block's style.

    Words with a `note` are its call.
    """

    text: str
    italic: bool = False
    bold: bool = False
    script: Script = Script.NORMAL
    href: str = ""
    style: str = ""
    note: Note | None = None

    @property
    def leads(self) -> bool:
        """Say whether the words are a link or the call of a note, with an element of their own."""
        return bool(self.href) or self.note is not None


class Mark(Struct, frozen=True):
    """A small drawing set like a word, that reads as `actual_text` (the star of a new action).

    It never parts from the word before it: the gap between both is rigid.
    """

    name: str
    actual_text: str


Inline = Words | Mark
RichText = tuple[Inline, ...]


def restyled(rich: RichText, style: str) -> RichText:
    """Set the words of a rich text, without its marks and emphasis, in a style of their own."""
    return tuple(
        Words(part.text, script=part.script, style=style)
        for part in rich
        if isinstance(part, Words)
    )


def plain(rich: RichText) -> str:
    """Read a rich text as its characters."""
    return "".join(part.text if isinstance(part, Words) else part.actual_text for part in rich)
