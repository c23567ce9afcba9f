"""`scrapy export`: convert the articles of crawls to other formats."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from crawler.accounting.outcome import ExitStatus, worst
from crawler.accounting.progress import size_of
from crawler.accounting.summary import ranked
from crawler.commands.each_crawl import NAME_ONE, SEVERAL, complain
from crawler.exporting.export import ARCHIVES, FORMS, PICTURES, Exported, ExportFormat, export
from crawler.exporting.export_error import ExportError
from crawler.exporting.images.writing import SKIPPED
from crawler.exporting.lines import PACKINGS
from crawler.exporting.manifest import positions_of, removals_of
from crawler.exporting.selection import ExportSelection, values_of
from crawler.exporting.sources import ArticleFile, StoredRevisions, is_cut, sources_of
from crawler.exporting.stores import is_remote
from crawler.exporting.syndication.writing import FEEDS, LIMIT, FeedFormat, write_feed
from crawler.exporting.tombstones import TOMBSTONES
from crawler.internals.commands import DescribedCommand
from crawler.ledger.crawls import OUTPUTS, Crawls, find_crawls
from crawler.logs import printable
from crawler.program import program
from crawler.spiders.argument_error import ArgumentError
from crawler.spiders.arguments import days_of
from crawler.text.counts import counted

_DESCRIPTION = f"""\
Export the articles of crawls, or of files in their format.

{SEVERAL}

Examples:
  scrapy export data/www.example.com --to parquet -o exports/parquet
  scrapy export data/www.example.com --to jsonl --pack zst -o exports/lines
  scrapy export data/www.example.com --to sqlite -o exports/search && datasette exports/search/articles.sqlite
  scrapy export data/www.example.com --to csv -o exports/table
  scrapy export data/www.example.com --to jsonld -o exports/schema-org
  scrapy export data/www.example.com --to ninjs -o exports/ninjs
  scrapy export data/www.example.com --to images --no-reserved -o exports/pictures
  scrapy export data/www.example.com --to webdataset -o exports/shards
  scrapy export data/www.example.com --to wacz -o exports/replay
  scrapy export data/www.example.com --to cdxj -o exports/index
  scrapy export data/www.example.com --to atom --limit 100 -o public/news.atom
  scrapy export data/www.example.com --to jsonfeed -o public/news.json
  scrapy export data/www.example.com --to jsonl --no-text -o exports/shared
  scrapy export data/www.example.com --to jsonl --since-revision exports/lines -o exports/lines-2
  scrapy export data/fleet --to parquet --language zh --since 2026-01-01 --one-per-story -o exports/corpus
  scrapy export data --to csv -o exports/all

Each article is exported once, in its latest revision; --revisions all exports all revisions. An article in
two crawls comes from the one named first. CSV, SQLite and Parquet have a column `crawl` with the name of the
crawl's directory. The folder of -o must not exist. It appears when the export is complete, with a
_manifest.json that names each file, its size and SHA-256, and the position up to which each crawl was read.
--since-revision takes that manifest (or its folder, or for one crawl a number of revisions), and exports only
later revisions. _removals.jsonl names the articles that the sites have removed, and those that are back
(since that export, if it is given); the last line of an article counts. CSV, SQLite and Parquet have a column
`removed`.

WACZ and CDXJ are made of the crawl's WARC files (pages/*.warc.gz): archive.wacz, which ReplayWeb.page shows,
has all of them and lists the selected articles; index.cdxj, which pywb reads, has a line for each capture.

images and webdataset have the pictures that a crawl with -s PHOTOS=1 fetched, each with its caption, credit
and rights: train/ with metadata.jsonl, which `imagefolder` of Hugging Face's datasets opens, or TAR files,
shard-000000.tar and so on. croissant.json describes them. near_duplicate_of names the picture that another
one repeats. _skipped.jsonl names pictures whose files are missing or changed.

atom and jsonfeed are feeds of the articles that were stored, changed or removed last. -o is a file; an
earlier one is replaced at once, so that a cron can renew it.

FOLDER may be the URL of a store that fsspec supports, such as s3://bucket/exports/1. The manifest is copied
last, so that readers can wait for it.

Exit status:
  0  exported
  2  wrong arguments, a path without articles, or a folder of -o that exists
  4  the export cannot be written
  6  exported, but some lines are no articles, some WARC records are damaged, or some files of pictures are
     missing or changed; they were skipped
