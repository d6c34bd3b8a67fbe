import os

from hypothesis import HealthCheck, settings

# The same examples every time: a red test must be red again at the next run. Shared machines are
# slow at times, which says nothing about the code.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# `HYPOTHESIS_PROFILE=search pytest` looks further than the suite has time for.
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
