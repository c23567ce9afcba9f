"""Tests of spiders, whole crawls on loopback."""
