"""Rebuilds a lost ledger from the output and the archive of its crawl."""
