"""Source, editors and authors of an article: printed lines come before the page's head."""

from __future__ import annotations

import json
import time

import pytest

from tests.extraction.markup import HEAD, article, paragraphs

SLOWEST = 4.0  # seconds, on a slow machine: each page takes less than one
HEADLINE = "<h1>A lock opens in Linshui</h1>"
TEXT = f"<div>{paragraphs()}</div>"


def ld(**values: object) -> str:
    """Return a head with a JSON-LD article of these values."""
    thing = {"@type": "NewsArticle", "headline": "A lock opens in Linshui", **values}
    return f'{HEAD}<script type="application/ld+json">{json.dumps(thing)}</script>'


def meta(**values: str) -> str:
    """Return a head with these meta tags."""
    return HEAD + "".join(f'<meta name="{name}" content="{value}">' for name, value in values.items())


def test_printed_lines_beat_metadata() -> None:
    """The printed text for readers is trusted before the page's head."""
    record = article(
        f"{HEADLINE}<p>Source: Linshui Post</p><p>By Wade Lindqvist</p>{TEXT}<p>Editor: Mara Quell</p>",
        meta(source="Other Post", author="Tobin Ashe", editor="Rike Amsel"),
    )
    assert (record.source, record.bylines, record.editors) == (
        "Linshui Post",
        ("Wade Lindqvist",),
        ("Mara Quell",),
    )
    assert [record.evidence[key] for key in ("source", "bylines", "editors")] == ["line around the text"] * 3


def test_metadata_where_nothing_is_printed() -> None:
    """The head speaks where the page does not."""
    record = article(HEADLINE + TEXT, meta(source="Other Post", author="Tobin Ashe", editor="Rike Amsel"))
    assert (record.source, record.bylines, record.editors) == ("Other Post", ("Tobin Ashe",), ("Rike Amsel",))
    assert [record.evidence[key] for key in ("source", "bylines", "editors")] == [
        "meta source",
        "meta author",
        "meta editor",
    ]


@pytest.mark.parametrize(
    ("lines", "source"),
    [
        ("<p>By Wade Lindqvist (Linshui Post)</p>", "Linshui Post"),
        ("<p>(Agencies)</p><p>Updated: 2024-05-08 09:30</p>", "Agencies"),
        ("<p>2024年05月08日 09:30 临水晚报</p>", "临水晚报"),
        ("<p>By Wade Lindqvist (Other Post)</p><p>Source: Linshui Post</p>", "Linshui Post"),
        ("<p>2024-05-08 09:30 国际新闻</p>", "Third Post"),
        ("<p>2024-05-08 09:30 来源：网络</p>", "Third Post"),
        ("<p>来源：互联网 作者：李河</p>", "Third Post"),
    ],
)
def test_outlet_without_a_label(lines: str, source: str) -> None:
    """An outlet above the text needs no label; one with a label comes first, the page's head last."""
    assert article(HEADLINE + lines + TEXT, meta(source="Third Post")).source == source


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("（吴林）", ("吴林",)),
        ("吴林", ("吴林",)),
        ("本报记者 李河 实习生 吴帆", ("李河", "吴帆")),
        ("（本报记者李河、通讯员吴帆采写）", ("李河", "吴帆")),
        ("（完）", ()),
        ("（江苏）", ()),
    ],
)
def test_name_behind_the_last_sentence(end: str, names: tuple[str, ...]) -> None:
    """A name behind the last sentence is the author's, with or without brackets and office."""
    text = (
        f"<div>{paragraphs()}<p>到傍晚已有四十条船通过，比上个月整月还多，闸口的老船工都来看。{end}</p></div>"
    )
    assert article(HEADLINE + text).bylines == names


def test_editor_in_a_remark_at_the_end() -> None:
    """An editor may stand in brackets behind the last sentence, with the date of the old calendar."""
    text = f"<div>{paragraphs()}<p>到傍晚已有四十条船通过，比上个月整月还多。（編輯：周渡）1130612</p></div>"
    assert article(HEADLINE + text).editors == ("周渡",)


