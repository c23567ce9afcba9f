"""The forms of datelines, script by script, in the order in which they are tried."""
