"""Scores texts of composed Chinese pages: `python -m benchmarks.chinese [--failures] [--kind WORD]`.

Each page is one kind of lines of `chinese_kinds.jsonl` (questions and answers, subheadings, notices, boxes,
furniture at the end) in one structure of `chinese_structures.jsonl` (markup of Chinese content management
systems). The lines stand above, within or below the same article; menus, buttons and other stories stand
around it. All texts are invented, and no site is known.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from benchmarks.tables import table
from crawler.extraction import Knowledge, extract_article

HERE = Path(__file__).parent
URL = "https://news.sample.test/2024/0508/c1-30001.html"
HEADLINE = "临水新船闸今天打开"
PARAGRAPHS = (
    "本报讯 临水县的新船闸今天上午打开，四十条渔船依次通过，比上个月全月还要多。",
    "港务长吴林从1988年起记录潮水，他说，渔民为这座船闸等了很多年，县里出钱修了闸门、水泵和一间砖砌的值班室。",
    "“从前绕路要多走三个小时。”渔民周渡说。",
    "船闸长一百二十米，宽十二米，一次可以通过八条渔船，冬季枯水期也能通航，闸室里的水从上游补充。",
    "航道局介绍，船闸试运行三个月，期间不收费。",
    "第二座船闸计划建在下游的石渡，县里还没有找到修闸门的钱，估计要等到明年。",
)
MIDDLE = 3
"""Paragraphs above the lines that stand within the text."""
ABOVE = (
    "2024-05-08 09:30　来源：临水晚报",
    "<span>2024年05月08日 09:30</span> <span>来源：临水晚报</span> <span>作者：周渡</span>",
    "发布时间：2024-05-08 【字体：大 中 小】",
)
_STORIES = "".join(
    f"<li><a href='/2024/0507/c1-{at}.html'>{title}</a></li>"
    for at, title in enumerate(("旧闸拆了一半", "石渡老街要修路", "灰鹭又回到了云山", "望江渡口停航一天"), 1)
)
_RELATED = f"<div class='share'>分享到：</div><div class='related'><h3>相关新闻</h3><ul>{_STORIES}</ul></div>"
_LATEST = f"<div>【<a href='#'>打印</a>】</div><div><div>热点新闻</div><ul>{_STORIES}</ul></div>"
BELOW = (
    "",
    f"{_RELATED}<div class='footer'>Copyright © 2024 临水网 版权所有</div>",
    _LATEST,
    "<div class='editor'>责任编辑：李河</div><div>免责声明：本文仅代表作者观点，与本网无关。</div>",
)
"""What stands below the text, in turn: nothing, furniture with names and without, an editor's line."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Lines of one kind: `# ` opens a subheading, `- ` an item, `| ` a row, `> ` a quotation."""

    kind: str
    place: str
    """`top`, `inside` or `end`."""
    text: Sequence[str] = ()
    """Lines that are text."""
    extra: Sequence[str] = ()
    """Lines that are no text."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The markup of a content management system; `{}` stands for the content of an element."""

    name: str
    page: str
    line: str
    title: str
    item: str
    items: str
    row: str
    cell: str
    table: str
    quote: str


@dataclass(frozen=True, slots=True)
class Composed:
    """A page with its right answer."""

    kind: Kind
    structure: str
    html: bytes
    answer: Counter[str]


def kinds() -> list[Kind]:
    """Return the kinds of lines."""
    return [Kind(**row) for row in _rows("chinese_kinds.jsonl")]


def structures() -> list[Structure]:
    """Return the structures of pages."""
    return [Structure(**row) for row in _rows("chinese_structures.jsonl")]


def _rows(name: str) -> Iterator[dict[str, str]]:
    return map(json.loads, (HERE / name).read_text("utf-8").splitlines())


def composed() -> Iterator[Composed]:
    """Yield all pages: each kind in each structure."""
    number = count()
    for kind in kinds():
        for structure in structures():
            yield _page(kind, structure, next(number))


