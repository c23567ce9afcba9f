"""The lines around a text, recognised and taken apart by one row for each form."""
