"""Forms of the lines around a text, one module for each kind of line."""
