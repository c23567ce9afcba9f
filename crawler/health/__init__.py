"""Compares the latest runs of a crawl with its earlier ones, by publisher."""
