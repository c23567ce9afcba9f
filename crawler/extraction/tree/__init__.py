"""Converts a page to a tree: decoded, sanitised, parsed and surveyed once, with its metadata and layout."""
