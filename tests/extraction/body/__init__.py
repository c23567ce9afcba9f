"""Tests of crawler.extraction.body."""
