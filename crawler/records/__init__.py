"""Writes, reads and compares records, and describes them by a schema."""

from crawler.records.reading import Articles, read_articles

__all__ = ["Articles", "read_articles"]
