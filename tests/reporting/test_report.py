"""Tests of report.html: texts of sites stay text, nothing is loaded, figures are right."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from crawler.accounting.history import HostRun, PublisherRun, RunRecord, append_run
from crawler.exporting.sources import ArticleFile, sources_of
from crawler.items import Article, Dateline, Photo
from crawler.ledger.crawls import CRAWLS, find_crawls
from crawler.reasons import Cause, Reason
from crawler.records.lines import article_line
from crawler.reporting.figures import EXCERPT, Figures, figures_of
from crawler.reporting.plots import ReportError, short, whole_ticks
from crawler.reporting.report import outcomes_of, report_page, slowest, write_report
from tests.house.site import scrapy_here
from tests.records.examples import article, full_article, picture_file
from tests.reporting.browser import CHROMIUM, shown

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "\"'><svg onload=alert(3)>",
    "<!--<script>",
    "]]>&lt;b&gt;\u2028",
)
RUN = RunRecord(
    run=1,
    started="2024-05-20T08:00:00+00:00",
    ended="2024-05-20T08:10:00+00:00",
    status=0,
    publishers={
        "example.cn": PublisherRun(
            articles=4, filled={"headline": 4, "body": 2}, reasons={Reason(Cause.OTHER, HOSTILE[0]): 3}
        )
    },
    hosts={"a.example": HostRun(answers=4, seconds=2.0), HOSTILE[1]: HostRun(answers=1, seconds=9.0)},
)


def hostile(words: str) -> Article:
    """Return an article that says these words wherever it can."""
    return article(
        url=f"javascript:alert(4)//{words}",
        headline=words,
        source=words,
        publisher=words,
        section=(words,),
        published=words,
        dateline=Dateline(text=words, places=(words,)),
        body=(words,),
        evidence={"headline": words, words: words},
    )


def page_of(*articles: Article) -> str:
    """Return the report of these articles."""
    figures = Figures()
    for each in articles:
        figures.add(each)
    return report_page("www.example.cn", figures, [RUN])


def parsed(page: str) -> Any:
    """Return a page as a browser understands it."""
    return html.document_fromstring(page)


def embedded(tree: Any) -> list[dict[str, Any]]:
    """Return the records in a page."""
    articles: list[dict[str, Any]] = json.loads(tree.get_element_by_id("records").text)
    return articles


def is_harmless(tree: Any) -> bool:
    """Return whether a page has two scripts, its own, and nothing that runs or asks for anything."""
    names = [str(element.tag).lower() for element in tree.iter(etree.Element)]
    attributes = [name.lower() for element in tree.iter(etree.Element) for name in element.attrib]
    asking = [value for value in tree.xpath("//@src | //@href") if not value.startswith(("data:", "#"))]
    return (
        names.count("script") == 2
        and not {"img", "iframe", "object"} & set(names)
        and not any(name.startswith("on") for name in attributes)
        and not asking
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_site_wrote_stays_text(words: str) -> None:
    """Titles, places, sources, reasons and hosts end no element and begin none."""
    tree = parsed(page_of(hostile(words)))
    assert is_harmless(tree)
    assert embedded(tree)[0]["headline"] == words


@given(st.text(max_size=40))
def test_any_words_come_back_as_they_were(words: str) -> None:
    """Whatever a headline says, the table shows it and the page stays whole."""
    figures = Figures()
    figures.add(article(headline=words or "x"))
    page = report_page("x", figures, []).encode("utf-8", "replace").decode()
    script = page.partition('id="records">')[2].partition("</script>")[0]
    headline = json.loads(script)[0]["headline"]
    assert headline == (words or "x").encode("utf-8", "replace").decode()


def test_pictures_are_counted() -> None:
    """The report has the number of fetched pictures, and the reasons of the others."""
    photos = (Photo(url="http://a.cn/1.jpg", file=picture_file()), Photo(url="http://a.cn/2.jpg"))
    page = page_of(article(photos=photos, evidence={"photos.refused": "1=picture_svg"}))
    tiles = [tile.text_content() for tile in parsed(page).xpath("//div[@class='tiles']/div")]
    assert "1fetched picture" in tiles
    assert "Pictures that were not fetched, by reason" in page
    assert "fetched picture" not in page_of(article(photos=(Photo(url="http://a.cn/2.jpg"),)))


def test_only_the_page_own_script_may_run() -> None:
    """The policy of the page names the digest of its script, and allows nothing else."""
    tree = parsed(page_of(article()))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    script = tree.xpath("//script[not(@type)]")[0].text
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_latest_revision_counts(tmp_path: Path) -> None:
    """An article with two revisions counts once; a line without an article is counted as such."""
    file = tmp_path / "articles.jsonl"
    first = article(source="Old")
    lines = (first, replace(first, source="New", revision=2), article(url="http://news.example.cn/2"))
    file.write_bytes(b"".join(map(article_line, lines)) + b"no article\n")
    figures = figures_of([ArticleFile("a", file)])
    assert figures.tally.written == 2
    assert figures.sources == {"New": 1, "not named": 1}
    assert figures.days == {"2024-05-20": 2}
    assert figures.unreadable == 1


def test_long_texts_are_cut() -> None:
    """A record in the page has an excerpt, and says how much is left out."""
    excerpt = embedded(parsed(page_of(article(body=("a" * (EXCERPT + 9), "b")))))[0]
    assert excerpt["body"] == ["a" * EXCERPT + " …"]
    assert excerpt["paragraphs left out"] == 1


def test_runs_are_summed_up() -> None:
    """Outcomes by reason, and the time for which each host lets an answer wait."""
    assert outcomes_of(RUN) == {"stored": 4, HOSTILE[0]: 3}
    assert slowest(RUN) == {"a.example": 500, HOSTILE[1]: 9000}
    assert short("a\nb" + "c" * 99).startswith("a b")


@pytest.mark.parametrize(
    ("top", "ticks"),
    [(0, [0]), (1, [0, 1]), (3, [0, 1, 2, 3]), (7, [0, 2, 4, 6, 8]), (57, [0, 10, 20, 30, 40, 50, 60])],
)
def test_axis_counts_whole_articles(top: int, ticks: list[int]) -> None:
    """There is no half an article, and few enough numbers to read."""
    assert whole_ticks(top) == ticks


@given(st.integers(1, 10**9))
def test_axis_reaches_the_highest_bar(top: int) -> None:
    """The last number is the first one that is not below it."""
    ticks = whole_ticks(top)
    assert ticks[-2] < top <= ticks[-1]
    assert len(ticks) <= 7


def test_without_pygal_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named, and no half report is left."""
    (tmp_path / "articles.jsonl").write_bytes(article_line(article()))
    monkeypatch.setitem(sys.modules, "pygal", None)
    with pytest.raises(ReportError, match=r"pip install -e '\.\[report\]'"):
        write_report("title", find_crawls([tmp_path], CRAWLS), tmp_path / "report.html")
    assert [file.name for file in tmp_path.iterdir()] == ["articles.jsonl"]


