"""Every way in which a page can end without becoming a line of output, each with a class of its own.

    DropItem (Scrapy's)
      Dropped
        Unread               the page may be an article, and we could not read it; later runs try again
          ExtractionFailed   the extractor raised: a fault of ours, with the page's URL in the log
          TookTooLong        the extraction computed for longer than PARSE_TIMEOUT
          ParserDied         the process that parsed the page ended
        Rejected             the page is no article; one subclass for each cause in validation.UNSOUND
        OutOfRange           published before `since` or after `until`
        DuplicateArticle     seen in this run under the same id
        CopiedArticle        the same story under another URL of the same site
        UnchangedArticle     on file already, with the same content
        OlderCapture         captured by a web archive before the revision on file was fetched
        BeyondLimit          one more than `limit` allows
        BrokenOff            the run ended before its pictures came; the next run repeats the visit

Scrapy counts subclasses of DropItem by name in its stats, so that nothing here counts.
"""

from __future__ import annotations

from typing import ClassVar

from scrapy.exceptions import DropItem

from crawler.reasons import Cause, Reason


class Dropped(DropItem):
    """A page that does not become a line of output. Raised by the item pipelines."""

    level: ClassVar[str] = "INFO"
    cause: ClassVar[Cause]

    def __init__(self, why: str = "", article: str | None = None) -> None:
        super().__init__(why, log_level=self.level)
        self.article = article
        """Id of the page's article, if it is stored already."""


class Unread(Dropped):
    """The page could not be read because of a fault on our side: its visit has failed."""


class ExtractionFailed(Unread):
    """The extractor raised an exception on this page."""

    cause = Cause.EXTRACTION_FAILED
    level = "ERROR"


class TookTooLong(Unread):
    """The extraction took longer than a page may, and was interrupted."""

    cause = Cause.PARSED_TOO_LONG
    level = "WARNING"


class ParserDied(Unread):
    """The process that parsed the page ended: the parser crashed, or the system ran out of memory."""

    cause = Cause.PARSER_DIED
    level = "ERROR"


class Rejected(Dropped):
    """The page is no article."""


class NotText(Rejected):
    """Broken characters instead of text."""

    cause = Cause.NOT_TEXT


class SoftNotFound(Rejected):
    """A not-found page that answers 200."""

    cause = Cause.SOFT_NOT_FOUND


class LoginPage(Rejected):
    """A page that asks for a login."""

    cause = Cause.LOGIN_PAGE


class ServicePage(Rejected):
    """An undated page about the site, its accounts or its shop: `Contact us`, `Create an account`."""

    cause = Cause.SERVICE_PAGE


class BlockedPage(Rejected):
    """A page that blocks crawlers, or reports an error, with status 200."""

    cause = Cause.BLOCKED_PAGE


class NoHeadline(Rejected):
    """No headline was found."""

    cause = Cause.NO_HEADLINE


class VideoShell(Rejected):
    """A video without text."""

    cause = Cause.VIDEO_SHELL


class NeedsScripts(Rejected):
    """A page whose text only a script would show; no script is run."""

    cause = Cause.NEEDS_SCRIPTS


class NoBody(Rejected):
    """Neither text nor a captioned photo, and no news flash."""

    cause = Cause.NO_BODY


class HubPage(Rejected):
    """A list of links."""

    cause = Cause.HUB_PAGE


class Imprint(Rejected):
    """The imprint of a paper, which e-papers list among the articles of a page."""

    cause = Cause.IMPRINT


class TooShort(Rejected):
    """Hardly any text."""

    cause = Cause.TOO_SHORT


class OutOfRange(Dropped):
    """Published outside the requested range of days."""

    cause = Cause.OUT_OF_RANGE


class ReservedArticle(Dropped):
    """The site reserves the article, and the setting RESERVATIONS skips such articles."""

    cause = Cause.RESERVED


class DuplicateArticle(Dropped):
    """The article was met before in this run."""

    cause = Cause.DUPLICATE
    level = "DEBUG"


class CopiedArticle(Dropped):
    """The same story is stored under another URL of the same site."""

    cause = Cause.COPIED
    level = "DEBUG"


class UnchangedArticle(Dropped):
    """The article is stored with the same content."""

    cause = Cause.UNCHANGED
    level = "DEBUG"


class OlderCapture(Dropped):
    """A web archive captured the article before its stored revision was fetched."""

    cause = Cause.OLDER_CAPTURE
    level = "DEBUG"


class BeyondLimit(Dropped):
    """The requested number of articles is reached."""

    cause = Cause.BEYOND_LIMIT


class BrokenOff(Dropped):
    """The run ended while the article waited for its pictures; the next run repeats the visit."""

    cause = Cause.BROKEN_OFF


REJECTIONS: dict[Cause, type[Rejected]] = {drop.cause: drop for drop in Rejected.__subclasses__()}
"""The exception of each cause."""
_OURS: dict[str, Cause] = {
    drop.__name__: drop.cause
    for kind in (Unread, Rejected, Dropped)
    for drop in kind.__subclasses__()
    if hasattr(drop, "cause")
}


def reason_of_drop(name: str) -> Reason:
    """Return the reason of a dropped item by the class of its exception: `HubPage`.

    For a class that is not ours, the name is the detail.
    """
    return Reason(_OURS[name]) if name in _OURS else Reason(Cause.DROPPED, name)
