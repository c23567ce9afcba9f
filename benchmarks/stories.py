"""Measures the recognition of copies of wire stories: `python -m benchmarks.stories`.

The set is made from real articles of ../shared, as sites make copies of wire copy, with a fixed seed. Similar
texts that are other stories: the report of another day in the same words with other names and figures, and a
new article that ends with the old one's background.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.pages import SHARED, read_pages
from benchmarks.tables import table
from crawler.extraction import extract_article
from crawler.items import Article
from crawler.ledger.journal import Journal
from crawler.ledger.schema import connect
from crawler.ledger.stories import Stories
from crawler.records.marks import marks_of
from crawler.records.stories import likeness, sketch
from crawler.state.stories import story_of

Body = tuple[str, ...]
Edit = Callable[[Body, random.Random], Body]

NOTE = (
    "This article was provided by our partners and does not necessarily reflect the views of this site.",
    "本文为转载内容，仅代表作者本人观点，与本网站无关，请读者仅作参考。",
)
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


@dataclass(frozen=True, slots=True)
class Telling:
    """An article of the set, with its story."""

    article: Article
    story: str
    how: str


def cut(body: Body, chance: random.Random) -> Body:
    """Drop the end: up to a third of the paragraphs."""
    return body[: max(1, len(body) - chance.randint(1, max(1, len(body) // 3)))]


def filed(body: Body, chance: random.Random) -> Body:  # noqa: ARG001  an edit's signature
    """Put a dateline of the site's own above, and a note below."""
    return (f"BEIJING (Example Times) - {body[0]}", *body[1:], *NOTE)


def styled(body: Body, chance: random.Random) -> Body:
    """Change one word in twenty-five to the house style, and the marks of quotation."""
    swap = str.maketrans("“”‘’「」", "\"\"''“”")
    return tuple(_words(text.translate(swap), 0.04, chance) for text in body)


def merged(body: Body, chance: random.Random) -> Body:  # noqa: ARG001  an edit's signature
    """Join each two paragraphs to one."""
    return tuple(" ".join(body[start : start + 2]) for start in range(0, len(body), 2))


def all_at_once(body: Body, chance: random.Random) -> Body:
    """Apply all changes."""
    for edit in (cut, filed, styled, merged):
        body = edit(body, chance)
    return body


def other_day(body: Body, chance: random.Random) -> Body:
    """Report another event in the same words: a third of the words, and every number, are replaced."""
    return tuple(re.sub(r"\d+", _number(chance), _words(text, 0.33, chance)) for text in body)


def background(body: Body, chance: random.Random) -> Body:
    """Report a new event, and end with the last third of the old text."""
    new = tuple(_words(text, 1.0, chance) for text in body)
    return (*new, *body[-max(1, len(body) // 3) :])


COPIES: dict[str, Edit] = {
    "end cut": cut,
    "dateline and note": filed,
    "house style": styled,
    "paragraphs joined": merged,
    "all of these": all_at_once,
}
OTHERS: dict[str, Edit] = {"same words, another day": other_day, "same background": background}


def made(articles: Sequence[Article], chance: random.Random) -> Iterator[Telling]:
    """Make the set: each article, its copies, and the texts that only look like one."""
    for number, article in enumerate(articles):
        yield Telling(article, str(number), "itself")
        for name, edit in COPIES.items():
            yield Telling(_edited(article, edit, chance), str(number), name)
        for name, edit in OTHERS.items():
            yield Telling(_edited(article, edit, chance), f"{number} {name}", name)


def _edited(article: Article, edit: Edit, chance: random.Random) -> Article:
    number = chance.getrandbits(64)
    return Article(id=f"{number:016x}", url="", canonical_url="", body=edit(article.body, chance))


def _words(text: str, share: float, chance: random.Random) -> str:
    """Replace a share of the words, or of the characters where words are not separated."""

    def replaced(match: re.Match[str]) -> str:
        old = match[0]
        if chance.random() >= share:
            return old
        letters = "的一是在不了有和人这中大为上个国" if old > "\u3000" else "abcdefghijklmnoprstuvwy"
        return "".join(chance.choice(letters) for _ in old)

    return re.sub(r"[\u3040-\u9fff\uac00-\ud7a3]|[^\W\d_\u3040-\u9fff\uac00-\ud7a3]+", replaced, text)


def _number(chance: random.Random) -> Callable[[re.Match[str]], str]:
    return lambda match: str(chance.randrange(10 ** len(match[0])))


def precision_and_recall(pairs: Iterable[tuple[bool, bool]]) -> tuple[float, float]:
    """Return both over pairs of articles, each given as (is one story, counts as one)."""
    tally = Counter(pairs)
    right, wrong, missed = tally[True, True], tally[False, True], tally[True, False]
    return (right / (right + wrong) if right + wrong else 1.0), right / max(1, right + missed)


def as_harvested(tellings: Sequence[Telling], chance: random.Random) -> tuple[float, float]:
    """Return precision and recall of the harvester itself, which meets the articles in any order."""
    stories = Stories(Journal(connect(Path(":memory:"))))
    order = [(number, telling.article) for number, telling in enumerate(tellings)]
    chance.shuffle(order)
    names = {number: story_of(article, marks_of(article).sketch, stories) for number, article in order}
    told = [(each.story, names[number]) for number, each in enumerate(tellings)]
    return precision_and_recall((a[0] == b[0], None is not a[1] == b[1]) for a, b in combinations(told, 2))


def main() -> None:
    """Make the set, and print the results at several thresholds, of each kind, and of the harvester."""
    pages = [page for name in ("corpus", "general") for page in read_pages(SHARED / name)]
    articles = [extract_article(page.body, page.url) for page in pages]
    chance = random.Random(1)
    tellings = list(made([article for article in articles if sketch(article)], chance))
    sketches = [sketch(telling.article) or b"" for telling in tellings]
    print(f"{len(tellings)} articles, {len({each.story for each in tellings})} stories\n")
    rows = [("as harvested", *as_harvested(tellings, chance)), *_by_threshold(tellings, sketches)]
    head = ("share of shingles", "precision", "recall")
    print(table(head, [(name, f"{precision:.3f}", f"{recall:.3f}") for name, precision, recall in rows]))
    kinds = [(name, *_spread(name, tellings, sketches)) for name in (*COPIES, *OTHERS)]
    print("\n" + table(("likeness to the original", "least", "median", "most"), kinds))


def _by_threshold(
    tellings: Sequence[Telling], sketches: Sequence[bytes]
) -> Iterator[tuple[str, float, float]]:
    told = [(each.story, sketched) for each, sketched in zip(tellings, sketches, strict=True) if sketched]
    pairs = [(a[0] == b[0], likeness(a[1], b[1])) for a, b in combinations(told, 2)]
    for least in THRESHOLDS:
        yield (f"{least:.1f}", *precision_and_recall((same, share >= least) for same, share in pairs))


def _spread(how: str, tellings: Sequence[Telling], sketches: Sequence[bytes]) -> tuple[str, ...]:
    first = 0
    shares: list[float] = []
    for number, telling in enumerate(tellings):
        first = number if telling.how == "itself" else first
        if telling.how == how:
            shares.append(likeness(sketches[first], sketches[number]) if sketches[number] else 0.0)
    shares.sort()
    return tuple(f"{each:.2f}" for each in (shares[0], shares[len(shares) // 2], shares[-1]))


if __name__ == "__main__":
    main()
