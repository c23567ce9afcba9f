"""Chinese credits that say who took a picture."""

from __future__ import annotations

from typing import Final

from crawler.extraction.captions.forms.credit import BEHIND_OR_BRACKETED, CreditForm, Stands
from crawler.extraction.captions.forms.han.parts import (
    DESK,
    HAN,
    LEAD,
    ROLE,
    SEPARATOR,
    SHOT,
    WHEN,
    WHO,
    no_prose,
    of_person,
)
from crawler.extraction.lexicon import labels

FORMS: Final = (
    CreditForm(
        name="taken by, with a role",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"{LEAD}(?P<org>[一-鿿A-Za-z·]{{0,16}}?){ROLE}\s*[：:]?\s*{WHO}{SHOT}(?:[/／]{HAN}{{2,6}})?",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。新华社记者 吴林 摄": {
                "credit": "新华社记者 吴林 摄",
                "org": "新华社",
                "who": "吴林",
            },
            "漁船等候。中央社記者吳林攝 112年2月16日": {
                "credit": "中央社記者吳林攝 112年2月16日",
                "org": "中央社",
                "who": "吳林",
            },
            "渔船等候。(通讯员吴 林 摄)": {"credit": "(通讯员吴 林 摄)", "who": "吴 林"},
            "渔船等候。（资料图片）中新社记者 吴林 摄": {
                "credit": "（资料图片）中新社记者 吴林 摄",
                "org": "中新社",
                "who": "吴林",
            },
            "渔船等候。图片来源：林水日报记者 吴林 摄": {
                "credit": "图片来源：林水日报记者 吴林 摄",
                "org": "林水日报",
                "who": "吴林",
            },
            "（資料照，記者吳林攝）": {"credit": "（資料照，記者吳林攝）", "who": "吳林"},
            "林水日报记者 吴林 周样摄/光明图片": {
                "credit": "林水日报记者 吴林 周样摄/光明图片",
                "org": "林水日报",
                "who": "吴林 周样",
            },
        },
        refuses=(
            "人民日报记者 吴林摄影报道",
            "渔船等候。记者在现场拍摄",
            "记者了解到，照片由吴林拍摄，可以免费使用。",
            "林水举办影展，其中三十幅来自新华社记者的拍摄。",
        ),
        holds=no_prose,
    ),
    CreditForm(
        name="taken by, with a role and a place",
        says_photo=True,
        languages="zh",
        marks=("摄", "攝"),
        pattern=rf"(?P<org>{HAN}{{2,8}}?)(?:记者|記者)(?P<who>{HAN}{{3}}){HAN}{{2,5}}MARK{WHEN}",
        examples={
            "漁船等候。中央社記者吳小林林水攝 113年6月12日": {
                "credit": "中央社記者吳小林林水攝 113年6月12日",
                "org": "中央社",
                "who": "吳小林",
            }
        },
        refuses=("林水日报记者吴林摄", "中央社記者在船閘前面拍攝"),
        holds=lambda parts: of_person({"who": parts["who"]}) and no_prose(parts),
    ),
    CreditForm(
        name="taken by, before the caption",
        says_photo=True,
        languages="zh",
        marks=("摄", "攝"),
        pattern=rf"(?P<org>{HAN}{{2,8}}?)记者\s?{WHO}\s?MARK(?!影)",
        stands=(Stands.BEFORE,),
        examples={
            "新华社记者 吴林 摄 渔船在闸前等候。": {
                "credit": "新华社记者 吴林 摄",
                "org": "新华社",
                "who": "吴林",
            }
        },
        refuses=("本报记者 吴林 摄影 周样 林水报道",),
    ),
    CreditForm(
        name="taken by, behind a desk",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"{LEAD}(?P<org>{DESK})[发發]?[ \u3000]+{WHO}{SHOT}",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。中新社发 吴林 摄": {"credit": "中新社发 吴林 摄", "org": "中新社", "who": "吴林"},
            "渔船等候。（林水网 吴林 摄）": {"credit": "（林水网 吴林 摄）", "org": "林水网", "who": "吴林"},
        },
        refuses=("林水网 吴林 说",),
    ),
    CreditForm(
        name="taken by, desk and name in one",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"{LEAD}(?P<org>{HAN}{{1,8}}(?:社|报|報|網|网|台|之音))(?P<who>{HAN}{{2,3}}){SHOT}",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。（林水日报吴林摄）": {
                "credit": "（林水日报吴林摄）",
                "org": "林水日报",
                "who": "吴林",
            },
            "渔船等候。新华社吴林摄": {"credit": "新华社吴林摄", "org": "新华社", "who": "吴林"},
        },
        refuses=("新华社在船闸拍摄", "这张照片在林水电视台前面拍摄"),
        holds=lambda parts: of_person({"who": parts["who"]}) and no_prose(parts),
    ),
    CreditForm(
        name="taken by, for an agency",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"(?P<org>[一-鿿A-Za-z·]{{2,12}})\s*[/／]\s*{WHO}{SHOT}",
        stands=(Stands.BRACKETED,),
        examples={
            "渔船等候。（美联社/本·样例摄）": {
                "credit": "（美联社/本·样例摄）",
                "org": "美联社",
                "who": "本·样例",
            }
        },
        refuses=("（文/图 吴林）",),
    ),
    CreditForm(
        name="taken by",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"{LEAD}{WHO}{SHOT}(?:[/／](?P<org>{HAN}{{2,6}}))?",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。吴林 摄": {"credit": "吴林 摄", "who": "吴林"},
            "渔船等候。（吴林摄）": {"credit": "（吴林摄）", "who": "吴林"},
            "渔船等候。吴林、周样/摄": {"credit": "吴林、周样/摄", "who": "吴林、周样"},
            "渔船等候。吴林摄/光明图片": {
                "credit": "吴林摄/光明图片",
                "who": "吴林",
                "org": "光明图片",
            },
        },
        refuses=(
            "渔船等候。摄",
            "渔船在闸前等候（2024年5月6日摄）。",
            "天文摄影的初学者进行拍摄。",
            "这是他最好的照片，由儿子拍摄。",
        ),
        holds=no_prose,
    ),
    CreditForm(
        name="taken by, behind the label",
        languages="zh",
        marks=labels.TAKEN_BY,
        pattern=rf"[▲△]?MARK(?:{SEPARATOR}|(?<![摄攝])(?<![图圖]文)\s+){WHO}",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。摄影：吴林": {"credit": "摄影：吴林", "who": "吴林"},
            "渔船等候。摄影丨吴林": {"credit": "摄影丨吴林", "who": "吴林"},
            "渔船等候。（摄影 吴林）": {"credit": "（摄影 吴林）", "who": "吴林"},
            "文/图 吴林 周样": {"credit": "文/图 吴林 周样", "who": "吴林 周样"},
        },
        refuses=("摄影/吴林 编辑/周样", "喜欢摄影的朋友", "摄影：2024年"),
        holds=no_prose,
    ),
    CreditForm(
        name="picture by",
        says_photo=True,
        languages="zh",
        marks=labels.PICTURE,
        pattern=rf"[▲△]?MARK{SEPARATOR}{WHO}",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。图/吴林": {"credit": "图/吴林", "who": "吴林"},
            "漁船等候。（圖／吳林）": {"credit": "（圖／吳林）", "who": "吳林"},
        },
        refuses=("图/视觉中国", "图：旧船闸"),
        holds=of_person,
    ),
    CreditForm(
        name="picture by, behind the name",
        says_photo=True,
        languages="zh",
        marks=labels.PICTURE,
        pattern=rf"(?P<who>{HAN}{{2,3}})(?:\s?[/／]\s?|\s)MARK",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。吴林 图": {"credit": "吴林 图", "who": "吴林"},
            "渔船等候。（吴林/图）": {"credit": "（吴林/图）", "who": "吴林"},
        },
        refuses=("船闸 图", "吴林图"),
        holds=of_person,
    ),
)
