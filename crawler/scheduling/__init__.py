"""Connects Scrapy's scheduler and duplicate filter to a crawl's ledger."""
