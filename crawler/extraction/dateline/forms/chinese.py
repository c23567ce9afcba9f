"""Forms of the heads of Chinese datelines: `新华社北京8月6日电`, `央视网消息：`, `〔記者吳林／台北報導〕`."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.dateline.dates import is_day
from crawler.extraction.dateline.forms.chinese_parts import (
    CLOCK,
    FILED,
    MARKED,
    MARKS,
    NEWS,
    PAUSE,
    PLACE,
    REPORTED,
    REPORTER,
    SOFT_PAUSE,
    TIME_ZONE,
    TOLD,
    WHEN,
    WHO,
    WIRED,
    ChineseForm,
    Led,
    LedForm,
)
from crawler.extraction.form import Parts
from crawler.extraction.lexicon.han import HAN, MIXED_NAMES, NAMES, WORD
from crawler.extraction.lexicon.organisations import SEVERAL
from crawler.extraction.lexicon.places_chinese import PLACES

GENERAL: Final = SEVERAL | {"综合外电", "綜合外電"}
"""Words in place of an agency or a town, for a text with several sources."""
_SENTENCE: Final = re.compile(r"[有该该据據在從从至自于於將将今去我他她这這那是的了]|记者|記者|公司|预计")
_MARK_ENDS: Final = frozenset("讯訊电電")
_REPORTERS: Final = re.compile("记者|記者|通讯员|通訊員")
_LONGEST_UNDATED: Final = 6
"""Characters of a place without a date, at most."""
_SOUND: Final = rf"(?:(?<=[道導])(?=[ :]|$)|(?<=消息){PAUSE}|(?<![道導息]))"
"""Condition behind a date: 报道 and 消息 close a dateline only before a pause."""
_REPORTED_ON: Final = "[称稱说說指了的过過显顯示透中后後时時]|认为|認為"
"""Words behind 报道 as a verb or a noun: `某网8月6日报道称`."""
_WORDS_WITH_DIAN: Final = "[视視商影台子力脑腦池报報话話机機信传傳网網梯器动動车車灯燈竞競价價波压壓流量缆纜]"
"""Characters that form a word with the 电 before them: 电视."""
_KIND: Final = r"(?:综合|綜合)?(?:报道|報道|讯|訊)?\s*"
"""Words that may stand before a correspondent in brackets."""
_ANY_MARKED: Final = MARKED.replace("?P<mark>", "?:")
_STRANGER: Final = (
    rf"(?!{TIME_ZONE})(?P<agency>(?:{WORD}|(?<=\w) (?=[A-Z])){{2,14}}?)(?=\s*{CLOCK}\d{{1,4}}\s?(?:年|月|日))"
)


def _names_places(parts: Parts) -> bool:
    return all(place in PLACES for place in parts["place"].split("/"))


def _is_filed(parts: Parts) -> bool:
    """Return whether the date is in the calendar, and the place has no mark at its end and no reporters."""
    place = parts.get("place")
    return is_day(parts) and not (place and (place[-1] in _MARK_ENDS or _REPORTERS.search(place)))


def _is_filed_there(parts: Parts) -> bool:
    return _is_filed(parts) and parts["place"] in PLACES


def _is_no_sentence(parts: Parts) -> bool:
    """Return whether the date counts, and the words before it belong to no sentence."""
    return _is_filed(parts) and not any(_SENTENCE.search(parts.get(name, "")) for name in ("place", "agency"))


def _is_of_one(parts: Parts) -> bool:
    return parts["agency"] not in GENERAL


def _is_wire(parts: Parts) -> bool:
    """Return whether a news agency is named, not a site."""
    return parts["agency"].endswith("社")


def _is_short(parts: Parts) -> bool:
    return _is_of_one(parts) and len(parts["place"]) <= _LONGEST_UNDATED


DATED: Final = (
    LedForm(
        name="Chinese: agency, place and date",
        languages="zh",
        marks=MARKS,
        pattern=rf"(?>\s*{PLACE}??\s*{WHEN}\s*{MARKED}){_SOUND}",
        examples={
            "新华社北京8月6日电": {
                "agency": "新华社",
                "place": "北京",
                "month": "8",
                "day": "6",
                "mark": "电",
            },
            "中国网2022年８月６日讯": {
                "agency": "中国网",
                "year": "2022",
                "month": "8",
                "day": "6",
                "mark": "讯",
            },
            "据新华社北京十一月二十日电": {
                "according": "据",
                "agency": "新华社",
                "place": "北京",
                "month": "十一",
                "day": "二十",
                "mark": "电",
            },
            "（路透台北6日電）": {"agency": "路透", "place": "台北", "day": "6", "mark": "電"},
        },
        refuses=(
            "某某网8月6日报道，展览将持续一个月。",
            "据某某网8月6日报道，展览将持续一个月。",
            "新华社北京13月45日电",
            "新华社北京电",
        ),
        holds=_is_filed,
    ),
    LedForm(
        name="Chinese: agency, reporters and date",
        languages="zh",
        marks=MARKS,
        pattern=rf"(?>\s*{WHO}\s*{WHEN}\s*{MARKED})(?:(?<!消息)|{PAUSE})",
        examples={
            "新华社记者吴林北京8月6日电": {
                "agency": "新华社",
                "who": "吴林北京",
                "month": "8",
                "day": "6",
                "mark": "电",
            },
            "东方网记者吴林8月6日报道：": {
                "agency": "东方网",
                "who": "吴林",
                "month": "8",
                "day": "6",
                "mark": "报道",
            },
            "（中央社記者吳林甲台北21日電）": {
                "agency": "中央社",
                "who": "吳林甲台北",
                "day": "21",
                "mark": "電",
            },
        },
        refuses=("新华社记者吴林北京13月45日电", "新华社记者从主办方获悉，展览8月6日开幕。"),
        holds=is_day,
    ),
    LedForm(
        name="Chinese: agency, reporters, date and place",
        languages="zh",
        marks=TOLD,
        pattern=rf"\s*{WHO}\s*{WHEN}\s*(?P<place>{HAN}{{2,4}}?)(?P<mark>(?:电|电话|专题)?MARK){PAUSE}",
        examples={
            "【例報記者吳林8月6日台北報導】": {
                "agency": "例報",
                "who": "吳林",
                "month": "8",
                "day": "6",
                "place": "台北",
                "mark": "報導",
            },
        },
        refuses=("新华社记者吴林8月6日展览报道", "据新华社记者吴林8月6日北京报道，展览开幕。"),
        holds=_is_filed_there,
    ),
    LedForm(
        name="Chinese: agency, place and date before a bracket",
        languages="zh",
        pattern=rf"\s*(?:{WHO}|{PLACE})??\s*{WHEN}\s*(?=\s?[(\]]|$)",
        examples={
            "新华社北京8月6日（吴林、周样）": {
                "agency": "新华社",
                "place": "北京",
                "month": "8",
                "day": "6",
            }
        },
        refuses=("新华社北京8月6日，展览开幕。", "据新华社北京8月6日（吴林）"),
        holds=_is_filed,
    ),
    LedForm(
        name="Chinese: known agency, date and 报道 before the text",
        languages="zh",
        marks=TOLD,
        led=Led.BY_KNOWN,
        pattern=rf"\s*{PLACE}??\s*{WHEN}\s*(?P<mark>MARK)(?![\s:,(\])]|$|{_REPORTED_ON})",
        examples={
            "中新网8月6日报道美媒称，展览开幕。": {
                "agency": "中新网",
                "month": "8",
                "day": "6",
                "mark": "报道",
            }
        },
        refuses=(
            "中新网8月6日报道称，展览开幕。",
            "中新网8月6日报道的展览持续一个月。",
            "某某网8月6日报道美媒称，展览开幕。",
            "据中新网8月6日报道美媒称，展览开幕。",
        ),
        holds=_is_filed,
    ),
    LedForm(
        name="Chinese: agency, date and place",
        languages="zh",
        marks=(*WIRED, *NEWS),
        led=Led.BY_KNOWN,
        pattern=rf"\s*{WHEN}\s*(?P<place>{HAN}{{2,4}}?){MARKED}(?!人士|称|稱|灵通|靈通|来源|來源)",
        examples={
            "中国台湾网8月6日北京消息": {
                "agency": "中国台湾网",
                "month": "8",
                "day": "6",
                "place": "北京",
                "mark": "消息",
            }
        },
        refuses=("中新网8月6日北京消息人士称，展览开幕。", "中新网8月6日展览消息", "某某网8月6日北京消息"),
        holds=_is_filed_there,
    ),
)
"""Heads that begin with an agency and have a date; each possible name at the start is tried."""

UNDATED: Final = (
    LedForm(
        name="Chinese: agency and its reporters",
        languages="zh",
        marks=TOLD,
        pattern=(
            rf"(?>\s*{HAN}{{0,12}}?(?:记者|記者|编译|編譯|特派员|特派員)[:]?\s*(?P<who>{NAMES}{{2,40}}?)"
            rf"(?P<mark>(?:现场|現場|综合|綜合)?MARK)){PAUSE}"
        ),
        examples={
            "21世纪经济报道记者 吴林 北京报道": {
                "agency": "21世纪经济报道",
                "who": "吴林 北京",
                "mark": "报道",
            }
        },
        refuses=("新华社记者从主办方获悉，展览开幕。", "据新华社记者吴林报道，展览开幕。"),
    ),
    LedForm(
        name="Chinese: agency and 报道 before its reporters",
        languages="zh",
        marks=TOLD,
        pattern=rf"\s*{MARKED}(?=$|\s?\([^()]{{0,16}}(?:记者|記者))",
        examples={
            "国际在线报道（记者吴林）：": {"agency": "国际在线", "mark": "报道"},
            "【環球時報綜合報導】": {"agency": "環球時報", "mark": "綜合報導"},
        },
        refuses=("国际在线报道，展览开幕。", "据国际在线报道（记者吴林）："),
    ),
    LedForm(
        name="Chinese: agency and 消息",
        languages="zh",
        marks=NEWS,
        pattern=rf"\s*{MARKED}{PAUSE}",
        examples={"央视网消息：": {"agency": "央视网", "mark": "消息"}},
        refuses=("据新华社消息，展览开幕。", "综合消息，近日多地降温。", "央视网消息灵通"),
        holds=_is_of_one,
    ),
    LedForm(
        name="Chinese: known agency and 讯",
        languages="zh",
        marks=REPORTED,
        led=Led.BY_KNOWN,
        pattern=rf"\s*{MARKED}",
        examples={
            "本报讯（记者 吴林）": {"agency": "本报", "mark": "讯"},
            "【本報訊】（記者吳林）": {"agency": "本報", "mark": "訊"},
            "凤凰网科技讯 北京时间8月6日凌晨消息": {"agency": "凤凰网科技", "mark": "讯"},
        },
        refuses=("本报评论员", "综合讯"),
        holds=_is_of_one,
    ),
    LedForm(
        name="Chinese: known agency and 电",
        languages="zh",
        marks=WIRED,
        led=Led.BY_KNOWN,
        pattern=rf"\s*{MARKED}{SOFT_PAUSE}",
        examples={"综合新华社电": {"according": "综合", "agency": "新华社", "mark": "电"}},
        refuses=("央视网电视频道开通", "人民网电商频道今天开通。"),
        holds=_is_of_one,
    ),
    LedForm(
        name="Chinese: known agency and 电 before the text",
        languages="zh",
        marks=("电", "電"),
        led=Led.BY_KNOWN,
        pattern=rf"(?P<mark>MARK)(?={HAN})(?!{_WORDS_WITH_DIAN})",
        examples={
            "据新华社电某国一名学者开办展览。": {"according": "据", "agency": "新华社", "mark": "电"},
        },
        refuses=("央视网电视频道开通", "人民网电商频道今天开通。", "据某某社电某国学者"),
        holds=_is_wire,
    ),
    LedForm(
        name="Chinese: agency told by its ending and 讯 or 电",
        languages="zh",
        marks=(*WIRED, *REPORTED),
        led=Led.BY_TOLD,
        pattern=rf"\s*{MARKED}{PAUSE}",
        examples={"林水晚报讯（记者 吴林）": {"agency": "林水晚报", "mark": "讯"}},
        refuses=("林水晚报讯息台今天开通",),
        holds=_is_of_one,
    ),
    LedForm(
        name="Chinese: known agency and place",
        languages="zh",
        marks=MARKS,
        led=Led.BY_KNOWN,
        pattern=rf"(?!\s*{_ANY_MARKED})(?>\s*{PLACE}\s*{MARKED})(?<=[电電讯訊]){SOFT_PAUSE}",
        examples={"新华社北京电（记者吴林）": {"agency": "新华社", "place": "北京", "mark": "电"}},
        refuses=("新华社北京电视中心", "新华社北京分社门前的旧电车 "),
        holds=_is_short,
    ),
)
"""Heads that begin with an agency and have no date."""

ALONE: Final = (
    ChineseForm(
        name="Chinese: place and date",
        languages="zh",
        marks=FILED,
        pattern=rf"(?!\s*{TIME_ZONE})\s*{PLACE}??\s*{WHEN}\s*{MARKED}{PAUSE}",
        examples={
            "北京8月6日电 ": {"place": "北京", "month": "8", "day": "6", "mark": "电"},
            "8月6日消息，": {"month": "8", "day": "6", "mark": "消息"},
        },
        refuses=(
            "8月6日，展览在北京开幕。",
            "公司8月6日消息，展览开幕。",
            "北京时间8月6日上午消息，展览开幕。",
        ),
        holds=_is_no_sentence,
    ),
    ChineseForm(
        name="Chinese: unknown agency and date",
        languages="zh",
        marks=FILED,
        pattern=rf"{_STRANGER}\s*{WHEN}\s*{MARKED}{PAUSE}",
        examples={"IT观察 8 月 6 日消息，": {"agency": "IT观察", "month": "8", "day": "6", "mark": "消息"}},
        refuses=(
            "该公司8月6日消息，展览开幕。",
            "某某8月6日报道，展览开幕。",
            "北京时间8月6日上午消息，展览开幕。",
        ),
        holds=_is_no_sentence,
    ),
)
"""Heads that begin with neither a known agency nor a name with a paper's ending."""

