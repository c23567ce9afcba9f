"""Extraction is total: pages made of all that forms read and refuse, in any markup, raise nothing."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.extraction import extract_article
from crawler.extraction.captions.caption import parse_caption
from crawler.extraction.dateline import parse_dateline
from crawler.extraction.furniture.printed import read_authors, read_editors, read_source
from crawler.items import ALL_DETAILS
from tests.extraction.test_forms import EXAMPLES, REFUSALS
from tests.house.thorough import examples

URL = "http://news.sample.test/2024-05/08/content_1.htm"
extract = partial(extract_article, fields=ALL_DETAILS)
SLOWEST = 5.0  # seconds, on the slowest machine: a page takes milliseconds
TEXTS = sorted({text for _, _, text in EXAMPLES} | {text for _, text in REFUSALS})
HOLDERS = (
    "<p>TEXT</p>",
    "<p><a href='/1'>TEXT</a></p>",
    "<h1>TEXT</h1>",
    "<h1><span class='kicker'>TEXT</span>TEXT</h1>",
    "<h2><a href='#x'>TEXT</a></h2>",
    "<div class='caption'>TEXT</div>",
    "<figure><img src='/a.jpg'><figcaption>TEXT</figcaption></figure>",
    "<figure><amp-img src='/a.jpg'><noscript><img src='/b.jpg'>TEXT</noscript></amp-img></figure>",
    "<img class='emoji' alt='TEXT'><noscript><img data-src='/a.jpg' alt='TEXT'></noscript>",
    "<div class='img' data-caption='TEXT'><img srcset='TEXT'></div>",
    "<div class='photo' style='background:url(TEXT)'></div>",
    "<table><tr><td>TEXT<td><img src='/a.jpg'></table>",
    "<ruby>TEXT<rt>TEXT</ruby><math><mi>TEXT</mi></math>",
    "<pre>TEXT\n\nTEXT</pre>",
    "<textarea>TEXT. TEXT. TEXT.</textarea>",
    "<x-line>TEXT</x-line><st1:place>TEXT",
    "<span class='byline'>TEXT</span><time datetime='TEXT'>TEXT</time>",
    "<a rel='author'>TEXT</a><b itemprop='author'>TEXT</b>",
    "<p hidden>TEXT</p><span style='font-size:0'>TEXT</span>",
    "<meta name='author' content='TEXT'><meta name='date' content='TEXT'><link rel=canonical href='TEXT'>",
    '<script type="application/ld+json">{"@type":"Article","author":{"name":["TEXT"]}}</script>',
    "<ul><li>TEXT<li>TEXT</ul><blockquote>TEXT</blockquote>",
    "TEXT<br>TEXT",
)
MANY = settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])
FRAGMENTS = st.builds(
    lambda first, second, cut: first[:cut] + second[cut:],
    st.sampled_from(TEXTS),
    st.sampled_from(TEXTS) | st.text(max_size=12),
    st.integers(0, 40),
)
"""The beginning of one text and the end of another."""
PIECES = st.tuples(st.sampled_from(HOLDERS), st.sampled_from(TEXTS) | FRAGMENTS)


def page_of(pieces: Sequence[tuple[str, str]], cut: int) -> bytes:
    """Return a page made of pieces, each a text in its markup, without its last bytes."""
    markup = "".join(holder.replace("TEXT", text) for holder, text in pieces)
    page = f"<title>{pieces[0][1]}</title><div>{markup}</div>".encode("utf-8", "replace")
    return page[: len(page) - cut]


@MANY
@given(st.lists(PIECES, min_size=1, max_size=12), st.integers(0, 60))
def test_pages_of_forms(pieces: list[tuple[str, str]], cut: int) -> None:
    """A page made of texts that forms read and refuse, in any markup, raises nothing and is deterministic."""
    page = page_of(pieces, cut)
    began = time.process_time()
    article = extract(page, URL)
    assert time.process_time() - began < SLOWEST
    assert article == extract(page, URL)


@pytest.mark.parametrize("read", [parse_dateline, parse_caption, read_authors, read_editors, read_source])
@MANY
@given(text=FRAGMENTS)
def test_readers_of_lines(read: object, text: str) -> None:
    """Readers of one line raise on no mixture of two."""
    assert callable(read)
    read(text)


@pytest.mark.parametrize("holder", HOLDERS, ids=range(len(HOLDERS)))
def test_every_holder_with_every_kind_of_text(holder: str) -> None:
    """Each markup takes a text of each form."""
    first = list({form.name: text for _, form, text in EXAMPLES}.values())
    for start in range(0, len(first), 12):
        pieces = [(holder, text) for text in first[start : start + 12]]
        extract(page_of(pieces, 0), URL)
