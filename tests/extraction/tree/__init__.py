"""Tests of crawler.extraction.tree."""
