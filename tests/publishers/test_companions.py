"""Articles whose pictures or text are in a file that a script of the page requests: the companion."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

import pytest

from crawler.items import Article
from crawler.parsing.joining import ParsedPage, join_parts
from crawler.parsing.pages import FetchedPage, ReadingBounds
from crawler.parsing.questions import Question
from crawler.parsing.sight import look, read
from crawler.publishers import PUBLISHERS, Companion, Publisher, is_companion, publisher_of

FOLDER = "https://news.cctv.com/2024/08/03/"
GALLERY, ARTICLE = FOLDER + "PHOAlinshui240803.shtml", FOLDER + "ARTIlinshui240803.shtml"
ALBUM = "https://api.cntv.cn/Article/contentinfo?id=PHOAlinshui240803&serviceId=sjnews&t=json"
TEXT = "https://api.cntv.cn/Article/getXinwenNextArticleInfo?serviceId=sjnews&id=ARTIlinshui240803&t=json"
IMAGES = [f"https://p1.img.cctvpic.com/lock{number}.jpg" for number in (1, 2, 3)]
BRIEFS = [f"8月3日，林水船闸的第{number}孔闸门打开。吴林摄" for number in (1, 2, 3)]
PARAGRAPHS = [
    "央视网消息：林水船闸今天清晨放行第一批渔船，三十条渔船用一个小时全部过闸。",
    "值班工程师说，今年的水位比往年高，闸门每天多开两次，夜里也有人值守。",
    "渡口的船工林水说，下游的航道已经疏浚，渡船下周恢复开行。",
]


def html(*paragraphs: str, more: str = "") -> bytes:
    """Return a page of the site with these paragraphs."""
    text = "".join(f"<p>　　{each}</p>" for each in paragraphs)
    return (
        "<html><head><meta charset='utf-8'><title>林水船闸放行渔船_央视网</title></head><body>"
        "<div class='title_area'><h1>林水船闸放行渔船</h1><div class='info'>来源：央视新闻客户端 | "
        f"2024年08月03日 07:16</div></div>{more}<div class='content_area' id='content_area'>{text}</div>"
        "</body></html>"
    ).encode()


def album(**more: str) -> dict[str, Any]:
    """Return the file of a gallery."""
    photos = [
        {"photo_url": image, "photo_name": "林水船闸", "photo_brief": brief}
        for image, brief in zip(IMAGES, BRIEFS, strict=True)
    ]
    return {"id": "PHOAlinshui240803", "title": "林水船闸放行渔船", **more, "photo_album_list": photos}


def text_file() -> dict[str, Any]:
    """Return the file of a text."""
    content = "".join(f"<p>　　{each}</p>" for each in PARAGRAPHS)
    facts = {"article_title": "林水船闸放行渔船", "article_focus_date": "2024-08-03 07:16:20"}
    return {**facts, "article_source": "央视新闻客户端", "article_content": content}


def extracted(url: str, body: bytes, files: dict[str, Any]) -> tuple[Article, list[str]]:
    """Return the article of a page whose companions are these, and the URLs that were fetched."""
    fetched: list[str] = []

    async def fetch(wanted: str) -> ParsedPage | None:
        fetched.append(wanted)
        if wanted not in files:
            return None
        answer = FetchedPage(url=wanted, body=json.dumps(files[wanted]).encode())
        return ParsedPage(answer, look(Question(answer, is_part=True), ReadingBounds()))

    page = FetchedPage(url=url, body=body)
    joined = asyncio.run(join_parts(ParsedPage(page, look(Question(page), ReadingBounds())), fetch))
    article = (joined.reading or read(joined, ReadingBounds())).article
    assert article is not None
    return article, fetched


@pytest.mark.parametrize("texts", [[], PARAGRAPHS[:1], PARAGRAPHS * 2], ids=["none", "one", "many"])
@pytest.mark.parametrize("content", ["", "".join(f"<p>{each}</p>" for each in PARAGRAPHS)])
def test_gallery_has_the_photos_of_its_companion(texts: list[str], content: str) -> None:
    """The photos have their captions; a text of the page is not doubled; evidence names the file."""
    article, fetched = extracted(GALLERY, html(*texts), {ALBUM: album(content=content)})
    assert [photo.url for photo in article.photos] == IMAGES
    assert [f"{photo.caption}{photo.credit}" for photo in article.photos] == BRIEFS
    assert list(article.body) == (list(dict.fromkeys(texts)) or (PARAGRAPHS if content else []))
    assert (fetched, article.evidence["companion"], article.pages) == ([ALBUM], ALBUM, ())
    assert article.headline == "林水船闸放行渔船"


def test_first_photo_of_the_page_is_not_doubled() -> None:
    """A page that prints the first picture of its album has each picture once."""
    first = f"<div><img src='{IMAGES[0].removeprefix('https:')}'></div>"
    article, _ = extracted(GALLERY, html(PARAGRAPHS[0], more=first), {ALBUM: album()})
    assert [photo.url for photo in article.photos] == IMAGES


def test_page_without_text_has_that_of_its_companion() -> None:
    """Text, source and time come from the file if the page has none; the rule says so."""
    page = re.sub(b"<div class='info'>.*?</div>", b"", html())
    article, fetched = extracted(ARTICLE, page, {TEXT: text_file()})
    assert list(article.body) == PARAGRAPHS
    assert (article.source, article.published) == ("央视新闻客户端", "2024-08-03T07:16:20+08:00")
    assert article.evidence["body"].startswith("script: ")
    assert (fetched, article.evidence["companion"]) == ([TEXT], TEXT)


def test_page_with_its_text_needs_no_companion() -> None:
    """The file of the text is not fetched for a page that has it."""
    article, fetched = extracted(ARTICLE, html(*PARAGRAPHS), {TEXT: text_file()})
    assert list(article.body) == PARAGRAPHS
    assert fetched == []
    assert "companion" not in article.evidence


def test_missing_companion_is_named() -> None:
    """An article stays as its page has it, and names the file that did not come."""
    article, _ = extracted(GALLERY, html(*PARAGRAPHS), {})
    assert list(article.body) == PARAGRAPHS
    assert article.evidence["pages.missing"] == ALBUM
    assert "companion" not in article.evidence


COMPANIONS = [(publisher, each) for publisher in PUBLISHERS for each in publisher.companions]


@pytest.mark.parametrize(("publisher", "companion"), COMPANIONS, ids=[each.prefix for _, each in COMPANIONS])
def test_companions_can_be_requested(publisher: Publisher, companion: Companion) -> None:
    """Its URL lies on the publisher's hosts, and is known as that of a companion."""
    articles = (GALLERY, ARTICLE)
    urls = [url for article in articles if (url := companion.url_for(article))]
    assert urls
    assert {publisher_of(url) for url in urls} == {publisher}
    assert all(map(is_companion, urls))
    assert not any(map(is_companion, articles))
