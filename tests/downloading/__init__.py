"""Tests of the download handler."""
