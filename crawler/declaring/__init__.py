"""Drafts the declaration of a new publisher from one of its pages, for a person to check."""
