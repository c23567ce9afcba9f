"""Tests of the archive of raw pages."""
