"""Writes the report of a crawl's directory: one page for a browser."""
