"""Tests of the benchmarks' own arithmetic; the peers are not needed."""
