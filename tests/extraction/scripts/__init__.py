"""Tests of crawler.extraction.scripts."""
