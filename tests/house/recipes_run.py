"""Runs the recipes of docs/export.md as they are printed: `python -m tests.house.recipes_run VENV`.

VENV is an environment with this project, pandas, Polars, DuckDB, Datasette, pywb, wacz and Kafka's client,
and with ReplayWeb.page's packed scripts. The recipes find a harvest of the bundled sample site; servers on
this machine (Kafka on 9092, Elasticsearch on 9200) replace the real ones, as docs/export.md says.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from crawler.commands.demo import crawl_command
from crawler.records import read_articles
from crawler.samplesite import serve
from tests.exporting.bulk import elastic
from tests.exporting.kafka import CONSUMER, broker, forwarded
from tests.house.printed import Block, blocks
from tests.house.replay import is_shown, viewer_of
from tests.house.scrapyd_run import wait_for
from tests.house.site import ROOT, environment
from tests.reporting.browser import CHROMIUM

KAFKA, ELASTIC, DATASETTE, WAYBACK = 9092, 9200, 8001, 8080
SHELL = ("/bin/bash", "-euo", "pipefail", "-c")
RANKED = ("ferry", "渔", "老师")
RANKS = 20
"""Rows of the ranked query."""
SEARCHES = {
    "ferry": r"(?i)\bferry\b",
    "渔": "渔",
    "老师": "老师",
    "新华社": "新华社",
    "向公众开放": "向公众开放",
}
"""Words as people type them, and the pattern that a headline or body then has."""

READER = """
import sys, mlcroissant
dataset = mlcroissant.Dataset(sys.argv[1])
for records in dataset.metadata.record_sets:
    print(sum(1 for _ in dataset.records(records.id)))
"""
"""Prints the number of records in each set of a Croissant description."""


class Recipes:
    """The recipes, run in a folder with a harvest in `data/www.example.com`."""

    def __init__(self, folder: Path, venv: Path) -> None:
        self.folder = folder
        self.venv = venv
        self.python = venv / "bin" / "python"
        self.environment: Mapping[str, str] = {
            **environment(),
            "PATH": f"{Path(sys.executable).parent}:{venv / 'bin'}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "SCRAPY_SETTINGS_MODULE": "crawler.settings",
            "HF_HOME": str(folder / "huggingface"),
            "HF_HUB_OFFLINE": "1",
            "CROISSANT_CACHE": str(folder / "croissant"),
        }
        self.articles = folder / "data" / "www.example.com" / "articles.jsonl"

    def call(self, *command: str | Path) -> str:
        """Run a program to its end; return its output. Raises CalledProcessError."""
        done = subprocess.run(  # noqa: S603  the document's own commands
            list(map(str, command)),
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            check=True,
            timeout=120,
        )
        return done.stdout.decode()

    @contextmanager
    def running(self, command: str) -> Iterator[None]:
        """Keep a command running."""
        with subprocess.Popen(  # noqa: S603  as above
            ["/bin/bash", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            try:
                yield
            finally:
                os.killpg(process.pid, signal.SIGKILL)

    def holding(self, pattern: str) -> int:
        """How many articles of the harvest have a pattern in the headline or the body."""
        texts = ("\n".join((article.headline, *article.body)) for article in read_articles(self.articles))
        return sum(re.search(pattern, text) is not None for text in texts)

    def lines(self) -> list[str]:
        """Return the lines of the harvest."""
        return self.articles.read_text("utf-8").splitlines()


def run(recipes: Recipes, block: Block) -> str:
    """Run a recipe; return its result in words. Raises if it fails, or gives a wrong result."""
    special = {
        "kcat": run_kcat,
        "_bulk": run_bulk,
        "datasette ": run_datasette,
        "wacz": run_wacz,
        "wayback": run_wayback,
        "mlcroissant": run_mlcroissant,
        "feedparser": run_feedparser,
    }
    for name, runner in special.items():
        if name in block.text:
            return runner(recipes, block.text)
    out = recipes.call(*command_of(recipes, block))
    if not out.strip() and "scrapy export" not in block.text:
        raise ValueError(f"this printed nothing:\n{block.text}")
    return f"{block.text.strip().splitlines()[0]}\n    {len(out.splitlines())} lines printed"


def command_of(recipes: Recipes, block: Block) -> tuple[str | Path, ...]:
    """Return the program for a recipe: Python, DuckDB, or the shell."""
    if block.language == "python":
        return recipes.python, "-c", block.text
    if block.language == "sql":
        return recipes.python, "-c", f"import duckdb; print(duckdb.sql({block.text!r}))"
    return *SHELL, block.text


def run_bulk(recipes: Recipes, text: str) -> str:
    """Elasticsearch: every article is there."""
    with elastic(ELASTIC) as server:
        said = recipes.call(*SHELL, text)
    if set(said.split()) != {"false"} or len(server.documents) != len(recipes.lines()):
        raise ValueError(f"{len(server.documents)} documents; {said}")
    return f"Elasticsearch's bulk protocol, strictly read: {len(server.documents)} documents"


def run_datasette(recipes: Recipes, text: str) -> str:
    """Datasette: the page of the document opens, and its search finds English and Chinese words."""
    first, _, last = text.strip().partition("\n")
    recipes.call(*SHELL, first)
    with recipes.running(last):
        counts = {word: searched(word) for word in SEARCHES}
        ranked = {word: ranked_in_datasette(word) for word in RANKED}
    expected = {word: recipes.holding(SEARCHES[word]) for word in SEARCHES}
    if counts != expected or not all(counts.values()):
        raise ValueError(f"Datasette found {counts}, not {expected}")
    if ranked != {word: min(expected[word], RANKS) for word in RANKED}:
        raise ValueError(f"Datasette ranked {ranked}, not {expected}")
    return f"Datasette: {', '.join(f'{word} finds {number}' for word, number in counts.items())}"


def searched(word: str) -> int:
    """How many articles Datasette's search finds."""
    address = f"http://127.0.0.1:{DATASETTE}/articles/articles"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    wait_for(lambda: opener.open(address).status)
    asked = urllib.parse.quote(word)
    opener.open(f"{address}?_search={asked}").read()
    with opener.open(f"{address}.json?_shape=array&_search={asked}") as answer:
        return len(json.load(answer))


