"""The headline as printed on the page, checked against what the page's head says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from itertools import islice

from lxml import etree

from crawler.extraction.evidence.rules import Reason, Rule
from crawler.extraction.tree.markup import MUTE, first_below, name_words, names_of, own_text
from crawler.extraction.tree.metadata import Metadata
from crawler.extraction.tree.survey import Survey

SITES = ("网", "网站", "官网", "官方网站", "门户网站", "首页", "網", "網站", "官網")
"""What makes a name the name of a site, at the end of a `title`."""
LESSER = ("h4", "h5")  # headlines only where they stand right above the text
HEADING_WEIGHT = {"h1": 3.0, "h2": 1.5, "h3": 0.8}
TITLE_WORDS = frozenset("title headline tit bt biaoti h1 arttitle contitle heading subject maintitle".split())
NEAR = 30  # elements above the text
KNOWN = 4.0  # what a layout's word adds: a heading that repeats the title outweighs it
LONGEST = 300  # characters
SUFFIX = re.compile(r"\s*(?:[|_｜丨]|\s[-–—·•:»]\s|--|——|-(?=[^-]{2,20}$))\s*")
NEWSROOM = (
    Rule.LINKED_DATA_HEADLINE,
    Rule.META.of("og:title"),
)  # what newsrooms fill in by hand, beside the title for searches
WORDS = re.compile(r"(?=([\u3400-\u9fff]{2}))|([^\W\d_\u3400-\u9fff]{4,})")
FOLDED = str.maketrans("“”‘’「」｢｣：，！？（）；", '""\'\'"""":,!?();')


@dataclass(frozen=True, slots=True, eq=False)
class Headline:
    """The headline, where it stands, and why it was taken."""

    text: str
    rule: Reason
    element: etree._Element | None = None
    printed: str | None = None
    """What is printed there, where the text is another that the page's head has."""


@dataclass(frozen=True, slots=True)
class Headlines:
    """All that may be the headline of a page."""

    printed: Sequence[tuple[float, Headline]]
    """(how much speaks for it, headline) of what is printed on the page; 1 and more is enough."""
    stated: Sequence[tuple[Reason, str]]
    """(rule, title) of what the page's head says, in the order of trust."""
    known: etree._Element | None = None
    """Where the site's layout puts the headline, which speaks for it."""


def headlines(seen: Survey, metadata: Metadata, known: etree._Element | None = None) -> Headlines:
    """What may be the headline of a page.

    `known` is the element in which the site's layout puts the headline.
    """
    stated = _stated(metadata)
    titles = [fold(text) for _, text in stated]
    return Headlines(_visible(seen, titles, known), stated, known)


def choose_headline(candidates: Headlines) -> Headline:
    """The headline; its text is empty where the page has none."""
    best = max(candidates.printed, key=lambda found: found[0], default=None)
    if best is not None and best[0] >= 1:
        return _spaced(best[1], candidates.stated)
    return _from_head(candidates.stated)


def with_stated(headline: Headline, stated: Sequence[tuple[Reason, str]]) -> Headline:
    """The headline of a page of whose site nothing is known, once more against what the page's head says.

    A printed headline that only repeats the `title` element was written for search engines as often as not.
    Where Open Graph or JSON-LD alone has another one for the same story, that is the newsroom's own.
    """
    titles = {fold(text) for rule, text in stated if rule is Rule.TITLE_ELEMENT}
    titles |= {fold(without_site(text)) for rule, text in stated if rule is Rule.TITLE_ELEMENT}
    if headline.element is None or fold(headline.text) not in titles:
        return headline
    others = {
        fold(text): (rule, text) for rule, text in reversed(stated) if _is_other(rule, text, headline.text)
    }
    if len(others) != 1:
        return headline
    rule, text = next(iter(others.values()))
    return replace(
        headline, text=text, rule=Rule.BESIDE.of(str(rule), str(headline.rule)), printed=headline.text
    )


def _is_other(rule: Reason, title: str, printed: str) -> bool:
    """Whether a title in the page's head is another headline for the story that the printed one heads."""
    if rule not in NEWSROOM or not len(printed) / 3 < len(title) < LONGEST:
        return False
    return not _agreement(fold(without_site(title)), fold(printed)) and bool(_words(title) & _words(printed))


def _words(text: str) -> set[str]:
    """What tells whether two headlines are of one story: words of some length, or pairs of Han characters."""
    return {(pair or word).casefold() for pair, word in WORDS.findall(text)}


def _spaced(printed: Headline, stated: Sequence[tuple[Reason, str]]) -> Headline:
    """The printed headline with the spaces that the page's head has and style alone makes on the page."""
    same = [title for _, title in stated if fold(title) == fold(printed.text)]
    fullest = max((printed.text, *same), key=lambda text: text.count(" "))
    return replace(printed, text=fullest) if fullest != printed.text else printed


