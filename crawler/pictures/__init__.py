"""Inspects the bytes of fetched pictures; the only package that decodes them."""
