"""Tests of the Scrapy house: settings, pipelines, exporter, extensions and commands."""
