"""Tests of politeness towards sites."""
