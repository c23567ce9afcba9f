"""Tests of references in the encodings of their documents."""

from __future__ import annotations

import pytest

from crawler.text.charset import decode
from crawler.text.references import Base

URL = "http://www.lanqiao.test/zh/index.htm"


def base(declared: str, codec: str) -> Base:
    """Return the base of a page in an encoding that it declares."""
    return Base.of(URL, decode(f"<meta charset={declared}><p>渡輪的書，来看的人</p>".encode(codec, "ignore")))


@pytest.mark.parametrize(
    ("declared", "codec", "reference", "expected"),
    [
        ("gb2312", "gbk", "/list.asp?cat=新闻", "/list.asp?cat=%D0%C2%CE%C5"),
        ("gbk", "gbk", "/新闻/a.asp?cat=新闻#新", "/%E6%96%B0%E9%97%BB/a.asp?cat=%D0%C2%CE%C5"),
        ("gbk", "gbk", "/a?p=3€", "/a?p=3%80"),
        ("gb18030", "gb18030", "/a?p=3€", "/a?p=3%A2%E3"),
        ("gbk", "gbk", "/a?p=😀新", "/a?p=%26%23128512%3B%D0%C2"),
        ("gb2312", "utf-8", "/a?cat=新闻", "/a?cat=%E6%96%B0%E9%97%BB"),
        ("big5", "big5", "/a?cat=新聞", "/a?cat=%B7s%BBD"),
        ("gbk", "gbk", "/a?cat=%E6%96%B0", "/a?cat=%E6%96%B0"),
        ("gbk", "gbk", "?cat=新&p=2", "/zh/index.htm?cat=%D0%C2&p=2"),
        ("utf-8", "utf-8", "/a?cat=新闻", "/a?cat=%E6%96%B0%E9%97%BB"),
    ],
)
def test_query_in_the_encoding_of_the_page(declared: str, codec: str, reference: str, expected: str) -> None:
    """A query asks in the page's encoding, a path in UTF-8, as browsers do."""
    assert base(declared, codec).resolve(reference) == f"http://www.lanqiao.test{expected}"


@pytest.mark.parametrize("reference", ["#新", "javascript:a('新')", "", "mailto:新@b.test?x=新"])
def test_what_is_not_fetched(reference: str) -> None:
    """References to the page itself and to other schemes lead nowhere."""
    assert base("gbk", "gbk").resolve(reference) is None
