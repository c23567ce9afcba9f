"""Explains the decision for each field of a record; only for `scrapy extract --explain`."""
