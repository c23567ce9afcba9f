"""Scores captions of composed pages: `python -m benchmarks.captions [--failures] [--structure NAME]`.

Each page is one structure of `caption_structures.jsonl` (the markup in which content management systems and
publishers print a picture with its caption and credit) in one language of `caption_texts.json`, twice: above
the first paragraph and within the text. Around it stand the pieces of `caption_furniture.jsonl`, in turn:
other stories, portraits of authors, advertisements. All texts are invented, and no site is known.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from benchmarks.tables import table
from crawler.extraction import Knowledge, extract_article
from crawler.items import Article

HERE = Path(__file__).parent
HOST = "https://news.sample.test"
FIELDS = ("captions", "credits", "pictures", "bodies")
SEPARATORS = "|—– "
"""Characters between caption and credit, which count for neither."""
PLACES = ("above", "inside", "below")
SKELETONS = (
    """<main><article><header><h1>{headline}</h1>{above}</header>{lead}<div class='text'>{text}</div>
    </article>{below}</main><aside>{latest}</aside>""",
    """<div id='page'><h1>{headline}</h1><div>{above}</div><div id='content'>{lead}{text}</div>
    {below}{latest}</div>""",
    "<div><div><h1>{headline}</h1>{above}<div>{lead}{text}{below}</div></div></div>",
)
"""Pages around the text: with elements of HTML 5, with the names of an older page, and with no names.

The first two link to the other stories and name the author in the head.
"""


@dataclass(frozen=True, slots=True)
class Texts:
    """The invented texts of one language."""

    headline: str
    paragraphs: Sequence[str]
    captions: Sequence[str]
    inline: Sequence[str]
    """Credits as newsrooms print them behind a caption."""
    names: Sequence[str]
    """Credits as markup sets them apart."""
    stories: Sequence[str]
    author: str
    biography: str
    by: str
    labels: Sequence[str]


@dataclass(frozen=True, slots=True)
class Row:
    """A structure of captions, or a piece of furniture with its place."""

    name: str
    markup: str
    credit: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A page with its right answer."""

    structure: str
    language: str
    furniture: tuple[str, ...]
    html: bytes
    answer: Mapping[str, Counter[str]]


