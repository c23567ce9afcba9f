"""Writes and reads raw requests and responses as WARC records (ISO 28500:2017, WARC 1.1)."""
