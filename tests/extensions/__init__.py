"""Tests of the extensions: the words of a crawl while it runs and when it ends."""
