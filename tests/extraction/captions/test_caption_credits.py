"""Captions parsed: the caption proper, the credit in its many forms, the date, and look-alikes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.captions.caption import is_credit_line, looks_like_caption, parse_caption
from crawler.items import Caption

CAPTIONS = {
    "en": "Boats wait at the lock in Linshui. ",
    "zh-Hans": "渔船在林水船闸前等候。",
    "zh-Hant": "漁船在林水船閘前等候。",
    "fr": "Des bateaux attendent devant l'écluse. ",
    "es": "Los barcos esperan ante la esclusa. ",
    "de": "Boote warten vor der Schleuse. ",
    "pt": "Barcos esperam diante da eclusa. ",
    "ru": "Лодки ждут у шлюза. ",
    "ar": "القوارب تنتظر أمام الهويس. ",
    "ja": "船が水門の前で待つ。",
    "ko": "배들이 갑문 앞에서 기다린다. ",
}
"""One sentence, with the sign between it and a credit."""

BRACKETED = {
    "en": (
        "(Photo: Ann Example/Xinhua)",
        "(Photo by Ann Example/Xinhua)",
        "(Xinhua/Wu Lin)",
        "(AP Photo/Ann Example)",
        "(Provided to China Daily)",
        "[Photo/Xinhua]",
        "[Photo by Ann Example/China Daily]",
        "[Ann Example/For China Daily]",
        "(Ann Example/Linshui Herald)",
    ),
    "zh-Hans": ("（吴林摄）", "（林水县文化馆供图）", "【图片来源：视觉中国】", "（视觉中国）"),
    "zh-Hant": ("（吳林攝）", "（路透社）", "（中央社資料照片）", "（圖／吳林攝）"),
    "fr": ("(Photo : Anne Exemple/AFP)", "(Photo Anne Exemple/Xinhua)", "(Xinhua/Wu Lin)"),
    "es": ("(Foto: Ana Muestra/Xinhua)", "[Foto: Ana Muestra]", "(Xinhua/Ana Muestra)"),
    "de": ("(Bild: Keystone)", "(Foto: Anna Muster/dpa)", "(Archivfoto: Anna Muster)"),
    "pt": ("(Foto: Ana Exemplo/Xinhua)", "(Xinhua/Ana Exemplo)"),
    "ru": ("(Фото: Синьхуа)", "(Фото Анны Примеровой)"),
    "ar": ("(شينخوا)", "(رويترز)", "(أ ف ب)", "(تصوير: سامي مثال/شينخوا)"),
    "ja": ("（写真：例野花子）", "（新華社）", "（新華社配信／呉林）", "（写真提供：林水町）"),
    "ko": ("(사진: 예시문)", "(신화사)", "[사진=연합뉴스]", "(린수이군 제공)", "[촬영 예시문 기자]"),
}
LABELLED = {
    "en": (
        "Photo: Ann Example",
        "Photo: Ann Example/Reuters",
        "Photograph: Ann Example/Getty Images",
        "Photo by Ann Example",
        "Photo courtesy of Linshui Museum",
        "Credit: Ann Example/AFP",
        "Credit Ann Example for The Linshui Times",
        "Image credit: Ann Example",
        "Mandatory credit: Ann Example",
        "© Ann Example/AFP",
        "Photos: Ann Example/VCG",
    ),
    "zh-Hans": ("摄影：吴林", "图/吴林", "图源：视觉中国", "图片来源：林水日报", "供图：林水县文化馆"),
    "zh-Hant": ("攝影：吳林", "圖／中央社", "圖：吳林", "圖源：視覺中國", "圖片來源：林水日報"),
    "fr": ("© Anne Exemple / AFP", "Photo : Anne Exemple"),
    "es": ("Foto: Ana Muestra", "Foto: EFE", "Fotos: Ana Muestra/EFE"),
    "de": (
        "Foto: Anna Muster/dpa",
        "Foto: Anna Muster (dpa)",
        "Foto: picture alliance/dpa/Anna Muster",
        "Bild: Anna Muster",
        "Bild: Anna Muster / Linshuier Zeitung",
        "Symbolfoto: Anna Muster",
        "© dpa",
    ),
    "pt": ("Foto: Ana Exemplo", "Foto: Ana Exemplo/Folhapress"),
    "ru": ("Фото: ТАСС", "Фото: Анна Примерова", "Фото: Анна Примерова / РИА Новости", "© РИА Новости"),
    "ar": ("تصوير: سامي مثال", "تصوير: شينخوا"),
    "ja": ("写真：例野花子", "撮影：例野花子", "写真提供：林水町"),
    "ko": ("사진: 연합뉴스", "촬영: 예시문"),
}
SLASHED = {
    "en": (
        "Ann Example/Reuters",
        "Ann Example | AP",
        "REUTERS/Ann Example",
        "AP Photo/Ann Example",
        "ANN EXAMPLE / CHINA DAILY",
        "/Xinhua",
        "/VCG Photo",
        "CGTN Photo",
    ),
    "fr": ("Anne Exemple/AFP", "ANNE EXEMPLE / AFP"),
    "es": ("EFE/Ana Muestra",),
    "de": ("Anna Muster/dpa",),
    "pt": ("Ana Exemplo/Reuters",),
}
TRAILING = {
    "en": ("Ann Example (Reuters)", "Ann Example, Getty Images", "Getty Images", "REUTERS", "AFP", "dpa"),
    "es": ("ANA MUESTRA (EFE)", "Ana Muestra (Getty Images)"),
    "de": ("Imago", "Keystone"),
}
SHOT = {
    "zh-Hans": (
        "新华社记者 吴林 摄",
        "新华社记者吴林摄",
        "中新社记者 吴林 摄",
        "人民网记者 吴林摄",
        "林水日报记者 李 恒 摄",
        "林水新闻见习记者 吴林 图",
        "本文图片除特别标注外，均为林水新闻记者吴林 图",
        "本文图片均来自视觉中国",
        "通讯员 吴林 摄",
        "吴林摄",
        "吴林/摄",
        "吴林 周样 摄",
        "吴林、周样 摄",
        "林水县文化馆供图",
        "林水县文化馆 供图",
        "受访者供图",
        "新华社发（吴林摄）",
        "新华社发（吴林 摄）",
        "视觉中国",
        "人民视觉",
        "视频截图",
        "（资料照片）新华社记者 吴林 摄",
    ),
    "zh-Hant": (
        "新華社記者 吳林 攝",
        "中央社記者吳林攝",
        "吳林攝",
        "林水縣文化館供圖",
        "林水縣文化館提供",
    ),
}
FORMS = (BRACKETED, LABELLED, SLASHED, TRAILING, SHOT)
CREDITS = [(lang, credit) for form in FORMS for lang, some in form.items() for credit in some]
ALONE = [credit for form in (BRACKETED, LABELLED, SLASHED, SHOT) for some in form.values() for credit in some]
WITHOUT = [
    "The lock in Linshui opened on Monday, and forty boats passed it by evening.",
    "The master (68) wrote the number in his book.",
    "(The master is 68 years old.)",
    "She took the photos herself, the master said.",
    "He pointed to the photo: it showed the old lock, with boats in it and a man on the wall.",
    "Fishermen asked Reuters for help.",
    "He spoke to AFP",
    "The story was told by the AFP.",
    "Photos: the lock opens in Linshui",
    "Photo gallery: ten years of the lock",
    "Editor: Zhou Yang",
    "(Web editor: Zhou Yang, Wu Li)",
    "Copyright © 2024 Sample News. All rights reserved.",
    "© 2024 Sample News. All rights reserved.",
    "渔民多年来一直希望船闸重开，县里为此修了新闸门。",
    "记者在现场看到，船闸已经打开。",
    "记者了解到，照片由吴林拍摄，可以免费使用。",
    "责任编辑：周样",
    "（责编：周样、吴例）",
    "（原题为《旧船闸重开》）",
    "（完）",
    "版权所有，未经授权不得转载",
    "漁民多年來一直希望船閘重開。",
    "責任編輯：周樣",
    "Les pêcheurs l'avaient demandé depuis des années (et le canton a payé).",
    "Tous droits réservés © 2024 Journal Exemple.",
    "Los pescadores lo pedían desde hace años (y el condado pagó).",
    "La foto: una larga historia que empezó en el puerto hace muchos años",
    "Die Fischer hatten es seit Jahren verlangt (und der Kreis zahlte).",
    "Das Bild zeigt die Schleuse, wie sie früher war.",
    "Os pescadores pediam isso há anos (e o município pagou).",
    "Рыбаки просили об этом много лет (и район заплатил).",
    "Он сделал фото и ушел домой.",
    "طلب الصيادون ذلك منذ سنوات (ودفعت المقاطعة).",
    "漁師たちは長年それを求めていた（町が費用を出した）。",
    "写真を撮る人が多かった。",
    "어민들은 몇 년 동안 그것을 요구했다 (군이 비용을 냈다).",
    "무단전재 및 재배포 금지",
]
PIECES = st.sampled_from(
    (
        "( ) （ ） [ ] 【 】 / ／ | © : ： . 。 , 、 - — Photo Photo: by Foto: Bild: Фото: تصوير: 写真 사진 "
        "기자 AFP Xinhua Reuters Getty Ann Example 新华社 记者 发 吴林 摄 攝 供图 图 图源 资料照片 "
        "视觉中国 2024 5月6日 May 6, FILE 图为 Close more Enlarge \u3000 \xa0 \u200b \n"
    ).split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=40).map(" ".join),
)
PUBLISHED = st.one_of(st.none(), st.text(max_size=12), st.dates().map(str))


@pytest.mark.parametrize(("lang", "credit"), CREDITS)
def test_credit_behind_the_caption(lang: str, credit: str) -> None:
    """A credit is parted from the sentence before it, in every form and language."""
    photo = parse_caption(CAPTIONS[lang] + credit)
    assert (photo.caption, photo.credit) == (CAPTIONS[lang].strip(), credit)


@pytest.mark.parametrize(("lang", "credit"), CREDITS)
def test_credit_says_caption(lang: str, credit: str) -> None:
    """A text that ends in a credit looks like a caption, and is no mere credit line."""
    assert looks_like_caption(CAPTIONS[lang] + credit)
    assert not is_credit_line(CAPTIONS[lang] + credit)


@pytest.mark.parametrize("credit", ALONE)
def test_credit_line(credit: str) -> None:
    """A credit that stands alone is a credit line without a caption."""
    assert is_credit_line(credit)
    assert is_credit_line(f"  {credit} ")
    assert parse_caption(credit).caption is None
    assert parse_caption(credit).credit == credit


@pytest.mark.parametrize(
    ("lang", "credit"), [("en", "Courtesy of Ann Example"), ("zh-Hans", "新华社发 吴林 作")]
)
def test_credit_needs_a_caption(lang: str, credit: str) -> None:
    """Credits without a word or sign of photos are known as such behind a caption."""
    photo = parse_caption(CAPTIONS[lang] + credit)
    assert (photo.caption, photo.credit) == (CAPTIONS[lang].strip(), credit)


@pytest.mark.parametrize("text", WITHOUT)
def test_no_credit(text: str) -> None:
    """Prose, editors' lines, notices and copyright lines have no credit and are no captions."""
    assert parse_caption(text) == Caption(caption=text)
    assert not is_credit_line(text)
    assert not looks_like_caption(text)


