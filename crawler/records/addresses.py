"""Corrects records whose canonical link belongs to another article."""

from __future__ import annotations

from dataclasses import replace

from crawler.items import REFUSED, Article
from crawler.text.identity import article_id
from crawler.text.urls import canonicalize


def under_own_url(article: Article) -> Article:
    """Return the record with its fetched URL as canonical URL, because its link names another article."""
    own = canonicalize(article.url)
    evidence = {**article.evidence, REFUSED: article.canonical_url}
    return replace(article, id=article_id(own), canonical_url=own, evidence=evidence)
