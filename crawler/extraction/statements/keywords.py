"""Finds the keywords of an article: in metadata, in links to tags, in a printed line of tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import unescape
from itertools import chain, islice
from typing import Any

from lxml import etree

from crawler.extraction.body.headline import fold
from crawler.extraction.body.reading import Reading
from crawler.extraction.body.sorting import Role
from crawler.extraction.evidence.found import Found
from crawler.extraction.evidence.rules import Reason, Rule
from crawler.extraction.form import parts_of
from crawler.extraction.furniture.forms.tags import TAG_LINES
from crawler.extraction.lexicon.han import has_han
from crawler.extraction.lexicon.tags import CODE, GENERIC, MEDIUM, SITE_NAME, TEMPLATE
from crawler.extraction.tree.markup import name_words, own_text
from crawler.text.urls import host_of, path_of

MOST = 100  # keywords
LONGEST = 60  # characters of a keyword; of one in Chinese, half as many
MOST_WORDS = 7  # of a keyword: more are a sentence
MOST_PARTS = 2  # parts of a Chinese keyword between spaces, if other keywords stand beside it
MOST_LINKS = 20  # links to tags: more are a cloud of the site's tags
FEW = 4  # keywords: a shorter list is not compared with the text
MANY = 8  # keywords of a list of which some must occur in the text
OCCURRING = 0.25  # share of such a list
TITLE_PART = 12  # characters of the headline that are no keyword; of Latin letters, twice as many

TAG_WORDS = frozenset("tags taglist taglinks keywords biaoqian guanjianci".split())
"""Words of class names and ids of elements that hold the tags of an article."""
_NO_TAGS = frozenset("cloud tagcloud widget sidebar side hot nav menu search header footer".split())
"""Words of class names and ids of the site's own tags."""

_BETWEEN = re.compile(r"\s*[,，;；、丶|｜#＃\n]+\s*")
_LATIN = re.compile("[A-Za-z]")
_SPACE = re.compile(r"\s+")
_EDGES = " \t\"'“”‘’#＃&《》【】.。:：-–—·•"
_NO_WORDS = re.compile(
    r"[\[\]{}<>$=\\]|%\w+%|^/|^[A-Za-z][\w -]{0,20}:\s?\S|^[a-z]+(?:-[a-z]+){3,}$"
    r"|^\S*_\S*$|^https?:|[。！？]|\.\s"
)
"""Templates' variables, URLs, sentences, and the site's own codes: `type: story`, `channel_top`."""
_TITLE_PARTS = re.compile(r"\s*[_|｜–—]+\s*|\s+-+\s+")


@dataclass(frozen=True)
class Described:
    """The article that keywords may describe, folded for comparison, and its site."""

    url: str
    title: str
    """The headline as printed."""
    headline: str
    reading: Reading
    site: frozenset[str]
    """Names of the site."""
    sections: frozenset[str]
    """Names of the article's sections."""

    @cached_property
    def text(self) -> str:
        """Headline, captions and body, folded; few pages need it."""
        reading = self.reading
        return fold(" ".join((self.title, *reading.texts(Role.CAPTION), *reading.texts(Role.BODY))))


def find_keywords(reading: Reading, url: str) -> Found[tuple[str, ...]]:
    """Return the keywords that the page states for its article, without those of its site."""
    return next(keywords_of(reading, url), Found(None, Rule.NONE))


def keywords_of(reading: Reading, url: str) -> Iterator[Found[tuple[str, ...]]]:
    """Yield the candidates for the keywords, in the order of trust."""
    article = _described(reading, url)
    for rule, texts in _stated(reading):
        if kept := _cleaned(texts, article):
            yield Found(kept, rule)
    # Lists and home pages have these, too, often with the site's own keywords.
    for rule, texts in _named(reading, "keywords", "keyword"):
        if (kept := _cleaned(texts, article)) and _may_describe(kept, texts, article):
            yield Found(kept, rule)
    for rule, texts in chain(_tag_links(reading), _tag_lines(reading)):
        if kept := _cleaned(texts, article):
            yield Found(kept, rule)