def supporters(text: str, stated: Sequence[tuple[Reason, str]]) -> tuple[str, ...]:
    """The rules of those titles in the page's head that agree with a printed text."""
    return tuple(str(rule) for rule, title in stated if _agreement(fold(text), fold(title)))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text without white space, case and typographic differences, for comparison."""
    bare = "".join(text.split()).replace("\u200b", "")
    return (bare if bare.isascii() else bare.translate(FOLDED)).casefold()


def _stated(metadata: Metadata) -> list[tuple[Reason, str]]:
    """(rule, title) in the order of trust."""
    names = ("articletitle", "enp:title", "og:title", "twitter:title", "headline", "dc.title", "title")
    found: list[tuple[Reason, str]] = [
        (Rule.META.of(name), metadata.meta[name]) for name in names if metadata.meta.get(name)
    ]
    headline = metadata.article.get("headline")
    if isinstance(headline, str) and headline.strip():
        found.insert(0, (Rule.LINKED_DATA_HEADLINE, " ".join(unescape(headline).split())))
    if metadata.title:
        found.append((Rule.TITLE_ELEMENT, metadata.title))
    return found


def _visible(seen: Survey, titles: list[str], known: etree._Element | None) -> list[tuple[float, Headline]]:
    found = []
    for position, element in _candidates(seen, titles, known):
        text = _heading_text(element, titles)
        if text and len(text) <= LONGEST:
            score = _score(element, fold(text), titles) + (KNOWN if element is known else 0)
            found.append((score - position * 1e-5, Headline(text, Rule.ON_THE_PAGE.of(element.tag), element)))
    return found


def _candidates(
    seen: Survey, titles: list[str], known: etree._Element | None
) -> Iterator[tuple[int, etree._Element]]:
    """What may be the headline: the known one, headings, and what opens with a part of a title."""
    heads = "\n".join(titles)
    initials = frozenset(heads)  # on which most fail, and cheaply
    stated = (
        position
        for position, text in seen.texts
        if fold(text.lstrip()[0]) in initials and _is_stated(text.strip(), heads)
    )
    for position in sorted({*seen.headings, *stated}):
        yield position, seen.elements[position]
    if known is not None:
        yield seen.elements.index(known), known


def _heading_text(element: etree._Element, titles: list[str]) -> str:
    """The text of an element, but of one that opens with a whole title only this."""
    direct = element.text
    if direct and len(element) and fold(direct) in titles:
        return " ".join(direct.split())
    return own_text(element)


def _is_stated(text: str, heads: str) -> bool:
    """Whether a text occurs in the titles."""
    return 4 <= len(text) <= LONGEST and fold(text) in heads


def _score(element: etree._Element, text: str, titles: list[str]) -> float:
    """How much speaks for an element as the headline; 1 and more is enough."""
    agreement = max((_agreement(text, title) for title in titles), default=0.0)
    if (titles and not agreement and element.tag != "h1") or _is_masthead(element):
        return 0.0
    named = bool(name_words(names_of(element)) & TITLE_WORDS)
    score = _heading_weight(element) + 0.7 * named + 6 * agreement
    return score * 0.2 if len(text) < 4 else score


def _is_masthead(element: etree._Element) -> bool:
    """Whether a heading is nothing but a link to the home page."""
    link = first_below(element, "a")
    if link is None or own_text(link) != own_text(element):
        return False
    path = re.sub(r"^(?:https?:)?//[^/]*", "", (link.get("href") or "#").strip())
    return path in ("", "/")


def _heading_weight(element: etree._Element) -> float:
    """The weight of the heading that the element is, or stands in."""
    return max(
        (HEADING_WEIGHT.get(e.tag, 0.0) for e in (element, *islice(element.iterancestors(), 2))), default=0.0
    )


def _agreement(text: str, title: str) -> float:
    """1 where a title is the text; less where one only contains the other; 0 where they differ."""
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


def without_site(title: str) -> str:
    """A `title` without the names of section and site that follow the headline."""
    parts = SUFFIX.split(title)
    return max(parts[:2], key=len).strip() if len(parts) > 1 else title


def heading_above(elements: Sequence[etree._Element], container: etree._Element) -> Headline | None:
    """The nearest heading above the text, for pages whose `title` is the same on every page."""
    end = elements.index(container)
    for element in reversed(elements[max(0, end - NEAR) : end]):
        named = (
            element.tag in HEADING_WEIGHT
            or element.tag in LESSER
            or name_words(names_of(element)) & TITLE_WORDS
        )
        text = own_text(element) if named and element.tag not in MUTE else ""
        if 6 <= len(text) <= 120 and first_below(element, "a") is None:
            return Headline(text, Rule.ABOVE_THE_TEXT.of(element.tag), element)
    return None
