"""Decides whether an extracted page is an article, with the reason if it is none."""

from crawler.validation.verdict import UNSOUND, unsoundness

__all__ = ["UNSOUND", "unsoundness"]
