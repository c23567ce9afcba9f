"""Records how a field was decided: the value, the rule that found it, and the other candidates."""
