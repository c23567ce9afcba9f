"""Takes photo captions apart: the caption proper, the credit as printed, people, agency and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.extraction.credit_names import Named, named_in
from crawler.extraction.dateline_day import Day, iso_day
from crawler.extraction.photo_agencies import KNOWN, is_agency
from crawler.items import Caption
from crawler.text.dates import parse_date
from crawler.text.months import MONTHS

LONGEST = 2500  # characters: what is longer is no caption
LONGEST_CREDIT = 140

_LABEL = (
    r"(?:Mandatory [Cc]redit|(?:Image|Photo|Picture|Bild)[ -]?[Cc]redits?|Image copyright|Credits?|Photographs?|Photos?|PHOTO|Pictures?|Images?"
    r"|Symbolfotos?|Symbolbild|Archivfoto|Fotos?|FOTO|Bilder|Bild|Foto|Illustration|Grafik|Vidéo|Video|Screenshot|Source"
    r"|Фото|ФОТО|تصوير|صورة|写真提供|写真|撮影|사진|촬영|摄影|攝影|供图|供圖|图源|圖源|图片来源|圖片來源|图片来自|图片提供|来源|图片|圖片|图|圖)"
)
_BRACKETED = re.compile(
    r"(?P<credit>[(\[（【][^()\[\]（）【】]{1,120}(?:\([^()]{1,40}\)[^()\[\]]{0,40})?[)\]）】](?:\s-\sCopyright\s[\w ]{2,24})?)[.。]?\s*$"
)
_LABELLED = re.compile(
    rf"(?:^|(?<=[\s.。!?！？”\"»)）|])|(?<=[a-z.])(?=(?:Credit|Bild|Foto|Photo):))(?P<credit>(?:[—–|▲△]\s*)?(?:{_LABEL}\s?[:：]|(?:图|圖|图片|供图|摄影|攝影)\s?[/／]|Photo(?:graph)?s? (?:by|courtesy of|from)\s|Courtesy of\s"
    r"|©\s?|Credit\s(?=[A-Z]))\s*[^。\n]{1,130})$"
)
_HAN_NAMES = r"(?:[一-鿿·]{2,4}|[一-鿿][ \u3000]+[一-鿿]|[一-鿿·]{5,12})(?:[、 \u3000/／]+[一-鿿·]{2,4}){0,4}"
_HAN_LABELLED = re.compile(
    r"(?:^|(?<=[\s。！？）]))[▲△]?(?P<credit>(?:图片来源|圖片來源|图片来自|图源|圖源|供图|供圖|摄影|攝影|图片提供|图|圖)\s?[:：/／][^。，]{2,40})[。.]?$"
)
_CHINESE = re.compile(
    r"(?:^|(?<=[\s\u3000。.！？”」』）)，,]))(?P<credit>(?:[一-鿿A-Za-z·]{0,16}(?:记者|記者|通讯员|通訊員|發|发|供|攝影|摄影部?|摄影队|摄影师))?\s*"
    r"(?:[（(]\s*[^（）()]{1,30}\s*[）)]|"
    + _HAN_NAMES
    + r"\s*[/／]?(?:摄影|摄制|摄|攝影|攝)(?:[ \u3000]*\d{2,4}年\d{1,2}月\d{1,2}日)?"
    r"|[^\s，。]{2,24}\s?(?:供图(?:\s[一-鿿]{2,8})?|供圖|提供|视频截图|資料照|资料)))[。.]?$"
)
_SHOT = re.compile(r"[摄攝]|供图|供圖|提供$|截图|(?:资料|資料)(?:图|照)?片?[）)]?$|图源")
_ISSUED = re.compile(r"(?P<credit>[一-鿿]{2,8}[发發]\s?[（(][^（）()]{1,24}[）)])[。.]?$")
_LEADING = re.compile(
    r"^(?P<credit>[一-鿿]{2,8}(?:[发發]\s?[（(][^（）()]{1,24}[摄攝]\s?[）)]|记者\s?[一-鿿·]{2,8}\s?[摄攝]))\s*(?=\S)"
)
_NAME_WORD = r"(?:[A-ZÀ-Ý]\.|[A-ZÀ-Ý][\w'’\-À-ÿ]*)"
_SLASHED = re.compile(
    rf"(?:(?:^|(?<=[.!?。”\"»])\s*|(?<=\s))(?P<credit>(?:\|\s)?/\s?[A-Z][\w. -]{{1,24}}|(?:\|\s)?(?:AP|VCG|AFP|EPA|CGTN|Reuters|REUTERS) Photos?"
    rf"|(?:(?:(?<=^)|(?<=[.!?。”\"»])|(?<=[.!?”»] )){_NAME_WORD}(?:\s{_NAME_WORD}){{0,4}}|{_NAME_WORD}(?:\s{_NAME_WORD}){{0,1}})\s?[/|—]\s?"
    r"[A-ZÀ-Ýa-z][\w.'’\-À-ÿ ,/|—–]{1,60}))[.]?$"
)
_BARE_AGENCY = re.compile(
    r"(?<!\bof )(?<!\bby )(?<!\bto )(?<!\bin )(?<!\bthe )(?<!\band )(?<=[\s.a-z])(?P<credit>Imago|IMAGO|Getty Images|dpa|AFP|REUTERS|Keystone)[.]?$"
)
_TRAILING_NAME = re.compile(
    r"(?<=[.!?”\"»])\s+(?P<credit>[A-ZÀ-Ý][\w.'’\-À-ÿ]*(?:\s[A-ZÀ-Ý][\w.'’\-À-ÿ]*){0,3}(?:\s?\([^()]{2,60}\)|\s?[,–—-]\s?[A-Z][\w .]{2,40}))$"
)
_BARE_WORD = re.compile(
    r"(?:^|(?<=[。！？.\s]))(?P<credit>(?:视频|网络|网页|電視|电视)截图|视觉中国(?: ?资料)?|(?:资料|資料)(?:图片|照片|照)|人民视觉)[。.]?$"
)
_LABEL_BEFORE = re.compile(rf"(?:^|\s)(?P<start>{_LABEL}\s?:\s*(?:[A-ZÀ-Ý][\w.'’\-À-ÿ]*\s?){{1,4}})$")
_NAME_BEFORE = re.compile(r"(?:^|[.!?”]\s?)(?P<start>(?:[A-ZÀ-Ý][\w'’\-À-ÿ]*\s){2,3})$")
_ARCHIVE = re.compile(r"(?P<start>[（(](?:资料图片?|资料照片?|資料照片?)[）)]\s*)$")
_CONNECTING = frozenset("by for via of the and courtesy from de la del picture alliance van von und".split())
_OPENINGS = re.compile(
    r"^(?:图为|圖為|图[:：]|图说|图注|资料图|資料圖|資料照|上图|下图|左图|右图|图\d|[△▲▼]|Photo (?:shows?|taken)|This (?:aerial )?photo|An aerial (?:photo|view|drone)"
    r"|A(?:n)? (?:aerial )?drone photo|FILE\s?(?:PHOTO|-|–)|File photo|In this .{0,20}photo|写真は|사진)",
    re.IGNORECASE,
)
_HAN = re.compile(r"[一-鿿]")
_TAKEN = re.compile(
    r"[（(]\d{2,4}年\d{1,2}月(?:\d{1,2}日)?摄[）)]|(?:\d+日|无人机)拍摄的|（无人机照片）|拍摄的.{0,40}[。]?$"
)
_DAY_MONTH = re.compile(r"(?<!\d)(?:(?P<y>\d{4})年)?(?P<m>1[0-2]|0?[1-9])月(?P<d>3[01]|[12]\d|0?[1-9])日")
_ENGLISH_DAY = re.compile(r"\b(?P<m>[A-Z][a-z]{2,8})\.? (?P<d>3[01]|[12]\d|[1-9])\b(?!\d|,? \d{4})")


@dataclass(frozen=True, slots=True)
class _Split:
    caption: str
    credit: str | None


def parse_caption(text: str, published: str | None = None) -> Caption:
    """Take a caption apart. Without a credit, all of the text is caption.

    `published` (ISO 8601) gives the year that the caption's date leaves out.
    """
    split = _split(_tidy(text))
    named = named_in(split.credit) if split.credit else Named()
    return Caption(
        caption=split.caption or None,
        credit=split.credit,
        photographers=named.people,
        agency=named.agency,
        date=_date(split.caption, published),
    )


def is_credit_line(text: str) -> bool:
    """Whether the whole text is a photo credit and nothing else."""
    text = _tidy(text)
    if not 1 < len(text) <= LONGEST_CREDIT:
        return False
    split = _split(text)
    return split.credit is not None and not split.caption.strip(" ▲△。.")


def looks_like_caption(text: str) -> bool:
    """Whether the wording says caption: it ends in a credit, or opens as captions do."""
    text = _tidy(text)
    if not 1 < len(text) <= LONGEST:
        return False
    return bool(_OPENINGS.match(text) or _split(text).credit or _TAKEN.search(text[-60:]))


def _tidy(text: str) -> str:
    """White space folded, and without the words of a viewer's buttons behind the caption."""
    return re.sub(
        r"\s*\b(?:Close|less|more\s?>?|Hide caption|toggle caption|Enlarge)$|\s*Visa? mer$",
        "",
        " ".join(text.split()),
    )


