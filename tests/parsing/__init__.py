"""Tests of how pages are parsed, here and in processes of their own."""
