"""Tells photo captions from prose, and takes them apart into caption, credit, people, agency and date."""
