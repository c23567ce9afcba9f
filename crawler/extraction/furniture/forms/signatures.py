"""Forms of signatures below the last paragraph: reporters, translators, contributors, as in `吴林/编译`."""

from __future__ import annotations

from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.furniture.line import PEOPLE, LineForm
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.organisations import SEVERAL

_PEOPLE: Final = r"[一-鿿·]{2,8}?(?:[\s、,，]+[一-鿿·]{2,8}?){0,3}"
_ROLE: Final = any_of((*labels.REPORTERS, *labels.ROLES))
_SIGNED: Final = rf"[^\s，。：:]{{0,10}}?{_ROLE}[\s:：]*{_PEOPLE}"
"""A role and its people: `临水晚报记者 李河 吴帆`."""
_WORK: Final = rf"(?:\s*{any_of((*SEVERAL, ''))}{any_of(labels.REPORTED)})?"
_FULL_NAME: Final = r"[A-ZА-ЯІЇЄ][\w'’-]{1,20}(?: [A-ZА-ЯІЇЄ][\w'’.-]{0,20}){1,2}"

SIGNATURES: Final = (
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
        value=rf"(?P<who>[一-鿿]{{2,4}})[，,](?P<place>[^，。]{{2,12}}?){any_of(labels.REPORTED)}[。]?",
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
)
"""Lines that name the people of a text, below it."""
