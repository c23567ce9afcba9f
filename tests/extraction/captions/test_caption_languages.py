"""Captions and credits in the languages of the family, and lines that only resemble them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extraction.captions.caption import is_credit_line, looks_like_caption, parse_caption
from crawler.extraction.captions.credit import split_credit
from crawler.extraction.captions.names import CreditedNames
from crawler.extraction.captions.photo_agencies import is_agency
from tests.house.thorough import examples

# caption; credit; people, parted by `|`; agency
FULL = [
    ("Lanterns hang over Reed Lane, Feb. 3, 2024.", "(Xinhua/Mei Tang)", "Mei Tang", "Xinhua"),
    ("Lanterns hang over Reed Lane.", "(Photo by Mei Tang/for Xinhua)", "Mei Tang", "Xinhua"),
    (
        "Lanterns hang over Reed Lane.",
        "[Photo by Mei Tang/For chinadaily.com.cn]",
        "Mei Tang",
        "chinadaily.com.cn",
    ),
    ("Lanterns hang over Reed Lane.", "[Photo provided to chinadaily.com.cn]", "", "chinadaily.com.cn"),
    ("Lanterns hang over Reed Lane.", "[Photo: Xinhua]", "", "Xinhua"),
    ("Lanterns hang over Reed Lane.", "(CFP)", "", "CFP"),
    ("Lanterns hang over Reed Lane.", "(Xinhua photo)", "", "Xinhua photo"),
    ("Lanterns hang over Reed Lane.", "(provided to China.org.cn)", "", "China.org.cn"),
    ("Lanterns hang over Reed Lane.", "EFE/Tom Field", "Tom Field", "EFE"),
    ("Lanterns hang over Reed Lane.", "Tom Field / AP", "Tom Field", "AP"),
    ("Lanterns hang over Reed Lane.", "REUTERS/Tom Field", "Tom Field", "REUTERS"),
    ("Lanterns hang over Reed Lane.", "Tom Field/AFP via Getty Images", "Tom Field", "AFP via Getty Images"),
    ("Lanterns hang over Reed Lane.", "Photo courtesy of the Museum of Reeds", "", "the Museum of Reeds"),
    ("Lanterns hang over Reed Lane.", "Pic: Tom Field", "Tom Field", None),
    ("Les lampions de la ruelle.", "© Luce Morand, AFP", "Luce Morand", "AFP"),
    ("Les lampions de la ruelle.", "(Photo : Luce Morand/Xinhua)", "Luce Morand", "Xinhua"),
    ("Les lampions de la ruelle.", "Crédit photo : Luce Morand", "Luce Morand", None),
    ("Les lampions de la ruelle.", "Crédits : AFP", "", "AFP"),
    ("Faroles en la calleja.", "Foto: Blas Otero / EFE", "Blas Otero", "EFE"),
    ("Faroles en la calleja.", "Crédito: Blas Otero/EFE", "Blas Otero", "EFE"),
    ("Faroles en la calleja.", "Foto de Blas Otero", "Blas Otero", None),
    ("Faroles en la calleja.", "Fotografía de Blas Otero", "Blas Otero", None),
    ("Faroles en la calleja.", "(AP Foto/Blas Otero)", "Blas Otero", "AP Foto"),
    ("Laternen in der Gasse.", "(Foto: Uwe Brandt / picture alliance)", "Uwe Brandt", "picture alliance"),
    ("Laternen in der Gasse.", "Bild: Uwe Brandt/Imago", "Uwe Brandt", "Imago"),
    ("Laternen in der Gasse.", "(Quelle: CRI Deutsch)", "", "CRI Deutsch"),
    ("Lanternas no beco.", "Foto: Rui Prado/Agência Brasil", "Rui Prado", "Agência Brasil"),
    ("Фонари в переулке.", "(Фото: Синьхуа)", "", "Синьхуа"),
    ("Фонари в переулке.", "© РИА Новости / Пётр Лугов", "Пётр Лугов", "РИА Новости"),
    ("Фонари в переулке.", "Пётр Лугов/ТАСС", "Пётр Лугов", "ТАСС"),
    ("فوانيس في الزقاق.", "صورة: رويترز", "", "رويترز"),
    ("路地の提灯。", "写真：共同通信", "", "共同通信"),
    ("路地の提灯", "（共同）", "", "共同"),
    ("路地の提灯", "（森田一花撮影）", "森田一花", None),
    ("골목의 등불.", "사진: 연합뉴스", "", "연합뉴스"),
    ("골목의 등불.", "[사진=뉴시스]", "", "뉴시스"),
    ("巷子里挂起灯笼。", "（新华社记者 唐小梅、田野 摄）", "唐小梅|田野", "新华社"),
    ("巷子里挂起灯笼。", "新华社记者 唐小梅 田野 摄", "唐小梅|田野", "新华社"),
    ("巷子里挂起灯笼。", "唐小梅 摄", "唐小梅", None),
    ("巷子里挂起灯笼。", "记者唐小梅/摄", "唐小梅", None),
    ("巷子里挂起灯笼。", "摄影：唐小梅", "唐小梅", None),
    ("巷子里挂起灯笼。", "人民网记者 唐小梅摄", "唐小梅", "人民网"),
    ("巷子里挂起灯笼。", "中新社发 唐小梅 摄", "唐小梅", "中新社"),
    ("巷子里挂起灯笼。", "视觉中国 供图", "", "视觉中国"),
    ("巷子里挂起灯笼。", "受访者供图", "", "受访者"),
    ("巷子掛起燈籠。", "（中央社記者唐小梅攝）", "唐小梅", "中央社"),
]
PROSE = [
    "The council of Reed Town voted on Tuesday to keep the lanterns lit until spring.",
    "Visitors (left) and their guide wait for the lanterns (R)",
    "The author is a professor at the university of Reed Town.",
    "(with agencies)",
    "(Click here for more photos)",
    "(1949-2024)",
    "(Reporting by Tom Field; Editing by Mei Tang)",
    "(Photo taken on May 3, 2024)",
    "[Updated: May 3]",
    "© 2024 Reed Media. All rights reserved.",
    "Copyright 2024 Reed Media",
    "Read more: Lanterns of the lane",
    "Le conseil a décidé mardi de garder les lampions.",
    "El consejo decidió el martes conservar los faroles.",
    "Der Rat beschloss am Dienstag, die Laternen zu behalten.",
    "O conselho decidiu na terça-feira manter as lanternas.",
    "Совет решил во вторник сохранить фонари.",
    "قرر المجلس يوم الثلاثاء الإبقاء على الفوانيس.",
    "市議会は火曜日に提灯を残すと決めた。",
    "시의회는 화요일에 등불을 남기기로 했다.",
    "图为唐小梅在摄影。",
    "（按姓氏笔画排序）",
    "（作者：唐小梅，系芦苇大学教授）",
    "（完）",
    "责任编辑：唐小梅",
    "人民日报记者 唐小梅摄影报道",
    "据介绍，灯笼将一直挂到春天。",
]


@pytest.mark.parametrize(("caption", "credit", "people", "agency"), FULL)
def test_all_parts(caption: str, credit: str, people: str, agency: str | None) -> None:
    """Caption, credit, people and agency come apart in every language."""
    photo = parse_caption(f"{caption} {credit}")
    assert (photo.caption, photo.credit) == (caption, credit)
    assert (photo.photographers, photo.agency) == (tuple(filter(None, people.split("|"))), agency)


@pytest.mark.parametrize(("caption", "credit", "people", "agency"), FULL)
def test_alone(caption: str, credit: str, people: str, agency: str | None) -> None:
    """A credit is known where it stands alone, says the same there, and reads like a caption's end."""
    assert is_credit_line(credit)
    assert not is_credit_line(f"{caption} {credit}")
    assert looks_like_caption(f"{caption} {credit}")
    assert split_credit(credit).named == CreditedNames(tuple(filter(None, people.split("|"))), agency)