SLASHED: Final = (
    ChineseForm(
        name="Chinese: reporters and place between slashes",
        languages="zh",
        marks=TOLD,
        pattern=(
            rf"(?P<agency>{WORD}{{0,12}}?)/?(?:(?:实习|實習)?(?:记者|記者)|编译|編譯|特派員)"
            rf"\s*(?P<who>{MIXED_NAMES}{{2,40}}?)?\s*/\s*(?P<place>{NAMES}{{2,12}}?)(?:连线|連線)?"
            r"(?P<mark>MARK)(?=[\s:]|$)"
        ),
        examples={
            "〔記者吳林甲／台北報導〕": {"who": "吳林甲", "place": "台北", "mark": "報導"},
            "【例報／記者吳林甲／台北報導】": {
                "agency": "例報",
                "who": "吳林甲",
                "place": "台北",
                "mark": "報導",
            },
        },
        refuses=("〔記者吳林甲台北報導〕", "記者／台北"),
    ),
    ChineseForm(
        name="Chinese: desk and place between slashes",
        languages="zh",
        marks=TOLD,
        pattern=(
            rf"(?P<agency>{WORD}{{1,12}}?)\s*/\s*(?P<place>{NAMES}{{2,12}}?)(?:连线|連線)?"
            r"(?P<mark>MARK)(?=[\s:]|$)"
        ),
        examples={"〔財經頻道／綜合報導〕": {"agency": "財經頻道", "place": "綜合", "mark": "報導"}},
        refuses=("〔財經頻道報導〕",),
    ),
)
"""Heads of desk, reporters and place with slashes between them: `〔記者吳林／台北報導〕`."""

