"""Drafts a publisher's declaration from one of its pages."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree

from crawler.declaring.url_pattern import article_pattern
from crawler.extraction.body.headline import SUFFIX, fold
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.findings import Findings, find_all
from crawler.extraction.tree.layouts import Knowledge
from crawler.extraction.tree.page import Page
from crawler.publishers import SHARED_LAYOUTS, Layout, Publisher, declared_publishers
from crawler.text.urls import host_of, path_of

if TYPE_CHECKING:
    from tldextract import TLDExtract

NAME = re.compile(r"[A-Za-z][A-Za-z_-]*(?:\d{1,2})?")  # names with longer numbers belong to the page itself
LONGEST = 40  # characters of a title


@cache
def _suffixes() -> TLDExtract:
    """Return the public suffixes that came with the package: nothing is fetched or written."""
    import tldextract  # noqa: PLC0415  brings an HTTP client along, 7 MiB, and Scrapy loads all commands

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


def registrable_domain(url: str) -> str | None:
    """Return the registered domain of a URL, such as `china.org.cn`; None for addresses and bare hosts."""
    return _suffixes()(host_of(url)).top_domain_under_public_suffix or None


def guess_publisher(page: Page, domain: str) -> Publisher:
    """Draft a declaration from a page; the time zone stays Beijing's."""
    findings = find_all(page, Knowledge(None, SHARED_LAYOUTS))
    parts = urlsplit(page.url)
    pattern = article_pattern(path_of(page.url))
    layout = _layout(findings, domain)
    return Publisher(
        name=domain,
        title=_title(findings) or domain,
        hosts=(domain,),
        start=(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/",),
        language=findings.language or "en",
        article_urls=(pattern,) if pattern else (),
        layouts=(layout,) if layout else (),
    )


def _title(findings: Findings) -> str | None:
    """Return the site's name, from Open Graph or from the page's title behind the headline."""
    reading = findings.readings[0]
    named = reading.metadata.meta.get("og:site_name")
    last = SUFFIX.split(reading.metadata.title)[-1].strip()
    title = named or (last if fold(last) != fold(reading.headline.text) else "")
    text = "".join(c for c in title.replace('"', "").replace("\\", "") if c.isprintable()).strip()
    return text if 0 < len(text) <= LONGEST else None


def _layout(findings: Findings, domain: str) -> Layout | None:
    """Return a skeleton of a layout, or None if a shared layout fits, or no selector names the container."""
    reading = findings.readings[0]
    if reading.container is None or (reading.layout and reading.rule.kind is Rule.LAYOUT):
        return None
    body = _selector(findings, reading.container)
    heading = _selector(findings, reading.headline.element) if reading.headline.element is not None else None
    if body is None:
        return None
    return Layout(
        name=_name(domain), fingerprint=(body,), body=(body,), headline=(heading,) if heading else ()
    )


def _name(domain: str) -> str:
    used = {layout.name for each in declared_publishers() for layout in each.layouts}
    used |= {layout.name for layout in SHARED_LAYOUTS}
    short = domain.partition(".")[0]
    return short if short not in used else domain


def _selector(findings: Findings, element: etree._Element) -> str | None:
    """Return a selector whose first element is this one, or None if none of its names is stable."""
    names = [f"{element.tag}.{name}" for name in (element.get("class") or "").split() if NAME.fullmatch(name)]
    if NAME.fullmatch(element.get("id") or ""):
        names.insert(0, f"#{element.get('id')}")
    index = findings.readings[0].index
    return next((name for name in names if index.find(name) is element), None)
