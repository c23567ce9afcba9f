"""The law of blocks: their texts are the body, for every page."""

from __future__ import annotations

import gzip
import json
import random
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.extraction import parse_page, parse_saved, read_article
from crawler.items import BlockType, FieldSelection, Structure
from crawler.samplesite import SampleSite
from tests.extraction.blocks.pages import KNOWN, assert_law, structured, text_page
from tests.extraction.markup import PARAGRAPHS, URL, page
from tests.samplesite.ground_truth import PATHS

SITE, ORIGIN = SampleSite(), "http://news.sample.test"
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
EACH = 10  # of so many real pages, one is read here; `python -m benchmarks.blocks --law` reads all
SLOWEST = 5.0  # seconds, on the slowest machine
TAGS = (
    "ul ol li dl dt dd table caption thead tbody tr th td blockquote cite pre p div h2 h4 b a span br"
    " figure figcaption section q code"
).split()
VOID = ("<img src=/a/photo.jpg width=600>", "<iframe src=https://www.youtube.com/embed/x></iframe>", "<br>")
WORDS = (
    *PARAGRAPHS,
    "2023",
    "4 boats",
    "• One",
    "表1 船只",
    "一、船闸",
    "— Lin Wu",
    "  \n\n\t",
    "单位：艘",
    "",
)
WORDS_OF_PARTS = (b"first", b"second")
SHARED = Path(__file__).parents[4] / "shared"
SETS = sorted(
    str(index.relative_to(SHARED)) for index in [*SHARED.rglob("gold.jsonl"), *SHARED.glob("*/index.jsonl")]
)


def composed(chance: random.Random, depth: int = 0) -> str:
    """Return random markup: tags within tags, some never closed, between texts."""
    if depth > 5 or chance.random() < 0.3:
        return chance.choice((*WORDS, *VOID))
    tag = chance.choice(TAGS)
    spans = chance.choice(
        ("", " colspan=2", " rowspan=3", " start=4", " href=/b", " value=x", " style='white-space:pre'")
    )
    inside = "".join(composed(chance, depth + 1) for _ in range(chance.randrange(5)))
    return f"<{tag}{spans}>{inside}{f'</{tag}>' if chance.random() < 0.8 else ''}"


@FEW
@given(st.integers(), st.sampled_from(list(Structure)))
def test_composed_markup(seed: int, structure: Structure) -> None:
    """The law holds for tags in any order, nested and broken."""
    chance = random.Random(seed)
    body = text_page("".join(composed(chance) for _ in range(8)))
    full, plain = structured(body, structure), structured(body, Structure.NONE)
    assert replace(full, blocks=()) == plain
    if structure is not Structure.NONE:
        assert_law(full)


@FEW
@given(st.sampled_from(PATHS), st.integers(), st.integers(1, 40))
def test_mutated_pages(path: str, seed: int, count: int) -> None:
    """The law holds for pages of the sample site with tags removed and added anywhere."""
    chance = random.Random(seed)
    pieces = re.split(rb"(?=<[a-z/])", SITE.reply(path, ORIGIN).body)
    for _ in range(count):
        pieces.pop(chance.randrange(len(pieces)))
        pieces.insert(chance.randrange(len(pieces)), composed(chance, 4).encode())
    read = read_article(parse_page(b"".join(pieces), ORIGIN + path), fields=FieldSelection(Structure.LINKED))
    assert_law(read)


@pytest.mark.parametrize("path", PATHS)
def test_pages_of_the_sample_site(path: str) -> None:
    """The law holds for every page of the sample site."""
    assert_law(
        read_article(
            parse_page(SITE.reply(path, ORIGIN).body, ORIGIN + path), fields=FieldSelection(Structure.LINKED)
        )
    )


def test_articles_over_several_pages() -> None:
    """The blocks of the parts are joined in order; a list on each of two pages is two lists."""
    listed = "<ul><li>{0} One.</li><li>{0} Two.</li></ul>".format(PARAGRAPHS[0])
    markup = page(f"<h1>A lock opens</h1><div class=quay-text><p>{PARAGRAPHS[1]}</p>{listed}</div>")
    parts = tuple(
        parse_page(markup.replace(b"One", word).replace(b"Two", word), f"{URL}?page={word.decode()}")
        for word in WORDS_OF_PARTS
    )
    read = read_article(replace(parts[0], parts=parts[1:]), KNOWN, FieldSelection(Structure.BLOCKS))
    assert_law(read)
    assert [part.type for part in read.blocks] == 2 * [BlockType.PARAGRAPH, BlockType.LIST]


@pytest.mark.parametrize(
    "inside",
    [
        "<table><tr><td>" * 600 + "text, and more text.",
        "<ul><li>" * 900 + "text, and more text.",
        "<ul><li>one, two" * 3000,
        "<table>" + "<tr><td>one<td>two" * 10_000 + "</table>",
        "<ol>" + "<li>one, and two" * 5000 + "</ol>",
        "<blockquote>" * 500 + "<p>text, and more.</p>" * 2000,
        "<iframe src=https://www.youtube.com/embed/x></iframe><p>text, and more.</p>" * 3000,
        "<p>" + "<a href=/b>a link</a> text " * 4000,
    ],
    ids=["tables", "lists", "open lists", "rows", "items", "quotations", "embeds", "links"],
)
def test_time_is_bounded(inside: str) -> None:
    """No page of a few hundred kilobytes holds the blocks up."""
    started = time.process_time()
    assert_law(structured(text_page(inside), Structure.LINKED))
    assert time.process_time() - started < SLOWEST


def pages_of(index: Path) -> Iterator[tuple[bytes, str]]:
    """Yield a part of the pages that lie beside the project, with their URLs."""
    for line in index.read_text("utf-8").splitlines()[::EACH]:
        entry = json.loads(line)
        body = (index.parent / entry["file"]).read_bytes()
        yield gzip.decompress(body) if entry["file"].endswith(".gz") else body, entry["url"] or URL


@pytest.mark.parametrize("name", SETS)
def test_real_pages(name: str) -> None:
    """The law holds for the real pages beside the project."""
    for body, url in pages_of(SHARED / name):
        assert_law(read_article(parse_saved(body, url), fields=FieldSelection(Structure.LINKED)))