def ranked_in_datasette(word: str) -> int:
    """Return how many articles the ranked query of docs/export.md lists in Datasette's SQL editor."""
    printed = re.search(r'search = """(.*?)"""', (ROOT / "docs" / "export.md").read_text("utf-8"), re.DOTALL)
    if printed is None:
        raise ValueError("docs/export.md has no ranked query")
    query = urllib.parse.urlencode({"sql": printed[1].replace("?", ":word"), "word": word, "_shape": "array"})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"http://127.0.0.1:{DATASETTE}/articles.json?{query}") as answer:
        return len(json.load(answer))


def run_wacz(recipes: Recipes, text: str) -> str:
    """WACZ: its own validator accepts the file, and ReplayWeb.page shows an article of it."""
    recipes.call(*SHELL, text)
    wacz = recipes.folder / "exports" / "replay" / "archive.wacz"
    recipes.call(recipes.venv / "bin" / "wacz", "validate", "-f", wacz)
    package = next(recipes.venv.glob("replaywebpage-*.tgz"), None)
    if package is None or CHROMIUM is None:
        return "wacz: valid. ReplayWeb.page was not opened, without npm and Chromium (Debian: npm, chromium)"
    article = next(each for each in read_articles(recipes.articles) if each.headline.isascii())
    picture = recipes.venv / "replay.png"
    if not is_shown(viewer_of(package, wacz, article.url, article.headline), picture):
        raise ValueError(f"ReplayWeb.page did not show {article.headline!r}; see {picture}")
    return f"wacz: valid; ReplayWeb.page shows {article.headline!r}, see {picture}"


