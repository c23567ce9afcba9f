"""Tests of archived pages that are extracted again."""
