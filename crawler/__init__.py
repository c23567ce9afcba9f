"""Harvest china.cn-style news: headline, dateline, photo captions and body, as JSON Lines."""

__version__ = "0.1.0"
