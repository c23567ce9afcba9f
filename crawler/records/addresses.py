"""Records whose canonical link turns out to be that of another article."""

from __future__ import annotations

from dataclasses import replace

from crawler.items import REFUSED, Article
from crawler.text.identity import article_id
from crawler.text.urls import canonicalize


def under_own_url(article: Article) -> Article:
    """The record under the URL that it was fetched from, where its canonical link names another article."""
    own = canonicalize(article.url)
    evidence = {**article.evidence, REFUSED: article.canonical_url}
    return replace(article, id=article_id(own), canonical_url=own, evidence=evidence)
