"""Photo credits in Chinese behind a sentence or in brackets, and credits of drawings."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.captions.forms.credit import BEHIND_OR_BRACKETED, CreditForm, Stands
from crawler.extraction.captions.photo_agencies import KNOWN, is_agency
from crawler.extraction.captions.surnames import are_names
from crawler.extraction.form import Parts, any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.organisations import OFFICE_ENDINGS, PAPER_ENDINGS
from crawler.extraction.lexicon.people import SURNAMES

_HAN: Final = "[一-鿿]"
_SEPARATOR: Final = r"\s*[:：=＝/／丨｜|·]\s*"
_ROLE: Final = any_of((*labels.REPORTERS, *labels.ROLES))
_DRAWN: Final = rf"(?:(?P<org>{_HAN}{{2,10}}?)(?:记者|記者)\s?)?(?P<who>{_HAN}{{2,3}})(?:\s|\s?[/／]\s?)MARK"
"""A drawing's maker before the word for it: `林水日报记者 吴林 制图`."""
_PERSON: Final = rf"[{''.join(sorted(SURNAMES))}]{_HAN}{{1,2}}"
_PEOPLE: Final = "市民 网友 網友 读者 讀者 村民 游客 居民 学生 家长 民警".split()
_BELONGING: Final = any_of((*OFFICE_ENDINGS, *_PEOPLE, "大学", "学院", "公安"))
"""Ends of the words before the name of somebody who is no reporter: `林水市民吴林摄`."""
_IN_SENTENCES: Final = re.compile("[是为為看有这這的了着在到从從把被]|以下|显示|提供")
_PAPERS: Final = tuple(ending for ending in PAPER_ENDINGS if len(ending) > 1)


def _of_agencies(parts: Parts) -> bool:
    return all(name.strip().casefold() in KNOWN for name in parts["names"].replace("／", "/").split("/"))


def _of_office(parts: Parts) -> bool:
    return is_agency(parts["org"])


def _of_people(parts: Parts) -> bool:
    return are_names(parts["who"])


def _of_reporters(parts: Parts) -> bool:
    """Return whether names have known surnames, or follow the name of a reporter's paper."""
    return bool(parts.get("org")) or are_names(parts["who"])


def _of_person_and_agency(parts: Parts) -> bool:
    return are_names(parts["who"]) and parts["org"].casefold() in KNOWN


def _of_named_person_and_agency(parts: Parts) -> bool:
    """Return whether a name, Chinese or transliterated, stands beside a known agency."""
    return ("·" in parts["who"] or are_names(parts["who"])) and parts["org"].casefold() in KNOWN


def _of_outlet(parts: Parts) -> bool:
    return is_agency(parts["org"]) or parts["org"].endswith(_PAPERS)


