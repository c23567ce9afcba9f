"""Tests of the commands beside `crawl`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crawler.commands import extract
from crawler.commands.saved_pages import InputError
from crawler.extraction.tree.page import parse_page
from crawler.ledger.ledger import Ledger
from crawler.ledger.lock import Lock
from crawler.records.schema import shipped_schema
from crawler.replay.saved import own_url
from tests.house.site import LOOPBACK, page, scrapy, scrapy_here, served

SENTENCE = "Engineers in the river town of Lanqiao finished the long survey of the old bridge on Monday."
URL = "http://news.example.cn/2024-05/20/content_1.htm"


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Return a saved page."""
    path = tmp_path / "page.html"
    path.write_bytes(page("Survey of old bridge ends", SENTENCE, SENTENCE))
    return path


def test_schema_is_printed() -> None:
    """`scrapy schema` prints the schema of the package."""
    done = scrapy_here("schema")
    assert done.returncode == 0
    assert done.stdout == shipped_schema()


def test_saved_page_becomes_a_record(saved: Path) -> None:
    """Indented for people, one line for programs; both say the same."""
    pretty = scrapy_here("extract", str(saved), "--url", URL)
    line = scrapy_here("extract", str(saved), "--url", URL, "--jsonl")
    blocks = scrapy_here("extract", str(saved), "--url", URL, "-s", "BLOCKS=1")
    assert json.loads(line.stdout)["blocks"] == []
    assert [each["type"] for each in json.loads(blocks.stdout)["blocks"] if each["text"]] != []
    assert pretty.returncode == line.returncode == 0
    assert json.loads(pretty.stdout) == json.loads(line.stdout)
    assert json.loads(line.stdout)["headline"] == "Survey of old bridge ends"
    assert json.loads(line.stdout)["url"] == URL
    assert len(line.stdout.splitlines()) == 1 < len(pretty.stdout.splitlines())
    assert pretty.stderr == line.stderr == ""


def test_details_of_a_saved_page(saved: Path) -> None:
    """The setting names the optional fields that are read, none by default; an unknown name is an error."""
    unread = [*("keywords", "published_printed", "videos", "audios", "access", "rights")]
    asked = {(): ["deck", "kind", *unread], ("-s", "DETAILS=deck, kind"): unread, ("-s", "DETAILS=all"): []}
    for setting, left_out in asked.items():
        done = scrapy_here("extract", str(saved), "--url", URL, "--jsonl", *setting)
        assert json.loads(done.stdout)["evidence"].get("fields.unread", "").split() == left_out
    wrong = scrapy_here("extract", str(saved), "--url", URL, "-s", "DETAILS=decks")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "unknown 'decks'; known are deck, kind" in wrong.stderr


def test_parse_leaves_nothing_behind(tmp_path: Path) -> None:
    """A look at one page with the spider gives its links, and makes no crawl's directory."""
    with served(
        {"/list/": b"<html><body><ul><li><a href='/2024-05/20/content_1.htm'>A</a></ul></html>"}
    ) as origin:
        options = ("--spider", "news", "-a", f"start={origin}/", "-s", f"CRAWL_DIR={tmp_path / 'crawl'}")
        done = scrapy("parse", f"{origin}/list/", *options, "-s", "DOWNLOAD_DELAY=0", *LOOPBACK)
    assert "content_1.htm" in done.stdout
    assert not list(tmp_path.iterdir())


def test_parse_shows_record_and_links(tmp_path: Path) -> None:
    """The URL alone is enough: an article's record, without the page's bytes; a list's links."""
    path = "/2024-05/20/content_1.htm"
    pages = {
        path: page("Survey of old bridge ends", SENTENCE, SENTENCE.replace("Monday", "Tuesday")),
        "/list/": f"<html><body><ul><li><a href='{path}'>A</a></ul></html>".encode(),
    }
    with served(pages) as origin:
        options = ("-s", "DOWNLOAD_DELAY=0", "-s", f"CRAWL_DIR={tmp_path / 'crawl'}", "--nocolour", *LOOPBACK)
        article = scrapy("parse", origin + path, *options)
        links = scrapy("parse", f"{origin}/list/", *options)
    assert (article.returncode, article.stderr) == (0, "")
    assert "'headline': 'Survey of old bridge ends'" in article.stdout
    assert "<html>" not in article.stdout
    assert f"<GET {origin}{path}>" in links.stdout
    assert not list(tmp_path.iterdir())


