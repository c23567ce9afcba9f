"""Datelines in Japanese and Korean."""

from __future__ import annotations

import pytest

from crawler.extraction.dateline.find import parse_dateline

Row = tuple[str, str, str | None, str | None, str]
JAPANESE: list[Row] = [
    ("【新華社東京3月11日】", "東京", "--03-11", "新華社", ""),
    ("【新華社北京４月２６日】", "北京", "--04-26", "新華社", ""),
    ("【新華社ウルムチ2022年5月30日】", "ウルムチ", "2022-05-30", "新華社", ""),
    ("【6月18日 AFP】", "", "--06-18", "AFP", ""),
    ("【6月18日 Xinhua News】", "", "--06-18", "Xinhua News", ""),
    ("【AFP＝時事】", "", None, "AFP=時事", ""),
    ("［東京　６日　ロイター］ -", "東京", "---06", "ロイター", ""),
    ("［６日 ロイター］ -", "", "---06", "ロイター", ""),
    ("【北京共同】", "北京", None, "共同", ""),
    ("【ソウル聯合ニュース】", "ソウル", None, "聯合ニュース", ""),
    ("【北京＝山田花子】", "北京", None, None, "山田花子"),
    ("（ブルームバーグ）：", "", None, "ブルームバーグ", ""),
]
KOREAN: list[Row] = [
    ("(서울=연합뉴스) 홍길동 기자 =", "서울", None, "연합뉴스", "홍길동"),
    ("베이징 8월 6일 (신화) --", "베이징", "--08-06", "신화", ""),
    ("(뉴욕·서울=연합뉴스) 홍길동 특파원 성춘향 기자 =", "뉴욕|서울", None, "연합뉴스", "홍길동|성춘향"),
    ("[서울=뉴시스]홍길동 기자 =", "서울", None, "뉴시스", "홍길동"),
    ("【베이징=신화/뉴시스】", "베이징", None, "신화/뉴시스", ""),
    ("[헤럴드경제=홍길동 기자]", "", None, "헤럴드경제", "홍길동"),
    ("[이데일리 홍길동기자]", "", None, "이데일리", "홍길동"),
    ("[신화망 상하이 2월13일]", "상하이", "--02-13", "신화망", ""),
    ("[신화망 베이징 8월 6일] (홍길동 기자)", "베이징", "--08-06", "신화망", "홍길동"),
    ("[인민망 한국어판 8월 6일]", "", "--08-06", "인민망 한국어판", ""),
    ("[베이징 8월 6일 신화통신]", "베이징", "--08-06", "신화통신", ""),
]


@pytest.mark.parametrize(("dateline", "places", "date", "agency", "reporters"), JAPANESE + KOREAN)
def test_parts(dateline: str, places: str, date: str | None, agency: str | None, reporters: str) -> None:
    """A place, date, agency or reporter, mostly in a bracket, is a dateline."""
    text = (
        "시립 도서관이 문을 열었다."
        if (dateline, places, date, agency, reporters) in KOREAN
        else "図書館が開館した。"
    )
    parsed = parse_dateline(f"{dateline} {text}")
    assert parsed is not None
    assert parsed.text == dateline
    assert parsed.places == tuple(filter(None, places.split("|")))
    assert (parsed.date, parsed.agency) == (date, agency)
    assert parsed.reporters == tuple(filter(None, reporters.split("|")))


@pytest.mark.parametrize(
    "text",
    [
        "【動画】市民マラソン大会、参加者１万人超える",
        "【写真】図書館が開館した。",
        "【速報】図書館が開館した。",
        "【Ｇ川崎】１７歳ＦＷ、デビューの可能性は？",
        "【13月45日 AFP】図書館が開館した。",
        "【北京共同】",
        "[사진] 시립 도서관이 문을 열었다.",
        "[신화망 베이징 13월 45일] 시립 도서관이 문을 열었다.",
        "원문 출처:신화통신",
        "시립 도서관이 문을 열었다.",
        "(서울=연합뉴스)",
    ],
)
def test_traps(text: str) -> None:
    """Kickers, impossible dates and brackets with nothing after them are no datelines."""
    assert parse_dateline(text) is None
