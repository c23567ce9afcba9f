"""Tests of the inspection of pictures."""
