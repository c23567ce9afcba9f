"""Adds the project's commands to `scrapy`. Scrapy imports this package before any command runs."""

import gc

from crawler.commands.printing import end_quietly_without_output, open_missing_streams
from crawler.commands.setting_checks import check_every_command

# Scrapy's modules stay: the collections while ours are loaded, and the one at the end, need not visit them.
gc.freeze()
open_missing_streams()
end_quietly_without_output()
check_every_command()
