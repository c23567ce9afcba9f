"""Harvests of two sites that print the same wire story."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.site import scrapy
from tests.records.test_stories import text
from tests.spiders.harvest import HASTE, article, listing, small_site

WIRE, OWN = "/2022-08/01/content_1.htm", "/2022-08/02/content_2.htm"


def printed(number: int, *paragraphs: str) -> str:
    """Return the page of an article with these paragraphs."""
    head, _, rest = article(number).partition("<div id='content'>")
    body = "".join(f"<p>{paragraph.capitalize()}.</p>" for paragraph in paragraphs)
    return f"{head}<div id='content'>{body}</div>{rest.partition('</div>')[2]}"


@pytest.fixture
def starts(tmp_path: Path) -> Iterator[str]:
    """Serve two sites; the second cuts the end of the story, and has its own headline and first line."""
    wire = [text(number, 40) for number in range(6)]
    here = {"/index.htm": listing(WIRE, OWN), WIRE: printed(1, *wire), OWN: printed(2, text(7), text(8))}
    there = {"/index.htm": listing(WIRE), WIRE: printed(3, "lanqiao (example times) - rain", *wire[:-1])}
    with small_site(tmp_path / "here", here) as one, small_site(tmp_path / "there", there) as other:
        yield f"{one.origin}/,{other.origin}/"


@pytest.mark.parametrize("output", ["-O", "CRAWL_DIR"])
def test_copies_keep_their_records_and_share_the_story(output: str, starts: str, tmp_path: Path) -> None:
    """With a ledger and without one, three records tell two stories."""
    file = tmp_path / "out" / "articles.jsonl"
    file.parent.mkdir()
    where = ("-O", str(file)) if output == "-O" else ("-s", f"CRAWL_DIR={file.parent}")
    done = scrapy("crawl", "news", "-a", f"start={starts}", *HASTE, *where)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    stories = {record["headline"]: record["story"] for record in records}
    assert len(records) == 3
    assert stories["Ferry number 1 returns"] == stories["Ferry number 3 returns"]
    assert stories["Ferry number 2 returns"] not in (None, stories["Ferry number 1 returns"])
