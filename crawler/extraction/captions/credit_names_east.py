"""Who a photo credit in Chinese, Japanese or Korean names."""

from __future__ import annotations

import re

from crawler.extraction.captions.named import Named
from crawler.extraction.captions.photo_agencies import KNOWN, is_agency

_WHO = (
    r"(?P<who>[一-鿿ぁ-んァ-ヶー·A-Za-z .]{1,14}?(?:[、 \u3000/／]+[一-鿿·]{1,8}){0,5})"
    r"\s*[/／]?\s*(?:摄影|摄制|摄|攝影|攝|撮影|作|绘)"
)
_SHOT = (
    re.compile(
        r"^(?P<org>.*?)\s*(?:(?:首席|特约|实习|見習|见习|驻[一-鿿]{2,6})?(?:记者|記者|通讯员|通訊員"
        r"|攝影師|摄影师|摄影部)|[发發])"
        r"\s*[：:（(]?\s*" + _WHO
    ),
    re.compile(r"^(?P<org>[一-鿿·A-Za-z]*?)\s*[/／（(]\s*" + _WHO),
    re.compile(r"^(?P<org>[一-鿿]{2,8}(?:社|报|網|网|台|队|部))[ \u3000]+" + _WHO),
    re.compile(r"^(?P<org>)\s*" + _WHO),
)
_OF_ALL = re.compile(r"^本文(?:图片|照片|图)[^。]{0,14}?(?:均|都|皆)?(?:为|由|来自|来源于?|系)")
_DRAWN = re.compile(
    r"^(?P<org>[一-鿿]{2,8}?)\s?(?:见习|实习|高级|首席)?记者\s?"
    r"(?P<who>[一-鿿·]{2,4}(?:[、 ][一-鿿·]{2,4}){0,4})\s?[图圖]$"
)
_SHOT_BY = re.compile(
    r"^(?:摄影|攝影|撮影|摄|文/图|图/文)\s*[:：/／丨|]?\s*(?P<who>[一-鿿·]{2,4}"
    r"(?:[、 \u3000][一-鿿·]{2,4})*)$"
)
_PROVIDED = re.compile(
    r"^(?P<org>[^（(]*?)(?:[发發]\s?[（(]\s*)?(?P<by>[^（）()]*?)\s*(?:供图|供圖|提供)"
    r"(?:\s[一-鿿]{2,8})?\s*[）)]?$"
)
_HAN_LABEL = re.compile(
    r"^[▲△\s]*(?:Photo|图片来源|圖片來源|图片来自|图片提供|图源|圖源|供图|供圖|写真提供|写真|撮影|来源"
    r"|图片|圖片|摄影|攝影|图|圖)\s*[:：/／・]?\s*"
)


def han_names(inner: str) -> Named:
    """Take apart a credit with Chinese characters; brackets around it are gone."""
    by_label = _SHOT_BY.match(inner)
    if by_label:
        return Named(_people(by_label["who"]))
    inner = _OF_ALL.sub("", inner)
    if drawn := _DRAWN.match(inner):
        return Named(_people(drawn["who"]), drawn["org"])
    inner = re.sub(r"^[（(](?:资料图片?|资料照片?|資料照片?)[）)]\s*", "", inner)
    shot = next((found for pattern in _SHOT if (found := pattern.match(inner))), None)
    if shot:
        org = re.sub(r"^(?:资料|資料)(?:图|圖|照)?片?[，, ]*", "", _HAN_LABEL.sub("", shot["org"]))
        org = org.strip(" \u3000:：／/（(") or _behind(inner[shot.end() :])
        return Named(_people(shot["who"]), org.removesuffix("发").removesuffix("發") or None)
    provided = _PROVIDED.match(inner)
    if provided:
        return _provided(provided["org"], provided["by"])
    label = _HAN_LABEL.match(inner)
    rest = inner[label.end() :].strip() if label else inner
    rest = re.sub(r"^(?:资料图|資料圖)片?\s*", "", rest) or rest
    if label and _TAKEN_BY.match(label[0]) and _are_han_names(rest):
        return Named(_people(rest))
    return _han_parts(rest)


