"""Tests of the account of a run."""
