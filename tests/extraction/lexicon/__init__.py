"""Tests of crawler.extraction.lexicon."""
