"""Captions parsed: the caption proper, the credit as printed, and their content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.captions.caption import is_credit_line, looks_like_caption, parse_caption
from crawler.extraction.captions.credit import split_surely

CREDITED = [
    ("Boats wait at the lock in Linshui, May 6, 2024.", "[Photo by Wen Li/Xinhua]"),
    ("Boats wait at the lock in Linshui.", "(Xinhua/Wen Li)"),
    ("Boats wait at the lock.", "[Photo/cfp.cn]"),
    ("Boats wait at the lock.", "(Photo: China News Service/Wen Li)"),
    ("Boats wait at the lock.", "(Photo provided to China.org.cn)"),
    ("Boats wait at the lock, May 6, 2024.", "/VCG Photo"),
    ("Boats wait at the lock in May.", "WEN LI/FOR CHINA DAILY"),
    ("Boats wait at the lock.", "Wen Li/Getty Images"),
    ("Boats wait at the lock.", "Photograph: Ann Example/Reuters"),
    ("Boats wait at the lock.", "(AP Photo/Ann Example, File)"),
    ("Boats wait at the lock.", "AP Photo"),
    ("Boats wait at the lock.", "Credit: EPA"),
    ("Boats wait at the lock.", "© Ann Example/dpa"),
    ("Boote warten an der Schleuse.", "Foto: Anna Beispiel / dpa"),
    ("Boote warten an der Schleuse.", "(Foto: REUTERS)"),
    ("Des bateaux attendent à l'écluse.", "(Photo / Xinhua)"),
    ("Barcos esperan ante la esclusa.", "(Foto: Xinhua)"),
    ("Barcos esperan ante la esclusa.", "Foto: Estudios Ejemplo"),
    ("Barcos esperam na eclusa.", "— Foto: Ana Exemplo/TV Clube"),
    ("Лодки ждут у шлюза.", "(Синьхуа/Ли Пример)"),
    ("Лодки ждут у шлюза.", "Фото: Анна Пример/ТАСС"),
    ("قوارب تنتظر عند البوابة.", "(شينخوا)"),
    ("قوارب تنتظر عند البوابة.", "(تصوير: لي مثال/شينخوا)"),
    ("水門で待つ船。", "（新華社配信／例一郎）"),
    ("水門で待つ船。", "写真提供：臨水市"),
    ("갑문에서 기다리는 배들", "[임수시 제공. 재판매 및 DB 금지]"),
    ("船只在闸口等候。", "新华社记者 闻立 摄"),
    ("船只在闸口等候。", "新华社发（闻立 摄）"),
    ("船只在闸口等候。", "（闻立摄）"),
    ("船只在闸口等候。", "中新社记者 闻立 摄"),
    ("船只在闸口等候。", "通讯员闻立 摄"),
    ("船只在闸口等候。", "临水县文旅局供图"),
    ("船只在闸口等候。", "供图：市文旅局"),
    ("船只在闸口等候。", "图片来源：临水发布"),
    ("船只在闸口等候。", "图/视觉中国"),
    ("船只在闸口等候。", "（人民视觉）"),
    ("船只在闸口等候。", "（闻立/人民图片）"),
    ("船只在闸口等候。", "闻立摄/光明图片"),
    ("Boats wait at the lock in Linshui on Monday.", "(Photo by Ann Example / AFP) / China OUT"),
    ("船只在闸口等候。", "视频截图"),
    ("船隻在閘口等候。", "（資料照）"),
    ("船隻在閘口等候。", "圖／例報資料照"),
    ("船隻在閘口等候。", "中央社記者聞立攝 112年2月16日"),
]
PLAIN = [
    "The master wrote the number into his book, as he had done every evening for thirty years.",
    "Boats wait at the lock in Linshui on Monday.",
    "图为船只在闸口等候。",
    "记者在现场看到，工作人员正在清点船只，并对过往船员进行提醒。",
    "摄影爱好者最好选择广角镜头进行拍摄。",
    "Sources said the lock would be open by autumn.",
    "©2015 The Example Company.",
    "Photos: Weather around the world",
    "（责编：闻立、吴例）",
    "摄影/闻立 编辑/吴例",
]


@pytest.mark.parametrize(("caption", "credit"), CREDITED)
@pytest.mark.parametrize("between", ["", " "])
def test_caption_and_credit(caption: str, credit: str, between: str) -> None:
    """The credit is cut off as printed, in every form and language, with or without a space before it."""
    if not between and caption[-1] not in "。.":
        between = " "
    photo = parse_caption(caption + between + credit)
    assert (photo.caption, photo.credit) == (caption, credit)


@pytest.mark.parametrize(("caption", "credit"), CREDITED)
def test_credit_alone(caption: str, credit: str) -> None:
    """A credit without a caption is a credit line; a caption is not."""
    assert parse_caption(credit).credit == credit
    assert is_credit_line(credit)
    assert not is_credit_line(caption)


@pytest.mark.parametrize("text", PLAIN)
def test_no_credit(text: str) -> None:
    """Sentences, notices and editors' lines carry no photo credit."""
    photo = parse_caption(text)
    assert (photo.caption, photo.credit, photo.photographers, photo.agency) == (text, None, (), None)
    assert not is_credit_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "图为船只在闸口等候。",
        "资料图：旧船闸。",
        "△临水县的闸口",
        "▲船只排队",
        "Photo shows boats at the lock.",
        "Photo taken on May 6, 2024 shows boats at the lock.",
        "FILE PHOTO: Boats wait at the lock",
        "5月6日拍摄的船闸（无人机照片）。",
        "船只在闸口等候（2024年5月6日摄）。",
        "Boats wait. (Xinhua/Wen Li)",
    ],
)
def test_wording_of_captions(text: str) -> None:
    """Captions are known by how they open and how they end."""
    assert looks_like_caption(text)


