"""Source, editors and authors of an article, from printed lines and from what the page's head says."""

from __future__ import annotations

import json

import pytest

from crawler.extraction.attribution import find_bylines, find_editors, find_source, split_names
from tests.extraction.markup import HEAD, article, paragraphs

HEADLINE = "<h1>A lock opens in Linshui</h1>"
TEXT = f"<div>{paragraphs()}</div>"


def ld(**values: object) -> str:
    """A head with a JSON-LD article of these values."""
    thing = {"@type": "NewsArticle", "headline": "A lock opens in Linshui", **values}
    return f'{HEAD}<script type="application/ld+json">{json.dumps(thing)}</script>'


def meta(**values: str) -> str:
    """A head with these meta tags."""
    return HEAD + "".join(f'<meta name="{name}" content="{value}">' for name, value in values.items())


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
    assert find_source([line]) == source


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
    assert find_source([line]) is None


def test_first_source_line_counts() -> None:
    """Of several source lines the first is taken."""
    assert find_source(["Linshui", "Source: First Post", "Source: Second Post"]) == "First Post"


@pytest.mark.parametrize(
    ("line", "editors"),
    [
        ("责任编辑：周渡", ("周渡",)),
        ("（责任编辑：周渡、郑桥）", ("周渡", "郑桥")),
        ("责任编辑：周渡 郑桥", ("周渡", "郑桥")),
        ("【责任编辑:周渡】", ("周渡",)),
        ("[责任编辑：周渡]", ("周渡",)),
        ("责编：周渡_LS2041", ("周渡",)),
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
    """An editor line names its editors, each once, without codes and what else stands on it."""
    assert find_editors([line]) == editors


@pytest.mark.parametrize(
    "line", ["", "编辑", "责任编辑：", "The editor of the tide book retired.", "Editorial: Tides"]
)
def test_lines_without_editors(line: str) -> None:
    """The word alone names no editor."""
    assert find_editors([line]) == ()


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
    assert find_bylines([line]) == authors


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
    """Prose that opens like a byline is none, and neither is an empty label."""
    assert find_bylines([line]) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李河、吴帆", ("李河", "吴帆")),
        ("李河 吴帆", ("李河", "吴帆")),
        ("李河，吴帆；周渡", ("李河", "吴帆", "周渡")),
        ("李河_LS2041", ("李河",)),
        ("李河、李河", ("李河",)),
        ("买买提·渡江", ("买买提·渡江",)),
        ("Wade Lindqvist and Mara Quell", ("Wade Lindqvist", "Mara Quell")),
        ("Wade Lindqvist, Mara Quell & Tobin Ashe", ("Wade Lindqvist", "Mara Quell", "Tobin Ashe")),
        ("Wade Lindqvist/Mara Quell", ("Wade Lindqvist", "Mara Quell")),
        ("Wade Lindqvist  Mara Quell", ("Wade Lindqvist", "Mara Quell")),
        ("Andy Sandorf", ("Andy Sandorf",)),
        ("[Wade Lindqvist]", ("Wade Lindqvist",)),
        ("Maël Quérin et Noé Tarrasque", ("Maël Quérin", "Noé Tarrasque")),
        ("", ()),
        ("X", ()),
        ("x" * 61, ()),
    ],
)
def test_split_names(text: str, names: tuple[str, ...]) -> None:
    """A printed list falls apart into names, each of them once, and names keep their inner words."""
    assert split_names(text) == names


def test_printed_lines_beat_metadata() -> None:
    """What the page prints for readers is trusted before its head."""
    found = article(
        f"{HEADLINE}<p>Source: Linshui Post</p><p>By Wade Lindqvist</p>{TEXT}<p>Editor: Mara Quell</p>",
        meta(source="Other Post", author="Tobin Ashe", editor="Rike Amsel"),
    )
    assert (found.source, found.bylines, found.editors) == (
        "Linshui Post",
        ("Wade Lindqvist",),
        ("Mara Quell",),
    )
    assert [found.evidence[key] for key in ("source", "bylines", "editors")] == ["line around the text"] * 3


def test_metadata_where_nothing_is_printed() -> None:
    """The head speaks where the page does not."""
    found = article(HEADLINE + TEXT, meta(source="Other Post", author="Tobin Ashe", editor="Rike Amsel"))
    assert (found.source, found.bylines, found.editors) == ("Other Post", ("Tobin Ashe",), ("Rike Amsel",))
    assert [found.evidence[key] for key in ("source", "bylines", "editors")] == [
        "meta source",
        "meta author",
        "meta editor",
    ]


