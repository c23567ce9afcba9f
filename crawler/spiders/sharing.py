"""Shares the crawl's thread: long work in small pieces, with time for the other hosts in between."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from typing import TypeVar

STRETCH = 0.02
"""Seconds of work at a stretch, and seconds left to others afterwards: half of the time at the worst."""

_T = TypeVar("_T")


async def shared(steps: Iterable[_T | None]) -> AsyncIterator[_T]:
    """Yield the results of steps, and let other tasks run after each stretch. A step may bring None."""
    began = time.monotonic()
    for step in steps:
        if step is not None:
            yield step
        if time.monotonic() - began > STRETCH:
            await asyncio.sleep(STRETCH)
            began = time.monotonic()
