"""The documentation is whole: each command, setting and field is in it, and its links lead somewhere."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from scrapy.settings import default_settings

from crawler import settings
from crawler.items import Article, Dateline, Photo
from crawler.publishers.model import Publisher
from crawler.text.urls import host_of
from tests.house.site import ROOT, scrapy

DOCS = sorted((ROOT / "docs").glob("*.md"))
TEXT = "\n".join(path.read_text("utf-8") for path in (ROOT / "README.md", *DOCS))
COMMANDS = [
    path.stem
    for path in sorted((ROOT / "crawler" / "commands").glob("*.py"))
    if re.search(r"^class Command\b", path.read_text("utf-8"), re.MULTILINE)
]
SETTINGS = [name for name in dir(settings) if name.isupper() and not hasattr(default_settings, name)]
FIELDS = [each.name for record in (Article, Dateline, Photo) for each in fields(record)]


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_documented(name: str) -> None:
    """Each is shown in the documentation, and teaches by example in its help."""
    assert f"scrapy {name}" in TEXT
    if name != "parse":  # Scrapy's own, with its own help
        told = scrapy(name, "--help").stdout
        assert re.search(r"Examples?:", told), told
        assert f"scrapy {name}" in told


@pytest.mark.parametrize("name", COMMANDS)
def test_beginners_see_every_command(name: str) -> None:
    """The table at the end of docs/getting-started.md leaves none out."""
    assert re.search(
        rf"^\|.*`scrapy {name}\b", (ROOT / "docs/getting-started.md").read_text("utf-8"), re.MULTILINE
    )


@pytest.mark.parametrize("name", SETTINGS)
def test_setting_is_documented(name: str) -> None:
    """Each setting of this project's own is named with what it does."""
    assert f"`{name}" in TEXT or f"{name}=" in TEXT


@pytest.mark.parametrize(
    "name", [each.name for record in (Article, Dateline, Photo) for each in fields(record)]
)
def test_field_is_documented(name: str) -> None:
    """Each field of the record is described."""
    assert f"`{name}`" in (ROOT / "docs" / "record.md").read_text("utf-8")


@pytest.mark.parametrize("name", [each.name for each in fields(Publisher)])
def test_declaration_is_documented(name: str) -> None:
    """Each field of a publisher's declaration is described."""
    assert f"`{name}`" in (ROOT / "docs" / "publishers.md").read_text("utf-8")


@pytest.mark.parametrize("path", [ROOT / "README.md", *DOCS], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """Links within the project name files that are there, and so do words such as docs/record.md."""
    text = path.read_text("utf-8")
    links = [target for target in re.findall(r"\]\(([^)#\s]+)", text) if not host_of(target)]
    named = re.findall(r"\b(?:docs|benchmarks|tests|crawler)/[\w/.-]+\.(?:md|py)\b", text)
    missing = [link for link in links if not (path.parent / link).exists()]
    missing += [name for name in named if not (ROOT / name).exists() and "example" not in name]
    assert missing == []
