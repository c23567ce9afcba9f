"""`scrapy fleet`: harvest many sites in one command, each as a durable crawl in its own process."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from scrapy.settings import Settings

from crawler.accounting.outcome import MEANINGS, ExitStatus
from crawler.commands.clustered import ClusterError
from crawler.commands.command_line import address_complaint, misspelt
from crawler.commands.crawl_settings import (
    given_complaint,
    machine_complaint,
    pipeline_complaint,
    value_complaint,
)
from crawler.commands.fleet_workers import ClusterLostError, cluster_workers, processes, rest_of
from crawler.declaring.own import use_own_publishers
from crawler.fleet.board import Board
from crawler.fleet.invocation import note_fleet_invocation
from crawler.fleet.ledgers import big_first
from crawler.fleet.processes import Workers
from crawler.fleet.run import Fleet, FleetTerms
from crawler.fleet.shards import Shard, shards_of
from crawler.fleet.sites import SitesError, declared_sites, sites_of
from crawler.internals.commands import DescribedCommand, settings_of
from crawler.internals.project import project_folder
from crawler.ledger.durable import make_folder
from crawler.ledger.lock import DirectoryInUseError, Lock
from crawler.logs import printable
from crawler.program import program
from crawler.publishers import DeclarationError
from crawler.spiders.argument_error import ArgumentError

_DESCRIPTION = """\
Harvest many sites. Sites that share a host are one shard: a crawl (`scrapy crawl news`) with its own process
and its own directory, DIR/shards/HOST. Run the same command again for a scheduled crawl of all sites.

Examples:
  scrapy fleet sites.toml --workers 8
  scrapy fleet www.china.org.cn http://www.example.com/news/ -a since=2024-05-01
  scrapy fleet urls.txt -d /srv/news -s USER_AGENT="my-archive (+mailto:me@example.org)"
  scrapy fleet --publishers all
  scrapy fleet --publishers china.org.cn,news.cn --tries 5
  scrapy fleet sites.toml -d /shared/news --cluster tcp://scheduler:8786

docs/fleet.md describes sites.toml. A crawl that was killed or crashed is restarted and resumes; a site that
fails --tries times is set aside and named. The largest sites start first.

