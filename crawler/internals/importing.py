"""Imports Scrapy's TLS modules without the costly part of their deprecations."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, ModuleType, SimpleNamespace

from scrapy.utils import deprecate


@contextmanager
def without_sources() -> Iterator[None]:
    """Let Scrapy name the module of each deprecated class without reading the sources of all callers.

    `create_deprecated_class` calls `inspect.stack()`, which visits every loaded module and file. At the
    import of the HTTP handler, that took a sixth of the CPU time of a run that finds nothing new.
    """
    names = vars(deprecate)
    whole = names["inspect"]
    names["inspect"] = SimpleNamespace(stack=_stack, getmodule=_module)
    try:
        yield
    finally:
        names["inspect"] = whole


def _stack() -> list[tuple[FrameType]]:
    """Return the frames from the caller outward, as `inspect.stack` does."""
    frames, frame = [], inspect.currentframe()
    while frame is not None:
        frames.append((frame,))
        frame = frame.f_back
    return frames[1:]


def _module(frame: FrameType) -> ModuleType | None:
    return sys.modules.get(frame.f_globals["__name__"])
