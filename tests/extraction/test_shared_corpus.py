"""The real pages beside the project, where they are: figures below these floors are a step back."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from itemadapter import ItemAdapter

from crawler.extraction import Knowledge, extract_article

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="the real pages are not here")


def scorer() -> ModuleType:
    """Return the scorer that lies beside the pages."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(corpus: str, knowledge: Knowledge | None) -> dict[str, float]:
    """Return the scorer's figures over a corpus, with the declared or the given knowledge."""
    score = scorer()
    tally = score.Tally()
    for line in (SHARED / corpus / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        page = (SHARED / corpus / gold["file"]).read_bytes()
        article = extract_article(page, gold["url"], knowledge=knowledge)
        score.judge(tally, gold, ItemAdapter(article).asdict())
    by_name: dict[str, float] = tally.figures()
    return by_name


def below(measured: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """Return the figures that do not reach their floors."""
    return {name: measured[name] for name, floor in floors.items() if measured[name] < floor}


def test_chinese_and_state_media() -> None:
    """Every field of the family's own pages stays where it is."""
    floors = {
        "headline": 0.98,
        "published": 0.98,
        "dateline": 0.98,
        "dateline_parsed": 0.95,
        "captions": 0.94,
    }
    floors |= {"credits": 0.92, "body": 0.99, "body98": 0.95}
    assert not below(figures("corpus", None), floors)


def test_chinese_and_state_media_without_knowledge() -> None:
    """The general scorer stands alone where no publisher and no layout is known."""
    assert not below(figures("corpus", Knowledge()), {"headline": 0.95, "published": 0.95, "body": 0.985})


def test_publishers_of_the_world() -> None:
    """The general scorer reads pages far from the family."""
    assert not below(figures("general", None), {"body": 0.98, "published": 0.95})
