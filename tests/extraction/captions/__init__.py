"""Tests of crawler.extraction.captions."""
