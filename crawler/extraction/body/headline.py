"""Finds the printed headline, and compares it with the titles in the page's head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from html import unescape
from itertools import islice, takewhile

from lxml import etree

from crawler.extraction.evidence.rules import Reason, Rule
from crawler.extraction.tree.markup import (
    INLINE,
    first_below,
    name_words,
    names_furniture,
    names_of,
    own_text,
)
from crawler.extraction.tree.metadata import Metadata
from crawler.extraction.tree.survey import Survey

SITES = ("网", "网站", "官网", "官方网站", "门户网站", "首页", "網", "網站", "官網")
"""Endings of the names of sites in a `title`."""
HEADING_WEIGHT = {"h1": 3.0, "h2": 1.5, "h3": 0.8}
TITLE_WORDS = frozenset(
    "title headline tit bt biaoti h1 arttitle contitle heading subject maintitle articletitle newstitle"
    " posttitle storytitle pagetitle headtitle dabiaoti zhengbiaoti wzbt xwbt titel titre titulo titolo"
    " titulek tytul baslik rubrik overskrift otsikko kop zagolovok titlos naslov titlu tieude".split()
)
"""Words of class names and ids of headlines."""
KNOWN = 4.0  # added to the score of the layout's element: it outweighs a heading that repeats the title
REPEATED = 4.0  # score of a heading that repeats a title, or most of one
LONGEST = 300  # characters
SMALL = 12  # elements below one that prints a headline over two elements
KICKER_WORDS = frozenset(
    "kicker overline eyebrow pretitle dachzeile roofline surtitre antetitulo yinti jianti".split()
)
KICKER_MARKS = " -–—:|/·"
PIECES = 8  # pieces of text in a heading: an element with more is no heading
DEEP = 3  # levels between a heading and a part of it
LIKENESS = 0.6  # share of words that a heading has in common with a title that is worded differently
SITE_MARKS = " |_｜丨-–—·•:»"
SUFFIX = re.compile(r"\s*(?:[|_｜丨]|\s[-–—·•:»]\s|--|——|-(?=[^-]{2,20}$))\s*")
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u2060"))
"""Characters without width, which editors leave behind when they copy a headline."""
_TAG = r"</?(?:br|b|i|em|strong|font|span|p|sub|sup)\b[^<>]*>"
_SHOWN_TAG = re.compile(rf"(?<=\S){_TAG}|{_TAG}(?=\S)", re.IGNORECASE)
"""A tag that touches a word; a tag between spaces is itself a word: `Thirty years of <br> tags`."""
JSON_LD, OPEN_GRAPH = Rule.LINKED_DATA_HEADLINE, Rule.META.of("og:title")
NEWSROOM = (JSON_LD, OPEN_GRAPH)
"""Metadata that newsrooms write by hand beside a title for searches, if a page has both."""
WORDS = re.compile(r"(?=([\u3400-\u9fff]{2}))|([^\W\d_\u3400-\u9fff]{4,})")
FOLDED = str.maketrans("“”‘’「」｢｣：，！？（）；", '""\'\'"""":,!?();')


@dataclass(frozen=True, slots=True, eq=False)
class Headline:
    """The headline, its element, and the rule that chose it."""

    text: str
    rule: Reason
    element: etree._Element | None = None
    printed: str | None = None
    """The printed text, if the headline is taken from the page's head."""


@dataclass(frozen=True, slots=True)
class Headlines:
    """All candidates for the headline of a page."""

    printed: Sequence[tuple[float, Headline]]
    """(score, headline) for each headline printed on the page; a score of 1 is enough."""
    stated: Sequence[tuple[Reason, str]]
    """(rule, title) for each title in the page's head, in the order of trust."""
    known: etree._Element | None = None
    """The element in which the site's layout puts the headline; it raises the score."""

    def score_of(self, headline: Headline) -> float:
        """Return the score of a printed headline; 0 for any other."""
        scores = (score for score, each in self.printed if each.element is headline.element)
        return max(scores, default=0.0)


def headlines(seen: Survey, metadata: Metadata, known: etree._Element | None = None) -> Headlines:
    """Return the candidates for the headline of a page.

    `known` is the element in which the site's layout puts the headline.
    """
    stated = _stated(metadata)
    return Headlines(_visible(seen, _Titles(stated), known), stated, known)


def choose_headline(candidates: Headlines) -> Headline:
    """Return the headline; its text is empty if the page has none."""
    best = max(candidates.printed, key=lambda scored: scored[0], default=None)
    if best is not None and best[0] >= 1:
        return _whole(_spaced(best[1], candidates.stated), candidates.stated)
    return _from_head(candidates.stated)


