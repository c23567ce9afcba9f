"""Recognises and parses the lines around a text: source, authors, editors, breadcrumb."""
