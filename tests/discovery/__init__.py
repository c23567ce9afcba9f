"""Tests of discovery: the types of responses, and their links."""
