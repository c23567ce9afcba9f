"""Compiles a regular expression at its first use."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property


class LazyPattern:
    """A regular expression that is compiled when a text is first searched for it.

    Long alternatives and classes of many characters take one to three milliseconds each to compile. Most runs
    of a scheduled crawl find nothing new, and search no text for them.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        """The method of the compiled pattern, as are those below."""
        return self._compiled.search

    @cached_property
    def fullmatch(self) -> Callable[[str], re.Match[str] | None]:
        """Match a whole text."""
        return self._compiled.fullmatch

    @cached_property
    def findall(self) -> Callable[[str], list[str]]:
        """List all matches of a pattern without groups."""
        return self._compiled.findall

    @cached_property
    def sub(self) -> Callable[[str, str], str]:
        """Replace all matches."""
        return self._compiled.sub
