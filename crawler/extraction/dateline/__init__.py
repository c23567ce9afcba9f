"""Datelines: where, when and by whom an article was filed, in eleven languages."""

from crawler.extraction.dateline.find import Tried, find_dateline, openings, parse_dateline

__all__ = ["Tried", "find_dateline", "openings", "parse_dateline"]
