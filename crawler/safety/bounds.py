"""Bounds that several layers keep to where nothing else is said."""

from __future__ import annotations

from typing import Final

PAGE_BYTES: Final = 4 * 1024 * 1024
"""Bytes that are read of a page: the longest of news have half as many, mostly scripts."""
