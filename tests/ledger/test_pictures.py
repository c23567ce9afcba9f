"""Tests of the pictures in the ledger, and of their files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from crawler.items import Photo, PictureFile
from crawler.ledger.ledger import ARTICLES, Ledger
from crawler.ledger.missing import lines_of, missing_pictures, want_pictures
from crawler.ledger.pictures import KnownPicture, PictureOutcome, keep_file, name_of
from crawler.pictures.inspection import inspect_picture
from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http
from crawler.rebuilding.ledger import rebuild
from crawler.records.lines import article_line
from crawler.state.files import revision_of_line
from tests.pictures.images import jpeg
from tests.records.examples import article, picture_file

URL = "http://img.example.cn/1.jpg?sign=a&w=640"
SVG = Reason(Cause.PICTURE_SVG)


def again(ledger: Ledger, folder: Path) -> Ledger:
    """Commit and close a ledger, and open it as the next run does."""
    ledger.commit()
    ledger.close()
    return Ledger(folder)


def kept(folder: Path, seed: int = 0) -> PictureFile:
    """Write the file of a picture."""
    body = jpeg(seed)
    file = inspect_picture(body, 10**6)
    keep_file(folder, file, body)
    return file


def test_file_from_a_web_archive_is_learned_under_its_capture(tmp_path: Path) -> None:
    """The picture of the live site, which may be another one, is still unknown."""
    ledger, file = Ledger(tmp_path), picture_file()
    ledger.pictures.learn(URL, file)
    assert ledger.pictures.known(URL) is None
    assert ledger.pictures.known(file.capture or "") == KnownPicture(PictureOutcome.FETCHED, None, 0, file)
    ledger.close()


def test_outcomes_are_known_in_later_runs(tmp_path: Path) -> None:
    """A fetched, a refused and a failed URL are known; each of its characters counts."""
    ledger, file = Ledger(tmp_path), picture_file(rights=None)
    ledger.pictures.fetched(URL, file, "pages/a.warc.gz#7")
    ledger.pictures.refused("http://img.example.cn/2.svg", SVG)
    ledger = again(ledger, tmp_path)
    assert ledger.pictures.known(URL) == KnownPicture(PictureOutcome.FETCHED, None, 0, file)
    refused = KnownPicture(PictureOutcome.REFUSED, SVG, 0, None)
    assert ledger.pictures.known("http://img.example.cn/2.svg") == refused
    assert ledger.pictures.known(URL.replace("640", "320")) is None
    ledger.close()


def test_failures_are_counted_until_a_success(tmp_path: Path) -> None:
    """Requests count as tries, URLs that were not requested do not."""
    ledger = Ledger(tmp_path)
    ledger.pictures.failed(URL, http(500), is_try=True)
    ledger.pictures.failed(URL, Reason(Cause.HOST_LEFT_ALONE), is_try=False)
    ledger.pictures.failed(URL, http(404), is_try=True)
    assert ledger.pictures.known(URL) == KnownPicture(PictureOutcome.FAILED, http(404), 2, None)
    ledger.pictures.fetched(URL, picture_file(), None)
    ledger.pictures.failed(URL, http(500), is_try=True)
    known = ledger.pictures.known(URL)
    assert known is not None
    assert known.tries == 1
    ledger.close()


def test_outcome_of_a_capture_holds_for_each_article_that_shows_it(tmp_path: Path) -> None:
    """Captures of an article name their pictures differently; the outcome of one may be that of another."""
    first, second = (name_of(URL, f"https://archive.example.org/web/{year}/http://a.cn/") for year in (1, 2))
    assert len({first, second, name_of(URL, None)}) == 3
    ledger = Ledger(tmp_path)
    ledger.pictures.fetched(first, picture_file(), "pages/a.warc.gz#7")
    ledger.pictures.repeat(second, first)
    assert ledger.pictures.known(second) == KnownPicture(PictureOutcome.FETCHED, None, 0, picture_file())
    ledger.pictures.refused(first, SVG)
    ledger.pictures.repeat(second, first)
    assert ledger.pictures.known(second) == KnownPicture(PictureOutcome.REFUSED, SVG, 0, None)
    assert ledger.pictures.known(URL) is None
    ledger.close()


def test_pictures_that_articles_lack(tmp_path: Path) -> None:
    """The latest revision of each counts; other lines are skipped, and a detail may hold any sign."""
    ledger = Ledger(tmp_path)
    photos = (Photo(url=URL), Photo(url="http://img.example.cn/2.jpg"))
    lacking = article(photos=photos, evidence={"photos.refused": "0=http:404; 1=not_the_capture:a; b"})
    whole = article(photos=photos, revision=2)
    ledger.pictures.failed(URL, http(404), is_try=True)
    lines = [b"no line\n", b'{"id": 1}\n', article_line(lacking)]
    found = list(missing_pictures(lines, ledger.journal))
    assert [(each.url, each.outcome, each.code, each.tries) for each in found] == [
        (URL, "failed", "http:404", 1),
        ("http://img.example.cn/2.jpg", "failed", "not_the_capture:a; b", 0),
    ]
    assert list(missing_pictures([*lines, article_line(whole)], ledger.journal)) == []
    assert list(missing_pictures(lines, ledger.journal, of_last_run=True)) == []
    assert list(lines_of(tmp_path / "moved")) == []
    ledger.close()


def test_retry_forgets_the_listed_pictures_alone(tmp_path: Path) -> None:
    """Their captures are forgotten, too; other pictures and captures keep their outcomes."""
    ledger, other = Ledger(tmp_path), "http://img.example.cn/2.jpg"
    page, capture = (
        "https://archive.example.org/web/1/http://a.cn/",
        f"https://archive.example.org/web/1/{URL}",
    )
    for name in (name_of(URL, page), capture):
        ledger.pictures.refused(name, SVG, capture)
    ledger.pictures.refused(f"{capture}&h=1", SVG, f"{capture}&h=1")
    ledger.pictures.failed(other, http(404), is_try=True)
    evidence = {"photos.refused": "0=picture_svg", "capture": page}
    line = article_line(article(photos=(Photo(url=URL),), evidence=evidence))
    want_pictures(missing_pictures([line], ledger.journal), ledger.journal)
    known = [ledger.pictures.known(each) for each in (name_of(URL, page), capture, f"{capture}&h=1", other)]
    assert [each and each.outcome for each in known] == [None, None, "refused", "failed"]
    ledger.close()


def test_retry_forgets_no_file(tmp_path: Path) -> None:
    """A picture may have come too late for the line of its article."""
    ledger = Ledger(tmp_path)
    ledger.pictures.fetched(URL, picture_file(), None)
    line = article_line(article(photos=(Photo(url=URL),), evidence={"photos.refused": "0=picture_wait"}))
    want_pictures(missing_pictures([line], ledger.journal), ledger.journal)
    assert ledger.pictures.known(URL) == KnownPicture(PictureOutcome.FETCHED, None, 0, picture_file())
    ledger.close()


def test_file_is_written_once(tmp_path: Path) -> None:
    """The same bytes have one file, which is not written again."""
    file = kept(tmp_path)
    path = tmp_path / file.path
    os.utime(path, (0, 0))
    assert kept(tmp_path) == file
    assert path.stat().st_mtime == 0
    assert path.read_bytes() == jpeg()


def test_incomplete_file_is_replaced(tmp_path: Path) -> None:
    """A file of another length is written again."""
    path = tmp_path / kept(tmp_path).path
    path.write_bytes(b"")
    kept(tmp_path)
    assert path.read_bytes() == jpeg()


def test_files_of_no_url_are_swept(tmp_path: Path) -> None:
    """Files that a killed run wrote and did not record go; recorded ones and those of others stay."""
    ledger, known, lost = Ledger(tmp_path), kept(tmp_path, 1), kept(tmp_path, 2)
    ledger.pictures.fetched(URL, known, None)
    begun = tmp_path / "photos" / "ab" / ".begun-x.jpg"
    begun.parent.mkdir(exist_ok=True)
    begun.write_bytes(b"half")
    own = tmp_path / "photos" / "ab" / "my notes.txt"
    own.write_text("mine")
    assert ledger.pictures.sweep(tmp_path) == 2
    assert not (tmp_path / lost.path).exists()
    assert not begun.exists()
    assert (tmp_path / known.path).is_file()
    assert own.is_file()
    ledger.close()


@pytest.mark.parametrize("is_old", [True, False])
def test_files_of_lines_that_the_ledger_lacks_are_learned(tmp_path: Path, is_old: bool) -> None:
    """With an older ledger, or a new one, no picture of a written article is swept or fetched again."""
    ledger, file = Ledger(tmp_path, read=revision_of_line), kept(tmp_path)
    ledger = again(ledger, tmp_path)
    ledger.close()
    if not is_old:
        (tmp_path / "ledger.sqlite").unlink()
    line = article_line(article(photos=(Photo(url=URL, file=file), Photo(caption="A ferry."))))
    (tmp_path / ARTICLES).write_bytes(line + b'{"an":"edited line"}\n')
    ledger = Ledger(tmp_path, read=revision_of_line)
    assert ledger.pictures.sweep(tmp_path) == 0
    assert ledger.pictures.known(URL) == KnownPicture(PictureOutcome.FETCHED, None, 0, file)
    ledger.close()


def test_rebuilt_ledger_knows_the_files_of_its_articles(tmp_path: Path) -> None:
    """After `ledger rebuild`, no picture of a written article is fetched again or swept."""
    file = kept(tmp_path)
    (tmp_path / ARTICLES).write_bytes(article_line(article(photos=(Photo(url=URL, file=file),))))
    rebuild(tmp_path, [], [])
    ledger = Ledger(tmp_path, read=revision_of_line)
    assert ledger.pictures.known(URL) == KnownPicture(PictureOutcome.FETCHED, None, 0, file)
    assert ledger.pictures.sweep(tmp_path) == 0
    ledger.close()
