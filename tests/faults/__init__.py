"""Tests of crawls of a hostile web: each row of the fault inventory, provoked from loopback."""
