"""Downloader middlewares: what a request must pass before it goes out."""

from crawler.middlewares.robots import RobotsGate

__all__ = ["RobotsGate"]
