"""Extracts the Article from the bytes of a page: pure functions, no clock, no network, no files."""

from crawler.extraction.article import extract_article, read_article
from crawler.extraction.tree.captured import parse_saved
from crawler.extraction.tree.layouts import Knowledge
from crawler.extraction.tree.page import Page, parse_page

__all__ = ["Knowledge", "Page", "extract_article", "parse_page", "parse_saved", "read_article"]