Statement = tuple[Reason, Sequence[str]]


def _stated(reading: Reading) -> Iterator[Statement]:
    """Yield the metadata that only articles have."""
    metadata = reading.metadata
    if stated := tuple(_texts(metadata.article.get("keywords"))):
        yield Rule.LINKED_DATA_KEYWORDS, stated
    yield from _named(reading, "news_keywords", "news_keyword")
    for name in ("article:tag", "og:article:tag"):
        if contents := metadata.repeated.get(name):
            yield Rule.META.of(name), contents


def _named(reading: Reading, *names: str) -> Iterator[Statement]:
    for name in names:
        if content := reading.metadata.meta.get(name):
            yield Rule.META.of(name), (content,)


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts in schema.org's `keywords`: a text, a `DefinedTerm`, or a list of them."""
    for each in value if isinstance(value, list) else [value]:
        text = each.get("name") if isinstance(each, dict) else each
        if isinstance(text, str) and text.strip():
            yield text


def _tag_links(reading: Reading) -> Iterator[Statement]:
    """Yield the texts of the links to the article's tags, in or below the text."""
    if reading.container is None:
        return
    start = reading.index.seen.elements.index(reading.container)
    for links in chain(_links_in_boxes(reading, start), _related_links(reading, start)):
        if 0 < len(links) <= MOST_LINKS and (texts := [text for link in links if (text := own_text(link))]):
            yield Rule.TAG_LINKS, texts


def _links_in_boxes(reading: Reading, start: int) -> Iterator[list[etree._Element]]:
    seen = reading.index.seen
    boxes = (at for names, places in seen.names.items() if _names_tags(names) for at in places)
    for box in sorted(at for at in boxes if start <= at):
        yield list(islice(seen.elements[box].iter("a"), MOST_LINKS + 1))


@lru_cache(maxsize=8192)
def _names_tags(names: str) -> bool:
    words = name_words(names)
    return bool(words & TAG_WORDS) and not words & _NO_TAGS


def _related_links(reading: Reading, start: int) -> Iterator[list[etree._Element]]:
    """Yield the first links with the relation `tag` that stand together."""
    seen = reading.index.seen
    related = ((at, seen.elements[at].get("rel")) for at in seen.places.get("a", ()) if start <= at)
    links = [seen.elements[at] for at, relation in related if relation and "tag" in relation.split()]
    around = _box(links[0]) if links else None
    yield [link for link in links if _box(link) is around]


def _box(link: etree._Element) -> etree._Element | None:
    """Return the element that holds a link, or the list in whose entry it stands."""
    parent = link.getparent()
    return parent.getparent() if parent is not None and parent.tag == "li" else parent


def _tag_lines(reading: Reading) -> Iterator[Statement]:
    lines = (*reading.around.above, *reading.around.below, *reading.texts(Role.FURNITURE))
    for line in lines:
        form = TAG_LINES.form_of(line)
        match = form.first(line) if form else None
        if match and (tags := parts_of(match).get("tags")):
            yield Rule.TAG_LINE, (tags,)


def _described(reading: Reading, url: str) -> Described:
    headline = reading.headline.text
    sections = (*reading.around.crumbs, reading.metadata.meta.get("article:section", ""))
    return Described(
        url=url,
        title=headline,
        headline=fold(headline),
        reading=reading,
        site=frozenset(_site_names(reading, url)),
        sections=frozenset(map(fold, sections)),
    )


def _site_names(reading: Reading, url: str) -> Iterator[str]:
    """Yield the folded names of the site: in metadata, in its host, behind the title."""
    metadata = reading.metadata
    yield from (fold(metadata.meta.get(name, "")) for name in ("og:site_name", "application-name"))
    yield fold(metadata.publisher)
    host = host_of(url)
    yield from (*host.split("."), host, host.partition(".")[2])
    for part in map(fold, _TITLE_PARTS.split(metadata.title)[1:]):
        yield from (part, part.rstrip("网網"))


