"""Tests of the log: one line an event, nothing forged, nothing that only a developer wants."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy import Request, Spider
from scrapy.exceptions import DropItem
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.accounting.drops import (
    CopiedArticle,
    Dropped,
    DuplicateArticle,
    ExtractionFailed,
    NoBody,
    UnchangedArticle,
)
from crawler.logs import (
    OneLineFormatter,
    OneLineLogFormatter,
    Quiet,
    make_what_is_written,
    printable,
    quieten,
)
from tests.records.examples import any_text, article

SPIDER = Spider("test")
RESPONSE = Response("http://a.example/r")
FORMATTER = OneLineLogFormatter()


def line(result: Any) -> str:
    """Return the line that Scrapy logs for a formatter's answer."""
    return str(result["msg"] % result["args"])


@given(any_text(), any_text())
def test_no_page_can_forge_a_line(words: str, url: str) -> None:
    """Whatever a page says in its URL or an error repeats, the event stays one printable line."""
    item: Any = SimpleNamespace(url=url)
    for result in (
        FORMATTER.dropped(item, NoBody(words), RESPONSE, SPIDER),
        FORMATTER.item_error(item, ValueError(words), RESPONSE, SPIDER),
        FORMATTER.scraped(article(headline=words), RESPONSE, SPIDER),
    ):
        said = line(result)
        assert len(said.splitlines()) == 1
        assert "\x1b" not in said
        said.encode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a b", "a b"),
        ("新华社", "新华社"),
        ("a\nb", r"a\nb"),
        ("\x1b[31m", r"\x1b[31m"),
        ("\u2028", r"\u2028"),
        ("\u202e", r"\u202e"),
        ("\ud800", r"\ud800"),
    ],
)
def test_only_the_harmful_is_escaped(text: str, shown: str) -> None:
    """Letters of any script stay, control and format characters show as escapes."""
    assert printable(text) == shown


@given(st.text())
def test_printable_is_what_python_calls_so(text: str) -> None:
    """Logged text has no character that Python would not print, and plain text is unchanged."""
    assert printable(text).isprintable()
    assert (printable(text) == text) is text.isprintable()


def test_url_is_named_once() -> None:
    """A reason that names the page's URL stands alone."""
    item: Any = SimpleNamespace(url="http://a.example/1")
    said = line(FORMATTER.dropped(item, NoBody("no text at http://a.example/1"), RESPONSE, SPIDER))
    assert said == "NoBody: no text at http://a.example/1"
    failure: Failure = Failure(OSError("no"))  # type: ignore[no-untyped-call]
    error = FORMATTER.download_error(failure, Request("http://a.example/1"), SPIDER, "no")
    assert line(error) == "Not fetched: no <http://a.example/1>"


@pytest.mark.parametrize("drop", [UnchangedArticle, DuplicateArticle, CopiedArticle])
def test_known_articles_make_no_noise(drop: type[Dropped]) -> None:
    """A run that finds nothing new logs no line for each article; the summary counts them."""
    assert FORMATTER.dropped(article(), drop("on file"), RESPONSE, SPIDER)["level"] == logging.DEBUG


def test_drop_names_reason_and_url() -> None:
    """A dropped page is one line of INFO: class, reason, URL; never the item."""
    result = FORMATTER.dropped(article(), NoBody("no text"), RESPONSE, SPIDER)
    assert result["level"] == logging.INFO
    assert line(result) == f"NoBody: no text <{article().url}>"


def test_level_of_a_drop_is_its_own() -> None:
    """A fault of ours is an error; a drop of somebody else's is no warning."""
    assert FORMATTER.dropped(article(), ExtractionFailed("x"), RESPONSE, SPIDER)["level"] == logging.ERROR
    assert FORMATTER.dropped(article(), DropItem("x"), RESPONSE, SPIDER)["level"] == logging.INFO


def test_item_without_url_is_named_by_its_response() -> None:
    """A plain dictionary has no URL; without a response there is none at all."""
    assert line(FORMATTER.dropped({}, NoBody(), RESPONSE, SPIDER)) == "NoBody <http://a.example/r>"
    assert line(FORMATTER.dropped({}, NoBody(), None, SPIDER)) == "NoBody <?>"


