"""Requests lists of captures and captures from web archives, and reads the answers."""
