"""Tests of requests to web archives and their answers, and of pictures from there."""
