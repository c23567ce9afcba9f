"""Settings for all tests."""

from __future__ import annotations

from hypothesis import settings

# The same examples on every run and machine, and no clock: a slow machine is no failure.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
