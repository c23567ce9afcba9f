"""Chinese credits that say who provided or lent a picture."""

from __future__ import annotations

from typing import Final

from crawler.extraction.captions.forms.credit import BEHIND_OR_BRACKETED, CreditForm, Stands
from crawler.extraction.captions.forms.han.parts import HAN, LEAD, NO_SENTENCE, OF_PICTURE, PROVIDER, no_prose
from crawler.extraction.lexicon import labels

FORMS: Final = (
    CreditForm(
        name="issued by an agency, provided by somebody",
        says_photo=True,
        languages="zh",
        marks=(*labels.PROVIDED, *labels.LENT),
        pattern=rf"(?P<org>{HAN}{{2,6}}[社网網])[发發]\s[^（）()。，]{{2,24}}?\s?MARK",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。新华社发 林水县委供图": {"credit": "新华社发 林水县委供图", "org": "新华社"},
            "渔船等候。（新华社发 林水县委供图）": {
                "credit": "（新华社发 林水县委供图）",
                "org": "新华社",
            },
        },
        refuses=("（新华社 林水县委供图）",),
    ),
    CreditForm(
        name="provided by somebody",
        says_photo=True,
        languages="zh",
        marks=labels.PROVIDED,
        pattern=rf"{LEAD}{PROVIDER}\s?[/／]?\s?MARK(?:\s{HAN}{{2,8}})?",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。林水县文化馆/供图": {
                "credit": "林水县文化馆/供图",
                "org": "林水县文化馆",
            },
            "渔船等候。林水县文化馆供图": {"credit": "林水县文化馆供图", "org": "林水县文化馆"},
            "渔船等候。视觉中国 供图": {"credit": "视觉中国 供图", "org": "视觉中国"},
        },
        refuses=("请渔民供图三张",),
        holds=no_prose,
    ),
    CreditForm(
        name="picture provided by somebody",
        says_photo=True,
        languages="zh",
        marks=labels.LENT,
        pattern=rf"{OF_PICTURE}{PROVIDER}\s?MARK(?:\s{HAN}{{2,8}})?",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。照片由林水日报提供": {"credit": "照片由林水日报提供", "org": "林水日报"},
            "渔船等候。（图片由林水县医院提供）": {
                "credit": "（图片由林水县医院提供）",
                "org": "林水县医院",
            },
            "渔船等候。以上图片均由林水日报提供": {
                "credit": "以上图片均由林水日报提供",
                "org": "林水日报",
            },
            "漁船等候。圖／林水報提供": {"credit": "圖／林水報提供", "org": "林水報"},
        },
        refuses=("照片由读者提供后，经核实。", "渔船等候。林水日报提供", "船闸改建后，经费由县政府提供。"),
        holds=no_prose,
    ),
    CreditForm(
        name="lent by somebody",
        languages="zh",
        marks=labels.LENT,
        pattern=rf"{LEAD}{NO_SENTENCE}{PROVIDER}\s?MARK(?:\s{HAN}{{2,8}})?",
        stands=BEHIND_OR_BRACKETED,
        examples={
            "渔船等候。林水县委提供": {"credit": "林水县委提供", "org": "林水县委"},
            "渔船等候。（自由渔报提供）": {"credit": "（自由渔报提供）", "org": "自由渔报"},
        },
        refuses=(
            "医生愿意为渔民免费提供场所",
            "船闸明年开工，相关经费由县政府提供。",
            "船闸改建后，由县医院为渔民提供。",
            "开闸以后，早餐免费提供。",
        ),
        holds=no_prose,
    ),
    CreditForm(
        name="lent by somebody, in brackets",
        languages="zh",
        marks=labels.LENT,
        pattern=r"由(?P<org>[^\s，。▲△（）():：/／]{2,20}?)\s?MARK",
        stands=(Stands.BRACKETED,),
        examples={"渔船等候。（由林水县委提供）": {"credit": "（由林水县委提供）", "org": "林水县委"}},
        refuses=("船闸由县政府提供", "（由县政府免费提供）"),
        holds=no_prose,
    ),
)
