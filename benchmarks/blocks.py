"""Measures the types of blocks: `python -m benchmarks.blocks [--law|--cost]`.

benchmarks/blocks.jsonl has the annotations of 72 pages of ../shared, by the rules of docs/blocks.md: for each
page its units in order, each with its type and a hash of its text. A unit is a paragraph, a heading, a line
of an item, a row of a table, or a paragraph of a quotation or of preformatted text. A unit counts as right if
a tool has its text with this type. Of the peers, trafilatura's XML states types; Fundus types only paragraphs
and subheadings, and only of publishers that it knows, so that their pages have a table of their own. Fundus
runs in `.venv-fundus`, which `make bench-peers` makes; without it, that table is missing.

--law checks instead that the texts of the blocks are the body on all pages of ../shared; --cost times
extraction with and without blocks, in one process, in turn on each page.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import trafilatura
from lxml import etree

from benchmarks.crawlers import FUNDUS_PYTHON
from benchmarks.pages import SHARED, read_pages
from benchmarks.timing import Stopwatch, Task, ratios, use_one_core
from crawler.extraction import Page, extract_article, parse_saved, read_article
from crawler.items import ALL_DETAILS, Block, BlockType, FieldSelection, Structure
from crawler.text.charset import decode

ANNOTATIONS = Path(__file__).with_name("blocks.jsonl")
TYPES = [each.value for each in BlockType if each not in (BlockType.PICTURE, BlockType.EMBED)]
ROUNDS = 3
_TAGS = {
    "p": "paragraph",
    "head": "heading",
    "item": "list",
    "row": "table",
    "quote": "quote",
    "code": "preformatted",
}
_WHOLE = ("item", "row", "quote", "code")
"""Elements whose parts are no units of their own, except for the items of lists."""
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class AnnotatedPage:
    """A page with the units that a person typed."""

    url: str
    body: bytes
    units: tuple[str, ...]
    """Type and hash of each unit: `heading 3f1c09aa8e21`."""


def unit(kind: str, text: str) -> str:
    """Return a unit: a type and a hash of the text's letters and digits; empty for a text without any."""
    letters = _NO_LETTER.sub("", unicodedata.normalize("NFKC", text)).lower()
    return f"{kind} {hashlib.sha256(letters.encode()).hexdigest()[:12]}" if letters else ""


def annotated_pages() -> list[AnnotatedPage]:
    """Return the annotated pages."""
    entries = map(json.loads, ANNOTATIONS.read_text("utf-8").splitlines())
    return [
        AnnotatedPage(each["url"], body_of(SHARED / each["file"]), tuple(each["units"])) for each in entries
    ]


def body_of(path: Path) -> bytes:
    """Return the bytes of a saved page."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def ours(page: AnnotatedPage) -> Iterator[str]:
    """Yield the units of this project's blocks."""
    for block in read_article(
        parse_saved(page.body, page.url), fields=FieldSelection(Structure.BLOCKS)
    ).blocks:
        for text in _texts(block):
            yield unit(block.type.value, text)


def _texts(block: Block) -> Iterator[str]:
    for row in block.rows:
        yield "".join(cell.text for cell in row.cells)
    rest = block.caption.split("\n") if block.caption else ()
    yield from rest if block.rows else block.texts


def trafilaturas(page: AnnotatedPage) -> Iterator[str]:
    """Yield the units of trafilatura's XML."""
    xml = trafilatura.extract(
        decode(page.body).text,
        url=page.url,
        output_format="xml",
        include_comments=False,
        include_formatting=True,
    )
    main = etree.fromstring(xml.encode()).find(".//main") if xml else None
    for element in main.iter(*_TAGS) if main is not None else ():
        if element.tag == "item" or next(element.iterancestors(*_WHOLE), None) is None:
            for text in _texts_of(element):
                yield unit(_TAGS[element.tag], text)


def _texts_of(element: etree._Element) -> set[str]:
    """Return the lines of an element, and its whole text, for lines that a tool splits otherwise."""
    whole = "".join(_pieces(element))
    return {whole} if element.tag == "row" else {whole, *whole.split("\n")}


def _pieces(element: etree._Element) -> Iterator[str]:
    """Yield the texts of an element without those of lists within it; line feeds stand for breaks."""
    yield element.text or ""
    for child in element:
        is_break = child.tag in ("lb", "p")
        yield "\n" if is_break else ""
        yield from _pieces(child) if child.tag != "list" else ()
        yield "\n" if is_break else ""
        yield child.tail or ""


def fundus_units(pages: Sequence[AnnotatedPage]) -> dict[AnnotatedPage, list[str]]:
    """Return the units of Fundus' bodies by their pages, for the publishers that it knows."""
    asked = "".join(f"{json.dumps(_for_fundus(page))}\n" for page in pages)
    command = [str(FUNDUS_PYTHON), "-m", "benchmarks.fundus_bodies"]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)  # noqa: S603  ours
    bodies = map(json.loads, done.stdout.splitlines())
    return {
        page: [unit(kind, text) for kind, text in body]
        for page, body in zip(pages, bodies, strict=True)
        if body is not None
    }


def _for_fundus(page: AnnotatedPage) -> dict[str, str]:
    """Return a page as Fundus reads it, with its day: each of its parsers is of a time."""
    published = extract_article(page.body, page.url).published or ""
    return {"url": page.url, "html": decode(page.body).text, "date": published[:10] if published[9:] else ""}


