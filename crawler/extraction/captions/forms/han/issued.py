"""Chinese credits that an agency issued, and of drawings."""

from __future__ import annotations

from typing import Final

from crawler.extraction.captions.forms.credit import CreditForm, Stands
from crawler.extraction.captions.forms.han.parts import DRAWN, HAN, LEAD, RANK, SHOT, WHO
from crawler.extraction.lexicon import labels

FORMS: Final = (
    CreditForm(
        name="issued, taken by",
        says_photo=True,
        languages="zh",
        marks=labels.SHOT,
        pattern=rf"(?P<org>{HAN}{{2,8}}?)[发發]\s?[（(]\s*{WHO}{SHOT}[^（）()]{{0,12}}[）)]",
        stands=(Stands.BRACKETED, Stands.GLUED, Stands.BEFORE),
        examples={
            "渔船等候。新华社发（吴林 摄）": {
                "credit": "新华社发（吴林 摄）",
                "org": "新华社",
                "who": "吴林",
            },
            "新华社发（吴林、周样摄，资料照片）": {
                "credit": "新华社发（吴林、周样摄，资料照片）",
                "org": "新华社",
                "who": "吴林、周样",
            },
            "新华社发（吴林摄）渔船在闸前等候。": {
                "credit": "新华社发（吴林摄）",
                "org": "新华社",
                "who": "吴林",
            },
        },
        refuses=("新华社发（吴林说）", "渔船等候（2024年5月6日摄）"),
    ),
    CreditForm(
        name="issued, provided by",
        says_photo=True,
        languages="zh",
        marks=tuple(f"{issued}{opens}" for issued in "发發" for opens in ("（", "(", " （", " (")),
        pattern=rf"(?P<org>{HAN}{{2,8}}?)MARK[^（）()]{{1,24}}[）)]",
        stands=(Stands.BRACKETED, Stands.GLUED),
        examples={
            "渔船等候。新华社发（林水县委 供图）": {
                "credit": "新华社发（林水县委 供图）",
                "org": "新华社",
            }
        },
        refuses=("发（吴林）", "新华社发表（吴林）文章"),
    ),
    CreditForm(
        name="issued, drawn by",
        says_photo=True,
        languages="zh",
        marks=("发 ", "發 "),
        pattern=rf"(?P<org>{HAN}{{2,8}}?)MARK(?P<who>[一-鿿·]{{2,8}})\s{DRAWN}",
        stands=(Stands.BRACKETED, Stands.GLUED),
        examples={
            "漫画：等候。新华社发 吴林 作": {"credit": "新华社发 吴林 作", "org": "新华社", "who": "吴林"},
        },
        refuses=("新华社发 吴林 工作",),
    ),
    CreditForm(
        name="drawn by a reporter",
        says_photo=True,
        languages="zh",
        marks=labels.PICTURE,
        pattern=rf"{LEAD}(?P<org>{HAN}{{0,10}}?){RANK}(?:记者|記者)\s?{WHO}(?<!资料)(?:\s?[/／]?\s?|\s?资料)MARK",
        examples={
            "渔船等候。林水新闻见习记者 吴林 图": {
                "credit": "林水新闻见习记者 吴林 图",
                "org": "林水新闻",
                "who": "吴林",
            },
            "渔船等候。中新社记者 吴林 资料图": {
                "credit": "中新社记者 吴林 资料图",
                "org": "中新社",
                "who": "吴林",
            },
            "本文图片除特别标注外，均为林水新闻记者吴林 图": {
                "credit": "本文图片除特别标注外，均为林水新闻记者吴林 图",
                "org": "林水新闻",
                "who": "吴林",
            },
        },
        refuses=("记者了解到的情况如图",),
    ),
)
