"""Implements the duplicate filter of a crawl with a ledger."""

from __future__ import annotations

from crawler.discovery.scope import SeenUrls
from crawler.state.files import CrawlFiles

MOST = 20_000  # URLs remembered in memory, which answers most questions; the ledger has all of them


class LedgerSeen(SeenUrls):
    """The URLs that a crawl has discovered, in this run and in earlier ones."""

    def __init__(self, files: CrawlFiles) -> None:
        super().__init__()
        self._files = files

    def claim(self, url: str, on: str | None = None) -> bool:
        """Claim a URL; return whether it was unclaimed in all runs. `on` is the page that leads to it."""
        if not self._claim_here(url):
            return False
        return self._files.in_ledger(lambda ledger: ledger.errands.is_new(url, on), otherwise=False)

    def claim_due(self, url: str) -> bool:
        """Claim a URL that every run requests; return whether it is still due in this one."""
        if not self._claim_here(url):
            return False
        return self._files.in_ledger(lambda ledger: ledger.errands.is_due(url), otherwise=False)

    def was_read(self, url: str, after: float) -> bool:
        """Return whether a URL was visited after a time (Unix), in a run with the same terms."""
        return self._files.in_ledger(lambda ledger: ledger.errands.was_read(url, after), otherwise=False)

    def landed(self, url: str) -> str | None:
        """Return the target of a URL's redirect in an earlier run."""
        return self._files.in_ledger(lambda ledger: ledger.errands.landed(url), otherwise=None)

    def _claim_here(self, url: str) -> bool:
        if len(self._strings) >= MOST:
            self._strings.clear()
            self._keys.clear()
        return super().claim(url)
