"""Many sites in one command: shards by host, each a durable crawl in a process and a directory of its own."""
