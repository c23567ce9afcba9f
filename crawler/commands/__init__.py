"""Commands of `scrapy` that this project adds. Scrapy imports this package before any command runs."""

from crawler.commands.printing import end_quietly_without_output, open_missing_streams

open_missing_streams()
end_quietly_without_output()
