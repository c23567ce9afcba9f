"""`scrapy newpublisher`: draft the declaration of a site from one of its articles, and a test for it."""

from __future__ import annotations

import argparse
import json
import re
import shlex
import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from crawler.accounting.outcome import ExitStatus
from crawler.commands.fetching import Fetched, FetchError, fetch_page
from crawler.declaring.own import PACKAGE, declarations_folder, use_own_publishers
from crawler.internals.commands import DescribedCommand, settings_of
from crawler.internals.project import project_folder
from crawler.program import program
from crawler.publishers import DeclarationError, publisher_of
from crawler.reasons import Reason
from crawler.text.captures import capture_of
from crawler.text.names import plain_name
from crawler.validation import unsoundness

if TYPE_CHECKING:
    from scrapy.settings import Settings

_DESCRIPTION = """\
Draft the declaration of a new site from one of its articles: a Publisher in the folder publishers/ (setting
PUBLISHERS_DIR), and the page with its record in publishers/pages/. Every command that is run here uses the
declaration from then on. In a checkout of this project the draft becomes a part of it: crawler/publishers/,
and a test in tests/publishers/pages/, which fails until you have checked the record. No file is overwritten.

Examples:
  scrapy newpublisher http://www.example.com/2024-05/20/content_1.htm
  scrapy newpublisher page.html --url http://www.example.com/2024-05/20/content_1.htm --name two_photos

A URL is fetched once, under the rules of a crawl: robots.txt is obeyed. A saved page without a canonical link
needs --url.
"""
_TESTS = Path("tests/publishers/pages")
_NEXT_IN_CHECKOUT = """\
Next: 1. Read the declaration: title, start pages, language, time zone, URL pattern, layout, `seen`.
      2. Read the page beside its .json, correct what is wrong there, and set "checked" to true.
      3. Add a made-up article URL of the site to ARTICLES in tests/publishers/url_samples.py.
      4. make test\
"""
_NEXT = """\
Next: 1. Read the declaration: title, start pages, language, time zone, URL pattern, layout, `seen`.
      2. Compare the page with its .json; after a change of the declaration, see both again:
         {program} checkpublisher {page} --url {url}
         {program} extract {page} --url {url}
      3. {program} crawl news -a start={start}\
"""


class DraftError(ValueError):
    """Nothing can be drafted from this page: the message gives the remedy. Raised by `draft`."""


class Command(DescribedCommand):
    """Writes declaration, page and expectation."""

    description = _DESCRIPTION
    requires_crawler_process = True
    requires_project = True
    default_settings = {"LOG_ENABLED": False}  # noqa: RUF012  declared so by Scrapy

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "URL|FILE [--url URL] [--name NAME]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Draft the declaration of a new site from one of its articles"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.add_argument("--url", metavar="URL", help="the URL of the page, or another one to use for it")
        parser.add_argument(
            "--name", metavar="NAME", help="name of the saved page, after its point: two_photos"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write the files and name them, or print an error in one line."""
        try:
            use_own_publishers(settings_of(self))
            folders = folders_of(settings_of(self))
            today = datetime.now(UTC).date().isoformat()
            files = draft(self._page(args, opts.url), folders, opts.name, today)
            write(project_folder(), files)
        except (DeclarationError, DraftError, FetchError, OSError) as error:
            sys.stderr.write(f"{program()} newpublisher: {error}\n")
            self.exitcode = _status(error)
            return
        print("\n".join(f"wrote {path}" for path in files))
        print(_next(files))

    def _page(self, args: list[str], url: str | None) -> Fetched:
        if len(args) != 1:
            raise DraftError(f"name one article: {program()} newpublisher http://host/path, or a saved page")
        if "://" not in args[0]:
            return _saved(Path(args[0]), url)
        asked = capture_of(url or args[0])
        _domain(_web(asked.original if asked else url or args[0]))  # before a request for a page of no use
        fetched = self._fetched(_web(args[0]))
        return _original(replace(fetched, url=url or fetched.url))

    def _fetched(self, url: str) -> Fetched:
        if self.crawler_process is None:
            raise RuntimeError("Scrapy gives this command a crawler process before it runs it")
        return fetch_page(self.crawler_process, url)


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of a draft, relative to the project's folder."""

    declarations: Path
    pages: Path
    """The folder of the publishers' pages, each with its record."""


def folders_of(settings: Settings) -> Folders:
    """Return the folders of the package and its tests in a checkout, else PUBLISHERS_DIR and one below it."""
    declarations = declarations_folder(settings)
    is_package = declarations == PACKAGE
    return Folders(declarations, _TESTS if is_package else declarations / "pages")


def draft(page: Fetched, folders: Folders, name: str | None = None, seen: str = "") -> dict[str, bytes]:
    """Return the files to write, by their paths in the project; `seen` is the date of the facts.

    Raises `DraftError` if the page is no article, or its site cannot be declared or is declared already.
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
    saved = folders.pages / domain / _file_name(name or _stem(page.url))
    return {
        str(folders.declarations / f"{module_name(domain)}.py"): module_source(publisher).encode(),
        f"{saved}.html": page.body,
        f"{saved}.json": expected.encode(),
    }


def _next(files: dict[str, bytes]) -> str:
    """Word the next steps after a draft."""
    _, page, record = files
    if Path(page).is_relative_to(_TESTS):
        return _NEXT_IN_CHECKOUT
    url = str(json.loads(files[record])["url"])
    start = urlunsplit((*urlsplit(url)[:2], "/", "", ""))
    return _NEXT.format(program=program(), page=shlex.quote(page), url=shlex.quote(url), start=start)


def write(project: Path, files: dict[str, bytes]) -> None:
    """Write all files, or none. Raises `DraftError` if one of them exists, and OSError."""
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
    from crawler.replay.saved import NO_URL, saved_url, unusable  # noqa: PLC0415  as above

    if fault := unusable(body):
        raise DraftError(f"{path} {fault}")
    address = url or saved_url(body)
    if address is None:
        raise DraftError(f"{path} has {NO_URL}: add --url http://...")
    return _original(Fetched(_web(address), body, None))


def _original(page: Fetched) -> Fetched:
    """Return the original of a page that a web archive captured."""
    from crawler.extraction.tree.captured import as_captured  # noqa: PLC0415  as above

    capture = capture_of(page.url)
    return replace(page, url=capture.original, body=as_captured(page.body)) if capture else page


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
    """Return a name for the page: the last specific part of its path."""
    parts = [part.partition(".")[0] for part in urlsplit(url).path.split("/")]
    return next((part for part in reversed(parts) if len(part) > 1 and part != "index"), "article")


def _file_name(name: str) -> str:
    return plain_name(re.sub(r"[^A-Za-z0-9]+", "_", name)) or "article"


def _status(error: Exception) -> ExitStatus:
    if isinstance(error, OSError):
        return ExitStatus.OUTPUT_FAILED
    return ExitStatus.NOTHING_FETCHED if isinstance(error, FetchError) else ExitStatus.BAD_ARGUMENTS
