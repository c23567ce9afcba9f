"""Lists agencies, papers and networks, one line a name, in the table of its script.

A line is `NAME | LANGUAGES | ROLES`; table.py explains the roles. Lines are sorted by their first language,
then by their names without case, accents and dots.
"""
