"""Holds the state of a running crawl: its files, visits, hosts and parsers, which its components share."""
