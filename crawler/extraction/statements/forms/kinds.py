"""Forms of marks that tell the kind of an article: in its headline, and in labels around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crawler.extraction.form import Form, Forms
from crawler.extraction.lexicon import kinds


class ArticleKind(StrEnum):
    """The kind of an article, as the record has it."""

    NEWS = "news"
    COMMENTARY = "commentary"
    INTERVIEW = "interview"
    TRANSCRIPT = "transcript"
    BRIEFING = "briefing"
    GALLERY = "gallery"
    LIVE = "live"
    VIDEO = "video"
    ANNOUNCEMENT = "announcement"


@dataclass(frozen=True)
class KindForm(Form):
    """A form of a mark, with the kind of article that it marks."""

    kind: ArticleKind = ArticleKind.NEWS


_OPEN: Final = r"^[\s\[【（(〔「“\"]*"
_CLOSED: Final = r"\s*(?:[\]】）)〕」”]|[:：丨|｜│︱/](?=\s*\S)|[—–-]{1,2}(?=\s*\S)|$)"
_SIGN: Final = r"\s*(?:[\]】）)〕]|[:：|│](?=\s*\S)|\.?\s[—–-]{1,2}(?=\s)|\.(?=\s\S))"
_BRACKETED_END: Final = r"[（(\[【〔](?:高清)?MARK[）)\]】〕]\W*$"
_END: Final = r"(?:[（(\[]\s*\+?\s*MARK\s*[）)\]]|\s[|–—-]{1,2}\s*MARK)\W*$"


def _han(kind: ArticleKind, marks: tuple[str, ...], mark: str, refused: str) -> KindForm:
    """Return the form of a mark before a Chinese headline: `视频丨临水的船闸开了`."""
    return KindForm(
        name=f"{kind} before a Chinese headline",
        languages="zh",
        marks=marks,
        pattern=f"{_OPEN}MARK{_CLOSED}",
        examples={f"{mark}丨临水的船闸开了": {}, f"【{mark}】临水的船闸开了": {}, f"{mark}：临水的船闸": {}},
        refuses=(refused, f"临水的{mark}开了"),
        kind=kind,
    )


def _western(kind: ArticleKind, marks: tuple[str, ...], mark: str, refused: str) -> KindForm:
    """Return the form of a mark before a headline in other languages: `Video: A lock opens`."""
    return KindForm(
        name=f"{kind} before a headline",
        languages="en fr es pt de it ru ja ko ar",
        marks=marks,
        pattern=f"{_OPEN}MARK{_SIGN}",
        examples={f"{mark}: A lock opens": {}, f"[{mark}] A lock opens": {}, f"{mark} | A lock opens": {}},
        refuses=(refused, f"{mark} of the lock of Linshui", f"{mark}:"),
        flags=re.IGNORECASE,
        kind=kind,
    )


def _behind(kind: ArticleKind, marks: tuple[str, ...], mark: str, refused: str) -> KindForm:
    """Return the form of a mark behind a headline: `A lock opens – video`."""
    return KindForm(
        name=f"{kind} behind a headline",
        languages="en fr es pt de it ru ja ko ar",
        marks=marks,
        pattern=_END,
        examples={f"A lock opens – {mark}": {}, f"A lock opens ({mark})": {}, f"A lock opens | {mark}": {}},
        refuses=(refused, f"A lock without {mark}"),
        flags=re.IGNORECASE,
        kind=kind,
    )


def _bracketed(kind: ArticleKind, marks: tuple[str, ...], mark: str, refused: str) -> KindForm:
    """Return the form of a mark in brackets behind a Chinese headline: `临水的船闸开了（组图）`."""
    return KindForm(
        name=f"{kind} in brackets behind a Chinese headline",
        languages="zh",
        marks=marks,
        pattern=_BRACKETED_END,
        examples={f"临水的船闸开了（{mark}）": {}, f"临水的船闸开了[{mark}]": {}},
        refuses=(refused, f"临水的船闸开了{mark}"),
        kind=kind,
    )


def _label(kind: ArticleKind, marks: tuple[str, ...], label: str, refused: str) -> KindForm:
    """Return the form of a label that is only the mark: the section `Opinion`."""
    return KindForm(
        name=f"label of {kind}",
        languages="zh en fr es pt de it ru ja ko ar",
        marks=marks,
        pattern=r"^\W*MARK(?:频道|頻道|栏目|专栏|版)?\W*$",
        examples={label: {}, f"[{label}]": {}},
        refuses=(refused,),
        flags=re.IGNORECASE,
        kind=kind,
    )


K = ArticleKind

_PAPERS_COMMENTARY: Final = KindForm(
    name="commentary of a paper",
    languages="zh",
    marks=kinds.OF_A_PAPER,
    pattern=rf"{_OPEN}(?:[一-鿿·]{{2,8}}?)?MARK(?:{_CLOSED}|\s)",
    examples={
        "社论：让船闸更好用": {},
        "临水日报评论员：让船闸更好用": {},
        "【临水网评】让船闸更好用": {},
    },
    refuses=("评论员吴林谈船闸", "临水日报社论引起讨论", "临水时评赛开赛"),
    kind=K.COMMENTARY,
)

_OFFICIAL_DOCUMENT: Final = KindForm(
    name="title of an official document",
    languages="zh",
    marks=kinds.DOCUMENTS,
    pattern=r"^[^，。！？《》]{0,40}关于[^，。！？]{2,80}的MARK(?:[（(][^）)]{1,20}[）)])?$",
    examples={"关于关闭临水船闸的通知": {}, "林水县政府关于船闸收费的公告（2024年第3号）": {}},
    refuses=("林水县发出通知", "关于船闸的问答", "林水县转发《关于关闭船闸的通知》，船闸关闭"),
    kind=K.ANNOUNCEMENT,
)

_ANNOUNCED: Final = KindForm(
    name="announcement at the end of a Chinese headline",
    languages="zh",
    marks=kinds.ANNOUNCEMENTS,
    pattern=r"^(?P<of>[^，。！？：:\s]{2,30})MARK(?:[（(\[][^）)\]]{1,20}[）)\]])?$",
    examples={
        "临水县水务局招聘公告": {"of": "临水县水务局招聘"},
        "船闸停航通告（第2号）": {"of": "船闸停航"},
    },
    refuses=("水务局发布公告", "三部门联合发出通告", "渔民看公告"),
    holds=lambda parts: not re.search("发布|發布|发出|联合|出台|印发|贴|看|读|撕|违反", parts.get("of", "")),
    kind=K.ANNOUNCEMENT,
)

_VISITED: Final = KindForm(
    name="interview behind a dash",
    languages="zh",
    marks=("访", "专访", "訪", "對話", "对话"),
    pattern=r"[—–-]{1,2}\s*MARK[一-鿿·“]{3,}",
    examples={"守闸三十年——访闸口管理员吴林": {}, "船闸之夜——对话工程师林水": {}},
    refuses=("国家领导人访问林水", "船闸——访"),
    kind=K.INTERVIEW,
)

_EXCLUSIVE: Final = KindForm(
    name="interview with a named person",
    languages="zh",
    marks=("专访", "專訪"),
    pattern=r"^\W*(?:独家|獨家|[一-鿿]{2}社|本[报刊网])?(?:记者)?MARK[一-鿿·“]{2,}",
    examples={"专访闸口管理员吴林：守闸三十年": {}, "独家专访林水": {}},
    refuses=("吴林接受专访", "林水专访吴林"),
    kind=K.INTERVIEW,
)

_RECORD: Final = KindForm(
    name="record at the end of a Chinese headline",
    languages="zh",
    marks=kinds.RECORDS,
    pattern=r"MARK(?:[（(][^）)]{1,12}[）)])?\W*$",
    examples={"船闸听证会实录": {}, "吴林谈船闸（文字实录）": {}},
    refuses=("实录一座船闸的一天", "《实录》出版了"),
    kind=K.TRANSCRIPT,
)

_PRESS: Final = KindForm(
    name="press conference at the end of a Chinese headline",
    languages="zh",
    marks=kinds.BRIEFINGS,
    pattern=r"(?:主持|召开|举行|就.{2,40})?MARK(?:[（(][^）)]{1,20}[）)])?\W*$",
    examples={"2024年5月8日发言人林水主持例行记者会": {}, "水利局负责人就船闸收费答记者问": {}},
    refuses=("例行记者会上的提问", "答记者问的技巧"),
    kind=K.BRIEFING,
)

_PRESS_CONFERENCE: Final = KindForm(
    name="press conference",
    languages="en",
    marks=kinds.BRIEFING,
    pattern=r"(?:^|['’]s )MARK(?: (?:on|by|of|with) .{3,60})?$",
    examples={
        "Spokesperson Lin Wu's Regular Press Conference on May 8, 2024": {},
        "Press Briefing by the harbour master": {},
    },
    refuses=("Mayor holds a press conference on the lock and the tide", "Press conferences of Linshui"),
    kind=K.BRIEFING,
)

_COMMENTATOR: Final = KindForm(
    name="byline of a paper's commentator",
    languages="zh",
    marks=("评论员", "特约评论员", "评论员文章", "評論員"),
    pattern=r"^\W*[一-鿿·]{2,8}MARK(?:[\s:：]+[一-鿿·\s]{2,12})?\W*$",
    examples={"（临水日报评论员）": {}, "本报评论员 吴林": {}},
    refuses=("评论员吴林谈船闸", "本报评论员获奖，船闸放假"),
    kind=K.COMMENTARY,
)
_OPINION: Final = (*kinds.OF_A_PAPER, *kinds.COLUMNS, *kinds.COMMENTARY, *kinds.COMMENT)
_SURE_OPINION: Final = (*kinds.OF_A_PAPER, *kinds.COMMENTARY)

HEADLINE_KINDS: Final = Forms(
    (
        _PAPERS_COMMENTARY,
        _han(K.COMMENTARY, kinds.COLUMNS, "钟声", "吴林评论：船闸好用"),
        _western(K.COMMENTARY, kinds.COMMENTARY, "Opinion", "Opinion poll: the lock is liked"),
        _behind(K.COMMENTARY, kinds.COMMENTARY, "Opinion", "A lock - Opinion divided"),
        _VISITED,
        _EXCLUSIVE,
        _han(K.INTERVIEW, kinds.INTERVIEWS, "对话", "吴林对话林水"),
        _western(K.INTERVIEW, kinds.INTERVIEW, "Interview", "Interviews: the lock in summer"),
        _RECORD,
        _han(K.TRANSCRIPT, kinds.WHOLE_TEXTS, "全文", "全文检索的船闸"),
        _bracketed(K.TRANSCRIPT, kinds.WHOLE_TEXTS, "全文", "报告全文公布"),
        _western(K.TRANSCRIPT, kinds.TRANSCRIPT, "Full text", "Full text search: how it works"),
        _PRESS,
        _PRESS_CONFERENCE,
        _han(K.GALLERY, kinds.GALLERIES, "组图", "组图软件上线"),
        _bracketed(K.GALLERY, kinds.GALLERIES, "组图", "临水的船闸开了（图）"),
        _western(K.GALLERY, kinds.GALLERY, "In pictures", "Gallery owner: the lock is a picture"),
        _behind(K.GALLERY, kinds.GALLERY, "in pictures", "A lock – in pictures and words"),
        _han(K.LIVE, kinds.LIVE_REPORTS, "直播", "直播带货的渔民"),
        _western(K.LIVE, kinds.LIVE, "Live", "Live fish: prices rise"),
        _behind(K.LIVE, kinds.LIVE, "live", "Where the lock keepers live"),
        _han(K.VIDEO, kinds.VIDEOS, "视频", "视频平台上的船闸"),
        _bracketed(K.VIDEO, kinds.VIDEOS, "视频", "渔民拍下视频"),
        _western(K.VIDEO, kinds.VIDEO, "Video", "Video game: the lock as a level"),
        _behind(K.VIDEO, kinds.VIDEO, "video", "Lock master caught on video"),
        _OFFICIAL_DOCUMENT,
        _ANNOUNCED,
        _han(K.ANNOUNCEMENT, kinds.ANNOUNCEMENTS, "公告", "公告牌前的渔民"),
        _western(K.ANNOUNCEMENT, kinds.ANNOUNCEMENT, "Notice", "Notice board: the lock in notes"),
        _han(K.NEWS, kinds.NEWS_FLASHES, "快讯", "快讯社成立"),
        _western(K.NEWS, kinds.NEWS, "Breaking", "Breaking bread: a lock and its baker"),
    )
)
"""Marks in headlines, those that say more before the others."""

SIGNS: Final = re.compile(r"[\[\]【】（）()〔〕「」“”:：丨|｜│︱/.—–-]")
"""Signs of which a headline has one beside any mark, except those of `BARE_KINDS`."""
BARE_KINDS: Final = Forms(
    (
        *(_PAPERS_COMMENTARY, _EXCLUSIVE, _RECORD, _PRESS),
        *(_PRESS_CONFERENCE, _OFFICIAL_DOCUMENT, _ANNOUNCED),
    )
)
"""Marks that need no sign beside them."""

LABEL_KINDS: Final = Forms(
    (
        _COMMENTATOR,
        _label(K.COMMENTARY, _OPINION, "Opinion", "评论林水的船闸"),
        _label(K.INTERVIEW, (*kinds.INTERVIEWS, *kinds.INTERVIEW), "Interview", "Interview rooms"),
        _label(K.TRANSCRIPT, (*kinds.RECORDS, *kinds.TRANSCRIPT), "Transcript", "Transcripts of 1988"),
        _label(K.BRIEFING, (*kinds.BRIEFINGS, *kinds.BRIEFING), "Press Conference", "Press"),
        _label(K.GALLERY, (*kinds.GALLERIES, *kinds.GALLERY), "Photos", "Photos of the lock"),
        _label(K.LIVE, (*kinds.LIVE_REPORTS, *kinds.LIVE), "Live", "Live fish"),
        _label(K.VIDEO, (*kinds.VIDEOS, *kinds.VIDEO), "Video", "Video games"),
        _label(K.ANNOUNCEMENT, (*kinds.ANNOUNCEMENTS, *kinds.ANNOUNCEMENT), "公告", "公告牌"),
        _label(K.NEWS, (*kinds.NEWS_FLASHES, *kinds.NEWS, *kinds.NEWS_SECTIONS), "News", "Newsletter"),
    )
)
"""Labels: kickers and sections."""

LINE_KINDS: Final = Forms(
    (
        _COMMENTATOR,
        _label(K.COMMENTARY, _SURE_OPINION, "Opinion", "Comment"),
        _label(K.INTERVIEW, (*kinds.INTERVIEWS, *kinds.INTERVIEW), "Interview", "Interview rooms"),
        _label(K.TRANSCRIPT, (*kinds.RECORDS, *kinds.TRANSCRIPT), "Transcript", "Transcripts of 1988"),
    )
)
"""Labels in a line between headline and text, where `Comment`, `Video` and `Live` name buttons."""