@pytest.mark.parametrize(
    "text", [*PLAIN[:2], *PLAIN[3:6], "", "x", "近日，临水县的船闸重新开放，四十艘船当天通过。"]
)
def test_wording_of_paragraphs(text: str) -> None:
    """Paragraphs of an article do not read like captions."""
    assert not looks_like_caption(text)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Boats wait at the lock, May 6, 2024. (Xinhua/Wen Li)", None, "2024-05-06"),
        ("2024年5月6日，船只在闸口等候。新华社记者 闻立 摄", None, "2024-05-06"),
        ("5月6日，船只在闸口等候。新华社记者 闻立 摄", None, "--05-06"),
        ("5月6日，船只在闸口等候。新华社记者 闻立 摄", "2024-05-08", "2024-05-06"),
        ("12月31日，船只在闸口等候。新华社记者 闻立 摄", "2025-01-01T09:00+08:00", "2024-12-31"),
        ("Boats wait at the lock on Dec. 30. [Photo/Xinhua]", "2025-01-02", "2024-12-30"),
        ("Des bateaux attendent, le 6 mai 2024. (Xinhua/Wen Li)", None, "2024-05-06"),
        ("Лодки ждут у шлюза, 6 мая 2024 года. (Синьхуа/Ли Пример)", None, "2024-05-06"),
        ("船只在闸口等候。新华社记者 闻立 摄", "2024-05-08", None),
        ("Boats wait at the lock. (Xinhua/Wen Li)", "2024-05-08", None),
    ],
)
def test_date(text: str, published: str | None, day: str | None) -> None:
    """The day that the caption states, its year taken from the article where it is not printed."""
    assert parse_caption(text, published).date == day


def test_credit_may_stand_first() -> None:
    """Some desks put the credit before the caption."""
    photo = parse_caption("新华社发（闻立摄）5月6日，船只在闸口等候。")
    assert (photo.credit, photo.caption) == ("新华社发（闻立摄）", "5月6日，船只在闸口等候。")


def test_archive_note_belongs_to_the_credit() -> None:
    """`（资料图片）` before a credit is part of it."""
    assert parse_caption("旧船闸。（资料图片）中新社记者 闻立 摄").credit == "（资料图片）中新社记者 闻立 摄"


