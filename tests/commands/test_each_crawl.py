"""Commands on many crawls: a row for each, the worst status, and no crawl that hides another."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from crawler.accounting.history import PublisherRun, RunRecord, append_run
from crawler.accounting.outcome import ExitStatus, worst
from crawler.items import Article
from crawler.ledger.errands import Ending
from crawler.ledger.ledger import Ledger
from crawler.ledger.lock import Lock
from crawler.ledger.plan import Outcome, UrlKind
from crawler.reasons.reason import http
from crawler.records.lines import article_line
from tests.house.site import scrapy_here
from tests.ledger.examples import asked, stored, taken, told, url
from tests.records.examples import article

FAILED = Ending(Outcome.FAILED, UrlKind.OTHER, http(503))
SHARED = article(url="http://www.linshui.test/shared", headline="Lock opens")


def run(*arguments: str) -> tuple[int, list[str], list[str]]:
    """Run a command: status, lines printed, lines of errors."""
    done = scrapy_here(*arguments)
    return done.returncode, done.stdout.splitlines(), done.stderr.splitlines()


def crawl(folder: Path, host: str, *endings: Ending, articles: tuple[Article, ...] = ()) -> None:
    """Make a crawl whose ledger has visits with these ends, and whose output has these articles."""
    folder.mkdir(parents=True)
    ledger = Ledger(folder)
    for number in range(len(endings)):
        ledger.errands.add(asked(number, host, found_on=f"http://{host}/"), time.time())
    for number, ending in enumerate(endings):
        ledger.finish(taken(ledger, host), ending, [told(number)] if ending.article else [])
    ledger.end("finished", len(endings), 0)
    ledger.close()
    (folder / "articles.jsonl").write_bytes(b"".join(map(article_line, articles)))


def runs(folder: Path, publisher: str, *counts: int, status: int = 0) -> None:
    """Add runs to a crawl's history that stored these numbers of articles."""
    for number, count in enumerate(counts, start=1):
        counts_of_run = PublisherRun(
            articles=count, listed=3 if status == 0 else 0, filled={"headline": count}
        )
        day = f"2024-05-{number:02}T08:"
        last = status if number == len(counts) else 0
        record = RunRecord(
            run=number,
            started=f"{day}00:00+00:00",
            ended=f"{day}10:00+00:00",
            status=last,
            publishers={publisher: counts_of_run},
            hosts={},
        )
        append_run(folder, record)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make `data` with two crawls and a fleet of one, which share an article, and go to its parent."""
    monkeypatch.chdir(tmp_path)
    one = article(url="http://a.test/1", headline="Boats wait")
    other = article(url="http://b.test/1", headline="Boats leave")
    crawl(Path("data/a.test"), "a.test", stored(0), FAILED, articles=(one, SHARED))
    crawl(Path("data/b.test"), "b.test", stored(0), articles=(replace(SHARED, headline="Copy"), other))
    crawl(Path("data/fleet/shards/c.test"), "c.test", FAILED, FAILED, articles=(SHARED,))
    return tmp_path / "data"


def broken(folder: Path) -> None:
    """Damage the ledger of a crawl."""
    for file in folder.glob("ledger.sqlite*"):
        file.unlink()
    (folder / "ledger.sqlite").write_bytes(b"no ledger" * 1000)


@pytest.mark.usefixtures("data")
class TestRetry:
    """`scrapy retry`."""

    def test_each_crawl_is_told(self) -> None:
        """A row for each crawl and one for all; the failed URLs are queued."""
        words = "queued again: run the same crawl to fetch them"
        assert run("retry", "data") == (
            0,
            [
                "data/a.test: 1 URL queued again: run the same crawl to fetch it",
                "data/b.test: 0 URLs queued again",
                f"data/fleet/shards/c.test: 2 URLs {words}",
                "3 crawls: 3 URLs queued again",
            ],
            [],
        )
        ledger = Ledger(Path("data/a.test"))
        assert taken(ledger, "a.test").url == url(1, "a.test")
        ledger.close()

    def test_one_crawl_is_told_as_before(self) -> None:
        """Without a name and a sum."""
        assert run("retry", "data/a.test")[1] == ["1 URL queued again: run the same crawl to fetch it"]

    def test_crawl_in_use_stops_no_other(self) -> None:
        """It is named, and its status is that of the command."""
        lock = Lock(Path("data/a.test"))
        status, out, err = run("retry", "data/a.test", "data/fleet")
        lock.release()
        assert (status, out[-1]) == (
            ExitStatus.DIRECTORY_IN_USE,
            "1 of 2 crawls: 2 URLs queued again; 1 crawl unusable, see standard error",
        )
        (line,) = err
        assert line.startswith("scrapy retry: data/a.test is in use by process")


@pytest.mark.usefixtures("data")
@pytest.mark.parametrize("name", ["retry", "outcomes", "audit"])
def test_damaged_ledger_hides_no_other(name: str) -> None:
    """It is named in a line, the others are done, and the status is 2; so with a path that is no crawl."""
    broken(Path("data/a.test"))
    Path("data/notes.txt").touch()
    status, out, err = run(name, "data/a.test", "data/b.test", "data/fleet", "data/notes.txt")
    assert status == ExitStatus.BAD_ARGUMENTS
    assert out[-1].startswith("2 of 4 crawls: ")
    assert out[-1].endswith("; 2 crawls unusable, see standard error")
    first, second = sorted(err)
    assert first.startswith(f"scrapy {name}: data/a.test")
    assert "`scrapy ledger rebuild data/a.test`" in first
    assert second.startswith(f"scrapy {name}: data/notes.txt is a file: name the directory of a crawl")


@pytest.mark.usefixtures("data")
def test_lost_ledger_can_be_rebuilt() -> None:
    """Where articles are left, the message names the command that makes a ledger from them."""
    for file in Path("data/a.test").glob("ledger.sqlite*"):
        file.unlink()
    status, _, (line,) = run("outcomes", "data/a.test")
    assert status == ExitStatus.BAD_ARGUMENTS
    assert "next: scrapy ledger rebuild data/a.test" in line


@pytest.mark.usefixtures("data")
def test_health_names_a_ledger_that_is_no_file() -> None:
    """A crawl with a history whose ledger cannot be opened is not well."""
    runs(Path("data/a.test"), "a.test", 1, 1)
    for replace_ledger in (Path.mkdir, os.mkfifo, partial(Path.symlink_to, target="gone.sqlite")):
        ledger = Path("data/a.test/ledger.sqlite")
        broken(ledger.parent)
        ledger.unlink()
        replace_ledger(ledger)
        status, _, err = run("health", "data/a.test")
        assert status == ExitStatus.BAD_ARGUMENTS
        assert err[0].startswith("scrapy health: data/a.test/ledger.sqlite is ")
        ledger.rmdir() if ledger.is_dir() else ledger.unlink()


@pytest.mark.usefixtures("data")
def test_outcomes_of_several() -> None:
    """Each row names its crawl; JSON has it as a field, and its sum is on standard error."""
    status, out, err = run("outcomes", "data", "--failed")
    assert (status, err) == (0, [])
    assert out == [
        f"data/a.test: failed (HTTP 503): {url(1, 'a.test')}, from http://a.test/",
        *(
            f"data/fleet/shards/c.test: failed (HTTP 503): {url(n, 'c.test')}, from http://c.test/"
            for n in (0, 1)
        ),
        "3 crawls: 3 URLs (3 failed)",
    ]
    status, out, err = run("outcomes", "data", "--jsonl")
    assert [json.loads(line)["crawl"] for line in out] == [
        *["data/a.test"] * 2,
        "data/b.test",
        *["data/fleet/shards/c.test"] * 2,
    ]
    assert err == ["3 crawls: 5 URLs (3 failed, 2 stored)"]
    assert run("outcomes", "data/b.test")[1] == [f"stored: {url(0, 'b.test')}, from http://b.test/"]
    assert run("outcomes", "data/b.test", "--failed") == (0, [], ["0 URLs: no visit has this outcome"])


@pytest.mark.usefixtures("data")
def test_audit_of_several() -> None:
    """Each row names its crawl, the last one sums up, and --fill queues the gaps of all."""
    status, out, _ = run("audit", "data", "--fill")
    assert status == ExitStatus.PARTIAL
    assert "data/a.test: http://a.test/ 2024-05-20: 1 of 2, missing:" in out
    assert f"data/a.test:   {url(1, 'a.test')} (HTTP 503)" in out
    assert "data/b.test: 1 of 1 announced URLs are stored articles; none missing" in out
    assert "data/fleet/shards/c.test: 2 URLs queued again: run the same crawl to fetch them" in out
    assert (
        out[-1] == "3 crawls: 2 of 5 announced URLs are stored articles; 3 missing (a later run may fetch 3)"
    )


class TestHealth:
    """`scrapy health`."""

    @pytest.fixture(autouse=True)
    def _histories(self, data: Path) -> None:
        runs(data / "a.test", "a.test", *[10] * 8)
        runs(data / "b.test", "b.test", *[10] * 8, 0, 0, 0)

    def test_one_status(self) -> None:
        """The worst of all crawls; one without a finished run is named, and is no alarm."""
        status, out, err = run("health", "data", "--no-pages")
        assert status == ExitStatus.NO_ARTICLES
        assert out[0].startswith("data/a.test: a.test: well; 10 articles in the last run")
        assert out[1].startswith("data/b.test: b.test: silent; 0 articles in the last run")
        assert out[-1] == "3 crawls: 2 publishers (1 well, 1 silent)"
        (line,) = err
        assert line.startswith(
            "scrapy health: there is no runs.jsonl in data/fleet/shards/c.test: run the crawl"
        )
        assert run("health", "data/a.test", "data/fleet")[0] == 0
        assert run("health", "data/fleet")[0] == ExitStatus.BAD_ARGUMENTS

    def test_rows_for_programs(self) -> None:
        """Each row has its crawl, standard output nothing else."""
        _, out, err = run("health", "data/a.test", "data/b.test", "--jsonl", "--no-pages")
        assert [json.loads(line)["crawl"] for line in out] == ["data/a.test", "data/b.test"]
        assert err == ["2 crawls: 2 publishers (1 well, 1 silent)"]

    def test_path_without_crawl_is_worse(self) -> None:
        """It is named, and the others are judged all the same."""
        status, out, err = run("health", "data/none", "data/b.test")
        assert (status, len(err)) == (ExitStatus.BAD_ARGUMENTS, 1)
        assert err[0].startswith("scrapy health: there is no data/none: name the directory of a crawl")
        assert out[-1] == "1 of 2 crawls: 1 publisher (1 silent); 1 crawl unusable, see standard error"


@pytest.mark.usefixtures("data")
class TestExport:
    """`scrapy export`."""

    def table(self, folder: str) -> list[dict[str, str]]:
        """Read an exported table."""
        text = Path(folder, "articles.csv").read_text("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def test_article_of_two_crawls_comes_once(self) -> None:
        """It comes from the crawl that is named first; a column names the crawl of each."""
        status, _, err = run("export", "data", "--to", "csv", "-o", "out/all")
        assert (status, err[0].partition(" (")[0]) == (0, "3 articles of 3 crawls in 1 file")
        rows = [(row["headline"], row["crawl"]) for row in self.table("out/all")]
        assert rows == [("Boats wait", "a.test"), ("Lock opens", "a.test"), ("Boats leave", "b.test")]

    def test_order_of_the_command_line_decides(self) -> None:
        """The crawl named first gives its copy, with all revisions, too."""
        for more in ([], ["--revisions", "all"]):
            out = f"out/{len(more)}"
            assert run("export", "data/b.test", "data/a.test", *more, "--to", "csv", "-o", out)[0] == 0
            assert [row["headline"] for row in self.table(out)] == ["Copy", "Boats leave", "Boats wait"]

    def test_export_continues(self) -> None:
        """Each crawl has its position; a copy of an exported article in another crawl is left out."""
        assert run("export", "data/a.test", "data/b.test", "-o", "out/1")[0] == 0
        more = article(url="http://b.test/2", headline="Boats return")
        with Path("data/b.test/articles.jsonl").open("ab") as file:
            file.writelines(map(article_line, (article(url="http://a.test/1", headline="Copy"), more)))
        assert (
            run("export", "data/*", "--since-revision", "out/1", "-o", "out/2")[0] == ExitStatus.BAD_ARGUMENTS
        )
        assert run("export", "data/a.test", "data/b.test", "--since-revision", "out/1", "-o", "out/2")[0] == 0
        assert gzip.decompress(Path("out/2/articles-00001.jsonl.gz").read_bytes()) == article_line(more)

    def test_broken_one_hides_no_other(self) -> None:
        """It is named, the rest is exported, and the status is 2; nothing is written if all are wrong."""
        status, _, err = run("export", "data/none", "data/b.test", "-o", "out/1")
        assert (status, len(err)) == (ExitStatus.BAD_ARGUMENTS, 3)
        assert err[0].startswith("scrapy export: there is no data/none: name")
        assert err[1].startswith("2 articles of 1 crawl in 1 file")
        assert run("export", "data/none", "-o", "out/2")[0] == ExitStatus.BAD_ARGUMENTS
        assert not Path("out/2").exists()


def crawls_of(page: Path) -> dict[str, list[str]]:
    """Return the cells of a report's table of crawls, by crawl."""
    tree: Any = html.document_fromstring(page.read_text("utf-8"))
    rows = tree.xpath("//section[h2='Sites']//tbody/tr")
    return {row[0].text_content(): [cell.text_content() for cell in row[1:6]] for row in rows}


