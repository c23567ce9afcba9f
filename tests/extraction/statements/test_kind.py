"""The kind of an article: by marks that editors print, never guessed."""

from __future__ import annotations

import pytest

from tests.extraction.markup import HEAD, article, paragraphs

HEADLINE = "A lock opens in Linshui"
TEXT = f"<div>{paragraphs()}</div>"


def kind(
    headline: str = "A lock opens in Linshui", above: str = "", below: str = "", head: str = HEAD
) -> str:
    """Return the kind of a page with its rule: `commentary: breadcrumb`."""
    record = article(f"{above}<h1>{headline}</h1>{below}{TEXT}", head)
    return f"{record.kind}: {record.evidence.get('kind')}"


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("社论：让船闸更好用", "commentary"),
        ("临水日报评论员：船闸为谁而开", "commentary"),
        ("钟声：船闸不容挑衅", "commentary"),
        ("Opinion: A lock is no bridge", "commentary"),
        ("Kommentar: Die Schleuse von Linshui", "commentary"),
        ("Мнение: шлюз не мост", "commentary"),
        ("【社説】水門の町を考える", "commentary"),
        ("专访：守闸三十年的吴林", "interview"),
        ("守闸三十年——访闸口管理员吴林", "interview"),
        ("Entretien : l'éclusier de Linshui", "interview"),
        ("吴林谈船闸（文字实录）", "transcript"),
        ("Full text: Speech of Lin Wu at the lock", "transcript"),
        ("2024年5月8日发言人林水主持例行记者会", "briefing"),
        ("Spokesperson Lin Wu's Regular Press Conference on May 8, 2024", "briefing"),
        ("组图：临水的船闸开了", "gallery"),
        ("临水的船闸开了（高清组图）", "gallery"),
        ("The lock of Linshui – in pictures", "gallery"),
        ("直播丨临水的船闸今天打开", "live"),
        ("Lock opens in Linshui – live", "live"),
        ("视频丨临水的船闸开了", "video"),
        ("Video: A lock opens in Linshui", "video"),
        ("关于关闭临水船闸的通知", "announcement"),
        ("Press release: Linshui opens its lock", "announcement"),
        ("快讯：临水的船闸打开", "news"),
        ("عاجل: فتح هويس لينشوي", "news"),
    ],
)
def test_marks_in_headlines(headline: str, expected: str) -> None:
    """A mark before or behind the headline tells the kind, in every language."""
    assert kind(headline, head=f"<title>{headline}</title>") == f"{expected}: mark in the headline"


@pytest.mark.parametrize(
    "headline",
    [
        "特朗普评论：船闸好用",
        "三部门发布公告",
        "渔民直播卖鱼走红",
        "Video game shows a lock in Linshui",
        "Where the lock keepers live",
        "Opinion poll: the lock is liked",
        "渔民拍下船闸视频",
    ],
)
def test_words_in_headlines_are_no_marks(headline: str) -> None:
    """The same words in a sentence tell nothing."""
    assert kind(headline, head=f"<title>{headline}</title>") == "None: None"


def test_labels_around() -> None:
    """A kicker, a line, a type in the metadata, the section: the one nearest to the headline counts."""
    crumbs = '<div class="breadcrumb"><a>Home</a> &gt; <a>News</a> &gt; <a>Opinion</a></div>'
    live = f'{HEAD}<script type="application/ld+json">{{"@type": "LiveBlogPosting"}}</script>'
    assert kind(above=crumbs) == "commentary: breadcrumb"
    assert kind(above='<p class="kicker">Interview</p>') == "interview: line above the headline"
    assert kind(below="<p>（本报评论员）</p>") == "commentary: line above the text"
    assert kind(above=crumbs, head=live) == "live: JSON-LD LiveBlogPosting"


def test_buttons_are_no_labels() -> None:
    """Buttons between headline and text have the same words."""
    for word in ("Comment", "评论", "Video", "Live", "Photos"):
        assert kind(below=f"<p>{word}</p>") == "None: None"


def test_dateline_with_agency_is_news() -> None:
    """A text that opens with an agency's dateline is news, unless a mark says otherwise."""
    opened = TEXT.replace("<p>The", "<p>LINSHUI, May 8 (Xinhua) -- The", 1)
    assert article(f"<h1>A lock opens in Linshui</h1>{opened}").kind == "news"
    assert article(f"<h1>Commentary: A lock opens</h1>{opened}").kind == "commentary"


def test_evidence_names_the_form() -> None:
    """The form of the mark is named, so that its row can be found."""
    evidence = article(f"<h1>Video: A lock opens</h1>{TEXT}").evidence
    assert evidence["kind.form"] == "video before a headline"
