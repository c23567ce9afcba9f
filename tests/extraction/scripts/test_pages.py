"""Pages whose scripts hold content that their markup lacks."""

from __future__ import annotations

import json
import time
from html import escape
from typing import Any

import pytest

from crawler.extraction import extract_article
from crawler.items import Article
from crawler.reasons import Cause
from crawler.validation import unsoundness
from tests.extraction.markup import HEAD, PARAGRAPHS, article, page, paragraphs

TITLE = "A lock opens in Linshui"
HEADED = f"<h1>{TITLE}</h1>"
OTHERS = "<p>About us</p><p>Contact</p>"
FIGURE = (
    '<figure><img src="/img/lock.jpg"><figcaption>Boats in the lock. (Photo/Wu Lin)</figcaption></figure>'
)
TEXT = FIGURE + paragraphs()
STATE: dict[str, Any] = {
    "nav": [{"title": "Home", "url": "/"}, {"title": "World", "url": "/world"}],
    "detail": {
        "title": TITLE,
        "content": TEXT,
        "pubTime": "2024-05-08 09:30",
        "author": "Sample News记者 吴林",
        "source": "Sample News",
    },
}


def escaped(data: object) -> str:
    """Return JSON as servers write it into a script."""
    return json.dumps(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("/", "\\/")


def quoted(markup: str) -> str:
    """Return a string of JavaScript in single quotes."""
    return "'" + markup.replace("'", "\\'").replace("\n", "\\n").replace("/", "\\/") + "'"


def flat(data: object) -> list[object]:
    """Return a value as the flat list that Nuxt 3 writes."""
    items: list[object] = []

    def place(value: object) -> int:
        here = len(items)
        items.append(None)
        if isinstance(value, dict):
            items[here] = {key: place(each) for key, each in value.items()}
        elif isinstance(value, list):
            items[here] = [place(each) for each in value]
        else:
            items[here] = value
        return here

    place(data)
    return items


BLOCKS = [
    {"type": "image", "data": {"url": "/img/lock.jpg", "caption": "Boats in the lock. (Photo/Wu Lin)"}},
    *({"type": "paragraph", "data": {"text": text}} for text in PARAGRAPHS),
]
RICH = {
    "nodeType": "document",
    "content": [
        {"nodeType": "image", "src": "/img/lock.jpg", "caption": "Boats in the lock. (Photo/Wu Lin)"},
        *(
            {
                "nodeType": "paragraph",
                "content": [
                    {"nodeType": "text", "value": text[:20]},
                    {"nodeType": "text", "value": text[20:]},
                ],
            }
            for text in PARAGRAPHS
        ),
    ],
}
DETAIL = STATE["detail"]
FLIGHT = f'2:{{"article":{json.dumps({**DETAIL, "content": "$3"})}}}\n3:T{len(TEXT.encode()):x},{TEXT}'

CARRIERS: dict[str, tuple[str, str]] = {
    "Next": (
        f"<div id=__next></div><script id=__NEXT_DATA__ type=application/json>{escaped(STATE)}</script>",
        "script: __NEXT_DATA__",
    ),
    "Next's stream": (
        (
            f"<script>self.__next_f.push([1,{escaped(FLIGHT[:300])}])</script>"
            f"<script>self.__next_f.push([1,{escaped(FLIGHT[300:])}])</script>"
        ),
        "script: __next_f",
    ),
    "Nuxt 2": (
        (
            "<script>window.__NUXT__=(function(a,b){return {data:[{article:{title:a,content:b,"
            'pubTime:"2024-05-08 09:30",author:"Sample News记者 吴林",source:"Sample News"}}]}}'
            f"({json.dumps(TITLE)},{quoted(TEXT)}));</script>"
        ),
        "script: __NUXT__",
    ),
    "Nuxt 3": (
        f'<script type="application/json" id="__NUXT_DATA__">{escaped(flat(STATE))}</script>',
        "script: __NUXT_DATA__",
    ),
    "initial state": (
        f"<div id=app></div><script>window.__INITIAL_STATE__ = {escaped(STATE)};(() => {{}})()</script>",
        "script: __INITIAL_STATE__",
    ),
    "JSON.parse": (
        f"<script>window.__STATE__ = JSON.parse({escaped(escaped(STATE))});</script>",
        "script: __STATE__",
    ),
    "JSON in a string": (
        f"<script>var cs_article = {escaped(escaped(DETAIL))};</script>",
        "script: cs_article",
    ),
    "object of JavaScript": (
        "<script>var page = {title: '" + TITLE + "', // headline\n content: " + quoted(TEXT) + ", pubTime: "
        "'2024-05-08 09:30', author: 'Sample News记者 吴林', source: 'Sample News',"
        "init() { return 1 },};</script>",
        "script: page",
    ),
    "variables": (
        (
            f"<script>var contentdate={quoted(TEXT)};\nvar publishDate ='20240508093000';"
            "var author='Sample News记者 吴林', source='Sample News';</script>"
        ),
        "script: contentdate",
    ),
    "variables in hexadecimal": (
        (
            f"<script>var content={quoted(TEXT.replace('<', chr(92) + 'x3C'))}; var title='{TITLE}';"
            "var pubtime = 1715131800000, author='Sample News记者 吴林', source='Sample News';</script>"
        ),
        "script: content",
    ),
    "text areas": (
        (
            f'<textarea class="article-title">{TITLE}</textarea>'
            '<textarea class="article-time">1715131800000</textarea>'
            f'<textarea class="article-content">{escape(TEXT)}</textarea>'
            '<textarea class="article-author">Sample News记者 吴林</textarea>'
            '<textarea class="article-source-name">Sample News</textarea>'
        ),
        "script: content",
    ),
    "blocks": (
        f"<script>window.__STATE__ = {escaped({**DETAIL, 'content': None, 'parts': BLOCKS})}</script>",
        "script: __STATE__",
    ),
    "rich text": (
        f"<script>window.__STATE__ = {escaped({'page': {**DETAIL, 'content': RICH}})}</script>",
        "script: __STATE__",
    ),
}


def check(record: Article, rule: str) -> None:
    """Check that the record equals that of the same text in the markup."""
    assert record.body == PARAGRAPHS
    assert record.evidence["body"] == rule
    assert record.headline == TITLE
    assert record.published in {"2024-05-08T09:30:00+08:00", "2024-05-08T09:30+08:00"}
    assert record.evidence["published"] in (rule, "script")
    assert (record.bylines, record.evidence["bylines"]) == (("吴林",), rule)
    assert (record.source, record.evidence["source"]) == ("Sample News", rule)
    assert [(photo.url, photo.caption, photo.credit) for photo in record.photos] == [
        ("http://news.sample.test/img/lock.jpg", "Boats in the lock.", "(Photo/Wu Lin)")
    ]
    assert "scripts.needed" not in record.evidence
    assert unsoundness(record) is None


@pytest.mark.parametrize("name", CARRIERS)
def test_carriers(name: str) -> None:
    """Text, captions, time, author and source come from every kind of script, and the evidence says so."""
    carrier, rule = CARRIERS[name]
    check(article(f"{HEADED}{carrier}{OTHERS}", HEAD, "http://news.sample.test/a/1.htm"), rule)


@pytest.mark.parametrize("name", sorted(set(CARRIERS) - {"variables"}))
def test_headline_from_a_script(name: str) -> None:
    """A page that prints no headline has the script's, whatever its `title` says."""
    carrier, rule = CARRIERS[name]
    record = article(carrier + OTHERS, "<title>Sample News</title>", "http://news.sample.test/a/1.htm")
    assert (record.headline, record.evidence["headline"]) == (TITLE, rule)
    assert record.body == PARAGRAPHS


def test_what_the_markup_prints_comes_first() -> None:
    """Date, source and author that the page prints are not replaced."""
    printed = "<p>2024-05-08 10:15</p><p>Source: Harbour Post</p><p>By Chen Hao</p>"
    record = article(f"{HEADED}{printed}{CARRIERS['Next'][0]}", HEAD, "http://news.sample.test/a/1.htm")
    assert record.body == PARAGRAPHS
    assert (record.published, record.source) == ("2024-05-08T10:15+08:00", "Harbour Post")
    assert record.bylines == ("Chen Hao",)


def test_preview_goes_on_in_a_script() -> None:
    """A text that begins in the markup is read where it is whole, in the place of its preview."""
    preview = f'<div class="preview"><p>{PARAGRAPHS[0]}</p></div><p>Editor: Zhao Min</p>'
    record = article(HEADED + preview + CARRIERS["Next"][0])
    assert record.body == PARAGRAPHS
    assert record.editors == ("Zhao Min",)


def test_described_text() -> None:
    """The `articleBody` of JSON-LD is read where the markup has less of it, by its lines."""
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(PARAGRAPHS)}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    record = article(f"{HEADED}<p>{PARAGRAPHS[0]}</p>{script}")
    assert record.body == PARAGRAPHS
    assert record.evidence["body"] == "script: JSON-LD articleBody"


