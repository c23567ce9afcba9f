"""How editors print these lines, one row for each form."""