def _split(text: str) -> _Split:
    if len(text) > LONGEST:
        return _Split(text, None)
    tail = text[-(LONGEST_CREDIT + 40) :]
    for pattern in (
        _ISSUED,
        _HAN_LABELLED,
        _BRACKETED,
        _CHINESE,
        _BARE_WORD,
        _LABELLED,
        _SLASHED,
        _TRAILING_NAME,
        _BARE_AGENCY,
    ):
        for found in _matches(pattern, tail):
            if _is_credit(found["credit"], pattern):
                start = len(text) - len(tail) + found.start("credit")
                start = _extended(
                    text[:start].rstrip("|—– ") if text[:start].endswith(("| ", "— ")) else text[:start]
                )
                end = len(text) - len(tail) + found.end("credit")
                return _Split(text[:start].strip(" ▲△"), text[start:end].strip())
    leading = _LEADING.match(text)
    if leading:
        return _Split(text[leading.end("credit") :].strip(), leading["credit"])
    return _Split(text, None)


def _matches(pattern: re.Pattern[str], tail: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, from the longest credit to the shortest."""
    found = pattern.search(tail)
    while found is not None:
        yield found
        found = pattern.search(tail, found.start("credit") + 1)


def _extended(before: str) -> int:
    """Where a credit really begins whose brackets hold the agency alone: `Foto: Name (Agency)`."""
    label = _LABEL_BEFORE.search(before) or _NAME_BEFORE.search(before) or _ARCHIVE.search(before)
    return label.start("start") if label else len(before)


def _is_credit(credit: str, pattern: re.Pattern[str]) -> bool:
    """Whether what stands in the place of a credit is one."""
    inner = credit.strip("()[]（）【】 .。")
    if credit.count("(") != credit.count(")"):
        return False
    if pattern is _BRACKETED:
        return _is_bracketed_credit(inner)
    if pattern is _BARE_AGENCY:
        return True
    if pattern is _CHINESE:
        return bool(_SHOT.search(credit)) and not re.search(
            r"[。！？；]|记者在|可以|进行|编辑|责编|[，,].*[，,]", credit
        )
    if pattern in (_SLASHED, _TRAILING_NAME):
        parts = [part.strip() for part in re.split(r"[/|()—–]|\s-\s|,\s", inner) if part.strip()]
        return any(is_agency(part) for part in parts) and len(inner.split()) <= 12
    if (
        re.match(r"©\s?\d{4}\b", credit)
        or "编辑" in credit
        or re.search(r"[a-z]{3}\. [A-Z](?!ourtesy)", inner)
    ):
        return False
    lower = [word for word in inner.split() if word[0].islower() and word not in _CONNECTING]
    if len(lower) > 2 and not any(is_agency(part) for part in re.split(r"[/|,:]", inner)[1:]):
        return False
    if re.search(r"(?:permission|licen[cs]e|rights reserved|used with)\b", inner):
        return False
    if credit.startswith(("Photos:", "Pictures:", "Images:", "Videos:")):
        return is_agency(inner.partition(":")[2]) or "/" in inner
    return len(inner.split()) <= 16


def _is_bracketed_credit(inner: str) -> bool:
    if re.match(rf"{_LABEL}\b|©|{_LABEL}\s?[:：/／]", inner) and len(inner) <= 120:
        return not re.match(r"(?:图|圖|来源|Video|Source)\s*\d", inner)
    if re.search(
        r"[摄攝]$|供图$|供圖$|截图$|资料照?片?$|資料照片?$|제공|촬영|기자|写真|配信|^For China Daily$", inner
    ):
        return len(inner) <= 60
    parts = [part.strip() for part in re.split(r"[/／|]|\s[-–—]\s|,\s|、", inner) if part.strip()]
    if len(parts) > 1 and any(is_agency(part) for part in parts):
        return len(inner.split()) <= 16
    if _HAN.search(inner):
        return inner.casefold() in KNOWN or all(part.casefold() in KNOWN for part in parts)
    return len(parts) == 1 and is_agency(inner) and len(inner.split()) <= 6 and not inner.islower()


def _date(caption: str, published: str | None) -> str | None:
    """The day that a caption dates the picture with."""
    found = _DAY_MONTH.search(caption)
    if found:
        return iso_day(
            Day(int(found["d"]), int(found["m"]), int(found["y"]) if found["y"] else None), published
        )
    for start in range(0, min(len(caption), 900), 150):  # parse_date looks at the beginning only
        if day := parse_date(caption[start : start + 300], None):
            return day[:10]
    for english in _ENGLISH_DAY.finditer(caption):
        month = MONTHS.get(english["m"].lower())
        if month:
            return iso_day(Day(int(english["d"]), month), published)
    return None
