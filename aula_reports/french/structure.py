"""How titles end (R60) and how lists are punctuated (R61); what is doubtful is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from aula_reports.french.slips import Slip

# What ends a title with a full stop of its own: « etc. », « J.-C. », « S.A. », « p. »
_OWN_STOP = re.compile(r"(?:\betc|(?<!\w)[A-Za-z]|(?<!\w)(?:art|av|apr|bd|no|St|Ste))\.\Z")
_INNER_STOP = re.compile(r"[.!?…]\s")
_ITEM = re.compile(r"(?m)^(?:[-*+]|(?P<number>\d{1,2}[.)])) +(?=\S)")
_INTRODUCED = re.compile(r":[ \u00a0\u202f]*\n(?:[ \t]*\n)*\Z")
_FULL_ENDS = ".!?…»)"
_SENTENCE_ENDS = "!?…»)"
_TAILS = ";,."


class _Item(Struct, frozen=True):
    """An item of a list in its text: where it starts, where its last sign stands."""

    start: int
    end: int
    text: str
    numbered: bool = False

    @property
    def tail(self) -> str:
        return self.text[-1] if self.text[-1] in _TAILS else ""

    @property
    def last_word(self) -> int:
        words = self.text.rstrip(f"{_TAILS} \u00a0\u202f")
        return self.start + max(words.rfind(" "), words.rfind("\n")) + 1


def find_title_stop(title: str) -> Iterator[Slip]:
    """R60: a title has no final full stop; one of several sentences may have them."""
    text = title.rstrip()
    stops = text.endswith(".") and not text.endswith("..")
    if stops and not _OWN_STOP.search(text) and not _INNER_STOP.search(text):
        last = text.rfind(" ") + 1
        yield Slip(last, len(text), "un titre n’a pas de point final", "ôter le point")


def find_list_slips(text: str) -> Iterator[Slip]:
    """R61: after a colon the items of a list begin small, end with `;`, and the last with `.`;
    numbered ones are sentences.
    """
    for items in _lists(text):
        if len(items) > 1:
            yield from _judged_numbers(items) if items[0].numbered else _judged(items)


def _judged_numbers(items: list[_Item]) -> Iterator[Slip]:
    """Judge a numbered list; one without any sign at its ends is a list of names."""
    tails = {item.tail for item in items if item.text[-1] not in _SENTENCE_ENDS}
    if not tails & {";", ","} and len(tails) < 2:
        return
    odd = next(item for item in items if item.tail != "." and item.text[-1] not in _SENTENCE_ENDS)
    fault = "les éléments d’une liste numérotée sont des phrases"
    yield Slip(odd.last_word, odd.end, fault, "commencer par une majuscule et finir par « . »")


def _judged(items: list[_Item]) -> Iterator[Slip]:
    *firsts, last = items
    tails = {item.tail for item in firsts}
    if len(tails) > 1:
        odd = _odd_one(firsts)
        fault = "les éléments de la liste ne finissent pas par le même signe"
        yield Slip(odd.last_word, odd.end, fault, "finir par « ; », et le dernier par « . »")
    elif tails == {";"} and last.text[-1] not in _FULL_ENDS:
        fault = "le dernier élément de la liste ne finit pas par un point"
        yield Slip(last.last_word, last.end, fault, "finir par « . »")
    if tails == {";"} and all(_begins_as_sentence(item.text) for item in items):
        fault = "les éléments d’une liste suivie de « ; » commencent par une minuscule"
        first = items[0]
        end = first.start + len(first.text.split()[0])
        yield Slip(first.start, end, fault, "écrire en minuscule")


def _odd_one(items: list[_Item]) -> _Item:
    """Find the first item that ends as fewest others do; of two ways, the later is the odd one."""
    tails = [item.tail for item in items]
    return min(reversed(items), key=lambda item: tails.count(item.tail))


def _begins_as_sentence(text: str) -> bool:
    """Say whether a text begins with a capital that is no sigle's."""
    return text[:1].isupper() and not text[1:2].isupper()


def _lists(text: str) -> Iterator[list[_Item]]:
    """Find the lists that a colon introduces, of dashes or of numbers, item by item."""
    items: list[_Item] = []
    for match in _ITEM.finditer(text):
        item = _item(text, match.end(), numbered=match["number"] is not None)
        follows = (
            bool(items)
            and items[-1].numbered is item.numbered
            and not text[items[-1].end : match.start()].strip()
        )
        if not follows:
            yield items
            items = []
        if follows or _INTRODUCED.search(text, 0, match.start()):
            items.append(item)
    yield items


def _item(text: str, start: int, *, numbered: bool) -> _Item:
    """Cut an item where a blank line, another item or the end of its text ends it."""
    stop = re.compile(r"\n[ \t]*\n|\n(?:[-*+]|\d{1,2}[.)]) |\Z").search(text, start)
    assert stop is not None
    words = text[start : stop.start()].rstrip()
    return _Item(start, start + len(words), words, numbered)
