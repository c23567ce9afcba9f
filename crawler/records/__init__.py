"""The record as a line: written, read back, compared with what came before, and described by a schema."""

from crawler.records.reading import Articles, read_articles

__all__ = ["Articles", "read_articles"]
