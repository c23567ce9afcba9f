"""Defines the records that flow through the harvester: articles, their photos and their datelines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import Annotated

from msgspec import Meta

SCHEMA = "article/2"
"""The version of the record. A change that breaks a reader raises the number."""
FIRST_SCHEMA = "article/1"
"""The earlier version, whose records are read, too; the fields that it lacks are then empty."""


UNVERIFIED = "tls.unverified"
OVERLONG = "http.overlong"
ALTERED = "capture.altered"
"""Facts about a response beside its bytes, by their names in a record's evidence."""
REFUSED = "canonical.refused"
"""Name in a record's evidence for a rejected canonical link."""
UNREAD = "fields.unread"
"""Name in a record's evidence for the fields that were not requested."""

Headers = tuple[tuple[bytes, bytes], ...]
"""Names and values of HTTP headers, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and its response, as far as Scrapy preserves them."""

    url: str
    date: str
    """Time of the response: ISO 8601, UTC."""
    method: str
    asked: Headers
    """The request's headers."""
    status: int
    protocol: str
    """Version in the response: `HTTP/1.1`."""
    headers: Headers
    body: bytes
    """The body, compressed as sent, without chunking."""
    address: str | None = None
    """The server's IP address."""
    remarks: tuple[str, ...] = ()
    """Facts beside its bytes: `tls.unverified`, `http.overlong`, `capture.altered`."""
    capture: str | None = None
    """URL in a web archive, if it was taken from there; `url` and `date` are then those of the capture."""
    harvested: str = ""
    """Time at which it was taken from there: ISO 8601, UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The opening of a wire story: place, date, agency and reporters."""

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
    """A parsed photo caption; see `Photo` for the fields."""

    caption: str | None = None
    credit: str | None = None
    photographers: tuple[str, ...] = ()
    agency: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """The fetched file of a photo."""

    path: str
    """Path in the crawl's directory: `photos/ab/<sha256>.jpg`."""
    sha256: str
    """SHA-256 of its bytes: 64 hexadecimal digits."""
    type: str
    """Media type by its bytes: `image/jpeg`."""
    width: int
    """True width in pixels."""
    height: int
    """True height in pixels."""
    size: int
    """Number of its bytes."""
    phash: str
    """Perceptual hash: 16 hexadecimal digits. The hashes of near-duplicates differ in few bits."""
    caption: str | None = None
    """The caption in the file (IPTC, XMP or Exif), as its maker wrote it."""
    credit: str | None = None
    """The credit in the file."""
    rights: str | None = None
    """The copyright notice or licence in the file."""
    capture: str | None = None
    """URL in the web archive that it was taken from, or the WARC file with the bytes of the record
    (`?bytes=first-last`); None for a picture of the live site."""
    captured: str | None = None
    """Time of that capture: ISO 8601, UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A content image with its caption."""

    url: str | None = None
    """Absolute URL; None if the page has a caption without an image."""
    caption: str | None = None
    """The caption without its credit; None if only a credit is printed, or neither."""
    credit: str | None = None
    """The credit as printed, with its brackets or label: `[Photo by Van Pov/Xinhua]`."""
    photographers: tuple[str, ...] = ()
    """Names of people; desks, `STR` and `Handout` are excluded."""
    agency: str | None = None
    """The credit without people: `Xinhua`, `AFP via Getty Images`."""
    date: str | None = None
    """ISO 8601 date of the picture, if the caption states it; a missing year is inferred."""
    alt: str | None = None
    """Its alternative text, as the page states it; browsers show it only without the picture."""
    width: int | None = None
    """Width in pixels, as the page states it; the file itself may be larger."""
    height: int | None = None
    """Height in pixels, likewise."""
    position: int | None = None
    """Number of paragraphs of `body` above it; None for a gallery in a script."""
    is_lead: bool = False
    """Whether it is the article's main picture: the one that the page's head names (`og:image`), or else the
    first one, if it stands above the text."""
    file: PictureFile | None = None
    """Its fetched file; None unless the setting `PHOTOS` is on, and for a refused picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A video or a sound recording of an article."""

    url: str
    """Absolute URL of the file, or else of the player."""
    poster: str | None = None
    """Absolute URL of the picture that stands for it."""
    duration: str | None = None
    """ISO 8601 duration, if the page states it: `PT2M5S`."""
    caption: str | None = None
    """The caption printed with its player, or else its name in the page's JSON-LD."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """The rights in an article, as its page and the headers of its response state them."""

    license: str | None = None
    """URL or name of the licence."""
    copyright: str | None = None
    """The copyright line, as printed or stated."""
    holder: str | None = None
    """Name of the holder of the copyright, as the page's JSON-LD states it."""
    reservations: tuple[str, ...] = ()
    """Reservations from text and data mining, each with its place: `robots: noai`, `x-robots-tag: noai`,
    `tdm-reservation: 1`, and in a crawl those of the site's files, `content-signal: ai-train=no` (robots.txt)
    and `tdmrep.json: tdm-reservation=1`."""


