"""Chinese credits that say where a picture was found: a screen, an archive, the net, another outlet."""

from __future__ import annotations

from typing import Final

from crawler.extraction.captions.forms.credit import BEHIND_OR_BRACKETED, CreditForm, Stands
from crawler.extraction.captions.forms.han.parts import (
    HAN,
    LABEL,
    NO_CAPTION,
    OF_ALL,
    SEPARATOR,
    no_prose,
    of_known,
    of_site,
)
from crawler.extraction.form import any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies

FORMS: Final = (
    CreditForm(
        name="picture off the net",
        says_photo=True,
        languages="zh",
        marks=("照片", "图片", "圖片", "图", "圖"),
        pattern=r"(?P<org>互联网|互聯網|网络|網路|網絡|网上|網上|网|網)MARK",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。（互联网照片）": {"credit": "（互联网照片）", "org": "互联网"},
            "漁船等候。網圖": {"credit": "網圖", "org": "網"},
        },
        refuses=("互联网图书馆", "（互联网公司）", "渔民在修网"),
    ),
    CreditForm(
        name="off a screen",
        languages="zh",
        marks=labels.SCREENSHOT,
        pattern=r"[^\s，。▲△（）()]{0,24}?MARK",
        examples={"渔船等候。视频截图": {"credit": "视频截图"}},
        refuses=("渔船公告截图", "视频截图显示，渔船在等候"),
        holds=no_prose,
    ),
    CreditForm(
        name="off a screen, in brackets",
        languages="zh",
        marks=("截图", "截圖"),
        pattern=r"[^（）()]{0,40}?MARK",
        stands=(Stands.BRACKETED,),
        examples={"渔船等候。（网页截图）": {"credit": "（网页截图）"}},
        refuses=("（截图显示渔船）",),
        holds=no_prose,
    ),
    CreditForm(
        name="taken over from",
        says_photo=True,
        languages="zh",
        marks=labels.TAKEN_OVER,
        pattern=rf"(?:{any_of(labels.PHOTO_SOURCE)}{SEPARATOR})?MARK(?P<names>[^（）()]{{2,40}})",
        stands=(Stands.BRACKETED,),
        examples={
            "漁船等候。（翻攝自林水臉書）": {"credit": "（翻攝自林水臉書）", "names": "林水臉書"},
            "漁船等候。（圖／截自林水微博）": {"credit": "（圖／截自林水微博）", "names": "林水微博"},
        },
        refuses=("（自取）",),
    ),
    CreditForm(
        name="source behind the label",
        says_photo=True,
        languages="zh",
        marks=(*labels.PHOTO_SOURCE, *labels.TAKEN_BY),
        pattern=rf"[▲△]?(?:©\s*)?{NO_CAPTION}MARK(?:{SEPARATOR}|(?<=[自于於])|(?<=源)(?=网|網|@)|(?<=供[图圖]|[来來图圖]源)\s+)(?:(?P<org>[^。，/／]{{2,100}})|(?P<names>[^。，]{{2,100}}?))(?:[，,]\s?(?:如有)?侵权?[即必请]?删(?:除)?)?",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。图源：网络，侵删": {"credit": "图源：网络，侵删", "org": "网络"},
            "渔船等候。图源：视觉中国": {"credit": "图源：视觉中国", "org": "视觉中国"},
            "渔船等候。图/视觉中国": {"credit": "图/视觉中国", "org": "视觉中国"},
            "渔船等候。[照片=林水报]": {"credit": "[照片=林水报]", "org": "林水报"},
            "图片来自林水论坛": {"credit": "图片来自林水论坛", "org": "林水论坛"},
            "渔船等候。供图 林水县委": {"credit": "供图 林水县委", "org": "林水县委"},
            "渔船等候。（图片来源：林水日报）": {"credit": "（图片来源：林水日报）", "org": "林水日报"},
            "渔船等候。图片来源：Linshui Herald / Ann Example": {
                "credit": "图片来源：Linshui Herald / Ann Example",
                "names": "Linshui Herald / Ann Example",
            },
        },
        refuses=("图为渔船在闸前等候", "摄影/吴林 编辑/周样", "图：渔船在新的船闸前等候"),
        holds=no_prose,
    ),
    CreditForm(
        name="source behind a label in brackets",
        says_photo=True,
        languages="zh",
        marks=labels.PHOTO_SOURCE,
        pattern=r"MARK(?![为為示中拍摄攝])(?:于|於|自)?\s?(?:(?P<org>[^/／]{2,110})|(?P<names>.{2,110}))",
        stands=(Stands.BRACKETED,),
        examples={
            "渔船等候。（图片 林水论坛）": {"credit": "（图片 林水论坛）", "org": "林水论坛"},
        },
        refuses=("（图为旧船闸）", "（图1）", "（照片摄于林水）"),
        holds=no_prose,
    ),
    CreditForm(
        name="source of all pictures",
        languages="zh",
        marks=("本文", "本版", "本组", "本組", "文中", "文内", "文內", "文章", "以上", "上述"),
        pattern=rf"(?=MARK){OF_ALL}(?P<names>[^。]{{2,30}})",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。文章图片均来自视觉中国": {
                "credit": "文章图片均来自视觉中国",
                "names": "视觉中国",
            },
            "渔船等候。本文图片均来自视觉中国": {
                "credit": "本文图片均来自视觉中国",
                "names": "视觉中国",
            },
        },
        refuses=("本文作者为林水大学教授",),
    ),
    CreditForm(
        name="source in brackets",
        languages="zh",
        marks=("来源", "來源"),
        pattern=rf"MARK{SEPARATOR}(?P<names>[^（）()]{{2,40}})",
        stands=(Stands.BRACKETED,),
        examples={"渔船等候。（来源：林水视频）": {"credit": "（来源：林水视频）", "names": "林水视频"}},
        refuses=("来源：林水日报", "（来源 3）"),
        holds=no_prose,
    ),
    CreditForm(
        name="out of the archive",
        languages="zh",
        marks=labels.ARCHIVED,
        pattern=r"(?P<org>[^\s，。▲△（）():：／/]{2,24}?)\s?MARK",
        examples={
            "漁船等候。報系資料照": {"credit": "報系資料照", "org": "報系"},
        },
        refuses=("渔船等候。资料照片", "资料照片显示，船闸已有百年"),
        holds=no_prose,
    ),
    CreditForm(
        name="out of the archive, in brackets",
        languages="zh",
        marks=labels.ARCHIVE,
        pattern=r"(?P<names>[^（）():：]{2,40}?)[，,]?\s?MARK",
        stands=(Stands.BRACKETED,),
        examples={
            "漁船等候。（中央社資料照片）": {"credit": "（中央社資料照片）", "names": "中央社"},
        },
        refuses=("（资料图）", "（资料显示，船闸已有百年）"),
        holds=no_prose,
    ),
    CreditForm(
        name="site or account in brackets",
        languages="zh",
        marks=(*labels.SITES, *labels.ACCOUNTS),
        pattern=r"(?P<org>[^（）()，,。：:；\s]{0,14}MARK)",
        stands=(Stands.BRACKETED,),
        examples={
            "渔船等候（林水之声网站）": {"credit": "（林水之声网站）", "org": "林水之声网站"},
            "漁船等候。（微博）": {"credit": "（微博）", "org": "微博"},
        },
        refuses=("（登录本网站）", "（据林水网站）", "（林水县）"),
        holds=of_site,
    ),
    CreditForm(
        name="known agencies in brackets",
        languages="zh ja",
        pattern=r"(?=[^()\[\]（）【】]*[一-鿿ァ-ヶ])(?P<names>[^()\[\]（）【】]{2,40})",
        stands=(Stands.BRACKETED,),
        examples={
            "渔船等候。（视觉中国）": {"credit": "（视觉中国）", "names": "视觉中国"},
            "渔船等候。（新华社/路透）": {"credit": "（新华社/路透）", "names": "新华社/路透"},
        },
        refuses=("（林水县）", "（完）", "（资料图）"),
        holds=of_known,
    ),
    CreditForm(
        name="known agency behind the caption",
        languages="zh",
        marks=agencies(AgencyRole.BARE, "zh"),
        pattern=rf"(?:{LABEL}\s)?(?P<org>MARK)(?:[发發]| ?资料图?|\s?[图圖])?",
        examples={
            "渔船等候。新华社发": {"credit": "新华社发", "org": "新华社"},
            "渔船等候。视觉中国": {"credit": "视觉中国", "org": "视觉中国"},
            "渔船等候。视觉中国 图": {"credit": "视觉中国 图", "org": "视觉中国"},
            "渔船等候。题图 视觉中国": {"credit": "题图 视觉中国", "org": "视觉中国"},
        },
        refuses=("渔民告诉新华社",),
    ),
    CreditForm(
        name="issued by an agency",
        languages="zh",
        marks=("发", "發"),
        pattern=rf"(?P<org>{HAN}{{2,6}}(?:社|网|網))MARK",
        examples={"渔船等候。林水网发": {"credit": "林水网发", "org": "林水网"}},
        refuses=("渔船等候。网发", "渔船从林水出发"),
    ),
    CreditForm(
        name="account behind a sentence",
        languages="zh",
        marks=labels.ACCOUNTS,
        pattern=r"(?P<org>[^（）()，,。：:；\s]{0,10}MARK)",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"漁船等候。微博": {"credit": "微博", "org": "微博"}},
        refuses=("渔民看微博", "微博"),
        holds=of_site,
    ),
)