@pytest.mark.parametrize("caption", CAPTIONS.values())
def test_caption_without_credit(caption: str) -> None:
    """A sentence without credit and date is all caption."""
    assert parse_caption(caption) == Caption(caption=caption.strip())


@pytest.mark.parametrize("credit", ["新华社发（吴林摄）", "新华社记者吴林摄", "新华社记者 吴林 摄"])
def test_credit_before_the_caption(credit: str) -> None:
    """Chinese wires may print the credit first."""
    photo = parse_caption(f"{credit} {CAPTIONS['zh-Hans']}")
    assert photo == Caption(
        caption="渔船在林水船闸前等候。", credit=credit, photographers=("吴林",), agency="新华社"
    )


@pytest.mark.parametrize(
    ("lang", "credit", "people", "agency"),
    [
        ("en", "(Photo by Ann Example/Xinhua)", ("Ann Example",), "Xinhua"),
        ("en", "[Photo/Xinhua]", (), "Xinhua"),
        ("en", "Photo: Ann Example", ("Ann Example",), None),
        ("zh-Hans", "新华社发（吴林 摄）", ("吴林",), "新华社"),
        ("zh-Hans", "视频截图", (), None),
        ("zh-Hant", "中央社記者吳林攝", ("吳林",), "中央社"),
        ("fr", "(Photo : Anne Exemple/AFP)", ("Anne Exemple",), "AFP"),
        ("es", "ANA MUESTRA (EFE)", ("ANA MUESTRA",), "EFE"),
        ("de", "Foto: picture alliance/dpa/Anna Muster", ("Anna Muster",), "picture alliance/dpa"),
        ("pt", "Foto: Ana Exemplo/Folhapress", ("Ana Exemplo",), "Folhapress"),
        ("ru", "Фото: Анна Примерова/ТАСС", ("Анна Примерова",), "ТАСС"),
        ("ar", "(تصوير: سامي مثال/شينخوا)", ("سامي مثال",), "شينخوا"),
        ("ja", "（新華社配信／呉林）", ("呉林",), "新華社"),
        ("ko", "(린수이군 제공)", (), "린수이군"),
    ],
)
def test_who_is_named(lang: str, credit: str, people: tuple[str, ...], agency: str | None) -> None:
    """People and agency come from the credit."""
    photo = parse_caption(CAPTIONS[lang] + credit)
    assert (photo.photographers, photo.agency) == (people, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Boats wait at the lock, May 6, 2024. (Xinhua/Wu Lin)",
        "Boats wait at the lock on 6 May 2024.",
        "This photo taken on May 6, 2024 shows boats at the lock.",
        "Boats wait at the lock, 2024-05-06.",
        "2024年5月6日，渔船在船闸前等候。吴林摄",
        "漁船2024年5月6日在船閘前等候。",
        "Des bateaux attendent devant l'écluse, le 6 mai 2024.",
        "Los barcos esperan ante la esclusa el 6 de mayo de 2024.",
        "Boote warten am 6. Mai 2024 vor der Schleuse.",
        "Boote warten vor der Schleuse, 06.05.2024.",
        "Barcos esperam diante da eclusa em 6 de maio de 2024.",
        "Лодки ждут у шлюза, 6 мая 2024 года.",
        "القوارب تنتظر أمام الهويس يوم 6 مايو 2024.",
        "船が2024年5月6日、水門の前で待つ。",
        "배들이 2024년 5월 6일 갑문 앞에서 기다린다.",
    ],
)
@pytest.mark.parametrize("published", [None, "2024-05-08", "2021-01-02T08:00:00+08:00"])
def test_printed_year(text: str, published: str | None) -> None:
    """A date printed with its year stands, whenever the article was published."""
    assert parse_caption(text, published).date == "2024-05-06"


