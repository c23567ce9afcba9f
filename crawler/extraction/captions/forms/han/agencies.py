"""Chinese credits that name an agency, an account or a site as the source."""

from __future__ import annotations

from typing import Final

from crawler.extraction.captions.forms.credit import BEHIND_OR_BRACKETED, CreditForm, Stands
from crawler.extraction.captions.forms.han.parts import NAME, SEPARATOR, of_known, of_person, of_site
from crawler.extraction.captions.photo_agencies import KNOWN
from crawler.extraction.form import any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies

FORMS: Final = (
    CreditForm(
        name="source behind a comma",
        says_photo=True,
        languages="zh",
        marks=("图像来源", "圖像來源", "图片来源", "圖片來源"),
        pattern=r"MARK[，,]\s?(?P<org>[^。，,]{2,60})",
        examples={
            "渔船等候。图像来源，Getty Images": {"credit": "图像来源，Getty Images", "org": "Getty Images"}
        },
        refuses=("图像来源，是渔民最关心的。渔船等候",),
    ),
    CreditForm(
        name="picture according to",
        says_photo=True,
        languages="zh",
        marks=("图据", "圖據"),
        pattern=r"MARK\s?[:：]?\s?(?P<org>[^\s。，,：:]{2,24})",
        examples={
            "渔船等候 图据林水新闻": {"credit": "图据林水新闻", "org": "林水新闻"},
            "渔船等候。图据：林水新闻": {"credit": "图据：林水新闻", "org": "林水新闻"},
        },
        refuses=("制图据说很难", "图据，渔船等候"),
    ),
    CreditForm(
        name="source behind the label, glued to the caption",
        says_photo=True,
        languages="zh",
        marks=("图片来源：", "图源：", "图：", "圖：", "圖片來源：", "摄影：", "攝影：", "供图：", "供圖："),
        pattern=(
            r"(?:[/／|｜]\s?|(?<=[一-鿿])(?<![如下上见見右左附地版供配料意果截组組插制製绘繪题題头頭首面]))"
            r"MARK\s?(?P<org>[^。，,：:；]{2,30})"
        ),
        stands=(Stands.GLUED,),
        examples={
            "渔船在闸前等候图：IC photo": {"credit": "图：IC photo", "org": "IC photo"},
            "渔船在闸前等候。/图：IC photo": {"credit": "/图：IC photo", "org": "IC photo"},
        },
        refuses=("渔船的位置如下图：林水", "图：IC photo", "资料图：旧船闸", "示意图：船闸"),
    ),
    CreditForm(
        name="picture of an agency",
        says_photo=True,
        languages="zh",
        marks=("图", "圖", "图片", "圖片", "照片", "照"),
        pattern=r"(?P<names>[^（）()]{2,24}?)\s?MARK",
        stands=(Stands.BRACKETED,),
        examples={
            "渔船等候（美联社图）": {"credit": "（美联社图）", "names": "美联社"},
            "渔船等候（法新社照片）": {"credit": "（法新社照片）", "names": "法新社"},
        },
        refuses=("（左图）", "（资料照）", "（旧船闸图）"),
        holds=lambda parts: of_known({"names": parts["names"]}) and parts["names"].casefold() in KNOWN,
    ),
    CreditForm(
        name="picture of an agency, and who took it",
        says_photo=True,
        languages="zh",
        marks=("图片", "圖片", "照片"),
        pattern=r"(?P<org>[^（）()/／]{2,12})MARK\s?[/／]\s?(?P<who>[^（）()/／，,]{2,24})",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候（美联社照片/本·样例）": {
                "credit": "（美联社照片/本·样例）",
                "org": "美联社",
                "who": "本·样例",
            },
            "渔船等候。联合国图片/Ann Example": {
                "credit": "联合国图片/Ann Example",
                "org": "联合国",
                "who": "Ann Example",
            },
        },
        refuses=("（旧照片/新照片）", "（照片/吴林）"),
        holds=lambda parts: parts["org"].casefold() in KNOWN,
    ),
    CreditForm(
        name="agency behind a stroke",
        says_photo=True,
        languages="zh",
        marks=("\\", "＼"),
        pattern=r"MARK\s?(?P<names>[^\\＼。，]{2,24})",
        stands=(Stands.GLUED,),
        examples={"渔船在闸前等候\\美联社": {"credit": "\\美联社", "names": "美联社"}},
        refuses=("渔船\\渔民",),
        holds=of_known,
    ),
    CreditForm(
        name="rights of an agency",
        languages="zh",
        marks=("©",),
        pattern=r"MARK\s?(?:(?:19|20)\d\d\s)?(?P<org>[一-鿿]{2,12})",
        stands=(Stands.GLUED,),
        examples={"渔船等候© 2024 路透社": {"credit": "© 2024 路透社", "org": "路透社"}},
        refuses=("© 2024 林水网 版权所有",),
    ),
    CreditForm(
        name="source behind a sentence",
        languages="zh",
        marks=("来源：", "來源：", "来源:", "來源:", "来源/", "來源/", "来源｜", "来源丨"),
        pattern=r"MARK\s?(?P<org>[^。，,：:；\s|]{2,20})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"渔船等候。来源：林水网": {"credit": "来源：林水网", "org": "林水网"}},
        refuses=("来源：林水网",),
    ),
    CreditForm(
        name="account of a social network",
        says_photo=True,
        languages="en zh",
        marks=(
            "X",
            "FB",
            "IG",
            "Facebook",
            "Instagram",
            "Twitter",
            "TikTok",
            "Weibo",
            "微博",
            "臉書",
            "脸书",
        ),
        pattern=rf"(?:{any_of(labels.PHOTO_SOURCE)}{SEPARATOR})?(?P<org>MARK\s?@[^（）()]{{2,40}})",
        stands=(Stands.BRACKETED,),
        examples={
            "漁船等候。（FB@Linshui Lock）": {"credit": "（FB@Linshui Lock）", "org": "FB@Linshui Lock"}
        },
        refuses=("（X光）", "X@linshui"),
    ),
    CreditForm(
        name="member of a picture agency",
        says_photo=True,
        languages="zh",
        marks=("@iStockphoto", "@iStock", "@Getty Images", "@Shutterstock", "@123RF", "@Adobe Stock"),
        pattern=r"(?P<org>[\w.-]{2,30}MARK)",
        stands=(Stands.BRACKETED,),
        examples={
            "漁船等候。（ann32@iStockphoto）": {"credit": "（ann32@iStockphoto）", "org": "ann32@iStockphoto"}
        },
        refuses=("（@iStockphoto）", "ann32@iStockphoto"),
    ),
    CreditForm(
        name="picture of an account",
        says_photo=True,
        languages="zh",
        marks=("IG", "FB", "Facebook", "Instagram", "YouTube", "Threads", "TikTok", *labels.ACCOUNTS),
        pattern=(
            r"(?P<org>[^（）()，,。：:；\s]{0,14}?(?<![A-Za-z])MARK)\s?"
            r"(?:影片|视频|視頻)?(?:图片|圖片|照片|相片|截图|截圖|图|圖)"
        ),
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={
            "渔船等候。（吴林FB图片）": {"credit": "（吴林FB图片）", "org": "吴林FB"},
            "漁船等候。 吳林IG圖片": {"credit": "吳林IG圖片", "org": "吳林IG"},
            "渔船等候。林水县微博图": {"credit": "林水县微博图", "org": "林水县微博"},
        },
        refuses=("渔民在微博发了图片", "（据微博图片）", "渔民看IG图片"),
        holds=of_site,
    ),
    CreditForm(
        name="name and agency behind a sentence",
        says_photo=True,
        languages="zh",
        marks=agencies(AgencyRole.BARE, "zh"),
        pattern=rf"(?P<who>{NAME})\s?[/／|｜丨]\s?(?P<org>MARK)",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "渔船等候。吴林/视觉中国": {"credit": "吴林/视觉中国", "who": "吴林", "org": "视觉中国"},
        },
        refuses=("渔船等候。船闸/视觉中国", "吴林/视觉中国"),
        holds=of_person,
    ),
)
