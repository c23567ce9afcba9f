"""The site and the crawl of most tests here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from copy import deepcopy
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


@pytest.fixture(scope="module")
def original(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawl]:
    """Return a complete crawl of such a site. Tests work on copies: `complete`."""
    folder = tmp_path_factory.mktemp("original")
    with generated(folder / "site", request.module.STORIES) as running:
        crawl = Crawl(running, folder / "crawl")
        crawl.run()
        assert len(crawl.records()) == request.module.STORIES
        yield crawl


@pytest.fixture
def complete(original: Crawl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Crawl:
    """Return a complete crawl, whose server serves a site that the test may change."""
    site = original.server.site
    monkeypatch.setattr(site, "www", shutil.copytree(site.www, tmp_path / "www"))
    monkeypatch.setattr(site, "responses", deepcopy(site.responses))
    return Crawl(original.server, shutil.copytree(original.folder, tmp_path / "crawl"))