def with_stated(headline: Headline, stated: Sequence[tuple[Reason, str]]) -> Headline:
    """Return the headline of an unknown site, after comparison with the titles in the page's head.

    A printed headline that only repeats the `title` element is often written for search engines. If only Open
    Graph or JSON-LD has another headline for the same story, that one is the newsroom's.
    """
    titles = {fold(text) for rule, text in stated if rule is Rule.TITLE_ELEMENT}
    titles |= {fold(without_site(text)) for rule, text in stated if rule is Rule.TITLE_ELEMENT}
    is_newsroom = any(rule == JSON_LD for rule, _ in stated)
    if not is_newsroom or headline.element is None or fold(headline.text) not in titles:
        return headline
    others = {
        fold(text): (rule, text)
        for rule, text in reversed(stated)
        if _is_other(rule, text, headline.text, stated)
    }
    if len(others) != 1:
        return headline
    rule, text = next(iter(others.values()))
    return replace(
        headline, text=text, rule=Rule.BESIDE.of(str(rule), str(headline.rule)), printed=headline.text
    )


def _is_other(rule: Reason, title: str, printed: str, stated: Sequence[tuple[Reason, str]]) -> bool:
    """Return whether a title in the page's head is another headline for the same story.

    A longer text in JSON-LD describes the story if Open Graph repeats the headline. A title that ends with
    the name of the site, as the `title` element does, was written for sharing.
    """
    if any(name is Rule.TITLE_ELEMENT and _end_alike(text, title) for name, text in stated):
        return False
    is_repeated = any(fold(text) == fold(printed) for name, text in stated if name == OPEN_GRAPH)
    longest = len(printed) if rule == JSON_LD and is_repeated else LONGEST
    if rule not in NEWSROOM or not len(printed) / 3 < len(title) <= min(longest, 3 * len(printed)):
        return False
    return not _agreement(fold(without_site(title)), fold(printed)) and bool(_words(title) & _words(printed))


def _end_alike(first: str, second: str) -> bool:
    """Return whether two titles end with the same name of a site."""
    ends = [text.removeprefix(without_site(text)) for text in (first, second)]
    return bool(ends[0]) and ends[0] == ends[1]


def _words(text: str) -> set[str]:
    """Return the words that show whether headlines are of one story: long words, pairs of Han characters."""
    return {(pair or word).casefold() for pair, word in WORDS.findall(text)}


def _spaced(printed: Headline, stated: Sequence[tuple[Reason, str]]) -> Headline:
    """Return the printed headline with the spaces of the page's head that only style shows on the page."""
    same = [title for _, title in stated if fold(title) == fold(printed.text)]
    fullest = max((printed.text, *same), key=lambda text: text.count(" "))
    return replace(printed, text=fullest) if fullest != printed.text else printed


def _whole(printed: Headline, stated: Sequence[tuple[Reason, str]]) -> Headline:
    """Return the newsroom's headline, if the page prints it over two elements and one of them was chosen."""
    titles = {
        letters(bare): bare for rule, title in stated if rule in NEWSROOM and (bare := without_site(title))
    }
    if printed.element is None or len(titles) != 1:
        return printed
    whole, title = next(iter(titles.items()))
    part = letters(printed.text)
    is_part = len(part) < len(whole) and (whole.startswith(part) or whole.endswith(part))
    is_whole = is_part and _is_printed_around(printed.element, whole)
    return replace(printed, text=title) if is_whole else printed


def _is_printed_around(element: etree._Element, text: str) -> bool:
    """Return whether a small element around another begins with a text, white space and marks aside."""
    small = (each for each in islice(element.iterancestors(), DEEP) if own_size(each) <= SMALL)
    return any(text in letters(own_text(each)) for each in small)


def own_size(element: etree._Element) -> int:
    """Return the number of elements below an element; counting stops above the limit `SMALL`."""
    return sum(1 for _ in islice(element.iterdescendants(), SMALL + 1))


def letters(text: str) -> str:
    """Return the letters and digits of a text, for a comparison across elements."""
    return "".join(filter(str.isalnum, text)).casefold()