def test_command_works_in_a_process_of_its_own(saved: Path) -> None:
    """A typed command works as it does here, in any locale."""
    done = scrapy("extract", str(saved), "--url", URL, "--jsonl")
    assert done.returncode == 0
    assert json.loads(done.stdout)["headline"] == "Survey of old bridge ends"


def test_standard_input_is_read(saved: Path) -> None:
    """A page may come through a pipe."""
    done = scrapy_here("extract", "-", "--url", URL, stdin=saved.read_bytes())
    assert json.loads(done.stdout)["headline"] == "Survey of old bridge ends"


def test_url_is_fetched_under_the_rules_of_a_crawl() -> None:
    """The page at a URL becomes a record; a page that robots.txt forbids is not fetched."""
    pages = {"/2024-05-20/1.htm": page("Survey of old bridge ends", SENTENCE, SENTENCE)}
    with served(pages) as origin:
        done = scrapy("extract", f"{origin}/2024-05-20/1.htm", "--jsonl", *LOOPBACK)
        missing = scrapy("extract", f"{origin}/2.htm", *LOOPBACK)
        private = scrapy("extract", f"{origin}/2.htm")
        parsed = scrapy("parse", f"{origin}/2.htm")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["headline"] == "Survey of old bridge ends"
    assert json.loads(done.stdout)["url"] == f"{origin}/2024-05-20/1.htm"
    assert json.loads(done.stdout)["fetched"]
    assert (missing.returncode, missing.stdout) == (3, "")
    assert missing.stderr == f"scrapy extract: {origin}/2.htm: HTTP 404\n"
    assert "private address; if it is yours, add -s ALLOW_PRIVATE_HOSTS=127.0.0.1" in private.stderr
    assert "if it is yours, add -s ALLOW_PRIVATE_HOSTS=127.0.0.1" in parsed.stderr
    with served({**pages, "/robots.txt": b"User-agent: *\nDisallow: /"}) as origin:
        done = scrapy("extract", f"{origin}/2024-05-20/1.htm", *LOOPBACK)
    assert (done.returncode, "forbidden by robots.txt" in done.stderr) == (3, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("collection.wacz", "--explain"), "leave out --explain: only for saved pages or a URL"),
        (("a.warc.gz", "--url", URL), "leave out --url: only for saved pages or a URL"),
        (
            ("page.html", "--against", "a.jsonl", "--host", "a.cn"),
            "leave out --against and --host: only for WARC",
        ),
        (("page.html", "other.html", "--url", URL), "leave out --url: only for one saved page or a URL"),
        ((".", "--explain"), "leave out --explain: only for one saved page or a URL"),
    ],
)
def test_options_without_effect_are_refused(
    arguments: tuple[str, ...], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Options for a page say so beside archives or several pages, and the reverse."""
    monkeypatch.chdir(tmp_path)
    for name in ("collection.wacz", "a.warc.gz", "page.html"):
        (tmp_path / name).touch()
    done = scrapy_here("extract", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


@pytest.mark.parametrize("given", [True, False])
def test_saved_capture_of_a_web_archive(tmp_path: Path, given: bool) -> None:
    """It becomes the record of the original, if the URL is given or if the page's own link tells it."""
    capture = f"https://web.archive.org/web/20240601000000/{URL}"
    link = f"<link rel='canonical' href='{capture}'></head>".encode()
    path = tmp_path / "page.html"
    path.write_bytes(page("Survey of old bridge ends", SENTENCE).replace(b"</head>", link))
    done = scrapy_here("extract", str(path), *(["--url", URL] if given else []))
    record = json.loads(done.stdout)
    assert (record["url"], record["canonical_url"], record["evidence"]["capture"]) == (URL, URL, capture)


def test_content_type_is_heeded(tmp_path: Path) -> None:
    """The server's declaration decides how an undeclared page is read."""
    path = tmp_path / "page.html"
    body = page("老桥勘测今日结束", "蓝桥老桥的勘测工作在星期一全部结束。").replace(
        b"<meta charset='utf-8'>", b""
    )
    path.write_bytes(body)
    done = scrapy_here("extract", str(path), "--url", URL, "--content-type", "text/html; charset=utf-8")
    assert json.loads(done.stdout)["headline"] == "老桥勘测今日结束"


def test_unsound_page_is_printed_with_a_note(tmp_path: Path) -> None:
    """The record of an unsound page is shown, with a note that a crawl would reject it."""
    path = tmp_path / "page.html"
    path.write_bytes(page("Page not found", "Sorry."))
    done = scrapy_here("extract", str(path), "--url", URL)
    assert done.returncode == 0
    assert json.loads(done.stdout)["headline"] == "Page not found"
    assert "a crawl would reject this page: a not-found page" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "url", "words"),
    [
        ([], URL, "name one saved page"),
        (["a.html", "b.html"], URL, "name one saved page"),
        (["nothing.html"], URL, "nothing.html: No such file"),
        (["PAGE"], None, "page.html has no URL: .*: add --url"),
        (["PAGE"], "ftp://a.example/1", "is not the URL of a page"),
        (["PAGE"], "www.example.cn", "is not the URL of a page"),
    ],
)
def test_wrong_calls_say_what_to_write(
    arguments: list[str], url: str | None, words: str, saved: Path
) -> None:
    """Each mistake is named with its remedy."""
    names = [str(saved) if each == "PAGE" else each for each in arguments]
    with pytest.raises(InputError, match=words):
        extract.read_page(names, url, None)


