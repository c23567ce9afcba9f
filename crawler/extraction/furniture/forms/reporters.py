"""Forms of Chinese lines that are nothing but authors with their office: `临水晚报记者 李河`."""

from __future__ import annotations

from typing import Final

from crawler.extraction.form import Parts, any_of
from crawler.extraction.furniture.line import PEOPLE, LineForm
from crawler.extraction.furniture.people import is_full_name
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies
from crawler.extraction.lexicon.organisations import SEVERAL

_KINDS: Final = any_of(labels.REPORTER_KINDS)
_EDITOR: Final = rf"{any_of(labels.EDITOR_KINDS)}{{0,2}}{any_of(labels.EDITORS)}"
_GENERAL: Final = rf"{any_of(SEVERAL)}(?:报道|報道|報導)"
_WORK: Final = frozenset(
    "调查 探访 观察 手记 获悉 看到 体验 实拍 了解 采访 连线 走访 直击 調查 觀察 手記 獲悉 採訪 連線".split()
)
"""Activities of reporters, which stand where their names might: `记者手记`."""


def are_people(parts: Parts) -> bool:
    """Return whether the names are no activity of reporters."""
    return parts["who"] not in _WORK


def _is_named_in_full(parts: Parts) -> bool:
    return is_full_name(parts["who"])


ORIGINAL_POST: Final = LineForm(
    name="author and account of an original post",
    languages="zh",
    marks=("原创", "原創"),
    label=r"MARK\s+",
    value=r"(?P<who>[^\s\d:：，。]{2,16})\s+[^\s:：，。]{2,16}(?:\s+收[录錄][于於].{0,40})?",
    alone=True,
    examples={
        "原创 李河 渡口": {"who": "李河"},
        "原创 LinInLinshui 临水时间 收录于话题#临水26个": {"who": "LinInLinshui"},
    },
    refuses=("原创 李河", "原创：李河 渡口", "原创 船闸打开，渔民等了三年 渡口"),
)
"""Posts of WeChat begin so, with the name or the nickname of the author: a line with a label is better."""

