"""Distinguishes people in photo credits from agencies and other organisations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crawler.extraction.captions.photo_agencies import KNOWN, is_agency
from crawler.extraction.form import Parts, any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.organisations import NOBODY as NO_NAMES
from crawler.extraction.lexicon.organisations import PAPER_ENDINGS
from crawler.extraction.lexicon.people import AND


@dataclass(frozen=True, slots=True)
class CreditedNames:
    """The people and the agency that a credit names."""

    people: tuple[str, ...] = ()
    agency: str | None = None


NOBODY: Final = CreditedNames()

LONGEST_NAMES: Final = 60  # characters
MOST_WORDS: Final = 8
_WORDS: Final = re.compile(r"[^\W_][\w'’.-]*")
_JOINING: Final = frozenset(
    (*AND, *"for via the of de del della di da do la le el van von der den bin al".split())
)
"""Words in lower case between the words of names."""
_HAN: Final = re.compile(r"[一-鿿]")
_TITLE: Final = re.compile(
    rf"^[一-鿿]{{0,6}}{any_of((*labels.REPORTERS, *labels.ROLES, *labels.PHOTOGRAPHERS))}"
)
_SCREENSHOT: Final = re.compile(r"(?:视频|网络|网页)?截图|资料(?:图片?|照片)?|資料(?:照片?)?")
_ISSUED: Final = re.compile(r"^([一-鿿]{2,6}[社网網])[发發]$")
_OUTLET: Final = re.compile(any_of(ending for ending in PAPER_ENDINGS if len(ending) > 1) + "$")
_PERSON: Final = re.compile(r"^[^\W\d_][\w.'’\-]*(?:\s[^\W\d_][\w.'’\-]*){1,4}$")
_PARTS: Final = re.compile(r"\s*(?:[/|—©]|\.\sCourtesy of|\s[—–-]\s|,\s|\.\s(?=[A-Z]{2,})|;)\s*")
_PAIR: Final = re.compile(rf"\s{any_of((*AND, '&'))}\s")
_LIST: Final = re.compile(rf"\s*,\s*|\s{any_of(AND)}\s")
_HYPHEN: Final = re.compile(r"^(?P<who>[A-Z]\w+(?: [A-Z]\w+)?)-(?P<org>[^-]{6,}?)(?:\s-\s\w+)?$")
_BRACKET: Final = re.compile(r"^(?P<who>[^()]{3,40}?)\s?\((?P<org>[^()]{2,60})\)$")
_PROVIDED: Final = re.compile(
    r"^(?:(?P<verb>provided|courtesy)\s(?:to|of|by)|to|For)\s(?P<by>.+)$", re.IGNORECASE
)
_VIA: Final = re.compile(r"^(?P<who>[^/|,]{4,40}?) via (?P<org>.{3,40})$")
_FOR: Final = re.compile(r"^(?P<who>[^,]{4,40}?) for (?P<org>.{3,40})$")


def named_by(parts: Parts) -> CreditedNames:
    """Sort the parts of a credit: `who` are people, `org` is an agency, `names` may be both."""
    if names := parts.get("names"):
        return _named(names)
    people, org = people_in(parts.get("who", "")), organisation(parts.get("org", ""))
    if len(people) > 1 and org is None and _OUTLET.search(people[-1]):  # `吴林/林水传媒`
        return CreditedNames(people[:-1], people[-1])
    return CreditedNames(people, org)


def people_in(text: str) -> tuple[str, ...]:
    """Split a list of people, without their titles: `记者 吴林、周样` → 吴林, 周样; `吴 林` is one name."""
    if not _HAN.search(text):
        return tuple(name for name in _LIST.split(text.strip()) if name)
    names = [name for each in re.split(r"[、 \u3000/／]+", text) if (name := _TITLE.sub("", each))]
    if len(names) == 2 and all(len(name) == 1 for name in names):
        return ("".join(names),)
    return tuple(name for name in names if len(name) > 1)


def organisation(text: str) -> str | None:
    """Return an organisation as printed, without the signs around it; None for a mere screenshot."""
    name = text.lstrip(" \u3000:：／/|｜丨").rstrip(" \u3000:：／/（(|｜丨")
    return None if not name or _SCREENSHOT.fullmatch(name) else name


def reads_like_names(text: str) -> bool:
    """Return whether a short text in an alphabetic script looks like names: `Ann Example for the Post`."""
    words = _WORDS.findall(text)
    if not 0 < len(words) <= MOST_WORDS or len(text) > LONGEST_NAMES or text.endswith((".", "!", "?", ":")):
        return False
    return all(word[0].isupper() or word in _JOINING for word in words)


def _named(names: str) -> CreditedNames:
    """Separate people from organisations in a list that may hold both."""
    return _han(names) if _HAN.search(names) else _alphabetic(names)


def _han(names: str) -> CreditedNames:
    parts = [part.strip() for part in re.split(r"[／/、\s](?=\S)", names) if part.strip()]
    if len(parts) > 1 and all(part.casefold() in KNOWN for part in parts):
        return CreditedNames(agency=names)
    if len(parts) == 2 and (named := _beside(*parts) or _beside(*reversed(parts))):
        return named
    return CreditedNames(agency=organisation(_ISSUED.sub(r"\1", names.removesuffix(" 资料").strip())))


def _beside(org: str, who: str) -> CreditedNames | None:
    """Separate a known agency from a person beside it: `新華社配信／例野花子`."""
    org = re.sub(r"(?:配信|记者|記者)$", "", org)
    is_work = who.endswith(labels.PICTURE) or _SCREENSHOT.fullmatch(who)  # `例報製圖`
    may_be_person = 2 <= len(who) <= 4 and not is_agency(who) and not is_work
    return CreditedNames((who,), org) if org.casefold() in KNOWN and may_be_person else None


def _alphabetic(names: str) -> CreditedNames:
    rest = re.split(r"\s\|\s(?:V[ií]d[eé]o|Video)\s?:", names.removeprefix("©").strip(" :."))[0]
    hyphen = _HYPHEN.match(rest)
    if hyphen and is_agency(hyphen["org"]):
        return CreditedNames((hyphen["who"],), hyphen["org"])
    if bracket := _BRACKET.match(rest):
        return CreditedNames((bracket["who"].strip(),), bracket["org"])
    if provided := _PROVIDED.match(rest):
        by = provided["by"]
        is_by = rest.lower().startswith("provided by") and _is_person(by)
        return CreditedNames((by,)) if is_by else CreditedNames(agency=by)
    if (via := _VIA.match(rest)) and _is_person(via["who"]):
        return CreditedNames((via["who"],), via["org"])
    parts = [part for part in _PARTS.split(rest) if part]
    return _from_parts(parts, rest) if len(parts) > 1 else _alone(rest)


def _from_parts(parts: Sequence[str], rest: str) -> CreditedNames:
    people = [name for part in parts for name in _people_of(part)]
    others = [
        part for part in parts if not _people_of(part) and part.casefold() not in ("file", "file photo")
    ]
    if not people and (surname := _surname(others)):
        people, others = [surname], [part for part in others if part != surname]
    if len(people) > 1 and not others:  # `Name/Paper`: the paper stands last
        people, others = people[:-1], people[-1:]
    people = people[:1] if len(set(people)) == 1 else people
    return CreditedNames(tuple(dict.fromkeys(people)), _as_printed(rest, others))


def _surname(others: Sequence[str]) -> str | None:
    """Return a single word before a known agency: a surname, or a user's name."""
    first = others[0] if others else ""
    is_unknown = not is_agency(first) and first.casefold() not in NO_NAMES and " " not in first
    return first if is_unknown and any(part.casefold() in KNOWN for part in others) else None


