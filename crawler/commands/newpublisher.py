"""`scrapy newpublisher`: draft the declaration of a site from one of its articles, and a test for it."""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from scrapy.commands import ScrapyCommand

from crawler.accounting.outcome import ExitStatus
from crawler.commands.extract import own_url
from crawler.commands.fetching import Fetched, FetchError, fetch_page
from crawler.internals.project import project_folder
from crawler.publishers import publisher_of
from crawler.reasons import Reason
from crawler.text.names import plain_name
from crawler.validation import unsoundness

_DESCRIPTION = """\
Draft the declaration of a new site from one of its articles: a Publisher in crawler/publishers/, and the page
with its record as a test in tests/publishers/pages/. The test fails until you have checked the record. No
file is overwritten.

Examples:
  scrapy newpublisher http://www.example.com/2024-05/20/content_1.htm
  scrapy newpublisher page.html --url http://www.example.com/2024-05/20/content_1.htm --name two_photos

A URL is fetched once, under the rules of a crawl: robots.txt is obeyed. A saved page without a canonical link
needs --url.
"""
_NEXT = """\
Next: 1. Read the declaration: title, start pages, language, time zone, URL pattern, layout, `seen`.
      2. Read the page beside its .json, correct what is wrong there, and set "checked" to true.
      3. Add a made-up article URL of the site to ARTICLES in tests/publishers/url_samples.py.
      4. make test\
"""


class DraftError(ValueError):
    """Nothing can be drafted from this page: the message says what to do. Raised by `draft`."""


class Command(ScrapyCommand):
    """Writes declaration, page and expectation."""

    requires_project = True
    default_settings = {"LOG_ENABLED": False}  # noqa: RUF012  declared so by Scrapy

    def syntax(self) -> str:
        """Show how the command is called."""
        return "URL|FILE [--url URL] [--name NAME]"

    def short_desc(self) -> str:
        """Say in a line what the command does."""
        return "Draft the declaration of a new site from one of its articles"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.description = _DESCRIPTION
        parser.add_argument("--url", metavar="URL", help="the URL of the page, or another one to use for it")
        parser.add_argument(
            "--name", metavar="NAME", help="name of the saved page, after its point: two_photos"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write the files and name them, or one line that says what is wrong."""
        try:
            files = draft(self._page(args, opts.url), opts.name, datetime.now(UTC).date().isoformat())
            write(project_folder(), files)
        except (DraftError, FetchError, OSError) as error:
            sys.stderr.write(f"scrapy newpublisher: {error}\n")
            self.exitcode = _status(error)
            return
        print("\n".join(f"wrote {path}" for path in files))
        print(_NEXT)

    def _page(self, args: list[str], url: str | None) -> Fetched:
        if len(args) != 1:
            raise DraftError("name one article: scrapy newpublisher http://host/path, or a saved page")
        if "://" not in args[0]:
            return _saved(Path(args[0]), url)
        _domain(_web(url or args[0]))  # before anybody is asked for a page that is of no use
        fetched = self._fetched(_web(args[0]))
        return replace(fetched, url=url or fetched.url)

    def _fetched(self, url: str) -> Fetched:
        if self.crawler_process is None:
            raise RuntimeError("Scrapy gives this command a crawler process before it runs it")
        return fetch_page(self.crawler_process, url)


def draft(page: Fetched, name: str | None = None, seen: str = "") -> dict[str, bytes]:
    """Return the files to write, by their paths in the project; `seen` is the date of the facts.

    Raises `DraftError` where the page is no article, or its site cannot be declared or is declared already.
    """
    from crawler.declaring.expectation import expectation  # noqa: PLC0415  every start of a crawl imports all commands
    from crawler.declaring.guess import guess_publisher  # noqa: PLC0415  as above
    from crawler.declaring.source_code import module_name, module_source  # noqa: PLC0415  as above
    from crawler.extraction import parse_page, read_article  # noqa: PLC0415  as above

    domain = _domain(page.url)
    parsed = parse_page(page.body, page.url, page.content_type)
    if cause := unsoundness(read_article(parsed)):
        raise DraftError(f"{page.url} is not an article ({Reason(cause).sentence}): name one")
    publisher = replace(guess_publisher(parsed, domain), seen=seen)
    expected = expectation(page.body, page.url, page.content_type, publisher)
    saved = f"tests/publishers/pages/{domain}/{_file_name(name or _stem(page.url))}"
    return {
        f"crawler/publishers/{module_name(domain)}.py": module_source(publisher).encode(),
        f"{saved}.html": page.body,
        f"{saved}.json": expected.encode(),
    }


def write(project: Path, files: dict[str, bytes]) -> None:
    """Write all files, or none. Raises `DraftError` where one of them is there already, and OSError."""
    paths = {project / name: content for name, content in files.items()}
    if existing := next((name for name in files if (project / name).exists()), None):
        raise DraftError(f"{existing} exists already; nothing was written")
    try:
        for path, content in paths.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError:
        for path in paths:
            path.unlink(missing_ok=True)
        raise


def _saved(path: Path, url: str | None) -> Fetched:
    try:
        body = path.read_bytes()
    except OSError as error:
        raise DraftError(f"{path}: {error.strerror}") from error
    from crawler.extraction import parse_page  # noqa: PLC0415  as above

    address = url or own_url(parse_page(body, ""))
    if address is None:
        raise DraftError("the page has no canonical link: add --url http://...")
    return Fetched(_web(address), body, None)


def _web(url: str) -> str:
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise DraftError(f"{url!r} is not the URL of a page: write http://host/path")
    return url


def _domain(url: str) -> str:
    from crawler.declaring.guess import registrable_domain  # noqa: PLC0415  as above

    domain = registrable_domain(url)
    if domain is None:
        raise DraftError(f"{url} has no domain name for a publisher: add --url http://...")
    if known := publisher_of(url):
        raise DraftError(f"{url} belongs to {known.name}, which is declared already")
    return domain


def _stem(url: str) -> str:
    """Return a name for the page: the last telling part of its path."""
    parts = [part.partition(".")[0] for part in urlsplit(url).path.split("/")]
    return next((part for part in reversed(parts) if len(part) > 1 and part != "index"), "article")


def _file_name(name: str) -> str:
    return plain_name(re.sub(r"[^A-Za-z0-9]+", "_", name)) or "article"


def _status(error: Exception) -> ExitStatus:
    if isinstance(error, OSError):
        return ExitStatus.OUTPUT_FAILED
    return ExitStatus.NOTHING_FETCHED if isinstance(error, FetchError) else ExitStatus.BAD_ARGUMENTS
