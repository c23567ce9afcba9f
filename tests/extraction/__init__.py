"""Tests of crawler.extraction."""
