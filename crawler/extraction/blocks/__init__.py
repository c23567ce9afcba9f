"""Builds the typed blocks of a text from the lines of its body."""
