"""Tests of the rebuilding of a lost ledger."""
