"""QR codes kept between builds, as drawings are: encoding takes more than reading does."""

from __future__ import annotations

from aula_reports.draw.qr import Coder, Modules, qr_modules
from aula_reports.write.kept_entries import EntryCache, users_entries


def caching_coder(cache: EntryCache, coder: Coder = qr_modules) -> Coder:
    """Make a coder that encodes only the addresses that the cache does not hold."""
    return lambda address: cache.fetch(("qr", address), Modules, lambda: coder(address))


def users_coder(*, use_cache: bool) -> Coder:
    """Give the coder of a file: with the user's cache, or without any."""
    if not use_cache:
        return qr_modules
    return lambda address: caching_coder(users_entries("codes"))(address)
