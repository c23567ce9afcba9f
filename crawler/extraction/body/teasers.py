"""Finds the pictures on a page that lead to other stories, and the lines that belong to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, islice
from urllib.parse import urlsplit

from lxml import etree

from crawler.extraction.body.headline import fold
from crawler.extraction.body.lines import Line
from crawler.extraction.captions.credit import split_credit
from crawler.extraction.lexicon.phrases import ADVERTISEMENTS
from crawler.extraction.tree.images import is_picture_address
from crawler.extraction.tree.markup import first_below, name_words, names_caption, names_of, own_text
from crawler.text.sizes import utf8_size

TITLE = 20  # UTF-8 bytes: a shorter text of a link is a label or a button, and no title
LONGEST_TITLE = 240  # UTF-8 bytes: a longer text of a link is a caption or a teaser's text
NEAR = 3  # lines between a picture and the title of its story, at most
LEVELS = 4  # levels between a picture and the box that it shares with the title, at most
MOST = 20  # titles of one story that are known, at most; an address with more is a list's
LABEL = 20  # characters of a label beside a title, at most
LOOSE = 3  # characters outside the link in the line of a linked title, at most
BYLINE_WORDS = frozenset({"byline", "avatar"})
"""Words in the names of boxes with the portrait of an author beside the name."""
_AUTHORS = re.compile(
    r"/(?:authors?|autor(?:e|es|en)?|auteurs?|columnists?|contributors?|journalists?|reporters?|writers?|staff"
    r"|profiles?|bylines?)/[^/]"
)
"""Addresses of pages about authors, to which their portraits lead: `/authors/mary`."""
_NO_STORY = re.compile(
    r"^(?:javascript|mailto):|/(?:index|default)\.\w{3,5}$|^(?:https?://[^/]+)?(?:/\w*)?/$", re.IGNORECASE
)
"""Addresses of lists, and of nothing: `/taiwan/index.shtml`."""


def titles_of_stories(
    images: Iterable[etree._Element], headline: str
) -> dict[etree._Element, frozenset[str]]:
    """Return the images whose links lead to other stories, each with the folded titles of its story.

    Such a link is also that of a title: of a text in another link, or in the image's own, which is no
    caption. A picture that links to itself in large, or to the page it is on, is no other story's.
    """
    links = {image: link for image in images if (link := _link_of(image)) is not None}
    if not links:
        return {}
    root = next(iter(links)).getroottree().getroot()
    titles = _titles(root, {story_of(link) for link in links.values()} - _own_targets(root), fold(headline))
    return {image: frozenset(known) for image, link in links.items() if (known := titles.get(story_of(link)))}


@dataclass(frozen=True, slots=True)
class Teasers:
    """The lines of a text that belong to other stories, by their indexes."""

    pictures: frozenset[int]
    """Pictures that lead to other stories or an author, stand before the titles of a list or in a byline, or
    beside the label of an advertisement."""
    titles: frozenset[int]
    """Titles of these stories, in a box with the picture alone, and labels of advertisements."""


def teasers_in(lines: Sequence[Line], headline: str) -> Teasers:
    """Find the pictures of other stories and advertisements in a text, and the titles beside them."""
    pictures = [i for i, line in enumerate(lines) if line.is_image]
    stories_of = titles_of_stories((lines[i].block for i in pictures), headline)
    known = {i: stories_of.get(lines[i].block, frozenset()) for i in pictures}
    leading = [i for i in pictures if known[i] or _leads_to_author(lines[i].block)]
    stories = [i for i in leading if not _has_own_caption(lines, i, known[i])]
    labels = {i: near for i in pictures if (near := _advertising_labels(lines, i))}
    text_in = cache(_folded_text)  # many pictures may share a box
    titled = (
        at for i in stories if _fills_box(lines[i], known[i], text_in) for at in _near(lines, i, known[i])
    )
    others = (
        *stories,
        *labels,
        *_before_titles(lines, pictures),
        *filter(partial(_is_portrait, lines), pictures),
    )
    return Teasers(frozenset(others), frozenset((*titled, *chain.from_iterable(labels.values()))))


def _before_titles(lines: Sequence[Line], pictures: Iterable[int]) -> set[int]:
    """Return the bullets and thumbnails of a list of stories: each stands directly before a linked title."""
    before = {i for i in pictures if i + 1 < len(lines) and _is_link(lines[i + 1])}
    return {i for i in before if i - 2 in before or i + 2 in before}


def _is_link(line: Line) -> bool:
    return line.linked > 0 and len(line.text) <= line.linked + LOOSE


def _is_portrait(lines: Sequence[Line], picture: int) -> bool:
    """Return whether a picture stands in a box that is named for a byline."""
    near = islice(lines[picture].block.iterancestors(), LEVELS)
    return any(name_words(names_of(each)) & BYLINE_WORDS for each in near)


def _link_of(image: etree._Element) -> etree._Element | None:
    """Return the link around an image that leads to another page."""
    link = next(image.iterancestors("a"), None)
    target = story_of(link) if link is not None else ""
    return link if target and not is_picture_address(target) else None


def story_of(link: etree._Element) -> str:
    """Return the address of a link without its fragment; empty if it leads nowhere, or to a list."""
    target = (link.get("href") or "").strip().partition("#")[0]
    return "" if _NO_STORY.search(target) else target


def leads_to_other_page(image: etree._Element) -> bool:
    """Return whether the link around an image leads to another page than the one it is on."""
    link = _link_of(image)
    return link is not None and story_of(link) not in _own_targets(image.getroottree().getroot())


def _own_targets(root: etree._Element) -> set[str]:
    """Return the address of the page itself, whole and as a path."""
    links = (link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical")
    return {form for own in islice(links, 1) for form in (own, urlsplit(own).path)}


def _titles(root: etree._Element, targets: set[str], headline: str) -> dict[str, set[str]]:
    """Return the folded titles of the stories at some addresses. The page's own address has its headline."""
    titles: dict[str, set[str]] = {}
    for link in root.iter("a"):
        target = story_of(link)
        if target not in targets:
            continue
        text = fold(_title_in(link))
        if text and (text == headline or next(link.iterancestors("h1"), None) is not None):
            targets = targets - {target}
            titles.pop(target, None)
        elif TITLE <= utf8_size(text) <= LONGEST_TITLE:
            _add_title(titles.setdefault(target, set()), text)
    return titles


