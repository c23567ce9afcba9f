"""Defines default bounds for several layers."""

from __future__ import annotations

from typing import Final

PAGE_BYTES: Final = 4 * 1024 * 1024
"""Bytes read of a page; the longest news pages have half as many, mostly scripts."""