class FoundAs(StrEnum):
    """The way in which a crawl found a URL."""

    START = "start"
    """The user named it."""
    LIST = "list"
    """On a page of links, in a list in JSON, or in a list of URLs."""
    LINK = "link"
    """By a link of a page that may be an article itself."""
    FEED = "feed"
    SITEMAP = "sitemap"
    ARCHIVE = "archive"
    """In the index of a web archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBy:
    """The way in which the crawl found an article's URL for the first time."""

    kind: FoundAs
    """`list`, `feed`, `sitemap`, `link`, `archive` or `start`."""
    url: str | None = None
    """URL of the page or file that named it; None for a start."""
    at: str
    """Time at which it was found: ISO 8601, UTC."""


class Structure(StrEnum):
    """The detail in which a record states the structure of its text."""

    NONE = "none"
    """`body` alone."""
    BLOCKS = "blocks"
    """`body` and `blocks`."""
    LINKED = "linked"
    """The same, with the links of each block."""


class Detail(StrEnum):
    """A field of a record that is read only on request."""

    DECK = "deck"
    KIND = "kind"
    KEYWORDS = "keywords"
    PUBLISHED_PRINTED = "published_printed"
    VIDEOS = "videos"
    AUDIOS = "audios"
    ACCESS = "access"
    RIGHTS = "rights"
    """Without it, `rights` has the reservations alone, which are always read."""


@dataclass(frozen=True, slots=True)
class FieldSelection:
    """Selects the optional fields of a record."""

    structure: Structure = Structure.NONE
    """The wanted detail of the text's structure (BLOCKS, LINKS)."""
    details: frozenset[Detail] = frozenset()
    """The wanted ones of the other optional fields (DETAILS)."""

    @property
    def unread(self) -> tuple[Detail, ...]:
        """The fields that are not requested, in the order of `Detail`."""
        return tuple(each for each in Detail if each not in self.details)


USUAL_FIELDS = FieldSelection()
"""No details, and no blocks."""

ALL_DETAILS = FieldSelection(details=frozenset(Detail))
"""All details, and no blocks."""


