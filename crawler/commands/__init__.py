"""Commands of `scrapy` that this project adds. Scrapy imports this package before any command runs."""

import gc

from crawler.commands.printing import end_quietly_without_output, open_missing_streams

# Scrapy's modules stay: the collections while ours are loaded, and the one at the end, need not visit them.
gc.freeze()
open_missing_streams()
end_quietly_without_output()