REPORTERS: Final = (
    LineForm(
        name="reporters behind their paper",
        languages="zh",
        marks=(*labels.REPORTERS, *labels.ROLES),
        label=rf"(?:\S{{2,8}}[网網报報社台]\s+)?\S{{0,12}}?{_KINDS}?MARK[\s:：/|｜丨]+",
        value=rf"(?P<who>{PEOPLE})(?:\s+{any_of(labels.HELPERS)}\s+(?P<other>{PEOPLE}))?"
        rf"(?:\s+{_EDITOR}[\s:：/|｜丨]+{PEOPLE})?(?:\s+\S{{0,6}}?{any_of(labels.REPORTED)})?",
        alone=True,
        holds=are_people,
        examples={
            "临水晚报记者 李河": {"who": "李河"},
            "临水晚报 记者 李河 编辑 周渡": {"who": "李河"},
            "记者 李河 吴帆": {"who": "李河 吴帆"},
            "記者：李河 吳帆 臨水報導": {"who": "李河 吳帆"},
            "临水晚报(微博)记者 李河 实习生 吴帆": {"who": "李河 实习生 吴帆"},
            "本报特约评论员 吴林": {"who": "吴林"},
            "本报记者 李河 摄影 吴林 临水报道": {"who": "李河", "other": "吴林"},
            "本报记者 李河 责任编辑 周渡": {"who": "李河"},
            "每经记者｜李河 每经编辑｜周渡": {"who": "李河"},
        },
        refuses=(
            "记者：闸门是什么时候打开的？",
            "记者 手记",
            "记者从临水县水务部门获悉，闸门已经打开。",
            "记者在临水看到，四十条船正在等候。",
        ),
    ),
    LineForm(
        name="reporters without a place, with a slash",
        languages="zh",
        marks=labels.REPORTERS,
        label=r"(?:\S{2,8}[/／])?MARK\s?",
        value=rf"(?P<who>{PEOPLE})\s?[/／]\s?{_GENERAL}",
        alone=True,
        examples={
            "記者李河／綜合報導": {"who": "李河"},
            "娛樂中心/記者李河、吳帆/綜合報導": {"who": "李河、吳帆"},
        },
        refuses=("記者李河／臨水報導", "記者／綜合報導"),
    ),
    LineForm(
        name="desk and its reporters, with a slash",
        languages="zh",
        marks=("中心", "頻道", "频道"),
        label=r"\S{2,6}MARK[/／]",
        value=rf"(?P<who>{PEOPLE})\s?{any_of(labels.REPORTED)}",
        alone=True,
        examples={"娛樂中心／李河報導": {"who": "李河"}, "生活頻道/李河、吳帆報導": {"who": "李河、吳帆"}},
        refuses=("娛樂中心／綜合報導", "娛樂中心報導"),
        holds=lambda parts: parts["who"] not in SEVERAL,
    ),
    LineForm(
        name="reporter right behind the paper",
        languages="zh",
        marks=labels.REPORTERS,
        label=rf"\S{{2,12}}?{_KINDS}?MARK",
        value=r"(?P<who>[一-鿿]{2,3})",
        alone=True,
        holds=are_people,
        examples={"临水晚报记者李河": {"who": "李河"}, "■臨水晚報記者李河": {"who": "李河"}},
        refuses=("本报记者调查", "记者探访", "临水晚报记者走进船闸"),
    ),
    LineForm(
        name="reporter of several reports, behind the paper",
        languages="zh",
        marks=labels.REPORTERS,
        label=rf"\S{{2,12}}?{_KINDS}?MARK",
        value=rf"(?P<who>{PEOPLE})\s?{any_of(SEVERAL)}{any_of(labels.REPORTED)}",
        alone=True,
        holds=are_people,
        examples={
            "临水电视台记者李河综合报导": {"who": "李河"},
            "臨水電視台記者李河、吳帆綜合報導": {"who": "李河、吳帆"},
        },
        refuses=("临水电视台记者综合报导", "临水电视台记者李河报导"),
    ),
    LineForm(
        name="author behind the magazine",
        languages="zh",
        marks=labels.AUTHORS,
        label=r"《\S{2,10}》\s?(?:特约)?MARK[\s:：]+",
        value=rf"(?P<who>{PEOPLE})",
        alone=True,
        examples={"《渡口》作者 吴林": {"who": "吴林"}, "《渡口》特约作者 吴林": {"who": "吴林"}},
        refuses=("《渡口》作者来到临水", "渡口作者 吴林"),
    ),
    LineForm(
        name="role without a name",
        languages="zh",
        marks=(*labels.REPORTERS, *labels.ROLES),
        label=rf"(?:{any_of(agencies(AgencyRole.BYLINE))})?(?:{_KINDS})?MARK",
        value="",
        alone=True,
        examples={"新华社记者": {}, "本报特约评论员": {}, "（通讯员）": {}},
        refuses=("记者手记", "临水的记者"),
    ),
    LineForm(
        name="reporter and place with a slash, before the date",
        languages="zh",
        marks=labels.REPORTERS,
        label=r"(?:\S{2,8}[/／])?MARK\s?",
        value=rf"(?P<who>{PEOPLE})\s?[/／╱]\s?\S{{2,6}}?{any_of(labels.REPORTED)}\s+(?:19|20)\d\d[-/.年].{{4,30}}",
        alone=True,
        examples={
            "記者李河／臨水報導 2024-05-08 09:30 ET": {"who": "李河"},
            "记者李河、吴帆／综合报导 2024-05-08 09:30": {"who": "李河、吴帆"},
            "記者李河╱臨水報導 2024-05-08 09:30": {"who": "李河"},
        },
        refuses=("記者李河／臨水報導", "記者／臨水報導 2024-05-08 09:30"),
    ),
    LineForm(
        name="desk before its reporters, with a slash",
        languages="zh",
        marks=("中心", "頻道", "频道"),
        label=r"\S{2,4}?MARK",
        value=rf"(?P<who>{PEOPLE})\s?[/／]\s?{any_of(SEVERAL)}{any_of(labels.REPORTED)}",
        alone=True,
        examples={
            "國際中心李河／綜合報導": {"who": "李河"},
            "生活頻道李河、吳帆／綜合報導": {"who": "李河、吳帆"},
        },
        refuses=("娛樂中心／綜合報導", "國際中心李河報導"),
    ),
    LineForm(
        name="author behind a circle",
        languages="zh",
        marks=("◎",),
        label=r"(?:MARK)\s*(?:文[/／])?",
        value=r"(?P<who>[一-鿿]{2,4})",
        alone=True,
        holds=_is_named_in_full,
        examples={"◎李河": {"who": "李河"}, "◎ 歐陽吳林": {"who": "歐陽吳林"}},
        refuses=("◎船闸打开", "◎温馨提示", "李河"),
    ),
    ORIGINAL_POST,
)
"""Lines that name reporters, as some of those that name authors."""
