"""Pushes the articles of a crawl to the targets of PUSH while it runs (extension)."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured

from crawler.program import program
from crawler.state.crawl import state_of
from crawler.state.files import CrawlFiles, NoFiles

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

LOG = "push.log"
"""Name of the log of a run's pushes, in the crawl's directory."""
_EVERY = 0.1  # seconds between two looks at a process


class Pushes:
    """Runs `push` for each target in a process of its own, so that no target slows the crawl.

    The end of a process's standard input tells it that the crawl is over, also if the crawl is killed. It
    then sends the rest. The crawl waits PUSH_WAIT seconds for that.
    """

    def __init__(self, crawl: Crawler, files: CrawlFiles) -> None:
        self._files = files
        self._targets: list[str] = crawl.settings.getlist("PUSH")
        self._wait = crawl.settings.getfloat("PUSH_WAIT")
        self._answer = crawl.settings.getfloat("PUSH_ANSWER_SECONDS")
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    @classmethod
    def from_crawler(cls, crawl: Crawler) -> Self:
        """Build the extension. Raises `NotConfigured` without PUSH, or if the crawl has no directory."""
        files = state_of(crawl).files
        if not crawl.settings.getlist("PUSH"):
            raise NotConfigured
        if isinstance(files, NoFiles):
            logger.warning("PUSH has no effect with -o or -O: only a crawl's directory has events")
            raise NotConfigured
        extension = cls(crawl, files)
        crawl.signals.connect(extension.spider_opened, signals.spider_opened)
        crawl.signals.connect(extension.spider_closed, signals.spider_closed)
        return extension

    def spider_opened(self) -> None:
        """Start the processes, unless the directory cannot be used; an error only causes a warning."""
        if not self._files.opened:
            return
        try:
            with (self._files.folder / LOG).open("wb") as log:
                for target in self._targets:
                    self._processes[target] = self._started(target, log.fileno())
        except OSError as error:
            logger.warning("The push could not be started: %s", error)

    def _started(self, target: str, log: int) -> subprocess.Popen[bytes]:
        """Start the push to a target. It has its own session: Ctrl-C of a terminal is meant for the crawl."""
        command = [sys.executable, "-m", "crawler", "push", str(self._files.folder), "--to", target]
        command += ["--until-eof", "-s", f"PUSH_ANSWER_SECONDS={self._answer}"]
        return subprocess.Popen(  # noqa: S603  the project's own command
            command, stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True
        )

    async def spider_closed(self) -> None:
        """Let the processes send the rest, and log how each of them ended."""
        for process in self._processes.values():
            if process.stdin is not None:
                process.stdin.close()
        until = time.monotonic() + self._wait
        for target, process in self._processes.items():
            while process.poll() is None and time.monotonic() < until:
                await asyncio.sleep(_EVERY)
            self._tell(target, process)

    def _tell(self, target: str, process: subprocess.Popen[bytes]) -> None:
        if process.poll() == 0:
            logger.info("Pushed all events to %s", target)
            return
        reason = f"status {process.returncode}, see {LOG}"
        if process.returncode is None:
            process.terminate()
            reason = f"not ready after {self._wait:.0f} s, PUSH_WAIT"
        again = f"{program()} push {self._files.folder} --to {target}"
        logger.warning("Not all events were pushed to %s (%s); next: %s", target, reason, again)