def _cleaned(texts: Sequence[str], article: Described) -> tuple[str, ...]:
    """Return keywords without repetitions, the site's names, and texts that are no keywords."""
    kept: dict[str, str] = {}
    for word in _split(texts, article):
        key = fold(word)
        if key and key not in kept and _is_keyword(word, key, article):
            kept[key] = word
    words = tuple(islice(kept.values(), MOST))
    is_empty = kept.keys() <= article.sections or _is_cut_from_url(words, article.url)
    return () if is_empty else words


def _split(texts: Sequence[str], article: Described) -> Iterator[str]:
    """Yield the keywords in texts: a single text holds all of them, several texts one each."""
    plain = [unescape(text).partition("<")[0] for text in texts]
    words: Iterable[str] = plain if len(plain) > 1 else _pieces(plain[0], article)
    return (" ".join(word.strip(_EDGES + ",，").split()) for word in words)


def _pieces(text: str, article: Described) -> list[str]:
    """Split at commas and the like; without any, Chinese keywords are split at spaces.

    The headline may stand among them: `临水的船闸 开了 船闸 航运`.
    """
    others = text.replace(article.title, " ") if article.title else text
    pieces = _BETWEEN.split(others.strip(_EDGES + ","))
    if fold(others) in article.headline:
        return pieces
    split = (_SPACE.split(piece) if _is_list(piece, pieces) else [piece] for piece in pieces)
    return list(chain.from_iterable(split))


def _is_list(piece: str, pieces: Sequence[str]) -> bool:
    """Return whether a piece holds several Chinese keywords; among other pieces, only a long one."""
    if len(pieces) == 1:
        return has_han(piece)
    words = piece.split()
    return len(words) > MOST_PARTS and all(map(has_han, words)) and not _LATIN.search(piece)


def _is_keyword(word: str, key: str, article: Described) -> bool:
    longest = LONGEST // 2 if has_han(word) else LONGEST
    if len(word) > longest or len(word.split()) > MOST_WORDS or _NO_WORDS.search(word):
        return False
    if not any(map(str.isalpha, word)) or key in GENERIC or TEMPLATE.search(word):
        return False
    if (CODE.fullmatch(word) or MEDIUM.search(word)) and key not in article.text:
        return False
    return not _names_site(word, key, article) and not _is_headline(word, key, article.headline)


def _names_site(word: str, key: str, article: Described) -> bool:
    """Return whether a keyword names the site, or a part of it; `网` and `網` at its end are the same."""
    is_named = key in article.site or key.rstrip("网網") in article.site
    return is_named or SITE_NAME.search(word) is not None


def _is_headline(word: str, key: str, headline: str) -> bool:
    """Return whether a keyword is the headline, or a long part of it."""
    least = TITLE_PART if has_han(word) else 2 * TITLE_PART
    return key == headline or (len(key) >= least and (key in headline or headline in key))


def _is_cut_from_url(words: Sequence[str], url: str) -> bool:
    """Return whether keywords are the words of the URL, one by one: `lock`, `opens`, `again`, `monday`."""
    return len(words) >= FEW and fold("-".join(words[:FEW])) in path_of(url)


def _may_describe(words: Sequence[str], texts: Sequence[str], article: Described) -> bool:
    """Return whether a list has keywords that occur in the text, unless it is short.

    `words` are the keywords, `texts` the list as stated, with the names of the site.
    """
    if len(words) < FEW:
        return True
    count = sum(1 for _ in _split(texts, article))
    text = article.text
    occurring = sum(1 for word in words if fold(word) in text)
    return occurring > 0 and (count < MANY or occurring >= OCCURRING * count)