Exit status: the worst of the shards' (1, 9, 4, 5), else the one that all shards have in common, else 6:
"""


class Command(DescribedCommand):
    """Runs a fleet."""

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "[SITES.toml|FILE|URL|HOST ...] [--publishers NAMES] [options]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Harvest many sites, each in its own process and directory"

    def long_desc(self) -> str:
        """Return the text of the command's help, with the exit statuses."""
        statuses = (f"  {status.value}  {meaning}" for status, meaning in MEANINGS.items())
        return _DESCRIPTION + "\n".join(statuses).replace("%", "%%")

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.add_argument(
            "-a",
            dest="terms",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help="since, until or limit, for each site",
        )
        parser.add_argument(
            "--publishers", metavar="NAMES", help="declared publishers, separated by commas, or all"
        )
        parser.add_argument(
            "-d", "--dir", metavar="DIR", help="the fleet's directory (data/NAME, after the file)"
        )
        parser.add_argument(
            "--workers",
            type=int,
            metavar="N",
            help="crawls at a time (four for each core; with --cluster, one for each worker thread)",
        )
        parser.add_argument(
            "--cluster",
            metavar="ADDRESS",
            help="crawl on a Dask cluster with access to DIR: tcp://host:8786, or local",
        )
        parser.add_argument("--tries", type=int, default=3, metavar="N", help="tries for a failing site (3)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the fleet, or print an error in one line."""
        try:
            self._harvest(args, opts)
        except (SitesError, ArgumentError, ClusterError, DeclarationError) as error:
            self._refuse(error, ExitStatus.BAD_ARGUMENTS)
        except DirectoryInUseError as error:
            self._refuse(error, ExitStatus.DIRECTORY_IN_USE)
        except ClusterLostError as error:
            self._refuse(
                f"{error}; its crawls end by themselves; run the same command to resume", ExitStatus.FAULT
            )
        except OSError as error:
            self._refuse(error, ExitStatus.OUTPUT_FAILED)

    def _harvest(self, args: list[str], opts: argparse.Namespace) -> None:
        use_own_publishers(settings_of(self))
        directory = directory_of(args, opts)
        shards = asked_for(args, opts, directory)
        check_shards(shards, opts.set, settings_of(self), is_here=not opts.cluster)
        for words in misspelt(opts.set, settings_of(self)):
            sys.stderr.write(f"{program()} fleet: {words}\n")
        make_folder(directory)
        lock = Lock(directory)
        try:
            note_fleet_invocation(directory, words_of(args, opts))
            with _fleet(shards, lock, opts, settings_of(self)) as fleet:
                self.exitcode = fleet.run()
        finally:
            lock.release()

    def _refuse(self, error: Exception | str, status: ExitStatus) -> None:
        sys.stderr.write(f"{program()} fleet: {error}\n")
        self.exitcode = status


def asked_for(args: list[str], opts: argparse.Namespace, directory: Path) -> list[Shard]:
    """Return the shards that a command line requests. Raises `SitesError` and `ArgumentError`."""
    terms = _terms(opts)
    if (opts.workers is not None and opts.workers < 1) or opts.tries < 1:
        raise SitesError("--workers and --tries take whole numbers from 1")
    declared = declared_sites(opts.publishers, terms) if opts.publishers else ()
    shards = shards_of((*sites_of(args, terms), *declared), directory)
    if not shards:
        raise SitesError(f"name the sites: {program()} fleet sites.toml, or hosts, or --publishers all")
    return shards


def check_shards(shards: Iterable[Shard], given: Sequence[str], settings: Settings, *, is_here: bool) -> None:
    """Raise `SitesError` for the first setting that would end a crawl before it fetches anything.

    `given` are the settings of the command line, which override those of a site. `is_here` says whether the
    crawls run on this machine, which then needs their components, libraries and secrets.
    """
    seen = set()
    for shard in shards:
        named = tuple(f"{name}={value}" for name, value in shard.settings)
        words = (*named, *given)
        own = _settings_with(settings, words)
        complaint = (
            next(misspelt(named, settings), None) or given_complaint(words, own) or value_complaint(own)
        )
        if complaint is None and is_here and words not in seen:
            complaint = pipeline_complaint(own) or machine_complaint(own)
        complaint = complaint or address_complaint(shard.arguments.start, own)
        if complaint is not None:
            raise SitesError(f"{shard.name}: {complaint}" if shard.settings else complaint)
        seen.add(words)


def _settings_with(settings: Settings, words: Iterable[str]) -> Settings:
    """Return a copy of the settings with further ones of a command line (NAME=VALUE)."""
    own = settings.copy()
    for name, _, value in (word.partition("=") for word in words):
        own.set(name, value, "cmdline")
    return own


def words_of(args: list[str], opts: argparse.Namespace) -> list[str]:
    """Return the command line again, with absolute paths of files and without the directory."""
    words = [str(Path(name).absolute()) if Path(name).is_file() else name for name in args]
    for option in ("publishers", "workers", "cluster", "tries"):
        value = getattr(opts, option)
        words += [f"--{option}", str(value)] if value is not None else []
    words += [word for term in opts.terms for word in ("-a", term)]
    return words + [word for setting in opts.set for word in ("-s", setting)]


def _terms(opts: argparse.Namespace) -> dict[str, str]:
    try:
        terms = dict(term.split("=", 1) for term in opts.terms)
    except ValueError as error:
        raise SitesError("-a takes NAME=VALUE, such as -a since=2024-05-01") from error
    unknown = next((name for name in terms if name not in ("since", "until", "limit")), None)
    if unknown:
        raise SitesError(f"-a {unknown}= does not apply to all sites: write it in sites.toml (docs/fleet.md)")
    return terms


def directory_of(args: list[str], opts: argparse.Namespace) -> Path:
    """Return the fleet's directory: as given, else in `data/`, named after its first file, or `fleet`."""
    if opts.dir:
        return Path(opts.dir).absolute()
    named = Path(args[0]).stem if args and Path(args[0]).is_file() else "fleet"
    return project_folder() / "data" / named


@contextmanager
def _fleet(shards: list[Shard], lock: Lock, opts: argparse.Namespace, settings: Settings) -> Iterator[Fleet]:
    silence = settings.getfloat("FLEET_SILENCE")
    # Long enough that a new process shortens not even the longest pause that a robots.txt may ask for.
    pause = max(settings.getfloat("DOWNLOAD_DELAY"), settings.getfloat("CRAWL_DELAY_MAX"))
    pause = max(pause, rest_of(silence)) if opts.cluster else pause
    terms = FleetTerms(lock.folder, opts.tries, pause, settings.getfloat("LOGSTATS_INTERVAL"))

    def fleet(workers: Workers) -> Fleet:
        return Fleet(Board(big_first(shards), opts.tries, pause), workers, terms, say, lock.renew)

    if not opts.cluster:
        yield fleet(processes(opts, project_folder()))
        return
    with cluster_workers(opts, lock.folder, silence, say) as workers:
        yield fleet(workers)


def say(line: str) -> None:
    """Print news with its time, at once, on standard error, without control characters."""
    shown = "\n".join(map(printable, line.split("\n")))
    sys.stderr.write(f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S} {shown}\n")
    sys.stderr.flush()
