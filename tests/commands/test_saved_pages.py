"""`scrapy extract` on several saved pages and on folders of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.commands.saved_pages import InputError, read_urls
from tests.house.site import page, scrapy_here

SENTENCE = "Engineers in the river town of Lanqiao finished the long survey of the old bridge on Monday."
SECOND = "The bridge stays closed to carts until the report is printed, which will take a month."
URL = "http://news.example.cn/2024-05/20/content_{}.htm"


def save(folder: Path, name: str, number: int | None) -> Path:
    """Save an article, with its canonical link if it has a number."""
    link = f"<link rel='canonical' href='{URL.format(number)}'></head>" if number else "</head>"
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(page(f"Survey {name} ends", SENTENCE, SECOND).replace(b"</head>", link.encode()))
    return path


def test_folder_becomes_records_and_a_summary(tmp_path: Path) -> None:
    """One line for each article, below the folder too; a page without a record is named with its reason."""
    save(tmp_path, "a.html", 1)
    save(tmp_path, "b/c.html", 2)
    unnamed = save(tmp_path, "d.html", None)
    (tmp_path / "e.html").touch()
    (tmp_path / "note.txt").write_text("Lanqiao")
    link = b"<link rel=canonical href=http://a.cn/></head>"
    gone = page("Page not found", "Sorry.").replace(b"</head>", link)
    (tmp_path / "f.html").write_bytes(gone)
    done = scrapy_here("extract", str(tmp_path))
    assert [json.loads(line)["url"] for line in done.stdout.splitlines()] == [URL.format(1), URL.format(2)]
    assert done.returncode == 6
    first, *lines = done.stderr.splitlines()
    assert first.startswith("2 articles of 5 pages in ")
    assert lines[0].startswith(f"  a crawl would reject: {tmp_path / 'f.html'}: a not-found page")
    assert lines[1].startswith(f"  not read: {unnamed}: no URL: it has no canonical link")
    assert lines[2] == f"  not read: {tmp_path / 'e.html'}: is empty"
    assert lines[3] == "  skipped 1 file of the folders: not HTML"


def test_files_folders_and_patterns_are_read_once(tmp_path: Path) -> None:
    """A page that several arguments name has one record, and a complete run has status 0."""
    first, second = save(tmp_path, "x/1.html", 1), save(tmp_path, "x/2.html", 2)
    third = save(tmp_path, "3.html", 3)
    done = scrapy_here("extract", str(third), str(first), str(tmp_path / "x"), str(tmp_path / "x" / "*.html"))
    assert done.returncode == 0
    urls = [json.loads(line)["url"] for line in done.stdout.splitlines()]
    assert urls == [URL.format(number) for number in (3, 1, 2)]
    assert second.exists()


@pytest.mark.parametrize("names", [[], ["pages"]])
def test_list_tells_the_urls(tmp_path: Path, names: list[str]) -> None:
    """A list beside the pages gives their URLs, also in place of their own; alone, it names the pages."""
    save(tmp_path, "pages/a.html", None)
    save(tmp_path, "pages/b.html", 1)
    listed = tmp_path / "pages" / "urls.tsv"
    listed.write_text(f"file\turl\na.html\t{URL.format(7)}\nb.html\t{URL.format(8)}\n")
    done = scrapy_here("extract", *(str(tmp_path / name) for name in names), "--urls", str(listed))
    assert (done.returncode, done.stderr.splitlines()[0].startswith("2 articles of 2 pages")) == (0, True)
    urls = [json.loads(line)["url"] for line in done.stdout.splitlines()]
    assert urls == [URL.format(7), URL.format(8)]


def test_list_may_be_a_table(tmp_path: Path) -> None:
    """Commas separate as well, in quotes too; a line without a URL is named."""
    table = tmp_path / "urls.csv"
    table.write_text(f'"a, b.html","Survey",{URL.format(1)}\n\n{tmp_path}/c.html,{URL.format(2)}\n')
    assert read_urls(table) == {
        tmp_path / "a, b.html": URL.format(1),
        tmp_path / "c.html": URL.format(2),
    }
    table.write_text(f"a.html,{URL.format(1)}\nb.html,\n")
    with pytest.raises(InputError, match="line 2: write the path of a page"):
        read_urls(table)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("a.html", "nothing.html"), "nothing.html: No such file"),
        (("a.html", "http://a.example/"), "http://a.example/: name saved pages and folders; one URL"),
        (("a.html", "-"), "-: name saved pages and folders"),
        (("empty",), "empty has no HTML page\n"),
        (("crawl",), "crawl has no HTML page, but archives: scrapy extract 'crawl/pages/*.warc.gz'"),
        (("a.html", "--urls", "none.tsv"), "none.tsv: No such file"),
        (("a.html", "empty", "--explain"), "leave out --explain: only for one saved page or a URL"),
    ],
)
def test_wrong_calls_name_the_remedy(
    arguments: tuple[str, ...], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is printed before all arguments are known to be right."""
    monkeypatch.chdir(tmp_path)
    save(tmp_path, "a.html", 1)
    (tmp_path / "empty").mkdir()
    (tmp_path / "crawl/pages").mkdir(parents=True)
    (tmp_path / "crawl/pages/1.warc.gz").touch()
    done = scrapy_here("extract", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


@pytest.mark.parametrize(
    ("body", "words"), [(b"", "page.html is empty"), (b"\x89PNG", "page.html is a picture (PNG), not a page")]
)
def test_one_file_that_is_no_page_is_named(tmp_path: Path, body: bytes, words: str) -> None:
    """With and without a URL, `extract` and `newpublisher` say what is wrong with the file."""
    path = tmp_path / "page.html"
    path.write_bytes(body)
    for options in ((), ("--url", URL.format(1))):
        done = scrapy_here("extract", str(path), *options)
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr
