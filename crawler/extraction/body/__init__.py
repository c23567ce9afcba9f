"""The text of an article: its container, its lines, what each line is for, and what stands around it."""
