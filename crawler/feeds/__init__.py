"""Writes the output files of a crawl, as Scrapy's feeds and exporters."""