def test_wrong_call_is_one_line_and_a_status(saved: Path) -> None:
    """Standard output stays empty, standard error has one line, the status is 2."""
    done = scrapy_here("extract", str(saved))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (f"<link rel='canonical' href='{URL}'>", URL),
        (f"<link rel='Canonical' href=' {URL} '>", URL),
        (f"<meta property='og:url' content='{URL}'>", URL),
        (f"<link rel='canonical' href='/a'><meta property='og:url' content='{URL}'>", URL),
        ("<link rel='canonical' href='file:///etc/hosts'>", None),
        ("<link rel='canonical'><meta property='og:url'>", None),
        ("<link rel='stylesheet' href='http://a.example/x.css'>", None),
        ("", None),
    ],
)
def test_page_may_say_its_own_url(head: str, url: str | None) -> None:
    """A canonical link or og:url will do, if it is an absolute web address."""
    document = parse_page(f"<html><head>{head}</head><body><p>x</p></body></html>".encode(), "")
    assert own_url(document) == url


@pytest.mark.parametrize("name", ["outcomes", "retry", "diff", "audit"])
def test_commands_on_a_ledger_need_one(name: str, tmp_path: Path) -> None:
    """Too few arguments, or a directory without a ledger, are one line and a status; nothing is made."""
    more = ["http://a.example/"] if name == "diff" else []
    for arguments in ([], [str(tmp_path), *more]):
        done = scrapy_here(name, *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_ledger_of_a_fleet_is_in_its_shards(tmp_path: Path) -> None:
    """A command on one crawl tells whoever names a fleet to name one of its crawls."""
    (tmp_path / "shards" / "a.example").mkdir(parents=True)
    done = scrapy_here("diff", str(tmp_path), "http://a.example/")
    assert done.returncode == 2
    assert f"the directory is a fleet's; name one of its crawls, such as {tmp_path}/shards/" in done.stderr


def test_help_of_crawl_names_the_arguments() -> None:
    """The arguments of both spiders are explained, with their forms."""
    told = " ".join(scrapy_here("crawl", "--help").stdout.split())
    for words in (
        "start a URL, a host, several",
        "since the first day of publication",
        "warc WARC files",
    ):
        assert words in told


def test_schema_takes_the_name_of_one() -> None:
    """Any other argument is refused, not passed over."""
    for arguments in (("data",), ("event", "data")):
        done = scrapy_here("schema", *arguments)
        assert done.returncode == 2
        assert "takes `article` or `event`" in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["retry", "audit"])
def test_directory_in_use_is_left_alone(name: str, tmp_path: Path) -> None:
    """Nobody queues anything while a crawl is running."""
    Ledger(tmp_path).close()
    lock = Lock(tmp_path)
    done = scrapy_here(name, str(tmp_path), *(["--fill"] if name == "audit" else []))
    assert done.returncode == 8
    assert "is in use by process" in done.stderr
    lock.release()


def test_own_url_of_the_page_is_used(tmp_path: Path) -> None:
    """Without --url the page's canonical link is its URL."""
    path = tmp_path / "page.html"
    link = f"<link rel='canonical' href='{URL}'></head>".encode()
    path.write_bytes(page("Survey of old bridge ends", SENTENCE).replace(b"</head>", link))
    assert json.loads(scrapy_here("extract", str(path)).stdout)["url"] == URL


COMMANDS = """
    crawl extract demo schema newpublisher checkpublisher outcomes retry diff audit report health fleet
""".split()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_teaches(name: str) -> None:
    """Each command's help has an example."""
    done = scrapy_here(name, "--help")
    assert done.returncode == 0
    assert f"scrapy {name}" in done.stdout.partition("xample")[2]
