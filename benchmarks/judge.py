"""Teaches the judge of lines, and tests it on sites that it has not seen: `python -m benchmarks.judge`.

Trees are learned on the half of the sites that is for tuning (`part_of` of the shared scorer), pages of known
layouts left out. Each fifth of the sites is then read by trees that were learned on the other four. With
`--write` the trees of all five go into the package. It needs lightgbm, which the crawler does not.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

from lxml import etree

from benchmarks.accuracy import scorer
from benchmarks.labels import label_lines
from benchmarks.pages import SHARED
from benchmarks.tables import table
from crawler.declaring.guess import registrable_domain
from crawler.extraction import Knowledge, extract_article, parse_page
from crawler.extraction.body import judge
from crawler.extraction.body import reading as reading_module
from crawler.extraction.body.forest import DATA, read_forest
from crawler.extraction.body.headline import fold
from crawler.extraction.body.lines import Line, read_lines, read_page_lines
from crawler.extraction.body.reading import Reading, read_unjudged
from crawler.extraction.body.sorting import Role, sort_lines
from crawler.extraction.body.traits import NAMES, traits_of
from crawler.extraction.evidence.rules import Rule
from crawler.extraction.tree.layouts import knowledge_of
from crawler.extraction.tree.page import Page
from crawler.text.sizes import utf8_size

SETS = ("corpus", "general", "articles", "chinese", "family", "handmade", "languages", "world")
FOLDS = 5
MOVED = 0.5  # weight of a page that is learned a second time, with the container that holds the text
LONGEST = 600  # bytes: the weight of one line, at most
TREES = 70
SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.15,
    "num_leaves": 12,
    "max_depth": 4,
    "min_child_samples": 30,
    "subsample": 0.8,
    "subsample_freq": 1,
    "colsample_bytree": 0.3,
    "reg_lambda": 5,
    "max_bin": 63,
    "force_col_wise": True,
    "deterministic": True,
    "n_jobs": 1,
    "seed": 1,
    "verbose": -1,
}
ABOUT = "Trees that tell an article's text from what stands around it; learned by python -m benchmarks.judge."


@dataclass(frozen=True, slots=True)
class Labelled:
    """A real page with its text, as read by a person."""

    set: str
    path: Path
    url: str
    answer: Mapping[str, Any]
    part: str
    """`tune` or `blind`."""

    @property
    def site(self) -> str:
        """The domain that its site registered."""
        return registrable_domain(self.url) or self.url

    @property
    def fold(self) -> int:
        """The number of the site's group, from 0 to 4."""
        return hashlib.sha256(self.site.encode()).digest()[1] % FOLDS

    @property
    def field(self) -> str:
        """`body`, or `text` if the answer does not separate headline, captions and body."""
        return "body" if "body" in self.answer else "text"

    def page(self) -> Page:
        """Return the page, parsed."""
        return parse_page(self.bytes(), self.url)

    def bytes(self) -> bytes:
        """Return the page as it was served."""
        saved = self.path.read_bytes()
        return gzip.decompress(saved) if self.path.suffix == ".gz" else saved


@dataclass(frozen=True, slots=True)
class Lesson:
    """The candidates of one page: the traits of each, whether it is text, and its weight."""

    page: Labelled
    rows: Sequence[tuple[float, ...]]
    labels: Sequence[bool]
    weights: Sequence[float]


