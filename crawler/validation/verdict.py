"""Decides which pages are no articles. In doubt, a page is one: a lost article is the worse error."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from crawler.items import Article
from crawler.reasons import Cause
from crawler.validation import phrases
from crawler.validation.text import Measure, measure

FLASH = 12
"""Minimum weight of text and captions with a headline and a date: a news flash may be four ideographs."""
UNDATED = 120
"""Minimum weight of a text without a date: about two short sentences."""
NOTICE = 600
"""Weight up to which a text may be a mere notice, such as that of a login or not-found page."""
FEW = 4
"""Paragraphs of a list, at least, if half of them are titles with dates."""
MANY = 8
"""Paragraphs of a list of headlines, at least."""
PROSE = 1 / 8
"""Minimum share of prose in an article: with it, the short lines between make no list."""
HUB_PROSE = 1 / 4
"""As PROSE, at the address of a list."""
BROKEN = 0.1
"""Minimum share of broken characters in a page that is no text."""


def unsoundness(article: Article) -> Cause | None:
    """Return the cause for which this record is no article, or None if it is one.

    The record alone decides, so that a saved page and a fetched one get the same verdict. A flash of one line
    with headline and date passes, even if that line is the headline, and so does a gallery of captioned
    photos without a body.
    """
    measured = measure(article)
    return next((cause for cause, holds in _CHECKS if holds(article, measured)), None)


def _not_text(_: Article, measured: Measure) -> bool:
    return measured.broken >= BROKEN


def _soft_not_found(article: Article, measured: Measure) -> bool:
    if not _notice(article, measured):
        return False
    if phrases.NOT_FOUND_HEADLINE.fullmatch(article.headline):
        return True
    return phrases.NOT_FOUND_TEXT.search(_opening(article)) is not None


def _login_page(article: Article, measured: Measure) -> bool:
    if not _notice(article, measured):
        return False
    if phrases.LOGIN_HEADLINE.fullmatch(article.headline):
        return True
    return phrases.LOGIN_TEXT.search(_opening(article)) is not None


def _service_page(article: Article, measured: Measure) -> bool:
    """Return whether an undated page without captions has the title or address of a site's service."""
    if _is_dated(article) or article.dateline is not None or measured.captions:
        return False
    if phrases.SERVICE_HEADLINE.fullmatch(article.headline):
        return True
    query = urlsplit(article.url).query
    at_service = phrases.SERVICE_PATH.search(_path(article)) or phrases.SERVICE_QUERY.search(query)
    return at_service is not None


def _blocked_page(article: Article, measured: Measure) -> bool:
    return _notice(article, measured) and phrases.BLOCKED_HEADLINE.fullmatch(article.headline) is not None


def _imprint(article: Article, measured: Measure) -> bool:
    is_short = measured.weight <= UNDATED and not measured.captions and article.dateline is None
    return is_short and phrases.IMPRINT_HEADLINE.fullmatch(article.headline) is not None


def _no_headline(article: Article, _: Measure) -> bool:
    return not article.headline.strip()


def _video_shell(article: Article, measured: Measure) -> bool:
    if measured.captions or measured.weight > UNDATED:
        return False
    if phrases.VIDEO_TEXT.search(_text(article)):
        return True
    announced = phrases.VIDEO_HEADLINE.match(article.headline) or phrases.VIDEO_PATH.search(_path(article))
    return measured.weight < FLASH and announced is not None


def _is_flash(article: Article) -> bool:
    """Return whether the headline is the whole story, as the evidence says, and a newsroom dated it."""
    return _is_dated(article) and "flash" in article.evidence


def _is_dated(article: Article) -> bool:
    """Return whether a date stands in its usual place, not in a line that may date anything."""
    return article.published is not None and "published.unsure" not in article.evidence


def _no_body(article: Article, measured: Measure) -> bool:
    return not measured.weight and not measured.captions and not _is_flash(article)


def _needs_scripts(article: Article, measured: Measure) -> bool:
    """Return whether scripts fill the page, and it is neither a video nor a flash without them."""
    if "scripts.needed" not in article.evidence or _video_shell(article, measured):
        return False
    return _too_short(article, measured)


def _hub_page(article: Article, measured: Measure) -> bool:
    if "list" in article.evidence:
        return True
    if article.dateline is not None or _is_flash(article):
        return False
    if not measured.captions and _has_address_of_list(article):
        has_links = measured.unfinished >= 0.5 and measured.prose < HUB_PROSE
        return not measured.weight or (not _is_dated(article) and has_links)
    if measured.paragraphs >= FEW and measured.entries >= 0.5:
        return True
    is_undated_list = not _is_dated(article) and measured.paragraphs >= MANY and measured.prose < PROSE
    return is_undated_list and measured.unfinished >= 0.7


def _has_address_of_list(article: Article) -> bool:
    """Return whether the address is known, and such as lists have, without a query."""
    if not article.url or urlsplit(article.url).query:
        return False
    return phrases.HUB_PATH.search(_path(article)) is not None


def _too_short(article: Article, measured: Measure) -> bool:
    least = FLASH if _is_dated(article) or article.dateline is not None else UNDATED
    return measured.weight + measured.captions < least and not _is_flash(article)


def _notice(article: Article, measured: Measure) -> bool:
    """Return whether the text may be a mere notice: little text, none of it filed by a newsroom."""
    return measured.weight <= NOTICE and not measured.captions and article.dateline is None


def _opening(article: Article) -> str:
    """Return headline and first paragraph: an apology comes first, whatever follows it."""
    return "\n".join((article.headline, *article.body[:1]))


def _text(article: Article) -> str:
    return "\n".join((article.headline, *article.body))


def _path(article: Article) -> str:
    return urlsplit(article.url).path


_CHECKS: tuple[tuple[Cause, Callable[[Article, Measure], bool]], ...] = (
    (Cause.NOT_TEXT, _not_text),
    (Cause.SOFT_NOT_FOUND, _soft_not_found),
    (Cause.LOGIN_PAGE, _login_page),
    (Cause.SERVICE_PAGE, _service_page),
    (Cause.BLOCKED_PAGE, _blocked_page),
    (Cause.IMPRINT, _imprint),
    (Cause.NEEDS_SCRIPTS, _needs_scripts),
    (Cause.NO_HEADLINE, _no_headline),
    (Cause.HUB_PAGE, _hub_page),
    (Cause.VIDEO_SHELL, _video_shell),
    (Cause.NO_BODY, _no_body),
    (Cause.TOO_SHORT, _too_short),
)

UNSOUND = tuple(cause for cause, _ in _CHECKS)
"""The causes for which a page is no article."""
