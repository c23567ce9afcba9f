"""Distinguishes photo captions from prose, and parses caption, credit, people, agency and date."""
