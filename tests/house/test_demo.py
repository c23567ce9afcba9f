"""Tests of the demo's output; the demo itself is run once, whole."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from scrapy.cmdline import execute

from crawler.commands import demo
from crawler.items import Photo
from crawler.records import read_articles
from tests.house.site import ROOT, scrapy_here
from tests.records.examples import article, full_article


def announced() -> set[str]:
    """Return the paths of all articles of the sample site."""
    lines = (ROOT / "tests" / "samplesite" / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["path"] for line in lines}


def test_demo_harvests_the_sample_site(capfd: pytest.CaptureFixture[str]) -> None:
    """The user's own command brings every article of the site and nothing else, and says where they are."""
    with pytest.raises(SystemExit) as ended:
        execute(["scrapy", "demo"])
    out, err = capfd.readouterr()
    assert ended.value.code == 0, err
    path = ROOT / "data" / "demo" / "articles.jsonl"
    articles = list(read_articles(path))
    assert len(articles) >= 60
    assert len({each.language for each in articles}) >= 4
    assert {urlsplit(each.canonical_url).path for each in articles} == announced()
    assert "$ scrapy crawl news -a start=http://127.0.0.1:" in out
    assert str(path) in out
    assert "do not add up" not in err
    assert "Traceback" not in err


def test_command_is_the_users_own() -> None:
    """Only pauses and the address differ from a user's command, and the command line shows it."""
    command = demo.crawl_command("http://127.0.0.1:1", Path("data/demo"))
    assert command[:6] == ["crawl", "news", "-a", "start=http://127.0.0.1:1/", "-s", "CRAWL_DIR=data/demo"]
    assert command[7::2] == [
        "DOWNLOAD_DELAY=0",
        "AUTOTHROTTLE_ENABLED=False",
        "ALLOW_PRIVATE_HOSTS=127.0.0.1",
    ]


def test_proxies_are_passed_by() -> None:
    """A proxy of the user's cannot reach this machine's loopback; other exceptions stay."""
    environment = demo.loopback_environment({"http_proxy": "http://p:1", "no_proxy": "a.example"})
    assert environment["no_proxy"] == environment["NO_PROXY"] == "a.example,127.0.0.1,localhost"
    assert environment["http_proxy"] == "http://p:1"


def test_samples_are_the_fullest_of_two_languages() -> None:
    """Two records that show much, in the languages that most articles are in."""
    chinese = article(language="zh-Hans", canonical_url="http://a.cn/2")
    bare = article(canonical_url="http://a.cn/3")
    assert demo.samples([chinese, bare, full_article()]) == [full_article(), chinese]
    assert demo.samples([]) == []


def test_shortened_record_is_readable() -> None:
    """Empty fields go, long texts are cut, long lists say how many more there are."""
    long = article(headline="x" * 500, body=("one", "two", "three", "four"), photos=(Photo(url="u"),))
    words = demo.shortened(long)
    assert '"dateline"' not in words
    assert "x" * 91 not in words
    assert "… 2 more" in words
    assert '"three"' not in words


def test_report_says_where_and_what_next() -> None:
    """Rates by language, records, files, schema, and a first real harvest."""
    words = demo.report([article(), article(language=None)], Path("data/demo"))
    for part in ("unknown", "en", "data/demo/articles.jsonl", "scrapy schema", "scrapy crawl news -a start="):
        assert part in words


def test_empty_harvest_still_reports(tmp_path: Path) -> None:
    """Without articles there is no error."""
    assert "scrapy schema" in demo.report([], tmp_path)


def test_arguments_are_refused(capfd: pytest.CaptureFixture[str]) -> None:
    """A site as an argument gets a message with the right command, and nothing is harvested."""
    with pytest.raises(SystemExit) as ended:
        execute(["scrapy", "demo", "http://www.example.cn/"])
    out, err = capfd.readouterr()
    assert (ended.value.code, "$ scrapy crawl" in out) == (2, False)
    assert "scrapy crawl news -a start=URL" in out + err


def test_folder_that_cannot_be_emptied_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is harvested where the system refuses the demo's folder: one line, status 4."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").touch()
    done = scrapy_here("demo")
    assert (done.returncode, done.stdout) == (4, "")
    [line] = done.stderr.splitlines()
    assert f"scrapy demo: {tmp_path / 'data' / 'demo'} cannot be emptied: " in line


def test_path_is_told_where_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    """After `make demo` a shell does not find `scrapy` yet: the demo says how it will."""
    monkeypatch.setenv("PATH", "/nowhere")
    assert ". .venv/bin/activate" in demo.report([article()], Path("data/demo"))


def test_interrupted_demo_ends_quietly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ctrl-C reaches the crawl too; the demo shows the articles until then."""

    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "_harvest", interrupted)
    monkeypatch.setattr(demo, "project_folder", lambda: tmp_path)
    with pytest.raises(SystemExit) as ended:
        execute(["scrapy", "demo"])
    assert ended.value.code == 5


def test_demo_folder_is_emptied(tmp_path: Path) -> None:
    """The files of an earlier demo are deleted; the folder is there."""
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "old").write_text("x", encoding="utf-8")
    demo._empty(folder)
    assert list(folder.iterdir()) == []
