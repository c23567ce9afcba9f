"""Tests of crawls that are killed, interrupted, refused by the disk, and run again."""
