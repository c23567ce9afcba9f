"""Forms of lines that stand below the last paragraph: addresses, agencies, contributors, signatures."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.furniture.line import PEOPLE, LineForm, LineForms
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies
from crawler.extraction.lexicon.organisations import SEVERAL

_ADDRESS: Final = r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}"
_ADDRESSES: Final = rf"(?P<address>{_ADDRESS}(?:(?:\s*[,;/，、]\s*|\s+and\s+){_ADDRESS}){{0,4}})\.?"
_AGENCIES: Final = agencies(AgencyRole.DATELINE, "mul", "de", "en", "es", "fr")
_PEOPLE: Final = r"[一-鿿·]{2,8}?(?:[\s、,，]+[一-鿿·]{2,8}?){0,3}"
_ROLE: Final = any_of((*labels.REPORTERS, *labels.ROLES))
_SIGNED: Final = rf"[^\s，。：:]{{0,10}}?{_ROLE}[\s:：]*{_PEOPLE}"
"""A role and its people: `临水晚报记者 李河 吴帆`."""
_WORK: Final = rf"(?:\s*{any_of((*SEVERAL, ''))}{any_of((*labels.REPORTED, '报导'))})?"

_FULL_NAME: Final = r"[A-ZА-ЯІЇЄ][\w'’-]{1,20}(?: [A-ZА-ЯІЇЄ][\w'’.-]{0,20}){1,2}"

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
        name="contributors",
        languages="en",
        marks=("contributed to", "contributed reporting to"),
        label=r"(?P<who>[A-Z][^;]{2,200}?) (?:also )?MARK (?:this|the) (?:story|report|article)\b\.?",
        value="",
        alone=True,
        examples={
            "Li He in Linshui contributed to this story.": {"who": "Li He in Linshui"},
            "(Mara B. Quell also contributed to the story)": {"who": "Mara B. Quell"},
        },
        refuses=("Forty boats contributed to the delay.", "He contributed to this story of the lock."),
    ),
    LineForm(
        name="reporters and editors of an agency",
        languages="en",
        marks=("Reporting by", "Additional reporting by", "Writing by"),
        label=r"(?<=\()MARK\s+",
        value=r"(?P<who>[A-Z][^;)]{2,80}(?:; [^;)]{4,80}){0,4})\)",
        alone=True,
        examples={
            "(Reporting by Mara Quell; Editing by Tobin Ashe)": {"who": "Mara Quell; Editing by Tobin Ashe"}
        },
        refuses=("Reporting by Mara Quell won a prize.", "(Reporting by radio)"),
    ),
    LineForm(
        name="contributors behind their label",
        languages="en",
        marks=("Contributing:", "Contributors:"),
        label=r"MARK\s*",
        value=r"(?P<who>[A-Z][^!?]{2,160})",
        alone=True,
        examples={"Contributing: Mara Quell, Tobin Ashe": {"who": "Mara Quell, Tobin Ashe"}},
        refuses=("Contributing to the delay: fog", "Contributing: fog and wind"),
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
        name="several names",
        languages="mul",
        label="",
        value=rf"(?P<who>{_FULL_NAME}(?:(?:, | and | und | et | y | и | і ){_FULL_NAME}){{1,5}})",
        alone=True,
        examples={
            "Mara Quell, Tobin Ashe": {"who": "Mara Quell, Tobin Ashe"},
            "Мара Квелль, Тобин Аше и Лин Ву": {"who": "Мара Квелль, Тобин Аше и Лин Ву"},
        },
        refuses=("Mara Quell", "Linshui, Yunshan", "Mara Quell, Tobin Ashe and the keeper"),
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
        value=rf"{any_of(SEVERAL)}{any_of((*labels.REPORTED, '报导'))}",
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
        name="office of the author, Chinese",
        languages="zh",
        marks=labels.AUTHORS,
        label=r"(?:本文)?MARK(?:是|为|為|系|係)",
        value=rf"(?P<office>[^。！？]{{0,40}}{any_of(labels.OFFICES_CHINESE)})[。]?",
        alone=True,
        examples={"作者是旅欧作家、水文研究者": {"office": "旅欧作家、水文研究者"}},
        refuses=("作者是在临水写这本书的。", "作者为临水船闸写了一本书。"),
    ),
    LineForm(
        name="author and office, Chinese",
        languages="zh",
        marks=labels.AUTHORS,
        label=r"MARK(?P<who>[一-鿿]{2,4})[，,]",
        value=r"(?P<office>[^，。！？]{2,20})",
        alone=True,
        examples={"作者吴林，工程师": {"who": "吴林", "office": "工程师"}},
        refuses=("作者吴林，工程师，住在临水。", "作者在书里，写临水。"),
    ),
    LineForm(
        name="reporter and place",
        languages="zh",
        label="",
        value=r"(?P<who>[一-鿿]{2,4})[，,](?P<place>[^，。]{2,12})(?:报道|報道|報導|报导)[。]?",
        alone=True,
        examples={"吴林，临水总部报道。": {"who": "吴林", "place": "临水总部"}},
        refuses=("吴林在临水报道。", "有人说，记者在临水报道船闸。"),
    ),
    LineForm(
        name="task without a colon",
        languages="zh",
        marks=(*labels.PRODUCERS, *labels.TRANSLATORS),
        label=r"MARK\s+",
        value=r"(?P<who>[^\s，。：:|丨]{1,16}(?:\s[^\s，。：:|丨]{1,16}){0,2})(?:\s*[|丨]\s*(?P<other>[^，。]{2,30}))?",
        alone=True,
        examples={
            "排版 吴林 周渡": {"who": "吴林 周渡"},
            "审稿 quell | 翻译：吴林": {"who": "quell", "other": "翻译：吴林"},
        },
        refuses=("排版", "审核 通过，船闸打开。"),
    ),
    LineForm(
        name="work behind the name",
        languages="zh",
        marks=("编译", "編譯", "译", "譯", *labels.DRAFTED, *labels.WRITTEN, *labels.TEXT_AND_PICTURES),
        label=r"(?:作者\S{2,20}[，,、]\s?)?",
        value=rf"(?P<who>{PEOPLE})\s?[/／]?\s?MARK",
        alone=True,
        examples={
            "吴林/编译": {"who": "吴林"},
            "（作者玛拉·奎尔，吴林译）": {"who": "吴林"},
            "(吴林 撰稿)": {"who": "吴林"},
        },
        refuses=("译", "吴林译完了这本书。"),
    ),
    LineForm(
        name="reporters below the text",
        languages="zh",
        label=r"(?:\S{2,8}(?:报道|讯)\s+)?",
        value=rf"(?P<who>{_SIGNED}(?:\s+{_SIGNED}){{0,3}}){_WORK}",
        alone=True,
        examples={
            "本报首席记者 李河 本报实习生 吴帆": {"who": "本报首席记者 李河 本报实习生 吴帆"},
            "[临水网报道 记者 李河]": {"who": "记者 李河"},
            "临水电视台记者李河综合报导": {"who": "临水电视台记者李河"},
        },
        refuses=("记者从临水县获悉，闸门已经打开。", "记者李河在临水看到四十条船"),
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

ENDING_LINES: Final = LineForms(ENDINGS)
"""Lines about the authors and the sources, which stand below a text."""
