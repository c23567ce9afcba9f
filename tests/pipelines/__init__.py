"""Tests of the item pipelines."""
