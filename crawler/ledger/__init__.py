"""Stores the state of a crawl on disk: every URL, every revision, the output, and the lock."""
