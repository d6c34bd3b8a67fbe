"""By what names a file goes: the book that it is of, and itself."""

from __future__ import annotations

import re

from msgspec.structs import replace

from aula_reports.typeset.pages import Book
from aula_reports.write.colour import Profile
from aula_reports.write.pdf import Supplies, write_file
from tests.write.sample_book import sample_book


def _names(book: Book, supplies: Supplies, profile: Profile = "web") -> tuple[str, str]:
    content = write_file(book, supplies, profile).content.decode("latin-1")
    document, instance = (
        re.search(rf"<xmpMM:{kind}ID>(uuid:[-0-9a-f]{{36}})<", content)
        for kind in ("Document", "Instance")
    )
    assert document
    assert instance
    return document[1], instance[1]


def test_the_same_book_has_the_same_names(supplies: Supplies) -> None:
    assert _names(sample_book(), supplies) == _names(sample_book(), supplies)


def test_what_is_corrected_is_another_file_of_the_same_book(supplies: Supplies) -> None:
    book = sample_book()
    shorter = replace(book, outline=book.outline[:-1])
    one, other = _names(book, supplies), _names(shorter, supplies)
    assert one[0] == other[0]
    assert one[1] != other[1]


def test_each_profile_is_a_file_of_the_same_book(supplies: Supplies) -> None:
    profiles: tuple[Profile, ...] = ("web", "print", "archive")
    names = [_names(sample_book(), supplies, profile) for profile in profiles]
    assert len({document for document, _ in names}) == 1
    assert len({instance for _, instance in names}) == 3


def test_another_book_shares_no_name(supplies: Supplies) -> None:
    book = sample_book()
    one, other = _names(book, supplies), _names(replace(book, author="Autre agence"), supplies)
    assert set(one).isdisjoint(other)
