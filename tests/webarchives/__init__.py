"""Tests of harvests from web archives."""
