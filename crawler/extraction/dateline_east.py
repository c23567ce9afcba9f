"""Datelines in Chinese, Japanese and Korean."""

from __future__ import annotations

import re
import unicodedata

from crawler.extraction.dateline_day import Day, iso_day
from crawler.items import Dateline

_NUM = r"[0-9０-９〇零一二三四五六七八九十]{1,4}"
_S = r"[ \u3000\xa0]{0,2}"
_DATE = (
    rf"(?:(?P<year>(?:19|20|１９|２０)[0-9０-９]{{2}}){_S}年{_S})?"
    rf"(?:(?P<month>{_NUM}){_S}月{_S})?(?P<day>{_NUM}){_S}日"
)
_NAMES = r"[^（）()\[\]【】。；;：:<>]{1,60}"
_BRACKETS = rf"[（(]{_S}(?P<who>{_NAMES}){_S}[）)]"

# Agencies and papers by the last character of their names, the longest first; a place may follow.
_AGENCY = re.compile(
    r"^(?:本报|本網|本网|本刊|本台|本社|本站|本報"
    r"|[A-Za-z一-鿿·.]{0,14}?(?:新华社|新華社|中新社|中央社|通讯社|通訊社|新华网|新華網|人民网"
    r"|人民網|中新网|中新網|央视网|中国网|中國網|光明网|青年网"
    r"|日报|日報|晚报|晚報|早报|時報|时报|晨报|商报|快报|导报|都市报|青年报|新报|京报|社|报|報|网"
    r"|網|在线|線上|之家|客户端|电视台|广播电台|央视新闻|新闻"
    r"|经纬|科技|财经|体育|娱乐|头条)(?!网|網|社|报|報|在线|新闻网|客户端)(?:[一-鿿]{2,4}(?:频道"
    r"|客户端)|·[一-鿿]{2,8}(?:客户端|频道)|客户端)?)"
)
_QUOTED = re.compile(r"“[^”]*”")
_NOT_PLACE = re.compile(r"记者|記者|消息|综合|快讯|[，,。；：:]|\d|北京时间")
_REPORT = re.compile(
    rf"^{_S}(?P<who>[一-鿿·]{{0,10}}?(?:记者|記者){_S}[一-鿿·、 ]{{2,24}}?"
    rf"(?:[，,、]{_S}[一-鿿]{{0,10}}(?:记者|記者){_S}[一-鿿·、 ]{{2,24}}?)*)"
    rf"(?:报道|報導|報道){_S}[：:]?"
)
_VERB = r"(?:(?:新媒体)?专?电|專?電|快讯|讯|訊|综合消息|消息|综合报道|报道|報導|報道)"

