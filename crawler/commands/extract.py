"""`scrapy extract`: extract the articles of saved or archived pages, without network."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.accounting.outcome import ExitStatus
from crawler.archive.selection import SUFFIXES, ResponseSelection, SelectionError, archives
from crawler.archive.wacz import WACZ
from crawler.commands.archived import ArchiveOptions, extract_archives
from crawler.commands.clustered import ClusterError, ClusterOptions, extract_on_cluster
from crawler.commands.each_crawl import complain
from crawler.commands.explanation_text import explanation_text, style_for
from crawler.commands.fetching import FetchError, fetch_page
from crawler.commands.printing import write_json
from crawler.commands.saved_pages import InputError, PageOptions, are_several, extract_pages
from crawler.declaring.own import use_own_publishers
from crawler.internals.commands import DescribedCommand, new_process, settings_of
from crawler.items import FieldSelection
from crawler.program import program
from crawler.publishers import DeclarationError
from crawler.reasons import Reason
from crawler.records.lines import article_line, json_text
from crawler.state.parsing import DetailError, fields_of
from crawler.validation import unsoundness

if TYPE_CHECKING:
    from crawler.extraction.tree.page import Page

_DESCRIPTION = """\
Extract the articles of saved pages, of a URL, or of WARC and WACZ files. Print the records.

Examples:
  scrapy extract page.html --url http://www.example.com/2024-05/20/content_1.htm
  curl -s URL | scrapy extract - --url URL
  scrapy extract page.html --jsonl >> articles.jsonl
  scrapy extract page.html --content-type 'text/html; charset=gbk'
  scrapy extract page.html --explain
  scrapy extract page.html -s DETAILS=all -s BLOCKS=1
  scrapy extract http://www.example.com/2024-05-20/content_1.htm
  scrapy extract saved --jobs 4 > articles.jsonl
  scrapy extract a.html b.html 'older/*.htm' > articles.jsonl
  scrapy extract saved --urls saved/urls.tsv > articles.jsonl
  scrapy extract --jobs 4 'data/www.example.com/pages/*.warc.gz' > again.jsonl
  scrapy extract collection.wacz > articles.jsonl
  scrapy extract 'pages/*.warc.gz' --against articles.jsonl > again.jsonl
  scrapy extract CC-NEWS-2024.warc.gz --host china.org.cn,news.cn --archived-since 2024-05 > family.jsonl

  scrapy extract --cluster tcp://scheduler:8786 's3://archive/2024/*.warc.gz' -o s3://articles/2024
  scrapy extract --cluster local --jobs 8 '/archive/*.warc.gz' -o /articles --to parquet

--explain shows, instead of the record, the decision for each field: the candidates, the chosen one (*), the
reason, and the class of every line of the text.

-s BLOCKS=1 adds the structure of the text (headings, lists, tables …), -s LINKS=1 also its links.
-s DETAILS=all reads the optional fields, too; -s DETAILS=deck,keywords reads these two of them.

Without --url, the page's own canonical link is its URL, else its og:url, else the note that a browser
(Chrome, Edge, SingleFile) writes into a saved page. A page that a crawl would reject is printed, too,
with a note on standard error. A URL is fetched once, under the rules of a crawl: robots.txt is obeyed. If a
URL leads to a capture in a web archive (web.archive.org, archive.today), the record has the URL of the
original, and the archive's in `evidence.capture`.

Of several pages, and of folders with all folders below them, the records are printed as JSON Lines. Standard
error names the pages that a crawl would reject and those without a URL; for the latter the exit status is 6.
List their URLs in a file for --urls: `story.html`, a tab or a comma, and the URL in each line, with paths
relative to that file. Parts of an article in several files are not joined.

WARC files of this and other crawlers (Heritrix, browsertrix, Common Crawl) are read in order, on --jobs
processes. Parts of an article are joined from the file that holds its first page. A damaged record is named
and skipped; the exit status is then 6. --against lists the fields of each article that changed since an
earlier extraction.

