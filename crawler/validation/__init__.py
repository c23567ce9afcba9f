"""Whether an extracted page is an article at all; if not, why."""

from crawler.validation.verdict import Reason, unsoundness

__all__ = ["Reason", "unsoundness"]
