"""Exports the pictures of articles, each with its caption, its credit and its rights."""
