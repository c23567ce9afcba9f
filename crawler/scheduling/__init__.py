"""Scrapy's scheduler, downloader and middleware on top of a crawl's ledger."""
