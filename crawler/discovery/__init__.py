"""Detects the type of a response, and finds its links: feeds, sitemaps, lists, pagers."""
