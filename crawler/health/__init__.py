"""Whether a crawl is well: its last run against its own past, publisher by publisher."""
