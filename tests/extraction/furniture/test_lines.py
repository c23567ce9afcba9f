"""The lines around a text, distinguished from prose; hostile lines; rows in linear time."""

from __future__ import annotations

from time import process_time

import pytest

from crawler.extraction.furniture.forms.bylines import BYLINES
from crawler.extraction.furniture.forms.editors import EDITOR_LINES
from crawler.extraction.furniture.forms.originals import ORIGINAL_TITLE_LINES
from crawler.extraction.furniture.forms.places import BREADCRUMBS
from crawler.extraction.furniture.forms.signoffs import SIGN_OFF_LINES
from crawler.extraction.furniture.forms.sources import SOURCE_LINES
from crawler.extraction.furniture.line import LineForms

KINDS: list[tuple[str, LineForms, list[str]]] = [
    (
        "editor",
        EDITOR_LINES,
        [
            "责任编辑：周样",
            "（责任编辑 周样）",
            "【责任编辑:周样】",
            "责编：周样",
            "編輯：周樣",
            "校对：周样",
            "监制：周样",
            "策划：周样",
            "Editor: Ann Example",
            "Web editor: Ann Example, Ben Sample",
            "Rédacteur: Ann Exemple",
            "Редактор: Анна Пример",
            "Redaktion: Anna Beispiel",
            "편집: 예시문",
            "المحرر: مثال",
        ],
    ),
    (
        "source",
        SOURCE_LINES,
        [
            "来源：临水晚报",
            "文章来源：临水晚报",
            "（来源：临水晚报）",
            "稿源：临水晚报",
            "转自：临水晚报",
            "來源：臨水晚報",
            "Source: Linshui Post",
            "Fuente: Correo de Linshui",
            "Quelle: Linshuier Bote",
            "Источник: Линьшуйский вестник",
            "المصدر: بريد لينشوي",
            "出典：臨水新聞",
        ],
    ),
    (
        "byline",
        BYLINES,
        [
            "作者：周样",
            "记者：周样",
            "文/周样",
            "摄影：周样",
            "临水晚报记者 周样",
            "By Ann Example",
            "By Ann Kelly May 8",
            "By Ann Example and Ben Sample",
        ],
    ),
    (
        "original title",
        ORIGINAL_TITLE_LINES,
        ["原标题：临水的船闸开了", "（原标题：临水的船闸开了）", "原标题为：临水的船闸开了"],
    ),
    ("location", BREADCRUMBS, ["您的位置：首页 > 新闻", "当前位置：首页", "首页 > 新闻", "Home > News"]),
    (
        "tail",
        SIGN_OFF_LINES,
        [
            "《临水日报》（2024年5月8日 第3版）",
            "Ann Example is a columnist with Sample News.",
            "The author is a contributor with Sample News, living in Linshui.",
            "（资料来源：临水晚报）",
            "（周样）",
            "quell@linshui.test",
            "Reuters",
            "(李河 撰稿)",
        ],
    ),
]

PROSE = [
    "The lock was opened on Monday, and the boats that had waited went through.",
    "Source of the river is a spring high above Linshui, where three paths meet.",
    "Editors from twelve countries came to Linshui to see the lock.",
    "By the river, boats were waiting for the lock to open.",
    "By Mary the boats passed one by one.",
    "Following the opening of the lock, forty boats went through.",
    "Related questions were asked in the county's assembly.",
    "Share prices of the shipping company rose when the lock was opened.",
    "Printing began in Linshui eight hundred years ago, the museum says.",
    "Home to forty fishermen, the island has no lock of its own.",
    "来自十二个国家的客人参观了临水的船闸。",
    "记者在临水看到，四十条船正在等候。",
    "编剧周样回到临水，写她的第三部戏。",
    "作者在书里写临水的船闸，也写守闸的人。",
    "点击量超过四十万的短片讲的是临水的船闸。",
    "分享经济来到临水，船也可以合租。",
    "首页是印在红纸上的，第二页才是白纸。",
    "2024年，临水的船闸开了四百次。",
    "La fuente del río está en la montaña, dice el guarda de la esclusa.",
    "Lire un livre au bord de l'écluse, c'est son plaisir du soir.",
    "Редакция газеты переехала в дом у шлюза.",
]


@pytest.mark.parametrize(
    ("kind", "line"),
    [(kind, line) for _, kind, lines in KINDS for line in lines],
    ids=[f"{name}-{n}" for name, _, lines in KINDS for n in range(len(lines))],
)
def test_line_around_the_text(kind: LineForms, line: str) -> None:
    """A line is recognised by its beginning."""
    assert kind.form_of(line) is not None


@pytest.mark.parametrize("line", PROSE, ids=range(len(PROSE)))
def test_prose(line: str) -> None:
    """A sentence is no such line, though it may begin with one of their words."""
    assert [name for name, kind, _ in KINDS if kind.form_of(line)] == []


@pytest.mark.parametrize(
    "line", ["（" * 3000, "by " * 2000, "编辑/" * 3000, "记者 " * 2000, "1 2 3 " * 900 + "x", "：" * 3000]
)
def test_long_lines_cost_little(line: str) -> None:
    """No beginning goes astray on a line made for it."""
    before = process_time()
    for _, kind, _ in KINDS:
        kind.form_of(line)
        kind.within(line)
    assert process_time() - before < 2


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (EDITOR_LINES, "主编周样说，船闸的故事还很长。"),
        (EDITOR_LINES, "编辑们从十二个国家来到临水。"),
        (BREADCRUMBS, "你的位置在第三排，他说。"),
        (BREADCRUMBS, "Location: the old lock in Linshui"),
        (BYLINES, "记者：闸门是什么时候打开的？"),
        (BYLINES, "记者手记"),
        (BYLINES, "本报记者调查"),
        (SOURCE_LINES, "来自十二个国家的客人：参观船闸"),
        (SOURCE_LINES, "图片来源：临水晚报"),
    ],
)
def test_near_misses(kind: LineForms, text: str) -> None:
    """Questions of an interview, headings and sentences that begin with a label's word stay in the text."""
    assert kind.form_of(text) is None


@pytest.mark.parametrize(
    ("kind", "line", "form"),
    [
        (SOURCE_LINES, "文章来源：临水晚报", "Chinese source label"),
        (BYLINES, "Author: Wade Lindqvist", "Western author label"),
        (BYLINES, "Von Tilo Quast", "by and a name"),
        (BYLINES, "（记者 李河）", "reporters behind their paper"),
        (EDITOR_LINES, "编 辑：周渡", "Chinese editor label"),
        (BREADCRUMBS, "Accueil > Monde", "breadcrumb from the front page"),
    ],
)
def test_form_of_a_line(kind: LineForms, line: str, form: str) -> None:
    """A line is named by the row that parses it."""
    row = kind.form_of(line)
    assert row is not None
    assert row.name == form
