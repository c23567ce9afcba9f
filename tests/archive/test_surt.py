"""The keys of indexes: those of pywb and the Wayback Machine (`make recipes` compares with pywb's own)."""

from __future__ import annotations

import pytest

from crawler.archive.surt import surt

KEYS = {
    "http://a.cn": "cn,a)/",
    "http://www.news.a.cn/B/C.htm": "cn,a,news)/b/c.htm",
    "http://www2.a.cn/": "cn,a)/",
    "http://english.www.a.cn/": "cn,a,www,english)/",
    "http://dzwww.a.cn/": "cn,a,dzwww)/",
    "http://www/": "www)/",
    "https://a.cn:443/": "cn,a)/",
    "http://a.cn:443/": "cn,a:443)/",
    "http://user:word@a.cn./x#top": "cn,a)/x",
    "http://192.0.2.7:8080/a": "7,2,0,192:8080)/a",
    "https://[2001:db8::7]/a": "2001:db8::7)/a",
    "http://a.cn/a//b/../c/./d/": "cn,a)/a/c/d",
    "http://a.cn/../x/..": "cn,a)/",
    "http://a.cn/list/?B=2&a=1&a&a=0": "cn,a)/list?a&a=0&a=1&b=2",
    "http://a.cn/list/?": "cn,a)/list",
    "http://a.cn/list?&": "cn,a)/list?&",
    "http://a.cn/图?x=图": "cn,a)/%e5%9b%be?x=%e5%9b%be",
    "http://a.cn/%E5%9B%BE%2520?q=%31%23%252": "cn,a)/%e5%9b%be%20?q=1%23%252",
    "http://a.cn/%CD%BC?x=%CD%BC": "cn,a)/%cd%bc?x=%cd%bc",
    "http://a.cn/a b|c": "cn,a)/a%20b|c",
    "http://a.cn/x?a=1&PHPSESSID=0123456789abcdef0123456789abcdef&z=3": "cn,a)/x?a=1&z=3",
    "http://a.cn/x?jsessionid=0123456789abcdef0123456789abcdef": "cn,a)/x",
    "http://a.cn/x?sid=0123": "cn,a)/x?sid=0123",
    "http://a.cn/x?cfid=1&cftoken=2&z=3": "cn,a)/x?z=3",
    "http://a.cn/(S(0123456789abcdefghijklmn))/x.aspx": "cn,a)/x.aspx",
    "urn:news:1 2": "urn:news:1%202",
    "http://[::1/x": "http://[::1/x",
    "http://a.cn:99999/x": "http://a.cn:99999/x",
}


@pytest.mark.parametrize(("url", "key"), KEYS.items())
def test_key(url: str, key: str) -> None:
    """Addresses of one page have one key, which sorts the pages of a host together."""
    assert surt(url) == key


def test_key_is_one_word() -> None:
    """A line of an index is split at its spaces."""
    for char in map(chr, [*range(33), 0x85, 0xA0, 0x2028, 0x3000, 0xD800]):
        for url in (f"http://a.cn/x{char}y?x{char}y", f"http://a{char}b.cn", f"urn:{char}:1"):
            assert surt(url).isascii()
            assert len(surt(url).split()) == 1
