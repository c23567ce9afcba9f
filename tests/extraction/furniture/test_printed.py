"""Source, editors and authors, read off single lines."""

from __future__ import annotations

import pytest

from crawler.extraction.furniture.printed import PrintedPeople, read_authors, read_editors, read_source


def source_of(line: str) -> str | None:
    """Return the source that a line names."""
    printed = read_source(line)
    return printed.name if printed else None


def people_of(printed: PrintedPeople | None) -> tuple[str, ...]:
    """Return the people that a line names."""
    return printed.names if printed else ()


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源：临水晚报", "临水晚报"),
        ("来源: 临水晚报 2024-05-08 09:30", "临水晚报"),
        ("2024年5月8日 09:30 来源：临水晚报 作者：李河", "临水晚报"),
        ("信息来源：临水县政府办公室 【字体：大 中 小】", "临水县政府办公室"),
        ("文章来源：临水晚报 责任编辑：周渡", "临水晚报"),
        ("稿源：临水晚报|分享", "临水晚报"),
        ("來源：臨水晚報", "臨水晚報"),
        ("来源丨临水晚报", "临水晚报"),
        ("来源：临水晚报 浏览次数：35", "临水晚报"),
        ("来源：临水晚报 扫码阅读手机版", "临水晚报"),
        ("来源：临水晚报 举报", "临水晚报"),
        ("来源：临水晚报 +关注", "临水晚报"),
        ("来源：临水晚报（记者 李河）", "临水晚报"),
        ("Source: Linshui Post", "Linshui Post"),
        ("May 8, 2024 | Source: Linshui Post | Editor: Mara Quell", "Linshui Post"),
        ("SOURCE: Linshui Post Share", "Linshui Post"),
        ("Source: Linshui Post 2024-05-08", "Linshui Post"),
        ("(Linshui Post) 11:35, May 08, 2024", "Linshui Post"),
        ("(Linshui Post) 2024-05-08", "Linshui Post"),
        ("Source: Courrier de Linshui Imprimer", "Courrier de Linshui"),
        ("Fuente: Correo de Linshui Compartir", "Correo de Linshui"),
        ("Quelle: Linshuier Bote Drucken", "Linshuier Bote"),
        ("Источник: Линьшуйский вестник Печать", "Линьшуйский вестник"),
        ("المصدر: بريد لينشوي", "بريد لينشوي"),
        ("المصدر: بريد لينشوي طباعة", "بريد لينشوي"),
    ],
)
def test_source_lines(line: str, source: str) -> None:
    """A source line names its source up to the next thing that stands on it."""
    assert source_of(line) == source


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2024-05-08 09:30",
        "The source of the Mira lies above Linshui.",
        "Resource: none",
        "来源",
        "来源：",
        "(see page 4)",
        "责任编辑：周渡",
    ],
)
def test_lines_without_a_source(line: str) -> None:
    """The word alone, or a bracket without a time behind it, names no source."""
    assert source_of(line) is None


@pytest.mark.parametrize(
    ("line", "editors"),
    [
        ("责任编辑：周渡", ("周渡",)),
        ("（责任编辑：周渡、郑桥）", ("周渡", "郑桥")),
        ("责任编辑：周渡 郑桥", ("周渡", "郑桥")),
        ("【责任编辑:周渡】", ("周渡",)),
        ("[责任编辑：周渡]", ("周渡",)),
        ("责编：周渡_LS2041", ("周渡",)),
        ("责任编辑：周渡#", ("周渡",)),
        ("责任編輯：周渡", ("周渡",)),
        ("編輯：鄭橋", ("鄭橋",)),
        ("编辑：周渡 责任编辑：郑桥", ("周渡", "郑桥")),
        ("编辑：周渡 校对：李河", ("周渡",)),
        ("责任编辑：周渡 来源：临水晚报", ("周渡",)),
        ("责任编辑：周渡 责任编辑：周渡", ("周渡",)),
        ("Editor: Mara Quell", ("Mara Quell",)),
        ("(Editor: Mara Quell, Tobin Ashe)", ("Mara Quell", "Tobin Ashe")),
        ("Editors: Mara Quell and Tobin Ashe", ("Mara Quell", "Tobin Ashe")),
        ("Web editor: Mara Quell", ("Mara Quell",)),
        ("Editor: Mara Quell | Print", ("Mara Quell",)),
        ("Rédacteur : Maël Quérin", ("Maël Quérin",)),
        ("Redakteur: Tilo Quast und Mara Quell", ("Tilo Quast", "Mara Quell")),
        ("Редактор: Мара Квелль", ("Мара Квелль",)),
        ("المحرر: مارا كويل", ("مارا كويل",)),
    ],
)
def test_editor_lines(line: str, editors: tuple[str, ...]) -> None:
    """An editor line gives its editors, each once, without codes and other parts of the line."""
    assert people_of(read_editors(line)) == editors


