"""Tests of the lines around a text."""