def test_dateline_in_a_script() -> None:
    """The text is read like any other: a dateline opens it, its furniture goes."""
    filed = (f"LINSHUI, May 8 (Xinhua) -- {PARAGRAPHS[0]}", *PARAGRAPHS[1:])
    text = f"{paragraphs(filed)}<div class=share>Share</div>"
    state = {"news": {"title": TITLE, "body": text}}
    record = article(f"{HEADED}<script>window.__STATE__={escaped(state)}</script>")
    assert record.dateline is not None
    assert record.dateline.places == ("LINSHUI",)
    assert record.body[1:] == PARAGRAPHS[1:]


def test_pictures_beside_the_text() -> None:
    """Pictures that the same object lists are the article's photos."""
    news = {
        "title": TITLE,
        "content": paragraphs(),
        "images": [{"src": "/1.jpg", "desc": "Boats. (Photo/Wu Lin)"}],
    }
    record = article(f"{HEADED}<script>window.__STATE__={escaped({'news': news})}</script>")
    assert [(photo.caption, photo.credit) for photo in record.photos] == [("Boats.", "(Photo/Wu Lin)")]


def test_empty_container_of_a_layout() -> None:
    """Where the site's layout has the text, the script's stands, however long the lists beside it are."""
    lists = paragraphs(
        tuple(f"Another story of the day, number {n}, ends here. It is long." * 3 for n in range(9))
    )
    body = (
        f"<h1>{TITLE}</h1><div class='info'>Source: CCTV</div><div id='content_area'></div><div>{lists}</div>"
        f"<script>var publishDate='20240508093000 ';var contentdate={quoted(TEXT)};"
        "document.getElementById('content_area').innerHTML = contentdate;</script>"
    )
    url = "https://news.cctv.com/2024/05/08/ARTI0a1b2c.shtml"
    record = extract_article(page(body, f"<title>{TITLE}_CCTV</title>"), url)
    assert record.body == PARAGRAPHS
    assert record.evidence["body"] == "script: contentdate"
    assert record.published == "2024-05-08T09:30:00+08:00"
    assert record.source == "CCTV"


