"""Decides whether an extracted page is an article, and gives the reason if not."""

from crawler.validation.verdict import UNSOUND, unsoundness

__all__ = ["UNSOUND", "unsoundness"]