"""

_MOST = 10
"""Maximum number of languages, and of publishers, that a message names."""
_SHOWN = 20
"""Maximum number of lines without an article that a message names."""


class Command(DescribedCommand):
    """Exports the articles of a directory."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "DIR... --to FORMAT -o FOLDER [options]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Export articles to Parquet, JSON Lines, CSV, SQLite, JSON-LD, ninjs, WACZ, CDXJ or feeds"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        formats = (*FORMS, *PICTURES, *ARCHIVES, *FEEDS)
        parser.add_argument("--to", choices=formats, default="jsonl", help="the format (jsonl)")
        parser.add_argument(
            "-o",
            "--out",
            metavar="FOLDER",
            help="new folder or URL: exports/1, s3://bucket/exports/1; the file of a feed: public/news.atom",
        )
        parser.add_argument("--pack", choices=PACKINGS, default="gz", help="compression of JSON Lines (gz)")
        parser.add_argument(
            "--part",
            type=int,
            default=50_000,
            metavar="N",
            help="lines in a part, pictures in a shard (50000)",
        )
        parser.add_argument("--limit", type=int, metavar="N", help=f"newest entries of a feed ({LIMIT})")
        parser.add_argument("--feed-url", metavar="URL", help="URL at which a feed will be served")
        parser.add_argument(
            "--revisions", choices=("latest", "all"), default="latest", help="revisions to export (latest)"
        )
        parser.add_argument(
            "--since-revision", metavar="POSITION", help="only revisions after an earlier export"
        )
        parser.add_argument(
            "--language",
            action="append",
            default=[],
            metavar="TAG",
            help="only this language: zh, zh-Hans, en",
        )
        parser.add_argument(
            "--publisher",
            action="append",
            default=[],
            metavar="NAME",
            help="only this publisher: china.org.cn",
        )
        parser.add_argument("--since", metavar="DAY", help="only published on DAY or later")
        parser.add_argument(
            "--until",
            metavar="DAY",
            help="only published on DAY or earlier",
        )
        parser.add_argument("--one-per-story", action="store_true", help="only the first copy of each story")
        parser.add_argument(
            "--no-reserved", action="store_true", help="no articles that reserve text and data mining"
        )
        parser.add_argument("--no-text", action="store_true", help="URLs, days, hashes and counts only")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Export, or print an error in one line."""
        crawls = find_crawls(args, OUTPUTS)
        failures = [complain("export", str(error)) for error in crawls.errors]
        try:
            if crawls.paths or not args:
                failures.append(_exported(crawls, opts))
        except ExportError as error:
            failures.append(complain("export", str(error)))
        except OSError as error:
            words = f"the export to {opts.out} cannot be written: {error}"
            failures.append(complain("export", words, ExitStatus.OUTPUT_FAILED))
        self.exitcode = worst(failures)


def _exported(crawls: Crawls, opts: argparse.Namespace) -> ExitStatus:
    """Export, and print the numbers; return the exit status. Raises `ExportError` and OSError."""
    if not crawls.paths:
        raise ExportError(f"{NAME_ONE}: {program()} export data/www.example.com -o FOLDER")
    if opts.out is None:
        raise ExportError("name the new folder: -o FOLDER")
    if opts.part < 1:
        raise ExportError("--part is a number of lines, from 1")
    selection = _selection(opts)
    sources = sources_of(crawls.paths)
    if opts.to in FEEDS:
        return _fed(sources, selection, opts)
    if opts.limit is not None or opts.feed_url:
        raise ExportError(f"--limit and --feed-url are options of feeds: leave them out, or --to {FEEDS[0]}")
    form = ExportFormat(opts.to, opts.pack, opts.part, has_text=not opts.no_text)
    done = export(_revisions(sources, opts), opts.out, form, selection, partial(_progress, form.name))
    words = _summary(crawls, sources, form, done) + _note(sources, form, done, opts.since_revision)
    sys.stderr.write(("\r\x1b[K" if sys.stderr.isatty() else "") + words + "\n")
    has_skipped = done.unreadable or done.damaged or done.skipped
    return ExitStatus.PARTIAL if has_skipped else ExitStatus.COMPLETE


def _revisions(sources: Sequence[ArticleFile], opts: argparse.Namespace) -> StoredRevisions:
    """Return the revisions to export. Raises `ExportError`."""
    since = positions_of(opts.since_revision, sources) if opts.since_revision else {}
    removals = removals_of(opts.since_revision) if opts.since_revision else {}
    return StoredRevisions(sources, since, opts.revisions == "latest", removals_since=removals)


def _fed(sources: Sequence[ArticleFile], selection: ExportSelection, opts: argparse.Namespace) -> ExitStatus:
    """Write a feed, and print the numbers; return the exit status. Raises `ExportError` and OSError."""
    if opts.since_revision or opts.revisions == "all" or opts.no_text:
        raise ExportError(
            "a feed has the newest articles with text: leave out --since-revision, --revisions and --no-text"
        )
    if is_remote(opts.out):
        raise ExportError("a feed is a file on this machine: -o public/news.atom")
    form = FeedFormat(opts.to, LIMIT if opts.limit is None else opts.limit, opts.feed_url)
    done = write_feed(StoredRevisions(sources, {}, is_latest=True), Path(opts.out), form, selection)
    removed = f" and {counted(done.removals, 'removal')}" if done.removals else ""
    lines = [f"{counted(done.articles, 'article')}{removed} ({size_of(done.size)}) in {opts.out}"]
    lines += _faults(sources, done.unreadable)
    sys.stderr.write("\n".join(lines) + "\n")
    return ExitStatus.PARTIAL if done.unreadable else ExitStatus.COMPLETE


def _selection(opts: argparse.Namespace) -> ExportSelection:
    """Return the criteria; a month or a year stands for its days. Raises `ExportError`."""
    given = {name: text for name in ("since", "until") if (text := getattr(opts, name)) is not None}
    try:
        since, until = (date.fromisoformat(day) if day else None for day in days_of(given))
    except ArgumentError as error:
        raise ExportError(str(error)) from error
    return ExportSelection(
        tuple(opts.language),
        tuple(opts.publisher),
        since,
        until,
        is_one_per_story=opts.one_per_story,
        has_no_reserved=opts.no_reserved,
    )


def _note(sources: Sequence[ArticleFile], form: ExportFormat, done: Exported, since: str | None) -> str:
    """Word the reason why an export is empty: nothing is new, no fetched pictures, or other languages."""
    if done.records or done.captures or done.skipped:
        return ""
    if since:
        return f"\n  no selected revision is later than those of {since}"
    if form.name in PICTURES:
        return "\n  no picture was fetched: run the crawl with -s PHOTOS=1, or select other articles"
    values = values_of(StoredRevisions(sources, {}, is_latest=True))
    lines = [f"{name}: {ranked(dict(counts.most_common(_MOST)))}" for name, counts in values if counts]
    return "".join(f"\n  {line}" for line in lines)


def _progress(form: str, records: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{records:,} {'archived responses' if form in ARCHIVES else 'articles'}\x1b[K")


def _summary(crawls: Crawls, sources: Sequence[ArticleFile], form: ExportFormat, done: Exported) -> str:
    files = counted(done.files, "file")
    lines = [f"{_contents(form, done)}{_origin(crawls)} in {files} ({size_of(done.size)}) in {done.place}"]
    if done.removals.removed or done.removals.back:
        removed, back = counted(done.removals.removed, "removed article"), done.removals.back
        lines.append(f"  {TOMBSTONES}: {removed}, {back:,} that {'is' if back == 1 else 'are'} back")
    lines += _faults(sources, done.unreadable)
    if done.damaged:
        lines.append(f"  skipped: {counted(done.damaged, 'damaged WARC record')}")
    if done.skipped:
        lines.append(f"  skipped: {counted(done.skipped, 'picture')} without a usable file, see {SKIPPED}")
    if not done.captures:
        lines.append(f"  next: --since-revision {done.place} exports only later revisions")
    return "\n".join(lines)


def _faults(sources: Sequence[ArticleFile], unreadable: Sequence[str]) -> Iterator[str]:
    """Word the lines that are no articles, and the incomplete last lines."""
    if unreadable:
        yield f"  skipped: {counted(len(unreadable), 'line')} without an article"
    yield from (f"    {printable(fault)}" for fault in unreadable[:_SHOWN])
    if len(unreadable) > _SHOWN:
        yield f"    {counted(len(unreadable) - _SHOWN, 'more line')}"
    for source in sources:
        if is_cut(source.file):
            yield f"  incomplete: the last line of {source.file}; if its crawl has ended, run it again"


def _contents(form: ExportFormat, done: Exported) -> str:
    if form.name in PICTURES:
        return counted(done.records, "picture")
    if not done.captures:
        return counted(done.records, "article")
    captures = counted(done.captures, "archived response")
    return f"{counted(done.records, 'article')} and {captures}" if done.records else captures


def _origin(crawls: Crawls) -> str:
    return f" of {counted(len(crawls.paths), 'crawl')}" if crawls.are_several else ""