LED_CORRESPONDENTS: Final = (
    LedForm(
        name="Chinese: agency and its correspondent, in brackets",
        languages="zh",
        marks=REPORTER,
        pattern=(
            rf"{_KIND}(?P<who>{HAN}{{0,12}}?MARK[:]?\s*{MIXED_NAMES}{{2,60}}?)"
            r"(?:[报報][道導])?$"
        ),
        examples={
            "【环球时报驻某国特派记者 吴林】": {"agency": "环球时报", "who": "驻某国特派记者 吴林"},
            "【环球网综合报道 记者 吴林】": {"agency": "环球网", "who": "记者 吴林"},
        },
        refuses=("【环球时报】", "【环球网综合报道】"),
    ),
)
"""Heads that begin with an agency and fill a bracket: `【环球时报驻某国特派记者 吴林】`."""

CORRESPONDENTS: Final = (
    ChineseForm(
        name="Chinese: correspondent, in brackets",
        languages="zh",
        marks=REPORTER,
        pattern=rf"{_KIND}MARK[:]?\s*(?P<who>{MIXED_NAMES}{{2,60}}?)(?P<mark>[报報][道導])$",
        examples={"【記者吳林甲台中報導】": {"who": "吳林甲台中", "mark": "報導"}},
        refuses=("【記者吳林甲】", "【战报】大盘今天震荡消化。"),
    ),
    ChineseForm(
        name="Chinese: correspondent of a desk, in brackets",
        languages="zh",
        marks=REPORTER,
        pattern=(rf"{_KIND}(?P<who>{HAN}{{1,12}}?MARK[:]?\s*{MIXED_NAMES}{{2,60}}?)(?P<mark>[报報][道導])$"),
        examples={"【駐東京記者吳林甲報導】": {"who": "駐東京記者吳林甲", "mark": "報導"}},
        refuses=("【駐東京記者吳林甲】",),
    ),
    ChineseForm(
        name="Chinese: place and 讯 or 电, in brackets",
        languages="zh",
        marks=("讯", "訊", "电", "電"),
        pattern=rf"(?P<place>{HAN}{{2,8}}?(?:/{HAN}{{2,8}}?)*)(?:综合|綜合)?(?P<mark>MARK)$",
        examples={
            "（新加坡讯）展览开幕。": {"place": "新加坡", "mark": "讯"},
            "（华盛顿/北京综合讯）展览开幕。": {"place": "华盛顿/北京", "mark": "讯"},
            "（华盛顿综合电）展览开幕。": {"place": "华盛顿", "mark": "电"},
        },
        refuses=("（早报讯）展览开幕。", "（综合讯）展览开幕。", "新加坡讯号减弱。"),
        holds=_names_places,
    ),
    ChineseForm(
        name="Chinese: paper and 讯, in brackets",
        languages="zh",
        marks=("讯", "訊"),
        pattern=rf"(?P<agency>{HAN}{{1,5}}?)(?<![快简簡资資通喜短电電视視音合专專新捷闪閃])(?P<mark>MARK)$",
        examples={
            "【例訊】展覽開幕。": {"agency": "例", "mark": "訊"},
            "[林水财讯]展览开幕。": {"agency": "林水财", "mark": "讯"},
        },
        refuses=("【快讯】展览开幕。", "【最新资讯】展览开幕。", "【综合讯】展览开幕。"),
    ),
)
