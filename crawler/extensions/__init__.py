"""Scrapy extensions and add-ons: the files, the log, the progress and the counts of a crawl."""
