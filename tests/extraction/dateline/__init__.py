"""Tests of crawler.extraction.dateline."""
