"""Tests of the names of Scrapy and Twisted that are not public."""