def test_no_credits() -> None:
    """A page that names nobody has nobody."""
    found = article(HEADLINE + TEXT)
    assert (found.source, found.bylines, found.editors) == (None, (), ())
    assert [found.evidence[key] for key in ("source", "bylines", "editors")] == ["none"] * 3


@pytest.mark.parametrize("author", ["Mara Quell", "Linshui Post", "Linshui Post, Mara Quell"])
def test_editor_or_source_in_the_author_tag(author: str) -> None:
    """An author tag that repeats the printed editor or source names no author."""
    found = article(
        f"{HEADLINE}<p>Source: Linshui Post</p>{TEXT}<p>Editor: Mara Quell</p>", meta(author=author)
    )
    assert found.bylines == ()
    assert found.evidence["bylines"] == "none but the editor or the source"


@pytest.mark.parametrize(
    "author",
    [
        "临水晚报",
        "临水网",
        "临水县水务局",
        "Linshui News",
        "Daily Staff",
        "admin",
        "post@sample.test",
        "LS2041",
    ],
)
def test_organisations_are_no_people(author: str) -> None:
    """Sites, offices, accounts and addresses in the author tag are no authors."""
    assert article(HEADLINE + TEXT, meta(author=author)).bylines == ()


@pytest.mark.parametrize(
    ("author", "bylines"),
    [
        ("Wade Lindqvist", ("Wade Lindqvist",)),
        ({"@type": "Person", "name": "Wade Lindqvist"}, ("Wade Lindqvist",)),
        ([{"@type": "Person", "name": "Wade Lindqvist"}, "Mara Quell"], ("Wade Lindqvist", "Mara Quell")),
        ({"@type": "Organization", "name": "Harbour Office"}, ()),
        ([{"@type": "Organization", "name": "Harbour Office"}, {"name": "Mara Quell"}], ("Mara Quell",)),
        ({"@type": "Person"}, ()),
        (7, ()),
    ],
)
def test_authors_in_json_ld(author: object, bylines: tuple[str, ...]) -> None:
    """JSON-LD gives its people, in whatever form it has them."""
    assert article(HEADLINE + TEXT, ld(author=author)).bylines == bylines


@pytest.mark.parametrize(
    ("publisher", "source"),
    [
        ({"@type": "Organization", "name": "Linshui Post"}, "Linshui Post"),
        ("Linshui Post", "Linshui Post"),
        ({"@type": "Organization"}, None),
        ([], None),
    ],
)
def test_publisher_in_json_ld(publisher: object, source: str | None) -> None:
    """The publisher that JSON-LD names is the source where nothing else is."""
    assert article(HEADLINE + TEXT, ld(publisher=publisher)).source == source


def test_json_ld_goes_before_the_author_tag() -> None:
    """Among the statements of a head the structured one is asked first."""
    head = ld(author="Wade Lindqvist") + '<meta name="author" content="Tobin Ashe">'
    assert article(HEADLINE + TEXT, head).bylines == ("Wade Lindqvist",)


def test_buttons_behind_an_author() -> None:
    """What to press beside a name is no part of it."""
    line = "<div class='author'>临水船闸 <a href='#'>+ 关注</a></div>"
    assert article(f"<h1>A lock opens in Linshui</h1>{line}<div>{paragraphs()}</div>").bylines == (
        "临水船闸",
    )


def test_element_named_author() -> None:
    """A name that stands without a label in an element called author is an author."""
    found = article(
        f"{HEADLINE}<div class='post-author'>Wade Lindqvist</div>{TEXT}", meta(author="Tobin Ashe")
    )
    assert found.bylines == ("Wade Lindqvist",)
    assert found.evidence["bylines"] == "element named author"


def test_properties_in_a_comment() -> None:
    """The properties that a content management system leaves in a comment count as metadata."""
    comment = (
        "<!--enpproperty <sourcename>临水晚报</sourcename><author>李河</author>"
        "<liability>周渡</liability>/enpproperty-->"
    )
    found = article(f"{HEADLINE}{comment}{TEXT}")
    assert (found.source, found.bylines, found.editors) == ("临水晚报", ("李河",), ("周渡",))
    assert found.evidence["editors"] == "meta enp:liability"