@pytest.mark.parametrize(
    ("text", "yearless", "dated"),
    [
        ("Boats wait at the lock on May 6. (Xinhua/Wu Lin)", "--05-06", "2024-05-06"),
        ("Boats wait at the lock on Dec. 30.", "--12-30", "2023-12-30"),
        ("渔船5月6日在船闸前等候。新华社记者 吴林 摄", "--05-06", "2024-05-06"),
        ("渔船12月30日在船闸前等候。", "--12-30", "2023-12-30"),
        ("漁船5月6日在船閘前等候。", "--05-06", "2024-05-06"),
        ("船が5月6日、水門の前で待つ。", "--05-06", "2024-05-06"),
    ],
)
def test_missing_year(text: str, yearless: str, dated: str) -> None:
    """A missing year comes from the article's date, and stays open without one."""
    assert parse_caption(text).date == yearless
    assert parse_caption(text, "2024-05-08T09:30:00+08:00").date == dated


@pytest.mark.parametrize("text", [*CAPTIONS.values(), "2月30日，渔船在船闸前等候。", "Lock 17 of 40.", ""])
def test_no_date(text: str) -> None:
    """No day printed, or none that exists, is no date, published or not."""
    assert parse_caption(text).date is None
    assert parse_caption(text, "2024-05-08").date is None