Tool = Callable[[AnnotatedPage], Iterable[str]]
TOOLS: dict[str, Tool] = {"this project": ours, "trafilatura, XML": trafilaturas}


@dataclass(slots=True)
class Tally:
    """The counts of one tool, by type."""

    units: Counter[str]
    there: Counter[str]
    """Units whose text the tool has, with any type."""
    right: Counter[str]
    """Units whose text it has with their type."""

    def add(self, page: AnnotatedPage, units: Iterable[str]) -> None:
        """Count the units of a page."""
        typed, asked = Counter(filter(None, units)), Counter(page.units)
        right = typed & asked
        others = Counter[str]()
        for each, number in (typed - right).items():
            others[each.partition(" ")[2]] += number
        for each, number in asked.items():
            kind, _, text = each.partition(" ")
            self.units[kind] += number
            self.right[kind] += right[each]
            self.there[kind] += right[each] + min(number - right[each], others[text])


def measured(pages: Iterable[AnnotatedPage], tools: Mapping[str, Tool] = TOOLS) -> dict[str, Tally]:
    """Return the counts of each tool."""
    tallies = {name: Tally(Counter(), Counter(), Counter()) for name in tools}
    for page in pages:
        for name, tool in tools.items():
            tallies[name].add(page, tool(page))
    return tallies


def table(tallies: dict[str, Tally]) -> str:
    """Return the shares as a table in Markdown."""
    first = next(iter(tallies.values()))
    lines = ["| Type | Units | " + " | ".join(f"{name}: right | of those there" for name in tallies) + " |"]
    lines.append("|---" * (2 + 2 * len(tallies)) + "|")
    for kind in [*TYPES, "all"]:
        kinds = TYPES if kind == "all" else [kind]
        total = sum(first.units[each] for each in kinds)
        cells = [
            f"{_share(tally.right, tally.units, kinds)} | {_share(tally.right, tally.there, kinds)}"
            for tally in tallies.values()
        ]
        lines.append(f"| {kind} | {total} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _share(part: Counter[str], whole: Counter[str], kinds: Iterable[str]) -> str:
    names = list(kinds)
    total = sum(whole[each] for each in names)
    return f"{sum(part[each] for each in names) / total:.3f}".lstrip("0") if total else "–"


def tables() -> Iterator[str]:
    """Yield the table of all annotated pages, and that of Fundus' publishers among them."""
    pages = annotated_pages()
    yield table(measured(pages))
    if not FUNDUS_PYTHON.is_file():
        sys.stderr.write("Fundus is not installed: make .venv-fundus/installed\n")
        return
    known = fundus_units(pages)
    with_body = sum(map(bool, known.values()))
    yield f"\n{len(known)} pages are of publishers that Fundus knows; it has a body of {with_body}:\n"
    of_fundus: dict[str, Tool] = {"Fundus, ArticleBody": known.__getitem__}
    yield table(measured(known, {**TOOLS, **of_fundus}))


def all_pages() -> Iterator[Page]:
    """Yield all pages of ../shared, parsed."""
    for index in sorted([*SHARED.rglob("gold.jsonl"), *SHARED.glob("*/index.jsonl")]):
        for line in index.read_text("utf-8").splitlines():
            entry = json.loads(line)
            yield parse_saved(
                body_of(index.parent / entry["file"]), entry["url"] or "http://page.example/a.htm"
            )


def check_law() -> str:
    """Read all pages with blocks; return the number of pages, and of those that break the law."""
    pages, broken = 0, 0
    for page in all_pages():
        article = read_article(page, fields=replace(ALL_DETAILS, structure=Structure.LINKED))
        pages += 1
        broken += article.body != tuple(text for block in article.blocks for text in block.texts)
    return f"{pages} pages, {broken} whose blocks are not the body"


def cost() -> str:
    """Return the CPU time of extraction with blocks, as a multiple of that without them."""
    use_one_core()
    pages = {
        "pages of the corpus": [Raw(each.body, each.url) for each in read_pages(SHARED / "corpus")],
        "annotated pages": [Raw(each.body, each.url) for each in annotated_pages()],
    }
    return "\n".join(line for name, each in pages.items() for line in (name, *_costs(each)))


@dataclass(frozen=True, slots=True)
class Raw:
    """A page that is timed."""

    body: bytes
    url: str


def _costs(pages: Sequence[Raw]) -> Iterator[str]:
    tasks = {each.value: Task(_reader(each)) for each in Structure}
    times = Stopwatch[Raw](tasks, pages).run(ROUNDS)
    bare = times[Structure.NONE.value].least
    for name, each in times.items():
        compared = ratios(each.least, bare)
        yield f"  {name}: total {compared.total:.3f}, median {compared.median:.3f}, 90 % {compared.p90:.3f}"


def _reader(structure: Structure) -> Callable[[Raw], object]:
    return lambda page: extract_article(page.body, page.url, fields=replace(ALL_DETAILS, structure=structure))


def main() -> None:
    """Print the shares of units with the right type, or what the option asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument("--law", action="store_true", help="check all pages of ../shared")
    parser.add_argument("--cost", action="store_true", help="time extraction with and without blocks")
    options = parser.parse_args()
    if options.law:
        print(check_law())
    elif options.cost:
        print(cost())
    else:
        for each in tables():
            print(each)


if __name__ == "__main__":
    main()
