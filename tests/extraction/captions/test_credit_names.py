"""The names in a credit: people and agencies."""

from __future__ import annotations

import pytest

from crawler.extraction.captions.credit import split_credit
from crawler.extraction.captions.names import CreditedNames
from crawler.extraction.captions.photo_agencies import is_agency


@pytest.mark.parametrize(
    ("credit", "people", "agency"),
    [
        ("[Photo by Wen Li/Xinhua]", ("Wen Li",), "Xinhua"),
        ("(Xinhua/Wen Li)", ("Wen Li",), "Xinhua"),
        ("[Photo/Xinhua]", (), "Xinhua"),
        ("(AP Photo/Ann Example)", ("Ann Example",), "AP Photo"),
        ("(AP Photo/Ann Example, File)", ("Ann Example",), "AP Photo"),
        ("Ann Example/Getty Images", ("Ann Example",), "Getty Images"),
        ("Ann Example / Getty Images", ("Ann Example",), "Getty Images"),
        ("Photograph: Ann Example for the Guardian", ("Ann Example",), "the Guardian"),
        ("Photo by ANN EXAMPLE", ("ANN EXAMPLE",), None),
        ("Photo: Getty Images", (), "Getty Images"),
        ("Foto: Anna Beispiel", ("Anna Beispiel",), None),
        ("© Anna Beispiel/dpa", ("Anna Beispiel",), "dpa"),
        ("Anna Beispiel (dpa/picture alliance)", ("Anna Beispiel",), "dpa/picture alliance"),
        ("WEN LI/FOR CHINA DAILY", ("WEN LI",), "CHINA DAILY"),
        ("/VCG Photo", (), "VCG Photo"),
        ("Фото: Анна Пример/ТАСС", ("Анна Пример",), "ТАСС"),
        ("(Синьхуа/Ли Пример)", ("Ли Пример",), "Синьхуа"),
        ("(تصوير: لي مثال/شينخوا)", ("لي مثال",), "شينخوا"),
        ("（新華社配信／例一郎）", ("例一郎",), "新華社"),
        ("(Photo by Ann Example / AFP) / China OUT", ("Ann Example",), "AFP"),
        ("[Photo/临水网]", (), "临水网"),
        ("(صورة من شينخوا)", (), "شينخوا"),
        ("写真：AP/アフロ", (), "AP/アフロ"),
        ("（闻立/人民图片）", ("闻立",), "人民图片"),
        ("摄：闻立/例河传媒", ("闻立",), "例河传媒"),
        ("（GettyImages/明報製圖）", (), "GettyImages/明報製圖"),
        ("闻立摄/光明图片", ("闻立",), "光明图片"),
        ("光明日报记者 闻立 吴例摄/光明图片", ("闻立", "吴例"), "光明日报"),
        ("[사진 출처: 임수망]", (), "임수망"),
        ("新华社记者 闻立 摄", ("闻立",), "新华社"),
        ("新华社记者闻立/摄", ("闻立",), "新华社"),
        ("新华社发（闻立 摄）", ("闻立",), "新华社"),
        ("新华社记者 闻立、吴例 摄", ("闻立", "吴例"), "新华社"),
        ("新华社记者 闻 立 摄", ("闻立",), "新华社"),
        ("（闻立摄）", ("闻立",), None),
        ("摄影：闻立", ("闻立",), None),
        ("通讯员闻立 摄", ("闻立",), None),
        ("临水县文旅局供图", (), "临水县文旅局"),
        ("新华社发（国家航天局 供图）", (), "新华社"),
        ("图片来源：临水发布", (), "临水发布"),
        ("（新华社/路透）", (), "新华社/路透"),
        ("视频截图", (), None),
        ("[임수시 제공. 재판매 및 DB 금지]", (), "임수시"),
        ("[촬영/신화사 기자 홍길동]", ("홍길동",), "신화사"),
    ],
)
def test_named(credit: str, people: tuple[str, ...], agency: str | None) -> None:
    """People are separated from agencies in every form of credit."""
    assert split_credit(credit).named == CreditedNames(people, agency)


@pytest.mark.parametrize("desk", ["STR", "Handout", "Stringer"])
def test_desks_are_nobody(desk: str) -> None:
    """A desk in the photographer's place names no person."""
    assert split_credit(f"{desk}/AFP").named.people == ()


@pytest.mark.parametrize(
    "name", ["Xinhua", "AFP", "Getty Images", "Metropolitan Police", "临水日报", "cfp.cn", "NASA"]
)
def test_agencies(name: str) -> None:
    """Agencies and offices are known by name or by shape."""
    assert is_agency(name)


@pytest.mark.parametrize("name", ["Wen Li", "Ann Example", "闻立", "Анна Пример"])
def test_people_are_no_agencies(name: str) -> None:
    """Names of people have no such shape."""
    assert not is_agency(name)
