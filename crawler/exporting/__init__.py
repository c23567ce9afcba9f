"""Converts articles to other formats: Parquet, parts of JSON Lines, CSV, SQLite, JSON-LD."""
