"""The parts of which the grammars of datelines are made."""

from __future__ import annotations

import pytest

from crawler.extraction.dateline.chinese_agencies import agencies_at_start
from crawler.extraction.dateline.chinese_filing import read_filing
from crawler.extraction.dateline.chinese_reporters import (
    are_names,
    has_role,
    place_reported,
    read_names,
    split_name_and_place,
)
from crawler.extraction.dateline.opening import LOOKED_AT, read_opening
from crawler.extraction.dateline.western_heads import name_list, take_apart
from crawler.extraction.dateline.western_places import NOWHERE, LetterCase, read_places
from crawler.extraction.dateline.western_sources import AGENCIES, is_agency, is_source
from crawler.extraction.lexicon.kickers import NO_PLACES
from crawler.extraction.lexicon.places import PLACES, QUALIFIERS, REGIONS, is_place


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("记者甘一", ("甘一",)),
        ("记者 甘一 金二", ("甘一", "金二")),
        ("记者甘一、金二,匡三", ("甘一", "金二", "匡三")),
        ("记者 甘　一", ("甘一",)),
        ("甘 一", ("甘一",)),
        ("本报驻某国记者甘一", ("甘一",)),
        ("某某广播电台记者甘一、某某社记者金二", ("甘一", "金二")),
        ("记者甘一通讯员金二", ("甘一", "金二")),
        ("甘一、实习生金二", ("甘一", "金二")),
        ("记者/甘一 通讯员/金二", ("甘一", "金二")),
        ("记者甘一和金二", ("甘一", "金二")),
        ("记者 甘一 整合", ("甘一",)),
        ("记者甘一摄影报道", ("甘一",)),
        ("记者 甘一 摄影 金二", ("甘一",)),
        ("甘一 文 金二 摄", ("甘一",)),
        ("编辑 甘一", ()),
        ("本报记者", ()),
        ("全媒体记者", ()),
        ("记者 古丽·甘一", ("古丽·甘一",)),
        ("记者 Ann Example", ("Ann Example",)),
        ("", ()),
    ],
)
def test_read_names(content: str, names: tuple[str, ...]) -> None:
    """Names are separated from roles, papers, pictures and afterwords."""
    assert read_names(content) == names


@pytest.mark.parametrize(
    "content", ["甘一", "甘一 金二 匡三", "甘一、金二三", "甘 一", "欧阳一二", "文一、拉巴二三"]
)
def test_are_names(content: str) -> None:
    """Lists of names need no role."""
    assert are_names(content)
    assert not has_role(content)


@pytest.mark.parametrize("content", ["", "完", "综合", "星期一", "新闻联播", "有图", "记者甘一二三", "Photo"])
def test_are_no_names(content: str) -> None:
    """Asides are no names."""
    assert not are_names(content)


def test_split_name_and_place() -> None:
    """A name has three characters unless the surname has two, or too little is left for a place."""
    assert split_name_and_place("甘一二台北") == ("甘一二", "台北")
    assert split_name_and_place("歐陽一二台北") == ("歐陽一二", "台北")
    assert split_name_and_place("甘一台北") == ("甘一", "台北")
    assert split_name_and_place("甘一二") == ("甘一二", "")


def test_place_reported() -> None:
    """A known place before 报道 is where the reporter was."""
    assert place_reported("記者 甘一 北京報道") == ("北京",)
    assert place_reported("記者 甘一 某某報道") == ()
    assert place_reported("記者 甘一") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("新华社北京", "新华社"),
        ("新华网四川频道8月", "新华网四川频道"),
        ("人民日报海外版北京", "人民日报海外版"),
        ("大江日报·新大江客户端8月", "大江日报·新大江客户端"),
        ("中国之声《某某》北京", "中国之声《某某》"),
        ("某某晚报讯", "某某晚报"),
        ("荆楚网(湖北日报网)讯", "荆楚网(湖北日报网)"),
    ],
)
def test_agencies_at_start(text: str, name: str) -> None:
    """The likeliest agency comes first, with the edition that belongs to it."""
    assert next(iter(agencies_at_start(text))).name == name
    assert list(agencies_at_start("今天天气很好")) == []


def test_read_filing() -> None:
    """The core of a dateline ends with its mark."""
    filing = read_filing("新华社北京8月6日电（记者甘一）")
    assert filing is not None
    assert (filing.end, filing.agency, filing.place, filing.mark) == (10, "新华社", "北京", "电")
    assert read_filing("据新华社报道") is None


