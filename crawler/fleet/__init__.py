"""Harvests many sites: shards by host, each a durable crawl in its own process and directory."""
