"""Writes feeds of the newest articles: Atom and JSON Feed."""
