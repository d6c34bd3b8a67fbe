"""What was made from a source last time need not be made again: most of a book stays as it was.

A keeper holds what the last build asked for, and what this one asks for; where that comes from and
goes to is not its business.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

import msgspec

_Made = TypeVar("_Made")

_KEY_BYTES = 16

# Where fewer of the known things than this share are still asked for, the others are forgotten.
_MOST_OF_THEM = 0.9


class Keeper(Generic[_Made]):
    """Things by the digest of their source: those of the last build, and those of this one."""

    def __init__(self, known: Mapping[bytes, _Made]) -> None:
        self._known = known
        self._has_new = False
        self._asked: dict[bytes, _Made] = {}

    @property
    def asked(self) -> Mapping[bytes, _Made]:
        """What this build has asked for, which is what to keep for the next."""
        return self._asked

    @property
    def has_changed(self) -> bool:
        """Say whether what this build has asked for is worth keeping anew: it has things that were
        not known, or far fewer. Charts that are drawn ask for some that kept charts do not.
        """
        return self._has_new or len(self._asked) < _MOST_OF_THEM * len(self._known)

    def fetch(self, source: object, make: Callable[[], _Made]) -> _Made:
        """Give what is made from a source, which is all that `make` depends on, as values that can
        be encoded.
        """
        encoded = msgspec.msgpack.encode(source)
        key = hashlib.blake2b(encoded, digest_size=_KEY_BYTES).digest()
        if key in self._known:
            made = self._known[key]
        else:
            self._has_new = True
            made = make()
        self._asked[key] = made
        return made
