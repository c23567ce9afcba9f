"""Exports metrics to Prometheus: a file for node-exporter, or a port, or both (extension)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call

from crawler.accounting.progress import CrawlProgress
from crawler.program import how_to_add
from crawler.state.progress import Watch

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

EVERY = 15.0  # seconds between updates; Prometheus' default interval
_INSTALL = f"METRICS_FILE and METRICS_PORT need prometheus-client: {how_to_add('metrics')}"
_COUNTED = {
    "articles": ("articles", "Articles written in this run"),
    "pages": ("pages", "Answers received in this run"),
    "failed": ("failed", "URLs that failed in this run"),
    "size": ("received_bytes", "Bytes received in this run"),
}
_GAUGED = {
    "queued": ("queued", "Queued URLs"),
    "rate": ("pages_per_second", "Pages a second, over the last minute"),
    "elapsed": ("elapsed_seconds", "Seconds since the run began"),
}
_BY_HOST = {
    "queues": ("host_queued", "Queued URLs by host, for the longest queues"),
    "delays": ("host_delay_seconds", "Seconds between requests, by host"),
    "pauses": ("host_pause_seconds", "Seconds for which a host is paused"),
}
"""Fields of `CrawlProgress`, each with the metric's name and its meaning."""


class Metrics:
    """Serves the latest figures; the thread of the port reads only these."""

    def __init__(self, crawl: Crawler) -> None:
        self._spider = crawl.spider.name if crawl.spider is not None else ""
        self._watch = Watch(crawl)
        self._progress: CrawlProgress | None = None  # until the crawl has begun
        self._file = str(crawl.settings["METRICS_FILE"] or "")
        self._port = crawl.settings.getint("METRICS_PORT")
        self._loop = create_looping_call(self._look)
        self._stop: Callable[[], None] | None = None
        self._library = _library()
        self._registry = self._library.CollectorRegistry(auto_describe=False)
        self._registry.register(self)

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the extension. Raises `NotConfigured` without METRICS_FILE, METRICS_PORT or the library."""
        if not crawl.settings["METRICS_FILE"] and not crawl.settings.getint("METRICS_PORT"):
            raise NotConfigured
        try:
            extension = cls(crawl)
        except ImportError as error:
            logger.error(_INSTALL)  # noqa: TRY400  the traceback adds nothing for a user
            raise NotConfigured from error
        crawl.signals.connect(extension.spider_opened, signals.spider_opened)
        crawl.signals.connect(extension.spider_closed, signals.spider_closed)
        return extension

    def spider_opened(self) -> None:
        """Start to serve; if the port is in use, warn and continue without it."""
        self._look()
        if self._port:
            self._listen()
        self._loop.start(EVERY, now=False)

    def spider_closed(self) -> None:
        """Write the last figures, and close the port."""
        if self._loop.running:
            self._loop.stop()
        self._look()
        if self._stop is not None:
            self._stop()

    def collect(self) -> Iterator[Any]:
        """Yield the metrics for prometheus-client."""
        if self._progress is not None:
            yield from metrics_of(self._progress, self._spider, self._library)

    def _listen(self) -> None:
        try:
            server, thread = self._library.start_http_server(
                self._port, addr="127.0.0.1", registry=self._registry
            )
        except OSError as error:
            logger.warning("Metrics cannot be served on port %d: %s", self._port, error)
            return

        def stop() -> None:
            server.shutdown()
            server.server_close()
            thread.join()

        self._stop = stop

    def _look(self) -> None:
        self._progress = self._watch.look()
        if self._file:
            try:
                Path(self._file).parent.mkdir(parents=True, exist_ok=True)
                self._library.write_to_textfile(self._file, self._registry)
            except OSError as error:
                logger.warning("Metrics cannot be written to %s: %s", self._file, error)


def metrics_of(progress: CrawlProgress, spider: str, library: Any) -> Iterator[Any]:
    """Yield the metrics of one snapshot."""
    gauge = library.metrics_core.GaugeMetricFamily
    for fields, kind in ((_COUNTED, library.metrics_core.CounterMetricFamily), (_GAUGED, gauge)):
        for field, (name, words) in fields.items():
            family = kind(f"harvest_{name}", words, labels=["spider"])
            family.add_metric([spider], getattr(progress, field))
            yield family
    for field, (name, words) in _BY_HOST.items():
        family = gauge(f"harvest_{name}", words, labels=["spider", "host"])
        for host, value in getattr(progress, field).items():
            family.add_metric([spider, host], value)
        yield family


def _library() -> Any:
    """Return prometheus-client. Raises ImportError if it is not installed."""
    import prometheus_client  # noqa: PLC0415  an extra
    import prometheus_client.metrics_core  # noqa: PLC0415  as above

    return prometheus_client
