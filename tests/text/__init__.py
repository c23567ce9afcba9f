"""Tests of text without structure."""
