import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from aula_reports.write import text_cache
from aula_reports.write.kept_entries import EntryCache

# The same examples every time: a red test must be red again at the next run. Shared machines are
# slow at times, which says nothing about the code.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# `HYPOTHESIS_PROFILE=search pytest` looks further than the suite has time for.
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True, scope="session")
def own_texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests' many little books from driving a user's own out of the cache."""
    kept = EntryCache(tmp_path_factory.mktemp("texts"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_cache, "users_entries", lambda kind: kept)
        yield
