"""Tests of feeds and exporters."""
