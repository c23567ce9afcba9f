"""The report of a crawl's directory: one page that is looked at in a browser."""
