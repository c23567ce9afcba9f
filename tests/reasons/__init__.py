"""Tests of the reasons of outcomes."""