@pytest.mark.parametrize(
    "line", ["", "编辑", "责任编辑：", "The editor of the tide book retired.", "Editorial: Tides"]
)
def test_lines_without_editors(line: str) -> None:
    """The word alone names no editor."""
    assert people_of(read_editors(line)) == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("作者：李河", ("李河",)),
        ("作者：李河 来源：临水晚报", ("李河",)),
        ("作者：李河、吴帆 责任编辑：周渡", ("李河", "吴帆")),
        ("撰文：李河 编辑：周渡", ("李河",)),
        ("采写：李河", ("李河",)),
        ("临水晚报记者 李河", ("李河",)),
        ("记者 李河 吴帆", ("李河", "吴帆")),
        ("記者：李河", ("李河",)),
        ("By Wade Lindqvist", ("Wade Lindqvist",)),
        ("By Wade Lindqvist and Mara Quell", ("Wade Lindqvist", "Mara Quell")),
        ("By Wade Lindqvist | Updated: 2024-05-08 09:30", ("Wade Lindqvist",)),
        ("By Wade Lindqvist (Linshui Post) 09:30, May 8, 2024", ("Wade Lindqvist",)),
        ("Author: Wade Lindqvist", ("Wade Lindqvist",)),
        ("Par Maël Quérin et Noé Tarrasque", ("Maël Quérin", "Noé Tarrasque")),
        ("Auteur : Maël Quérin", ("Maël Quérin",)),
        ("Por Iria Caldas y Nuno Berral", ("Iria Caldas", "Nuno Berral")),
        ("Autora: Iria Caldas", ("Iria Caldas",)),
        ("Von Tilo Quast und Rike Amsel", ("Tilo Quast", "Rike Amsel")),
        ("Autorin: Rike Amsel", ("Rike Amsel",)),
        ("采写：临水见习记者 吴林", ("吴林",)),
        ("作者：本报通讯员：吴林、周渡", ("吴林", "周渡")),
        ("Автор: Мара Квелль", ("Мара Квелль",)),
    ],
)
def test_bylines(line: str, authors: tuple[str, ...]) -> None:
    """A byline names its authors."""
    assert people_of(read_authors(line)) == authors


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By evening forty boats had passed.",
        "作者：来源：临水晚报",
        "记者从临水县水务部门获悉，闸门已经打开。",
        "The author of the tide book retired.",
        "Por la tarde habían pasado cuarenta barcos.",
        "Von dort fuhren vierzig Boote weiter.",
    ],
)
def test_lines_without_authors(line: str) -> None:
    """Prose that opens like a byline is no byline, and neither is an empty label."""
    assert people_of(read_authors(line)) == ()


def test_people_before_the_date() -> None:
    """Reporters and editors without labels may share a line with the date."""
    line = "临水晚报 记者 李河 吴帆 编辑 周渡 2024-05-08 09:30"
    assert people_of(read_authors(line)) == ("李河", "吴帆")
    assert people_of(read_editors(line)) == ("周渡",)
