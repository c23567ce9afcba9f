"""Tests of Scrapy's components on the ledger, each by itself."""
