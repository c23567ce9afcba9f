"""Handles plain text: character encodings, white space, dates and URLs."""