def _provided(org: str, by: str) -> Named:
    """Who provided a photo: an agency that issued it counts before its source."""
    org, by = (_HAN_LABEL.sub("", name).strip(" \u3000") for name in (org, by))
    if issued := _ISSUER.match(by):
        return Named(agency=issued[1])
    return Named(agency=(org if org and by else org or by) or None)


def _behind(rest: str) -> str:
    """The agency behind the photographer: `某甲摄/光明图片`."""
    name = rest.lstrip("/／")
    return name if name != rest and name.casefold() in KNOWN else ""


_ISSUER = re.compile(r"^([一-鿿]{2,6}[社网網])[发發]\s")
_TAKEN_BY = re.compile(r"[▲△\s]*(?:写真|撮影|摄影|攝影|图|圖)\s*[:：/／・]")
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖田董潘袁蔡蒋蔣余"
    "于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫阎段雷龙龍陶黎贺賀毛郝"
    "龚龔邵万萬钱錢严嚴武戴莫孔向汤湯温康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申耿关關焦左柳甘祝包宁寧符"
)
"""The commonest surnames; three people in four have one of the first hundred."""


def _are_han_names(text: str) -> bool:
    """Whether all of a short list may be people rather than organisations."""
    return all(map(_may_be_han_name, re.split(r"[、 \u3000]+", text)))


def _may_be_han_name(name: str) -> bool:
    is_chinese = bool(re.fullmatch(r"[一-鿿]{2,3}", name)) and name[0] in _SURNAMES
    is_japanese = bool(re.fullmatch(r"[一-鿿]{1,4}[ぁ-んァ-ヶー一-鿿]*[子郎美太介一ぁ-んァ-ヶー]", name))
    return (is_chinese or (is_japanese and len(name) > 3)) and not is_agency(name)


_TITLE = re.compile(r"^[一-鿿]{0,6}(?:记者|記者|通讯员|通訊員|摄影师|攝影師|摄影部|攝影部)")


def _people(text: str) -> tuple[str, ...]:
    """The names of a list, without job titles; `李 恒` is one name, printed wide."""
    names = [name for each in re.split(r"[、 \u3000/／]+", text) if (name := _TITLE.sub("", each))]
    if len(names) == 2 and all(len(name) == 1 for name in names):
        return ("".join(names),)
    return tuple(name for name in names if len(name) > 1)


def _han_parts(rest: str) -> Named:
    parts = [part.strip() for part in re.split(r"[／/、\s](?=\S)", rest) if part.strip()]
    if len(parts) > 1 and all(part.casefold() in KNOWN for part in parts):
        return Named(agency=rest)
    if len(parts) == 2 and (named := _beside(*parts) or _beside(*reversed(parts))):
        return named
    if re.fullmatch(r"(?:视频|网络|网页)?截图|资料(?:图片?|照片)?|資料(?:照片?)?", rest):
        return Named()
    rest = re.sub(r"^([一-鿿]{2,6}[社网網])[发發]$", r"\1", rest.removesuffix(" 资料").strip())
    return Named(agency=rest or None)


def _beside(org: str, who: str) -> Named | None:
    """A known agency and, beside it, what may be a person."""
    org = re.sub(r"(?:配信|记者|記者)$", "", org)
    may_be_person = 2 <= len(who) <= 4 and not is_agency(who) and who not in ("资料", "資料", "截图")
    return Named((who,), org) if org.casefold() in KNOWN and may_be_person else None


def korean_names(inner: str) -> Named:
    """Take apart a Korean credit; brackets around it are gone."""
    inner = re.sub(r"\.?\s*재판매.*$", "", inner)
    by = re.search(r"(?:촬영|사진)\s*[/=:]?\s*(?P<org>\S*?)\s*기자\s+(?P<who>[가-힣]{2,4})", inner)
    if by:
        return Named((by["who"],), by["org"] or None)
    inner = re.sub(r"^[/\s]*(?:자료\s?사진|사진\s?(?:제공|출처)|사진|촬영)\s*[:=：/]?\s*", "", inner).strip(
        " /"
    )
    by = re.fullmatch(r"(?:(?P<org>\S+)\s)?(?P<who>[가-힣]{2,4})\s?(?:선임|사진)?기자", inner)
    if by:
        return Named((by["who"],), by["org"])
    return Named(agency=re.sub(r"\s*제공$", "", inner).strip() or None)
