"""The sample site's articles as a perfect harvest yields them, and its pages as they lie on disk."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from crawler.extraction.tree.page import parse_html
from crawler.samplesite import ROOT

HERE = Path(__file__).parent
WWW = ROOT / "www"
ORIGIN = "http://news.sample.test"


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


EXPECTED = _rows("expected.jsonl")
"""One record per article, with the field names of `crawler.items.Article`, but for three things: `path`
stands for `url`; `pages` and `photos[].url` hold paths where they are on the site."""

REJECTED = _rows("rejected.jsonl")
"""Pages that are no articles: `path`, and `kind`: soft404, login, video or hub."""

PATHS = [row["path"] for row in EXPECTED]


def raw(path: str) -> bytes:
    """Return the bytes of a page as they lie on disk."""
    return (WWW / path.lstrip("/")).read_bytes()


def decoded(path: str) -> str:
    """Return a page's text, whatever it says of its encoding: UTF-8 where possible, else GBK."""
    body = raw(path)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("gb18030")


def tree(path: str) -> etree._Element:
    """Parse a page."""
    return parse_html(decoded(path).encode())


def parts(row: dict[str, Any]) -> list[str]:
    """Return the paths of an article's pages, in order."""
    return row["pages"] or [row["path"]]


def squeeze(text: str) -> str:
    """Drop all white space: pages break and indent lines as they like."""
    return re.sub(r"\s+", "", text)


def visible(row: dict[str, Any]) -> str:
    """Return the text of all pages of an article, scripts left out, without white space."""
    out = []
    for path in parts(row):
        root = tree(path)
        etree.strip_elements(root, "script", "style", with_tail=False)
        out.append("".join(map(str, root.itertext())))
    return squeeze("".join(out))


def pages() -> Iterator[str]:
    """Yield the path of every HTML page on disk."""
    for file in sorted(WWW.rglob("*")):
        if file.is_file() and file.suffix in {".htm", ".html", ".shtml", ""}:
            yield "/" + file.relative_to(WWW).as_posix()