_WIRE = re.compile(
    rf"^(?P<head>(?:[^，。,；;：:！？\d０-９（）()“”]|“[^”]{{1,10}}”){{1,24}}?(?:[（"
    rf"(][一-鿿]{{2,8}}[）)])?){_S}(?:（|\()?{_DATE}?(?:）|\))?{_S}(?P<hour>凌晨|上午|下午|晚间?"
    rf"|午间?)?{_S}"
    rf"(?P<verb>{_VERB})(?![视視影脑腦台话話子力商动動网池器梯报])(?P<close>[：:，,](?!\d))?"
    rf"(?:{_S}{_BRACKETS})?(?P<colon>[：:])?"
)
_NO_DATE = re.compile(
    rf"^(?P<head>[^，。,；;：:！？\d０-９（）() ]{{2,20}}?){_S}(?P<verb>快讯|讯|訊|消息|电|電)"
    rf"(?:{_S}{_BRACKETS}(?P<colon>[：:])?|(?P<close>[：:])|(?=[ \u3000\xa0]|记者|記者|特派)|"
    rf"(?<=[讯訊])(?![息号號道问問]))"
)
_NO_VERB = re.compile(
    rf"^(?P<head>(?:新华社|新華社|中新社|人民网|中新网)[一-鿿]{{0,8}}?){_DATE}{_S}{_BRACKETS}"
)
_SIGNED = re.compile(
    rf"^{_S}[一-鿿·]{{0,20}}?(?:记者|記者){_S}(?P<who>[一-鿿·]{{2,4}}(?:[、 ][一-鿿·]{{2,4}})*)$"
)
_CORRESPONDENT = re.compile(
    rf"^【(?P<head>[一-鿿]{{2,8}}?)(?:驻[一-鿿]{{2,8}}?)?(?:特派|特约)?(?:记者|記者){_S}"
    rf"(?P<who>[一-鿿·、 ]{{2,24}})】"
)
_SPORT = re.compile(
    rf"^(?P<head>[^，。\d]{{2,12}}?)讯{_S}北京时间{_DATE}(?:凌晨|上午|下午|晚间?|午间?)?消息[，,：:]?"
)
_TAIWAN = re.compile(
    rf"^[（(〔\[【]{_S}(?P<head>[一-鿿]{{2,6}}?)?{_S}(?:特派員?|綜合)?(?:記者|记者)"
    rf"(?P<who>[一-鿿、·]{{2,4}}(?:[、／/][一-鿿]{{2,4}})*?)?"
    rf"{_S}[／/]?{_S}(?P<place>[一-鿿]{{2,6}}?)?(?:{_DATE}{_S}(?:綜合外電報導|專?電|電|讯|訊)|{_S}"
    rf"(?:綜合)?(?:報導|報道|报道|電)){_S}[）)〕\]】]"
)
_BY_REPORTER = re.compile(
    rf"^(?P<head>[一-鿿A-Za-z]{{2,10}}?)(?:记者|記者)(?P<who>[一-鿿·]{{2,4}}"
    rf"(?:[、 ][一-鿿·]{{2,4}})*?){_S}{_DATE}(?:报道|報導|讯|电)[：:]?"
)
_COMPILED = re.compile(rf"^[（(]综合(?:外电)?{_DATE}电[）)]")
_SQUARE = re.compile(
    r"^[【\[](?P<head>[^】\]]{2,24}?)(?:專訊|专讯|专电|專電|讯|訊|电|電|消息|報道|报道)[】\]]"
)
_JAPANESE = re.compile(r"^【(?P<in>[^】]{2,40})】")
_JA_AGENCY = re.compile(r"新華社|共同|時事|聯合ニュース|AFP(?:=時事)?|ロイター|ＡＦＰ|AP|CNS|人民網|CGTN")
_KOREAN = re.compile(
    rf"^[(（]{_S}(?P<places>[가-힣A-Za-z·\s]{{1,24}}){_S}[=＝]{_S}"
    rf"(?P<agency>[가-힣A-Za-z0-9]{{2,12}}){_S}[)）]{_S}"
    rf"(?P<who>[가-힣]{{2,4}}(?:[ ·,]+[가-힣]{{2,4}})*?)?{_S}(?:특파원|기자|통신원)?{_S}[=＝]"
)
_KOREAN_SQUARE = re.compile(
    rf"^\[{_S}(?P<agency>신화망|신화통신|신화사|인민망(?: 한국어판)?|중국망|연합뉴스|뉴시스"
    rf"|뉴스1){_S}(?P<places>[가-힣]{{1,10}})?{_S}"
    rf"(?:(?P<month>\d{{1,2}})월{_S}(?P<day>\d{{1,2}})일)?{_S}\]"
)
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
_ROLES = re.compile(
    r"(?:[一-鿿·]{1,12}(?:社|报|報|网|網|台|刊|在线))?(?:首席|特派|特约|见习|實習|实习"
    r"|驻[一-鿿]{2,6}|全媒体|融媒体|通讯员|通訊員|職工|职工"
    r"|记者|記者|文字|摄影|整合|编译|综合|报道|實習生|实习生)+[:：]?"
)


def parse_eastern(text: str, published: str | None) -> Dateline | None:
    """The dateline that opens a Chinese, Japanese or Korean text; None where there is none."""
    first = text[:1]
    if first in "【[（(〔":
        return _bracketed(text, published) or _chinese(text, published)
    return _chinese(text, published)


def _in_brackets(text: str, published: str | None) -> Dateline | None:
    """`【某报专讯】`: who reports, and the word for it, in brackets."""
    found = _SQUARE.match(text)
    if found is None or not _AGENCY.match(found["head"]):
        return None
    day = re.search(_DATE, found["head"])
    head = found["head"].replace(day[0], "") if day else found["head"]
    agency = _AGENCY.match(head)
    name = agency[0] if agency else head
    return Dateline(text=found[0], places=_places(head[len(name) :]), date=_iso(day, published), agency=name)


def _bracketed(text: str, published: str | None) -> Dateline | None:
    for pattern in (_KOREAN, _KOREAN_SQUARE):
        if found := pattern.match(text):
            return _korean(found, published)
    if (found := _JAPANESE.match(text)) and (dateline := _japanese(found, published)):
        return dateline
    if found := _COMPILED.match(text):
        return Dateline(text=found[0], date=_iso(found, published))
    if (found := _CORRESPONDENT.match(text)) and _AGENCY.match(found["head"]):
        return Dateline(text=found[0], agency=found["head"], reporters=_people(found["who"], named=True))
    if found := _TAIWAN.match(text):
        return _taiwan(found, published)
    return _in_brackets(text, published)


