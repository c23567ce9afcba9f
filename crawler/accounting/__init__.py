"""What became of every page of a crawl, and how the crawl ended: reasons, counts, words."""
