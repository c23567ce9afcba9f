"""A page as a tree: decoded, tamed, parsed, surveyed once, with what its head and layout state."""