@pytest.mark.parametrize(("caption", "credit"), [row[:2] for row in FULL])
@pytest.mark.parametrize("space", ["\n", "\xa0", "\u3000\u3000", " \t\n "])
def test_white_space_is_folded(caption: str, credit: str, space: str) -> None:
    """Any white space between the parts reads as one space."""
    assert parse_caption(f"{space}{caption}{space}{credit}{space}") == parse_caption(f"{caption} {credit}")


@pytest.mark.parametrize("text", PROSE)
def test_nothing_of_a_credit(text: str) -> None:
    """Prose, notices, editors' lines and stage directions hold no credit and name nobody."""
    photo = parse_caption(text)
    assert (photo.caption, photo.credit, photo.photographers, photo.agency) == (text, None, (), None)
    assert not is_credit_line(text)


@pytest.mark.parametrize("note", ["(资料图)", "（资料图片）", "資料圖片", "资料图"])
def test_archive_note_stays(note: str) -> None:
    """That a picture is out of the archive credits nobody: the note stays in the caption."""
    photo = parse_caption(f"巷子里挂起灯笼。{note}")
    assert (photo.caption, photo.credit) == (f"巷子里挂起灯笼。{note}", None)


def test_photo_story_keeps_its_byline_whole() -> None:
    """`摄影报道`, photographed and reported, is not cut after its first character."""
    assert split_credit("人民日报记者 唐小梅摄影报道").caption.endswith("摄影报道")


