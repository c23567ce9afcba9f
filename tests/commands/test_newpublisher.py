"""`scrapy newpublisher` drafts a declaration and a test, and never overwrites."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from scrapy.settings import Settings

from crawler.accounting.outcome import ExitStatus
from crawler.commands import newpublisher
from crawler.commands.fetching import Fetched
from crawler.commands.newpublisher import Command, Folders, draft
from tests.house.site import LOOPBACK, ROOT, page, scrapy, served

SENTENCE = "Engineers in the river town of Lanqiao finished the long survey of the old bridge on Monday."
URL = "http://www.example.cn/news/2024-05/20/c123456.html"
SECOND = "The bridge stays closed to carts until the report is printed, which will take a month."
PAGE = page("Survey of old bridge ends", SENTENCE, SECOND)
REGISTRY = "crawler/publishers/registry.py"
FILES = [
    "crawler/publishers/example_cn.py",
    "tests/publishers/pages/example.cn/c123456.html",
    "tests/publishers/pages/example.cn/c123456.json",
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty checkout, and a saved page in it."""
    (tmp_path / "scrapy.cfg").touch()
    (tmp_path / REGISTRY).parent.mkdir(parents=True)
    (tmp_path / REGISTRY).touch()  # a checkout
    (tmp_path / "page.html").write_bytes(PAGE)
    (tmp_path / "empty.html").write_bytes(b"<html></html>")
    monkeypatch.chdir(tmp_path)
    return tmp_path


CHECKOUT = Folders(Path("crawler/publishers"), Path("tests/publishers/pages"))


def run(*arguments: str, url: str | None = None, name: str | None = None) -> int:
    """Run the command; its exit status."""
    command = Command()
    command.settings = Settings({"PUBLISHERS_DIR": "publishers"})
    command.run(list(arguments), argparse.Namespace(url=url, name=name))
    return command.exitcode


def written(project: Path) -> list[str]:
    """Return the files of a project, except those of the fixture."""
    files = (path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file())
    return sorted(set(files) - {"scrapy.cfg", "page.html", "empty.html", REGISTRY})


def test_files_are_written_and_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Declaration, page and expectation; then four lines with the next steps."""
    assert run("page.html", url=URL) == 0
    assert written(project) == FILES
    out = capsys.readouterr().out.splitlines()
    assert out[:3] == [f"wrote {name}" for name in FILES]
    assert len(out) == 7
    assert out[-1].endswith("make test")


def test_page_is_kept_as_it_was(project: Path) -> None:
    """The page is saved byte by byte, beside its unchecked record."""
    run("page.html", url=URL, name="Old Bridge")
    folder = project / "tests/publishers/pages/example.cn"
    assert (folder / "old_bridge.html").read_bytes() == PAGE
    expected = json.loads((folder / "old_bridge.json").read_text("utf-8"))
    assert expected["checked"] is False
    assert (expected["url"], expected["publisher"]) == (URL, "example.cn")
    assert expected["headline"] == "Survey of old bridge ends"
    assert expected["body"] == [SENTENCE, SECOND]


def test_draft_outside_a_checkout_goes_into_a_folder_of_the_user(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Declaration and page go into PUBLISHERS_DIR, and the hints name commands that work there."""
    (project / REGISTRY).unlink()
    assert run("page.html", url=URL) == 0
    saved = "publishers/pages/example.cn/c123456"
    assert written(project) == ["publishers/example_cn.py", f"{saved}.html", f"{saved}.json"]
    out = capsys.readouterr().out
    assert f"scrapy checkpublisher {saved}.html --url {URL}" in out
    assert f"scrapy extract {saved}.html --url {URL}" in out
    assert "scrapy crawl news -a start=http://www.example.cn/" in out
    assert "make test" not in out


def test_folder_of_the_user_is_used_in_a_checkout_too(project: Path) -> None:
    """A folder of the user's own gets the draft."""
    (project / "publishers").mkdir()
    assert run("page.html", url=URL) == 0
    assert written(project)[0] == "publishers/example_cn.py"


def test_canonical_link_is_the_url(project: Path) -> None:
    """A page that says its URL needs no --url."""
    link = f"<link rel='canonical' href='{URL}'></head>".encode()
    (project / "page.html").write_bytes(PAGE.replace(b"</head>", link))
    assert run("page.html") == 0
    assert written(project) == FILES


