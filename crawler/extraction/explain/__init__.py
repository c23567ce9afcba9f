"""Tells how each field of a record was decided; used by `scrapy extract --explain` alone."""
