"""Patterns and conditions of the Chinese credits that stand apart from the caption."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.captions.forms.han.parts import HAN
from crawler.extraction.captions.photo_agencies import KNOWN, is_agency
from crawler.extraction.captions.surnames import are_names
from crawler.extraction.form import Parts, any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.organisations import OFFICE_ENDINGS, PAPER_ENDINGS
from crawler.extraction.lexicon.people import SURNAMES

APART_SEPARATOR: Final = r"\s*[:：=＝/／丨｜|·]\s*"
APART_ROLE: Final = any_of((*labels.REPORTERS, *labels.ROLES))
DRAWN_BY_PERSON: Final = (
    rf"(?:(?P<org>{HAN}{{2,10}}?)(?:记者|記者)\s?)?(?P<who>{HAN}{{2,3}})(?:\s|\s?[/／]\s?)MARK"
)
"""A drawing's maker before the word for it: `林水日报记者 吴林 制图`."""
PERSON: Final = rf"[{''.join(sorted(SURNAMES))}]{HAN}{{1,2}}"
PEOPLE: Final = "市民 网友 網友 读者 讀者 村民 游客 居民 学生 家长 民警".split()
BELONGING: Final = any_of((*OFFICE_ENDINGS, *PEOPLE, "大学", "学院", "公安"))
"""Ends of the words before the name of somebody who is no reporter: `林水市民吴林摄`."""
IN_SENTENCES: Final = re.compile("[是为為看有这這的了着在到从從把被]|以下|显示|提供")
PAPERS: Final = tuple(ending for ending in PAPER_ENDINGS if len(ending) > 1)


def of_agencies(parts: Parts) -> bool:
    """Return whether all names between slashes are known agencies."""
    return all(name.strip().casefold() in KNOWN for name in parts["names"].replace("／", "/").split("/"))


def of_office(parts: Parts) -> bool:
    """Return whether an agency or an office is named."""
    return is_agency(parts["org"])


def of_reporters(parts: Parts) -> bool:
    """Return whether names have known surnames, or follow the name of a reporter's paper."""
    return bool(parts.get("org")) or are_names(parts["who"])


def of_person_and_agency(parts: Parts) -> bool:
    """Return whether a Chinese name stands beside a known agency."""
    return are_names(parts["who"]) and parts["org"].casefold() in KNOWN


def of_named_person_and_agency(parts: Parts) -> bool:
    """Return whether a name, Chinese or transliterated, stands beside a known agency."""
    return ("·" in parts["who"] or are_names(parts["who"])) and parts["org"].casefold() in KNOWN


def of_outlet(parts: Parts) -> bool:
    """Return whether an agency or a paper is named."""
    return is_agency(parts["org"]) or parts["org"].endswith(PAPERS)


def of_no_sentence(parts: Parts) -> bool:
    """Return whether the named one is no part of a sentence."""
    return not IN_SENTENCES.search(parts["org"])
