"""Names the reasons for which a request got no response.

IgnoreRequest (Scrapy's) Refusal a request or response that we refuse; one subclass for each cause, beside the
code that raises it
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scrapy.exceptions import IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.reasons import Cause, Reason
from crawler.reasons.reason import http


class Refusal(IgnoreRequest):
    """A request or response that we refuse. Raised by middlewares and handlers, by its subclasses."""

    cause: ClassVar[Cause]
    is_counted: ClassVar[bool] = False
    """Whether the component that raises it counts it, too."""

    def __init__(self, detail: str = "", reason: Reason | None = None) -> None:
        self.reason = reason or Reason(self.cause, detail)
        super().__init__(self.reason.words)


_CLASSES = {
    "CannotResolveHostError": Cause.HOST_NOT_FOUND,
    "DownloadCancelledError": Cause.TOO_LARGE,
    "DownloadConnectionRefusedError": Cause.CONNECTION_REFUSED,
    "DownloadFailedError": Cause.CONNECTION_FAILED,
    "DownloadTimeoutError": Cause.TIMED_OUT,
    "NotSupported": Cause.NOT_HTTP,
    "ResponseDataLossError": Cause.CUT_SHORT,
    "TunnelError": Cause.PROXY_REFUSED,
}
"""The causes of Scrapy's exceptions, by class."""


def reason_of_class(name: str) -> Reason:
    """Return the reason of a failed download, from the class of its exception: `DownloadTimeoutError`."""
    ours = {refusal.__name__: refusal.cause for refusal in _refusals(Refusal) if hasattr(refusal, "cause")}
    cause = _CLASSES.get(name) or ours.get(name)
    return Reason(cause) if cause else Reason(Cause.EXCEPTION, name)


def reason_of_error(error: BaseException | None) -> Reason:
    """Return the reason of a missing response."""
    if isinstance(error, Refusal):
        return error.reason
    if isinstance(error, HttpError):
        return http(error.response.status)
    if isinstance(error, IgnoreRequest):
        return Reason(Cause.REFUSED, str(error) or type(error).__name__)
    return reason_of_class(type(error).__name__)


def _refusals(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for subclass in kind.__subclasses__():
        yield subclass
        yield from _refusals(subclass)
