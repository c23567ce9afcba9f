"""Tests of pushing events to other systems."""
