"""Finds the dates of a page, and chooses those of publication and of the last change."""
