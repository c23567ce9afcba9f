"""Output files of a crawl, as Scrapy's feeds and exporters write them."""