@pytest.mark.parametrize(
    "text",
    [
        "图为渔船在船闸前等候",
        "圖為漁船在船閘前等候",
        "图说：船闸",
        "上图：船闸",
        "左图为旧闸门",
        "△渔船在船闸前等候",
        "资料图：船闸",
        "資料照：船閘",
        "图1 船闸",
        "这是5月6日拍摄的林水船闸。",
        "5月6日拍摄的林水船闸（无人机照片）。",
        "林水船闸（2023年5月6日摄）",
        "Photo shows boats at the lock",
        "Photo taken on May 6 shows boats at the lock.",
        "This aerial photo shows the lock.",
        "An aerial drone photo taken on May 6 shows the lock.",
        "FILE PHOTO: Boats at the lock",
        "FILE - Boats at the lock",
        "In this May 6, 2024 photo, boats wait.",
        "写真は水門の前で待つ船",
    ],
)
def test_openings(text: str) -> None:
    """Wording that only captions have says caption without any credit."""
    assert looks_like_caption(text)
    assert not is_credit_line(text)


@pytest.mark.parametrize(
    "word", ["Close", "less", "more >", "Hide caption", "HIDE CAPTION", "toggle caption", "Enlarge"]
)
def test_button_words(word: str) -> None:
    """The words of a viewer's buttons are no part of the caption."""
    photo = parse_caption(f"Boats wait.\n\t(Xinhua/Wu Lin)  {word}")
    assert (photo.caption, photo.credit) == ("Boats wait.", "(Xinhua/Wu Lin)")