def test_command_writes_the_page(tmp_path: Path) -> None:
    """It names the file; without articles it gives the remedy, with status 2."""
    refused = scrapy_here("report", str(tmp_path))
    assert refused.returncode == 2
    assert len(refused.stderr.splitlines()) == 1
    (tmp_path / "articles.jsonl").write_bytes(article_line(full_article()))
    append_run(tmp_path, RUN)
    done = scrapy_here("report", str(tmp_path))
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'report.html'}\n")
    assert "Slowest hosts" in (tmp_path / "report.html").read_text("utf-8")


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt install chromium)")
def test_search_works_in_a_browser(tmp_path: Path) -> None:
    """`report.html#q=…` shows the results of a search; the console stays empty, no hostile script runs."""
    articles = [hostile(words) for words in HOSTILE]
    articles += [article(url=f"http://a.example/{n}", headline=f"Ferry number {n}") for n in range(2000)]
    file = tmp_path / "report.html"
    file.write_text(page_of(*articles), "utf-8")
    done = shown(file, "q=ferry%20199", tmp_path / "profile")
    tree = parsed(done.stdout)
    headlines = {each.text for each in tree.xpath("//button[@class='open']")}
    assert headlines == {
        "Ferry number 199",
        "Ferry number 1199",
        *(f"Ferry number 199{n}" for n in range(10)),
    }
    assert tree.get_element_by_id("found").text == "12 found, 12 shown"
    assert "CONSOLE" not in done.stderr


DATES = ["2026-08-06", None, "2026-08-05T09:00:00+08:00", "2026-08-06T10:00:00+08:00"]


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt install chromium)")
@pytest.mark.parametrize(
    ("order", "headlines"),
    [
        ("", ["Ferry 10", "Ferry 2", "Ferry 9", "Ferry 1"]),
        ("sort=published", ["Ferry 9", "Ferry 2", "Ferry 10", "Ferry 1"]),
        ("sort=headline", ["Ferry 1", "Ferry 2", "Ferry 9", "Ferry 10"]),
        ("sort=-headline", ["Ferry 10", "Ferry 9", "Ferry 2", "Ferry 1"]),
    ],
)
def test_table_is_sorted_in_a_browser(tmp_path: Path, order: str, headlines: list[str]) -> None:
    """The table is sorted by date, the latest first, or by the chosen column; gaps come last."""
    names = ["Ferry 2", "Ferry 1", "Ferry 9", "Ferry 10"]
    articles = [
        article(url=f"http://a.example/{name}", headline=name, published=date)
        for name, date in zip(names, DATES, strict=True)
    ]
    file = tmp_path / "report.html"
    file.write_text(page_of(*articles), "utf-8")
    done = shown(file, order, tmp_path / "profile")
    assert [each.text for each in parsed(done.stdout).xpath("//button[@class='open']")] == headlines
    assert "CONSOLE" not in done.stderr


def test_removed_articles_are_counted_and_marked(tmp_path: Path) -> None:
    """A tile counts them, and the record in the table has the time; without any there is no tile."""
    gone, there = article(id="0" * 16), article(id="1" * 16)
    (tmp_path / "articles.jsonl").write_bytes(article_line(gone) + article_line(there))
    assert "removed by the site" not in tiles(tmp_path)
    told = {"schema": "removal/1", "id": gone.id, "url": gone.url, "noticed": "2026-01-01T00:00:00+00:00"}
    (tmp_path / "removals.jsonl").write_text(json.dumps(told) + "\n", "utf-8")
    assert tiles(tmp_path)["removed by the site"] == "1"
    figures = figures_of(sources_of([tmp_path]))
    assert [row.get("removed") for row in figures.latest] == ["2026-01-01T00:00:00+00:00", None]


def tiles(folder: Path) -> dict[str, str]:
    """Return the figures at the head of a directory's report, by label."""
    page = report_page("a", figures_of(sources_of([folder])), [])
    return {label: value for value, label in re.findall(r"<div><b>([^<]*)</b>([^<]*)</div>", page)}
