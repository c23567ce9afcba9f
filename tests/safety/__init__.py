"""Tests of the limits that a hostile web meets."""