def _add_title(titles: set[str], title: str) -> None:
    if len(titles) < MOST:
        titles.add(title)


def _title_in(link: etree._Element) -> str:
    """Return the text of a link, or nothing if the link holds a picture with its caption, or another link.

    Links that are not closed hold all that follows them; each would be read as often as it is nested.
    """
    if len(list(islice(link.iter("a"), 2))) > 1:
        return ""
    if first_below(link, "img") is not None and any(map(_is_caption, link.iterdescendants())):
        return ""
    return own_text(link)


def _is_caption(element: etree._Element) -> bool:
    names = names_of(element) if isinstance(element.tag, str) else ""
    return element.tag == "figcaption" or (bool(names) and names_caption(names))


def _has_own_caption(lines: Sequence[Line], picture: int, titles: Iterable[str]) -> bool:
    """Return whether a linked picture has a caption that is no title, and is the article's own."""
    image = lines[picture].block
    figure = next(image.iterancestors("figure"), None)
    caption = first_below(figure, "figcaption") if figure is not None else None
    if caption is None:
        below = lines[picture + 1] if picture + 1 < len(lines) else None
        return below is not None and not below.linked and split_credit(below.text).credit is not None
    text = fold(own_text(caption))
    return bool(text) and first_below(caption, "a") is None and not any(title in text for title in titles)


def _folded_text(element: etree._Element) -> str:
    return fold(own_text(element))


def _fills_box(picture: Line, titles: Iterable[str], text_in: Callable[[etree._Element], str]) -> bool:
    """Return whether a picture shares its box with a title of its story, and with no other text."""
    above = islice(picture.block.iterancestors(), LEVELS)
    box = next(filter(None, map(text_in, above)), "")
    return any(_agree(box, title) for title in titles)


def _near(lines: Sequence[Line], picture: int, titles: Iterable[str]) -> list[int]:
    """Return the lines near a picture that are a title of its story."""
    near = range(max(0, picture - NEAR), min(len(lines), picture + NEAR + 1))
    return [i for i in near if any(_agree(fold(lines[i].text), title) for title in titles)]


def _agree(text: str, title: str) -> bool:
    """Return whether a line is a title, alone or with a label."""
    return text == title or (len(text) <= len(title) + LABEL and title in text)


def _leads_to_author(image: etree._Element) -> bool:
    """Return whether a picture leads to a page about an author."""
    link = _link_of(image)
    return link is not None and _AUTHORS.search(story_of(link)) is not None


def _advertising_labels(lines: Sequence[Line], picture: int) -> list[int]:
    """Return the labels of advertisements directly above and below a linked picture."""
    if _link_of(lines[picture].block) is None:
        return []
    near = (i for i in (picture - 1, picture + 1) if 0 <= i < len(lines))
    return [i for i in near if ADVERTISEMENTS.match(lines[i].text)]