def supporters(text: str, stated: Sequence[tuple[Reason, str]]) -> tuple[str, ...]:
    """Return the rules of the titles in the page's head that agree with a printed text."""
    return tuple(str(rule) for rule, title in stated if _agreement(fold(text), fold(title)))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the text without white space, case and typographic differences, for comparison."""
    bare = "".join(text.split()).replace("\u200b", "")
    return (bare if bare.isascii() else bare.translate(FOLDED)).casefold()


def _stated(metadata: Metadata) -> list[tuple[Reason, str]]:
    """Return (rule, title) for each title in the page's head, in the order of trust."""
    names = (
        *("articletitle", "enp:title", "og:title", "twitter:title", "headline", "dc.title", "title"),
        *("parsely-title", "sailthru.title", "dcterms.title", "cxenseparse:title", "article:title"),
    )
    site = metadata.meta.get("og:site_name", "")
    titles: list[tuple[Reason, str]] = [
        (Rule.META.of(name), _without(site, text)) for name in names if (text := metadata.meta.get(name))
    ]
    headline = metadata.article.get("headline")
    if isinstance(headline, str) and headline.strip():
        titles.insert(0, (Rule.LINKED_DATA_HEADLINE, " ".join(unescape(headline).split())))
    if metadata.title:
        titles.append((Rule.TITLE_ELEMENT, metadata.title))
    return titles


class _Titles:
    """The titles in a page's head, folded for comparison with printed texts."""

    def __init__(self, stated: Sequence[tuple[Reason, str]]) -> None:
        self.whole = [fold(text) for _, text in stated]
        self.stated = stated
        bare = {rule: fold(without_site(text)) for rule, text in stated}
        self.bare = frozenset(bare.values()) | frozenset(self.whole)
        """The titles with and without the names of section and site."""
        self.newsroom = frozenset(text for rule, text in bare.items() if rule in NEWSROOM)

    @cached_property
    def words(self) -> list[set[str]]:
        """The words of each title."""
        return [_words(without_site(text)) for _, text in self.stated]


def _without(site: str, title: str) -> str:
    """Return a title without the site's name before or after a mark."""
    parts = SUFFIX.split(title) if site else []
    if len(parts) < 2 or fold(site) not in (fold(parts[0]), fold(parts[-1])):
        return title
    kept = title[: title.rindex(parts[-1])] if fold(parts[-1]) == fold(site) else title[len(parts[0]) :]
    return kept.strip(SITE_MARKS) or title


def _visible(seen: Survey, titles: _Titles, known: etree._Element | None) -> list[tuple[float, Headline]]:
    scored = []
    for position, element in _candidates(seen, titles.whole, known):
        if element is not known and _is_part(element):
            continue
        text = _heading_text(element, titles)
        if text and len(text) <= LONGEST:
            score = _score(element, text, titles) - position * 1e-5
            scored.append((score, Headline(text, Rule.ON_THE_PAGE.of(element.tag), element)))
    if known is None or _is_contradicted(known, scored):
        return scored
    return [(score + KNOWN * (each.element is known), each) for score, each in scored]


def _is_contradicted(known: etree._Element, scored: Sequence[tuple[float, Headline]]) -> bool:
    """Return whether a heading repeats a title above the layout's element, which agrees with none.

    Templates change, and then `h1` is the heading of a box.
    """
    before = list(takewhile(lambda each: each[1].element is not known, scored))
    own = max((score for score, each in scored if each.element is known), default=0.0)
    repeats = (
        score for score, each in before if each.element is not None and each.element.tag in HEADING_WEIGHT
    )
    return own <= HEADING_WEIGHT["h1"] and max(repeats, default=0.0) >= REPEATED


def _candidates(
    seen: Survey, titles: list[str], known: etree._Element | None
) -> Iterator[tuple[int, etree._Element]]:
    """Yield the candidates: the known element, headings, and elements that open with a part of a title."""
    heads = "\n".join(titles)
    initials = frozenset(heads)  # most elements fail this cheap test
    stated = (
        position
        for position, text in seen.texts
        if fold(text.lstrip()[0]) in initials and _is_stated(text.strip(), heads)
    )
    for position in sorted({*seen.all(*HEADING_WEIGHT), *stated}):
        yield position, seen.elements[position]
    if known is not None:
        yield seen.elements.index(known), known


def _is_part(element: etree._Element) -> bool:
    """Return whether an element is a part of a heading, which represents it as a whole."""
    if element.tag not in INLINE:
        return False
    heading = next(
        (each for each in islice(element.iterancestors(), DEEP) if each.tag in HEADING_WEIGHT), None
    )
    return heading is not None and 0 < len(own_text(heading)) <= LONGEST


def _heading_text(element: etree._Element, titles: _Titles) -> str:
    """Return the text of an element; if one piece of it is a whole title, return only this piece.

    `<h1><span>Harbours</span> A lock opens<small>Sample News</small></h1>` is `A lock opens`. The output of a
    script is unknown, and its source is no text.
    """
    text = own_text(element)
    if not len(element):
        return text
    if (script := first_below(element, "script")) is not None:
        return text.replace(own_text(script), "").strip()
    folded = fold(text)
    if not any(title in folded for title in titles.bare):
        return _without_kicker(element) or text
    parts = _parts(_pieces(element))
    for wanted in (titles.newsroom, titles.bare):
        if wanted is titles.bare and folded in wanted:
            return text
        if whole := next((part for part in parts if fold(part) in wanted), None):
            return whole
    return text


