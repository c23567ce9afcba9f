"""A spider for tests, so that the house is tested without the real one."""
