"""Records for tests, with invented names and sentences."""

from __future__ import annotations

import hashlib
from typing import Any

from hypothesis import strategies as st

from crawler.items import (
    Article,
    Block,
    BlockType,
    Dateline,
    FoundAs,
    FoundBy,
    ListItem,
    Photo,
    PictureFile,
    Recording,
    Rights,
    TableCell,
    TableRow,
    TextLink,
)

PARAGRAPH = "Engineers in the river town of Lanqiao finished the long survey of the old bridge on Monday."


def article(**changes: Any) -> Article:
    """Return a plain article with the given changes. The id follows from `canonical_url`."""
    url = changes.pop("url", "http://news.example.cn/2024-05/20/content_1.htm")
    canonical = changes.pop("canonical_url", url)
    plain: dict[str, Any] = {
        "id": hashlib.sha256(canonical.encode()).hexdigest()[:16],
        "url": url,
        "canonical_url": canonical,
        "publisher": "example.cn",
        "language": "en",
        "headline": "Survey of old bridge ends",
        "published": "2024-05-20T08:00:00+08:00",
        "body": (PARAGRAPH, PARAGRAPH),
        "extractor": "crawler 0",
    }
    return Article(**{**plain, **changes})


def picture_file(**changes: Any) -> PictureFile:
    """Return the file of a photo with the given changes."""
    digest = changes.pop("sha256", hashlib.sha256(b"The old bridge.").hexdigest())
    plain: dict[str, Any] = {
        "path": f"photos/{digest[:2]}/{digest}.jpg",
        "sha256": digest,
        "type": "image/jpeg",
        "width": 1280,
        "height": 960,
        "size": 204_800,
        "phash": "c3c3993c66c399cc",
        "caption": "The old bridge from the south.",
        "credit": "Lin Mu/Example",
        "rights": "© Example",
        "capture": "https://archive.example.org/web/20240521080000id_/http://www.example.cn/bridge.jpg",
        "captured": "2024-05-21T08:00:00+00:00",
    }
    return PictureFile(**{**plain, **changes})


def full_article() -> Article:
    """Return an article with every field filled."""
    return article(
        kicker="Lanqiao",
        deck="Engineers measured every stone of the old bridge",
        section=("News", "China"),
        kind="news",
        keywords=("bridge", "Lanqiao"),
        published_printed="May 20, 2024, 8:00",
        modified="2024-05-20T09:00:00+08:00",
        source="Example Agency",
        bylines=("Lin Mu",),
        editors=("He Qiao",),
        dateline=Dateline(
            text="LANQIAO, May 20 (Example) --",
            places=("LANQIAO",),
            date="2024-05-20",
            agency="Example",
            reporters=("Lin Mu",),
        ),
        photos=(
            Photo(
                url="http://img.example.cn/1.jpg",
                caption="The old bridge.",
                credit="[Photo by Lin Mu/Example]",
                photographers=("Lin Mu",),
                agency="Example",
                date="2024-05-19",
                alt="A bridge",
                width=640,
                height=480,
                position=1,
                is_lead=True,
                file=picture_file(),
            ),
        ),
        blocks=(
            Block(type=BlockType.PICTURE, photo=0),
            Block(
                type=BlockType.PARAGRAPH,
                text=PARAGRAPH,
                links=(TextLink(text="the old bridge", url="http://news.example.cn/bridge"),),
            ),
            Block(
                type=BlockType.TABLE,
                caption="Table 1: Bridges",
                rows=(TableRow(cells=(TableCell(text="Lanqiao", columns=2),), header=True, joined=True),),
            ),
            Block(type=BlockType.LIST, ordered=True, items=(ListItem(text=PARAGRAPH, number=1),)),
            Block(type=BlockType.EMBED, kind="video", url="http://video.example.cn/1.mp4"),
        ),
        videos=(
            Recording(
                url="http://video.example.cn/1.mp4",
                poster="http://video.example.cn/1.jpg",
                duration="PT2M5S",
                caption="The old bridge in rain.",
            ),
        ),
        audios=(Recording(url="http://video.example.cn/1.mp3"),),
        access="free",
        rights=Rights(
            license="http://news.example.cn/licence",
            copyright="© Example",
            holder="Example",
            reservations=("robots: noai",),
        ),
        pages=("http://news.example.cn/2024-05/20/content_1.htm",),
        revision=2,
        changed=("body",),
        found_by=FoundBy(
            kind=FoundAs.FEED, url="http://news.example.cn/feed.xml", at="2024-05-20T01:30:00+00:00"
        ),
        fetched="2024-05-20T02:00:00Z",
        archive="pages-0.warc.gz#42",
        evidence={"headline": "h1"},
    )


def any_text() -> st.SearchStrategy[str]:
    """Draw text with everything in it that a page can bring: line separators, controls, lone surrogates."""
    odd = st.sampled_from('\u2028\u2029\x85\v\f\x1c\x1d\x1e\x00\n\r\\"\ud800\udc00\ufeff\u202e😀中')
    return st.text(st.one_of(odd, st.characters()), max_size=20)


def articles() -> st.SearchStrategy[Article]:
    """Draw articles with any text in every field."""
    text, texts = any_text(), st.lists(any_text(), max_size=3).map(tuple)
    maybe = st.none() | text
    file = st.builds(picture_file, type=text, width=st.integers(1, 2**31), caption=maybe, rights=maybe)
    photo = st.builds(
        Photo,
        url=maybe,
        caption=maybe,
        credit=maybe,
        photographers=texts,
        agency=maybe,
        date=maybe,
        file=st.none() | file,
    )
    dateline = st.builds(Dateline, text=text, places=texts, date=maybe, agency=maybe, reporters=texts)
    blocks = st.builds(
        Block,
        type=st.sampled_from(BlockType),
        text=text,
        level=st.none() | st.integers(1, 6),
        items=st.lists(st.builds(ListItem, text=text), max_size=2).map(tuple),
        rows=st.lists(st.builds(TableRow, cells=st.tuples(st.builds(TableCell, text=text))), max_size=2).map(
            tuple
        ),
        url=maybe,
        links=st.lists(st.builds(TextLink, text=text, url=text), max_size=2).map(tuple),
    )
    return st.builds(
        Article,
        blocks=st.lists(blocks, max_size=2).map(tuple),
        schema=text,
        id=text,
        url=text,
        canonical_url=text,
        publisher=maybe,
        language=maybe,
        headline=text,
        section=texts,
        published=maybe,
        bylines=texts,
        dateline=st.none() | dateline,
        photos=st.lists(photo, max_size=2).map(tuple),
        body=texts,
        revision=st.integers(1, 2**63 - 1),
        evidence=st.dictionaries(text, text, max_size=3),
    )
