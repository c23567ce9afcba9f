"""Sends each new, changed, removed and restored article of a crawl to other systems, in order."""