def test_bare_variable_for_an_empty_container() -> None:
    """Where the site's layout has the text, paragraphs in a variable stand, without a title beside them."""
    body = (
        f"<div class='article-title'>{TITLE}</div><div class='article-time'>2026-03-22 18:45:43</div>"
        f"<div id='articleContent'></div><script>var contentTxt ={quoted(TEXT)};</script>"
    )
    record = extract_article(page(body), "https://ckxxapp.ckxx.net/pages/2026/03/22/" + "0a" * 16 + ".html")
    assert record.body == PARAGRAPHS
    assert record.evidence["body"] == "script: contentTxt"


def other(number: int) -> dict[str, str]:
    """Another story in full."""
    return {"title": f"Story {number} of another town", "content": paragraphs(), "pubTime": "2024-05-07"}


NO_ARTICLES: dict[str, str] = {
    "other stories": escaped({"list": [other(1), other(2)]}),
    "related stories": escaped({"related": {"title": TITLE, "content": TEXT}}),
    "comments": escaped({"comments": [{"title": TITLE, "content": TEXT}]}),
    "translations": escaped({"i18n": {"title": TITLE, "messages": {"text": " ".join(PARAGRAPHS)}}}),
    "a text without title or date": escaped({"popup": {"content": TEXT}}),
    "code": escaped({"title": TITLE, "content": "function a(x) { return b(x); } " * 40}),
    "another title": escaped({"title": "Terms and conditions", "time": "2024-05-08", "content": TEXT}),
    "words without a sentence": escaped(
        {"title": TITLE, "content": "<p>" + "boats and gates " * 30 + "</p>"}
    ),
}