def main() -> None:
    """Learn, cross-validate, print a table; write the trees with `--write`."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--write", action="store_true", help="put the trees into the package")
    args = cli.parse_args()
    pages = list(labelled_pages())
    tune = [page for page in pages if page.part == "tune"]
    blind = [page for page in pages if page.part == "blind"]
    with ProcessPoolExecutor() as pool:
        lessons = [
            lesson
            for lessons_of_page in pool.map(lessons_of, tune, chunksize=8)
            for lesson in lessons_of_page
        ]
        whole = learn(lessons)
        others = [learn([each for each in lessons if each.page.fold != fold]) for fold in range(FOLDS)]
        print(
            table(("tune, sites not seen", *SETS), _rows(pool, [(page, others[page.fold]) for page in tune]))
        )
        print(table(("blind", *SETS), _rows(pool, [(page, whole) for page in blind])))
    if args.write:
        target = Path(judge.__file__).with_name(DATA)
        target.write_text(written(whole), "utf-8")
        print(f"{target}: {target.stat().st_size} bytes")


def labelled_pages() -> Iterator[Labelled]:
    """Yield the pages of all sets whose text a person read."""
    halves = _module(SHARED / "score_all.py")
    for name in SETS:
        folder = SHARED / name if (SHARED / name).is_dir() else SHARED / "sets" / name
        for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
            answer = json.loads(line)
            if "body" in answer or "text" in answer:
                path, part = folder / answer["file"], halves.part_of(answer)
                yield Labelled(name, path, answer["url"], answer, part)


def _module(path: Path) -> ModuleType:
    scorer(SHARED / "score.py")  # that module imports it
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True)
class Lined:
    """A page as the rules read it, and the labels of all its lines."""

    labelled: Labelled
    seen: judge.SeenPage
    reading: Reading
    lines: Sequence[Line]
    labels: Mapping[int, bool | None]
    """By the identity of the line."""

    def lesson(self, container: etree._Element, weight: float) -> Lesson:
        """Return the lesson of the page with `container` as the holder of the text."""
        read = read_lines(container, self.reading.containers.weights.weight)
        text = judge.Text(container, sort_lines(read, self.seen.title))
        traits = traits_of(judge.sight_of(self.seen, text, self.lines))
        spared = {item.line.key for item in text.lines if item.role is Role.CAPTION}
        spared = spared if self.labelled.field == "text" else set()
        weights = [0.0 if line.key in spared else self._weight(line) for line in traits.lines]
        share = weight / max(1.0, sum(weights)) ** 0.5
        labels = [bool(self.labels[id(line)]) for line in traits.lines]
        return Lesson(self.labelled, traits.rows, labels, [each * share for each in weights])

    def _weight(self, line: Line) -> float:
        """Return the weight of a line, by its length; a headline or a line without a word has none."""
        is_headline = fold(line.text) == fold(self.seen.title)
        unlabelled = self.labels[id(line)] is None
        return 0.0 if is_headline or unlabelled else float(min(utf8_size(line.text), LONGEST) ** 0.5)


def lessons_of(labelled: Labelled) -> list[Lesson]:
    """Return the lessons of a page: as the rules read it, and with the container that holds its text."""
    page = labelled.page()
    if read_unjudged(page, knowledge_of(page.url)).rule.kind is Rule.LAYOUT:
        return []
    reading = read_unjudged(page, Knowledge())
    if reading.container is None:
        return []
    lines = [line for line in read_page_lines(page.root) if not line.is_image]
    labelled_lines = label_lines([line.text for line in lines], labelled.answer[labelled.field])
    labels = {id(line): label for line, label in zip(lines, labelled_lines, strict=True)}
    seen = judge.SeenPage(page.root, reading.headline, reading.metadata)
    lined = Lined(labelled, seen, reading, lines, labels)
    lessons = [lined.lesson(reading.container, 1.0)]
    holder = judge.holder_of({line.key: 1.0 for line in lines if labels[id(line)]})
    if holder is not None and holder is not reading.container:
        lessons.append(lined.lesson(holder, MOVED))
    return lessons


def learn(lessons: Sequence[Lesson]) -> dict[str, Any]:
    """Learn the trees, in the form of the data file.

    The weight of a site is the square root of the number of its pages.
    """
    import lightgbm  # noqa: PLC0415  of the benchmarks' own environment
    import numpy as np  # noqa: PLC0415

    sites = Counter(lesson.page.site for lesson in lessons)
    shares = [weight / sites[lesson.page.site] ** 0.5 for lesson in lessons for weight in lesson.weights]
    rows = np.array([row for lesson in lessons for row in lesson.rows], dtype=np.float32)
    labels = np.array([label for lesson in lessons for label in lesson.labels])
    model = lightgbm.train(SETTINGS, lightgbm.Dataset(rows, labels, weight=np.array(shares)), TREES)
    trees = model.dump_model()["tree_info"]
    return {"about": ABOUT, "traits": NAMES, "trees": [_node(tree["tree_structure"]) for tree in trees]}


def _node(node: Mapping[str, Any]) -> list[Any] | float:
    if "leaf_value" in node:
        return float(f"{node['leaf_value']:.3g}")
    children = (_node(node["left_child"]), _node(node["right_child"]))
    return [NAMES[node["split_feature"]], float(f"{node['threshold']:.4g}"), *children]


def written(data: Mapping[str, Any]) -> str:
    """Return the data file: one tree a line."""
    trees = ",\n".join(json.dumps(tree) for tree in data["trees"])
    traits = json.dumps(data["traits"])
    return f'{{"about": {json.dumps(data["about"])},\n"traits": {traits},\n"trees": [\n{trees}\n]}}\n'


def _rows(pool: ProcessPoolExecutor, asked: Sequence[tuple[Labelled, dict[str, Any]]]) -> list[list[str]]:
    """Return a table's row for the rules and one for the trees: mean F1, and the share of pages above .98."""
    rules = list(pool.map(_by_rules, [page for page, _ in asked], chunksize=8))
    trees = list(pool.map(_by_trees, asked, chunksize=8))
    return [["rules", *_figures(asked, rules)], ["with the judge", *_figures(asked, trees)]]


def _figures(asked: Sequence[tuple[Labelled, dict[str, Any]]], scores: Sequence[float]) -> Iterator[str]:
    for name in SETS:
        of_set = [score for (page, _), score in zip(asked, scores, strict=True) if page.set == name]
        best = sum(score >= 0.98 for score in of_set)
        yield f"{statistics.mean(of_set):.3f} / {best / len(of_set):.2f}" if of_set else "–"


def _by_rules(labelled: Labelled) -> float:
    with mock.patch.object(reading_module, "judge", return_value=None):
        return _score(labelled)


def _by_trees(asked: tuple[Labelled, dict[str, Any]]) -> float:
    with mock.patch.object(judge, "learned_forest", return_value=read_forest(asked[1])):
        return _score(asked[0])


def _score(labelled: Labelled) -> float:
    score = scorer(SHARED / "score.py")
    record = asdict(extract_article(labelled.bytes(), labelled.url))
    lines = list(record["body"]) if labelled.field == "body" else score.whole_text(record)
    answer = score.bag("\n".join(labelled.answer[labelled.field]))
    return float(score.f1(answer, score.bag("\n".join(lines))))


if __name__ == "__main__":
    main()