@pytest.mark.parametrize(
    ("head", "names", "shape", "known"),
    [
        ("BEIJING", ("BEIJING",), LetterCase.CAPITALS, True),
        ("Beijing", ("Beijing",), LetterCase.TITLE, True),
        ("FOOVILLE", ("FOOVILLE",), LetterCase.CAPITALS, False),
        ("Fooville", ("Fooville",), LetterCase.TITLE, False),
        ("Fooville, Ohio", ("Fooville", "Ohio"), LetterCase.TITLE, True),
        ("FOOVILLE, N.M.", ("FOOVILLE", "N.M."), LetterCase.CAPITALS, True),
        ("LONDON.", ("LONDON",), LetterCase.CAPITALS, True),
        ("China", ("China",), LetterCase.TITLE, False),
        ("FOOV", ("FOOV",), LetterCase.DOUBTFUL, False),
        ("LA QUESTION", ("LA QUESTION",), LetterCase.DOUBTFUL, False),
        ("LA PAZ", ("LA PAZ",), LetterCase.CAPITALS, True),
        ("THE HAGUE", ("THE HAGUE",), LetterCase.CAPITALS, True),
        ("москва", ("москва",), LetterCase.LOWER, True),
        ("FOOVILLE and BARTOWN", ("FOOVILLE", "BARTOWN"), LetterCase.CAPITALS, False),
        ("TRINIDAD AND TOBAGO", ("TRINIDAD AND TOBAGO",), LetterCase.CAPITALS, False),
        ("Foo[BRAZIL]", ("Foo", "BRAZIL"), LetterCase.TITLE, True),
        ("RIO  DE\nJANEIRO", ("RIO DE JANEIRO",), LetterCase.CAPITALS, True),
    ],
)
def test_read_places(head: str, names: tuple[str, ...], shape: LetterCase, known: bool) -> None:
    """Places are split at commas, slashes and brackets, and judged by letters and by the lexicon."""
    places = read_places(head)
    assert (places.names, places.shape, places.known) == (names, shape, known)


@pytest.mark.parametrize(
    "head",
    ["", ", /", "The library", "Opinion", "06 Ago", "A town that never was", "Q: what?", "A/" * 9, "B" * 50],
)
def test_nowhere(head: str) -> None:
    """Sentences, kickers and numbers are no places."""
    assert read_places(head) == NOWHERE


def test_take_apart() -> None:
    """A head is parsed from its ends."""
    head = take_apart("By Ann Example HARBIN, China, Aug. 6 (Xinhua)")
    assert (head.agency, head.bracketed, head.known) == ("Xinhua", True, True)
    assert (head.reporters, head.places.names) == (("Ann Example",), ("HARBIN", "China"))
    assert head.date is not None
    assert take_apart("HARBIN (a small town)").agency is None


@pytest.mark.parametrize(
    "name",
    ["Xinhua", "XINHUA", "ANI/Xinhua", "example.com", "Fooville Herald", "РИА Новости", "شينخوا", "أ.ف.ب"],
)
def test_sources(name: str) -> None:
    """Agencies are known whatever their case and dots, papers by their last word, sites by their domain."""
    assert is_source(name)


@pytest.mark.parametrize("name", ["Beijing", "Breaking News", "foo/bar", "Herald", "", "Fooville"])
def test_no_sources(name: str) -> None:
    """Places and kickers are no sources."""
    assert not is_source(name)
    assert not is_agency(name)


def test_name_list() -> None:
    """Names are parted at commas and at the word for and."""
    assert name_list("Ann Li, Bob Wu and Carl  Xu") == ("Ann Li", "Bob Wu", "Carl Xu")
    assert name_list("Ana Li y Beto Wu") == ("Ana Li", "Beto Wu")
    assert name_list("") == ()


def test_opening() -> None:
    """An opening is truncated, stripped and made plain, and leads back to the printed text."""
    opening = read_opening("\u3000\ufeff［東京\u200b ６日］　x" + "y" * 1000)
    assert opening.plain.startswith("[東京 6日] x")
    assert opening.printed(opening.plain.index("]") + 1) == "［東京\u200b ６日］"
    assert len(opening.text) == LOOKED_AT
    assert read_opening(" \u3000\u200b").plain == ""


def test_lexicons() -> None:
    """Lexicons hold folded names."""
    assert {"xinhua", "тасс", "رويترز"} <= AGENCIES
    assert "" not in PLACES | AGENCIES | NO_PLACES
    assert REGIONS <= QUALIFIERS <= PLACES
    assert is_place("Zürich")
    assert is_place("N.Y.")
    assert not is_place("Fooville")
