"""Tests of the ledger, without Scrapy and without processes."""
