"""Tests of work on many machines."""
