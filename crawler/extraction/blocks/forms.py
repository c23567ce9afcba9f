"""Forms by which editors mark the structure of a text in print: titles, items, captions, sources."""

from __future__ import annotations

from typing import Final

from crawler.extraction.form import Form

_CHINESE_NUMBER = "[一二三四五六七八九十百]{1,4}"

TITLES: Final = (
    Form(
        name="Chinese number of a chapter",
        languages="zh",
        pattern=rf"^{_CHINESE_NUMBER}MARK\S[^。！？；;]{{1,40}}$",
        marks=("、",),
        examples={"一、总体要求": {}, "十二、加强船闸的管理": {}},
        refuses=("一、船闸今天打开。", "一、", "船闸、码头", "一、要修船闸；"),
    ),
    Form(
        name="chapter of a law",
        languages="zh ja",
        pattern=rf"^MARK(?:{_CHINESE_NUMBER}|\d{{1,3}})[章节節编編篇]\s*[^。；;，,]{{0,30}}$",
        marks=("第",),
        examples={"第一章 总则": {}, "第三节　船闸": {}},
        refuses=("第一章规定，船闸由县里管理。", "第一条 船闸由县里管理"),
    ),
    Form(
        name="Roman number of a chapter",
        languages="en fr de es it pl pt",
        pattern=r"^(?=[IVX])(?:X{0,2})(?:IX|IV|V?I{0,3})\.\s+[^.!?;]{2,60}$",
        examples={"IV. The locks of Linshui": {}, "II. Die Schleusen": {}},
        refuses=("I. came late.", "IV", "Ivan. The master", "M. Lin"),
    ),
)
"""Titles of sections by their printed numbers: `一、总体要求`."""

NO_TITLES: Final = (
    Form(
        name="speaker before words",
        languages="zh ja en",
        pattern=r"^(?:MARK)\s*[:：]",
        marks=("记者", "記者", "问", "問", "答", "主持人", "Q", "A", "Question", "Answer"),
        examples={"记者：船闸何时打开？": {}, "Q: When does the lock open?": {}},
        refuses=("记者手记", "Questions remain", "答案：没有"),
    ),
    Form(
        name="line of a source or contact",
        languages="zh en",
        pattern=r"^MARK.*[）)]$",
        marks=("（", "("),
        examples={"（记者 吴林）": {}, "(Reporting by Lin Wu)": {}},
        refuses=("（一）船闸的管理", "Locks (and gates)"),
    ),
)
"""Short lines in bold type that are no titles."""

BULLETS: Final = (
    Form(
        name="bullet",
        languages="zh ja ko en fr de es pt it pl ru",
        pattern=r"^(?P<bullet>MARK)\s*\w",
        marks=tuple("•●▪■◆◇○‣►▶★☆▲△◎※·"),
        examples={"• The lock opens on Monday": {"bullet": "•"}, "●船闸今天打开": {"bullet": "●"}},
        refuses=("船闸·码头", "• ", "*A note"),
    ),
    Form(
        name="dash or star before an item",
        languages="zh ja ko en fr de es pt it pl ru",
        pattern=r"^(?P<bullet>MARK)\s+\w",
        marks=("-", "–", "—", "*"),
        examples={"- The lock opens on Monday": {"bullet": "-"}, "* 船闸今天打开": {"bullet": "*"}},
        refuses=("-5 degrees", "——船闸今天打开", "Lin - Wu", "*A note"),
    ),
)
"""Signs before the items of a list without markup."""

TABLE_CAPTIONS: Final = (
    Form(
        name="number of a table",
        languages="zh ja",
        pattern=r"^附?MARK\s*[\d一二三四五六七八九十]{1,3}(?:[-—.．]\d{1,2})?(?:[\s:：.．、]\s*\S.*)?$",
        marks=("表",),
        examples={"表1 临水船闸的船只": {}, "附表2：吞吐量": {}, "表3-1 临水的船": {}},
        refuses=("表1显示，船只增加一成。", "表示感谢", "代表 1"),
    ),
    Form(
        name="table of an appendix",
        languages="zh",
        pattern=r"^MARK(?:\s+|[:：]\s*)\S[^。；]{1,40}$",
        marks=("附表",),
        examples={"附表 临水船闸的船只": {}, "附表：吞吐量": {}},
        refuses=("附表显示，船只增加一成。", "附表 船只增加一成。"),
    ),
    Form(
        name="number of a table in Latin letters",
        languages="en fr de es it pt pl",
        pattern=r"^MARK\s+\d{1,3}(?:[.-]\d{1,2})?(?:\s*[:.–—-]\s*\S.*)?$",
        marks=("Table", "TABLE", "Tableau", "Tabelle", "Tabla", "Tabela", "Tabella"),
        examples={"Table 1: Boats at the lock": {}, "Tabelle 3. Schiffe": {}},
        refuses=("Table 1 shows that boats became more.", "Tables for two"),
    ),
    Form(
        name="unit of a table",
        languages="zh",
        pattern=r"^[（(]?(?:计量)?MARK\s*[:：]\s*[^\s。，]{1,20}(?:[，、;；]\s*[^\s。，]{1,3})*[）)]?$",
        marks=("单位", "單位"),
        examples={"单位：万吨": {}, "（计量单位：艘）": {}, "（单位：亿元，%）": {}, "单位：万吨；千人": {}},
        refuses=("单位：临水县船闸管理所，电话另见", "单位职工"),
    ),
)
"""Lines right above a table that belong to it."""

ATTRIBUTIONS: Final = (
    Form(
        name="dash before a name",
        languages="zh ja ko en fr de es pt it pl ru",
        pattern=r"^(?:MARK){1,2}\s*(?P<who>[^\s.。!?！？][^。!?！？]{1,80})$",
        marks=("—", "–", "―", "-", "─"),
        examples={
            "— Lin Wu, harbour master": {"who": "Lin Wu, harbour master"},
            "——吴林《潮汐簿》": {"who": "吴林《潮汐簿》"},
        },
        refuses=("——船闸今天打开。", "Lin — Wu", "—"),
    ),
)
"""The last line of a quotation, which names its source."""
