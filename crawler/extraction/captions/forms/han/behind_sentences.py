"""Chinese credits behind a sentence or in brackets that only words for pictures, offices and people mark."""

from __future__ import annotations

from typing import Final

from crawler.extraction.captions.forms.credit import CreditForm, Stands
from crawler.extraction.captions.forms.han.apart_parts import (
    BELONGING,
    DRAWN_BY_PERSON,
    PERSON,
    of_no_sentence,
    of_office,
    of_outlet,
    of_reporters,
)
from crawler.extraction.captions.forms.han.parts import HAN, of_person
from crawler.extraction.lexicon import labels

FORMS: Final = (
    CreditForm(
        name="drawn by, behind the name",
        languages="zh",
        marks=(*labels.DRAWN_BY, *labels.DRAWN),
        pattern=DRAWN_BY_PERSON,
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
        holds=of_reporters,
    ),
    CreditForm(
        name="taken by somebody of an office or a town",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"(?P<org>{HAN}{{1,10}}{BELONGING})\s?(?P<who>{PERSON}?)\s?MARK",
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={
            "渔船在闸前等候。（林水市民吴林摄）": {
                "credit": "（林水市民吴林摄）",
                "org": "林水市民",
                "who": "吴林",
            }
        },
        refuses=("（林水市民拍摄）", "林水市民吴林摄", "渔船在闸前等候。（林水市民现场拍摄）"),
        holds=of_person,
    ),
    CreditForm(
        name="taken by, in one word",
        says_photo=True,
        languages="zh",
        marks=("拍摄", "拍攝", "翻拍"),
        pattern=rf"由?(?P<who>{HAN}{{2,3}})MARK",
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={"渔船在闸前等候。吴林拍摄": {"credit": "吴林拍摄", "who": "吴林"}},
        refuses=("渔船在闸前等候。现场拍摄", "吴林拍摄"),
        holds=of_person,
    ),
    CreditForm(
        name="picture of an office",
        languages="zh",
        marks=("圖片", "图片", "照片", "截图", "截圖", "影片截圖", "视频截图"),
        pattern=rf"(?P<org>(?!{HAN}{{0,4}}[左右上下旧舊])[一-鿿A-Za-z]{{2,10}}?)MARK",
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={
            "漁船在閘前等候。政府新聞網圖片": {"credit": "政府新聞網圖片", "org": "政府新聞網"},
            "渔船在闸前等候。林水电视台截图": {"credit": "林水电视台截图", "org": "林水电视台"},
        },
        refuses=("渔船在闸前等候。旧船闸图片", "政府新聞網圖片", "渔船在闸前等候。船闸图片"),
        holds=of_office,
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
        holds=of_office,
    ),
    CreditForm(
        name="person behind a word for the picture",
        says_photo=True,
        languages="zh",
        marks=labels.PICTURE,
        pattern=rf"MARK\s(?P<who>{HAN}{{2,3}}(?:[、 ]{HAN}{{2,3}})?)",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"渔船在闸前等候。图 吴林": {"credit": "图 吴林", "who": "吴林"}},
        refuses=("渔船在闸前等候。图 船闸", "图 吴林"),
        holds=of_person,
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
        holds=of_outlet,
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
        holds=of_no_sentence,
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
"""Tried behind the forms of agencies and networks."""
