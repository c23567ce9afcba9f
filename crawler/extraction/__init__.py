"""From the bytes of a page to an Article: pure functions, no clock, no network, no files."""
