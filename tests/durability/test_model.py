"""A crawl of a site that changes, between killed runs, compared with the right result."""

from __future__ import annotations

import json
import os
import random
import signal
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.durability.damage import Attack, tally
from tests.durability.site import Crawl, check_events, generated, story
from tests.spiders.harvest import SENTENCE, article, listing

STORIES = 16
SEEDS = range(int(os.environ.get("MODEL_SEEDS", "1")))
EVERY_HOUR = ("-s", "ARTICLE_RECHECKS=" + ",".join(map(str, range(1, 400))))


class Model:
    """The present and past articles of the site."""

    def __init__(self, crawl: Crawl, dice: random.Random) -> None:
        self.crawl = crawl
        self.dice = dice
        self.shown: dict[str, list[str]] = {story(number): [""] for number in range(STORIES)}
        """The versions of each article, the first one plain."""
        self.gone: set[str] = set()
        self.kills = 0

    def live(self) -> list[str]:
        """Return the paths of the articles that are there."""
        return sorted(self.shown.keys() - self.gone)

    def write(self, path: str) -> None:
        """Let the site show the latest version of an article."""
        text = article(number_of(path) + 1000).replace("came to look", f"came to look{self.shown[path][-1]}")
        file = self.crawl.server.site.www / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def change(self) -> None:
        """Correct an article."""
        path = self.dice.choice(self.live())
        self.shown[path].append(f" {self.dice.randint(0, 10**9)} times")
        self.write(path)

    def remove(self) -> None:
        """Take an article from the site, for good."""
        path = self.dice.choice(self.live())
        self.crawl.server.site.www.joinpath(path.lstrip("/")).unlink()
        self.gone.add(path)

    def add(self) -> None:
        """Publish an article."""
        path = story(len(self.shown))
        self.shown[path] = [""]
        self.write(path)
        home = self.crawl.server.site.www / "channel0/index.htm"
        home.write_text(home.read_text().replace("<ul>", f"<ul><li><a href='{path}'>New</a></li>"))

    def run(self) -> None:
        """Crawl to the end."""
        done = self.crawl.run(*EVERY_HOUR)
        assert "Traceback" not in done.stderr
        assert "do not add up" not in done.stderr
        assert "does not add up" not in done.stderr

    def kill(self) -> None:
        """Crawl, and be killed on the way."""
        done = self.crawl.killed_at(self.dice.randint(1, 90), *EVERY_HOUR)
        self.kills += done.returncode == -signal.SIGKILL

    def wait(self) -> None:
        """Let time pass."""
        if (self.crawl.folder / "ledger.sqlite").exists() and self.crawl.ask("SELECT id FROM runs"):
            self.crawl.later(hours=1.1)


@pytest.mark.parametrize("seed", SEEDS)
def test_output_is_the_models(seed: int, tmp_path: Path) -> None:
    """Each article is there with the versions that were seen, in order, the latest last; removals once."""
    dice = random.Random(seed)
    with generated(tmp_path / "site", STORIES, channels=2) as server:
        model = Model(Crawl(server, tmp_path / "crawl"), dice)
        page = server.site.www / "channel0/index.htm"
        page.write_text(listing(*(story(number) for number in range(0, STORIES, 2))), encoding="utf-8")
        steps = [model.change, model.remove, model.add, model.run, model.kill, model.kill, model.wait]
        for _ in range(14):
            dice.choice(steps)()
        for _ in range(3):  # a list that brought nothing is due a little later
            model.wait()
            model.run()
        check(model)
    tally(Attack.KILL_WHILE_SITE_CHANGES, model.kills)


def check(model: Model) -> None:
    """Compare the output with the model: whole texts, their versions in order, removals."""
    check_events(model.crawl)
    revisions: dict[str, list[Any]] = defaultdict(list)
    for record in model.crawl.records():
        revisions[record["url"].removeprefix(model.crawl.server.origin)].append(record)
    assert set(model.live()) <= revisions.keys()
    for path, records in revisions.items():
        assert [record["revision"] for record in records] == list(range(1, len(records) + 1))
        assert all(record["changed"] == ["body"] for record in records[1:])
        versions = [version_of(record) for record in records]
        for record, version in zip(records, versions, strict=True):
            assert (record["headline"], record["body"]) == expected(path, version)
        assert versions == [each for each in model.shown[path] if each in versions]
        assert path in model.gone or versions[-1] == model.shown[path][-1]
    assert removed(model) == sorted(path for path in model.gone if path in revisions)


def expected(path: str, version: str) -> tuple[str, list[str]]:
    """Return the headline and the text of a version; the first one of the article 1 has two parts."""
    number = number_of(path)
    parts = [number + 1000, 2001] if number == 1 and not version else [number + 1000]
    sentence = SENTENCE.replace("came to look", f"came to look{version}")
    body = [f"{sentence}, said visitor {part} on walk {walk}." for part in parts for walk in range(4)]
    return f"Ferry number {number + 1000} returns", body


def number_of(path: str) -> int:
    """Return the number of an article."""
    return int(path.rpartition("_")[2].removesuffix(".htm"))


def version_of(record: dict[str, Any]) -> str:
    """Return the version of an article that a record shows."""
    body: str = record["body"][0]
    return body.partition("came to look")[2].partition(",")[0]


def removed(model: Model) -> list[str]:
    """Return the paths in removals.jsonl."""
    file = model.crawl.folder / "removals.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return sorted(json.loads(line)["url"].removeprefix(model.crawl.server.origin) for line in lines)
