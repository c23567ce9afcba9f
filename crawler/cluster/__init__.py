"""Archives extracted again on many machines: one partition a WARC file."""
