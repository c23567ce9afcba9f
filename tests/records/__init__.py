"""Tests of crawler.records."""