--cluster extracts with Dask, one partition for each WARC file, on any storage that fsspec supports. A
partition appears when it is complete, and is not written again: after a crash, run the same command to
resume.
"""

_OF_ONE_PAGE = ("url", "explain")
"""Options for one page."""
_OF_PAGES = (*_OF_ONE_PAGE, "content_type", "urls")
"""Options for saved pages."""
_OF_ARCHIVES = ("against", "host", "archived_since", "archived_until", "mime")
"""Options for archives."""


class Command(DescribedCommand):
    """Prints the record of one saved page."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "FILE...|FOLDER...|-|URL|WARC... [--url URL] [options]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Extract the articles of saved pages or of WARC files"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.add_argument("--url", metavar="URL", help="the URL of the page")
        parser.add_argument(
            "--urls",
            metavar="FILE",
            help="list of saved pages: a path, a tab or comma, and the URL in a line",
        )
        parser.add_argument("--content-type", metavar="TYPE", help="value of the HTTP header, if known")
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--jsonl", action="store_true", help="one line of JSON instead of indented JSON")
        form.add_argument(
            "--explain", action="store_true", help="the decision for each field, instead of the record"
        )
        parser.add_argument(
            "--cluster", metavar="ADDRESS", help="a Dask scheduler, or `local` (with --jobs workers)"
        )
        parser.add_argument("-o", "--out", metavar="FOLDER", help="the folder for a cluster's partitions")
        parser.add_argument(
            "--to", choices=("jsonl", "parquet"), default="jsonl", help="format of the partitions (jsonl)"
        )
        parser.add_argument(
            "--jobs", type=int, default=1, metavar="N", help="processes, for several pages and WARC files (1)"
        )
        parser.add_argument("--against", type=Path, metavar="FILE", help="articles.jsonl to compare with")
        parser.add_argument(
            "--host", default="", metavar="HOSTS", help="only these hosts of WARC files, separated by commas"
        )
        parser.add_argument("--archived-since", default="", metavar="DAY", help="first day of archiving")
        parser.add_argument("--archived-until", default="", metavar="DAY", help="last day of archiving")
        parser.add_argument(
            "--mime", default="", metavar="TYPES", help="content types, separated by commas (HTML)"
        )
        parser.add_argument(
            "--color", choices=("auto", "always", "never"), default="auto", help="colours in the explanation"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the records, or an error in one line."""
        try:
            use_own_publishers(settings_of(self))
            fields = fields_of(settings_of(self))
            if opts.cluster:
                self.exitcode = extract_on_cluster(_asked(args, opts, fields))
                return
            if paths := archives(args, (*SUFFIXES, WACZ)):
                _refuse(opts, _OF_PAGES, "saved pages or a URL, not for WARC and WACZ files")
                options = ArchiveOptions(_wanted(opts), fields, max(opts.jobs, 1), opts.against)
                self.exitcode = extract_archives(paths, options)
                return
            _refuse(opts, _OF_ARCHIVES, "WARC and WACZ files, not for saved pages")
            if are_several(args, opts.urls):
                _refuse(opts, _OF_ONE_PAGE, "one saved page or a URL, not for several")
                urls = Path(opts.urls) if opts.urls else None
                pages = PageOptions(fields, urls, opts.content_type, max(opts.jobs, 1))
                self.exitcode = extract_pages(args, pages)
                return
            page = self._page(args, opts)
        except FetchError as error:
            self.exitcode = complain("extract", f"{args[0]}: {error}", ExitStatus.NOTHING_FETCHED)
            return
        except (ClusterError, DeclarationError, DetailError, InputError, SelectionError) as error:
            sys.stderr.write(f"{program()} extract: {error}\n")
            self.exitcode = ExitStatus.BAD_ARGUMENTS
            return
        self._print(page, opts, fields)

    def _page(self, args: list[str], opts: argparse.Namespace) -> Page:
        """Return the page that the command line names. Raises `FetchError` and `InputError`."""
        from crawler.extraction import parse_saved  # noqa: PLC0415  every start of a crawl imports all commands

        if len(args) != 1 or urlsplit(args[0]).scheme not in {"http", "https"}:
            return read_page(args, opts.url, opts.content_type)
        settings = settings_of(self)
        settings.set("LOG_ENABLED", False, "command")
        fetched = fetch_page(new_process(settings), args[0])
        body = _usable(args[0], fetched.body)
        page = parse_saved(body, opts.url or fetched.url, opts.content_type or fetched.content_type)
        return replace(page, fetched=page.fetched or fetched.fetched)

    def _print(self, page: Page, opts: argparse.Namespace, fields: FieldSelection) -> None:
        from crawler.extraction import read_article  # noqa: PLC0415  as above

        article = read_article(page, fields=fields)
        cause = unsoundness(article)
        if cause is not None:
            words = Reason(cause).sentence
            sys.stderr.write(f"{program()} extract: a crawl would reject this page: {words}\n")
        if opts.explain:
            sys.stdout.buffer.write(_explained(page, opts).encode("utf-8", "replace"))
        else:
            write_json(article_line(article).decode() if opts.jsonl else json_text(article))


def _refuse(opts: argparse.Namespace, names: Iterable[str], subject: str) -> None:
    """Raise `InputError` for options that would have no effect."""
    given = [f"--{name.replace('_', '-')}" for name in names if getattr(opts, name)]
    if given:
        raise InputError(f"leave out {' and '.join(given)}: only for {subject}")


def _wanted(opts: argparse.Namespace) -> ResponseSelection:
    """Return the selection of responses. Raises `SelectionError`."""
    return ResponseSelection.parse(opts.host, opts.archived_since, opts.archived_until, opts.mime)


def _asked(args: list[str], opts: argparse.Namespace, fields: FieldSelection) -> ClusterOptions:
    """Return the options for a cluster. Raises `ClusterError` and `SelectionError`."""
    if not args:
        raise ClusterError(
            f"name WARC files: {program()} extract --cluster local 'pages/*.warc.gz' -o FOLDER"
        )
    if not opts.out:
        raise ClusterError("name the folder to write: -o FOLDER, or -o s3://bucket/folder")
    workers = max(opts.jobs, 1)
    return ClusterOptions(opts.cluster, workers, args, opts.out, opts.to, _wanted(opts), fields)


def _explained(page: Page, opts: argparse.Namespace) -> str:
    from crawler.extraction.explain.explanation import explain  # noqa: PLC0415  as above

    return explanation_text(explain(page), style_for(opts.color, sys.stdout))


def read_page(names: list[str], url: str | None, content_type: str | None) -> Page:
    """Read and parse the page that the command line names.

    Raises `InputError` if it does not exist, or if its URL is unknown.
    """
    from crawler.extraction import parse_saved  # noqa: PLC0415  as above
    from crawler.replay.saved import NO_URL, address_of, saved_url  # noqa: PLC0415  as above

    if len(names) != 1:
        raise InputError(
            f"name one saved page, or - for standard input: {program()} extract page.html --url URL"
        )
    body = _usable(names[0], _read(names[0]))
    address = address_of(url, saved_url(body, content_type))
    if address is None:
        raise InputError(f"{names[0]} has {NO_URL}: add --url http://...")
    if urlsplit(address).scheme not in {"http", "https"} or not urlsplit(address).hostname:
        raise InputError(f"{address!r} is not the URL of a page: write --url http://host/path")
    return parse_saved(body, address, content_type)


def _usable(name: str, body: bytes) -> bytes:
    """Return the bytes of a page. Raises `InputError` for those that cannot be one."""
    from crawler.replay.saved import unusable  # noqa: PLC0415  as above

    if fault := unusable(body):
        raise InputError(f"{'standard input' if name == '-' else name} {fault}")
    return body


def _read(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise InputError(f"{name}: {error.strerror}") from error
