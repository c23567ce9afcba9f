"""The records that flow through the harvester: articles, their photos and their datelines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from msgspec import Meta

SCHEMA = "article/1"
"""The version of the record. A change that breaks a reader raises the number."""


UNVERIFIED = "tls.unverified"
OVERLONG = "http.overlong"
"""What may be remarkable about a response beside its bytes; also the names in a record's evidence."""
REFUSED = "canonical.refused"
"""Name in a record's evidence: a canonical link that is not believed."""

Headers = tuple[tuple[bytes, bytes], ...]
"""Names and values of HTTP headers, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and its response, as they went over the wire as far as Scrapy keeps that."""

    url: str
    date: str
    """When the response came: ISO 8601, UTC."""
    method: str
    asked: Headers
    """The request's headers."""
    status: int
    protocol: str
    """As the response has it: `HTTP/1.1`."""
    headers: Headers
    body: bytes
    """Still compressed where the server compressed it; no longer chunked."""
    address: str | None = None
    """The server's IP address."""
    remarks: tuple[str, ...] = ()
    """What its bytes do not tell: `tls.unverified`, `http.overlong`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The opening of a wire story that says where, when and by whom it was filed."""

    text: str
    """The dateline as printed, up to and with its closing mark: `PHNOM PENH, Aug. 6 (Xinhua) --`."""
    places: tuple[str, ...] = ()
    """Places as printed, qualifiers (state, country) included as places of their own."""
    date: str | None = None
    """ISO 8601 date; the year is inferred from the article's date. Without one, `--MM-DD` or `---DD`."""
    agency: str | None = None
    """Agency as printed: `Xinhua`, `新华社`, `本报`."""
    reporters: tuple[str, ...] = ()
    """Names of the reporters that the dateline names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A photo caption taken apart; what the fields mean, `Photo` says."""

    caption: str | None = None
    credit: str | None = None
    photographers: tuple[str, ...] = ()
    agency: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A content image with its caption."""

    url: str | None = None
    """Absolute URL; None where the page prints a caption but carries no image for it."""
    caption: str | None = None
    """The caption without its credit; None where only a credit is printed, or nothing."""
    credit: str | None = None
    """The credit as printed, with its brackets or label: `[Photo by Van Pov/Xinhua]`."""
    photographers: tuple[str, ...] = ()
    """Names of people; desks, `STR` and `Handout` are none."""
    agency: str | None = None
    """What the credit names beside people: `Xinhua`, `AFP via Getty Images`."""
    date: str | None = None
    """ISO 8601 date of the picture, where the caption states one; a missing year is inferred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One revision of one news article. The field order is the order of the JSON keys."""

    schema: str = SCHEMA
    """Version of this record."""
    id: str
    """Stable over revisits: the first 16 hexadecimal digits of the SHA-256 of `canonical_url`."""
    url: str
    """The URL that was fetched, after redirects."""
    canonical_url: str
    """The page's own canonical link where it is credible, otherwise `url` without tracking parameters."""
    publisher: str | None = None
    """Domain-style name of the publisher, such as `china.org.cn`; the host where it is not known."""
    language: str | None = None
    """BCP 47 tag: `en`, `zh-Hans`, `ar`."""
    story: str | None = None
    """Near-identical copies of a wire story, on whatever sites, carry the same one: 16 hexadecimal digits.
    None where the text is too short to be known again, and outside a crawl."""
    headline: str = ""
    """As printed, white space folded; never empty on a record that was exported."""
    kicker: str | None = None
    """The short line above the headline."""
    section: tuple[str, ...] = ()
    """The breadcrumb, from the general to the special, without the home page."""
    published: str | None = None
    """ISO 8601, as exact as the page says: a date, or a time with offset."""
    modified: str | None = None
    """ISO 8601 time of the last change, where the page states one."""
    source: str | None = None
    """Where the article came from, as printed: `Xinhua`, `China.org.cn`."""
    bylines: tuple[str, ...] = ()
    """Names of the authors."""
    editors: tuple[str, ...] = ()
    """Names of the editors."""
    dateline: Dateline | None = None
    """The parsed dateline; None where the article has none."""
    photos: tuple[Photo, ...] = ()
    """Content images in page order."""
    body: tuple[str, ...] = ()
    """Paragraphs as printed, dateline included, captions and furniture excluded."""
    pages: tuple[str, ...] = ()
    """The URLs that were joined, for an article over several pages; empty for a single page."""
    revision: Annotated[int, Meta(ge=0, le=2**63 - 1)] = 1
    """Counts from 1; a changed article comes out again with the next number."""
    changed: tuple[str, ...] = ()
    """The fields that differ from the previous revision."""
    fetched: str | None = None
    """When the (first) page was fetched: ISO 8601, UTC."""
    archive: str | None = None
    """WARC file and offset of the raw response, `file#offset`."""
    extractor: str = ""
    """Version of the program that extracted the record."""
    evidence: Mapping[str, str] = field(default_factory=dict)
    """Per field, the rule that found it, and the form that took it apart (`source.form`, `bylines.form`,
    `editors.form`); what was declared, found and used as character encoding
    (`charset.declared`, `charset.found`, `charset.used`, `charset.replaced`); parts that are missing
    (`pages.missing`); the host whose certificate was not verified (`tls.unverified`); whether the server sent
    more than the length it told (`http.overlong`); the headline that the page prints, where another was taken
    (`headline.printed`); what was too much to be read (`markup.cut`: `bytes`, `attributes`, `nesting`,
    `tags`); whether the article dates itself in the future (`published.ahead`)."""
