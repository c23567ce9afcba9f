"""The record as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.extraction import Knowledge, parse_page, read_article
from crawler.items import SCHEMA
from crawler.text.identity import article_id
from tests.extraction.markup import HEAD, PARAGRAPHS, URL, article, page, paragraphs

HEADLINE = "<h1>A lock opens in Linshui</h1>"
BODY = f"{HEADLINE}<div>{paragraphs()}</div>"


HOST = URL.partition("/2024")[0]


def canonical(link: str, url: str = URL) -> str:
    """Return the canonical URL of an article that names one."""
    return article(BODY, f'{HEAD}<link rel="canonical" href="{link}">', url).canonical_url


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/print/content_1.htm", f"{HOST}/print/content_1.htm"),
        ("content_1_2.htm", f"{HOST}/2024-05/08/content_1_2.htm"),
        ("https://m.news.sample.test/a_1.htm", "https://m.news.sample.test/a_1.htm"),
        ("/a-lock-opens-in-linshui/", f"{HOST}/a-lock-opens-in-linshui/"),
        ("content_2.htm", URL),
        ("/2024-05/09/content_1.htm", URL),
        ("/show.asp", URL),
        ("/news/", URL),
        ("/index.html", URL),
        ("undefined", URL),
        ("/topics/new-ferries-of-lanqiao/", URL),
        ("/", URL),
        ("http://other.test/a.htm", URL),
        ("http://[broken", URL),
        ("javascript:void(0)", URL),
    ],
)
def test_canonical_link_must_be_credible(link: str, expected: str) -> None:
    """Lists, other articles, other hosts and broken links are not the article's address."""
    assert canonical(link) == expected


@pytest.mark.parametrize(
    ("url", "link", "is_believed"),
    [
        ("/show.asp?id=800008&cat=2", "/show.asp?cat=2", False),
        ("/show.asp?id=800008&cat=2", "/show.asp", False),
        ("/show.asp?id=800008", "/show.asp?id=900009", False),
        ("/show.asp?id=800008&from=x1", "/a/800008.html", True),
        ("/content_800008.htm?t=1659840000", "/content_800008.htm", True),
        ("/20230115/98a3b5c41af641938a2a205f1e0b9f71/c.html", "/20230115/c.html", False),
        ("/2022/ferry-returns/index.html", "/2022/boat-sinks/index.html", False),
        ("/amp/ferry-returns/", "/2022/ferry-returns/", True),
        ("/n1/2022/0807/c1002-32496578-2.html", "/n1/2022/0807/c1002-32496578.html", True),
    ],
)
def test_canonical_link_is_of_this_article(url: str, link: str, is_believed: bool) -> None:
    """The identifying part of an article's URL is in its canonical link, too, on any host."""
    address = canonical(link, HOST + url)
    assert (address == HOST + link) is is_believed


def test_tracking_parameters_are_no_part_of_the_address() -> None:
    """Two ways to one page are one record."""
    one, other = article(BODY, url=f"{URL}?utm_source=feed&spm=1"), article(BODY, url=URL)
    assert one.canonical_url == other.canonical_url == URL
    assert one.id == other.id == article_id(URL)


def test_id() -> None:
    """The id is short, of hexadecimal digits, and another for another address."""
    assert len(article_id(URL)) == 16
    assert set(article_id(URL)) <= set("0123456789abcdef")
    assert article_id(URL) != article_id(URL + "l")


@pytest.mark.parametrize("prefix", ["https://", "http://www.", "https://m.", "http://wap."])
def test_id_is_the_same_whichever_address_is_met(prefix: str) -> None:
    """Scheme, `www.` and mobile host are not part of it."""
    url = URL.replace("http://www.", "http://")
    assert article_id(prefix + url.removeprefix("http://")) == article_id(url)


def test_unknown_publisher_is_its_host() -> None:
    """Without a declaration the host stands for the publisher."""
    assert article(BODY).publisher == "news.sample.test"


def test_schema_and_extractor() -> None:
    """Every record says by which schema and by which program it was made."""
    record = article(BODY)
    assert record.schema == SCHEMA
    assert record.extractor.startswith("crawler ")
    assert (record.revision, record.changed, record.fetched, record.archive) == (1, (), None, None)


def test_evidence() -> None:
    """Each field that was searched names its rule, and the character encoding is recorded."""
    keys = set(article(BODY).evidence)
    fields = {"headline", "body", "published", "source", "bylines", "editors", "dateline"}
    assert keys >= fields | {"charset.declared", "charset.found", "charset.used", "charset.replaced"}


def test_evidence_of_a_dateline() -> None:
    """A dateline names the form in which it is printed; a text without one names none."""
    filed = article(f"<h1>A lock opens in Linshui</h1><p>LINSHUI, Aug. 6 (Xinhua) -- {paragraphs()}</p>")
    assert filed.dateline is not None
    assert filed.evidence["dateline.form"] == "date and agency in brackets"
    assert "dateline.form" not in article(BODY).evidence


def test_language_comes_from_the_text() -> None:
    """A template's wrong `lang` does not count against the script."""
    text = "湖边的水文站在周一换上了新的标尺，值班员为此等了三年，今天终于可以放心了。"
    head = "<html lang='en'><title>水文站换新标尺</title><h1>水文站换新标尺</h1>"
    markup = f"{head}<div><p>{text}</p><p>{text}好</p></div>"
    record = read_article(parse_page(markup.encode(), URL), Knowledge())
    assert record.language == "zh-Hans"


def part(texts: tuple[str, ...], url: str) -> str:
    """Return the markup of one part, which repeats the headline."""
    return f"{HEADLINE}<div><p>A lock opens in Linshui</p>{paragraphs(texts)}</div><!-- {url} -->"


def test_parts_are_joined_in_order() -> None:
    """The paragraphs of all parts follow one another, without repeated headlines."""
    second = f"{URL[:-4]}_2.htm"
    first = parse_page(page(part(PARAGRAPHS[:2], URL)), URL)
    joined = replace(first, parts=(parse_page(page(part(PARAGRAPHS[2:], second)), second),))
    record = read_article(joined, Knowledge())
    assert record.body == PARAGRAPHS
    assert record.pages == (URL, second)
    assert record.url == URL


def test_single_page_names_no_pages() -> None:
    """Only joined articles list their pages."""
    assert article(BODY).pages == ()
