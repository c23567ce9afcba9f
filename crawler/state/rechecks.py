"""Reads the ages at which articles are rechecked: the setting ARTICLE_RECHECKS."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_HOUR = 3600


class RecheckError(ValueError):
    """An age is no number of hours; its message gives the remedy. Raised by `rechecks_of`."""


def rechecks_of(settings: BaseSettings) -> list[float]:
    """Return the ages in seconds. Raises `RecheckError`."""
    given = settings.getlist("ARTICLE_RECHECKS")
    try:
        hours = [float(each) for each in given]
    except (TypeError, ValueError):
        hours = [-1.0]
    if not all(math.isfinite(each) and each > 0 for each in hours):
        shown = ",".join(map(str, given))
        raise RecheckError(
            f"ARTICLE_RECHECKS={shown}: write hours above 0, separated by commas, such as 6,24"
        )
    return [each * _HOUR for each in hours]
