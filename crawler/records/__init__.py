"""The record as a line: written, read back, compared with what came before, and described by a schema."""
