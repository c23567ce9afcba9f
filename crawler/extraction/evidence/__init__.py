"""Records the decision for a field: the value, its rule, and the other candidates."""