@pytest.mark.parametrize("text", ["", " ", "(", "摄", "x" * 3000, "Boats wait. " * 400 + "(Xinhua/Wu Lin)"])
def test_too_short_or_too_long(text: str) -> None:
    """A single character, or a text longer than any caption, is neither caption nor credit."""
    assert parse_caption(text).credit is None
    assert not looks_like_caption(text)
    assert not is_credit_line(text)


@given(TEXTS, PUBLISHED)
def test_parts_are_printed(text: str, published: str | None) -> None:
    """Nothing raises; caption and credit stand in the text; the same text gives the same answer."""
    photo = parse_caption(text, published)
    folded = " ".join(text.split())
    assert photo == parse_caption(text, published)
    assert photo.caption is None or photo.caption in folded
    assert photo.credit is None or photo.credit in folded
    assert photo.caption != ""
    assert photo.credit != ""
    assert all(photo.photographers)
    assert photo.credit is not None or photo == Caption(caption=photo.caption, date=photo.date)


@given(TEXTS)
def test_questions_never_raise(text: str) -> None:
    """Both questions have the same answer each time, and a credit line has a credit."""
    assert looks_like_caption(text) == looks_like_caption(text)
    assert is_credit_line(text) == is_credit_line(text)
    assert not is_credit_line(text) or parse_caption(text).credit is not None


@pytest.mark.parametrize(
    "credit",
    [
        "Ann Example",
        "Ann Example, Linshui Stuff",
        "(Linshui Stuff/Ann Example)",
        "Pilt: Ann Example/Linshui",
    ],
)
def test_names_alone_are_a_credit_only_in_captions(credit: str) -> None:
    """Names behind the sentence of a caption are its credit; such a text alone does not look like one."""
    text = f"Boats wait at the lock. {credit}"
    assert parse_caption(text).credit == credit
    assert parse_caption(text).caption == "Boats wait at the lock."
    assert not looks_like_caption(text)


@pytest.mark.parametrize("between", [" — ", " | ", " / ", " - "])
def test_stroke_before_a_credit_is_no_part_of_the_caption(between: str) -> None:
    """A dash, bar or slash parts a caption from its credit."""
    parsed = parse_caption(f"Boats wait at the lock.{between}Photo by Ann Example")
    assert parsed.caption == "Boats wait at the lock."
    assert parsed.photographers == ("Ann Example",)


@pytest.mark.parametrize(
    "credit",
    [
        "制图：吴林",
        "新华社/路透",
        "通讯员 吴林 供图",
        "图源网络",
        "图自网络",
        "（林水时报）",
        "AI生成",
        "翻攝畫面",
    ],
)
def test_chinese_credits_behind_a_sentence(credit: str) -> None:
    """A credit behind a Chinese sentence is no part of the caption."""
    parsed = parse_caption(f"渔船在林水船闸前等候。{credit}")
    assert (parsed.caption, parsed.credit) == ("渔船在林水船闸前等候。", credit)


@pytest.mark.parametrize(
    ("text", "credit", "people"),
    [
        ("Boats wait. CreditCreditAnn Bell/Reuters", "Credit: Ann Bell/Reuters", ("Ann Bell",)),
        ("Boats wait. Credit Credit... Ann Bell", "Credit: Ann Bell", ("Ann Bell",)),
        ("Boats wait. Photo: Photo: Ann Bell", "Photo: Ann Bell", ("Ann Bell",)),
        ("渔船等候。图片来源 图片来源：林水日报", "图片来源: 林水日报", ()),
    ],
)
def test_label_that_stands_twice(text: str, credit: str | None, people: tuple[str, ...]) -> None:
    """Templates print the label of a credit once for readers and once for screen readers."""
    parsed = parse_caption(text)
    assert (parsed.credit, parsed.photographers) == (credit, people)


def test_marked_credit_with_a_doubled_label() -> None:
    """The credit that the markup sets apart is read by the same rule."""
    parsed = parse_caption("Boats wait CreditCreditAnn Bell", marked="CreditCreditAnn Bell")
    assert (parsed.caption, parsed.credit, parsed.photographers) == (
        "Boats wait",
        "Credit: Ann Bell",
        ("Ann Bell",),
    )


@pytest.mark.parametrize(
    "text", ["Boats wait at Walla Walla Quay", "They give Credit Credit where it is due"]
)
def test_other_words_may_stand_twice(text: str) -> None:
    """Neither names that double a word nor a label before a word in lower case are changed."""
    assert parse_caption(text).caption == text
