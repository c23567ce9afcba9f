"""Chinese credits that are too general for texts that may be no captions."""

from __future__ import annotations

from typing import Final

from crawler.extraction.captions.forms.credit import BEHIND_OR_BRACKETED, CreditForm, Stands
from crawler.extraction.captions.forms.han.apart_parts import (
    APART_ROLE,
    APART_SEPARATOR,
    DRAWN_BY_PERSON,
    PAPERS,
    PERSON,
    of_agencies,
    of_named_person_and_agency,
    of_reporters,
)
from crawler.extraction.captions.forms.han.parts import HAN, of_person
from crawler.extraction.lexicon import labels

FORMS: Final = (
    CreditForm(
        name="paper in brackets",
        languages="zh",
        marks=PAPERS,
        pattern=rf"(?P<org>{HAN}{{1,6}}MARK)",
        stands=(Stands.BRACKETED,),
        examples={"渔船在闸前等候。（林水时报）": {"credit": "（林水时报）", "org": "林水时报"}},
        refuses=("渔船在闸前等候。（左一）", "林水时报"),
    ),
    CreditForm(
        name="drawn by, behind the label, in a caption",
        languages="zh",
        marks=labels.DRAWN_BY,
        pattern=rf"MARK{APART_SEPARATOR}(?P<who>{HAN}{{2,3}})",
        examples={"插画 = 吴林": {"credit": "插画 = 吴林", "who": "吴林"}},
        refuses=("渔民喜欢漫画：吴林的最好", "插图：船闸"),
        holds=of_person,
    ),
    CreditForm(
        name="drawn by, behind the name, in a caption",
        languages="zh",
        marks=(*labels.DRAWN_BY, *labels.DRAWN),
        pattern=DRAWN_BY_PERSON,
        examples={"船闸的新门 吴林 制图": {"credit": "吴林 制图", "who": "吴林"}},
        refuses=("船闸 设计",),
        holds=of_reporters,
    ),
    CreditForm(
        name="text and pictures by",
        languages="zh",
        marks=("文/图", "文/圖", "文/摄", "文/攝", "文、图", "文图", "图/文"),
        pattern=(
            rf"(?:(?P<org>{HAN}{{0,10}}?){APART_ROLE}\s?)?"
            rf"(?P<who>{PERSON}(?:[、 ](?:{APART_ROLE}\s?)?{PERSON}){{0,4}}?)\s?[/／]?\s?MARK"
        ),
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船在闸前等候。本报记者 吴林 文/图": {
                "credit": "本报记者 吴林 文/图",
                "org": "本报",
                "who": "吴林",
            }
        },
        refuses=("渔船在闸前等候。船闸 文/图",),
    ),
    CreditForm(
        name="person and agency, parted by a slash",
        languages="zh",
        marks=("/", "／", "|", "｜", "丨"),
        pattern=r"(?P<who>[一-鿿·]{2,10})\s?MARK\s?(?P<org>[^\s。，,：:（）()/／]{2,12}(?: [A-Z]\w+)?)",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "船闸的新门 吴林/视觉中国": {"credit": "吴林/视觉中国", "who": "吴林", "org": "视觉中国"},
            "船闸的新门。本·样例/美联社": {
                "credit": "本·样例/美联社",
                "who": "本·样例",
                "org": "美联社",
            },
        },
        refuses=("船闸的新门 船闸/视觉中国", "船闸的新门 吴林/码头"),
        holds=of_named_person_and_agency,
    ),
    CreditForm(
        name="agencies parted by a slash",
        languages="zh",
        marks=("/", "／"),
        pattern=rf"(?P<names>{HAN}{{2,8}}\s?MARK\s?{HAN}{{2,8}})",
        examples={"船闸的新门 新华社/法新": {"credit": "新华社/法新", "names": "新华社/法新"}},
        refuses=("船闸的新门 船闸/码头",),
        holds=of_agencies,
    ),
)
"""Credits without any sign but their place, in a text that is surely a caption."""
