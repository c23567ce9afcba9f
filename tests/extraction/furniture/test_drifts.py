"""Labels that one list had and another had not, while each was written twice."""

from __future__ import annotations

import pytest

from crawler.extraction.body.section import find_section
from crawler.extraction.dateline.preambles import is_preamble
from crawler.extraction.furniture.forms.bylines import BYLINE_FORMS
from crawler.extraction.furniture.forms.editors import EDITORS, MAKERS
from crawler.extraction.furniture.forms.sources import SOURCES
from crawler.extraction.furniture.line import LineForm
from crawler.extraction.furniture.printed import read_authors, read_editors, read_source
from crawler.extraction.lexicon import labels, phrases
from crawler.extraction.tree.metadata import Metadata


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("转自：临水晚报", "临水晚报"),
        ("摘自：临水晚报", "临水晚报"),
        ("出处：临水晚报 作者：李河", "临水晚报"),
        ("来自：临水晚报", "临水晚报"),
        ("来源｜临水晚报", "临水晚报"),
        ("（本文来源：临水晚报 ）", "临水晚报"),
        ("来源：临水晚报 发表评论", "临水晚报"),
        ("来源：临水晚报 参与互动(0)", "临水晚报"),
    ],
)
def test_sources_that_were_only_recognised(line: str, source: str) -> None:
    """A known source line gives its source, without bracket and buttons."""
    printed = read_source(line)
    assert printed is not None
    assert printed.name == source


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("编审：周渡", ("周渡",)),
        ("编校｜周渡", ("周渡",)),
        ("責编：周渡", ("周渡",)),
        ("编辑 周渡 校对 吴帆", ("周渡",)),
        ("（责任编辑 周渡）", ("周渡",)),
        ("Redaktion: Tilo Quast", ("Tilo Quast",)),
        ("Editores: Iria Caldas", ("Iria Caldas",)),
        ("Responsable : Maël Quérin", ("Maël Quérin",)),
        ("責任者：周樣", ("周樣",)),
        ("편집: 예시문", ("예시문",)),
        ("编辑：周渡 审读：李河", ("周渡",)),
        ("编辑：周渡 浏览：35", ("周渡",)),
        ("编辑 周渡 2024年5月8日09:30", ("周渡",)),
        ("责编丨校对丨周渡", ("周渡",)),
    ],
)
def test_editors_that_were_only_recognised(line: str, names: tuple[str, ...]) -> None:
    """A known editor line gives its editors, and nobody else."""
    printed = read_editors(line)
    assert printed is not None
    assert printed.names == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("执笔：李河", ("李河",)),
        ("文/李河", ("李河",)),
        ("文字：李河 编辑：周渡", ("李河",)),
        ("by Wade Lindqvist", ("Wade Lindqvist",)),
        ("By WADE LINDQVIST (Linshui Post)", ("WADE LINDQVIST",)),
        ("记者 | 李河", ("李河",)),
        ("特约评论员 李河", ("李河",)),
        ("記者：李河 吳帆 臨水報導", ("李河", "吳帆")),
        ("临水晚报记者 李河 通讯员 吴帆", ("李河", "吴帆")),
        ("作者：李河 责任编辑：", ("李河",)),
    ],
)
def test_authors_that_were_only_recognised(line: str, names: tuple[str, ...]) -> None:
    """A known byline gives its authors."""
    printed = read_authors(line)
    assert printed is not None
    assert printed.names == names


@pytest.mark.parametrize("label", [*labels.SOURCES, *labels.SOURCES_WESTERN, *labels.SOURCES_EASTERN])
def test_each_source_label_is_read(label: str) -> None:
    """No label is recognised only."""
    assert read_source(f"{label}：Linshui Post") is not None


@pytest.mark.parametrize("label", [*labels.EDITORS, *labels.EDITORS_WESTERN, *labels.EDITORS_EASTERN])
def test_each_editor_label_is_read(label: str) -> None:
    """No label is recognised only."""
    assert read_editors(f"{label}：周渡") is not None


@pytest.mark.parametrize(
    "label",
    [*labels.AUTHORS, *labels.DRAFTED, *labels.WRITTEN, *labels.TEXT, *labels.AUTHORS_WESTERN],
)
def test_each_author_label_is_read(label: str) -> None:
    """No label is recognised only."""
    assert read_authors(f"{label}：周渡") is not None


@pytest.mark.parametrize("form", [*SOURCES, *EDITORS, *MAKERS, *BYLINE_FORMS], ids=lambda form: form.name)
def test_what_is_read_is_recognised(form: LineForm) -> None:
    """Each row has an example that is a line of its own, hence furniture in a text."""
    assert any(form.is_line(text) for text in form.examples)


@pytest.mark.parametrize("label", [*labels.PLACES, *labels.PLACES_WITHIN])
def test_each_breadcrumb_label_goes(label: str) -> None:
    """A label of a breadcrumb is no step of it."""
    assert find_section((f"{label}：新闻", "水务"), Metadata("", {}), "") == ("新闻", "水务")


@pytest.mark.parametrize("tool", labels.TOOLS)
def test_each_tool_is_a_button(tool: str) -> None:
    """A text that ends a part of a line is a button if it stands alone."""
    assert phrases.BUTTONS.match(tool)


@pytest.mark.parametrize(
    "line", ["稿源：临水晚报。", "责编：周渡。", "Author: Wade Lindqvist.", "執筆：李河。"]
)
def test_lines_before_a_dateline(line: str) -> None:
    """Every line around a text may stand before its dateline."""
    assert is_preamble(line)


@pytest.mark.parametrize("line", ["作者在书里写临水的船闸。", "Share prices rose when the lock was opened."])
def test_sentences_before_a_dateline(line: str) -> None:
    """A sentence that begins with a label's word begins the text."""
    assert not is_preamble(line)