def _without_kicker(element: etree._Element) -> str:
    """Return the text behind the children that are named a kicker, in a heading that opens with one."""
    if (element.text or "").strip() or not name_words(names_of(element[0])) & KICKER_WORDS:
        return ""
    rest = [
        element[0].tail or "",
        *(own_text(child) + " " + (child.tail or "") for child in islice(element, 1, None)),
    ]
    return " ".join(" ".join(rest).split()).strip(KICKER_MARKS)


def _parts(pieces: Sequence[str]) -> list[str]:
    """Return all runs of consecutive pieces, except the whole, the longest first."""
    sizes = range(len(pieces) - 1, 0, -1)
    runs = ((start, start + size) for size in sizes for start in range(len(pieces) - size + 1))
    return [" ".join("".join(pieces[start:end]).split()) for start, end in runs]


def _pieces(element: etree._Element) -> list[str]:
    """Return the pieces of text in an element, in order, or none if there are many."""
    pieces: list[str] = []
    for piece in map(str, element.itertext()):
        if not piece.isspace():
            pieces.append(piece)
        elif pieces:
            pieces[-1] += piece
        if len(pieces) > PIECES:
            return []
    return pieces


def _is_stated(text: str, heads: str) -> bool:
    """Return whether a text occurs in the titles."""
    return 4 <= len(text) <= LONGEST and fold(text) in heads


def _score(element: etree._Element, text: str, titles: _Titles) -> float:
    """Return the score of an element as the headline; 1 is enough."""
    folded = fold(text)
    agreement = max((_agreement(folded, title) for title in titles.whole), default=0.0)
    if element.tag == "h1" and not agreement and first_below(element, "a") is None:
        agreement = LIKENESS * max((_likeness(_words(text), words) for words in titles.words), default=0.0)
    if (titles.whole and not agreement and element.tag != "h1") or _is_masthead(element):
        return 0.0
    names = names_of(element)
    named = bool(name_words(names) & TITLE_WORDS) and not names_furniture(names)
    score = _heading_weight(element) + 0.7 * named + 6 * agreement
    return score * 0.2 if len(folded) < 4 else score


def _likeness(words: set[str], title: set[str]) -> float:
    """Return the share of words that a title has in common, if it is the larger part."""
    share = len(words & title) / len(words) if words else 0.0
    return share if share > 0.5 else 0.0


def _is_masthead(element: etree._Element) -> bool:
    """Return whether a heading is nothing but a link to the home page."""
    link = first_below(element, "a")
    if link is None or own_text(link) != own_text(element):
        return False
    path = re.sub(r"^(?:https?:)?//[^/]*", "", (link.get("href") or "#").strip())
    return path in ("", "/")


def _heading_weight(element: etree._Element) -> float:
    """Return the weight of the heading that the element is, or stands in."""
    return max(
        (HEADING_WEIGHT.get(e.tag, 0.0) for e in (element, *islice(element.iterancestors(), 2))), default=0.0
    )


def _agreement(text: str, title: str) -> float:
    """Return 1 if a title equals the text, less if one contains the other, and 0 if they differ."""
    if not text or not title:
        return 0.0
    if title.startswith(text):
        return 0.2 + 0.8 * len(text) / len(title)
    if text in title:
        if title.endswith(tuple(text + site for site in SITES)):
            return 0.0
        return 0.8 * len(text) / len(title)
    if title in text or text.startswith(title.rstrip(".…")):
        return 0.8 * len(title) / len(text)
    return 0.0


def _from_head(stated: Sequence[tuple[Reason, str]]) -> Headline:
    for rule, text in stated:
        if rule is not Rule.TITLE_ELEMENT:
            return Headline(text, rule)
    return Headline(without_site(stated[0][1]), Rule.TITLE_ELEMENT) if stated else Headline("", Rule.NONE)


def without_tags(text: str) -> str:
    """Return a headline without tags that the page shows as text: `A lock opens<br>Boats pass`."""
    return " ".join(_SHOWN_TAG.sub(" ", text).split()) if "<" in text else text


def without_unseen(text: str) -> str:
    """Return a headline without characters of no width."""
    return text.translate(_UNSEEN)


def without_site(title: str) -> str:
    """Return a `title` without the names of section and site that follow the headline."""
    parts = SUFFIX.split(title)
    return max(parts[:2], key=len).strip() if len(parts) > 1 else title
