"""Tests of drafting a publisher's declaration."""
