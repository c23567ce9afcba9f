"""Words and names that editors write, as data: agencies, places, labels, phrases; one line for each, once."""