def _as_printed(rest: str, others: Sequence[str]) -> str | None:
    """Return the agencies with the text between them, or joined by a slash if they are apart."""
    others = [re.sub(r"^for (?:the )?", "", other, flags=re.IGNORECASE) for other in others]
    if not others:
        return None
    span = rest[rest.find(others[0]) : rest.rfind(others[-1]) + len(others[-1])]
    stand_together = all(other in span for other in others)
    is_tight = len(span) <= sum(map(len, others)) + 4 * len(others)
    return span if stand_together and is_tight else "/".join(others)


def _alone(rest: str) -> CreditedNames:
    name = re.sub(r"\s(?:19|20)\d\d$", "", rest)
    behalf = _FOR.match(name)
    if behalf and _PERSON.match(behalf["who"]):
        return CreditedNames((behalf["who"],), re.sub(r"^the (?=[a-z])", "", behalf["org"]))
    if people := _people_of(name):
        return CreditedNames(tuple(people))
    return CreditedNames(agency=name or None)


def _people_of(part: str) -> list[str]:
    """Return the one or two people that a part of a credit names; none if it names no person."""
    names = _PAIR.split(part)
    return names if len(names) <= 2 and all(map(_is_person, names)) else []


def _is_person(part: str) -> bool:
    if part.casefold() in NO_NAMES or is_agency(part):
        return False
    return bool(_PERSON.match(part)) and _opens_names(part.split())


def _opens_names(words: Sequence[str]) -> bool:
    """Return whether words are capitalised like names, in scripts that have capitals."""
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    return not cased or (
        cased[0][0].isupper() and all(w[0].isupper() or len(w) <= 3 or w[1] in "'’" for w in cased)
    )