class BlockType(StrEnum):
    """The type of a block of the text."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    QUOTE = "quote"
    PREFORMATTED = "preformatted"
    PICTURE = "picture"
    EMBED = "embed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLink:
    """A link in the text."""

    text: str
    """The linked words, as printed."""
    url: str
    """Absolute URL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """An item of a list."""

    text: str
    """Its text; a line feed separates its paragraphs."""
    level: int = 1
    """1 for an item of the list itself, 2 for one of a list within it, and so on."""
    number: int | None = None
    """The number that browsers print before it; None in a list without numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A cell of a table."""

    text: str = ""
    """Its text; a line feed separates its lines. Empty for an empty cell."""
    columns: int = 1
    """Number of columns that it spans."""
    rows: int = 1
    """Number of rows that it spans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of a table."""

    cells: tuple[TableCell, ...] = ()
    """Its cells, from the first column on; a cell that spans rows stands in the first of them alone."""
    header: bool = False
    """Whether it heads the columns."""
    joined: bool = False
    """Whether `body` has it as one paragraph, with a space between the lines of its cells. Otherwise each
    line is a paragraph of its own.
    """

    @property
    def texts(self) -> tuple[str, ...]:
        """The row's part of `body`."""
        lines = tuple(chain.from_iterable(map(_lines, (cell.text for cell in self.cells))))
        return (" ".join(lines),) if self.joined else lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of the text. Fields that its type does not use are null or empty."""

    type: BlockType
    """`paragraph`, `heading`, `list`, `table`, `quote`, `preformatted`, `picture` or `embed`."""
    text: str = ""
    """The text of a paragraph, a heading, a quotation or preformatted text; a line feed separates the
    paragraphs of the latter two.
    """
    level: int | None = None
    """Level of a heading by its markup, from 1 to 6; None if only bold type or a number marks it."""
    ordered: bool | None = None
    """Whether the items of a list have numbers; None for other types."""
    items: tuple[ListItem, ...] = ()
    """The items of a list, in order, those of lists within it included."""
    caption: str | None = None
    """The caption of a table, as printed above it; a line feed separates its lines."""
    rows: tuple[TableRow, ...] = ()
    """The rows of a table."""
    attribution: str | None = None
    """Source of a quotation, as marked or printed below it; if `body` has it, `text` has it, too."""
    printed: str | None = None
    """Preformatted text with its spaces and line breaks."""
    photo: int | None = None
    """Place of a picture in `photos`, from 0."""
    kind: str | None = None
    """Kind of an embed: `video`, `audio`, `post`, `chart`, `map`, `document` or `page`."""
    url: str | None = None
    """Absolute URL of an embed, or of a quotation's source."""
    links: tuple[TextLink, ...] = ()
    """The links in the block, in order; empty unless the setting `LINKS` is on."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The block's part of `body`: its paragraphs in order, none for pictures and embeds."""
        items = chain.from_iterable(_lines(item.text) for item in self.items)
        rows = chain.from_iterable(row.texts for row in self.rows)
        return (*_lines(self.text), *_lines(self.caption), *items, *rows)

    @property
    def grid(self) -> tuple[tuple[str, ...], ...]:
        """The texts of a table by row and column; a cell that spans several of them stands in each."""
        texts: dict[tuple[int, int], str] = {}
        for number, row in enumerate(self.rows):
            place = 0
            for cell in row.cells:
                while (number, place) in texts:
                    place += 1
                below = range(number, min(number + cell.rows, len(self.rows)))
                beside = range(place, place + cell.columns)
                texts |= {(line, column): cell.text for line in below for column in beside}
        width = 1 + max((column for _, column in texts), default=-1)
        return tuple(
            tuple(texts.get((number, column), "") for column in range(width))
            for number in range(len(self.rows))
        )


