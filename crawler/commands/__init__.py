"""Adds the project's commands to `scrapy`. Scrapy imports this package before any command runs."""

from crawler.commands.printing import end_quietly_without_output, open_missing_streams

open_missing_streams()
end_quietly_without_output()