def rows(name: str) -> list[Row]:
    """Return the rows of one of the data files."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [Row(**json.loads(line)) for line in lines]


def texts() -> dict[str, Texts]:
    """Return the texts by language."""
    entries = json.loads((HERE / "caption_texts.json").read_text("utf-8"))
    return {language: Texts(**each) for language, each in entries.items()}


def composed() -> Iterator[Composed]:
    """Yield all pages: each structure in each language, with one piece of furniture in each place."""
    furniture = rows("caption_furniture.jsonl")
    kinds = [[each for each in furniture if each.place == place] for place in PLACES]
    number = count()
    for turn, structure in enumerate(rows("caption_structures.jsonl")):
        for place, spoken in enumerate(texts().items(), start=turn):
            at = next(number)
            pieces = [kind[at % len(kind)] for kind in kinds]
            yield _page(structure, spoken, pieces, SKELETONS[place % len(SKELETONS)])


def _page(structure: Row, spoken: tuple[str, Texts], furniture: Sequence[Row], skeleton: str) -> Composed:
    language, said = spoken
    lead, middle = (_picture(structure.markup, said, at) for at in range(2))
    shown = [f"<p>{each}</p>" for each in said.paragraphs]
    above, inside, below = (_filled(each.markup, _furnishing(said)) for each in furniture)
    text = "".join([*shown[:2], middle, shown[2], inside, *shown[3:]])
    around = {"headline": said.headline, "above": above, "lead": lead, "text": text, "below": below}
    around["latest"] = _latest(said)
    body = _filled(skeleton, around)
    author = f"<meta name='author' content='{said.author}'>" if "{latest}" in skeleton else ""
    head = f"<meta charset='utf-8'>{author}<title>{said.headline} - Sample</title>"
    html = f"<!DOCTYPE html><html lang='{language}'><head>{head}</head><body>{body}</body></html>"
    names = tuple(each.name for each in furniture)
    return Composed(structure.name, language, names, html.encode(), _answer(structure, said))


def _latest(said: Texts) -> str:
    """Return a list of links to the other stories."""
    links = (f"<li><a href='/s/{at}.htm'>{story}</a></li>" for at, story in enumerate(said.stories, start=1))
    return f"<ul>{''.join(links)}</ul>"


def _filled(markup: str, values: Mapping[str, str]) -> str:
    """Return markup with its placeholders replaced; those within the values stay."""
    for name, value in values.items():
        markup = markup.replace(f"{{{name}}}", value)
    return markup


def _address(at: int) -> str:
    return f"/media/2024/05/lock-gate-{at + 1}.jpg"


def _picture(markup: str, said: Texts, at: int) -> str:
    """Return one picture with its caption, as a structure prints it."""
    image = f"<img src='{_address(at)}' width='640' height='360' alt=''>"
    values = {
        "img": image,
        "line": f"{said.captions[at]} {said.inline[at]}",
        "cap": said.captions[at],
        "inline": said.inline[at],
        "name": said.names[at],
        "src": _address(at),
        "n": str(at + 1),
    }
    return _filled(markup, values)


def _furnishing(said: Texts) -> dict[str, str]:
    related, advertisement, following, share = said.labels
    stories = {f"story_{at}": story for at, story in enumerate(said.stories, start=1)}
    people = {"author": said.author, "biography": said.biography, "by": said.by}
    labels = {"related": related, "advertisement": advertisement, "next": following, "share": share}
    return {**stories, **people, **labels}


def _answer(structure: Row, said: Texts) -> dict[str, Counter[str]]:
    credited = [_credit(structure, said, at) for at in range(2)]
    return {
        "captions": Counter(said.captions),
        "credits": Counter(filter(None, credited)),
        "pictures": Counter(f"{HOST}{_address(at)}" for at in range(2)),
        "bodies": Counter(said.paragraphs),
    }


def _credit(structure: Row, said: Texts, at: int) -> str:
    """Return the credit that a structure prints, or an empty text."""
    if structure.credit:
        return structure.credit.replace("{name}", said.names[at])
    if "{line}" in structure.markup or "{inline}" in structure.markup:
        return said.inline[at]
    return said.names[at] if "{name}" in structure.markup else ""


def found(page: Composed) -> dict[str, Counter[str]]:
    """Return what the extractor finds on a page, as its answer is written."""
    article: Article = extract_article(page.html, f"{HOST}/2024/05/lock.html", "text/html", Knowledge())
    photos = article.photos
    return {
        "captions": Counter(photo.caption for photo in photos if photo.caption),
        "credits": Counter(photo.credit.lstrip(SEPARATORS) for photo in photos if photo.credit),
        "pictures": Counter(photo.url for photo in photos if photo.url),
        "bodies": Counter(article.body),
    }


@dataclass(slots=True)
class Tally:
    """The shared, expected and found values of each field, and the pages without any fault."""

    pages: int = 0
    right: int = 0
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, page: Composed, got: Mapping[str, Counter[str]]) -> None:
        """Count the values of one page."""
        for name in FIELDS:
            asked = page.answer[name]
            self.counts[name, "shared"] += (asked & got[name]).total()
            self.counts[name, "all"] += asked.total() + got[name].total()
        self.pages += 1
        self.right += not faults(page, got)

    def cells(self) -> tuple[str, ...]:
        """Return pages, share of pages without a fault, and F1 of each field."""
        sums = ((self.counts[name, "shared"], self.counts[name, "all"]) for name in FIELDS)
        figures = (f"{2 * shared / total:.3f}" if total else "–" for shared, total in sums)
        return (str(self.pages), f"{self.right / self.pages:.3f}", *figures)


def faults(page: Composed, got: Mapping[str, Counter[str]]) -> list[str]:
    """Return the differences between answer and extraction: `- captions: …` is missing, `+` is wrong."""
    lines = []
    for name in FIELDS:
        asked = page.answer[name]
        lines += [f"- {name}: {each}" for each in asked - got[name]]
        lines += [f"+ {name}: {each}" for each in got[name] - asked]
    return lines


def tallies(
    pages: Sequence[Composed], records: Iterable[Mapping[str, Counter[str]]]
) -> dict[str, dict[str, Tally]]:
    """Return the counts by language, by piece of furniture and by structure."""
    by: dict[str, dict[str, Tally]] = {"language": {}, "furniture": {}, "structure": {}}
    for page, got in zip(pages, records, strict=True):
        by["language"].setdefault("all", Tally()).add(page, got)
        by["language"].setdefault(page.language, Tally()).add(page, got)
        by["structure"].setdefault(page.structure, Tally()).add(page, got)
        for piece in page.furniture:
            by["furniture"].setdefault(piece, Tally()).add(page, got)
    return by


def main() -> None:
    """Print the figures by language, furniture and structure, or the faults of each page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.captions", description=__doc__)
    parser.add_argument("--failures", action="store_true", help="list the faults of each page")
    parser.add_argument("--structure", metavar="NAME", help="read the pages of one structure (all)")
    options = parser.parse_args()
    pages = [page for page in composed() if options.structure in (None, page.structure)]
    with ProcessPoolExecutor() as pool:
        records = list(pool.map(found, pages, chunksize=32))
    if options.failures:
        _print_faults(pages, records)
        return
    for name, kinds in tallies(pages, records).items():
        print(
            table((name, "pages", "right", *FIELDS), [(kind, *each.cells()) for kind, each in kinds.items()])
        )
        print()


def _print_faults(pages: Sequence[Composed], records: Sequence[Mapping[str, Counter[str]]]) -> None:
    for page, got in zip(pages, records, strict=True):
        if lines := faults(page, got):
            print(f"{page.structure} [{page.language}] {page.furniture}", *lines, sep="\n    ")


if __name__ == "__main__":
    main()
