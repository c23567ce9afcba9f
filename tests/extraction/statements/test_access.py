"""The access to an article, as its page states it."""

from __future__ import annotations

import pytest

from tests.extraction.markup import HEAD, article, paragraphs

LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": VALUE}</script>'
BODY = f"<h1>A lock opens in Linshui</h1><div>{paragraphs()}</div>"


def access(head: str = "", below: str = "") -> tuple[str | None, str | None]:
    """Return the access of a page with its rule."""
    record = article(f"<article>{BODY}{below}</article>", HEAD + head)
    return record.access, record.evidence.get("access")


@pytest.mark.parametrize(
    ("tier", "expected"), [("free", "free"), ("metered", "metered"), ("locked", "paid"), ("other", None)]
)
def test_tier(tier: str, expected: str | None) -> None:
    """Facebook's tier tells free, metered and locked texts apart."""
    assert access(f'<meta property="article:content_tier" content="{tier}">')[0] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("true", "free"),
        ("false", "restricted"),
        ('"True"', "free"),
        ('"False"', "restricted"),
        ('"http://schema.org/False"', "restricted"),
        ('""', None),
        ("null", None),
    ],
)
def test_linked_data(value: str, expected: str | None) -> None:
    """JSON-LD has a truth value, often as a text."""
    head = LINKED.replace("VALUE", value)
    assert access(head) == (expected, "JSON-LD isAccessibleForFree" if expected else None)


def test_printed_line_is_more_exact() -> None:
    """A text that is not free is metered or paid only if the page says so."""
    head = LINKED.replace("VALUE", "false")
    assert access(head, "<p>You have 2 free articles left</p>")[0] == "metered"
    assert access(head, "<p>Subscribe to continue reading</p>")[0] == "paid"
    part = '{"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paywall"}'
    assert access(LINKED.replace("VALUE", f'false, "hasPart": {part}'))[0] == "restricted"
    assert access(LINKED.replace("VALUE", "true"), "<p>Subscribe to continue reading</p>")[0] == "free"


def test_tier_is_more_exact() -> None:
    """A metered text is not free in JSON-LD, too."""
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    )
    assert access(f'<meta property="article:content_tier" content="metered">{head}')[0] == "metered"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("This article is for subscribers only", "paid"),
        ("Subscribe to continue reading", "paid"),
        ("Article réservé aux abonnés", "paid"),
        ("本文为付费文章", "paid"),
        ("残り1234文字", "paid"),
        ("You have 2 free articles left", "metered"),
        ("Subscribe to our newsletter", None),
        ("Lin Wu is a member of the club of lock keepers", None),
    ],
)
def test_printed_lines(line: str, expected: str | None) -> None:
    """A line below the preview states the wall."""
    assert access(below=f"<p>{line}</p>")[0] == expected


def test_nothing_stated() -> None:
    """A page that states nothing is not called free."""
    assert access() == (None, None)
