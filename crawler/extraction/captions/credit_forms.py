"""The forms in which photo credits are printed, each with what makes it a credit and no prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from crawler.extraction.captions.photo_agencies import KNOWN, is_agency

LONGEST = 140  # characters
_SIGN = re.compile(r"[/／|©摄攝撮図图圖供截资料資料\[【(（]")
_SIGN_WORD = re.compile(
    "credit|Credit|crédit|Crédit|Pic|Quelle|photo|Photo|PHOTO|picture|Picture|image|Image|Imagem|Imagen|imagem|foto|Foto|Bild|Фото|ФОТО|تصوير|صورة|写真|사진|촬영|제공"
    "|ourtesy|source|Source|来源|視覺|视觉|Getty|Imago|IMAGO|REUTERS|dpa|AFP|Keystone|CGTN|ECNS|CNS|VCG|CFP"
    "|社发|社發|网发|網發|法新社|路透社|美联社|美聯社"
)


def may_credit(text: str) -> bool:
    """Whether a text has a sign or a word of the kind that stands in every credit: most lines have none."""
    return bool(_SIGN.search(text) or _SIGN_WORD.search(text))


_LABEL = (
    r"(?:Mandatory [Cc]redit|Cr[ée]dit(?:o|os|s)?(?: (?:[Pp]hotos?|[Ff]otos?))?"
    r"|(?:Image|Photo|Picture|Bild)[ -]?[Cc]redits?|Image copyright"
    r"|File [Pp]hotos?|Photographs?|Photos?|PHOTO|Pictures?|Images?|Image[mn](?:s|es)?|Imágenes"
    r"|Symbolfotos?|Symbolbild|Archivfoto|Fotografía|Fotos?|FOTO|Bilder|Bild|Foto|Illustration|Grafik|Vidéo"
    r"|Video|Screenshot|Source|Quelle|Pic"
    r"|Фото|ФОТО|تصوير|صورة|写真提供|写真|撮影|사진|촬영|摄影|攝影|供图|供圖|图源|圖源|图片来源"
    r"|圖片來源|图片来自|图片提供|来源|图片|圖片|图|圖)"
)
_BRACKETED = re.compile(
    r"(?P<credit>[(\[（【][^()\[\]（）【】]{1,120}(?:\([^()]{1,40}\)[^()\[\]]{0,40})?[)\]）】]"
    r"(?:\s-\sCopyright\s[\w ]{2,24}|\s/\s[A-Z][A-Za-z, ]{1,30} OUT)?)[.。]?\s*$"
)
_LABELLED = re.compile(
    rf"(?:^|(?<=[\s.。!?！？”\"»)）|])|(?<=[a-z.])(?=(?:Credit|Bild|Foto|Photo):))(?P<credit>(?:[—–"
    rf"|▲△]\s*)?(?:{_LABEL}\s?[:：]|(?:图|圖|图片|供图|摄影|攝影)\s?[/／]|Photo(?:graph)?s? (?:by"
    rf"|courtesy of|from)\s|Foto(?:grafía)? de\s(?=[A-ZÀ-Ý])|Courtesy of\s"
    r"|©\s?|Credit\s(?=[A-Z]))\s*[^。\n]{1,130})$"
)
_HAN_NAMES = r"(?:[一-鿿·]{2,4}|[一-鿿][ \u3000]+[一-鿿]|[一-鿿·]{5,12})(?:[、 \u3000/／]+[一-鿿·]{2,4}){0,4}"
_HAN_LABELLED = re.compile(
    r"(?:^|(?<=[\s。！？）]))[▲△]?(?P<credit>(?:图片来源|圖片來源|图片来自|图源|圖源|供图|供圖|摄影"
    r"|攝影|图片提供|图|圖)\s?[:：/／][^。，]{2,40})[。.]?$"
)
_CHINESE = re.compile(
    r"(?:^|(?<=[\s\u3000。.！？”」』）)，,▲△]))(?P<credit>(?:[一-鿿A-Za-z·]{0,16}(?:记者|記者|通讯员"
    r"|通訊員|發|发|供|攝影|摄影部?|摄影队|摄影师))?\s*"
    r"(?:[（(]\s*[^（）()]{1,30}\s*[）)]|"
    + _HAN_NAMES
    + r"\s*[/／]?(?:摄影|摄制|摄|攝影|攝)(?:[ \u3000]*\d{2,4}年\d{1,2}月\d{1,2}日|[/／][一-鿿]{2,6})?"
    r"|[^\s，。▲△]{2,24}\s?(?:供图(?:\s[一-鿿]{2,8})?|供圖|提供|视频截图|資料照|资料)))[。.]?$"
)
_OF_ALL = re.compile(
    r"(?:^|(?<=[\s。.]))(?P<credit>本文(?:图片|照片|图)[^。]{0,14}?(?:为|由|来自|来源于?|系)[^。]{2,30})[。.]?$"
)
"""What a caption says of all photos of an article."""
_DRAWN = re.compile(
    r"(?:^|(?<=[\s。.]))(?P<credit>[一-鿿]{2,10}(?:见习|实习|高级|首席)?记者\s?"
    + _HAN_NAMES
    + r"\s?[图圖])[。.]?$"
)
_SHOT = re.compile(r"[摄攝]|供图|供圖|提供$|截图|(?:资料|資料)(?:图|照)?片?[）)]?$|图源")
_ISSUED = re.compile(
    r"(?P<credit>[一-鿿]{2,8}[发發](?:\s?[（(][^（）()]{1,24}[）)]|\s[一-鿿·]{2,8}\s(?:作"
    r"|绘)))[。.]?$"
)
_LEADING = re.compile(
    r"^(?P<credit>[一-鿿]{2,8}(?:[发發]\s?[（(][^（）()]{1,24}[摄攝]\s?[）)]"
    r"|记者\s?[一-鿿·]{2,8}\s?[摄攝](?!影)))\s*(?=\S)"
)
_NAME_WORD = r"(?:(?:d['’]|de |van |von |bin |al-|el-)?(?:[A-ZÀ-ÝА-ЯЁ]\.|[A-ZÀ-ÝА-ЯЁ][\w'’\-À-ÿ]*))"
_SLASHED = re.compile(
    rf"(?:(?:^|(?<=[.!?。”\"»])\s*|(?<=\s))(?P<credit>(?:\|\s)?/\s?[A-ZА-ЯЁ][\w. -]{{1,24}}|(?:\|\s)?"
    rf"(?:AP|VCG|AFP|EPA|CGTN|Reuters|REUTERS) Photos?"
    rf"|(?:(?:(?<=^)|(?<=[.!?。”\"»])|(?<=[.!?”»] )){_NAME_WORD}(?:\s{_NAME_WORD}){{0,4}}"
    rf"|{_NAME_WORD}(?:\s{_NAME_WORD}){{0,1}})\s?[/|—]\s?"
    r"[A-ZÀ-Ýa-zА-ЯЁ][\w.'’\-À-ÿ ,/|—–]{1,60}))[.]?$"
)
_BARE_AGENCY = re.compile(
    r"(?<!\bof )(?<!\bby )(?<!\bto )(?<!\bin )(?<!\bthe )(?<!\band )(?<=[\s.a-z])(?P<credit>Imago"
    r"|IMAGO|Getty Images|dpa|AFP|REUTERS|Keystone|(?<=[.!?”\"] )(?:CGTN|ECNS|CNS|VCG|CFP))[.]?$"
)
_TRAILING_NAME = re.compile(
    r"(?<=[.!?”\"»])\s+(?P<credit>[A-ZÀ-Ý][\w.'’\-À-ÿ]*(?:\s[A-ZÀ-Ý][\w.'’\-À-ÿ]*){0,3}(?:\s?\([^"
    r"()]{2,60}\)|\s?[,–—-]\s?[A-Z][\w .]{2,40}))$"
)
_BARE_WORD = re.compile(
    r"(?:^|(?<=[。！？.）)\s]))(?P<credit>(?:视频|网络|网页|電視|电视)截图|视觉中国(?: ?资料)?|(?:资料"
    r"|資料)(?:图片|照片|照)|人民视觉|(?:法新社|路透社|美联社|美聯社|新华社|新華社|中新社|中央社|韩联社|共同社)[发發]?"
    r"|[一-鿿]{2,6}(?:社|网|網)[发發])[。.]?$"
)
_NAMED_PHOTO = re.compile(
    rf"(?:^|(?<=[.!?”»)\]]\s))(?P<credit>(?:Photos?|Fotos?|Bild)\s{_NAME_WORD}(?:\s{_NAME_WORD}){{1,3}}"
    r"(?:\s?[/,]\s?[A-ZÀ-Ý][\w .&'’-]{1,40})?)[.]?$"
)
_SLASHES = re.compile(rf"(?P<credit>/\s?(?:{_LABEL}\s?:\s?)?[^/]{{2,40}}\s?/)[.]?$")
_KOREAN = re.compile(
    r"(?:^|(?<=[.!?\s]))(?P<credit>[\[(/]?\s?(?:자료\s?사진|사진\s?제공|사진|촬영)\s?[=:/]\s?[^.=]{2,40}[\])/]?)$"
)
_JAPANESE = re.compile(
    r"(?P<credit>(?:[＝=][一-鿿ぁ-んァ-ヶー・ ]{2,12}(?:撮影|提供)"
    r"|撮影[・:：／/][一-鿿ぁ-んァ-ヶー ]{2,10}))[。]?$"
)
_LABEL_BEFORE = re.compile(rf"(?:^|\s)(?P<start>{_LABEL}\s?:\s*(?:[A-ZÀ-Ý][\w.'’\-À-ÿ]*\s?){{1,4}})$")
_NAME_BEFORE = re.compile(r"(?:^|[.!?”]\s?)(?P<start>(?:[A-ZÀ-Ý][\w'’\-À-ÿ]*\s){2,3})$")
_ARCHIVE = re.compile(r"(?P<start>[（(]?(?:资料图片?|资料照片?|資料照片?)[）)，,]\s*)$")
_LABEL_IN_BRACKETS = re.compile(
    rf"{_LABEL}\b|©|{_LABEL}\s?[:：/／]|(?:图片|圖片|照片)(?:来自|來自|来源|來源|由)"
)
_NUMBERED = re.compile(r"(?:图|圖|来源|Video|Source|Quelle)\s*[:：]?\s*\d")
_CONNECTING = frozenset(
    "by for to via of the and courtesy photo file from de la del picture alliance van von und".split()
)
_HAN = re.compile(r"[一-鿿]")
_SPLIT = re.compile(r"\s*(?:[/|()—–]|\s-\s|,\s)\s*")
_BRACKET_ENDS = re.compile(
    r"[摄攝]$|供图$|供圖$|截图$|资料照?片?$|資料照片?$|제공|촬영|기자|写真|撮影$|配信|^For China Daily$"
)
_RIGHTS = re.compile(
    r"©\s?\d{4}\b|编辑|\b(?:permission|licen[cs]e|rights reserved|used with)\b|[a-z]{3}\. [A-Z]"
    r"(?!ourtesy)"
)
_PROSE = re.compile(r"[。！？；]|^图为|^圖為|记者在|可以|进行|编辑|责编|[，,].*[，,]")
_PLURALS = ("Photos:", "Pictures:", "Images:", "Videos:")


def _inner(credit: str) -> str:
    return credit.strip("()[]（）【】 .。")


def _in_brackets(credit: str) -> bool:
    """Brackets hold a label, a word for taking pictures, or agencies."""
    inner = _inner(credit)
    if _LABEL_IN_BRACKETS.match(inner) and len(inner) <= 120:
        return not _NUMBERED.match(inner) and not re.match(r"Photos? (?:taken|shows?)\b", inner)
    if _BRACKET_ENDS.search(inner):
        return len(inner) <= 60
    parts = [part for part in re.split(r"\s*[/／|、]\s*|\s[-–—]\s|,\s", inner) if part]
    if _HAN.search(inner):
        known = [re.sub(r"(?:记者|記者|配信)$", "", part).casefold() in KNOWN for part in parts]
        return all(known) or (len(parts) > 1 and (known[0] or known[-1]))
    if len(parts) > 1:
        return any(map(is_agency, parts)) and len(inner.split()) <= 16
    sentence = any(w.isalpha() and w[0].islower() and w not in _CONNECTING for w in inner.split()[1:])
    return is_agency(inner) and len(inner.split()) <= 6 and not (inner.islower() or sentence)


def _with_label(credit: str) -> bool:
    """A label stands before a name; what follows a label in lower case is a sentence."""
    inner = _inner(credit)
    if _RIGHTS.search(credit) or _NUMBERED.match(inner) or len(inner.split()) > 16:
        return False
    if credit.startswith(_PLURALS):
        return is_agency(inner.partition(":")[2]) or "/" in inner
    lower = [word for word in inner.split() if word[0].islower() and word not in _CONNECTING]
    return len(lower) <= 2 or any(map(is_agency, re.split(r"[/|,:]", inner)[1:]))


def _between_slashes(credit: str) -> bool:
    """Between slashes stands an agency, or a label and a name."""
    inner = credit.strip("/ ")
    return bool(_LABEL_IN_BRACKETS.match(inner) and _with_label(inner)) or is_agency(inner)


def _of_people(credit: str) -> bool:
    """What is said to be a photo's names people or organisations, and is no sentence."""
    return not re.search(r"을 |를 |에서 |습니다|했다|[다요]$", credit)


