"""The figures that `make bench` prints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.pages import SavedPage, read_pages
from benchmarks.speed import BYTES, TEXT, empty_caches, is_cut, parse_bytes, parse_text, report
from benchmarks.tables import table
from benchmarks.timing import IN_A_ROW, Stopwatch, Task, Times, ratios
from crawler.extraction.body.headline import fold

PARAGRAPH = "<p>Forty boats passed the lock on Monday, 四十条船在星期一通过了船闸。</p>"
HONEST = f"<html><head><meta charset='utf-8'></head><body>{PARAGRAPH * 40}</body></html>".encode()
LYING = HONEST.replace(b"'utf-8'", b"'gb2312'")


def saved(body: bytes) -> SavedPage:
    """Return a page without an answer."""
    return SavedPage("page.html", "http://pages.example/page.html", body, body.decode(), "en", {})


def test_ratios_are_over_pages_and_over_all() -> None:
    """The total weighs long pages more; the percentiles count each page once."""
    speeds = ratios([100, 20, 30, 40], [10, 10, 10, 10])
    assert (speeds.total, speeds.median, speeds.p90, speeds.p99, speeds.most) == (4.75, 3.5, 10, 10, 10)


def test_percentiles_are_values_that_were_measured() -> None:
    """Of a hundred pages, the 99th from below is the 99th percentile."""
    speeds = ratios(range(1, 101), [1] * 100)
    assert (speeds.median, speeds.p90, speeds.p99, speeds.most) == (50.5, 90, 99, 100)


def test_every_task_runs_on_every_page_in_every_round() -> None:
    """Page by page, interleaved; preparations are repeated each time."""
    seen: list[str] = []

    def noting(name: str) -> Callable[[str], None]:
        return lambda page: seen.append(f"{name}{page}")

    tasks = {"a": Task(noting("a")), "b": Task(noting("b"), lambda: seen.append("!"))}
    times = Stopwatch(tasks, ["1", "2"]).run(2)
    assert IN_A_ROW == 2
    assert seen == ["a1", "a1", "!", "b1", "!", "b1", "a2", "a2", "!", "b2", "!", "b2"] * 2
    assert [len(each.least) for each in times.values()] == [2, 2]
    assert min(times["a"].least) >= 1


def test_failures_are_counted_once_for_each_page() -> None:
    """A task that raises is timed all the same, and the table says on how many pages it did."""

    def failing(page: int) -> None:
        if page > 1:
            raise ValueError(page)

    assert Stopwatch({"a": Task(failing)}, [1, 2, 3]).run(2)["a"].failed == 2


def test_a_page_that_lies_about_its_charset_is_cut() -> None:
    """The parse of such bytes ends at the first character that gb2312 does not know."""
    assert is_cut(saved(LYING))
    assert not is_cut(saved(HONEST))


def test_both_parses_read_an_honest_page_alike() -> None:
    """The two bars differ in the encoding alone."""
    page = saved(HONEST)
    assert parse_bytes(page).text_content() == parse_text(page).text_content()


def test_caches_are_emptied() -> None:
    """Nothing is remembered of any page."""
    fold("Forty Boats")
    empty_caches()
    assert fold.cache_info().currsize == 0


def test_report_has_both_tables() -> None:
    """Against the bytes as they were served, and against the decoded text, which is explained."""
    times = {BYTES: Times((10, 20), 0), TEXT: Times((20, 20), 0), "crawler": Times((40, 80), 1)}
    words = report(times, [saved(HONEST), saved(LYING)], 3)
    assert "| crawler                   |   4.0 |    4.0 |  4.0 |  4.0 | 4.0 |      1 |" in words
    assert "| crawler                   |   3.0 |    3.0 |  4.0 |  4.0 | 4.0 |      1 |" in words
    assert "1 of the 2 pages" in words


def test_table_is_markdown() -> None:
    """Names to the left, figures to the right."""
    lines = table(("", "n"), [("long name", "1.0")]).splitlines()
    assert lines == ["|           |   n |", "|-----------|----:|", "| long name | 1.0 |"]


def test_pages_of_a_folder(tmp_path: Path) -> None:
    """With a list, the listed pages; without one, every page in the folder."""
    (tmp_path / "a.html").write_bytes(HONEST)
    (tmp_path / "b.txt").write_bytes(b"no page")
    assert [page.name for page in read_pages(tmp_path)] == ["a.html"]
    (tmp_path / "gold.jsonl").write_text(
        '{"file": "a.html", "url": "http://a.example/1", "lang": "zh-Hans"}\n'
    )
    page = read_pages(tmp_path)[0]
    assert (page.url, page.language, page.text) == ("http://a.example/1", "zh", HONEST.decode())


def test_folder_without_pages(tmp_path: Path) -> None:
    """A wrong folder is said."""
    with pytest.raises(FileNotFoundError, match="no saved pages"):
        read_pages(tmp_path)
