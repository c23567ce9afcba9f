"""What a hostile web may not make the crawl do: which addresses it may reach, and how much it may send."""