def _of_agency(credit: str) -> bool:
    """Without label and brackets, one of the parts must be an agency."""
    inner = _inner(credit)
    return len(inner.split()) <= 12 and any(is_agency(part) for part in _SPLIT.split(inner) if part)


def _shot(credit: str) -> bool:
    return bool(_SHOT.search(credit)) and not _PROSE.search(credit)


def _as_it_is(credit: str) -> bool:
    return "编辑" not in credit


@dataclass(frozen=True, slots=True)
class _Form:
    pattern: re.Pattern[str]
    holds: Callable[[str], bool]
    signs: frozenset[str]
    """Characters of which each text of this form has one, to save the search in other texts."""


_FORMS = (
    _Form(_ISSUED, _as_it_is, frozenset("发發")),
    _Form(_HAN_LABELLED, _as_it_is, frozenset("图圖供摄攝")),
    _Form(_OF_ALL, _as_it_is, frozenset("本")),
    _Form(_DRAWN, _as_it_is, frozenset("图圖")),
    _Form(_BRACKETED, _in_brackets, frozenset(")）]】")),
    _Form(_CHINESE, _shot, frozenset("摄攝供截资資源")),
    _Form(_KOREAN, _of_people, frozenset("=:/")),
    _Form(_JAPANESE, _as_it_is, frozenset("撮提")),
    _Form(_BARE_WORD, _as_it_is, frozenset("截视资資社发發")),
    _Form(_LABELLED, _with_label, frozenset(":：/／©CFP")),
    _Form(_SLASHES, _between_slashes, frozenset("/")),
    _Form(_NAMED_PHOTO, _with_label, frozenset("PFB")),
    _Form(_SLASHED, _of_agency, frozenset("/|—P")),
    _Form(_TRAILING_NAME, _of_agency, frozenset('.!?”"»')),
    _Form(_BARE_AGENCY, _as_it_is, frozenset("IGdARKCEV")),
)
"""From the telling form to the faint one."""


