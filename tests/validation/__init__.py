"""Tests of the decision whether a page is an article."""
