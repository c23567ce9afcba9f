"""Extracts archived pages again, without network and without Scrapy, on all cores."""

from crawler.replay.work import Replayed, replay

__all__ = ["Replayed", "replay"]