@dataclass(frozen=True, slots=True)
class Split:
    """A caption and its credit, as printed."""

    caption: str
    credit: str | None


@lru_cache(maxsize=64)  # a line is looked at as a line, and again as a caption
def split_credit(text: str) -> Split:
    """Part a caption (white space folded) from the credit at its end, or at its beginning."""
    tail = text[-(LONGEST + 40) :]
    characters = frozenset(tail)
    for form in _FORMS:
        if form.signs.isdisjoint(characters):
            continue
        for found in _matches(form.pattern, tail):
            credit = found["credit"]
            if credit.count("(") == credit.count(")") and form.holds(credit):
                offset = len(text) - len(tail)
                start = _real_start(text[: offset + found.start("credit")])
                return Split(text[:start].strip(" ▲△"), text[start : offset + found.end("credit")].strip())
    leading = _LEADING.match(text)
    if leading:
        return Split(text[leading.end("credit") :].strip(), leading["credit"])
    return Split(text, None)


def _matches(pattern: re.Pattern[str], tail: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, from the longest credit to the shortest."""
    found = pattern.search(tail)
    while found is not None:
        yield found
        found = pattern.search(tail, found.start("credit") + 1)


def _real_start(before: str) -> int:
    """Where a credit begins whose last part alone was seen: `Foto: Name (Agency)`, `| Name/Agency`."""
    if before.endswith(("| ", "— ")):
        before = before.rstrip("|—– ")
    more = _LABEL_BEFORE.search(before) or _NAME_BEFORE.search(before) or _ARCHIVE.search(before)
    return more.start("start") if more else len(before)