def _page(kind: Kind, structure: Structure, number: int) -> Composed:
    lines = [*kind.text, *kind.extra]
    before = {"top": 0, "inside": MIDDLE}.get(kind.place, len(PARAGRAPHS))
    shown = [*PARAGRAPHS[:before], *lines, *PARAGRAPHS[before:]]
    values = {
        "headline": HEADLINE,
        "above": ABOVE[number % len(ABOVE)],
        "text": "".join(_blocks(shown, structure)),
        "below": BELOW[(number + number // len(BELOW)) % len(BELOW)],
    }
    body = structure.page
    for name, value in values.items():
        body = body.replace(f"{{{name}}}", value)
    head = f"<meta charset='utf-8'><title>{HEADLINE}_临水网</title>"
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    answer = Counter(map(plain, (*PARAGRAPHS, *map(_text, kind.text))))
    return Composed(kind, structure.name, html.encode(), answer)


def _blocks(lines: Sequence[str], structure: Structure) -> Iterator[str]:
    """Yield the markup of the lines; items in a row share a list, and rows a table."""
    groups = {"- ": structure.items, "| ": structure.table}
    at = 0
    while at < len(lines):
        mark = lines[at][:2]
        end = at + 1
        while mark in groups and end < len(lines) and lines[end].startswith(mark):
            end += 1
        block = "".join(_block(line, structure) for line in lines[at:end])
        yield groups.get(mark, "{}").replace("{}", block)
        at = end


def _block(line: str, structure: Structure) -> str:
    if line.startswith("| "):
        cells = "".join(structure.cell.replace("{}", cell) for cell in line[2:].split(" | "))
        return structure.row.replace("{}", cells)
    markup = {"# ": structure.title, "- ": structure.item, "> ": structure.quote}
    return markup.get(line[:2], structure.line).replace("{}", _text(line))


def _text(line: str) -> str:
    """Return the text of a line, without the sign of its kind."""
    return line[2:].replace(" | ", " ") if line[:2] in ("# ", "- ", "> ", "| ") else line


def plain(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def found(page: Composed) -> Counter[str]:
    """Return the lines of the text that the extractor finds on a page."""
    article = extract_article(page.html, URL, "text/html", Knowledge())
    return Counter(map(plain, article.body))


@dataclass(slots=True)
class Tally:
    """The lines and faults of some pages."""

    pages: int = 0
    right: int = 0
    lines: int = 0
    lost: int = 0
    added: int = 0
    kinds: Counter[str] = field(default_factory=Counter)

    def add(self, page: Composed, got: Counter[str]) -> None:
        """Count the lines of one page."""
        lost, added = (page.answer - got).total(), (got - page.answer).total()
        self.pages += 1
        self.right += page.answer == got
        self.lines += page.answer.total()
        self.lost += lost
        self.added += added

    def cells(self) -> tuple[str, ...]:
        """Return pages, share of pages without a fault, lines of text, lost and added lines."""
        share = f"{self.right / self.pages:.3f}"
        return (str(self.pages), share, str(self.lines), str(self.lost), str(self.added))


def tallies(pages: Sequence[Composed], records: Iterable[Counter[str]]) -> dict[str, dict[str, Tally]]:
    """Return the counts by structure, and by the kinds of lines with a fault."""
    by: dict[str, dict[str, Tally]] = {"structure": {}, "kind": {}}
    for page, got in zip(pages, records, strict=True):
        by["structure"].setdefault("all", Tally()).add(page, got)
        by["structure"].setdefault(page.structure, Tally()).add(page, got)
        by["kind"].setdefault(page.kind.kind, Tally()).add(page, got)
    by["kind"] = {name: each for name, each in by["kind"].items() if each.right < each.pages}
    return by


def faults(page: Composed, got: Counter[str]) -> list[str]:
    """Return the differences between answer and extraction: `- …` is lost, `+ …` is added."""
    return [*(f"- {line}" for line in page.answer - got), *(f"+ {line}" for line in got - page.answer)]


def main() -> None:
    """Print the figures by structure and kind, or the faults of each page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chinese", description=__doc__)
    parser.add_argument("--failures", action="store_true", help="list the faults of each page")
    parser.add_argument("--kind", metavar="WORD", default="", help="read the kinds with a word (all)")
    options = parser.parse_args()
    pages = [page for page in composed() if options.kind in page.kind.kind]
    with ProcessPoolExecutor() as pool:
        records = list(pool.map(found, pages, chunksize=32))
    if options.failures:
        _print_faults(pages, records)
        return
    heads = ("pages", "right", "lines", "lost", "added")
    for name, counted in tallies(pages, records).items():
        print(table((name, *heads), [(kind, *each.cells()) for kind, each in counted.items()]))
        print()


def _print_faults(pages: Sequence[Composed], records: Sequence[Counter[str]]) -> None:
    for page, got in zip(pages, records, strict=True):
        if lines := faults(page, got):
            print(f"{page.kind.kind} [{page.structure}]", *lines, sep="\n    ")


if __name__ == "__main__":
    main()
