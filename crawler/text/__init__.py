"""Text without structure: character encodings, white space, dates and URLs."""
