"""Optional fields of a crawl: switching them off or on makes no revision."""

from __future__ import annotations

import json
from pathlib import Path

from crawler.accounting.outcome import ExitStatus
from tests.house.site import scrapy
from tests.spiders.harvest import HASTE, article, harvest, small_site

PATH = "/2022-08/01/content_1.htm"
DECK = "The first passengers of the year came to look at the gates of the lock"
WITH_DECK = article(1).replace("</h1>", f"</h1><div class='subtitle'>{DECK}</div>")


def test_switching_makes_no_revision(tmp_path: Path) -> None:
    """An article that changes only by what is read stays as it is; other changes are named as usual."""
    corrected = WITH_DECK.replace("came to look, said", "came to sail, said")
    runs = [(WITH_DECK, "deck"), (WITH_DECK, ""), (corrected, ""), (corrected, "deck,kind")]
    with small_site(tmp_path, {}) as server:
        file = server.site.www / PATH.lstrip("/")
        file.parent.mkdir(parents=True)
        for number, (text, details) in enumerate(runs):
            file.write_text(f"{text}<!-- {number} -->", encoding="utf-8")
            options = ("-a", f"start={server.origin}{PATH}", "-s", f"CRAWL_DIR={tmp_path / 'crawl'}")
            done = scrapy("crawl", "news", *options, "-s", f"DETAILS={details}", *HASTE)
            assert done.returncode == ExitStatus.COMPLETE, done.stderr
    records = map(json.loads, (tmp_path / "crawl" / "articles.jsonl").read_text("utf-8").splitlines())
    found = [(each["revision"], each["changed"], each["deck"]) for each in records]
    assert found == [(1, [], DECK), (2, ["body"], None)]


def test_wrong_name_ends_the_crawl(tmp_path: Path) -> None:
    """An unknown field is named before anything is fetched."""
    with small_site(tmp_path, {"/index.htm": article(1)}) as server:
        ran = harvest(tmp_path, f"{server.origin}/", "-s", "DETAILS=deck,decks")
        assert not server.hits
    assert ran.status == ExitStatus.BAD_ARGUMENTS
    assert "DETAILS: unknown 'decks'" in ran.log
