"""The site and the crawl of most tests here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.samplesite import Server
from tests.durability.site import Crawl, generated


@pytest.fixture
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """Serve the generated site, with as many articles as the test's module says in `STORIES`."""
    with generated(tmp_path / "site", request.module.STORIES) as running:
        yield running


@pytest.fixture
def crawl(server: Server, tmp_path: Path) -> Crawl:
    """Return a crawl of it."""
    return Crawl(server, tmp_path / "crawl")
