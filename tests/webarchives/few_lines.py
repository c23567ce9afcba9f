"""Runs scrapy with answers of three captures from CDX servers without pages."""

import sys

from scrapy.cmdline import execute

from crawler.webarchives import look_up

if __name__ == "__main__":
    look_up.LINES = 3
    execute(["scrapy", *sys.argv[1:]])
