"""Uses the private and undocumented names of Scrapy and Twisted; no other package does.

tests/internals has a contract for each name. If a new version of Scrapy breaks one, adapt the module here.
"""
