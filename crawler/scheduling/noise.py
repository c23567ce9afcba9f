"""Learns which query parameters are noise, and stores it in the ledger."""

from __future__ import annotations

from crawler.discovery.noise import Noise, PageContent, Variant, is_same_text
from crawler.ledger.ledger import Ledger
from crawler.ledger.noise import Decision
from crawler.state.files import CrawlFiles
from crawler.state.requests import server_of

LASTS = 7 * 24 * 3600
"""Seconds for which a decision holds; then the site is requested again."""


class LedgerNoise(Noise):
    """The parameters that made no difference in this run and in those of the last week."""

    def __init__(self, files: CrawlFiles) -> None:
        super().__init__()
        self._files = files
        nothing: tuple[Decision, ...] = ()
        for each in files.in_ledger(_decisions, otherwise=nothing):
            self.learn(Variant(each.page, each.names), differs=each.differs)

    def was_read(self, bare: str) -> bool:
        """Return whether a page was read under a URL with parameters; `bare` is its URL without them."""
        return super().was_read(bare) or self._files.in_ledger(
            lambda ledger: ledger.noise.was_read(bare), otherwise=False
        )

    def recalls(self, url: str, bare: str, answer: PageContent) -> bool:
        """Return whether an earlier run got the same article of this page under another URL."""
        if not answer.article:
            return False
        nothing = None
        known = self._files.in_ledger(
            lambda ledger: ledger.noise.exchange(bare, url, answer.article), otherwise=nothing
        )
        return known is not None and is_same_text(known, answer.article)

    def decided(self, variant: Variant, *, differs: bool) -> None:
        """Record a decision; if parameters are noise, drop queued URLs that differ only by them."""
        decision = Decision(variant.page, variant.names, differs)
        self._files.in_ledger(lambda ledger: ledger.noise.decide(decision, ledger.now()), otherwise=None)
        if differs:
            return
        kept: set[str] = set()
        self._files.in_ledger(
            lambda ledger: ledger.errands.drop_queued(
                server_of(variant.page), self._reach(variant), lambda url: self._is_needless(url, kept)
            ),
            otherwise=None,
        )

    def _reach(self, variant: Variant) -> str:
        """Return the beginning of the URLs that a decision may concern: a page, or its host."""
        is_everywhere = self.is_noise_everywhere(variant.group)
        return "/".join(variant.page.split("/", 3)[:3]) + "/" if is_everywhere else f"{variant.page}?"

    def _is_needless(self, url: str, kept: set[str]) -> bool:
        """Return whether a page was read, or is queued once, under another URL."""
        bare = self.without(url)
        if bare == url:
            return False
        is_needless = self.was_read(bare) or bare in kept
        kept.add(bare)
        return is_needless


def _decisions(ledger: Ledger) -> tuple[Decision, ...]:
    return tuple(ledger.noise.decisions(ledger.now() - LASTS))
