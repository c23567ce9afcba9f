"""Tests of what a hostile web may not make the crawl do."""