def test_site_and_outlets_are_no_authors() -> None:
    """The site itself, an outlet and the account of an editor are no authors; a person named Post is one."""
    site = '<meta property="og:site_name" content="Sample.COM">'
    assert article(HEADLINE + TEXT, meta(author="Sample") + site).bylines == ()
    assert article(HEADLINE + TEXT, meta(author="Xinhua")).bylines == ()
    assert article(HEADLINE + TEXT, meta(author="周渡")).bylines == ()
    assert article(HEADLINE + TEXT, meta(author="Mara Post")).bylines == ("Mara Post",)


def test_agency_in_place_of_an_author() -> None:
    """An agency that stands where authors do is the source."""
    record = article(f"{HEADLINE}<p>By Associated Press</p>{TEXT}", meta(source="Linshui Post"))
    assert (record.source, record.bylines) == ("Associated Press", ())


@pytest.mark.parametrize("stated", ["Source: Linshui Post", "source：Linshui Post", "“Linshui Post”"])
def test_stated_source_with_its_label(stated: str) -> None:
    """A source in the head may have a label or quotation marks, too."""
    assert article(HEADLINE + TEXT, meta(source=stated)).source == "Linshui Post"


def test_date_in_an_element_named_author() -> None:
    """A date beside the author is no author."""
    name = "<p class='author'><span class='author'>Mara Quell</span></p>"
    date = "<p class='author'>Dec. 8, 2024 5:00 a.m. PT</p>"
    assert article(HEADLINE + name + date + TEXT).bylines == ("Mara Quell",)


def test_labelled_author_beats_an_original_post() -> None:
    """The account of a post is its author only if no line with a label names one."""
    post = f"<div><p>原创 渡口君 渡口</p>{paragraphs()}"
    assert article(f"{HEADLINE}{post}</div>").bylines == ("渡口君",)
    assert article(f"{HEADLINE}{post}<p>作者｜李河 编辑｜周渡</p></div>").bylines == ("李河",)


def test_no_credits() -> None:
    """A page that names nobody has nobody."""
    record = article(HEADLINE + TEXT)
    assert (record.source, record.bylines, record.editors) == (None, (), ())
    assert [record.evidence[key] for key in ("source", "bylines", "editors")] == ["none"] * 3


@pytest.mark.parametrize("author", ["Mara Quell", "Linshui Post", "Linshui Post, Mara Quell"])
def test_editor_or_source_in_the_author_tag(author: str) -> None:
    """An author tag that repeats the printed editor or source names no author."""
    record = article(
        f"{HEADLINE}<p>Source: Linshui Post</p>{TEXT}<p>Editor: Mara Quell</p>", meta(author=author)
    )
    assert record.bylines == ()
    assert record.evidence["bylines"] == "none but the editor or the source"


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
        ({"@type": "Person", "name": {"@type": "Person", "name": "Mara Quell"}}, ("Mara Quell",)),
        ({"name": [{"name": "Wade Lindqvist"}, ["Mara Quell"]]}, ("Wade Lindqvist", "Mara Quell")),
        ({"@type": "Person"}, ()),
        ({"name": {"@type": "Organization", "name": "Harbour Office"}}, ()),
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
    """Buttons beside a name are no part of it."""
    line = "<div class='author'>临水船闸 <a href='#'>+ 关注</a></div>"
    assert article(f"<h1>A lock opens in Linshui</h1>{line}<div>{paragraphs()}</div>").bylines == (
        "临水船闸",
    )


@pytest.mark.parametrize(
    "element",
    [
        "<a rel='author' href='/u/mara'>Mara Quell</a>",
        "<span itemprop='author' itemscope><span itemprop='name'>Mara Quell</span></span>",
        "<span itemprop='creator'>Mara Quell</span>",
        "<a rel='author' href='/u/mara'>By Mara Quell</a>",
        "<span class='author'>Mara Quell May 8, 2024 9:30 a.m.</span>",
        "<span class='author'>Mara Quell, | May 8, 2024</span>",
        "<span class='author'>Mara Quell</span><i class='author-date'>Last Updated May 8, 2024</i>",
        "Written by Mara Quell",
        "Story by Mara Quell ❤️",
        "By Mara Quell (quell@sample.test) 2024-05-08",
        "Mara Quell, Harbour Correspondent" + "<i class='byline'>Mara Quell, Harbour Correspondent</i>",
    ],
)
@pytest.mark.parametrize("date", ["", " 8 May 2024"])
def test_author_in_the_head(element: str, date: str) -> None:
    """A relation, property or wording marks an author, and only the name is taken."""
    record = article(f"{HEADLINE}<div class='meta'>{element}{date}</div>{TEXT}")
    assert (record.bylines, record.source) == (("Mara Quell",), None)


