"""Tests of declarations in a folder of the user."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.publishers import (
    PUBLISHERS,
    DeclarationError,
    declared_publishers,
    publisher_of,
    registry,
    use_declarations,
)
from tests.house.site import ROOT

OWN = """\
from crawler.publishers.model import Publisher

OWN = Publisher(name="{name}", title="Own", hosts=("{host}",), start=("http://{host}/",), language="zh")
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield an empty folder, whose declarations are forgotten after the test."""
    monkeypatch.setenv(registry._FOLDER, "")
    yield tmp_path
    monkeypatch.undo()
    registry._forget_declarations()


def declare(folder: Path, file: str, name: str, host: str) -> None:
    """Write a declaration."""
    (folder / file).write_text(OWN.format(name=name, host=host), "utf-8")


@pytest.mark.parametrize("file", ["example_cn.py", "_163_example.py"])
def test_a_folder_adds_publishers(folder: Path, file: str) -> None:
    """Each file may declare some, also if its domain begins with a digit."""
    declare(folder, file, "example.cn", "example.cn")
    assert publisher_of("http://www.example.cn/") is None
    use_declarations(folder)
    found = publisher_of("http://www.example.cn/")
    assert found is not None
    assert found.title == "Own"
    assert len(declared_publishers()) == len(PUBLISHERS) + 1


@pytest.mark.parametrize("name", ["china.org.cn", "example.cn"])
def test_own_declaration_outranks_that_of_the_package(folder: Path, name: str) -> None:
    """By the same name, and by the same host under another name."""
    declare(folder, "mine.py", name, "china.org.cn")
    use_declarations(folder)
    found = publisher_of("http://www.china.org.cn/")
    assert found is not None
    assert (found.name, found.title) == (name, "Own")


@pytest.mark.parametrize("text", ["from crawler.publishers import No\n", "# crawler.publishers\n1 /"])
def test_wrong_file_is_named(folder: Path, text: str) -> None:
    """Whatever a file raises, the message names it."""
    (folder / "wrong.py").write_text(text, "utf-8")
    with pytest.raises(DeclarationError, match=r"wrong\.py cannot be used: \w+Error"):
        use_declarations(folder)


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        ('("{host}",)', '"example.cn"', "hosts = 'example.cn': write a tuple: ('example.cn',)"),
        ('language="zh"', 'language="chinese"', "language = 'chinese': write a BCP 47 tag"),
        ('title="Own"', "title=None", "title = None: write a text"),
    ],
)
def test_wrong_value_is_named(folder: Path, right: str, wrong: str, line: str) -> None:
    """The message has file, publisher, field, value and the right form in one line; nothing is declared."""
    text = OWN.replace(right, wrong).format(name="example.cn", host="example.cn")
    (folder / "wrong.py").write_text(text, "utf-8")
    with pytest.raises(DeclarationError) as caught:
        use_declarations(folder)
    assert str(caught.value).startswith(f"{folder / 'wrong.py'}: example.cn: {line}")
    assert "\n" not in str(caught.value)


def test_further_errors_are_counted(folder: Path) -> None:
    """A command names the first error, the number of all, and the command that lists them."""
    declare(folder, "a.py", "example", "example.cn")
    declare(folder, "b.py", "example.cn", "example")
    with pytest.raises(DeclarationError, match=r"a\.py: example: name = .*\(2 errors; scrapy checkpublisher"):
        use_declarations(folder)


def test_files_that_declare_nothing_are_not_run(folder: Path) -> None:
    """A folder that has the name by chance does no harm, and neither does one that is not there."""
    (folder / "setup.py").write_text("raise SystemExit('run')\n", "utf-8")
    use_declarations(folder)
    assert declared_publishers() == PUBLISHERS
    use_declarations(folder / "nothing")
    assert declared_publishers() == PUBLISHERS


def test_processes_inherit_the_folder(folder: Path) -> None:
    """Parsers and replays in processes of their own know the same publishers."""
    declare(folder, "example_cn.py", "example.cn", "example.cn")
    use_declarations(folder)
    code = "from crawler.publishers import publisher_of; print(publisher_of('http://example.cn/').title)"
    done = subprocess.run(  # noqa: S603  the code above
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "Own\n"
