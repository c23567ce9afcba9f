"""Each shape of URL paths against its own examples, and its effect on discovery."""

from __future__ import annotations

import re
from timeit import timeit

import pytest

from crawler.discovery import url_shapes as general
from crawler.discovery.series import is_row
from crawler.discovery.shapes import Shape, url_shape
from crawler.publishers import url_shapes as shared
from crawler.publishers.url_shapes import UrlShape, shapes_of

SITE = "http://www.lanqiao.test"
SHARED = shapes_of(vars(shared))
SHAPES = {**SHARED, **shapes_of(vars(general))}
PARTS = [shape for shape in SHAPES.values() if shape.part]

each_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)


def takes(shape: UrlShape, path: str) -> bool:
    """Return whether a path is of a shape, however its letters are written."""
    return re.search(shape, path, re.IGNORECASE) is not None


@each_shape
def test_shape_takes_its_example_and_refuses_the_near_miss(shape: UrlShape) -> None:
    """A shape agrees with its row."""
    assert takes(shape, shape.takes)
    assert not takes(shape, shape.refuses)


@pytest.mark.parametrize("shape", PARTS, ids=lambda shape: shape.takes)
def test_parts_belong_to_the_first(shape: UrlShape) -> None:
    """The second part of an article has the shape of the first, and is in a row with it."""
    assert shape.part
    assert takes(shape, shape.part)
    assert is_row(SITE + shape.takes, SITE + shape.part)


@pytest.mark.parametrize(("name", "shape"), SHARED.items(), ids=SHARED)
def test_discovery_knows_the_shapes_of_the_publishers(name: str, shape: UrlShape) -> None:
    """A system's pages are known on any site that runs on it, declared or not."""
    expected = Shape.ARTICLE if name.endswith("_ARTICLE") else Shape.HUB
    assert name.endswith(("_ARTICLE", "_HUB"))
    for path in filter(None, (shape.takes, shape.part)):
        assert url_shape(SITE + path) is expected


@each_shape
def test_hostile_paths_cost_no_time(shape: UrlShape) -> None:
    """No path of the greatest length that is allowed keeps a shape busy."""
    for unit in (shape.takes, shape.takes[:-1], shape.takes.rpartition("/")[2].rpartition(".")[0] or "a"):
        path = "/" + (unit * 2000)[:2000] + "!"
        assert timeit(lambda path=path: takes(shape, path), number=1) < 1  # type: ignore[misc]