def test_capture_of_a_web_archive_drafts_the_original(project: Path) -> None:
    """The declaration is of the site that was captured, and the page is kept with its own URLs."""
    prefix = "https://web.archive.org/web/20240601000000/"
    (project / "page.html").write_bytes(PAGE.replace(b"<h1>", f"<a href='{prefix}{URL}'>x</a><h1>".encode()))
    assert run("page.html", url=prefix + URL) == 0
    assert written(project) == FILES
    assert b"web.archive.org" not in (project / FILES[1]).read_bytes()


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_overwritten(name: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One file that is there already keeps all from being written."""
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text("mine")
    assert run("page.html", url=URL) == ExitStatus.BAD_ARGUMENTS
    assert written(project) == [name]
    assert (project / name).read_text() == "mine"
    assert f"{name} exists already" in capsys.readouterr().err


def test_all_or_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Written files are removed again if the rest cannot be written."""
    (project / "tests").write_text("a file where a folder should be")
    assert run("page.html", url=URL) == ExitStatus.OUTPUT_FAILED
    assert written(project) == ["tests"]
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "url", "words"),
    [
        ([], None, "name one article"),
        (["a.html", "b.html"], None, "name one article"),
        (["nothing.html"], URL, "nothing.html: No such file"),
        (["page.html"], None, "add --url"),
        (["page.html"], "file:///etc/hosts", "is not the URL of a page"),
        (["page.html"], "http://127.0.0.1/1.htm", "has no domain name for a publisher"),
        (["page.html"], "http://www.china.org.cn/1.htm", "belongs to china.org.cn"),
        (["file:///etc/hosts"], None, "is not the URL of a page"),
        (["ftp://www.example.cn/1.htm"], None, "is not the URL of a page"),
        (["http://www.china.org.cn/1.htm"], None, "belongs to china.org.cn"),
        (["http://localhost/1.htm"], None, "has no domain name for a publisher"),
        (["scrapy.cfg"], URL, "scrapy.cfg is empty"),
        (["empty.html"], URL, "is not an article"),
    ],
)
def test_wrong_calls_say_what_to_write(
    arguments: list[str], url: str | None, words: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, status 2, and no file; nothing is fetched."""
    assert run(*arguments, url=url) == ExitStatus.BAD_ARGUMENTS
    err = capsys.readouterr().err
    assert words in err
    assert len(err.splitlines()) == 1
    assert written(project) == []


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (URL, "c123456"),
        (
            "http://a.example/20230115/98a3b5c41af641938a2a205f1e0b9f01/c.html",
            "98a3b5c41af641938a2a205f1e0b9f01",
        ),
        ("http://a.example/herons/index.html", "herons"),
        ("http://a.example/..%2f..%2fetc/", "article"),
        ("http://a.example/新闻/", "article"),
        ("http://a.example/", "article"),
    ],
)
def test_name_of_the_page(url: str, name: str) -> None:
    """The part of the URL that tells most, as a plain file name."""
    assert newpublisher._file_name(newpublisher._stem(url)) == name


def test_robots_txt_is_obeyed() -> None:
    """A page that robots.txt forbids is not fetched: status 3, one line, no file."""
    robots = {"/robots.txt": b"User-agent: *\nDisallow: /", "/a.htm": PAGE}
    with served(robots) as origin:
        done = scrapy("newpublisher", f"{origin}/a.htm", "--url", URL, *LOOPBACK)
    assert (done.returncode, done.stdout) == (ExitStatus.NOTHING_FETCHED, "")
    assert done.stderr == "scrapy newpublisher: forbidden by robots.txt\n"


def test_page_that_is_not_there() -> None:
    """An error of the server is said."""
    with served({}) as origin:
        done = scrapy("newpublisher", f"{origin}/a.htm", "--url", URL, *LOOPBACK)
    assert (done.returncode, done.stderr) == (ExitStatus.NOTHING_FETCHED, "scrapy newpublisher: HTTP 404\n")


def test_fetched_page_that_is_no_article() -> None:
    """The fetched page is checked before anything is written."""
    with served({"/a.htm": page("Page not found", "Sorry.")}) as origin:
        done = scrapy("newpublisher", f"{origin}/a.htm", "--url", URL, *LOOPBACK)
    assert done.returncode == ExitStatus.BAD_ARGUMENTS
    assert "is not an article" in done.stderr


@pytest.mark.thorough
def test_the_way_that_the_readme_describes(tmp_path: Path) -> None:
    """Draft from a URL; the test fails until the expectation is checked; then all declarations hold."""
    for folder in ("crawler", "tests/publishers"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("scrapy.cfg", "pyproject.toml", "tests/__init__.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    with served({"/a.htm": PAGE}) as origin:
        drafted = _in(tmp_path, "scrapy", "newpublisher", f"{origin}/a.htm", "--url", URL, *LOOPBACK)
    assert (drafted.returncode, drafted.stderr) == (0, "")
    names = ("pages", "declarations", "url_patterns", "registry")
    tests = ("pytest", "-q", *(f"tests/publishers/test_{name}.py" for name in names))
    failing = _in(tmp_path, *tests[:3])  # the first file alone
    assert "read c123456.html in a browser" in failing.stdout
    assert "1 failed" in failing.stdout
    answer = tmp_path / FILES[2]
    answer.write_text(answer.read_text("utf-8").replace('"checked": false', '"checked": true'), "utf-8")
    assert _in(tmp_path, *tests).returncode == 0
    assert _in(tmp_path, "ruff", "format", "--check", FILES[0]).returncode == 0
    assert _in(tmp_path, "ruff", "check", FILES[0]).returncode == 0


def _in(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a module in a folder, on the code that lies there, which coverage must not count."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("COVERAGE") and not name.lower().endswith("_proxy")
    }
    return subprocess.run(  # noqa: S603  the command is this test's own
        [sys.executable, "-m", *command], cwd=folder, env=kept, capture_output=True, text=True, check=False
    )


def test_a_draft_states_the_date_of_its_facts() -> None:
    """The day on which the page was read stands in the declaration."""
    files = draft(Fetched(URL, PAGE, None), CHECKOUT, seen="2024-05-20")
    assert b'seen="2024-05-20",' in files[FILES[0]]
