"""Source, authors and editors, from the lines around an article and from its metadata."""

from __future__ import annotations

import pytest

from crawler.extraction.attribution import find_bylines, find_editors, find_source, split_names
from tests.extraction.markup import article, paragraphs

HEAD = "<title>A lock opens in Linshui - Sample News</title>"
HEADLINE = "<h1>A lock opens in Linshui</h1>"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: Xinhua | 2022-08-07", "Xinhua"),
        ("Source: China Daily Updated: May 13, 2024", "China Daily"),
        ("来源：样例日报", "样例日报"),
        ("2024-05-08 09:30 来源：样例网 作者：闻立", "样例网"),
        ("来源： 新华网 责任编辑：吴例", "新华网"),
        ("来源：光样网-《光样日报》", "光样网-《光样日报》"),
        ("信息来源：省水利厅 发布时间：2024-05-08", "省水利厅"),
        ("稿源：样例晚报", "样例晚报"),
        ("(Sample Daily Online) 11:35, November 23, 2022", "Sample Daily Online"),
        ("Источник: Синьхуа", "Синьхуа"),
        ("Fuente: Xinhua Imprimir Compartir", "Xinhua"),
        ("المصدر: شينخوا طباعة", "شينخوا"),
        ("Sources say the lock will open soon", None),
        ("2024-05-08 09:30", None),
    ],
)
def test_source(line: str, source: str | None) -> None:
    """The source is read without what follows it on the line."""
    assert find_source([line]) == source


@pytest.mark.parametrize(
    ("line", "editors"),
    [
        ("责任编辑：闻立", ("闻立",)),
        ("【责任编辑:闻立】", ("闻立",)),
        ("(责编：闻立、吴例)", ("闻立", "吴例")),
        ("编辑：闻立 责任编辑：吴例", ("闻立", "吴例")),
        ("责任编辑：闻立_NB1234", ("闻立",)),
        ("(Web editor: Wen Li, Wu Li)", ("Wen Li", "Wu Li")),
        ("Editor: Wen Li", ("Wen Li",)),
        ("(Rédacteur: Laure Exemple)", ("Laure Exemple",)),
        ("(Редактор: Анна Пример)", ("Анна Пример",)),
        ("(المحرر: لي مثال)", ("لي مثال",)),
        ("本报编辑部昨天搬家", ()),
    ],
)
def test_editors(line: str, editors: tuple[str, ...]) -> None:
    """Editors come as a list of names, without their numbers."""
    assert find_editors([line]) == editors


@pytest.mark.parametrize(
    ("line", "bylines"),
    [
        ("By Wang Xiao", ("Wang Xiao",)),
        ("By Wang Xiao and Li Lei", ("Wang Xiao", "Li Lei")),
        ("By Zhong Wen (Sample Daily Online) 16:04, April 18, 2023", ("Zhong Wen",)),
        ("作者：闻立", ("闻立",)),
        ("作者：闻立 来源：样例网", ("闻立",)),
        ("样例日报记者 闻立 吴例", ("闻立", "吴例")),
        ("Автор: Анна Пример", ("Анна Пример",)),
        ("作者： 责任编辑：闻立", ()),
        ("By the river, boats were waiting", ()),
    ],
)
def test_bylines(line: str, bylines: tuple[str, ...]) -> None:
    """Authors come as a list of names."""
    assert find_bylines([line]) == bylines


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("闻立、吴例", ("闻立", "吴例")),
        ("闻立 吴例", ("闻立", "吴例")),
        ("Wen Li, Wu Li", ("Wen Li", "Wu Li")),
        ("Wen Li & Wu Li", ("Wen Li", "Wu Li")),
        ("闻立、闻立", ("闻立",)),
        ("", ()),
    ],
)
def test_lists_of_names(text: str, names: tuple[str, ...]) -> None:
    """Every separator of the family parts names, and nobody comes twice."""
    assert split_names(text) == names


def test_printed_source_beats_metadata() -> None:
    """What the page prints counts before what its head says."""
    head = HEAD + '<meta name="source" content="Another">'
    found = article(f"{HEADLINE}<p>Source: Xinhua</p><div>{paragraphs()}</div>", head)
    assert found.source == "Xinhua"


def test_metadata_where_nothing_is_printed() -> None:
    """The source that government sites must state in a meta tag is read."""
    head = HEAD + '<meta name="ContentSource" content="水利厅"><meta name="Editor" content="闻立">'
    found = article(f"{HEADLINE}<div>{paragraphs()}</div>", head)
    assert (found.source, found.editors) == ("水利厅", ("闻立",))


def test_properties_in_a_comment() -> None:
    """Founder ENP leaves source and editor in a comment."""
    comment = "<!--enpproperty <sourcename>样例网</sourcename><liability>闻立</liability>/enpproperty-->"
    found = article(f"{HEADLINE}<div>{paragraphs()}</div>{comment}")
    assert (found.source, found.editors) == ("样例网", ("闻立",))


@pytest.mark.parametrize(
    "name", ["样例网", "Sample News", "admin", "editor@sample.test", "samplenews", "https://a.test/x"]
)
def test_sites_are_no_authors(name: str) -> None:
    """What a site puts into its author tag for want of a person is no byline."""
    found = article(f"{HEADLINE}<div>{paragraphs()}</div>", f'{HEAD}<meta name="author" content="{name}">')
    assert found.bylines == ()


def test_editor_in_the_author_tag_is_no_author() -> None:
    """Many sites name the editor as author in their head."""
    head = HEAD + '<meta name="author" content="闻立">'
    found = article(f"{HEADLINE}<div>{paragraphs()}</div><p>责任编辑：闻立</p>", head)
    assert (found.bylines, found.editors) == ((), ("闻立",))


def test_authors_of_structured_data() -> None:
    """People come from JSON-LD, organisations do not."""
    data = (
        '{"@type": "NewsArticle", "headline": "A lock opens in Linshui",'
        ' "author": [{"@type": "Person", "name": "Wen Li"}, {"@type": "Organization", "name": "Sample"}]}'
    )
    head = f'{HEAD}<script type="application/ld+json">{data}</script>'
    assert article(f"{HEADLINE}<div>{paragraphs()}</div>", head).bylines == ("Wen Li",)


def test_author_line_is_no_body() -> None:
    """A byline above the text is read, and is no paragraph."""
    found = article(f"{HEADLINE}<p class='author'>闻立</p><div>{paragraphs()}</div>")
    assert found.bylines == ("闻立",)
    assert "闻立" not in found.body
