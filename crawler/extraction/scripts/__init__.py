"""What a page's scripts hold of its article, read as data: no script is ever run."""
