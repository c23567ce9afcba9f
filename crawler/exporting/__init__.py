"""Articles in the forms that others read: Parquet, parts of JSON Lines, CSV, SQLite, JSON-LD."""
