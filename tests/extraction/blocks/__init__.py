"""Tests of the room that builds the typed blocks of a text."""
