"""`scrapy demo`: harvest the bundled sample site from loopback, as a user harvests a real one."""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from scrapy.exceptions import UsageError

from crawler.accounting.outcome import ExitStatus
from crawler.accounting.tally import Tally, fill_table
from crawler.commands.each_crawl import complain
from crawler.commands.printing import say
from crawler.feeds.outputs import ARTICLES
from crawler.internals.commands import DescribedCommand
from crawler.internals.project import project_folder
from crawler.items import Article
from crawler.program import program
from crawler.records import read_articles
from crawler.records.lines import article_line
from crawler.samplesite import serve

_DESCRIPTION = """\
Serve the bundled sample site on loopback and harvest it, with the spider and settings of a real crawl, but
without the delay between requests. The results are in data/demo/, which is emptied at every start.

Example:
  scrapy demo
"""

# The only differences from a real crawl: the site is on this machine, and needs no delays.
_HASTE = ("-s", "DOWNLOAD_DELAY=0", "-s", "AUTOTHROTTLE_ENABLED=False", "-s", "ALLOW_PRIVATE_HOSTS=127.0.0.1")


class Command(DescribedCommand):
    """Harvests the sample site."""

    description = _DESCRIPTION

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Harvest the bundled sample site and show the results"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002  Scrapy's signature
        """Harvest and show the results; exit with 0 only if there are articles and no fault."""
        if args:
            raise UsageError(
                f"{program()} demo takes no arguments; for a site: {program()} crawl news -a start=URL"
            )
        folder = project_folder() / "data" / "demo"
        try:
            _empty(folder)
        except OSError as error:
            words = f"{folder} cannot be emptied: {error}; run the demo in another folder"
            self.exitcode = complain("demo", words, ExitStatus.OUTPUT_FAILED)
            return
        try:
            with serve() as server:
                status = _harvest(server.origin, folder)
        except KeyboardInterrupt:  # the crawl got the signal, too, and has reported it
            status = int(ExitStatus.INTERRUPTED)
        file = folder / ARTICLES
        articles = list(read_articles(file)) if file.is_file() else []
        say(*report(articles, folder).split("\n"))
        self.exitcode = status or int(not articles)


def crawl_command(origin: str, folder: Path) -> list[str]:
    """Return the command that harvests the sample site into a folder, as a user types it, without delays."""
    return ["crawl", "news", "-a", f"start={origin}/", "-s", f"CRAWL_DIR={folder}", *_HASTE]


def loopback_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment without a proxy between the crawl and this machine."""
    names = ",".join(filter(None, (environment.get("no_proxy"), "127.0.0.1", "localhost")))
    return {**environment, "no_proxy": names, "NO_PROXY": names}


def report(articles: list[Article], folder: Path) -> str:
    """Word the results of the demo: the table of languages, two records, and the next steps."""
    tallies: dict[str, Tally] = {}
    for article in articles:
        tallies.setdefault(article.language or "unknown", Tally()).add(article)
    return "\n".join(
        [
            "\nRecords with each field, by language:\n",
            fill_table(tallies),
            *(f"\nA record, shortened:\n\n{shortened(article)}" for article in samples(articles)),
            f"\nAll records: {folder / ARTICLES}",
            f"Its schema:  {program()} schema",
            f"A real site: {program()} crawl news -a start=http://www.china.org.cn/world/",
            *_path_hint(),
        ]
    )


def _path_hint() -> list[str]:
    """Word the way to put the program on the shell's path, unless it is there."""
    if shutil.which(program()):
        return []
    activate = os.path.relpath(Path(sys.prefix) / "bin" / "activate")
    return [f"(`. {activate}` puts {program()} on the path of this shell.)"]


def samples(articles: Sequence[Article]) -> list[Article]:
    """Choose two records: the fullest in each of the two languages that most articles are in."""
    languages = Counter(article.language for article in articles).most_common(2)
    ranked = sorted(articles, key=_fullness, reverse=True)
    return [next(each for each in ranked if each.language == language) for language, _ in languages]


def shortened(article: Article) -> str:
    """Return a record for people: without empty fields, with truncated texts, and lists with their length."""
    return json.dumps(_short(json.loads(article_line(article))), ensure_ascii=False, indent=2)


def _short(value: object) -> object:
    if isinstance(value, str):
        return value if len(value) <= 100 else f"{value[:90].rstrip()} …"
    if isinstance(value, dict):
        return {name: _short(item) for name, item in value.items() if item and name != "evidence"}
    if isinstance(value, list):
        more = [f"… {len(value) - 2} more"] if len(value) > 3 else []
        return [_short(item) for item in (value[:2] if more else value)] + more
    return value


def _fullness(article: Article) -> tuple[int, str]:
    fields = (article.dateline, article.section, article.source, article.bylines, article.kicker)
    captions = sum(bool(photo.caption and photo.credit) for photo in article.photos)
    return sum(map(bool, fields)) + min(captions, 2), article.id


def _harvest(origin: str, folder: Path) -> int:
    arguments = crawl_command(origin, folder)
    print(
        f"The sample site is at {origin}/ until this command ends.\n\n$ {program()} {shlex.join(arguments)}\n"
    )
    sys.stdout.flush()
    command = [sys.executable, "-m", "scrapy", *arguments]
    environment = loopback_environment(os.environ)
    return subprocess.run(command, cwd=project_folder(), env=environment, check=False).returncode  # noqa: S603


def _empty(folder: Path) -> None:
    """Delete the files of an earlier demo. The folder belongs to the demo alone."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
