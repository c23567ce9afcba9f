"""Tests of what many machines do."""
