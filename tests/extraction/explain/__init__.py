"""Tests of crawler.extraction.explain."""
