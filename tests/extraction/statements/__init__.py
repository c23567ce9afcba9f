"""Tests of the statements of a page about its article."""