@pytest.mark.parametrize("name", NO_ARTICLES)
def test_no_article_in_the_script(name: str) -> None:
    """Texts of other articles in a script are not used."""
    record = article(f"{HEADED}<script>window.__STATE__={NO_ARTICLES[name]}</script>{OTHERS}")
    assert not record.evidence["body"].startswith("script")
    assert not set(record.body) & set(PARAGRAPHS)


def test_whole_text_in_the_markup_stays() -> None:
    """A page with its text in the markup is read as before, whatever its scripts hold."""
    record = article(f"{HEADED}<div>{TEXT}</div>{CARRIERS['Next'][0]}")
    assert record.body == PARAGRAPHS
    assert record.evidence["body"] == "general scorer"


SHELLS: list[tuple[str, str]] = [
    ("<div id=app></div><script src=/app.js></script>", "empty #app"),
    ("<div id=root><div class=spinner></div></div><script src=/app.js></script>", "empty #root"),
    ("<app-root></app-root><script src=/app.js></script>", "empty app-root"),
    ("<noscript>You need to enable JavaScript to run this app.</noscript><div id=x></div>", "noscript"),
    ("<noscript>请启用 JavaScript 后继续浏览。</noscript>", "noscript"),
    ("<noscript><p>JavaScript is required to read this page.</p></noscript>", "noscript"),
]


@pytest.mark.parametrize(("body", "sign"), SHELLS)
def test_pages_that_need_scripts(body: str, sign: str) -> None:
    """A page that scripts fill is rejected as such, and the evidence has the sign."""
    record = article(body, "<title>A lock opens in Linshui</title>")
    assert record.evidence["scripts.needed"] == sign
    assert unsoundness(record) is Cause.NEEDS_SCRIPTS


@pytest.mark.parametrize(
    "body",
    [
        "<div id=app></div>",
        "<noscript><img src=//stats.sample.test/1.gif></noscript><p>Contact</p>",
        f"<noscript>Please enable JavaScript.</noscript><div id=app></div>{HEADED}{paragraphs()}",
    ],
)
def test_pages_that_need_no_scripts(body: str) -> None:
    """Pages without text and without a sign are rejected with their own reason; others are read."""
    record = article(body)
    assert "scripts.needed" not in record.evidence
    assert unsoundness(record) is not Cause.NEEDS_SCRIPTS


HOSTILE: dict[str, str] = {
    "lists": f'{{"title": "{TITLE}", "content": ' + "[" * 1_000_000,
    "objects": '{"content":' * 90_000,
    "sound objects": '{"content":' * 900 + "1" + "}" * 900,
    "nested texts": json.dumps({"title": TITLE, "content": "<div>" * 150_000 + PARAGRAPHS[0]}),
    "angles": json.dumps({"title": TITLE, "content": "<" * 1_000_000 + PARAGRAPHS[0] + "</p>"}),
    "entities": json.dumps({"title": TITLE, "content": "&lt;p" * 200_000 + PARAGRAPHS[0]}),
    "blocks": json.dumps({"title": TITLE, "content": [{"text": PARAGRAPHS[0]}] * 18_000}),
    "siblings": json.dumps([{"title": TITLE, "content": PARAGRAPHS[0]}] * 8_000),
    "keys": json.dumps({f"content{n}": PARAGRAPHS[0] for n in range(9_000)}),
    "escaped in escaped": escaped(escaped(escaped(escaped(STATE)))) * 300,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_data_takes_no_time(name: str) -> None:
    """A megabyte or two of anything costs seconds at worst, and breaks nothing."""
    start = time.process_time()
    article(f"{HEADED}<script>window.__STATE__={HOSTILE[name]}</script>{OTHERS}")
    assert time.process_time() - start < 6
