"""Tests of discovery: what responses are, and where they lead."""
