"""A paragraph that stands beside the rest of the text, in an element of its own."""

from __future__ import annotations

import pytest

from tests.extraction.markup import PARAGRAPHS, article, paragraphs

CHINESE = (
    "五月的第一天，林水镇的旧水闸修好后又开了，许多人划着小船前来看热闹。",
    "镇上的工程师介绍，新闸门用不锈钢做成，水泵和值班房也换了新的，一共花了两千万元。",
    "到了傍晚，已有四十多条船从这里过去，比上个月一整月还多，闸长把它写进了本子。",
    "闸长秋天就要退休，到时候镇上小学的一个班会接过他的本子，一页一页地写下去。",
)


def body(text: str) -> tuple[str, ...]:
    """Return the paragraphs of an article whose text stands in one element below headline and date."""
    head = "<h1>A lock opens</h1><div class='info'>2024-05-08 09:30</div>"
    return article(f"{head}<div class='body'>{text}</div>").body


@pytest.mark.parametrize("texts", [PARAGRAPHS, CHINESE])
@pytest.mark.parametrize(
    "apart",
    [
        "<div class='first'><p>{0}</p></div>",
        "<p>{0}</p>",
        "<p class='summary'>{0}</p>",
        "<div>{0}</div>",
        "<section><div><p>{0}</p></div></section>",
        "{0}",
    ],
)
def test_first_paragraph(texts: tuple[str, ...], apart: str) -> None:
    """The first paragraph may stand in an element of its own."""
    assert body(f"{apart.format(texts[0])}<div class='rest'>{paragraphs(texts[1:])}</div>") == texts


@pytest.mark.parametrize("texts", [PARAGRAPHS, CHINESE])
@pytest.mark.parametrize("apart", ["<p>{0}</p>", "<div>{0}</div>", "<p class='end'>{0}</p>"])
def test_last_paragraph(texts: tuple[str, ...], apart: str) -> None:
    """So may the last one."""
    assert body(f"<div class='rest'>{paragraphs(texts[:-1])}</div>{apart.format(texts[-1])}") == texts


def test_picture_between() -> None:
    """A picture may part it from the rest."""
    figure = "<figure><img src='/2024/lock.jpg'><figcaption>Boats at the lock.</figcaption></figure>"
    text = f"<p>{PARAGRAPHS[0]}</p>{figure}<div class='rest'>{paragraphs(PARAGRAPHS[1:])}</div>"
    assert body(text) == PARAGRAPHS


@pytest.mark.parametrize(
    "other",
    [
        "<p>Read the paper on your phone</p>",
        "<p><a href='/1'>The old lock in Linshui was closed for three years after the flood of 2021.</a></p>",
        "<div class='related'><p>The old lock was closed for three years after the flood of 2021.</p></div>",
        "<div class='comments'><p>I saw it with my own eyes, and the master is right, of course.</p></div>",
        "<ul><li><a href='/1'>Old lock closed</a></li><li><a href='/2'>Old lock opened again</a></li></ul>",
    ],
)
def test_what_else_stands_beside_the_text(other: str) -> None:
    """Elements that are no paragraphs of the text stay outside."""
    assert body(f"<div class='rest'>{paragraphs()}</div>{other}") == PARAGRAPHS
