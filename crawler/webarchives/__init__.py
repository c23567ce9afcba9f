"""Finds captures of pages in web archives: their addresses, their indexes (CDX servers) and their records."""
