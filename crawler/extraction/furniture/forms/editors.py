"""Forms of lines that name editors and others who prepared an article: `责任编辑：周渡`, `校对：郑桥`."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.furniture.ends import END, NO_LABEL
from crawler.extraction.furniture.line import PEOPLE, SIGN, LineForm, LineForms, spread
from crawler.extraction.lexicon import labels

_WHO: Final = NO_LABEL + r"(?P<who>\S.{0,59}?)" + END
_OTHERS: Final = NO_LABEL + r"(?P<other>\S.{0,59}?)" + END
_KIND: Final = any_of(labels.EDITOR_KINDS)
_MAKER: Final = spread(labels.PRODUCERS)
_TASK: Final = spread(
    (
        *labels.EDITORS,
        *labels.PRODUCERS,
        *labels.DRAFTED,
        *labels.WRITTEN,
        *labels.HELPERS,
        *labels.TEXT,
        *labels.PICTURE,
        *labels.CONTRIBUTORS,
    )
)
_REPORTER: Final = any_of(labels.REPORTERS)
_CREDITED: Final = rf"{_TASK}{SIGN}\s*[一-鿿·]{{2,4}}(?:[、 ][一-鿿·]{{2,4}}){{0,3}}"

EDITORS: Final = (
    LineForm(
        name="Chinese editor label",
        languages="zh",
        marks=labels.EDITORS,
        label=rf"(?:纠错[】\]]?\s*[【\[]?)?{_KIND}{{0,2}}MARK(?:\s*[丨｜|/]\s*{_MAKER})*{SIGN}",
        value=_WHO,
        examples={
            "责任编辑：周渡": {"who": "周渡"},
            "（责编：周渡、郑桥）": {"who": "周渡、郑桥"},
            "【纠错】 责任编辑： 周渡": {"who": "周渡"},
            "编辑：周渡 审读：李河": {"who": "周渡"},
            "编 辑：周渡": {"who": "周渡"},
            "编审｜周渡": {"who": "周渡"},
            "责编丨校对丨周渡": {"who": "周渡"},
            "来源：临水晚报 编辑：周渡": {"who": "周渡"},
        },
        refuses=("编辑部：临水县", "编辑", "责任编辑：", "编辑： 校对：李河", "主编周渡来到临水。"),
    ),
    LineForm(
        name="Chinese editor without a colon",
        languages="zh",
        marks=labels.EDITORS,
        label=rf"(?:《\S{{2,10}}》|(?:\S{{2,8}}[网網报報社]\s*)?(?:\S{{0,6}}?{_REPORTER}\s+{PEOPLE}\s+)?)?{_KIND}{{0,2}}MARK\s+",
        value=rf"(?P<who>{PEOPLE})(?:\s+{_MAKER}{SIGN}?\s*(?P<other>{PEOPLE}))?(?:\s+{any_of(labels.REPORTED)})?",
        alone=True,
        examples={
            "编辑 周渡": {"who": "周渡"},
            "（责任编辑 周渡）": {"who": "周渡"},
            "（临水网编辑 周渡）": {"who": "周渡"},
            "《渡口》编辑 周渡": {"who": "周渡"},
            "临水晚报 记者 李河 编辑 周渡": {"who": "周渡"},
            "每经记者 李河 每经编辑 周渡": {"who": "周渡"},
            "编辑 周渡 郑桥 校对 吴帆": {"who": "周渡 郑桥", "other": "吴帆"},
        },
        refuses=("编辑们来到临水", "编辑 周渡说，闸门已经打开。", "编辑"),
    ),
    LineForm(
        name="Western editor label",
        languages="de en es fr ru",
        marks=labels.EDITORS_WESTERN,
        label=rf"\bMARK{SIGN}",
        value=_WHO,
        flags=re.IGNORECASE,
        examples={
            "(Web editor: Mara Quell, Tobin Ashe)": {"who": "Mara Quell, Tobin Ashe"},
            "Rédacteurs : Maël Quérin": {"who": "Maël Quérin"},
            "Редактор: Мара Квелль": {"who": "Мара Квелль"},
        },
        refuses=("The editor of the tide book retired.", "Editorial: Tides", "Editor:"),
    ),
    LineForm(
        name="edited by",
        languages="en",
        marks=("Copyedited by", "Copy edited by", "Edited by"),
        label=r"MARK\s+(?=[A-Z])",
        value=_WHO,
        alone=True,
        examples={
            "Copyedited by Zhou Du": {"who": "Zhou Du"},
            "(Edited by Mara Quell and Tobin Ashe)": {"who": "Mara Quell and Tobin Ashe"},
        },
        refuses=("The tide book, edited by Mara Quell, sold out.", "Edited by hand", "Edited by"),
    ),
    LineForm(
        name="Eastern editor label",
        languages="ar ja ko zh",
        marks=labels.EDITORS_EASTERN,
        label=rf"MARK{SIGN}",
        value=_WHO,
        examples={
            "責任者：周樣": {"who": "周樣"},
            "편집: 예시문": {"who": "예시문"},
            "المحرر: مثال": {"who": "مثال"},
        },
        refuses=("責任者", "편집은 어렵다."),
    ),
)
"""Lines that name editors."""

MAKERS: Final = (
    LineForm(
        name="Chinese label of a task",
        languages="zh",
        marks=(*labels.PRODUCERS, *labels.TRANSLATORS, *labels.CONTRIBUTORS),
        label=rf"MARK{SIGN}",
        value=_OTHERS,
        examples={
            "校对：郑桥": {"other": "郑桥"},
            "监 制 / 郑桥": {"other": "郑桥"},
            "编译：郑桥 来源：临水晚报": {"other": "郑桥"},
        },
        refuses=("校对郑桥来到临水", "翻译：", "制作 郑桥"),
    ),
)
"""Lines that name proof-readers, producers, translators, contributors."""

TASKS: Final = (
    LineForm(
        name="two tasks, each with who did it",
        languages="zh",
        label=rf"(?=[^:：/／丨|︱｜]{{0,60}}+[:：/／丨|︱｜]).{{0,40}}?{_CREDITED}[\s、,，;；]+",
        value=_CREDITED,
        alone=True,
        examples={"林水县水务局办公室供稿 摄影/吴林 编辑/周渡": {}},
        refuses=("摄影/吴林", "水务局供稿 摄影吴林"),
    ),
)
"""Lines that name several people with their tasks, editors among them."""

EDITOR_LINES: Final = LineForms((*EDITORS, *MAKERS, *TASKS))