@pytest.mark.parametrize(
    "line",
    [
        "2024-05-08 09:30 记者丨吴林 编辑丨周渡",
        "2024-05-08 09:30 记者：吴林 责任编辑：周渡",
        "2024-05-08 文/图 记者 吴林 编辑：周渡",
        "2024-05-08 文 | 吴林 编辑 | 周渡",
    ],
)
def test_reporters_behind_the_date(line: str) -> None:
    """Reporters stand behind a date, editors behind them."""
    record = article(f"{HEADLINE}<div class='info'>{line}</div>{TEXT}")
    assert (record.bylines, record.editors) == (("吴林",), ("周渡",))


@pytest.mark.parametrize("name", ["author", "byl", "authors", "parsely-author", "dc.creator"])
@pytest.mark.parametrize("text", ["By Wade Lindqvist and Mara Quell", "Wade Lindqvist, Mara Quell"])
def test_author_tags(name: str, text: str) -> None:
    """A meta tag names the authors as a byline does."""
    account = '<meta name="article:author" content="https://www.social.test/post">'
    assert article(HEADLINE + TEXT, f'{account}<meta name="{name}" content="{text}">').bylines == (
        "Wade Lindqvist",
        "Mara Quell",
    )


def test_element_named_author() -> None:
    """A name that stands without a label in an element called author is an author."""
    record = article(
        f"{HEADLINE}<div class='post-author'>Wade Lindqvist</div>{TEXT}", meta(author="Tobin Ashe")
    )
    assert record.bylines == ("Wade Lindqvist",)
    assert record.evidence["bylines"] == "element named author"


def test_properties_in_a_comment() -> None:
    """The properties that a content management system leaves in a comment count as metadata."""
    comment = (
        "<!--enpproperty <sourcename>临水晚报</sourcename><author>李河</author>"
        "<liability>周渡</liability>/enpproperty-->"
    )
    record = article(f"{HEADLINE}{comment}{TEXT}")
    assert (record.source, record.bylines, record.editors) == ("临水晚报", ("李河",), ("周渡",))
    assert record.evidence["editors"] == "meta enp:liability"


@pytest.mark.parametrize(
    ("signature", "bylines"),
    [
        ("（本报记者 李河 通讯员 吴帆）", ("李河", "吴帆")),
        ("（记者李河）", ("李河",)),
        ("(见习记者 李河)", ("李河",)),
        ("（临水晚报记者李河、实习生吴帆采写）", ("李河", "吴帆")),
        ("（央视记者 李河）。", ("李河",)),
        ("（本刊記者／李河）", ("李河",)),
        ("（记者 李河 通讯员 吴帆 摄影报道）", ("李河", "吴帆")),
        ("（文/李河）", ("李河",)),
        ("（完）", ()),
        ("（记者手记）", ()),
        ("（李河 吴帆）", ()),
        ("（记者从县水务局获悉）", ()),
        ("（见第3版）", ()),
    ],
)
def test_signature_behind_the_last_sentence(signature: str, bylines: tuple[str, ...]) -> None:
    """Reporters in brackets at the end of the text are the authors; the brackets stay in the text."""
    texts = ("五月的第一天，林水镇的旧水闸修好后又开了。", f"到傍晚已有四十多条船从这里过去。{signature}")
    record = article(f"<h1>旧水闸重开</h1><div>{paragraphs(texts)}</div>", "<title>旧水闸重开</title>")
    assert (record.bylines, record.body) == (bylines, texts)


def test_many_separators_behind_an_author() -> None:
    """The time for an author in the head is in proportion to its length, whatever it consists of."""
    began = time.process_time()
    article(f"{HEADLINE}{TEXT}", meta(author="By Wade " + "," * 6_000))
    assert time.process_time() - began < SLOWEST
