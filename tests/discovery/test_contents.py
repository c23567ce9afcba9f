"""Tests of the summary of a list: its entries, their newest day, and a digest that ignores their order."""

from __future__ import annotations

from crawler.discovery.announced import BoundedEntries
from crawler.discovery.contents import Contents, contents_of, has_file_name
from crawler.discovery.entries import Entry
from crawler.discovery.scope import Scope

HOST = "http://www.example.cn"
STORIES = [f"{HOST}/2022-08/{day:02}/content_{day}.htm" for day in (7, 9, 8)]


def test_articles_count_and_navigation_does_not() -> None:
    """A list is as new as its newest article, whatever else it links."""
    contents = contents_of([f"{HOST}/world/", *STORIES, f"{HOST}/about.htm", f"{HOST}/logo.png"])
    assert (contents.entries, contents.newest) == (3, "2022-08-09")
    assert contents == contents_of([*STORIES, f"{HOST}/china/"])


def test_digest_ignores_the_order() -> None:
    """A box of the most read articles is no change; another article is one."""
    assert contents_of(STORIES) == contents_of(reversed(STORIES))
    assert contents_of(STORIES).digest != contents_of(STORIES[1:]).digest


def test_links_of_unknown_shape_tell_a_change() -> None:
    """A site whose articles have the URLs of anything has no entries, but its lists change."""
    one, other = contents_of([f"{HOST}/x/1.html"]), contents_of([f"{HOST}/x/2.html"])
    assert (one.entries, other.entries) == (0, 0)
    assert one.digest != other.digest
    assert contents_of([]) == Contents()


def test_files_are_summarised_alike() -> None:
    """The day of an entry is that of its publication, of its change, or of its URL."""
    entries = [Entry(STORIES[0], "2022-08-10"), Entry(STORIES[1]), Entry(f"{HOST}/a", changed="2022-08-11")]
    bounded = BoundedEntries(entries, Scope(["example.cn"]), 10)
    assert len(list(bounded)) == 3
    assert (bounded.contents.entries, bounded.contents.newest) == (3, "2022-08-11")
    again = BoundedEntries(reversed(entries), Scope(["example.cn"]), 10)
    assert len(list(again)) == 3
    assert again.contents == bounded.contents


def test_names_of_files() -> None:
    """A path tells a feed or a list in JSON; a folder of that name may be a page about feeds."""
    assert has_file_name(f"{HOST}/rss/world.xml?page=2")
    assert has_file_name(f"{HOST}/NEWS.JSON")
    assert not has_file_name(f"{HOST}/rss/")
