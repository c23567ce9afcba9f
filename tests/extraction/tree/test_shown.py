"""Differences between parsers and readers."""

from __future__ import annotations

import pytest

from tests.extraction.markup import PARAGRAPHS, article, paragraphs

CHINESE = (
    "五月的第一天，林水镇的旧水闸修好后又开了，许多人划着小船前来看热闹。",
    "镇上的工程师介绍，新闸门用不锈钢做成，水泵和值班房也换了新的，一共花了两千万元。",
    "到了傍晚，已有四十多条船从这里过去，比上个月一整月还多，闸长把它写进了本子。",
)


def first_line(markup: str) -> str:
    """Return the first paragraph of an article that opens with some markup."""
    return article(f"<h1>A lock opens</h1><div><p>{markup}</p>{paragraphs()}</div>").body[0]


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>水門<rt>すいもん</rt></ruby>",
        "<ruby>水<rt>すい</rt>門<rt>もん</rt></ruby>",
        "<ruby><rb>水門</rb><rt>すいもん</rt></ruby>",
        "<ruby><rb>水</rb><rb>門</rb><rt>すい</rt><rt>もん</rt></ruby>",
        "<ruby>水門<rtc><rt>すいもん</rt></rtc></ruby>",
        "<ruby><rb>水門<rt>すいもん</ruby>",
        "<ruby>水門<rt lang='ja'><b>すいもん</b></rt></ruby>",
    ],
)
def test_readings(ruby: str) -> None:
    """A reading above a word is no part of the sentence, nor of the headline."""
    record = article(
        f"<h1>新しい{ruby}が開く</h1><div><p>町の新しい{ruby}が、三年ぶりに開きました。</p>{paragraphs()}</div>"
    )
    assert record.headline == "新しい水門が開く"
    assert record.body[0] == "町の新しい水門が、三年ぶりに開きました。"


def test_readings_in_brackets() -> None:
    """A page that puts readings in brackets keeps them."""
    ruby = "<ruby>水門<rp>(</rp><rt>すいもん</rt><rp>)</rp></ruby>"
    assert (
        first_line(f"町の新しい{ruby}が、三年ぶりに開きました。")
        == "町の新しい水門(すいもん)が、三年ぶりに開きました。"
    )


@pytest.mark.parametrize(
    "formula",
    [
        "<math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>",
        "<math>\n <mi>E</mi>\n <mo>=</mo>\n <mi>m</mi>\n <msup>\n <mi>c</mi>\n <mn>2</mn>\n </msup>\n</math>",
        "<math><semantics><mi>E</mi><mo>=</mo><mi>mc2</mi><annotation>mc^2</annotation></semantics></math>",
    ],
)
def test_formula(formula: str) -> None:
    """A formula in MathML stands in its sentence."""
    assert first_line(f"The master painted {formula} on the gate.") == "The master painted E=mc2 on the gate."


@pytest.mark.parametrize("texts", [PARAGRAPHS, CHINESE])
@pytest.mark.parametrize("ends", ["\n", "\n\n", "\r\n", "\n　　"])
def test_text_in_a_field(texts: tuple[str, ...], ends: str) -> None:
    """Old systems print the whole text in a text field, one paragraph a line."""
    field = f"<textarea readonly>{ends.join(texts)}</textarea>"
    assert article(f"<h1>A lock opens</h1><div class='content'>{field}</div>").body == texts


@pytest.mark.parametrize(
    "field",
    [
        "<textarea>Write what you think.</textarea>",
        "<form><textarea>{0}</textarea></form>",
        "<textarea style='display: none'>{0}</textarea>",
        "<textarea class='lazy hidden'>{0}</textarea>",
        "<div style='overflow:hidden;height:0'><textarea>{0}</textarea></div>",
        "<textarea>Wu Lin</textarea><textarea>{0}</textarea>",
        "<textarea>&lt;div&gt;{0}&lt;/div&gt;</textarea>",
        '<textarea>[{{"text": "{0}"}}]</textarea>',
    ],
)
def test_other_fields(field: str) -> None:
    """Fields for readers' input, and stores of scripts, are no text."""
    rules = "You write under your own name. We read all of it. We print some of it. The rest is kept."
    assert article(f"<h1>A lock opens</h1><div>{paragraphs()}{field.format(rules)}</div>").body == PARAGRAPHS
