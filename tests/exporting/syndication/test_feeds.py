"""Feeds: the newest articles and removals, by the rules of Atom, its tombstones and JSON Feed."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from crawler.exporting.export_error import ExportError
from crawler.exporting.selection import ExportSelection
from crawler.exporting.sources import StoredRevision, StoredRevisions
from crawler.exporting.syndication.atom import ATOM, TOMBSTONES, atom_feed
from crawler.exporting.syndication.entries import ArticleFeed, newest
from crawler.exporting.syndication.jsonfeed import json_feed
from crawler.exporting.syndication.writing import FEEDS, FeedFormat, WrittenFeed, write_feed
from crawler.items import Article, Dateline, Photo, PictureFile, Rights
from tests.exporting.test_export import article, crawl, removal, sources
from tests.house.site import scrapy_here
from tests.records.examples import articles, picture_file

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
URI = re.compile(r"[a-z][a-z0-9+.-]*:[!-~]+", re.ASCII)
LANGUAGE = re.compile(r"([A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)?", re.ASCII)
ONE, AT_MOST_ONE = ("id", "title", "updated"), ("published", "content", "summary", "rights", "generator")


def fetched(number: int, hour: int, **more: object) -> Article:
    """Return an article that was fetched at an hour."""
    return article(number, fetched=f"2026-08-06T{hour:02}:00:00+00:00", **more)


def written(
    file: Path,
    form: str,
    folder: Path,
    limit: int = 500,
    selection: ExportSelection = ExportSelection(),  # noqa: B008  frozen
) -> WrittenFeed:
    """Write the feed of a crawl."""
    revisions = StoredRevisions(sources(folder), {}, is_latest=True)
    return write_feed(revisions, file, FeedFormat(form, limit), selection)


def local(element: Any) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname


def check_atom(content: bytes) -> etree._Element:
    """Check the rules of RFC 4287 and RFC 6721 that no schema of XML can express; return the feed."""
    feed = etree.fromstring(content)
    assert feed.tag == f"{{{ATOM}}}feed"
    assert feed.find(f"{{{ATOM}}}author/{{{ATOM}}}name").text  # type: ignore[union-attr]
    entries = feed.findall(f"{{{ATOM}}}entry")
    for element in (feed, *entries):
        counts = Counter(map(local, element))
        assert [counts[name] for name in ONE] == [1, 1, 1]
        assert all(counts[name] <= 1 for name in AT_MOST_ONE)
        links = element.findall(f"{{{ATOM}}}link")
        assert Counter(each.get("rel") for each in links)["alternate"] <= 1
        assert all(URI.fullmatch(each.get("href") or "") for each in links)
        assert URI.fullmatch(element.findtext(f"{{{ATOM}}}id") or "")
        assert all("/" in each.get("type", "a/b") for each in links)
        assert counts["content"] or element is feed
        assert LANGUAGE.fullmatch(element.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    deleted = feed.findall(f"{{{TOMBSTONES}}}deleted-entry")
    times = [each.text for each in feed.iter(f"{{{ATOM}}}updated", f"{{{ATOM}}}published")]
    times += [each.get("when") for each in deleted]
    assert all(MOMENT.fullmatch(time or "") for time in times)
    assert all(URI.fullmatch(each.get("ref") or "") for each in deleted)
    return feed


def check_json(content: bytes) -> dict[str, Any]:
    """Check the rules of JSON Feed 1.1; return the feed."""
    feed: dict[str, Any] = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert isinstance(item["content_html"], str)
        assert all(
            MOMENT.fullmatch(item[name]) for name in ("date_published", "date_modified") if name in item
        )
        assert all(URI.fullmatch(item[name]) for name in ("url", "image") if name in item)
        assert all(each.keys() <= {"name", "url", "avatar"} for each in item.get("authors", []))
        for each in item.get("attachments", []):
            assert URI.fullmatch(each["url"])
            assert "/" in each["mime_type"]
            assert isinstance(each.get("size_in_bytes", 0), int)
    assert all(isinstance(feed[name], dict) for name in feed if name.startswith("_"))
    return feed


@given(st.lists(articles(), max_size=3), st.none() | st.just("2026-01-01T00:00:00+00:00"))
def test_every_record_gives_a_valid_feed(records: list[Article], removed: str | None) -> None:
    """Whatever a record holds, also in a file that others wrote."""
    revisions = [StoredRevision(record, b"", "a", removed) for record in records]
    feed = ArticleFeed("a", None, newest(revisions, 500))
    check_atom(atom_feed(feed, "urn:feed:a"))
    assert len(check_json(json_feed(feed))["items"]) == (0 if removed else len(records))


@pytest.mark.parametrize("form", FEEDS)
def test_newest_change_comes_first(tmp_path: Path, form: str) -> None:
    """New and changed articles in the order of their fetches, each once, up to the limit."""
    folder = tmp_path / "a"
    crawl(folder, *(fetched(number, number) for number in range(5)))
    crawl(folder, fetched(1, 23, revision=2, headline="Ferry sinks"))
    assert written(tmp_path / "feed", form, folder, limit=3).articles == 3
    content = (tmp_path / "feed").read_bytes()
    if form == "atom":
        titles = [each.text for each in check_atom(content).iterfind(f"{{{ATOM}}}entry/{{{ATOM}}}title")]
    else:
        titles = [item["title"] for item in check_json(content)["items"]]
    assert titles == ["Ferry sinks", "Ferry number 4 returns", "Ferry number 3 returns"]


def test_ids_stay_over_revisions(tmp_path: Path) -> None:
    """A changed article has its id, and the time of the new revision."""
    folder = crawl(tmp_path / "a", fetched(1, 8))
    ids = []
    for hour in (8, 9):
        crawl(folder, fetched(1, hour, revision=hour))
        written(tmp_path / "feed", "jsonfeed", folder)
        (item,) = check_json((tmp_path / "feed").read_bytes())["items"]
        assert item["date_modified"] == f"2026-08-06T{hour:02}:00:00Z"
        ids.append(item["id"])
    assert ids == [f"urn:article:{article(1).id}"] * 2


def test_removed_articles_are_deleted_entries(tmp_path: Path) -> None:
    """With the time of the notice; an article that is back is an entry again, newer than its deletion."""
    folder = crawl(tmp_path / "a", *(fetched(number, number) for number in range(3)))
    lines = [removal(fetched(number, 0), "2026-08-07T00:00:00+00:00") for number in (0, 1)]
    back = removal(fetched(1, 0), "2026-08-08T00:00:00+00:00", "restoration/1")
    (folder / "removals.jsonl").write_text("".join((*lines, back)), "utf-8")
    done = written(tmp_path / "feed.atom", "atom", folder)
    assert (done.articles, done.removals) == (2, 1)
    feed = check_atom((tmp_path / "feed.atom").read_bytes())
    second, first, third = (each for each in feed if local(each) in {"entry", "deleted-entry"})
    assert (first.get("ref"), first.get("when")) == (f"urn:article:{article(0).id}", "2026-08-07T00:00:00Z")
    assert feed.findtext(f"{{{ATOM}}}updated") == "2026-08-08T00:00:00Z"
    names = ("id", "updated")
    assert [[each.findtext(f"{{{ATOM}}}{name}") for name in names] for each in (second, third)] == [
        [f"urn:article:{article(1).id}", "2026-08-08T00:00:00Z"],
        [f"urn:article:{article(2).id}", "2026-08-06T02:00:00Z"],
    ]
    written(tmp_path / "feed.json", "jsonfeed", folder)
    removed = check_json((tmp_path / "feed.json").read_bytes())["_removed"]
    assert removed["items"] == [
        {
            "id": f"urn:article:{article(0).id}",
            "url": article(0).url,
            "date_removed": "2026-08-07T00:00:00Z",
        }
    ]


def test_language_and_type_that_are_none_are_left_out(tmp_path: Path) -> None:
    """A record of another program may have any text there, which no feed may have."""
    photos = (Photo(url="http://a.test/1", file=picture_file(type="picture")),)
    folder = crawl(tmp_path / "a", fetched(1, 1, language="in English", photos=photos))
    written(tmp_path / "feed.atom", "atom", folder)
    (entry,) = check_atom((tmp_path / "feed.atom").read_bytes()).findall(f"{{{ATOM}}}entry")
    assert not entry.attrib
    written(tmp_path / "feed.json", "jsonfeed", folder)
    (item,) = check_json((tmp_path / "feed.json").read_bytes())["items"]
    assert item["attachments"][0]["mime_type"] == "application/octet-stream"


def full() -> Article:
    """Return an article with the fields of a feed."""
    file: PictureFile = picture_file()
    return fetched(
        1,
        8,
        language="zh-Hans",
        deck="渡轮第一次返航",
        section=("新闻",),
        keywords=("渡轮", "新闻"),
        rights=Rights(license="https://example.org/by", copyright="(c) 林水", reservations=("robots: noai",)),
        photos=(
            Photo(url="http://a.test/图.png?1", caption="渡轮。", credit="林水摄"),
            Photo(url="http://a.test/2", is_lead=True, file=file),
            Photo(url="data:image/gif;base64,R0lG"),
            Photo(caption="Without a picture."),
        ),
        body=("渡轮 <返航>\x00 & 靠岸。", "Second."),
    )


def test_entry_of_atom(tmp_path: Path) -> None:
    """Text as HTML, authors, language, categories, rights, and each picture with its type and size."""
    written(tmp_path / "feed", "atom", crawl(tmp_path / "a", full()))
    (entry,) = check_atom((tmp_path / "feed").read_bytes()).findall(f"{{{ATOM}}}entry")
    text = {local(each): each.text for each in entry if each.text}
    assert (text["title"], text["summary"]) == (full().headline, "渡轮第一次返航")
    assert text["published"] == "2022-02-01T08:00:00+08:00"
    assert text["rights"] == "(c) 林水; robots: noai"
    paragraphs = html.fromstring(f"<div>{text['content']}</div>")
    assert [each.text for each in paragraphs] == ["渡轮 <返航>\ufffd & 靠岸。", "Second."]
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Hans"
    assert [each.findtext("*") for each in entry.findall(f"{{{ATOM}}}author")] == ["Ann Example", "吴林"]
    assert [each.get("term") for each in entry.findall(f"{{{ATOM}}}category")] == ["新闻", "渡轮"]
    links = [dict(each.attrib) for each in entry.findall(f"{{{ATOM}}}link")]
    file = picture_file()
    assert links == [
        {"rel": "alternate", "type": "text/html", "href": full().url},
        {"rel": "license", "href": "https://example.org/by"},
        {
            "rel": "enclosure",
            "href": "http://a.test/%E5%9B%BE.png?1",
            "type": "image/png",
            "title": "渡轮。 林水摄",
        },
        {"rel": "enclosure", "href": "http://a.test/2", "length": str(file.size), "type": file.type},
    ]


def test_item_of_json_feed(tmp_path: Path) -> None:
    """The same, by the names of JSON Feed; the rights are an extension."""
    written(tmp_path / "feed", "jsonfeed", crawl(tmp_path / "a", full()))
    (item,) = check_json((tmp_path / "feed").read_bytes())["items"]
    assert (item["url"], item["language"], item["tags"]) == (full().url, "zh-Hans", ["新闻", "渡轮"])
    assert item["authors"] == [{"name": "Ann Example"}, {"name": "吴林"}]
    assert item["image"] == "http://a.test/2"
    assert [each["mime_type"] for each in item["attachments"]] == ["image/png", "image/jpeg"]
    assert item["attachments"][1]["size_in_bytes"] == picture_file().size
    rights = {"license": "https://example.org/by", "copyright": "(c) 林水", "reservations": ["robots: noai"]}
    assert item["_rights"] == rights


@pytest.mark.parametrize(
    ("rights", "expected"), [(None, None), (Rights(), None), (Rights(license="CC-BY"), {"license": "CC-BY"})]
)
def test_item_states_no_empty_rights(rights: Rights | None, expected: dict[str, Any] | None) -> None:
    """An extension has the rights that the page states, and no others."""
    feed = ArticleFeed("a", None, newest([StoredRevision(article(1, rights=rights), b"", "a")], 1))
    (item,) = check_json(json_feed(feed))["items"]
    assert item.get("_rights") == expected


@pytest.mark.parametrize(
    ("record", "authors"),
    [
        ({"bylines": ("Lin Wu",), "source": "Example"}, ("Lin Wu",)),
        ({"dateline": Dateline(text="LANQIAO --", reporters=("Lin Mu",)), "source": "Example"}, ("Lin Mu",)),
        ({"source": "Example"}, ("Example",)),
        ({}, ("lanqiao.test",)),
        ({"publisher": None}, ()),
    ],
)
def test_authors(record: dict[str, Any], authors: tuple[str, ...]) -> None:
    """Who wrote the article, as far as the page names them; otherwise its source or publisher."""
    bare = replace(article(1), bylines=(), dateline=None)
    (entry,) = newest([StoredRevision(replace(bare, **record), b"", "a")], 1)
    assert entry.authors == authors


@pytest.mark.parametrize(
    ("record", "updated"),
    [
        ({"fetched": "2026-08-06T08:00:00+08:00"}, "2026-08-06T00:00:00Z"),
        ({"modified": "2022-03-01T08:00+08:00"}, "2022-03-01T00:00:00Z"),
        ({}, "2022-02-01T00:00:00Z"),
        ({"published": "2022-08-06"}, "2022-08-06T00:00:00Z"),
        ({"published": None}, "1970-01-01T00:00:00Z"),
        ({"published": "0001-01-01T00:00:00+08:00"}, "0001-01-01T00:00:00Z"),
    ],
)
def test_time_of_an_entry(record: dict[str, Any], updated: str) -> None:
    """That of the fetch; for a record without it, the times that the page states."""
    (entry,) = newest([StoredRevision(article(1, **record), b"", "a")], 1)
    assert entry.updated == updated


@pytest.mark.parametrize("form", FEEDS)
def test_feed_is_replaced_as_a_whole(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader sees the earlier feed or the new one; a failed write leaves the earlier one, and no draft."""
    folder, file = crawl(tmp_path / "a", fetched(1, 1)), tmp_path / "public" / "feed"
    written(file, form, folder)
    earlier = file.read_bytes()
    crawl(folder, fetched(2, 2))

    def refuse(self: Path, target: Path) -> Path:
        assert (self.parent, target.read_bytes()) == (target.parent, earlier)
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(OSError, match="No space left"):
            written(file, form, folder)
    assert [path.name for path in file.parent.iterdir()] == ["feed"]
    assert file.read_bytes() == earlier
    assert written(file, form, folder).articles == 2


