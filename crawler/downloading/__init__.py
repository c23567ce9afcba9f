"""Bounds Scrapy's connections to servers: addresses, certificates, sizes, times."""
