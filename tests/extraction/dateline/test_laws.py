"""Laws of datelines for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.dateline.find import find_dateline, parse_dateline
from crawler.extraction.dateline.opening import read_opening

SAMPLES = (
    "HARBIN, Aug. 6 (Xinhua) -- The library opened.",
    "МОСКВА, 7 мая — РИА Новости. Библиотека открылась.",
    "القاهرة 6 أغسطس 2022 (شينخوا) -- افتتحت المكتبة.",
    "新华社北京8月6日电（记者甘一、金二）图书馆今天开放。",
    "〔記者甘一二／台北報導〕圖書館今天開放。",
    "【新華社東京3月11日】図書館が開館した。",
    "(서울=연합뉴스) 홍길동 기자 = 도서관이 문을 열었다.",
)
PIECES = st.sampled_from(
    (
        "新华社 北京 8月6日 电 讯 消息 ： （记者 甘一 ） 【 】 、 · 报道 據 本报 记者 東京 日 ロイター "
        "( ) [ ] / - -- — – . , : _ = Aug. 6 2022 BEIJING Paris (Xinhua) By and de By\u200b \u3000 "
        "/ТАСС/ МОСКВА 7 мая РИА Новости. 기자 (서울=연합뉴스) شينخوا أغسطس"
    ).split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=40).map(" ".join),
)


@given(TEXTS, st.one_of(st.none(), st.text(max_size=12), st.dates().map(str)))
def test_text_is_a_beginning(text: str, published: str | None) -> None:
    """Nothing raises; the dateline is the beginning of the text; the same text gives the same answer."""
    dateline = parse_dateline(text, published)
    assert dateline == parse_dateline(text, published)
    if dateline:
        assert dateline.text
        assert dateline.text == dateline.text.strip()
        assert read_opening(text).text.startswith(dateline.text)
        assert dateline.text in text
        assert all(dateline.places)
        assert all(dateline.reporters)


@given(st.lists(TEXTS, max_size=6))
def test_find_never_raises(paragraphs: list[str]) -> None:
    """Whatever the paragraphs, the dateline found is the beginning of one of them."""
    dateline = find_dateline(paragraphs)
    assert dateline is None or any(dateline.text in paragraph for paragraph in paragraphs)


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("space", ["\u3000\u3000", "\xa0", "\ufeff", "\u200b \u200e", "\n\t "])
def test_leading_space(sample: str, space: str) -> None:
    """White space and invisible characters before the text change nothing."""
    assert parse_dateline(space + sample) == parse_dateline(sample)
    assert parse_dateline(sample) is not None


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_follows_far_behind(sample: str) -> None:
    """Only the beginning is read."""
    assert parse_dateline(sample + " x" * 5000) == parse_dateline(sample)


def test_invisible_characters_within() -> None:
    """Invisible characters within a dateline stay in its text and vanish from its parts."""
    dateline = parse_dateline("HAR\u200bBIN,\xa0Aug.\u2009\u200e6 (Xin\u00adhua) -- The library opened.")
    assert dateline is not None
    assert dateline.text == "HAR\u200bBIN,\xa0Aug.\u2009\u200e6 (Xin\u00adhua) --"
    assert (dateline.places, dateline.date, dateline.agency) == (("HARBIN",), "--08-06", "Xinhua")


def test_full_width() -> None:
    """Full-width letters, digits and punctuation read as their plain forms."""
    dateline = parse_dateline("ＨＡＲＢＩＮ，　Ａｕｇ．　６　（Ｘｉｎｈｕａ）　－－　The library opened.")
    assert dateline is not None
    assert (dateline.places, dateline.date, dateline.agency) == (("HARBIN",), "--08-06", "Xinhua")


def test_entity_left_over() -> None:
    """A space left as an entity is a space."""
    dateline = parse_dateline("HARBIN&nbsp; — The library opened.")
    assert dateline is not None
    assert (dateline.text, dateline.places) == ("HARBIN&nbsp; —", ("HARBIN",))


@pytest.mark.parametrize(
    "text",
    [
        "(" * 400,
        "()" * 200,
        "A, " * 200,
        "A-" * 200,
        "/a" * 200,
        "Aa Bb (Cc) - " * 40,
        "6 " * 200,
        "记者" * 200,
        "北京、" * 200,
        "新华社" * 120,
        "8月6日" * 100,
        "甲/" * 200,
        "TASS - " * 60,
        "By A B " * 60,
        "홍기자 " * 120,
        "Aug. 6-" * 60,
        "(a=" * 150,
        "\u200b" * 400,
        " " * 5000,
        "报 " * 200,
    ],
)
def test_time_is_bounded(text: str) -> None:
    """No text takes long: half a second would be a hundred times the maximum."""
    began = time.process_time()
    parse_dateline(text)
    parse_dateline("新华社" + text)
    parse_dateline("(서울" + text)
    assert time.process_time() - began < 5