def _chinese(text: str, published: str | None) -> Dateline | None:
    sport = _SPORT.match(text)
    if sport:
        return _wire(sport, sport["head"], "", published)
    by = _BY_REPORTER.match(text)
    if by and _AGENCY.match(by["head"]):
        return Dateline(
            text=by[0].strip(),
            date=_iso(by, published),
            agency=by["head"],
            reporters=_people(by["who"], named=True),
        )
    found = _WIRE.match(text) or _NO_DATE.match(text) or _NO_VERB.match(text)
    if found is None:
        return None
    head = found["head"].removeprefix("据").removeprefix("據")
    agency = _AGENCY.match(head)
    name = agency[0] if agency else head
    place = head[len(name) :].strip(" \u3000\xa0")
    if place[:1].isascii() and place:  # 证券时报e公司: a channel of the paper
        name, place = head, ""
    if head != found["head"] and "电" not in found[0][len(found["head"]) :]:
        return None  # `据某网9月9日报道` is an attribution
    if (
        (not agency and not _may_be_agency(found))
        or _NOT_PLACE.search(_QUOTED.sub("", place))
        or len(place) > 14
    ):
        return None
    return _wire(found, name, place, published)


def _may_be_agency(found: re.Match[str]) -> bool:
    """Whether an unknown name before a date and 讯 can be who reports: it opens no sentence."""
    dated = found.re is _WIRE and found["verb"] in ("讯", "訊", "消息", "电", "電")
    return (
        dated
        and len(found["head"].strip()) <= 8
        and not re.search(r"[的在于和与是据]|今天|昨天|近日", found["head"])
    )


def _wire(found: re.Match[str], agency: str, place: str, published: str | None) -> Dateline:
    groups = found.groupdict()
    text = found[0]
    reporters = _people(groups.get("who"))
    after = _REPORT.match(found.string[len(text) :]) or _SIGNED.match(found.string[len(text) :])
    if after:
        text += after[0]
        reporters += _people(after["who"], named=True)
    return Dateline(
        text=text.strip(),
        places=_places(place),
        date=_iso(found, published) if groups.get("day") else None,
        agency=agency.strip() or None,
        reporters=reporters,
    )


def _taiwan(found: re.Match[str], published: str | None) -> Dateline:
    who, place = found["who"] or "", found["place"] or ""
    return Dateline(
        text=found[0],
        places=_places(place),
        date=_iso(found, published) if found["day"] else None,
        agency=found["head"],
        reporters=_people(who.replace("／", "、"), named=True),
    )


def _japanese(found: re.Match[str], published: str | None) -> Dateline | None:
    inside = found["in"]
    day = re.search(rf"(?:(?P<year>20\d\d)年)?(?P<month>{_NUM})月(?P<day>{_NUM})日", inside)
    rest = inside.replace(day[0], "") if day else inside
    place, equals, who = rest.partition("＝")
    if equals and re.fullmatch(r"[一-鿿぀-ヿ]{2,12}", who):
        return Dateline(text=found[0], places=_places(place), date=_iso(day, published), reporters=(who,))
    agency = _JA_AGENCY.search(rest)
    if agency is None:
        return None
    place = (rest[: agency.start()] + rest[agency.end() :]).strip(" \u3000＝=・")
    if len(place) > 12 or re.search(r"[。、「」]", place):
        return None
    return Dateline(text=found[0], places=_places(place), date=_iso(day, published), agency=agency[0])


def _korean(found: re.Match[str], published: str | None) -> Dateline:
    groups = found.groupdict()
    who = groups.get("who") or ""
    return Dateline(
        text=found[0].strip(),
        places=tuple(p for p in re.split(r"[·,\s]+", groups["places"] or "") if p),
        date=_iso(found, published) if groups.get("day") else None,
        agency=groups["agency"],
        reporters=tuple(name for name in re.split(r"[ ·,]+", who) if name),
    )


def _places(text: str) -> tuple[str, ...]:
    return tuple(
        place for part in re.split(r"[、/／·,，（）()]", text) if (place := part.strip(" \u3000\xa0"))
    )


def _people(text: str | None, named: bool = False) -> tuple[str, ...]:
    """The reporters in brackets: with the word 记者, or as names that are nothing else."""
    if not text:
        return ()
    text = re.sub(r"[一-鿿·]{2,4}\s*(?:摄影|摄)(?=$|[、，\s])", "", text) if "摄" in text else text
    said = named or bool(_ROLES.search(text))
    names = [n for n in re.split(r"[、，,/／\s\u3000\xa0]+", _ROLES.sub(" ", text)) if n]
    people = tuple(
        name for name in names if re.fullmatch(r"[一-鿿·]{2,4}|[一-鿿·]{5,12}|[A-Z][A-Za-z .]+", name)
    )
    bare = len(people) == len(names) and all(len(name) <= 3 for name in names)
    return people if said or bare else ()


def _iso(found: re.Match[str] | None, published: str | None) -> str | None:
    if found is None:
        return None
    groups = found.groupdict()
    day, month, year = (_number(groups.get(key)) for key in ("day", "month", "year"))
    return iso_day(Day(day, month, year), published) if day else None


def _number(text: str | None) -> int | None:
    """A number in any digits: 7, ７, 七, 二十三, 三十."""
    if not text:
        return None
    text = unicodedata.normalize("NFKC", text)
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if ten:
        return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
    return int("".join(str(_DIGITS.get(c, 0)) for c in text))