@pytest.mark.parametrize("text", ["", " ", "\n", "。", "(", "()", "（）", "摄", "©", "Photo:", "/"])
def test_hardly_anything(text: str) -> None:
    """Where nothing is said, there is no photographer, and nothing fails."""
    assert parse_caption(text).photographers == ()


@pytest.mark.parametrize("length", [2501, 20_000])
def test_too_long_for_a_caption(length: int) -> None:
    """A text longer than any caption is all text."""
    text = ("a" * length) + ". (Xinhua/Mei Tang)"
    assert (parse_caption(text).caption, parse_caption(text).credit) == (text, None)
    assert not looks_like_caption(text)
    assert not is_credit_line(text)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("2月29日，巷子里挂起灯笼。唐小梅 摄", "2024-03-02", "2024-02-29"),
        ("2月29日，巷子里挂起灯笼。唐小梅 摄", None, "--02-29"),
        ("1月1日，巷子里挂起灯笼。唐小梅 摄", "2023-12-31", "2024-01-01"),
        ("2月30日，巷子里挂起灯笼。唐小梅 摄", "2024-03-02", None),
        ("El farol, 3 de mayo de 2024. (Xinhua/Blas Otero)", None, "2024-05-03"),
        ("Laternen am 3. Mai 2024. Foto: dpa", None, "2024-05-03"),
        ("الفوانيس يوم 3 مايو 2024. (شينخوا)", None, "2024-05-03"),
        ("2024年5月3日、路地の提灯（共同）", None, "2024-05-03"),
        ("2024년 5월 3일 골목의 등불. 사진: 연합뉴스", None, "2024-05-03"),
        ("On May 3 lanterns were hung. (Xinhua/Mei Tang)", "2024-05-04", "2024-05-03"),
        ("Lanterns, some 12 of them. (Xinhua/Mei Tang)", "2024-05-04", None),
    ],
)
def test_day_of_the_picture(text: str, published: str | None, day: str | None) -> None:
    """The day is that of the caption, in the year nearest to the article's; an impossible one is dropped."""
    assert parse_caption(text, published).date == day


@pytest.mark.parametrize(
    "name", ["AFP", "dpa", "CRI Deutsch", "Reed Town Police", "芦苇市文旅局", "新华社", "ТАСС"]
)
def test_organisations(name: str) -> None:
    """Agencies, their editions and offices are organisations."""
    assert is_agency(name)


@pytest.mark.parametrize("name", ["R", "L", "Mei Tang", "MEI TANG", "REX FIELD", "唐小梅", "Пётр Лугов"])
def test_no_organisations(name: str) -> None:
    """Names of people, and the letter for right or left, are no organisations."""
    assert not is_agency(name)


@settings(max_examples=examples(40))
@given(st.sampled_from(FULL), st.text(alphabet="abcdefg ,", min_size=1, max_size=40))
def test_caption_does_not_change_the_credit(row: tuple[str, str, str, str | None], words: str) -> None:
    """Whatever sentence stands before it, the credit is the same."""
    assert parse_caption(f"A{words}b. {row[1]}").credit == row[1]


@settings(max_examples=examples(40))
@given(st.lists(st.sampled_from([*"()[]（）/|©：:. ", *(c for row in FULL for c in row[:2])]), max_size=6))
def test_nothing_raises(pieces: list[str]) -> None:
    """In any order, pieces of captions give parts of the text and no error."""
    text = " ".join("".join(pieces).split())
    photo = parse_caption(text)
    assert (photo.caption or "") in text
    assert (photo.credit or "") in text
    assert photo == parse_caption(text)
