"""Looks articles up in the ledger."""

from __future__ import annotations

from crawler.items import Article
from crawler.ledger.keys import url_key
from crawler.records.earlier import Known
from crawler.records.revisions import Fingerprint
from crawler.state.files import CrawlFiles


class LedgerEarlier:
    """The stored revisions in a crawl's ledger, for the pipelines."""

    def __init__(self, files: CrawlFiles) -> None:
        self._files = files

    def known(self, mark: Fingerprint) -> Known | None:
        """Return the latest revision of the article with this fingerprint."""
        revision = self._files.in_ledger(lambda ledger: ledger.revisions.latest(mark.id), otherwise=None)
        if revision is None:
            return None
        return Known(revision.revision, revision.content, fetched=revision.fetched)

    def is_home(self, article: Article) -> bool:
        """Return whether an article was read at the URL of its earlier revisions.

        Its print version differs slightly, but is no new revision.
        """
        if url_key(article.url) == url_key(article.canonical_url):
            return True
        revision = self._files.in_ledger(lambda ledger: ledger.revisions.latest(article.id), otherwise=None)
        return revision is None or revision.source == url_key(article.url)

    def lacks_pictures(self, article: Article) -> bool:
        """Return whether an article is visited again for its pictures."""
        return self._files.in_ledger(lambda ledger: bool(ledger.pictures.wanted(article.id)), otherwise=False)

    def learn(self, article: Article, mark: Fingerprint) -> None:
        """Do nothing: the ledger adds an article at the end of its page's visit."""

    def copied(self, mark: Fingerprint) -> str | None:
        """Return the id of another article with the same text."""
        return self._files.in_ledger(
            lambda ledger: ledger.revisions.copied(mark.id, mark.story), otherwise=None
        )
