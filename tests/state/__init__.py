"""Tests of the state of a crawl: files, visits, hosts and their endings."""
