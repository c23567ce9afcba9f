"""Photo captions: told from prose, and taken apart into caption, credit, people, agency and date."""
