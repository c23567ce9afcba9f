"""Keeps the log short and safe: one event is one line, and no page can forge one."""

from __future__ import annotations

import contextlib
import logging
import sys
import unicodedata
from copy import copy
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

# Loggers of Scrapy whose INFO messages are for developers, with the beginnings of these messages.
_NOISE = {
    "scrapy.addons": "",
    "scrapy.core.engine": "",
    "scrapy.crawler": "Overridden settings",
    "scrapy.extensions.feedexport": "Stored",
    "scrapy.extensions.memusage": "",
    "scrapy.middleware": "",
    "scrapy.utils.log": "",
}

# Failures of the network, whose traceback adds nothing to the line.
_NETWORK = ("scrapy.core.scraper", "scrapy.downloadermiddlewares.robotstxt")
_PLAIN = ("Not fetched", "Error downloading")


class OneLineLogFormatter(LogFormatter):
    """Writes Scrapy's messages about pages and items in one line each, without the items."""

    def dropped(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,  # noqa: ARG002  Scrapy's signature
    ) -> LogFormatterResult:
        """Log a page without a line of output: the reason and the URL."""
        level = getattr(exception, "log_level", None) or "INFO"
        return _event(_level(level), "", _reason(exception), _where(item, response))

    def scraped(self, item: Any, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:  # noqa: ARG002
        """Log an article that is written."""
        args = {"url": _where(item, response), "headline": printable(getattr(item, "headline", ""))}
        return {"level": logging.DEBUG, "msg": "Article <%(url)s> %(headline)s", "args": args}

    def item_error(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,  # noqa: ARG002  Scrapy's signature
    ) -> LogFormatterResult:
        """Log an error in an item pipeline."""
        return _event(logging.ERROR, "Error in a pipeline: ", _reason(exception), _where(item, response))

    def download_error(
        self,
        failure: Failure,
        request: Request,
        spider: Spider,  # noqa: ARG002  Scrapy's signature
        errmsg: str | None = None,
    ) -> LogFormatterResult:
        """Log a page that could not be fetched."""
        reason = printable(errmsg or failure.getErrorMessage())
        return _event(logging.ERROR, "Not fetched: ", reason, printable(request.url))


class Quiet(logging.Filter):
    """Hides Scrapy's INFO messages and tracebacks of network failures; `-L DEBUG` shows both."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether to show the record."""
        if record.getMessage().startswith(_PLAIN):
            record.exc_info = None
        start = _NOISE.get(record.name)
        if record.name == "scrapy.extensions.feedexport" and record.exc_info:
            return False  # the extension `Outputs` has reported this error
        return record.levelno != logging.INFO or start is None or not record.getMessage().startswith(start)


class OneLineFormatter(logging.Formatter):
    """Formats like another formatter, and escapes characters that would break or colour a line.

    Continuation lines (tracebacks, the summary) are indented, so that none looks like an event.
    """

    def __init__(self, inner: logging.Formatter) -> None:
        super().__init__()
        self.inner = inner

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of an event; several only if the program itself adds line breaks."""
        cleaned = copy(record)
        if record.args and "\n" not in str(record.msg):
            cleaned.msg, cleaned.args = printable(record.getMessage()), None
        lines = (printable(line) for line in self.inner.format(cleaned).split("\n"))
        return "\n".join(
            line if number == 0 or line.startswith(" ") else f"  {line}" for number, line in enumerate(lines)
        )


def keep_to_lines() -> None:
    """Make every handler of the root logger escape line breaks and other forgeries."""
    for handler in logging.getLogger().handlers:
        if handler.formatter is not None and not isinstance(handler.formatter, OneLineFormatter):
            handler.setFormatter(OneLineFormatter(handler.formatter))


def make_what_is_written() -> None:
    """Skip log records below the level of all handlers: Scrapy creates several for each page."""
    handlers = logging.getLogger().handlers
    least = min((handler.level for handler in handlers), default=logging.NOTSET)
    for name in (None, "scrapy"):  # Scrapy sets a level for its own logger
        logger = logging.getLogger(name)
        logger.setLevel(max(least, logger.level))


def quieten(level: str) -> None:
    """Hide Scrapy's own messages unless the log level is DEBUG."""
    for name in (*_NOISE, *_NETWORK):
        logger = logging.getLogger(name)
        logger.filters = [each for each in logger.filters if not isinstance(each, Quiet)]
        if level != "DEBUG":
            logger.addFilter(Quiet())


def go_on_without_log() -> None:
    """Report a log that cannot be written once on standard error, and continue.

    Without this, Python's logging prints a traceback for each line.
    """
    messages: list[str] = []

    def tell(handler: logging.Handler, record: logging.LogRecord) -> None:  # noqa: ARG001  handleError's signature
        if not messages:
            messages.append(
                f"the log cannot be written ({sys.exception()}); the crawl continues without it\n"
            )
            with contextlib.suppress(OSError):  # standard error may be on the full disk
                sys.stderr.write(messages[0])

    logging.Handler.handleError = tell  # type: ignore[method-assign,assignment]


def printable(text: str) -> str:
    """Escape characters that could forge or hide a log line: control, format and line-breaking ones."""
    if text.isprintable():  # Python's test has the same rule
        return text
    return "".join(char if _harmless(char) else char.encode("unicode_escape").decode() for char in text)


def _harmless(char: str) -> bool:
    return char == " " or unicodedata.category(char)[0] not in "CZ"


def _event(level: int, kind: str, reason: str, url: str) -> LogFormatterResult:
    """Return a line with a reason and the URL of its page, once."""
    place = "" if url in reason else " <%(url)s>"
    return {"level": level, "msg": f"{kind}%(reason)s{place}", "args": {"reason": reason, "url": url}}


def _reason(exception: BaseException) -> str:
    words = printable(str(exception))
    return f"{type(exception).__name__}: {words}" if words else type(exception).__name__


def _where(item: Any, response: Response | Failure | None) -> str:
    fallback = response.url if isinstance(response, Response) else "?"
    return printable(str(getattr(item, "url", None) or fallback))


def _level(level: int | str) -> int:
    return level if isinstance(level, int) else logging.getLevelNamesMapping()[level]
