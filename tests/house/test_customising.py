"""The recipes of docs/customising.md work as they are printed, together, in a folder of a user."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.items import Article
from crawler.records import read_articles
from tests.house import processes
from tests.house.printed import blocks
from tests.house.settings_page import DOCUMENT, settings_of, with_tables
from tests.house.site import LONGEST, ROOT, environment, page, scrapy, served

SENTENCE = "The ferry at Lanqiao carried its first passengers of the year, and most came to look at it."
LONG, SHORT, SPORTS = (
    "/2024-05/20/content_1.htm",
    "/2024-05/20/content_2.htm",
    "/sports/2024-05/20/content_3.htm",
)
HASTE = "DOWNLOAD_DELAY = 0\nAUTOTHROTTLE_ENABLED = False\nALLOW_PRIVATE_HOSTS = ['127.0.0.1']\n"
PSYCOPG = """\
import json, pathlib

class Connection:
    def execute(self, *statement):
        with pathlib.Path("statements.jsonl").open("a") as file:
            file.write(json.dumps(statement) + "\\n")
    def close(self):
        self.execute("closed")

def connect(address, autocommit):
    return Connection()
"""
"""Stands for psycopg, which is no dependency: it notes the statements."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A user's folder with the files of the document."""

    path: Path

    def crawl(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `harvest crawl` in it."""
        return processes.run(
            [sys.executable, "-m", "crawler", "crawl", *arguments],
            cwd=self.path,
            env={**environment(), "PYTHONPATH": str(ROOT)},
            text=True,
            timeout=LONGEST,
        )

    def articles(self) -> list[Article]:
        """Return the articles of its one crawl."""
        (file,) = self.path.glob("data/*/articles.jsonl")
        return list(read_articles(file))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Write the files; pieces of one file follow each other."""
    for block in blocks(ROOT / "docs" / "customising.md"):
        name, _, text = block.text.partition("\n")
        with (tmp_path / name.removeprefix("# ")).open("a", encoding="utf-8") as file:
            file.write(text)
    with (tmp_path / "my_settings.py").open("a", encoding="utf-8") as file:
        file.write(HASTE)
    (tmp_path / "psycopg.py").write_text(PSYCOPG, "utf-8")
    return Folder(tmp_path)


def site() -> dict[str, bytes]:
    """Return a list, a long article with a photo, a short one, and one of sports."""
    photo = b"<div id='content'><p><img src='/1.jpg'></p><p>A view of the ferry. (Photo: Lin Wu)</p>"
    items = "".join(f"<li><a href='{path}'>News of the ferry {path}</a>" for path in (SPORTS, LONG, SHORT))
    return {
        "/": f"<html><body><ul>{items}</ul></html>".encode(),
        LONG: page("Ferry returns", SENTENCE, SENTENCE.replace("ferry", "old ferry")).replace(
            b"<div id='content'>", photo
        ),
        SHORT: page("Ferry waits", "The ferry at the river town of Lanqiao waits for the wind."),
        SPORTS: page("Rowers win", SENTENCE.replace("ferry", "boat"), SENTENCE.replace("ferry", "last boat")),
        "/1.jpg": b"picture",
    }


def test_recipes_work_together(folder: Folder) -> None:
    """Pipelines drop, add and store; photos are fetched; the counts add up."""
    with served(site()) as origin:
        done = folder.crawl("news", "-a", f"start={origin}/")
    assert done.returncode == 0, done.stderr
    topics = {each.headline: each.evidence["my.topics"] for each in folder.articles()}
    assert topics == {"Ferry returns": "ships", "Rowers win": ""}
    assert "1 ShortNews" in done.stderr
    assert "do not add up" not in done.stderr
    assert [path.read_bytes() for path in folder.path.glob("photos/full/*")] == [b"picture"]
    statements = (folder.path / "statements.jsonl").read_text("utf-8").splitlines()
    assert "CREATE TABLE" in statements[0]
    assert len([each for each in statements if "INSERT" in each]) == 2
    assert "closed" in statements[-1]


def test_second_run_is_quiet(folder: Folder) -> None:
    """Additions of a pipeline are no change of the article."""
    with served(site()) as origin:
        for _ in range(2):
            done = folder.crawl("news", "-a", f"start={origin}/", "-s", "ARTICLE_RECHECKS=.0001,.0001")
    assert done.returncode == 0, done.stderr
    assert len(folder.articles()) == 2


def test_spider_of_the_user(folder: Folder) -> None:
    """It harvests as `news` does, with its own order."""
    with served(site()) as origin:
        done = folder.crawl("quiet", "-a", f"start={origin}/", "-s", "CONCURRENT_REQUESTS_PER_DOMAIN=1")
    assert done.returncode == 0, done.stderr
    assert [each.headline for each in folder.articles()] == ["Ferry returns", "Rowers win"]


def test_proxy_by_host(folder: Folder) -> None:
    """Requests to a named host go to its proxy, with the user's headers."""
    with (folder.path / "my_settings.py").open("a", encoding="utf-8") as file:
        file.write("ALLOW_PRIVATE_HOSTS = ['127.0.0.1', 'www.example.com']\n")
    pages = {f"http://www.example.com{path}": body for path, body in site().items()}
    with served(pages) as origin, (folder.path / "my_settings.py").open("a", encoding="utf-8") as file:
        file.write(f"PROXIES = {{'www.example.com': {origin!r}}}\n")
        file.flush()
        done = folder.crawl("news", "-a", f"start=http://www.example.com{LONG}")
    assert done.returncode == 0, done.stderr
    assert [each.url for each in folder.articles()] == [f"http://www.example.com{LONG}"]


def test_pipelines_of_the_project_are_not_replaced() -> None:
    """Without extraction there are no articles: the setting is refused, with the one to use."""
    given = ("-s", 'ITEM_PIPELINES={"scrapy.pipelines.files.FilesPipeline": 1}')
    done = scrapy("crawl", "news", "-a", "start=http://a.cn/", *given)
    assert done.returncode == 2
    assert "EXTRA_PIPELINES" in done.stderr


def test_tables_are_those_of_today() -> None:
    """`make settings` would change nothing."""
    document = DOCUMENT.read_text("utf-8")
    assert with_tables(document) == document


def test_comment_above_and_behind_is_the_meaning() -> None:
    """Both are sentences of it; a comment above a dictionary is its own, not that of the next setting."""
    source = """\
# -- Pace ----
# How long
# to wait.
WAIT = 1.0  # seconds
# Which.
KINDS = {
    "a": 1,  # one
}
PLAIN = 2
"""
    source = re.sub("WAIT|KINDS|PLAIN", lambda name: {"WAIT": "LOG_LEVEL"}.get(name[0], "STATUS"), source)
    assert [(each.section, each.meaning) for each in settings_of(source)] == [
        ("Pace", "How long to wait. Seconds"),
        ("Pace", "Which."),
        ("Pace", ""),
    ]
