"""Scrapy's connections to servers, bounded: where they may lead, what they must prove, how long they take."""
