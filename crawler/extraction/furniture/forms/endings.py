"""Forms of lines below the last paragraph: addresses, agencies, reports used, accounts, labels."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.furniture.line import LineForm
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies
from crawler.extraction.lexicon.organisations import SEVERAL

_ADDRESS: Final = r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}"
_ADDRESSES: Final = rf"(?P<address>{_ADDRESS}(?:(?:\s*[,;/，、]\s*|\s+and\s+){_ADDRESS}){{0,4}})\.?"
_AGENCIES: Final = agencies(AgencyRole.DATELINE, "mul", "de", "en", "es", "fr")

ENDINGS: Final = (
    LineForm(
        name="address alone",
        languages="mul",
        label="",
        value=_ADDRESSES,
        alone=True,
        examples={"quell@linshui.test": {"address": "quell@linshui.test"}},
        refuses=("quell@linshui.test is the address of the keeper.", "@linshui"),
    ),
    LineForm(
        name="address behind its label",
        languages="de en es zh",
        marks=labels.ADDRESSES,
        label=r"MARK\s*[:：]?\s*",
        value=_ADDRESSES,
        alone=True,
        flags=re.IGNORECASE,
        examples={
            "Contact the writers at quell@linshui.test and ashe@linshui.test": {
                "address": "quell@linshui.test and ashe@linshui.test"
            },
            "邮箱：quell@linshui.test": {"address": "quell@linshui.test"},
        },
        refuses=(
            "Write to quell@linshui.test before Monday, if you have seen the lock.",
            "Contact the writer",
        ),
    ),
    LineForm(
        name="writer and address",
        languages="en",
        marks=("Write to", "Contact", "Email", "E-mail", "Reach"),
        label=r"MARK (?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}) at\s+",
        value=_ADDRESSES,
        alone=True,
        examples={
            "Write to Mara Quell at quell@linshui.test": {
                "who": "Mara Quell",
                "address": "quell@linshui.test",
            }
        },
        refuses=("Write to Mara Quell at the lock.", "Mara Quell wrote to quell@linshui.test"),
    ),
    LineForm(
        name="address of the source",
        languages="en",
        marks=("SOURCE:", "SOURCES:"),
        label=r"MARK\s",
        value=r"(?P<address>(?:https?://)?\w[\w.-]*\.\w{2,6}/\S{1,80})(?: [A-Z][^!?]{0,120})?",
        alone=True,
        examples={
            "SOURCE: linshui.test/13o Linshui Journal, online July 11, 2024": {"address": "linshui.test/13o"}
        },
        refuses=("SOURCE: Linshui Post", "Source: the lock keeper."),
    ),
    LineForm(
        name="agency alone",
        languages="de en es fr",
        marks=_AGENCIES,
        label=r"(?:for\s+)?MARK",
        value=r"(?: News)?",
        alone=True,
        flags=re.IGNORECASE,
        examples={"China Daily": {}, "For China Daily": {}, "— AFP": {}},
        refuses=("China Daily has it.", "The boats pass"),
    ),
    LineForm(
        name="files used",
        languages="en",
        marks=("with files from",),
        label=r"(?P<paper>[A-Z][^.;]{0,60}?),? MARK ",
        value=r"(?P<source>[A-Z][^.;]{2,60})",
        alone=True,
        examples={
            "Linshui Post, with files from Ferry News": {"paper": "Linshui Post", "source": "Ferry News"}
        },
        refuses=("He left with files from the lock.", "Boxes with files from 1998"),
    ),
    LineForm(
        name="title of another story with its day",
        languages="zh",
        label=r"(?P<title>[^，。！？]{6,40}?)\s",
        value=r"(?P<day>(?:19|20)\d\d[/-]\d\d[/-]\d\d)",
        alone=True,
        examples={"临水船闸今天打开(图) 2024/05/08": {"title": "临水船闸今天打开(图)", "day": "2024/05/08"}},
        refuses=("2024/05/08", "船闸打开是在2024/05/08"),
    ),
    LineForm(
        name="reports used",
        languages="zh",
        marks=(
            "参考了",
            "參考了",
            "依据了",
            "依據了",
            "参考自",
            "整合自",
            "综合自",
            "綜合自",
            "编译自",
            "編譯自",
        ),
        label=r"(?:本文|文章|本稿)?MARK",
        value=r"(?P<source>[^。]{2,60}?)[。]?",
        alone=True,
        examples={
            "（本文参考了临水社的报道）": {"source": "临水社的报道"},
            "整合自临水晚报、渡口网等": {"source": "临水晚报、渡口网等"},
        },
        refuses=("渔民参考了旧的水图。", "整合自"),
    ),
    LineForm(
        name="permission of the source",
        languages="zh",
        marks=("授权转载", "授權轉載", "授权发布", "授權發布", "授权刊登", "授權刊登"),
        label=r"(?:本文|文章|本稿)?(?:已)?[经經获獲](?P<source>[^。，：]{2,20}?)MARK",
        value=r"[。]?",
        alone=True,
        examples={
            "（本文经临水晚报授权转载）": {"source": "临水晚报"},
            "本文獲臨水晚報授權刊登。": {"source": "臨水晚報"},
        },
        refuses=("授权转载", "本文经临水晚报授权转载，作者是船长。"),
    ),
    LineForm(
        name="page of a topic",
        languages="zh",
        marks=("專頁", "专页", "專區", "专区", "專題", "专题"),
        label=r"(?:最新|更多)\s?(?:[【《「](?P<topic>[^】》」]{2,20})[】》」])\S{0,4}MARK",
        value="",
        alone=True,
        examples={"最新【臨水船閘】報導專頁": {"topic": "臨水船閘"}, "更多《渡口》专题": {"topic": "渡口"}},
        refuses=("【臨水船閘】報導專頁今天開放。", "更多专题"),
    ),
    LineForm(
        name="paper used",
        languages="zh",
        marks=("据", "據"),
        label=r"MARK(?=《)",
        value=r"《(?P<source>[^》]{2,12})》",
        alone=True,
        examples={"据《临水晚报》": {"source": "临水晚报"}},
        refuses=("据《临水晚报》报道，闸门已经打开。", "据临水晚报"),
    ),
    LineForm(
        name="several reports",
        languages="zh",
        marks=labels.TEXT,
        label=r"MARK\s*[:：/]?\s*",
        value=rf"{any_of(SEVERAL)}{any_of(labels.REPORTED)}",
        alone=True,
        examples={"文 综合报导": {}},
        refuses=("综合报道", "文综合报道说，船闸开了。"),
    ),
    LineForm(
        name="account and its id",
        languages="zh",
        marks=("ID", "微信ID", "微信号", "公众号"),
        label=r"(?P<account>[^\s，。：:]{2,12})\s*[（(]?MARK\s*[:：]\s*",
        value=r"[A-Za-z][\w-]{3,24}",
        alone=True,
        examples={"临水晚报 ID:linshuiwb": {"account": "临水晚报"}},
        refuses=("临水晚报 ID", "ID:linshuiwb"),
    ),
    LineForm(
        name="id of an account",
        languages="zh",
        marks=("微信号", "微信ID", "公众号ID", "公众号"),
        label=r"MARK\s*[:：]\s*",
        value=r"(?P<id>[A-Za-z][\w-]{3,24})",
        alone=True,
        examples={"微信号：linshuiwb": {"id": "linshuiwb"}},
        refuses=("微信号：请向窗口询问", "微信号linshuiwb"),
    ),
    LineForm(
        name="maker of the text",
        languages="zh",
        marks=("出品", "联合出品", "聯合出品"),
        label=r"(?P<maker>[^\s，。：:！？]{2,24})\s?[·•]?\s?MARK",
        value="",
        alone=True,
        examples={
            "临水日报社新媒体中心出品": {"maker": "临水日报社新媒体中心"},
            "联合 · 出品": {"maker": "联合"},
        },
        refuses=("这部片子由临水出品，今年放映。", "出品：吴林"),
    ),
    LineForm(
        name="label in brackets",
        languages="zh",
        label=r"(?<=[\[【◤▌])\s*(?P<label>[^\]】◢▌。，：:？?]{2,14})",
        value=r"\s*[\]】◢▌]",
        alone=True,
        examples={"【临水热话题】": {"label": "临水热话题"}, "◤渡口生活◢": {"label": "渡口生活"}},
        refuses=("【临水】船闸开了。", "渡口生活"),
    ),
)
"""Lines about the sources, which stand below a text."""
