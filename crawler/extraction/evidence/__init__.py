"""What a decision leaves behind: the value, the rule that found it, and what else could have been chosen."""
