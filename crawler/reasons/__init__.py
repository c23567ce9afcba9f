"""Names the reasons of outcomes: values that are stored and compared, each with its words and its facts."""

from crawler.reasons.causes import Cause
from crawler.reasons.facts import FACTS, Facts
from crawler.reasons.reason import Reason, worded

__all__ = ["FACTS", "Cause", "Facts", "Reason", "worded"]
