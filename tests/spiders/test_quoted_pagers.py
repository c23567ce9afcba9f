"""Lists and articles whose pagers are calls of a script with quoted numbers, as on the army's sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.spiders.harvest import SENTENCE, article, harvest, listing, small_site

LIST = "/yw/index.html"
CALLS = {
    "single quotes": "createPageHTML('{pages}','{at}','index','html');",
    "double quotes": 'createPageHTML("{pages}", "{at}", "index", "html")',
    "with an element": "createPageHTML('page_div','{pages}','{at}','index','html','9');",
    "half quoted": "createPageHTML('{pages}',{at},'index','html')",
}
EACH = 2
"""Articles of a page."""


def stories(page: int) -> list[str]:
    """Return the paths of the articles of a page of the list."""
    return [
        f"/yw/2022-08/{day:02}/content_{day}.htm" for day in range(page * EACH + 1, page * EACH + EACH + 1)
    ]


def site_of(call: str, first: int, pages: int, named: int) -> dict[str, str]:
    """Return a list of `pages` pages, of which the second has the number `first`; its pager names `named`."""
    site = {"/index.htm": listing(LIST)}
    for page in range(pages):
        script = f"<script>{call.format(pages=named, at=page)}</script>"
        path = LIST if page == 0 else f"/yw/index_{page - 1 + first}.html"
        site[path] = listing(*stories(page), more=f"<div id='page_div'></div>{script}")
        site |= {story: article(int(story[12:14])) for story in stories(page)}
    return site


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    ("first", "named"), [(1, 4), (1, 5), (2, 4)], ids=["from 1", "one too many", "from 2"]
)
def test_articles_of_all_pages(call: str, first: int, named: int, tmp_path: Path) -> None:
    """The articles of the last page arrive, however the script counts, and no page is requested twice."""
    site = site_of(CALLS[call], first, 4, named)
    with small_site(tmp_path / "site", site) as server:
        crawled = harvest(tmp_path, f"{server.origin}/")
        assert crawled.paths(server.origin) == [story for page in range(4) for story in stories(page)]
        lists = [hit for hit in server.hits if hit.startswith("/yw/index")]
        assert len(lists) == len(set(lists)) <= 6


@pytest.mark.parametrize("quote", ["'", '"'])
def test_parts_of_an_article(quote: str, tmp_path: Path) -> None:
    """An article whose parts are counted from 2 comes whole."""
    arguments = ",".join(f"{quote}{value}{quote}" for value in (3, 0, 16400001, "html"))
    script = f"<script>createManuscriptPageHTML({arguments});</script>"
    part = f"<div id='content'>{'<p>' + SENTENCE.replace('ferry', 'boat of part {}') + '.</p>'}</div>"
    head = "<html><head><title>Ferry number 1 returns</title></head><body><h1>Ferry number 1 returns</h1>"
    site = {
        "/index.htm": listing("/yw/16400001.html"),
        "/yw/16400001.html": article(1, script),
        **{f"/yw/16400001_{number}.html": head + part.format(number) + script for number in (2, 3)},
    }
    with small_site(tmp_path / "site", site) as server:
        (record,) = harvest(tmp_path, f"{server.origin}/").records
    assert [url.rpartition("/")[2] for url in record["pages"]] == [
        f"16400001{end}.html" for end in ("", "_2", "_3")
    ]
    assert [part for part in (2, 3) if any(f"boat of part {part}" in line for line in record["body"])] == [
        2,
        3,
    ]
