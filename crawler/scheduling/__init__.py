"""Connects Scrapy's scheduler, downloader and middlewares to a crawl's ledger."""
