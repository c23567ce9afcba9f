"""Tests of exported pictures."""
