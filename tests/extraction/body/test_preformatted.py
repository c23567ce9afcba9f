"""Text that is shown with the line breaks that it was written with."""

from __future__ import annotations

import pytest

from tests.extraction.markup import PARAGRAPHS, article

CHINESE = (
    "五月的第一天，林水镇的旧水闸修好后又开了，许多人划着小船前来看热闹。",
    "镇上的工程师介绍，新闸门用不锈钢做成，水泵和值班房也换了新的，一共花了两千万元。",
    "到了傍晚，已有四十多条船从这里过去，比上个月一整月还多，闸长把它写进了本子。",
)


def body(text: str, tag: str, style: str) -> tuple[str, ...]:
    """Return the paragraphs of an article whose text stands in one element."""
    return article(f"<h1>A lock opens</h1><div class='text'><{tag} {style}>{text}</{tag}></div>").body


@pytest.mark.parametrize(
    ("tag", "style"),
    [
        ("pre", ""),
        ("p", "style='white-space: pre-wrap'"),
        ("div", "style='color:#333;white-space:pre-line'"),
        ("section", "style='WHITE-SPACE:break-spaces'"),
    ],
)
@pytest.mark.parametrize("texts", [PARAGRAPHS, CHINESE])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\n\n", "\n \n\n", "\n　　", "\n\t", "\n    "])
def test_paragraphs(tag: str, style: str, texts: tuple[str, ...], ends: str) -> None:
    """Blank lines, indented lines and ends of lines part the paragraphs of such text."""
    assert body(ends.join(texts), tag, style) == texts


@pytest.mark.parametrize("ends", ["\n\n", "\n　　", "\n"])
def test_lines_of_one_width(ends: str) -> None:
    """Lines that were broken to fit a width are joined; Chinese without a space."""
    english = ends.join(text.replace(", ", ",\n") for text in PARAGRAPHS)
    chinese = ends.join(text.replace("，", "，\n") for text in CHINESE)
    assert body(english, "pre", "") == PARAGRAPHS
    assert body(chinese, "pre", "") == CHINESE


def test_marks_in_preformatted_text() -> None:
    """Elements within a line change nothing."""
    text = (
        "\n\n".join(PARAGRAPHS)
        .replace("harbour", "<b>harbour</b>")
        .replace("boats", "<a href='/b'>boats</a>")
    )
    assert body(text, "pre", "") == PARAGRAPHS


def test_line_breaks_elsewhere() -> None:
    """Elsewhere a line break is a space."""
    assert body(PARAGRAPHS[0].replace(", ", ",\n\n"), "p", "") == (PARAGRAPHS[0],)
