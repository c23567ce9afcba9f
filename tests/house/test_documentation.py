"""The documentation is whole: each command, setting and field is in it, and its links lead somewhere."""

from __future__ import annotations

import re
import runpy
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from scrapy.settings import default_settings

from crawler import settings
from crawler.extraction.captions.forms import wording
from crawler.extraction.captions.forms.han import taken
from crawler.extraction.dateline.forms import japanese
from crawler.extraction.form import Form, read_form
from crawler.items import Article, Dateline, Photo
from crawler.publishers.model import Layout
from crawler.text.urls import host_of
from tests.house.site import ROOT, scrapy_here

GUIDE = ROOT / "CONTRIBUTING.md"
DOCS = sorted((ROOT / "docs").rglob("*.md"))
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
        told = scrapy_here(name, "--help").stdout
        assert re.search(r"Examples?:", told), told
        assert f"scrapy {name}" in told


@pytest.mark.parametrize("name", COMMANDS)
def test_beginners_see_every_command(name: str) -> None:
    """The table of docs/commands.md leaves none out."""
    assert re.search(rf"^\|.*`scrapy {name}\b", (ROOT / "docs/commands.md").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", SETTINGS)
def test_setting_is_documented(name: str) -> None:
    """Each setting of this project's own is named with its effect."""
    assert f"`{name}" in TEXT or f"{name}=" in TEXT


@pytest.mark.parametrize(
    "name", [each.name for record in (Article, Dateline, Photo) for each in fields(record)]
)
def test_field_is_documented(name: str) -> None:
    """Each field of the record is described."""
    assert f"`{name}`" in (ROOT / "docs" / "record.md").read_text("utf-8")


@pytest.mark.parametrize("path", [ROOT / "README.md", GUIDE, *DOCS], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """Links within the project name files that are there, and so do words such as docs/record.md."""
    text = path.read_text("utf-8")
    links = [target for target in re.findall(r"\]\(([^)#\s]+)", text) if not host_of(target)]
    named = re.findall(r"\b(?:docs|benchmarks|tests|crawler)/[\w/.-]+\.(?:md|py)\b", text)
    missing = [link for link in links if not (path.parent / link).exists()]
    missing += [name for name in named if not (ROOT / name).exists() and "example" not in name]
    assert missing == []


def test_every_room_is_on_the_map() -> None:
    """CONTRIBUTING.md shows all rooms of extraction, in the order in which they import each other."""
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = next(each["layers"] for each in linter["contracts"] if each["name"].startswith("Rooms"))
    shown = re.findall(r"^(\w+)(?:/|\.py) ", GUIDE.read_text("utf-8"), re.MULTILINE)
    assert shown == [room for layer in layers for room in layer.split(" | ")]


SAMPLES = re.findall(r"^```python\n(\w+\(.*?)```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def row_of(sample: str, path: Path) -> Form | Layout:
    """Return the row that a sample makes in a module where its names are known."""
    path.write_text(f"ROW = {sample}", "utf-8")
    known = {**vars(wording), **vars(japanese), **vars(taken), "Layout": Layout}
    row = runpy.run_path(str(path), known)["ROW"]
    assert isinstance(row, (Form, Layout))
    return row


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.partition("(")[0])
def test_sample_rows_are_rows(sample: str, tmp_path: Path) -> None:
    """A sample row in CONTRIBUTING.md is valid, and its examples are parsed as printed."""
    row = row_of(sample, tmp_path / "sample.py")
    if isinstance(row, Form):
        parsed = {text: read_form((row,), text) for text in (*row.examples, *row.refuses)}
        assert {text: each.parts for text, each in parsed.items() if each} == row.examples