@pytest.mark.parametrize("form", FEEDS)
def test_equal_articles_give_an_equal_feed(tmp_path: Path, form: str) -> None:
    """The feed has no time of its own, so that a server may answer 304; also one without articles."""
    folder = crawl(tmp_path / "a", fetched(1, 1), fetched(2, 1))
    crawl(tmp_path / "empty" / "a")
    for crawled in (folder, tmp_path / "empty" / "a"):
        for name in "12":
            written(tmp_path / name, form, crawled)
        assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


@pytest.mark.parametrize("form", FEEDS)
def test_feed_has_the_selected_articles(tmp_path: Path, form: str) -> None:
    """By language, and by reservations."""
    reserved = Rights(reservations=("robots: noai",))
    folder = crawl(
        tmp_path / "a", fetched(1, 1, language="zh-Hans"), fetched(2, 2), fetched(3, 3, rights=reserved)
    )
    chinese = ExportSelection(languages=("zh",))
    assert written(tmp_path / "feed", form, folder, selection=chinese).articles == 1
    assert (
        written(tmp_path / "feed", form, folder, selection=ExportSelection(has_no_reserved=True)).articles
        == 2
    )


def test_feed_states_its_url(tmp_path: Path) -> None:
    """As the link to itself, and as its id; without one, the name of the crawl makes the id."""
    folder, url = crawl(tmp_path / "a b", fetched(1, 1)), "https://www.example.org/news.atom"
    revisions = StoredRevisions(sources(folder), {}, is_latest=True)
    write_feed(revisions, tmp_path / "feed", FeedFormat("atom", url=url))
    feed = check_atom((tmp_path / "feed").read_bytes())
    assert feed.findtext(f"{{{ATOM}}}id") == url
    assert [(each.get("rel"), each.get("href")) for each in feed.findall(f"{{{ATOM}}}link")] == [
        ("self", url)
    ]
    write_feed(revisions, tmp_path / "feed", FeedFormat("jsonfeed", url=url))
    assert check_json((tmp_path / "feed").read_bytes())["feed_url"] == url
    write_feed(revisions, tmp_path / "feed", FeedFormat("atom"))
    assert check_atom((tmp_path / "feed").read_bytes()).findtext(f"{{{ATOM}}}id") == "urn:feed:a%20b"