def test_failed_download_is_one_line() -> None:
    """URL and reason, from the message or from the exception."""
    error = OSError("refused\nby host")
    failure: Failure = Failure(error)  # type: ignore[no-untyped-call]
    request = Request("http://a.example/1")
    entry = FORMATTER.download_error(failure, request, SPIDER)
    assert line(entry) == r"Not fetched: refused\nby host <http://a.example/1>"
    assert "timed out" in line(FORMATTER.download_error(failure, request, SPIDER, "timed out"))


def record(name: str, level: int, message: str) -> logging.LogRecord:
    """Return a log record."""
    error = (ValueError, ValueError("x"), None)
    return logging.LogRecord(name, level, __file__, 1, message, (), error)


@pytest.mark.parametrize(
    ("name", "level", "message", "shown"),
    [
        ("scrapy.middleware", logging.INFO, "Enabled item pipelines", False),
        ("scrapy.middleware", logging.WARNING, "Disabled", True),
        ("scrapy.crawler", logging.INFO, "Overridden settings", False),
        ("scrapy.crawler", logging.INFO, "Received SIGINT, shutting down gracefully.", True),
        ("crawler.extensions.summary", logging.INFO, "2 articles", True),
    ],
)
def test_quiet_withholds_only_scrapys_own_news(name: str, level: int, message: str, shown: bool) -> None:
    """News that a user must know is shown."""
    assert Quiet().filter(record(name, level, message)) is shown


def test_network_failures_have_no_traceback() -> None:
    """A refused connection is no fault of the program; other errors keep their traceback."""
    refused = record("scrapy.core.scraper", logging.ERROR, "Not fetched: refused")
    fault = record("scrapy.core.scraper", logging.ERROR, "Error in a pipeline")
    assert Quiet().filter(refused)
    assert Quiet().filter(fault)
    assert refused.exc_info is None
    assert fault.exc_info is not None


def test_what_no_handler_would_write_is_not_made() -> None:
    """Scrapy's lines about each page cost nothing unless somebody wants to read them."""
    root, scrapys = logging.getLogger(), logging.getLogger("scrapy")
    before = root.level, scrapys.level, root.handlers[:]
    try:
        root.handlers[:] = [logging.StreamHandler(), logging.StreamHandler()]
        for handler, level in zip(root.handlers, (logging.WARNING, logging.ERROR), strict=True):
            handler.setLevel(level)
        scrapys.setLevel(logging.DEBUG)
        make_what_is_written()
        made = [
            logging.getLogger(name).isEnabledFor(level)
            for name in ("scrapy.core.engine", "crawler.spiders.news")
            for level in (logging.INFO, logging.WARNING)
        ]
    finally:
        root.handlers[:] = before[2]
        root.setLevel(before[0])
        scrapys.setLevel(before[1])
    assert made == [False, True, False, True]


def test_debug_level_shows_everything() -> None:
    """Quieting is undone at the level DEBUG, and done once however often it is called."""
    logger = logging.getLogger("scrapy.middleware")
    quieten("INFO")
    quieten("INFO")
    assert sum(isinstance(each, Quiet) for each in logger.filters) == 1
    quieten("DEBUG")
    assert not any(isinstance(each, Quiet) for each in logger.filters)


def formatted(message: str, *args: object, error: BaseException | None = None) -> str:
    """Return the lines of an event as the log has them."""
    info = (type(error), error, None) if error is not None else None
    event = logging.LogRecord("x", logging.INFO, __file__, 1, message, args, info)
    return OneLineFormatter(logging.Formatter("%(levelname)s: %(message)s")).format(event)


@pytest.mark.fault(104)
@given(st.text())
def test_no_argument_breaks_a_line(words: str) -> None:
    """Whatever the arguments of an event, it is one line, without control characters."""
    said = formatted("refused: %s", words)
    assert said.splitlines() == [said]
    assert "\x1b" not in said


@pytest.mark.fault(104)
@given(st.text(min_size=1))
def test_no_further_line_looks_like_an_event(words: str) -> None:
    """Further lines, those of a traceback too, are indented."""
    for said in (formatted(f"a {words}"), formatted("a", error=ValueError(words))):
        assert all(line.startswith(" ") for line in said.splitlines()[1:])


def test_summary_keeps_its_lines() -> None:
    """Lines that the program itself breaks stay as they are."""
    assert formatted("2 articles\n  received 3") == "INFO: 2 articles\n  received 3"
