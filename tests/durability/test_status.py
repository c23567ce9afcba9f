"""Tests of the exit statuses that no other test of this folder provokes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.samplesite import Server
from tests.durability.site import Crawl, story
from tests.spiders.harvest import article, listing, small_site

SHELL = "<title>News of the day</title><h1>News of the day</h1><p>Please wait.</p>"
PATHS = [story(number) for number in range(6)]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Serve six articles and their list."""
    pages = {path: article(number + 1) for number, path in enumerate(PATHS)}
    with small_site(tmp_path / "site", {"/index.htm": listing(*PATHS), **pages}) as running:
        yield running


def redesign(server: Server, paths: list[str]) -> None:
    """Let the site show pages that are no articles, at these paths."""
    for path in paths:
        (server.site.www / path.lstrip("/")).write_text(SHELL, encoding="utf-8")


def test_complete(crawl: Crawl) -> None:
    """Everything came; the next run brings nothing, and that is complete, too."""
    for _ in range(2):
        assert crawl.run().returncode == ExitStatus.COMPLETE
    assert len(crawl.records()) == len(PATHS)


@pytest.mark.parametrize("name", ["articles.jsonl", "", "pipe"])
def test_output_failed(crawl: Crawl, name: str) -> None:
    """A directory or a pipe stands in the place of the output, or a file in the place of the directory."""
    if name == "pipe":
        crawl.folder.mkdir()
        os.mkfifo(crawl.folder / "articles.jsonl")
    elif name:
        (crawl.folder / name).mkdir(parents=True)
    else:
        crawl.folder.write_text("no directory", encoding="utf-8")
    done = crawl.run()
    assert done.returncode == ExitStatus.OUTPUT_FAILED, done.stderr
    assert done.stderr.count("The crawl stops") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.fault(11)
def test_no_articles(crawl: Crawl, server: Server) -> None:
    """Pages that looked like articles were none."""
    redesign(server, PATHS)
    assert crawl.run().returncode == ExitStatus.NO_ARTICLES


@pytest.mark.fault(11)
def test_no_articles_any_more(crawl: Crawl, server: Server) -> None:
    """The site was redesigned after many good runs."""
    crawl.run()
    redesign(server, PATHS)
    crawl.later(hours=7)
    assert crawl.run().returncode == ExitStatus.NO_ARTICLES
    assert not (crawl.folder / "removals.jsonl").exists()
