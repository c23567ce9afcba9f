"""Tests of telling articles from lists."""

from __future__ import annotations

import json
from pathlib import Path
from timeit import timeit

import pytest

from crawler.discovery.page_shapes import asked_for, page_shape, use_of
from crawler.discovery.shapes import Shape, Use, url_shape
from crawler.extraction.tree.page import parse_page
from crawler.publishers import Publisher
from tests.discovery.pages import links, page, prose

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"

ARTICLES = """
/2022-08/08/content_78361204.htm  /world/2022-08/08/content_1.shtml  /china/2022-08/08/content_78361204_2.htm
/gn/202208/t20220808_712044.html  /n1/2022/0807/c1002-32496578.html  /n3/2022/0807/c90000-10132345-2.html
/politics/2019-12/30/c_1125406278.htm  /english/20220807/5e0c7a7d0c1c4f3ab8d1f3f9a6f70002/c.html
/a/202208/07/WS62ef1234a310fd2b29e70f6c.html  /news/2022-08-07/Ferry-returns-to-Lanqiao-1cjkl2mnop/index.html
/info/1012/35110.htm  /art/2022/8/7/art_1234_567890.html  /node_179d29f1ce/86987bf032.shtml
/c/2022-08-07/doc-imizirav7123456.shtml  /gn/2022/08-07/9822345.shtml  /2022/08/07/ARTIabcdef220807.shtml
/news/2022-08-07/detail-ihcayeti1234567.shtml  /page/202208/1272345.shtml
/internation/2022_08_07_652712.shtml
/GB/1024/12345678.html  /rain/a/20240513A00GCM00  /a/780060546_458722  /newsDetail_forward_19345678
/2022/08/07/ferry-returns/  /ferry-returns-to-lanqiao-after-long-winter  /article/ferry-returns/
/9822345.html  /world/asia-12345678  /rumor/rumordetail
""".split()
HUBS = """
/  /world/  /china/politics/  /index.htm  /world/index_2.htm  /gn/index.shtml  /node_7114.htm
/node_7247300.htm  /zhibo/node_8013026_3.htm  /GB/1024/index2.html  /scroll-news/news1.html
/yaowen/liebiao/home_1.htm
/col/col123456/index.html  /list_123456.html  /list.php  /category/world/page/3/  /world  /channel/123456
/news/system/count//0012002/000000000000/000/001/c0012002000000000000_000001255.shtml
/china/59b8d010a3108c54ed7dfc23  /2022-08/08/index.htm  /rollnews.html  /topic/1234567
""".split()
NEVER = """
/photo/a.JPG  /a.pdf  /style.css  /app.apk  /video/1.mp4  /login  /user/login.htm  /search/?q=x  /register.php
/comment/123456.html  /aboutus.html  /sitemap.html  /download/
""".split()
UNKNOWN = "/whxw/xw_12345/  /rollnews/1.html  /politics/xgc.htm  /world?id=7".split()


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        *((path, Shape.ARTICLE) for path in ARTICLES),
        *((path, Shape.HUB) for path in HUBS),
        *((path, Shape.NEVER) for path in NEVER),
        *((path, Shape.UNKNOWN) for path in UNKNOWN),
    ],
)
def test_shapes_of_urls(path: str, shape: Shape) -> None:
    """News systems give articles and lists addresses of their own kinds."""
    assert url_shape(f"http://www.lanqiao.test{path}") is shape


@pytest.mark.parametrize(
    "host", ["comment.tie.lanqiao.test", "comments.lanqiao.test", "passport.lanqiao.test"]
)
def test_hosts_of_comments_and_accounts(host: str) -> None:
    """Readers' comments have an article's number in their path, but are no articles; commentaries are."""
    assert url_shape(f"https://{host}/J2KQ7A1B0001899O.html") is Shape.NEVER
    assert url_shape("https://commentary.lanqiao.test/J2KQ7A1B0001899O.html") is Shape.ARTICLE


@pytest.mark.parametrize("unit", ["1", "a-", "-", "1_", "detail", "a1", "/a", "/1-", "%e6", "2022-"])
def test_hostile_addresses_cost_no_time(unit: str) -> None:
    """No address of the greatest length that is allowed keeps the crawl busy."""
    url = "http://www.lanqiao.test/" + (unit * 2000)[:2000]
    for start in (
        url + "!",
        url.replace("test/", "test/news/index") + "!/!",
        url + "/index_" + "1" * 40 + "!",
    ):
        assert timeit(lambda url=start: url_shape(url), number=1) < 5  # type: ignore[misc]


