"""Spiders with a fault of their own."""