class TestReport:
    """`scrapy report`."""

    def test_one_page(self, data: Path) -> None:
        """A table has a row for each crawl: end, articles, new ones, failures, queued URLs."""
        runs(data / "b.test", "b.test", 2, status=3)
        status, out, err = run("report", "data")
        assert (status, out, err) == (0, ["data/report.html"], [])
        assert crawls_of(data / "report.html") == {
            "b.test": ["nothing fetched", "1", "2", "0", "0"],
            "a.test": ["not ended yet", "2", "0", "0", "0"],
            "c.test": ["not ended yet", "0", "0", "0", "0"],
        }

    @pytest.mark.usefixtures("data")
    def test_several_directories_need_a_file(self) -> None:
        """Of several, the command does not guess where the page goes; one that is no crawl is named."""
        status, out, err = run("report", "data/a.test", "data/b.test")
        assert (status, out) == (2, [])
        assert err == ["scrapy report: name the file for a report of several directories: -o FILE"]
        status, out, err = run("report", "data/a.test", "data/b.test", "data/none", "-o", "all.html")
        assert (status, out, len(err)) == (2, ["all.html"], 1)
        assert list(crawls_of(Path("all.html"))) == ["a.test", "b.test"]
        assert "<h1>2 crawls</h1>" in Path("all.html").read_text("utf-8")

    def test_crawls_of_one_name(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Their names have as many parents as needed, and each has its own articles."""
        monkeypatch.chdir(tmp_path)
        for number in (1, 2):
            crawl(
                Path(f"fleet{number}/shards/a.test"),
                "a.test",
                articles=(article(url=f"http://a.test/{number}"),),
            )
        assert run("report", "fleet1", "fleet2", "-o", "all.html")[0] == 0
        articles_by_crawl = {name: cells[1] for name, cells in crawls_of(Path("all.html")).items()}
        assert articles_by_crawl == {"fleet1/shards/a.test": "1", "fleet2/shards/a.test": "1"}


def test_report_names_a_damaged_ledger(data: Path) -> None:
    """The page is written without the sources of this crawl; standard error and status say so."""
    broken(data / "a.test")
    status, out, (line,) = run("report", "data")
    assert (status, out) == (ExitStatus.BAD_ARGUMENTS, ["data/report.html"])
    assert line.startswith("scrapy report: the states of the sources of data/a.test are missing:")


@pytest.mark.parametrize("name", ["retry", "outcomes", "audit", "health", "report", "export"])
def test_help_teaches_it(name: str) -> None:
    """Help says that DIR may be several directories, and which ones."""
    _, out, _ = run(name, "--help")
    text = " ".join(out)
    assert f"scrapy {name} DIR..." in text
    assert "or one that holds directories of crawls and fleets" in text


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [([], 0), ([0, 6, 7], 7), ([7, 2], 2), ([8, 6], 8), ([2, 4, 0], 4), ([1, 9], 1), ([10, 0], 10)],
)
def test_worst_status(statuses: list[int], expected: int) -> None:
    """The order is by severity, not by number, and has every status."""
    assert worst([ExitStatus(each) for each in statuses]) == expected
    assert {worst([each]) for each in ExitStatus} == {*ExitStatus}
