"""Recognises the lines around a text (source, authors, editors, breadcrumb), and takes them apart."""
