"""Reads the article in a page's scripts as data: no script is ever run."""
