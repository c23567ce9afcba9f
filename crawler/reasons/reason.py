"""Defines the reason of an outcome: a cause, with a detail if one is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from crawler.reasons import facts
from crawler.reasons.causes import Cause

_CAUSES = frozenset(Cause)


@dataclass(frozen=True, slots=True)
class Reason:
    """The reason of an outcome."""

    cause: Cause
    detail: str = ""

    @property
    def code(self) -> str:
        """The form in ledgers, histories and stats: `robots_forbidden`, `http:404`."""
        return f"{self.cause}:{self.detail}" if self.detail else str(self.cause)

    @classmethod
    def parse(cls, code: str) -> Reason:
        """Read a code. A text that is no code becomes the detail of `Cause.OTHER`."""
        cause, _, detail = code.partition(":")
        return cls(Cause(cause), detail) if cause in _CAUSES else cls(Cause.OTHER, code)

    @property
    def words(self) -> str:
        """The words for people: `forbidden by robots.txt`, `HTTP 404`."""
        detail = Reason.parse(self.detail).words if self._facts.is_detail_reason else self.detail
        return self._facts.words.format(detail)

    @property
    def sentence(self) -> str:
        """The words for a single page: `a list of links`."""
        return self._facts.sentence or self.words

    @property
    def is_fault(self) -> bool:
        """Whether a URL that failed for it makes a crawl partial."""
        return self._facts.is_fault and self.detail not in self._facts.harmless

    @property
    def is_bound(self) -> bool:
        """Whether a higher bound would have let the URL pass."""
        return self._facts.is_bound

    @property
    def is_final(self) -> bool:
        """Whether the URL is not visited again after it failed."""
        return self._facts.is_final

    @property
    def is_wall(self) -> bool:
        """Whether a firewall answered, be it in place of robots.txt."""
        return self._facts.is_wall or (self._facts.is_detail_reason and Reason.parse(self.detail).is_wall)

    @property
    def is_article(self) -> bool:
        """Whether the page was, or may have been, an article all the same."""
        return self._facts.is_article

    @property
    def _facts(self) -> facts.Facts:
        return facts.FACTS[self.cause]


def http(status: int) -> Reason:
    """Return the reason of an answer without success."""
    return Reason(Cause.HTTP, str(status))


def worded(counts: Mapping[Reason, int]) -> Counter[str]:
    """Word the reasons of counts; reasons with the same words are added up."""
    by_words: Counter[str] = Counter()
    for reason, count in counts.items():
        by_words[reason.words] += count
    return by_words


def depending_on_terms() -> tuple[str, ...]:
    """Return the codes of the reasons that depend on the days or hosts of a crawl."""
    return tuple(str(cause) for cause, known in facts.FACTS.items() if known.depends_on_terms)
