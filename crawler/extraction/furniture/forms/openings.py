"""Forms of lines that stand above the first paragraph: the agency, the author and the account of a text."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.form import any_of
from crawler.extraction.furniture.line import PEOPLE, LineForm, LineForms
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies

_NAME: Final = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"

OPENINGS: Final = (
    LineForm(
        name="agency in brackets",
        languages="en de es fr",
        marks=agencies(AgencyRole.DATELINE, "mul", "de", "en", "es", "fr"),
        label=r"(?<=[（(])MARK",
        value=r"(?: News)?\s*[）)]",
        alone=True,
        examples={"(China Daily)": {}, "(Reuters)": {}},
        refuses=("China Daily", "(the lock)", "(Reuters) The lock opens."),
    ),
    LineForm(
        name="site in brackets",
        languages="en",
        label=r"(?<=[（(])(?P<site>[\w-]{2,40}(?:\.[a-z]{2,6}){1,2})",
        value=r"\s*[）)]",
        alone=True,
        examples={"(linshui.test)": {"site": "linshui.test"}},
        refuses=("(lock)", "(see linshui.test)"),
    ),
    LineForm(
        name="writers of an agency",
        languages="en",
        marks=labels.PROFESSIONS,
        label=r"[Bb]y (?:[A-Z][\w.]* ){0,3}MARKs? ",
        value=rf"(?P<who>{_NAME}(?:(?:,| and) {_NAME}){{0,4}})",
        alone=True,
        examples={"by Xinhua writers Lin Wu, Li He": {"who": "Lin Wu, Li He"}},
        refuses=("by the writer with the lamp", "By forty boats"),
    ),
    LineForm(
        name="writers and their paper",
        languages="en",
        marks=labels.BY,
        label=r"MARK\s+",
        value=rf"(?P<who>{_NAME}(?:(?:,| and) {_NAME}){{0,4}})\s*/\s*(?P<paper>[A-Z][^.;:]{{3,50}})",
        alone=True,
        examples={
            "By Lin Wu and Li He / Linshui Post Staff Writers": {
                "who": "Lin Wu and Li He",
                "paper": "Linshui Post Staff Writers",
            }
        },
        refuses=("By night/day the lock is open.", "By Lin Wu and Li He"),
    ),
    LineForm(
        name="writer, office and outlet",
        languages="en",
        marks=labels.BY,
        label=r"MARK\s+",
        value=rf"(?P<who>{_NAME}?) (?P<office>(?:[A-Z][a-z]+ )?(?:[a-z]+ ){{0,3}}{any_of(labels.PROFESSIONS)}"
        r"(?: in [A-Z][\w ]{2,20})?)(?:, [A-Z][^.;:!?]{1,60})?",
        alone=True,
        examples={
            "By Mara Quell Science reporter, Linshui Television": {
                "who": "Mara Quell",
                "office": "Science reporter",
            },
            "By Lin Wu Staff Writer": {"who": "Lin Wu", "office": "Staff Writer"},
        },
        refuses=("By Mara Quell", "By the reporter, Linshui Television", "By Lin Wu, who reports"),
        flags=re.IGNORECASE,
    ),
    LineForm(
        name="writer and office without a label",
        languages="en",
        marks=labels.PROFESSIONS,
        label=rf"(?P<who>{_NAME}), (?:[A-Z][\w&.'’-]* ){{0,4}}MARK",
        value="",
        alone=True,
        flags=re.IGNORECASE,
        examples={"Lin Wu, Linshui Post Staff Writer": {"who": "Lin Wu"}},
        refuses=("Lin Wu, Linshui", "Lin Wu, a writer, left the lock."),
    ),
    LineForm(
        name="author read out",
        languages="en es fr pt ru zh",
        marks=("Author,", "Authors,", "Role,", "Autor,", "Auteur,", "Автор,"),
        label="MARK",
        value=r"\s*(?P<who>\S.{1,60})",
        alone=True,
        examples={"Author, Mara Quell": {"who": "Mara Quell"}},
        refuses=("Authors and keepers", "The author, Mara Quell, left."),
    ),
    LineForm(
        name="columnist behind a sign",
        languages="zh",
        label=r"(?<=◎)\s*",
        value=r"(?P<who>[一-鿿]{2,4})",
        alone=True,
        examples={"◎吴林": {"who": "吴林"}},
        refuses=("●吴林", "◎吴林说，船闸开了。"),
    ),
    LineForm(
        name="author behind an arrow",
        languages="zh",
        marks=("文",),
        label=r"(?<=[►▶])\s*MARK\s*",
        value=rf"\S{{2,8}}?[网網报報社]\s*(?P<who>{PEOPLE})",
        alone=True,
        examples={"►文临水网吴林": {"who": "吴林"}, "► 文 临水晚报 吴林": {"who": "吴林"}},
        refuses=("文 临水网 吴林", "►文化生活"),
    ),
    LineForm(
        name="reporter with a slash",
        languages="zh",
        marks=labels.REPORTERS,
        label=r"[^\s，。]{2,8}MARK[/／]",
        value=rf"(?P<who>[一-鿿]{{2,4}}?)\s?{any_of(labels.REPORTED)}",
        alone=True,
        examples={"渡口周刊記者/吳林報導": {"who": "吳林"}},
        refuses=("記者吳林／臨水報導", "渡口周刊記者/綜合報導，船閘開了。"),
    ),
    LineForm(
        name="site, author and work",
        languages="zh",
        marks=("综合", "綜合", "编译", "編譯", "整理"),
        label=r"(?P<site>[^\s，。]{2,12}[网網报報])\s+",
        value=r"(?P<who>[^\s，。]{2,12})\s+MARK",
        alone=True,
        examples={"临水中文网 Quell 综合": {"site": "临水中文网", "who": "Quell"}},
        refuses=("临水网 综合", "临水中文网 吴林 综合了各家的报道。"),
    ),
    LineForm(
        name="author and account",
        languages="zh",
        marks=("原创", "原創"),
        label=r"MARK\s+",
        value=r"(?P<who>[^\s，。]{1,20})\s+(?P<account>[^\s，。]{2,24})(?:\s*收[录錄][于於].{0,60})?",
        alone=True,
        examples={
            "原创 吴林 临水晚报": {"who": "吴林", "account": "临水晚报"},
            "原创 LinWu 渡口时间 收录于话题#临水26个": {"who": "LinWu", "account": "渡口时间"},
        },
        refuses=("原创 音乐", "原创 作品 展览，今天在临水开幕。"),
    ),
)

OPENING_LINES: Final = LineForms(OPENINGS)
"""Lines about the author and the agency, which stand above a text."""
