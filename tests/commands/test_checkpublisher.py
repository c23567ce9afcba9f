"""`scrapy checkpublisher` names wrong values, and shows the findings of selectors on a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.publishers import PUBLISHERS, registry
from tests.house.site import page, scrapy, scrapy_here

SENTENCE = "Engineers in the river town of Lanqiao finished the long survey of the old bridge on Monday."
URL = "http://www.example.cn/news/2024-05/20/c123456.html"
RIGHT = """\
from crawler.publishers.model import Layout, Publisher

EXAMPLE_CN = Publisher(
    name="example.cn",
    title="Example",
    hosts=("example.cn",),
    start=("http://www.example.cn/",),
    language="en",
    article_urls=(r"/c\\d+\\.html$",),
    layouts=(
        Layout(name="older", fingerprint=("#story",), body=("#story",)),
        Layout(name="newer", fingerprint=("h1",), headline=("#title", "h1", "h1.x"), drop=("p.note",)),
    ),
)
"""
WRONG = RIGHT.replace('language="en"', 'language="english"').replace('"#title"', '"h1 > b"')


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a folder for declarations, which are forgotten after the test."""
    monkeypatch.setenv(registry._FOLDER, "")
    (tmp_path / "publishers").mkdir()
    yield tmp_path / "publishers"
    monkeypatch.undo()
    registry._forget_declarations()


def test_sound_declarations_are_counted(folder: Path) -> None:
    """Each file is named with its publishers; one that declares nothing says so."""
    (folder / "example_cn.py").write_text(RIGHT)
    (folder / "lost.py").write_text("from crawler.publishers import Publisher\nALL = []\n")
    done = scrapy_here("checkpublisher", "-s", f"PUBLISHERS_DIR={folder}")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"{folder / 'example_cn.py'}: example.cn",
        f"{folder / 'lost.py'}: no publisher: assign each Publisher(…) to a name of the module",
        f"1 own declaration, {len(PUBLISHERS)} bundled ones: 0 errors",
    ]


def test_each_wrong_value_is_a_line(folder: Path, tmp_path: Path) -> None:
    """All errors of all files are named, and no page is read by a wrong declaration."""
    (folder / "broken.py").write_text("from crawler.publishers import No")
    (folder / "example_cn.py").write_text(WRONG)
    (tmp_path / "page.html").write_bytes(page("Survey of old bridge ends", SENTENCE))
    setting = ("-s", f"PUBLISHERS_DIR={folder}")
    done = scrapy_here("checkpublisher", *setting)
    tried = scrapy_here("checkpublisher", str(tmp_path / "page.html"), "--url", URL, *setting)
    assert (done.returncode, tried.returncode, tried.stdout) == (2, 2, "")
    lines = done.stderr.splitlines()
    assert done.stderr == tried.stderr
    assert lines[0].startswith(f"scrapy checkpublisher: {folder / 'broken.py'} cannot be used: ImportError")
    assert "example.cn: language = 'english': write a BCP 47 tag" in lines[1]
    assert "example.cn: layouts[1].headline[0] = 'h1 > b': write a selector" in lines[2]
    assert done.stdout.endswith("3 errors\n")


@pytest.mark.parametrize(
    "command",
    [
        ("crawl", "news", "-a", f"start={URL}"),
        ("newpublisher", "page.html"),
        ("parse", URL),
    ],
    ids=lambda command: command[0],
)
def test_commands_refuse_wrong_declarations(command: tuple[str, ...], folder: Path) -> None:
    """Commands that use the declarations do nothing: a line names the error, and the status is 2."""
    (folder / "example_cn.py").write_text(WRONG)
    done = scrapy(*command, "-s", f"PUBLISHERS_DIR={folder}")
    assert (done.returncode, done.stdout) == (2, "")
    [line] = [each for each in done.stderr.splitlines() if str(folder) in each]
    assert f"{folder / 'example_cn.py'}: example.cn: language = 'english'" in line


@pytest.mark.parametrize("command", [("extract", "page.html"), ("fleet", URL), ("health", "data")])
def test_commands_without_a_crawl_refuse_them_too(
    command: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So do those that read saved pages or start other processes; no file is made."""
    (folder / "example_cn.py").write_text(WRONG)
    monkeypatch.chdir(folder)
    done = scrapy_here(*command, "-s", f"PUBLISHERS_DIR={folder}")
    assert (done.returncode, done.stdout) == (2, "")
    [line] = done.stderr.splitlines()
    assert f"{folder / 'example_cn.py'}: example.cn: language = 'english'" in line
    assert [path.name for path in folder.iterdir()] == ["example_cn.py"]


def test_page_shows_the_findings_of_each_selector(folder: Path, tmp_path: Path) -> None:
    """The URL's patterns, each layout with its reason, and each selector with its element."""
    (folder / "example_cn.py").write_text(RIGHT)
    (tmp_path / "page.html").write_bytes(page("Survey of old bridge ends", SENTENCE))
    setting = ("-s", f"PUBLISHERS_DIR={folder}")
    done = scrapy_here("checkpublisher", str(tmp_path / "page.html"), "--url", URL, *setting)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"example.cn (Example): {URL}",
        r"  article_urls: /c\d+\.html$",
        "  hub_urls: no pattern matches /news/2024-05/20/c123456.html",
        "  layout used: newer",
        "layout older: does not apply, the page lacks #story",
        "  - fingerprint #story: nothing",
        "  - body #story: nothing",
        "layout newer: applies",
        "  * fingerprint h1: 1 element: Survey of old bridge ends",
        "  - headline #title: nothing",
        "  * headline h1: 1 element: Survey of old bridge ends",
        "  - headline h1.x: nothing",
        "  - drop p.note: nothing",
    ]


def test_page_of_no_publisher_is_refused(folder: Path, tmp_path: Path) -> None:
    """The message names the host that no declaration has."""
    (tmp_path / "page.html").write_bytes(page("Survey of old bridge ends", SENTENCE))
    other = ("--url", "http://www.example.org/1.html", "-s", f"PUBLISHERS_DIR={folder}")
    done = scrapy_here("checkpublisher", str(tmp_path / "page.html"), *other)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no declaration has the host www.example.org in its `hosts`" in done.stderr
