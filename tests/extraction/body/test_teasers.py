"""Pictures of other stories, of authors and of advertisements are no pictures of an article."""

from __future__ import annotations

import time

import pytest

from crawler.extraction.body.sorting import Role
from tests.extraction.markup import HEAD, PARAGRAPHS, article, paragraphs, reading

SLOWEST = 4.0  # seconds, on a slow machine: each page takes less than one
HEADLINE = "<h1>A lock opens in Linshui</h1>"
STORY = "Bridge over the Lin is closed for repairs"
THUMB = '<a href="/s/1.htm"><img src="/thumbs/bridge.jpg" width="320" height="180"></a>'
LIST = f'<ul><li><a href="/s/1.htm">{STORY}</a></li></ul>'
CANONICAL = '<link rel="canonical" href="http://news.sample.test/s/1.htm">'


def body_with(inside: str, below: str = "") -> str:
    """Return a page's body with markup in the middle of its text."""
    above, rest = paragraphs(PARAGRAPHS[:2]), paragraphs(PARAGRAPHS[2:])
    return f"{HEADLINE}<div>{above}{inside}{rest}</div>{below}"


def photos_of(inside: str, below: str = "", head: str = HEAD) -> list[str | None]:
    """Return the captions of the photos in a text that keeps its paragraphs and nothing else."""
    record = article(body_with(inside, below), head)
    assert record.body == PARAGRAPHS
    return [photo.caption for photo in record.photos]


PICTURE = '<p><img src="/img/lock.jpg" width="600"></p>'


def photos_with(inside: str) -> list[str | None]:
    """Return the addresses of the photos in a text with markup in its middle."""
    return [photo.url for photo in article(body_with(inside), HEAD).photos]


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(f'<div>{THUMB}<div><a href="/s/1.htm">{STORY}</a></div></div>', id="linked title"),
        pytest.param(f'<a href="/s/1.htm"><img src="/thumbs/b.jpg"><span>{STORY}</span></a>', id="one link"),
        pytest.param(f"<div>{THUMB}<div>{STORY}</div></div>", id="plain title"),
        pytest.param(f"<figure>{THUMB}<figcaption>{STORY}</figcaption></figure>", id="figure"),
        pytest.param(f"<div>{THUMB}<div>Also: {STORY}</div></div>", id="label before the title"),
    ],
)
def test_a_picture_that_leads_to_a_titled_story_is_dropped(inside: str) -> None:
    """A picture whose link is also that of a title belongs to another story, as does the title below it."""
    assert photos_of(inside, LIST) == []


@pytest.mark.parametrize(
    ("link", "below", "head"),
    [
        pytest.param("/s/1.htm", "", HEAD, id="no title has the link"),
        pytest.param("/s/1.htm", LIST, HEAD + CANONICAL, id="the page's own address"),
        pytest.param("/s/1.htm", '<a href="/s/1.htm">More photos</a>', HEAD, id="a button"),
        pytest.param("/river/", f'<a href="/river/">{STORY}</a>', HEAD, id="a list"),
        pytest.param("/s/1.jpg", f'<a href="/s/1.jpg">{STORY}</a>', HEAD, id="the picture in large"),
    ],
)
def test_a_linked_picture_of_the_article_stays(link: str, below: str, head: str) -> None:
    """A link to a gallery, a list, the page or the picture in large makes no picture another story's."""
    assert photos_of(f'<p><a href="{link}"><img src="/img/lock.jpg" width="600"></a></p>', below, head) == [
        None
    ]


def test_a_picture_that_leads_to_the_headlines_page_stays() -> None:
    """A link that the page gives to its own headline, too, leads to the article."""
    title = "A new lock opens in Linshui on Monday"
    linked = '<a href="/s/9.htm"><img src="/img/lock.jpg" width="600"></a>'
    text = f"<h1>{title}</h1><div><p>{linked}</p>{paragraphs()}</div>"
    record = article(f'{text}<a href="/s/9.htm">{title}</a>', f"<title>{title}</title>")
    assert len(record.photos) == 1


def test_a_linked_picture_with_its_own_caption_stays() -> None:
    """A picture of the article may lead to another story, if its caption is no title."""
    caption = "Boats wait at the lock. (Xinhua/Wu Lin)"
    inside = f"<figure>{THUMB}<figcaption>{caption}</figcaption></figure>"
    assert photos_of(inside, LIST) == ["Boats wait at the lock."]


def test_the_story_in_a_list_of_the_text_stays() -> None:
    """The title of a section is text, although picture and title lead to the same page."""
    more = "The lower gate is two hundred years old, and the county has paid for its repair since the spring."
    inside = f"<div>{THUMB}<p>{STORY}</p><p>{more}</p><p>{more}</p></div>"
    lines = reading(body_with(inside, LIST)).lines
    assert STORY in [item.line.text for item in lines if item.role is Role.BODY]


def test_a_portrait_that_leads_to_its_author_is_dropped() -> None:
    """A picture in a link to an author's page is a portrait."""
    assert photos_of('<p><a href="/authors/mary"><img src="/people/mary.jpg" width="120"></a></p>') == []


@pytest.mark.parametrize("label", ["Advertisement", "Publicité", "広告", "- Anzeige -"])
def test_a_linked_picture_beside_a_label_is_an_advertisement(label: str) -> None:
    """The label of an advertisement above or below a linked picture makes it none of the article's."""
    picture = '<a href="https://shop.example/offer"><img src="/u/5.jpg" width="300" height="250"></a>'
    assert photos_of(f"<div><div>{label}</div>{picture}</div>") == []
    assert photos_of(f"<div>{picture}<div>{label}</div></div>") == []


