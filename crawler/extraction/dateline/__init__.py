"""Parses datelines in eleven languages: place, date, agency and reporters of a story."""

from crawler.extraction.dateline.find import Tried, find_dateline, openings, parse_dateline

__all__ = ["Tried", "find_dateline", "openings", "parse_dateline"]