def run_wayback(recipes: Recipes, text: str) -> str:
    """pywb: its server finds each article by its URL, and serves the page; the index is cdxj-indexer's."""
    first, _, last = text.strip().rpartition("\n")
    recipes.call(*SHELL, first)
    files = sorted((recipes.articles.parent / "pages").iterdir())
    theirs = recipes.call(recipes.venv / "bin" / "cdxj-indexer", "--sort", *files)
    ours = (recipes.folder / "exports" / "index" / "index.cdxj").read_text("ascii")
    if ours.replace('"pages/', '"') != theirs:
        raise ValueError("the index is not the one of cdxj-indexer")
    articles = list(read_articles(recipes.articles))
    with recipes.running(last):
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        news = f"http://localhost:{WAYBACK}/news"
        wait_for(lambda: opener.open(f"http://localhost:{WAYBACK}/").status)
        for article in articles:
            asked = urllib.parse.urlencode({"url": article.url, "output": "json"})
            capture = json.loads(opener.open(f"{news}/cdx?{asked}").readline())
            page = opener.open(f"{news}/{capture['timestamp']}id_/{article.url}").read()
            if not page or f"{capture['filename']}#{capture['offset']}" != article.archive:
                raise ValueError(f"pywb found {capture} for {article.url}, not {article.archive}")
    return f"pywb: {len(articles)} articles found by their URLs, and served; cdxj-indexer's index is the same"


def run_mlcroissant(recipes: Recipes, text: str) -> str:
    """mlcroissant: its validator accepts the descriptions, by which it reads each picture and its row."""
    recipes.call(*SHELL, text)
    descriptions = sorted((recipes.folder / "exports").glob("*/croissant.json"))
    counts = {path.parent.name: recipes.call(recipes.python, "-c", READER, path) for path in descriptions}
    articles = read_articles(recipes.articles)
    photos = sum(photo.file is not None for article in articles for photo in article.photos)
    if not photos or {name: count.split() for name, count in counts.items()} != {
        "pictures": [str(photos)],
        "shards": [str(photos)] * 2,
    }:
        raise ValueError(f"mlcroissant read {counts}, not {photos} pictures")
    return f"mlcroissant: valid; {photos} pictures and their rows read by the descriptions"


def run_feedparser(recipes: Recipes, text: str) -> str:
    """feedparser: it reads the feed without a complaint, and prints each of its articles."""
    lines = recipes.call(recipes.python, "-c", text).splitlines()
    complaint = recipes.call(recipes.python, "-c", f"{text}\nprint(feed.get('bozo_exception'))").splitlines()[
        -1
    ]
    if complaint != "None" or len(lines) != min(20, len(recipes.lines())):
        raise ValueError(f"feedparser read {len(lines)} articles: {complaint}")
    return f"feedparser: {len(lines)} articles of the feed"


def run_kcat(recipes: Recipes, text: str) -> str:
    """Run kcat: each line is a message; followed lines come, except the last ones, which kcat keeps back."""
    if shutil.which("kcat", path=recipes.environment["PATH"]) is None:
        return "kcat is not installed (Debian: apt install kcat): its recipe was not run"
    lines = recipes.lines()
    with broker(recipes.python) as address, forwarded(KAFKA, address):
        if "tail" in text:
            messages = followed(recipes, text.strip(), address)
        else:
            recipes.call(*SHELL, text)
            messages = consumed(recipes, address)
    if set(messages) != set(lines):
        raise ValueError("the messages are not the lines")
    return f"kcat: {len(messages)} messages came back from the broker"


def followed(recipes: Recipes, command: str, address: str) -> list[str]:
    """Run a command that follows the harvest, while that grows by as many lines as it had."""
    lines = recipes.articles.read_text("utf-8")
    with recipes.running(command):
        time.sleep(1)
        with recipes.articles.open("a", encoding="utf-8") as file:
            file.write(lines)
        messages = consumed(recipes, address)
    recipes.articles.write_text(lines, "utf-8")
    if len(messages) <= lines.count("\n"):
        raise ValueError("nothing came of what was written later")
    return messages


def consumed(recipes: Recipes, address: str) -> list[str]:
    """Read the messages back."""
    return recipes.call(recipes.python, "-c", CONSUMER, address).splitlines()


def main(venv: Path) -> None:
    """Harvest the sample site, then run the recipes on it, in order."""
    with tempfile.TemporaryDirectory() as name:
        recipes = Recipes(Path(name), venv.absolute())
        with serve() as site:
            command = crawl_command(site.origin, recipes.articles.parent)
            recipes.call(sys.executable, "-m", "scrapy", *command, "-s", "PHOTOS=1")
        shutil.copytree(
            recipes.articles.parent, recipes.folder / "data" / "fleet" / "shards" / "www.example.com"
        )
        for block in blocks(ROOT / "docs" / "export.md"):
            if block.language:
                sys.stdout.write(f"{run(recipes, block)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
