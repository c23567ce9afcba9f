"""Who a photo credit names: people on one side, agencies and other organisations on the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.extraction.photo_agencies import KNOWN, NOBODY, is_agency


@dataclass(frozen=True, slots=True)
class Named:
    """The people and the agency that a credit names."""

    people: tuple[str, ...] = ()
    agency: str | None = None


_HAN = re.compile(r"[一-鿿]")
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
_SHOT_BY = re.compile(
    r"^(?:摄影|攝影|撮影|摄|文/图|图/文)\s*[:：/／丨|]?\s*(?P<who>[一-鿿·]{2,4}"
    r"(?:[、 \u3000][一-鿿·]{2,4})*)$"
)
_PROVIDED = re.compile(
    r"^(?P<org>[^（(]*?)(?:[发發]\s?[（(]\s*)?(?P<by>[^（）()]*?)\s*(?:供图|供圖|提供)"
    r"(?:\s[一-鿿]{2,8})?\s*[）)]?$"
)
_HAN_LABEL = re.compile(
    r"^[▲△\s]*(?:图片来源|圖片來源|图片来自|图片提供|图源|圖源|供图|供圖|写真提供|写真|撮影|来源"
    r"|图片|圖片|摄影|攝影|图|圖)\s*[:：/／・]?\s*"
)
_LATIN_LABEL = re.compile(
    r"^[—–|▲\s]*(?:Mandatory credit|(?:Image|Photo|Picture)[ -]?credits?|Image copyright"
    r"|Cr[ée]dit(?:o|os|s)?(?: (?:photos?|fotos?))?"
    r"|File photos?|Photographs?|Photos?|Pictures?|Image[mn]?(?:s|es)?|Imágenes"
    r"|Symbolfotos?|Archivfoto|Fotografía|Fotos?|Bilder|Bild|Illustration|Grafik|Courtesy|Source|Quelle|Pic|Фото|تصوير"
    r"|صورة|사진|촬영)?"
    r"\s*(?:[:：/]|\bby\b|\bcourtesy of\b|\bfrom\b|\bof\b|\bde\b|(?=\s[A-Z]))?\s*(?:by\s)?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[/|—©]|\.\sCourtesy of|\s[—–-]\s|,\s|\.\s(?=[A-Z]{2,})|;)\s*")
_HYPHEN = re.compile(r"^(?P<who>[A-Z]\w+(?: [A-Z]\w+)?)-(?P<org>[^-]{6,}?)(?:\s-\s\w+)?$")
_PERSON = re.compile(r"^[^\W\d_][\w.'’\-]*(?:\s[^\W\d_][\w.'’\-]*){1,4}$")


def named_in(credit: str) -> Named:
    """The people and the agency of a credit as printed, brackets and label included."""
    inner = re.sub(r"\.$", "", credit.strip()).strip("＝=/ ")
    if re.match(r"^[(\[（【].*[)\]）】]$", inner) and inner.count("(") <= 1:
        inner = inner[1:-1].strip()
    if re.search(r"[가-힣]", inner):
        return _korean(inner)
    return _han(inner) if _HAN.search(inner) else _latin(inner)


def _han(inner: str) -> Named:
    by_label = _SHOT_BY.match(inner)
    if by_label:
        return Named(_people(by_label["who"]))
    inner = re.sub(r"^[（(](?:资料图片?|资料照片?|資料照片?)[）)]\s*", "", inner)
    shot = next((found for pattern in _SHOT if (found := pattern.match(inner))), None)
    if shot:
        org = re.sub(r"^(?:资料|資料)(?:图|圖|照)?片?[，, ]*", "", _HAN_LABEL.sub("", shot["org"]))
        org = org.strip(" \u3000:：／/（(")
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


_ISSUER = re.compile(r"^([一-鿿]{2,6}[社网網])[发發]\s")
_TAKEN_BY = re.compile(r"[▲△\s]*(?:写真|撮影|摄影|攝影|图|圖)\s*[:：/／・]")


def _are_han_names(text: str) -> bool:
    """Whether all of a short list may be people: of two to four characters, and no organisation."""
    names = re.split(r"[、 \u3000]+", text)
    return all(re.fullmatch(r"[一-鿿]{2,4}|[一-鿿ぁ-んァ-ヶー]{3,6}", n) and not is_agency(n) for n in names)


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
    if (
        len(parts) == 2
        and (org := re.sub(r"(?:配信|记者|記者)$", "", parts[0])).casefold() in KNOWN
        and 2 <= len(parts[1]) <= 4
        and not is_agency(parts[1])
        and parts[1] not in ("资料", "資料", "截图")
    ):
        return Named((parts[1],), org)
    if re.fullmatch(r"(?:视频|网络|网页)?截图|资料(?:图片?|照片)?|資料(?:照片?)?", rest):
        return Named()
    rest = re.sub(r"^([一-鿿]{2,6}[社网網])[发發]$", r"\1", rest.removesuffix(" 资料").strip())
    return Named(agency=rest or None)


def _korean(inner: str) -> Named:
    inner = re.sub(r"\.?\s*재판매.*$", "", inner)
    by = re.search(r"(?:촬영|사진)\s*[/=:]?\s*(?P<org>\S*?)\s*기자\s+(?P<who>[가-힣]{2,4})", inner)
    if by:
        return Named((by["who"],), by["org"] or None)
    inner = re.sub(r"^[/\s]*(?:자료\s?사진|사진\s?제공|사진|촬영)\s*[:=：/]?\s*", "", inner).strip(" /")
    by = re.fullmatch(r"(?:(?P<org>\S+)\s)?(?P<who>[가-힣]{2,4})\s?(?:선임|사진)?기자", inner)
    if by:
        return Named((by["who"],), by["org"])
    return Named(agency=re.sub(r"\s*제공$", "", inner).strip() or None)


def _latin(inner: str) -> Named:
    rest = (
        _LATIN_LABEL.sub("", inner.removeprefix("©").strip(), count=1).strip(" :")
        if not _is_ap(inner)
        else inner
    )
    rest = re.sub(r"^©\s*", "", rest)
    rest = re.split(r"\s\|\s(?:V[ií]d[eé]o|Video)\s?:", rest)[0]
    hyphen = _HYPHEN.match(rest)
    if hyphen and is_agency(hyphen["org"]):
        return Named((hyphen["who"],), hyphen["org"])
    bracket = re.match(r"^(?P<who>[^()]{3,40}?)\s?\((?P<agency>[^()]{2,60})\)$", rest)
    if bracket:
        return Named((bracket["who"].strip(),), bracket["agency"])
    provided = re.match(r"^(?:provided|courtesy)\s(?:to|of|by)\s(.+)$|^For\s(.+)$", rest, re.IGNORECASE)
    if provided:
        by = provided[1] or provided[2]
        return Named((by,)) if rest.lower().startswith("provided by") and _is_person(by) else Named(agency=by)
    return _from_parts([part for part in _PARTS.split(rest) if part], rest)


def _people_of(part: str) -> list[str]:
    """The person that a part of a credit names, or the two; none where it names something else."""
    names = re.split(r"\s(?:and|und|et|y|e|&)\s", part)
    return names if len(names) <= 2 and all(map(_is_person, names)) else []


def _is_ap(inner: str) -> bool:
    return inner.startswith(("AP Photo", "VCG Photo", "AFP Photo"))


def _from_parts(parts: list[str], rest: str) -> Named:
    if len(parts) <= 1:
        return _alone(rest)
    people = [name for part in parts for name in _people_of(part)]
    others = [
        part for part in parts if not _people_of(part) and part.casefold() not in ("file", "file photo")
    ]
    unknown = [part for part in others if not is_agency(part) and part.casefold() not in NOBODY]
    if (
        not people
        and unknown[:1] == others[:1]
        and any(part.casefold() in KNOWN for part in others)
        and " " not in unknown[0]
    ):
        people, others = (
            unknown[:1],
            [part for part in others if part != unknown[0]],
        )  # a surname, a user's name
    if len(people) > 1 and not others:  # `Name/Paper`: the paper stands last
        people, others = people[:-1], people[-1:]
    people = people[:1] if len(set(people)) == 1 else people
    names = tuple(dict.fromkeys(people))
    return Named(names, _as_printed(rest, others))


def _as_printed(rest: str, others: list[str]) -> str | None:
    """The agencies with what stands between them, where they stand together; joined by a slash otherwise."""
    others = [re.sub(r"^for (?:the )?", "", other, flags=re.IGNORECASE) for other in others]
    if not others:
        return None
    start, end = rest.find(others[0]), rest.rfind(others[-1]) + len(others[-1])
    span = rest[start:end]
    return (
        span
        if all(other in span for other in others) and len(span) <= sum(map(len, others)) + 4 * len(others)
        else "/".join(others)
    )


def _alone(rest: str) -> Named:
    year = re.sub(r"\s(?:19|20)\d\d$", "", rest)
    behalf = re.match(r"^(?P<who>[^,]{4,40}?) for (?P<org>.{3,40})$", year)
    if behalf and _PERSON.match(behalf["who"]):
        return Named((behalf["who"],), behalf["org"])
    if people := _people_of(year):
        return Named(tuple(people))
    return Named(agency=year or None)


def _is_person(part: str) -> bool:
    if part.casefold() in NOBODY or is_agency(part):
        return False
    words = part.split()
    return bool(_PERSON.match(part)) and _opens_names(words)


def _opens_names(words: list[str]) -> bool:
    """Whether words are written as names are: capitalised, in scripts that have capitals."""
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    return not cased or (
        cased[0][0].isupper() and all(w[0].isupper() or len(w) <= 3 or w[1] in "'’" for w in cased)
    )
