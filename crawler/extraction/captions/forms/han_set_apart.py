"""Photo credits in Chinese behind a sentence or in brackets, and credits of drawings."""

from __future__ import annotations

from typing import Final

from crawler.extraction.captions.forms.credit import BEHIND_OR_BRACKETED, CreditForm, Stands
from crawler.extraction.captions.photo_agencies import KNOWN, is_agency
from crawler.extraction.captions.surnames import are_names
from crawler.extraction.form import Parts, any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.organisations import PAPER_ENDINGS

_HAN: Final = "[一-鿿]"
_SEPARATOR: Final = r"\s*[:：=＝/／]\s*"
_ROLE: Final = any_of((*labels.REPORTERS, *labels.ROLES))
_PAPERS: Final = tuple(ending for ending in PAPER_ENDINGS if len(ending) > 1)


def _of_agencies(parts: Parts) -> bool:
    return all(name.strip().casefold() in KNOWN for name in parts["names"].replace("／", "/").split("/"))


def _of_office(parts: Parts) -> bool:
    return is_agency(parts["org"])


def _of_people(parts: Parts) -> bool:
    return are_names(parts["who"])


def _of_person_and_agency(parts: Parts) -> bool:
    return are_names(parts["who"]) and parts["org"].casefold() in KNOWN


FORMS: Final = (
    CreditForm(
        name="drawn by, behind the label",
        languages="zh",
        marks=labels.DRAWN_BY,
        pattern=rf"MARK{_SEPARATOR}(?P<org>[^。，\s（）()]{{2,16}})",
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
        pattern=rf"(?P<org>{_HAN}{{2,6}})\s?[/／]\s?MARK",
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
            r"(?P<org>(?:(?:图片?|圖片?|照片)(?:[由为為]|系由?)|[^（）()，。\s]{2,8}，)?MARK)\s?"
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
            rf"(?P<org>{_HAN}{{0,8}}?){_ROLE}\s*"
            rf"(?P<who>{_HAN}{{2,4}}(?:[、 ]{_HAN}{{2,4}}){{0,2}}?)\s?MARK"
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
            rf"(?P<org>{_HAN}{{2,8}})\s(?P<who>{_HAN}{{2,3}}(?:[、 ]{_HAN}{{2,3}}){{0,2}})"
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
        holds=_of_people,
    ),
    CreditForm(
        name="person, and agency in brackets",
        says_photo=True,
        languages="zh",
        marks=("（", "("),
        pattern=rf"(?P<who>{_HAN}{{2,3}})\s?[摄攝]?\s?MARK(?P<org>[^（）()]{{2,12}})[）)]",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "渔船在闸前等候。吴林（人民视觉）": {
                "credit": "吴林（人民视觉）",
                "who": "吴林",
                "org": "人民视觉",
            }
        },
        refuses=("渔船在闸前等候。吴林（左一）", "船闸（人民视觉）"),
        holds=_of_person_and_agency,
    ),
    CreditForm(
        name="agencies behind a sentence, parted by a slash",
        languages="zh",
        marks=("/", "／"),
        pattern=rf"(?P<names>{_HAN}{{2,8}}\s?MARK\s?{_HAN}{{2,8}})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"渔船在闸前等候。新华社/法新": {"credit": "新华社/法新", "names": "新华社/法新"}},
        refuses=("渔船在闸前等候。船闸/码头", "新华社/法新"),
        holds=_of_agencies,
    ),
)

PICTURES: Final = (
    CreditForm(
        name="picture of an office",
        languages="zh",
        marks=("圖片", "图片", "照片", "截图", "截圖", "影片截圖", "视频截图"),
        pattern=rf"(?P<org>(?!{_HAN}{{0,4}}[左右上下旧舊])[一-鿿A-Za-z]{{2,10}}?)MARK",
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={
            "漁船在閘前等候。政府新聞網圖片": {"credit": "政府新聞網圖片", "org": "政府新聞網"},
            "渔船在闸前等候。林水电视台截图": {"credit": "林水电视台截图", "org": "林水电视台"},
        },
        refuses=("渔船在闸前等候。旧船闸图片", "政府新聞網圖片", "渔船在闸前等候。船闸图片"),
        holds=_of_office,
    ),
)
"""Credits of offices, tried behind those of agencies and networks."""

IN_CAPTIONS: Final = (
    CreditForm(
        name="paper in brackets",
        languages="zh",
        marks=_PAPERS,
        pattern=rf"(?P<org>{_HAN}{{1,6}}MARK)",
        stands=(Stands.BRACKETED,),
        examples={"渔船在闸前等候。（林水时报）": {"credit": "（林水时报）", "org": "林水时报"}},
        refuses=("渔船在闸前等候。（左一）", "林水时报"),
    ),
)
"""Credits without any sign but their place, in a text that is surely a caption."""
