"""Tests of the site of the documentation: its links, its menus, and the site itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house import screenshots
from tests.house.docs_site import ROOT, build, menu, place_in_site, with_site_links

VENV = ROOT / ".venv-docs"


@pytest.mark.parametrize(
    ("path", "link", "in_site"),
    [
        ("docs/api.md", "record.md", "record.md"),
        ("docs/api.md", "../CHANGELOG.md", "changelog.md"),
        ("docs/how-to/harvest.md", "../operating.md#days", "../operating.md#days"),
        ("docs/how-to/harvest.md", "../../CONTRIBUTING.md#a-form", "../contributing.md#a-form"),
        ("CONTRIBUTING.md", "docs/images/report.png", "images/report.png"),
        ("CONTRIBUTING.md", "SECURITY.md", "security.md"),
    ],
)
def test_links_of_the_repository_become_links_of_the_site(path: str, link: str, in_site: str) -> None:
    """Both lead to the same page."""
    target, _, anchor = in_site.partition("#")
    expected = f"[a]({target}#{anchor})" if anchor else f"[a]({target})"
    assert with_site_links(f"[a]({link})", path) == expected


@pytest.mark.parametrize("link", ["https://dask.org", "#days", "mailto:me@example.org"])
def test_other_links_stay(link: str) -> None:
    """Those of other sites, and those within the page."""
    assert with_site_links(f"[a]({link})", "docs/how-to/harvest.md") == f"[a]({link})"


def test_every_page_is_in_one_menu() -> None:
    """No page is hidden, and none has two places."""
    pages = [place_in_site(path.relative_to(ROOT).as_posix()) for path in (ROOT / "docs").rglob("*.md")]
    assert sorted(menu()) == sorted([*pages, "changelog.md", "contributing.md", "security.md"])


@pytest.mark.skipif(
    not (VENV / "installed").exists(), reason="`make docs` makes .venv-docs, and then builds the site"
)
def test_site_is_built_without_a_warning(tmp_path: Path) -> None:
    """All links and anchors lead somewhere, and a page loads nothing from the network."""
    site = build(VENV, tmp_path)
    page = (site / "operating.html").read_text("utf-8")
    assert (site / "search.json").stat().st_size > 100_000
    assert re.findall(r"""<(?:script|img)[^>]* src=["']?https?:""", page) == []
    assert re.findall(r"""<link[^>]* href=["']?https?:""", page) == []


def test_picture_of_a_terminal_is_its_first_frame_with_a_bar() -> None:
    """Log lines stand above the rows, each once; rows that were drawn over are gone."""
    rule, again = "─" * 40, "\r\x1b[2K\x1b[1A\x1b[2K"
    said = (
        f"\x1b[?25l{rule}\r\n0 articles  0 queued\r\n{again}2026-11-30 08:00:00 INFO: begun\r\n{rule}\r\n"
        f"0 articles  5 queued\r\n{again}{rule}\r\n3 articles  2 queued\r\n60% about 2 s left\r\n{again}"
        f"{rule}\r\n5 articles  0 queued\r\n{again}\x1b[?25h"
    )
    shown = screenshots.with_a_bar(said).splitlines()
    assert shown == [
        screenshots.COMMAND,
        "2026-11-30 08:00:00 INFO: begun",
        rule,
        "3 articles  2 queued",
        "60% about 2 s left",
    ]


def test_picture_loads_no_font() -> None:
    """It is drawn with the reader's own fonts."""
    assert "@font-face" not in screenshots.drawing("$ scrapy")


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.name)
def test_pages_link_to_each_other(path: Path) -> None:
    """A page names another one by a link, not by a path, which leads nowhere in the site."""
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"docs/[a-z-]+\.md", text) == []
