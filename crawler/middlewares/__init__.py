"""Downloader middlewares: what a request must pass before it goes out."""

from crawler.middlewares.redirects import WebRedirects
from crawler.middlewares.robots import RobotsGate

__all__ = ["RobotsGate", "WebRedirects"]