@pytest.mark.parametrize("word", ["Close", "less", "Hide caption"])
def test_buttons_of_the_viewer_are_cut_off(word: str) -> None:
    """Words of a picture viewer are no part of the credit."""
    assert parse_caption(f"Boats wait. (AP Photo/Ann Example) {word}").credit == "(AP Photo/Ann Example)"


TEXTS = (
    st.text(
        alphabet=st.sampled_from("AP Photo/()[]（）摄图来源：新华社记者 闻立,.。©Foto: Xinhua—|\n"),
        max_size=200,
    )
    | st.text()
)


@given(TEXTS)
def test_parts_are_slices(text: str) -> None:
    """Caption and credit are parts of the text, unchanged, and the same each time."""
    folded = " ".join(text.split())
    photo = parse_caption(text)
    assert (photo.caption or "") in folded
    assert (photo.credit or "") in folded
    assert parse_caption(text) == photo


@given(TEXTS)
def test_predicates_agree(text: str) -> None:
    """Where there is nothing but a credit, the wording says caption, too."""
    assert not is_credit_line(text) or looks_like_caption(text)


@pytest.mark.parametrize("sign", ["▲", "▼", "△ ", "↑ "])
@pytest.mark.parametrize("caption", ["", "船只排队"])
def test_signs_before_a_credit(sign: str, caption: str) -> None:
    """A sign that points to the picture is no part of the credit, with and without a caption."""
    split = split_surely(f"{caption} {sign}林水日报记者 吴林 摄".strip())
    assert (split.caption, split.credit) == (caption, "林水日报记者 吴林 摄")


@pytest.mark.parametrize("sign", ["▲", "▼", "◎", "↑ "])
def test_pointers_are_left_out(sign: str) -> None:
    """A sign that points at the picture is no part of the caption, with a credit or without."""
    assert parse_caption(f"{sign}船只在闸口等候。").caption == "船只在闸口等候。"
    assert parse_caption(f"{sign}船只在闸口等候。图/视觉中国").caption == "船只在闸口等候。"


def test_label_for_readers_is_left_out() -> None:
    """A label for listeners before a caption is no part of it."""
    assert parse_caption("图像加注文字，船只在闸口等候。").caption == "船只在闸口等候。"


@pytest.mark.parametrize("text", ["资料图：旧船闸", "截图：林水水务局公告", "组图：船闸重开", "插图：船闸"])
def test_words_that_end_in_picture_are_no_label(text: str) -> None:
    """`资料图：` opens a caption; its second half is no label of a source."""
    assert parse_caption(text).credit is None


@pytest.mark.parametrize("label", ["1/12 ", "3 / 3 ", "圖1之1 - "])
def test_number_in_a_gallery_is_left_out(label: str) -> None:
    """Which picture of a gallery it is is no part of the caption."""
    assert parse_caption(f"{label}船只在闸口等候。").caption == "船只在闸口等候。"
    assert parse_caption(f"{label}船只在闸口等候。图源：网络，侵删").caption == "船只在闸口等候。"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Boats wait. PHOTO BY ANN EXAMPLE/CHINA DAILY", ("ANN EXAMPLE",)),
        ("Boats wait. [PHOTO BY ANN EXAMPLE/CHINA DAILY]", ("ANN EXAMPLE",)),
        ("Boats wait. PROVIDED TO CHINA DAILY", ()),
        ("Boats wait. CCTV Photo", ()),
        ("渔船等候。（新华社发）", ()),
        ("渔船等候。东方IC 图", ()),
        ("渔船等候。摄影师：吴林", ("吴林",)),
        ("渔船等候。图由受访者提供", ()),
    ],
)
def test_more_credits(text: str, people: tuple[str, ...]) -> None:
    """Capitals, desks and labels as the family prints them."""
    photo = parse_caption(text)
    assert photo.caption in ("Boats wait.", "渔船等候。")
    assert photo.photographers == people