def _lines(text: str | None) -> list[str]:
    return text.split("\n") if text else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One revision of one news article. The field order is the order of the JSON keys."""

    schema: str = SCHEMA
    """Version of this record."""
    id: str
    """Id that stays the same over revisits: the first 16 hexadecimal digits of the SHA-256 of
    `canonical_url`.
    """
    url: str
    """The fetched URL, after redirects."""
    canonical_url: str
    """The page's own canonical link if it is credible, otherwise `url` without tracking parameters."""
    publisher: str | None = None
    """Domain-style name of the publisher, such as `china.org.cn`; the host of an unknown publisher."""
    language: str | None = None
    """BCP 47 tag: `en`, `zh-Hans`, `ar`."""
    story: str | None = None
    """One value for all near-identical copies of a wire story in one crawl: 16 hexadecimal digits.
    None for a text that is too short, and outside a crawl."""
    headline: str = ""
    """As printed, with white space collapsed; never empty in a written record."""
    kicker: str | None = None
    """The short line above the headline."""
    deck: str | None = None
    """The standfirst, second headline or summary that the page prints; never the description in its head."""
    section: tuple[str, ...] = ()
    """The breadcrumb, from general to specific, without the home page."""
    kind: str | None = None
    """By a mark that the page prints: `news`, `commentary`, `interview`, `transcript`, `briefing`, `gallery`,
    `live`, `video` or `announcement`; None without a mark."""
    keywords: tuple[str, ...] = ()
    """The keywords that the page states for the article, without repetitions and those of the site."""
    published: str | None = None
    """ISO 8601, as precise as the page: a date, or a time with offset."""
    published_printed: str | None = None
    """The date of publication as printed, with its time of day; None if the page does not print that day."""
    modified: str | None = None
    """ISO 8601 time of the last change, if the page states one."""
    source: str | None = None
    """The publication or agency that first published the article, as printed: `Xinhua`, `China.org.cn`."""
    bylines: tuple[str, ...] = ()
    """Names of the authors."""
    editors: tuple[str, ...] = ()
    """Names of the editors."""
    dateline: Dateline | None = None
    """The parsed dateline; None without one."""
    photos: tuple[Photo, ...] = ()
    """Content images in page order."""
    videos: tuple[Recording, ...] = ()
    """The videos of the article, in page order."""
    audios: tuple[Recording, ...] = ()
    """The sound recordings of the article, in page order."""
    body: tuple[str, ...] = ()
    """Paragraphs as printed, dateline included, captions and furniture excluded."""
    blocks: tuple[Block, ...] = ()
    """The text in order as typed blocks, with its pictures and embeds; empty unless the setting `BLOCKS` is
    on. The texts of the blocks are those of `body`.
    """
    access: str | None = None
    """`free`, `metered`, `paid`, or `restricted` if the page states only that it is not free for everybody;
    None if it states nothing."""
    rights: Rights | None = None
    """The stated rights; None if nothing is stated."""
    pages: tuple[str, ...] = ()
    """The URLs of an article that spans several pages; empty for a single page."""
    revision: Annotated[int, Meta(ge=0, le=2**63 - 1)] = 1
    """Number from 1; a changed article is written again with the next number."""
    changed: tuple[str, ...] = ()
    """The fields that differ from the previous revision."""
    found_by: FoundBy | None = None
    """The way in which the crawl found the URL first; None outside a crawl."""
    fetched: str | None = None
    """Time at which the (first) page was fetched: ISO 8601, UTC."""
    archive: str | None = None
    """WARC file and offset of the raw response, `file#offset`."""
    extractor: str = ""
    """Version of the program that extracted the record."""
    evidence: Mapping[str, str] = field(default_factory=dict)
    """Per field, its rule, and the form that parsed it (`source.form`, `bylines.form`, `editors.form`); the
    declared, detected and used character encodings (`charset.declared`, `charset.found`, `charset.used`,
    `charset.replaced`); missing parts (`pages.missing`); the file in JSON beside the page that was read, too
    (`companion`), and its URL in a web archive (`companion.capture`); the host whose certificate was not
    verified (`tls.unverified`); further bytes after the declared length (`http.overlong`); the URL in a web
    archive (`capture`), and that its bytes have another digest than its index says (`capture.altered`); the
    printed headline, if another one was chosen (`headline.printed`); the fields that the setting `DETAILS`
    left out (`fields.unread`); the excess markup that was left out (`markup.cut`: `bytes`, `attributes`,
    `nesting`, `tags`); a date in the future (`published.ahead`); the photos without a file, each by its place
    from 0, with the code of the reason (`photos.refused`); those whose file has another caption or credit
    than the page (`photos.embedded`)."""
