"""The names in a photo credit: people on one side, agencies and other organisations on the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.captions.credit import split_credit
from crawler.extraction.captions.names import CreditedNames

PIECES = st.sampled_from(
    (
        "( ) （ ） [ ] 【 】 / ／ | © : ： . , 、 - — Photo by Foto: Фото: تصوير: 写真 사진 기자 제공 "
        "for via of AFP Xinhua Getty Images Ann Example 新华社 记者 通讯员 发 吴林 摄 攝影 供图 "
        "图源 资料照片 例野"
    ).split(" ")
)


@pytest.mark.parametrize(
    ("credit", "person", "agency"),
    [
        ("[Photo by Ann Example/Xinhua]", "Ann Example", "Xinhua"),
        ("(Xinhua/Ann Example)", "Ann Example", "Xinhua"),
        ("Photo: AFP/Ann Example", "Ann Example", "AFP"),
        ("Photo: Ann Example / Getty Images", "Ann Example", "Getty Images"),
        ("Ann Example/AFP via Getty Images", "Ann Example", "AFP via Getty Images"),
        ("Photo: Ann Example-USA TODAY Sports", "Ann Example", "USA TODAY Sports"),
        ("(AP Photo/Ann Example)", "Ann Example", "AP Photo"),
        ("Ann Example (Reuters)", "Ann Example", "Reuters"),
        ("Photo: Ann Example for The Linshui Times", "Ann Example", "The Linshui Times"),
        ("(Ann Example for China Daily)", "Ann Example", "China Daily"),
        ("ANN EXAMPLE/FOR CHINA DAILY", "ANN EXAMPLE", "CHINA DAILY"),
        ("(Ann Example/Linshui Herald)", "Ann Example", "Linshui Herald"),
        ("Photo: Pool/Ann Example", "Ann Example", "Pool"),
        ("Photo: A.B. Example/AP", "A.B. Example", "AP"),
        ("Photo: Ann van der Muster/dpa", "Ann van der Muster", "dpa"),
        ("Muster/dpa", "Muster", "dpa"),
        ("林水新闻见习记者 吴林 图", "吴林", "林水新闻"),
        ("本文图片除特别标注外，均为林水新闻记者吴林 图", "吴林", "林水新闻"),
        ("Photo: example_user/Instagram", "example_user", "Instagram"),
        ("(Photo : Anne Exemple/AFP)", "Anne Exemple", "AFP"),
        ("Foto: Ana Muestra/Ministerio de Puertos", "Ana Muestra", "Ministerio de Puertos"),
        ("ANA MUESTRA (EFE)", "ANA MUESTRA", "EFE"),
        ("Foto: Anna Muster/Linshuier Anzeiger", "Anna Muster", "Linshuier Anzeiger"),
        ("Archivfoto: Anna Muster/Imago", "Anna Muster", "Imago"),
        ("Foto: Ana Exemplo/Folhapress", "Ana Exemplo", "Folhapress"),
        ("Фото: Анна Примерова/РИА Новости", "Анна Примерова", "РИА Новости"),
        ("(تصوير: سامي مثال/شينخوا)", "سامي مثال", "شينخوا"),
        ("新华社记者 吴林 摄", "吴林", "新华社"),
        ("新华社特约记者吴林摄", "吴林", "新华社"),
        ("新华社记者 吴 林 摄", "吴林", "新华社"),
        ("新华社发（吴林摄）", "吴林", "新华社"),
        ("中新社发 吴林 摄", "吴林", "中新社"),
        ("林水日报 吴林 摄", "吴林", "林水日报"),
        ("（资料照片）新华社记者 吴林 摄", "吴林", "新华社"),
        ("本報記者吳林攝", "吳林", "本報"),
        ("中央社記者吳林攝 113年5月6日", "吳林", "中央社"),
        ("（新華社配信／例野花）", "例野花", "新華社"),
    ],
)
def test_person_and_agency(credit: str, person: str, agency: str) -> None:
    """In any order, with any signs between them, the person is separated from the agency."""
    assert split_credit(credit).named == CreditedNames((person,), agency)


@pytest.mark.parametrize(
    ("credit", "person"),
    [
        ("Photo by Ann Example", "Ann Example"),
        ("Photo: Ann Example.", "Ann Example"),
        ("Photo: Ann Example 2024", "Ann Example"),
        ("Photo courtesy of Ann Example", "Ann Example"),
        ("© Ann Example", "Ann Example"),
        ("[Foto: Ana Muestra]", "Ana Muestra"),
        ("Bild: Anna Muster", "Anna Muster"),
        ("Фото: Анна Примерова", "Анна Примерова"),
        ("تصوير: سامي مثال", "سامي مثال"),
        ("（吴林摄）", "吴林"),
        ("(記者吳林攝)", "吳林"),
        ("吴林/摄", "吴林"),
        ("摄影：吴林", "吴林"),
        ("摄影/吴林", "吴林"),
        ("文/图 吴林", "吴林"),
        ("通讯员 吴林 摄", "吴林"),
        ("阿依古丽·样例 摄", "阿依古丽·样例"),
        ("記者吳林／攝影", "吳林"),
        ("撮影：例野花子", "例野花子"),
    ],
)
def test_person_alone(credit: str, person: str) -> None:
    """A credit that names a person only has no agency."""
    assert split_credit(credit).named == CreditedNames((person,))


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("(Xinhua)", "Xinhua"),
        ("[Photo/Xinhua]", "Xinhua"),
        ("Image copyright Getty Images", "Getty Images"),
        ("[Photo provided to China Daily]", "China Daily"),
        ("STR/AFP", "STR/AFP"),
        ("Handout/Reuters", "Handout/Reuters"),
        ("Photo: Pool via AP", "Pool via AP"),
        ("Photo: Linshui Fire Department", "Linshui Fire Department"),
        ("(Photo courtesy of Linshui County Government)", "Linshui County Government"),
        ("Photo: harbour-sample.com", "harbour-sample.com"),
        ("Source: Weibo", "Weibo"),
        ("Foto: Gobierno de Muestra", "Gobierno de Muestra"),
        ("Bild: Stadtarchiv", "Stadtarchiv"),
        ("Foto: privat", "privat"),
        ("Фото: пресс-служба района", "пресс-служба района"),
        ("تصوير: شينخوا", "شينخوا"),
        ("图/视觉中国", "视觉中国"),
        ("图源：新华社/路透", "新华社/路透"),
        ("（新华社/法新）", "新华社/法新"),
        ("林水县文化馆供图", "林水县文化馆"),
        ("新华社发（林水县委宣传部供图）", "新华社"),
        ("（圖：中央社）", "中央社"),
        ("林水縣政府提供", "林水縣政府"),
        ("本文图片均来自视觉中国", "视觉中国"),
        ("写真：新華社", "新華社"),
        ("写真提供：例野町", "例野町"),
        ("(예시군 제공)", "예시군"),
        ("(신화사)", "신화사"),
    ],
)
def test_agency_alone(credit: str, agency: str) -> None:
    """Agencies, authorities and words for nobody in particular are no people."""
    assert split_credit(credit).named == CreditedNames(agency=agency)


@pytest.mark.parametrize(
    ("credit", "people", "agency"),
    [
        ("Photo: Ann Example, Ben Sample/AFP", ("Ann Example", "Ben Sample"), "AFP"),
        ("Ann Example/Ann Example/Reuters", ("Ann Example",), "Reuters"),
        ("新华社记者吴林、周样摄", ("吴林", "周样"), "新华社"),
        ("摄影：吴林 周样", ("吴林", "周样"), None),
        ("吴林 周样 摄", ("吴林", "周样"), None),
    ],
)
def test_several_people(credit: str, people: tuple[str, ...], agency: str | None) -> None:
    """All people are named, each once."""
    assert split_credit(credit).named == CreditedNames(people, agency)


@pytest.mark.parametrize("credit", ["", "()", "视频截图", "资料照片", "資料照片", "Photo:"])
def test_nobody(credit: str) -> None:
    """A credit may name nobody at all."""
    assert split_credit(credit).named == CreditedNames()


@given(st.one_of(st.text(max_size=140), st.lists(PIECES, max_size=14).map(" ".join)))
def test_names_are_never_empty(credit: str) -> None:
    """Nothing raises; the same credit names the same people; no name is empty."""
    named = split_credit(credit).named
    assert named == split_credit(credit).named
    assert all(named.people)
    assert named.agency != ""
