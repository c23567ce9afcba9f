"""Finds the statements of a page about its article, beside headline, dates, people and text."""