def test_a_lead_picture_of_another_story_is_dropped() -> None:
    """A captioned picture between headline and text that leads to a titled story is another story's."""
    teaser = f"<figure>{THUMB}<figcaption>{STORY}</figcaption></figure>"
    assert article(f"{HEADLINE}{teaser}<div>{paragraphs()}</div>{LIST}").photos == ()


BULLET = '<img src="/attachment/gif/20101227/a1.gif" alt="A lock opens in Linshui">'
OTHER = "Ferry returns to Lanqiao after a long winter"


@pytest.mark.parametrize("between", ["", "&nbsp;", "· "])
def test_bullets_before_linked_titles_are_dropped(between: str) -> None:
    """The pictures in a list of stories, each directly before a linked title, belong to the list."""
    links = (
        f'{BULLET}{between}<a href="/s/{number}.htm">{title}</a><br>'
        for number, title in ((1, STORY), (2, OTHER))
    )
    assert photos_of(f"<div>Related readings:<br>{''.join(links)}</div>") == []


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(f'<p><a href="/s/1.htm">{STORY}</a></p>', id="a single link"),
        pytest.param(f"<p>{STORY}</p>{PICTURE}<p>{OTHER}</p>", id="plain lines"),
    ],
)
def test_pictures_above_other_lines_stay(below: str) -> None:
    """One link below a picture, or plain lines below several, make no list of stories."""
    assert photos_with(f"{PICTURE}{below}")[0] == "http://news.sample.test/img/lock.jpg"


@pytest.mark.parametrize("name", ["byline__photo", "c-article-byline", "author-avatar"])
def test_a_portrait_in_a_byline_is_dropped(name: str) -> None:
    """A picture in a box that is named for a byline is the author's portrait."""
    assert photos_of(f'<div class="{name}"><div><img src="/img/mary.jpg"></div></div>') == []


def test_a_portrait_in_a_byline_above_the_text_is_dropped() -> None:
    """The portrait in a byline between headline and text is no lead picture."""
    byline = (
        '<div class="byline"><div class="byline__img"><img src="/img/mary.jpg"></div><a>Mary Plain</a></div>'
    )
    record = article(f"{HEADLINE}{byline}<div>{paragraphs()}</div>", HEAD)
    assert record.photos == ()


def linked_to(address: str, image: str = '<img src="/img/shop.jpg" width="600">') -> str:
    """Return a paragraph with a linked image."""
    return f'<p><a href="{address}">{image}</a></p>'


def photos_around(above: str = "", below: str = "") -> list[str | None]:
    """Return the addresses of the photos in a text with markup above and below its paragraphs."""
    record = article(f"{HEADLINE}<div>{above}{paragraphs()}{below}</div>", HEAD)
    return [photo.url for photo in record.photos]


@pytest.mark.parametrize(
    "address", ["https://www.shop.test/", "http://shop.test", "//shop.test/?utm_source=a"]
)
def test_a_picture_that_leads_to_another_sites_home_page_is_dropped(address: str) -> None:
    """A picture without words beside the text is an advertisement if it leads to another home page."""
    assert photos_around(above=linked_to(address)) == photos_around(below=linked_to(address)) == []


@pytest.mark.parametrize(
    ("address", "image"),
    [
        pytest.param("http://www.sample.test/", '<img src="/img/shop.jpg">', id="the same site"),
        pytest.param("http://sample.com.cn/", '<img src="/img/shop.jpg">', id="the same publisher"),
        pytest.param("http://shop.test/2024/1.htm", '<img src="/img/shop.jpg">', id="no home page"),
        pytest.param("http://shop.test/", '<img src="/img/shop.jpg" alt="Boats">', id="described"),
    ],
)
def test_a_linked_picture_beside_the_text_stays(address: str, image: str) -> None:
    """A picture that is described, or leads elsewhere, is the article's own."""
    assert len(photos_around(above=linked_to(address, image))) == 1


def test_a_linked_picture_within_the_text_stays() -> None:
    """A picture between two paragraphs may lead to the home page of a shop that the article describes."""
    assert photos_of(linked_to("http://shop.test/")) == [None]


def test_a_captioned_picture_that_leads_to_a_home_page_stays() -> None:
    """A caption makes a linked picture the article's own."""
    caption = '<p align="center">Boats wait at the lock. (Xinhua/Wu Lin)</p>'
    assert len(photos_around(above=linked_to("http://shop.test/") + caption)) == 1


@pytest.mark.parametrize(
    ("around", "link"),
    [
        pytest.param("<div>{}</div>", "/s/1.htm", id="one address with many titles"),
        pytest.param("{}", "/s/{}.htm", id="one box with many stories"),
    ],
)
def test_many_pictures_of_stories_take_time_in_proportion(around: str, link: str) -> None:
    """Neither the titles of an address nor the text of a box are read again for each picture."""
    thumb = '<a href="{link}"><img src="/b.jpg"></a><a href="{link}">{title}</a>'
    stories = (thumb.format(link=link.format(i), title=f"{STORY} {i}") for i in range(5_000))
    inside = "".join(map(around.format, stories))
    began = time.process_time()
    article(body_with(f"<div>{inside}</div>"))
    assert time.process_time() - began < SLOWEST
