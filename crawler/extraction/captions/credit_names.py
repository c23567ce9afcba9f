"""Who a photo credit names: people on one side, agencies and other organisations on the other."""

from __future__ import annotations

import re

from crawler.extraction.captions.credit_names_east import han_names, korean_names
from crawler.extraction.captions.named import Named
from crawler.extraction.captions.photo_agencies import KNOWN, is_agency
from crawler.extraction.lexicon.organisations import NOBODY

_HAN = re.compile(r"[一-鿿]")
_LATIN_LABEL = re.compile(
    r"^[—–|▲\s]*(?:Mandatory credit|(?:Image|Photo|Picture)[ -]?credits?|Image copyright"
    r"|Cr[ée]dit(?:o|os|s)?(?: (?:photos?|fotos?))?"
    r"|File photos?|Photographs?|Photos?|Pictures?|Image[mn]?(?:s|es)?|Imágenes"
    r"|Symbolfotos?|Archivfoto|Fotografía|Fotos?|Bilder|Bild|Illustration|Grafik|Courtesy|Source|Quelle|Pic|Фото|تصوير"
    r"|صورة(?: من)?|사진|촬영)?"
    r"\s*(?:[:：/]|\bby\b|\bcourtesy of\b|\bfrom\b|\bof\b|\bde\b|(?=\s[A-Z]))?\s*(?:by\s)?",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:[/|—©]|\.\sCourtesy of|\s[—–-]\s|,\s|\.\s(?=[A-Z]{2,})|;)\s*")
_HYPHEN = re.compile(r"^(?P<who>[A-Z]\w+(?: [A-Z]\w+)?)-(?P<org>[^-]{6,}?)(?:\s-\s\w+)?$")
_PERSON = re.compile(r"^[^\W\d_][\w.'’\-]*(?:\s[^\W\d_][\w.'’\-]*){1,4}$")


def named_in(credit: str) -> Named:
    """The people and the agency of a credit as printed, brackets and label included."""
    inner = re.sub(r"\.$|\s/\s[A-Z][A-Za-z, ]+ OUT$", "", credit.strip()).strip("＝=/ ")
    if re.match(r"^[(\[（【].*[)\]）】]$", inner) and inner.count("(") <= 1:
        inner = inner[1:-1].strip()
    if re.search(r"[가-힣]", inner):
        return korean_names(inner)
    return han_names(inner) if _HAN.search(inner) else _latin(inner)


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
