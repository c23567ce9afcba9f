"""Counts the outcomes of all pages of a crawl, and words its summary and exit status."""