@pytest.mark.parametrize("brackets", ["()", "（）"])
def test_caption_in_brackets(brackets: str) -> None:
    """A caption that is printed in brackets together with its credit is read without them."""
    caption = parse_caption(f"{brackets[0]}渔船等候。图/林水日报记者 吴林{brackets[1]}")
    assert (caption.caption, caption.credit) == ("渔船等候。", "图/林水日报记者 吴林")


@pytest.mark.parametrize("text", ["（渔船等候）", "（渔船等候）在闸前（图/林水日报）"])
def test_other_brackets(text: str) -> None:
    """Brackets stay if they hold no credit, or only a part of the caption."""
    assert (parse_caption(text).caption or "").startswith("（渔船等候）")


@pytest.mark.parametrize("credit", ["© 2024 AP Photo/Ann Example", "© 2024 Reuters", "© 2024 Ann Example"])
def test_the_year_of_the_rights(credit: str) -> None:
    """The year of the rights in a picture belongs to the credit."""
    caption = parse_caption(f"Boats wait at the lock. {credit}")
    assert (caption.caption, caption.credit) == ("Boats wait at the lock.", credit)


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Photo credit: AP | Boats wait at the lock.", "Boats wait at the lock.", "Photo credit: AP"),
        ("Foto: AP | Barcos esperam na eclusa.", "Barcos esperam na eclusa.", "Foto: AP"),
        ("Reuters", None, "Reuters"),
        ("USA TODAY Sports", None, "USA TODAY Sports"),
        (
            "Wen Li/Getty Images Boats wait at the lock. Photographer: Wen Li/Getty Images",
            "Boats wait at the lock.",
            "Photographer: Wen Li/Getty Images",
        ),
        ("Reuters | Boats wait at the lock. Photo: Reuters", "Boats wait at the lock.", "Photo: Reuters"),
        ("Boats wait at the lock. View Full Size", "Boats wait at the lock.", None),
        ("Boats wait at the lock View Larger", "Boats wait at the lock", None),
        ("Boats wait at the lock. click to enlarge", "Boats wait at the lock.", None),
        ("Boats wait. Photo: Wen Li • Reuters, view larger", "Boats wait.", "Photo: Wen Li • Reuters"),
        ("Boats wait at the lock (click image for slideshow)", "Boats wait at the lock", None),
    ],
)
def test_copies_and_buttons(text: str, caption: str | None, credit: str | None) -> None:
    """Copies of the credit and labels of viewers are no part of a caption; an agency alone is a credit."""
    parsed = parse_caption(text)
    assert (parsed.caption, parsed.credit) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "The view larger boats have",
            "Boats click to pass",
            "Ships of AP wait.",
            "Wen Li waits at the lock.",
        ),
        *("Boats that visitors view larger", "Children learn to click to enlarge"),
        *("2 of 12 boats wait at the lock.", "lock-2.jpg is the name of the boat."),
    ],
)
def test_words_that_are_no_copies(text: str) -> None:
    """Words of the caption stay."""
    assert parse_caption(text).caption == text


@pytest.mark.parametrize("name", ["Wen Li", "Reuters", "Linshui Shimbun"])
@pytest.mark.parametrize("rest", [" reporters wait at the lock.", ": the last to wait.", " Tower at night."])
def test_captions_that_begin_with_the_name_of_their_credit(name: str, rest: str) -> None:
    """A caption may be about the person or the agency that took the picture."""
    parsed = parse_caption(f"{name}{rest} Photo: {name}")
    assert (parsed.caption, parsed.credit) == (f"{name}{rest}", f"Photo: {name}")


@pytest.mark.parametrize("before", ["1 of 2. ", "1 of 11 ", "LOCK_19593.JPG ", "Image caption, "])
def test_labels_before_a_caption(before: str) -> None:
    """Counters, names of files and labels before a caption are no part of it."""
    assert parse_caption(f"{before}Boats wait at the lock.").caption == "Boats wait at the lock."
