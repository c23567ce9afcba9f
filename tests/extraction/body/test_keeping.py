"""Lines that are worded like furniture stay in a text if their place shows that they belong to it."""

from __future__ import annotations

import pytest

from tests.extraction.markup import PARAGRAPHS, article, paragraphs

BOX = "船闸是在河道上调节水位、让船通过的建筑物，临水的第一座船闸建于1958年。"
SHORT = "旧闸的闸门是木头的。"
DATA = "<p>书名：《潮水簿》</p><p>作者：吴林</p><p>译者：李河</p><p>出版社：临水出版社</p>"


def body_with(markup: str) -> tuple[str, ...]:
    """Return the body of an article with more markup between its paragraphs and below them."""
    text = f"{paragraphs(PARAGRAPHS[:2])}{markup}{paragraphs(PARAGRAPHS[2:])}"
    return article(f"<h1>A lock opens in Linshui</h1><div>{text}</div>").body


@pytest.mark.parametrize(
    ("markup", "title", "stays"),
    [
        (f"<p>【相关链接】</p><p>{BOX}</p>", "【相关链接】", True),
        (f"<h3>延伸阅读</h3><p>{SHORT}</p>", "延伸阅读", True),
        (f"<p>延伸阅读</p><p>{SHORT}</p>", "延伸阅读", False),
        (f"<p><b>相关报道：旧闸拆了一半</b></p><p>{BOX}</p>", "相关报道：旧闸拆了一半", True),
        (f"<p>相关报道：旧闸拆了一半</p><p>{BOX}</p>", "相关报道：旧闸拆了一半", False),
        (f"<p><b>评论</b></p><p>{BOX}</p>", "评论", True),
        (f"<p><b>热门推荐</b></p><p>{BOX}</p>", "热门推荐", False),
        ("<p>相关链接</p><p>旧闸拆了一半</p>", "相关链接", False),
        (f"<p>相关链接</p><p><a href='/1'>{BOX}</a></p>", "相关链接", False),
    ],
)
def test_titles_of_boxes(markup: str, title: str, *, stays: bool) -> None:
    """The title of a box is text above prose; above other stories it is none."""
    assert (title in body_with(markup)) is stays


@pytest.mark.parametrize(
    ("numbers", "stays"), [(("1", "2"), True), (("01", "02"), True), (("2", "5"), False), (("1",), False)]
)
def test_numbers_of_sections(numbers: tuple[str, ...], *, stays: bool) -> None:
    """Numbers that count the sections of a text are text; others are pagers."""
    body = body_with("".join(f"<p>{number}</p><p>{BOX}</p>" for number in numbers))
    assert all((number in body) is stays for number in numbers)


def test_numbers_without_prose_between_them() -> None:
    """A row of numbers is a pager."""
    assert not {"1", "2", "3"} & set(body_with("<p>1</p><p>2</p><p>3</p>"))


@pytest.mark.parametrize(
    ("above", "stays"), [("临水县统计局《统计公报》", True), ("船闸去年开了四百次。", False)]
)
def test_address_of_a_source(above: str, *, stays: bool) -> None:
    """The address of a source is text below the title of that source, and none below a sentence."""
    address = "http://tjj.linshui.test/gongbao.html"
    assert (address in body_with(f"<p>{above}</p><p>{address}</p>")) is stays


@pytest.mark.parametrize(("markup", "stays"), [(DATA, True), (DATA.replace("出版社", "地点"), False)])
def test_author_of_a_book(markup: str, *, stays: bool) -> None:
    """Author and translator are text beside the publisher of their book."""
    body = body_with(markup.replace("书名：", ""))
    assert all((line in body) is stays for line in ("作者：吴林", "译者：李河"))
