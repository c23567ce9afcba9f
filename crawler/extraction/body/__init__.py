"""Finds the text of an article: its container, its lines with their roles, and its surroundings."""