@pytest.mark.parametrize(
    ("form", "message"),
    [(FeedFormat("atom", 0), "--limit"), (FeedFormat("jsonfeed", url="news"), "no URL")],
)
def test_wrong_options_are_refused(tmp_path: Path, form: FeedFormat, message: str) -> None:
    """The message names the option."""
    revisions = StoredRevisions(sources(crawl(tmp_path / "a", fetched(1, 1))), {}, is_latest=True)
    with pytest.raises(ExportError, match=message):
        write_feed(revisions, tmp_path / "feed", form)
    with pytest.raises(ExportError, match="is a folder"):
        write_feed(revisions, tmp_path, FeedFormat("atom"))


@pytest.mark.parametrize("form", FEEDS)
def test_command_renews_a_feed(tmp_path: Path, form: str) -> None:
    """It may run again and again; options that have no effect are refused."""
    folder, file = crawl(tmp_path / "a", fetched(1, 1)), tmp_path / "feed"
    for number in (2, 3):
        done = scrapy_here("export", str(folder), "--to", form, "-o", str(file))
        assert (done.returncode, done.stderr.partition(" (")[0]) == (
            0,
            f"{number - 1} article" + "s" * (number > 2),
        )
        crawl(folder, fetched(number, number))
    for options in (["--no-text"], ["--revisions", "all"], ["--since-revision", "1"]):
        done = scrapy_here("export", str(folder), "--to", form, "-o", str(file), *options)
        assert done.returncode == 2
        assert options[0] in done.stderr
    assert scrapy_here("export", str(folder), "--to", form, "-o", "s3://a/feed").returncode == 2


@pytest.mark.parametrize("options", [["--limit", "3"], ["--feed-url", "https://www.example.org/news.atom"]])
def test_options_of_feeds_are_refused_elsewhere(tmp_path: Path, options: list[str]) -> None:
    """An export of articles has no limit: the option would have no effect."""
    folder = crawl(tmp_path / "a", fetched(1, 1))
    done = scrapy_here("export", str(folder), "--to", "jsonl", "-o", str(tmp_path / "out"), *options)
    assert done.returncode == 2
    assert "options of feeds" in done.stderr
