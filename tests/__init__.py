"""Tests of the harvester."""
