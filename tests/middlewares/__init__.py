"""Tests of the downloader middlewares, with real crawls on loopback."""