def test_publisher_knows_better() -> None:
    """A publisher's declaration comes before the general rules, but a picture stays a picture."""
    lanqiao = Publisher(
        name="lanqiao.test",
        title="Lanqiao",
        hosts=("lanqiao.test",),
        start=(),
        language="en",
        article_urls=(r"/world/$", r"/never$"),
        hub_urls=(r"/content_\d+",),
    )
    assert url_shape("http://lanqiao.test/world/", lanqiao) is Shape.ARTICLE
    assert url_shape("http://lanqiao.test/never", lanqiao) is Shape.ARTICLE
    assert url_shape("http://lanqiao.test/a/content_78361204.htm", lanqiao) is Shape.HUB
    assert url_shape("http://lanqiao.test/china/", lanqiao) is Shape.HUB
    assert url_shape("http://lanqiao.test/content_1.jpg", lanqiao) is Shape.NEVER


def numbered(count: int) -> str:
    """Return a number of links to articles."""
    return links(*(f"/2022-08/08/content_{n}.htm" for n in range(count)))


def test_prose_makes_an_article() -> None:
    """Running text with few links in it is an article, whatever stands beside it."""
    assert page_shape(page(prose() + "<div class='related'>" + numbered(20) + "</div>")) is Shape.ARTICLE


def test_links_make_a_list() -> None:
    """Nothing but links is a list, also with a line of text above them."""
    assert page_shape(page(numbered(20))) is Shape.HUB
    inside = f"<div><p>Ferries, bridges and reservoirs: our stories from the bank.</p>{numbered(20)}</div>"
    assert page_shape(page(inside)) is Shape.HUB


def test_summaries_make_no_article() -> None:
    """A list that prints a paragraph below each headline is not taken for an article."""
    items = "".join(f"<h3><a href='/a/{n}.htm'>Story {n}</a></h3>{prose(1)}" for n in range(20))
    assert page_shape(page(f"<div>{items}</div>")) is Shape.UNKNOWN


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='og:type' content='article'>",
        "<meta name='ArticleTitle' content='Ferry returns'>",
        "<meta content='2022-08-08 10:00' name='PubDate'>",
        "<meta property='article:published_time' content='2022-08-08'>",
        '<script type="application/ld+json">{"@type": "NewsArticle"}</script>',
        '<script type="application/ld+json">{"@type":["ReportageNewsArticle"]}</script>',
        "<!--enpproperty <articleid>1</articleid>/enpproperty-->",
    ],
)
def test_what_calls_itself_an_article_is_no_list(head: str) -> None:
    """A photo story may have hardly any text; its own metadata keeps it in."""
    assert page_shape(page(numbered(20), head=head)) is Shape.UNKNOWN


def test_hardly_anything_on_a_page() -> None:
    """Neither text nor links tell nothing."""
    assert page_shape(page("<h1>Photos</h1><img src='/a.jpg'><p>River</p>")) is Shape.UNKNOWN


@pytest.mark.parametrize(
    ("path", "body", "use"),
    [
        ("/", prose(), Use(False, True)),
        ("/world/", numbered(20), Use(False, True)),
        ("/world/", prose(), Use(True, True)),
        ("/world/", "<p>Few words</p>", Use(False, True)),
        ("/2022-08/08/content_1.htm", prose(), Use(True, False)),
        ("/2022-08/08/content_1.htm", "<p>Few words</p>", Use(True, False)),
        ("/2022-08/08/content_1.htm", numbered(20), Use(False, True)),
        ("/politics/xgc.htm", prose(), Use(True, False)),
        ("/politics/xgc.htm", numbered(20), Use(False, True)),
        ("/politics/xgc.htm", "<p>Few words</p>", Use(True, True)),
    ],
)
def test_address_and_contents_together(path: str, body: str, use: Use) -> None:
    """A page is an article, a list, or treated as both if it is unclear."""
    assert use_of(page(body, path)) == use


def test_what_is_asked_for_is_looked_at() -> None:
    """An article that is a start is that article alone; an unknown address may always be one."""
    article = page(numbered(20), "/2022-08/08/content_1.htm")
    assert asked_for(article, use_of(article)) == Use(may_be_article=True, leads_on=False)
    unknown = page(numbered(20), "/politics/xgc.htm")
    assert asked_for(unknown, use_of(unknown)) == Use(may_be_article=True, leads_on=True)
    channel = page(numbered(20), "/world/")
    assert asked_for(channel, use_of(channel)) == Use(may_be_article=False, leads_on=True)


def test_real_articles_are_kept() -> None:
    """Every real article of the corpus may be one when requested, and nearly all when discovered."""
    if not (CORPUS / "gold.jsonl").is_file():
        pytest.skip("the corpus lies in ../shared, which is not here")
    rows = [json.loads(line) for line in (CORPUS / "gold.jsonl").read_text("utf-8").splitlines()]
    pages = [parse_page((CORPUS / row["file"]).read_bytes(), row["url"]) for row in rows]
    assert all(asked_for(each, use_of(each)).may_be_article for each in pages)
    assert sum(use_of(each).may_be_article for each in pages) >= 0.98 * len(pages)
