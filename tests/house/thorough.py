"""Tells whether the tests are thorough, as in `.ci/run`, or spare time: TESTS=thorough."""

from __future__ import annotations

import os

IS_THOROUGH = os.environ.get("TESTS") == "thorough"
SHARE = 5
"""A property test tries the Nth part of its examples if the tests are not thorough."""


def examples(number: int) -> int:
    """Return how many of the examples of a property test are tried."""
    return number if IS_THOROUGH else number // SHARE
