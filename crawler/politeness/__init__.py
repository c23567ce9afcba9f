"""Implements politeness towards sites: robots.txt and pauses."""
