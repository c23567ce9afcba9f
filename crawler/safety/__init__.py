"""Protects the crawl from a hostile web: bounds on addresses, sizes and times."""
