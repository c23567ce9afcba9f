"""Tests of WACZ files: their articles come out as those of the WARC files in them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.replay.test_replay import archive, extract, story


def wacz(path: Path, *members: str, stored: bool = True) -> Path:
    """Write a WACZ file, as browsertrix writes it, with an article in each WARC file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as file:
        file.writestr("datapackage.json", "{}")
        file.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
        for number, name in enumerate(members, start=1):
            warc = archive(path.with_name(f"{number}.warc.gz"), story(number))
            file.writestr(zipfile.ZipInfo(name), warc.read_bytes(), file.compression)
            warc.unlink()
    return path


@pytest.mark.parametrize("stored", [True, False])
def test_articles_of_a_wacz_file(tmp_path: Path, stored: bool) -> None:
    """Each WARC file in it is read, in order, beside plain ones; nothing stays behind."""
    packed = wacz(tmp_path / "a.wacz", "archive/one.warc.gz", "archive/two.warc.gz", stored=stored)
    plain = archive(tmp_path / "b.warc.gz", story(3))
    done = extract(str(packed), str(plain))
    assert (done.returncode, "3 articles of 3 pages" in done.stderr) == (0, True)
    places = [json.loads(line)["archive"].partition("#")[0] for line in done.stdout.splitlines()]
    assert places == ["one.warc.gz", "two.warc.gz", "b.warc.gz"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.wacz", "b.warc.gz"]


def test_warc_files_may_have_one_name(tmp_path: Path) -> None:
    """Folders in the WACZ file keep them apart."""
    done = extract(str(wacz(tmp_path / "a.wacz", "archive/a/one.warc.gz", "archive/b/one.warc.gz")))
    assert "2 articles of 2 pages" in done.stderr


def test_names_in_a_wacz_file_lead_nowhere_else(tmp_path: Path) -> None:
    """A member lies in the temporary folder, whatever its name says."""
    done = extract(str(wacz(tmp_path / "a.wacz", "archive/../../../out.warc.gz")))
    assert "1 article of 1 page" in done.stderr
    assert not list(tmp_path.parent.glob("**/out.warc.gz"))


@pytest.mark.parametrize(
    ("content", "words"), [(b"PK no zip", "is not a sound WACZ file"), (None, "holds no WARC file")]
)
def test_what_is_no_wacz_file(tmp_path: Path, content: bytes | None, words: str) -> None:
    """One line names the file, and the status is 2."""
    path = wacz(tmp_path / "a.wacz", "elsewhere/one.warc.gz")
    if content is not None:
        path.write_bytes(content)
    done = extract(str(path))
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert f"{path}" in done.stderr
    assert words in done.stderr
