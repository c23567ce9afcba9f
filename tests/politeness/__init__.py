"""Tests of what a crawler owes to the sites."""