def _of_no_sentence(parts: Parts) -> bool:
    return not _IN_SENTENCES.search(parts["org"])


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
        name="taken by, and agency in brackets",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"(?P<who>{_HAN}{{2,4}})\s?MARK\s?[（(](?P<org>[^（）()]{{2,12}})[）)]",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船在闸前等候。吴林摄（人民视觉）": {
                "credit": "吴林摄（人民视觉）",
                "who": "吴林",
                "org": "人民视觉",
            }
        },
        refuses=("渔船在闸前等候。吴林摄（左一）", "船闸摄（人民视觉）"),
        holds=_of_person_and_agency,
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
        name="drawn by, behind the name",
        languages="zh",
        marks=(*labels.DRAWN_BY, *labels.DRAWN),
        pattern=_DRAWN,
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={
            "渔船在闸前等候。林水日报记者 吴林 制图": {
                "credit": "林水日报记者 吴林 制图",
                "org": "林水日报",
                "who": "吴林",
            },
            "渔船在闸前等候。吴林/绘": {"credit": "吴林/绘", "who": "吴林"},
            "渔船在闸前等候。林水日报记者 柿木 编制": {
                "credit": "林水日报记者 柿木 编制",
                "org": "林水日报",
                "who": "柿木",
            },
            "漁船在閘前等候。﹝吳林／繪﹞": {"credit": "﹝吳林／繪﹞", "who": "吳林"},
        },
        refuses=("渔船在闸前等候。船闸 设计", "吴林 制图", "渔船在闸前等候。吴林作"),
        holds=_of_reporters,
    ),
    CreditForm(
        name="taken by somebody of an office or a town",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"(?P<org>{_HAN}{{1,10}}{_BELONGING})\s?(?P<who>{_PERSON}?)\s?MARK",
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={
            "渔船在闸前等候。（林水市民吴林摄）": {
                "credit": "（林水市民吴林摄）",
                "org": "林水市民",
                "who": "吴林",
            }
        },
        refuses=("（林水市民拍摄）", "林水市民吴林摄", "渔船在闸前等候。（林水市民现场拍摄）"),
        holds=_of_people,
    ),
    CreditForm(
        name="taken by, in one word",
        says_photo=True,
        languages="zh",
        marks=("拍摄", "拍攝", "翻拍"),
        pattern=rf"由?(?P<who>{_HAN}{{2,3}})MARK",
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={"渔船在闸前等候。吴林拍摄": {"credit": "吴林拍摄", "who": "吴林"}},
        refuses=("渔船在闸前等候。现场拍摄", "吴林拍摄"),
        holds=_of_people,
    ),
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
    CreditForm(
        name="agency behind a word for the picture",
        says_photo=True,
        languages="zh",
        marks=(*labels.LEADING_PICTURE, "图源", "圖源", "图片", "圖片", "照片", "图", "圖"),
        pattern=r"MARK(?:\s*[:：/／|｜丨·]\s*|\s|(?<=源))(?P<org>[^\s。，,：:（）()]{2,16}?)(?:供[图圖])?",
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={
            "渔船在闸前等候。题图 林水日报": {"credit": "题图 林水日报", "org": "林水日报"},
            "渔船在闸前等候。图源视觉中国": {"credit": "图源视觉中国", "org": "视觉中国"},
        },
        refuses=("渔船在闸前等候。题图：旧船闸", "渔船在闸前等候。图 船闸", "题图：视觉中国"),
        holds=_of_office,
    ),
    CreditForm(
        name="person behind a word for the picture",
        says_photo=True,
        languages="zh",
        marks=labels.PICTURE,
        pattern=rf"MARK\s(?P<who>{_HAN}{{2,3}}(?:[、 ]{_HAN}{{2,3}})?)",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"渔船在闸前等候。图 吴林": {"credit": "图 吴林", "who": "吴林"}},
        refuses=("渔船在闸前等候。图 船闸", "图 吴林"),
        holds=_of_people,
    ),
    CreditForm(
        name="outlet before the word for a picture",
        says_photo=True,
        languages="en zh",
        marks=("图", "圖", "资料图", "資料圖", "配图", "配圖"),
        pattern=r"(?P<org>[^\s。，,：:（）()/／]{2,10}?|[A-Z]\w+ [A-Z]\w+)\sMARK",
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={
            "渔船在闸前等候。林水新闻 图": {"credit": "林水新闻 图", "org": "林水新闻"},
            "渔船在闸前等候。Linshui Images 图": {"credit": "Linshui Images 图", "org": "Linshui Images"},
        },
        refuses=("渔船在闸前等候。船闸 图", "林水新闻 图", "渔船在闸前等候。左 图"),
        holds=_of_outlet,
    ),
    CreditForm(
        name="captured from a screen, behind a sentence",
        says_photo=True,
        languages="zh",
        marks=("截图", "截圖", "截屏"),
        pattern=r"(?<![）)])(?P<org>[^\s。，,：:；！？（）()]{2,14}?)(?:视频|視頻|影片|直播|节目|微博|微信|网页)?MARK",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"渔船在闸前等候。林水新闻截图": {"credit": "林水新闻截图", "org": "林水新闻"}},
        refuses=(
            "林水新闻截图",
            "吴林（左）接受林水新闻采访截图",
            "渔船在闸前等候。他看截图，笑了。",
            "渔船在闸前等候。以下是截图",
        ),
        holds=_of_no_sentence,
    ),
    CreditForm(
        name="taken over from, behind a sentence",
        says_photo=True,
        languages="zh",
        marks=labels.TAKEN_OVER,
        pattern=r"(?<![）)])MARK(?P<names>[^（）()。，,：:；]{2,40})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"渔船在闸前等候。截图自林水新闻": {"credit": "截图自林水新闻", "names": "林水新闻"}},
        refuses=("截图自林水新闻", "渔船在闸前等候。取自河中的水，很清。"),
    ),
)
"""Credits of offices and outlets, tried behind those of agencies and networks."""

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
    CreditForm(
        name="drawn by, behind the label, in a caption",
        languages="zh",
        marks=labels.DRAWN_BY,
        pattern=rf"MARK{_SEPARATOR}(?P<who>{_HAN}{{2,3}})",
        examples={"插画 = 吴林": {"credit": "插画 = 吴林", "who": "吴林"}},
        refuses=("渔民喜欢漫画：吴林的最好", "插图：船闸"),
        holds=_of_people,
    ),
    CreditForm(
        name="drawn by, behind the name, in a caption",
        languages="zh",
        marks=(*labels.DRAWN_BY, *labels.DRAWN),
        pattern=_DRAWN,
        examples={"船闸的新门 吴林 制图": {"credit": "吴林 制图", "who": "吴林"}},
        refuses=("船闸 设计",),
        holds=_of_reporters,
    ),
    CreditForm(
        name="text and pictures by",
        languages="zh",
        marks=("文/图", "文/圖", "文/摄", "文/攝", "文、图", "文图", "图/文"),
        pattern=(
            rf"(?:(?P<org>{_HAN}{{0,10}}?){_ROLE}\s?)?"
            rf"(?P<who>{_PERSON}(?:[、 ](?:{_ROLE}\s?)?{_PERSON}){{0,4}}?)\s?[/／]?\s?MARK"
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
        holds=_of_named_person_and_agency,
    ),
    CreditForm(
        name="agencies parted by a slash",
        languages="zh",
        marks=("/", "／"),
        pattern=rf"(?P<names>{_HAN}{{2,8}}\s?MARK\s?{_HAN}{{2,8}})",
        examples={"船闸的新门 新华社/法新": {"credit": "新华社/法新", "names": "新华社/法新"}},
        refuses=("船闸的新门 船闸/码头",),
        holds=_of_agencies,
    ),
)
"""Credits without any sign but their place, in a text that is surely a caption."""
