"""Fetches a file of each origin once, and keeps the result until it expires."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Generic, Protocol, TypeVar
from urllib.parse import urlsplit


class Expiring(Protocol):
    """A result that expires."""

    @property
    def until(self) -> float:
        """Return the monotonic time at which it expires."""


_E = TypeVar("_E", bound=Expiring)


class PerOrigin(Generic[_E]):
    """The results of one question to each origin. Requests that come meanwhile wait for the same answer."""

    def __init__(self, ask: Callable[[str], Awaitable[_E]]) -> None:
        """Take the function that asks an origin (`http://www.example.com`), which never raises."""
        self._ask = ask
        self._asked: dict[str, asyncio.Future[_E]] = {}

    async def of(self, url: str) -> _E:
        """Return the result for the origin of a URL."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        task = self._asked.get(origin)
        if task is None or (task.done() and task.result().until < time.monotonic()):
            task = self._asked[origin] = asyncio.ensure_future(self._ask(origin))
        return task.result() if task.done() else await asyncio.shield(task)
