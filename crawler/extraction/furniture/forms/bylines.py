"""Forms of lines that name the authors of an article: `作者：李河`, `By Wade Lindqvist`."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.furniture.ends import END, NO_LABEL
from crawler.extraction.furniture.forms.reporters import REPORTERS, are_people
from crawler.extraction.furniture.line import PEOPLE, SIGN, LineForm, LineForms
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.people import AND
from crawler.text.months import MONTHS

_KINDS: Final = any_of(labels.REPORTER_KINDS)
_ROLES: Final = any_of((*labels.REPORTERS, *labels.ROLES))
_ROLE: Final = rf"(?:[^\s:：|]{{0,10}}?{_ROLES}[\s:：]*+)?"
"""Words before a name: `临水见习记者`."""
_WHO: Final = r"(?P<who>\S.{0,59}?)" + END
_NAME: Final = r"[A-Z][\w.'’-]+"
_MONTH: Final = any_of(name.title() for name in MONTHS if name.isascii()) + r"(?=[,.]?\s+\d)"
"""A month before its day."""
_DAY: Final = rf"{_MONTH}|[A-Z][a-z]+day"
_BY_END: Final = (
    rf"(?=\s*(?:$|[|(\d])|,?\s*\b{any_of(labels.DATED_WESTERN)}\b|\s+[-–—·](?:\s|$)|(?:\s+on)?\s+(?:{_DAY})[,.]?\s+[\dA-Z]"
    r"|(?:(?<=[a-z])|(?<=[a-z][.,]))(?<!\band)\s+[A-Z]{2,}\s"
    r"|\s+on\s+[A-Z][a-z]+day\s*$|(?<=[a-z])\s+(?:/|for)\s+(?:The\s+)?[A-Z])"
)
"""Behind a Western name: a bar, a bracket, a button, a dash, `May 8`, an office, or a medium."""
AUTHORS: Final = (
    LineForm(
        name="Chinese author label",
        languages="zh",
        marks=(*labels.AUTHORS, *labels.DRAFTED, *labels.WRITTEN),
        label=rf"MARK{SIGN}",
        value=rf"{NO_LABEL}{_ROLE}{_WHO}",
        examples={
            "作者：李河": {"who": "李河"},
            "作者：李河 来源：临水晚报": {"who": "李河"},
            "2024-05-08 09:30来源：互联网作者：李河 评论0": {"who": "李河"},
            "采写：临水见习记者 吴林": {"who": "吴林"},
            "作者：本报通讯员：吴林、周渡": {"who": "吴林、周渡"},
            "执笔/吴林、周渡": {"who": "吴林、周渡"},
            "作 者：李河": {"who": "李河"},
        },
        refuses=("作者：来源：临水晚报", "作者在书里写临水的船闸。", "作者："),
    ),
    LineForm(
        name="Chinese label of the text",
        languages="zh",
        marks=(*labels.TEXT, *labels.TEXT_AND_PICTURES),
        label=rf"(?<![一-鿿])MARK{SIGN}",
        value=rf"\s*(?:\S{{2,8}}[网網报報社台]\s+|{_ROLE})(?P<who>{PEOPLE}){END}",
        holds=are_people,
        examples={
            "文/吴林": {"who": "吴林"},
            "文丨临水特约评论员 吴林": {"who": "吴林"},
            "文/記者李河": {"who": "李河"},
            "【文/临水网 吴林】": {"who": "吴林"},
            "（文字：吴林 周渡 编辑：郑桥）": {"who": "吴林 周渡"},
        },
        refuses=("本文：吴林", "文/临水县水务局办公室", "文：《临水晚报》", "中文/英文"),
    ),
    LineForm(
        name="text and pictures by a reporter",
        languages="zh",
        marks=labels.TEXT_AND_PICTURES,
        label=rf"(?<![一-鿿])MARK\s+{_KINDS}?{_ROLES}[\s:：]*+",
        value=rf"(?P<who>{PEOPLE}(?:\s+{_ROLES}\s+{PEOPLE})?){END}",
        holds=are_people,
        examples={
            "文/图 记者 吴林 通讯员 周渡": {"who": "吴林 通讯员 周渡"},
            "2024-05-08 图文 见习记者吴林": {"who": "吴林"},
            "文/圖 記者：李河、周渡": {"who": "李河、周渡"},
        },
        refuses=("图文 记者手记", "图文 临水", "这本图文 记者也有"),
    ),
    LineForm(
        name="reporter behind the date",
        languages="zh",
        marks=labels.REPORTERS,
        label=r"(?:(?<![一-鿿])MARK\s*[丨|︱｜]\s*|(?<=\d)\s+(?:\S{2,8}[网報报社台])?MARK[\s:：]+)",
        value=rf"(?P<who>{PEOPLE}){END}",
        holds=are_people,
        examples={
            "2024-05-08 09:30 记者丨吴林 编辑丨周渡": {"who": "吴林"},
            "记者｜买买提·吐尔逊": {"who": "买买提·吐尔逊"},
            "2024年5月8日 09:30 临水晚报记者 吴林 周渡": {"who": "吴林 周渡"},
            "2024-05-08 09:30 记者：吴林 责任编辑：周渡": {"who": "吴林"},
        },
        refuses=("09:30 记者 从临水获悉", "记者：吴林", "2024 记者 手记"),
    ),
    LineForm(
        name="Western author label",
        languages="de en es fr ru",
        marks=labels.AUTHORS_WESTERN,
        label=rf"\bMARK{SIGN}",
        value=NO_LABEL + _WHO,
        flags=re.IGNORECASE,
        examples={
            "Author: Wade Lindqvist": {"who": "Wade Lindqvist"},
            "Auteur : Maël Quérin": {"who": "Maël Quérin"},
            "Autora: Iria Caldas": {"who": "Iria Caldas"},
            "Автор: Мара Квелль | Печать": {"who": "Мара Квелль"},
        },
        refuses=("The author of the tide book retired.", "Authors: none", "Author:"),
    ),
    LineForm(
        name="by, a name and an office",
        languages="en",
        marks=labels.BY,
        label=r"MARK:?\s+",
        value=rf"(?P<who>{_NAME}(?:\s+{_NAME}){{1,2}}?),?\s+(?:(?i:{any_of(labels.RANKS)})\s+)*"
        rf"(?:[A-Z][a-z]+ )?(?:[a-z]+ ){{0,2}}(?i:{any_of(labels.PROFESSIONS)})\b[^.!?]{{0,80}}",
        alone=True,
        examples={
            "By Wade Lindqvist Science reporter, Linshui Television": {"who": "Wade Lindqvist"},
            "By Wade Lindqvist Associate News Editor": {"who": "Wade Lindqvist"},
            "By Wade Lindqvist, Staff Writer": {"who": "Wade Lindqvist"},
        },
        refuses=(
            "By Wade Lindqvist",
            "By the reporter, Linshui Television",
            "By Wade Lindqvist, who writes.",
        ),
    ),
    LineForm(
        name="by and a name",
        languages="da de en es fr it no sv",
        marks=labels.BY,
        label=r"MARK:?\s+",
        value=rf"(?P<who>[A-Z][^\d|]{{2,80}}?){_BY_END}",
        proof=rf"{_NAME}(?:\s+{_NAME}){{0,4}}(?:(?:\s*[,&|(]|\s+{any_of(AND)}\b|\s+{_MONTH}|\s+(?:/|for|on)\s).{{0,60}})?$",
        examples={
            "By Wade Lindqvist and Mara Quell": {"who": "Wade Lindqvist and Mara Quell"},
            "by Wade Lindqvist (Linshui Post) 09:30": {"who": "Wade Lindqvist"},
            "By Wade Lindqvist | Updated: 2024-05-08": {"who": "Wade Lindqvist"},
            "By WADE LINDQVIST and MARA QUELL - 2024-05-08": {"who": "WADE LINDQVIST and MARA QUELL"},
            "By Wade Lindqvist, LPT News": {"who": "Wade Lindqvist,"},
            "by Wade Lindqvist on Wednesday 8 May 2024": {"who": "Wade Lindqvist"},
            "By Wade Lindqvist May 8, 2024": {"who": "Wade Lindqvist"},
            "Par Maël Quérin et Noé Tarrasque": {"who": "Maël Quérin et Noé Tarrasque"},
            "Von Tilo Quast": {"who": "Tilo Quast"},
            "Par Maël Quérin Publié le 8 mai 2024": {"who": "Maël Quérin"},
            "Von Tilo Quast, aktualisiert am 8. Mai 2024": {"who": "Tilo Quast"},
            "Written by Wade Lindqvist": {"who": "Wade Lindqvist"},
            "Analysis by Wade Lindqvist, LPT Senior Court Analyst": {"who": "Wade Lindqvist,"},
            "Por Iria Caldas (caldas@sample.test) 2024-05-08": {"who": "Iria Caldas"},
            "By Wade Lindqvist / LPT News/ May 8, 2024, 6:00 AM": {"who": "Wade Lindqvist"},
            "By Wade Lindqvist for The Lock Report | May 8, 2024": {"who": "Wade Lindqvist"},
            "Di Ivo Quaglia Pubblicato il 8 maggio 2024": {"who": "Ivo Quaglia"},
        },
        refuses=(
            "By evening forty boats had passed.",
            "Von dort fuhren Boote weiter.",
            "Stand by Mara Quell",
        ),
    ),
    *REPORTERS,
)
"""Lines that name authors."""

HELPERS: Final = (
    LineForm(
        name="Chinese label of pictures",
        languages="zh",
        marks=labels.HELPERS,
        label=rf"MARK{SIGN}",
        value=NO_LABEL + r"(?P<other>\S.{0,59}?)" + END,
        examples={"制图/吴林": {"other": "吴林"}, "视频：吴林 编辑：周渡": {"other": "吴林"}},
        refuses=("视频", "海报：", "图片里是临水的船闸。"),
    ),
)
"""Lines that name the makers of the pictures."""

BYLINE_FORMS: Final = (*AUTHORS, *HELPERS)

BYLINES: Final = LineForms(BYLINE_FORMS)
