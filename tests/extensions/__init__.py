"""Tests of the extensions: what a crawl says while it runs and when it ends."""
