"""Chinese credits of drawings, and of people beside their agencies, apart from the caption."""

from __future__ import annotations

from typing import Final

from crawler.extraction.captions.forms.credit import BEHIND_OR_BRACKETED, CreditForm, Stands
from crawler.extraction.captions.forms.han.apart_parts import (
    APART_ROLE,
    APART_SEPARATOR,
    of_agencies,
    of_person_and_agency,
)
from crawler.extraction.captions.forms.han.parts import HAN, of_person
from crawler.extraction.lexicon import labels

FORMS: Final = (
    CreditForm(
        name="drawn by, behind the label",
        languages="zh",
        marks=labels.DRAWN_BY,
        pattern=rf"MARK{APART_SEPARATOR}(?P<org>[^。，\s（）()]{{2,16}})",
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={
            "渔船在闸前等候。制图：吴林": {"credit": "制图：吴林", "org": "吴林"},
            "渔船在闸前等候。插画 = 吴林": {"credit": "插画 = 吴林", "org": "吴林"},
            "渔船在闸前等候（漫画：吴林）": {"credit": "（漫画：吴林）", "org": "吴林"},
        },
        refuses=("制图：吴林", "渔民喜欢漫画：吴林的最好"),
    ),
    CreditForm(
        name="drawn by, in brackets",
        languages="zh",
        marks=labels.DRAWN_BY,
        pattern=rf"(?P<org>{HAN}{{2,6}})\s?[/／]\s?MARK",
        stands=(Stands.BRACKETED,),
        examples={"渔船在闸前等候。（吴林/制图）": {"credit": "（吴林/制图）", "org": "吴林"}},
        refuses=("吴林/制图",),
    ),
    CreditForm(
        name="made by a machine",
        says_photo=True,
        languages="zh",
        marks=("AI",),
        pattern=(
            r"(?P<org>(?:[该該此本]?(?:图片?|圖片?|照片|配图)(?:[由为為]|系由?)|[^（）()，。\s]{2,8}，)?"
            r"(?:豆包|文心一言|通义|即梦|可灵|百度|Kimi|Sora)?\s?MARK)\s?"
            r"(?:辅助|輔助)?(?:生成|制作|製作|制图|製圖|绘图|繪圖|合成)(?:图片|圖片|图|圖)?"
        ),
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船在闸前等候。（AI制图）": {"credit": "（AI制图）", "org": "AI"},
            "渔船在闸前等候。AI生成": {"credit": "AI生成", "org": "AI"},
        },
        refuses=("渔民谈AI生成内容", "（AI公司）"),
    ),
    CreditForm(
        name="provided by a person with a role",
        says_photo=True,
        languages="zh",
        marks=labels.PROVIDED,
        pattern=(
            rf"(?P<org>{HAN}{{0,8}}?){APART_ROLE}\s*"
            rf"(?P<who>{HAN}{{2,4}}(?:[、 ]{HAN}{{2,4}}){{0,2}}?)\s?MARK"
        ),
        stands=BEHIND_OR_BRACKETED,
        examples={"渔船在闸前等候。通讯员 吴林 供图": {"credit": "通讯员 吴林 供图", "who": "吴林"}},
        refuses=("通讯员说，渔民供图", "吴林供图"),
    ),
    CreditForm(
        name="desk and name before the word for a picture",
        says_photo=True,
        languages="zh",
        marks=labels.PICTURE,
        pattern=(
            rf"(?P<org>{HAN}{{2,8}})\s(?P<who>{HAN}{{2,3}}(?:[、 ]{HAN}{{2,3}}){{0,2}})"
            r"(?:\s|\s?[/／]\s?)MARK"
        ),
        stands=(Stands.BRACKETED,),
        examples={
            "渔船在闸前等候。（林水新闻 吴林 图）": {
                "credit": "（林水新闻 吴林 图）",
                "org": "林水新闻",
                "who": "吴林",
            }
        },
        refuses=("（林水 船闸 图）", "（林水新闻配图）"),
        holds=of_person,
    ),
    CreditForm(
        name="taken by, and agency in brackets",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"(?P<who>{HAN}{{2,4}})\s?MARK\s?[（(](?P<org>[^（）()]{{2,12}})[）)]",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船在闸前等候。吴林摄（人民视觉）": {
                "credit": "吴林摄（人民视觉）",
                "who": "吴林",
                "org": "人民视觉",
            }
        },
        refuses=("渔船在闸前等候。吴林摄（左一）", "船闸摄（人民视觉）"),
        holds=of_person_and_agency,
    ),
    CreditForm(
        name="person, and agency in brackets",
        says_photo=True,
        languages="zh",
        marks=("（", "("),
        pattern=rf"(?P<who>{HAN}{{2,3}})\s?[摄攝]?\s?MARK(?P<org>[^（）()]{{2,12}})[）)]",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "渔船在闸前等候。吴林（人民视觉）": {
                "credit": "吴林（人民视觉）",
                "who": "吴林",
                "org": "人民视觉",
            }
        },
        refuses=("渔船在闸前等候。吴林（左一）", "船闸（人民视觉）"),
        holds=of_person_and_agency,
    ),
    CreditForm(
        name="agencies behind a sentence, parted by a slash",
        languages="zh",
        marks=("/", "／"),
        pattern=rf"(?P<names>{HAN}{{2,8}}\s?MARK\s?{HAN}{{2,8}})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"渔船在闸前等候。新华社/法新": {"credit": "新华社/法新", "names": "新华社/法新"}},
        refuses=("渔船在闸前等候。船闸/码头", "新华社/法新"),
        holds=of_agencies,
    ),
)
