"""Parses photo captions: the caption proper, the credit as printed, people, agency and date."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from crawler.extraction.captions.credit import LONGEST as LONGEST_CREDIT
from crawler.extraction.captions.credit import Split, may_credit, split_credit, split_marked, split_surely
from crawler.extraction.captions.forms.wording import ENDS, OPENINGS, SURE
from crawler.extraction.captions.names import named_by
from crawler.extraction.captions.photo_agencies import names_known_agencies
from crawler.extraction.form import any_of, read_form
from crawler.extraction.lexicon import labels
from crawler.items import Caption
from crawler.text.dates import parse_date
from crawler.text.months import month_number
from crawler.text.printed_dates import complete, printed_date
from crawler.text.spaces import folded

LONGEST = 2500  # characters: a longer text is no caption
SHORTEST_COPY = 4  # characters: a shorter name may begin any caption
END = 60  # characters at the end of a caption that are tested for its wording

_SURE_WORDS = re.compile(any_of(mark for form in SURE for mark in form.marks))
_AROUND = " " + labels.POINTERS
_DASHES = " —–/"
"""Between a caption and its credit: `Boats wait. — Lin Wu`."""
_LABEL_ENDS = (":", "：", "/", "／", "©", "|", "[", "(", "（", "【")
_CREDIT_LABEL = re.compile(r"^[(\[（【]?[^:：|]{2,24}[:：]\s*")
"""The label before a credit: `Photographer: Ann Example`."""
_BEHIND_COPY = (" ", ":", "：")
_CREDIT_LABELS = frozenset((*labels.CREDIT, *labels.PHOTO_SOURCE, *labels.KANA_PHOTO, *labels.HANGUL_PHOTO))
_DOUBLED = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,20})([\s:：.…]{0,4})\1[\s:：.…]{0,4}(?=[^\W\d_])")
"""A word that stands twice, with or without a mark: `CreditCreditAnn Bell`, `Photo: Photo: Ann Bell`."""
_MAY_DATE = re.compile(r"[\d年]")
_DAY_MONTH = re.compile(r"(?<!\d)(?:(?P<y>\d{4})年)?(?P<m>1[0-2]|0?[1-9])月(?P<d>3[01]|[12]\d|0?[1-9])日")
_DAY_FIRST = re.compile(
    r"(?<![\d.])(?P<d>3[01]|[12]\d|0?[1-9])(?:er|st|nd|rd|th|\.)? (?:de |d['’])?(?P<m>[^\W\d_]{3,10})\b"
    r"(?!\.? \d{4})"
)
_KOREAN_DAY = re.compile(
    r"(?<!\d)(?:(?P<y>\d{4})년 ?)?(?P<m>1[0-2]|0?[1-9])월 ?(?P<d>3[01]|[12]\d|0?[1-9])일"
)
_ENGLISH_DAY = re.compile(r"\b(?P<m>[A-Z][a-z]{2,8})\.? (?P<d>3[01]|[12]\d|[1-9])\b(?!\d|,? \d{4})")


def parse_caption(text: str, published: str | None = None, marked: str | None = None) -> Caption:
    """Parse a caption. Without a credit, the whole text is the caption.

    `published` (ISO 8601) supplies the year that the caption's date omits; `marked` is the credit as the
    page's markup sets it apart, if it does.
    """
    return caption_of(split_caption(text, marked), published)


def split_caption(text: str, marked: str | None = None) -> Split:
    """Split a caption from its credit, as `parse_caption` does."""
    text = _tidy(text)
    if names_known_agencies(text):
        return Split("", text, None, named_by({"names": text}))
    split = _with_marked(text, _split(text), _tidy(marked) if marked else "")
    caption = without_label(split.caption.strip(_AROUND).rstrip(_DASHES))
    return replace(split, caption=_without_credit(caption, split.credit) if split.credit else caption)


def _without_credit(caption: str, credit: str) -> str:
    """Return a caption without the copy of its credit that opens it, with or without the label.

    A name alone may open the caption itself: `Ann Example waits at the lock. Photo: Ann Example`.
    """
    name = _CREDIT_LABEL.sub("", credit).strip("()[]（）【】 .")
    if len(name) < SHORTEST_COPY or not caption.startswith(name):
        return caption
    rest = caption[len(name) :]
    is_copy = rest.lstrip().startswith("|") or (rest[:1] in _BEHIND_COPY and "/" in name)
    return rest.lstrip(" :：|") if is_copy else caption


def caption_of(split: Split, published: str | None) -> Caption:
    """Parse a caption that is already split from its credit."""
    return Caption(
        caption=split.caption or None,
        credit=split.credit,
        photographers=split.named.people,
        agency=split.named.agency,
        date=_date(split.caption, published),
    )


def _with_marked(text: str, split: Split, marked: str) -> Split:
    """Return the split at the marked credit, unless the wording shows a longer credit, such as its label."""
    own = split.credit or ""
    if own and (
        marked == text or (own.endswith(marked) and own[: -len(marked)].rstrip().endswith(_LABEL_ENDS))
    ):
        return split
    return (split_marked(text, marked) if marked else None) or split


def _split(text: str) -> Split:
    if len(text) > LONGEST:
        return Split(text, None)
    split = split_surely(text)
    if split.caption.startswith(("(", "（")) and (whole := _IN_BRACKETS.fullmatch(text)):
        within = split_surely(whole["text"])
        return within if within.credit and within.caption else split
    return split


def is_credit_line(text: str) -> bool:
    """Return whether the whole text is a photo credit and nothing else."""
    if not 1 < len(text) <= LONGEST_CREDIT + 20 or not may_credit(text) or _SENTENCES.search(text):
        return False
    text = _tidy(text)
    split = split_credit(text)
    return split.credit is not None and not split.caption.strip(_AROUND + "△。.")


def looks_like_caption(text: str) -> bool:
    """Return whether the wording is a caption's: it ends in a credit, or opens as captions do."""
    text = _tidy(text)
    if not 1 < len(text) <= LONGEST:
        return False
    worded = read_form(OPENINGS, text) or read_form(ENDS, text[-END:]) or is_surely_caption(text)
    return bool(worded or split_credit(text).credit)


def is_surely_caption(text: str) -> bool:
    """Return whether only a caption can have this wording, credited or not: `渔船等候（资料图）`."""
    return bool(_SURE_WORDS.search(text)) and read_form(SURE, text) is not None


_IN_BRACKETS = re.compile(r"[(（](?P<text>[^()（）]+)[)）]")
"""A caption that is printed in brackets, with its credit: `（渔船等候。图/林水日报）`."""
_SENTENCES = re.compile(r"[。！？][^）)\]】。]|[a-z]{4}[.!?] [A-Z][a-z]+ [a-z]")
_BUTTON = re.compile(
    r"\s*\b(?:Close|less|more\s?>?|[Hh]ide [Cc]aption|HIDE CAPTION|toggle caption|Enlarge)$|\s*Visa? mer$"
    r"|(?:[\s,|]*(?<![^\W_])(?=[(VC])|\s*[,|]\s*|(?<=[.!?])\s+)(?i:view (?:full size|larger)(?: image)?"
    r"|\(?click (?:on )?(?:(?:the )?(?:image|photo|picture) )?(?:for|to) [\w ]{4,20}\)?)$"
)
_BUTTON_ENDS = (
    *("Close", "less", "more", ">", "aption", "CAPTION", "Enlarge", "mer"),
    *("ize", "arger", "mage", "nlarge", "show", "show)", "nlarge)", "arger)", "view", "view)"),
)


_LABEL = re.compile(
    rf"(?:{any_of(labels.CAPTION_LABELS)}\s?[,:：،，]|[圖图]\s?\d+之\d+\s?-|\d{{1,2}}\s?/\s?\d{{1,2}}(?=\s)"
    r"|(?:\d{1,3} of \d{1,3}\.?|[\w-]{4,40}\.(?:JPE?G|jpe?g))(?=\s+[^\sa-z]))\s*"
)


def _tidy(text: str) -> str:
    """Return a text with white space folded, without a label before it and a viewer's buttons behind it.

    A credit's label that stands twice is kept once.
    """
    text = _DOUBLED.sub(_once, folded(text))
    return without_label(_BUTTON.sub("", text) if text.endswith(_BUTTON_ENDS) else text)


def _once(doubled: re.Match[str]) -> str:
    """Return a credit's label that stands twice once; other words stay as they are."""
    is_credit = doubled[1] in _CREDIT_LABELS and not doubled.string[doubled.end()].islower()
    return f"{doubled[1]}: " if is_credit else doubled[0]


def without_label(text: str) -> str:
    """Return a caption without the label before it: `Image caption, Boats wait` is `Boats wait`."""
    label = _LABEL.match(text)
    return text[label.end() :] if label and label.end() < len(text) else text


_SAYS_NOTHING = re.compile(
    rf"{any_of(labels.PICTURE_WORDS)}|[\W\d_]*\d[\W\d_]*"
    r"|(?i:(?:prev|previous|next)\W+){1,2}(?i:(?:image|photo|picture|slide|of|\d{1,3})\W*){0,5}"
)


def says_nothing(text: str) -> bool:
    """Return whether a line beside a picture is only the word for one, a counter or a pager: `1/28`."""
    return _SAYS_NOTHING.fullmatch(text) is not None


def _date(caption: str, published: str | None) -> str | None:
    """Return the day of the picture that a caption states."""
    if not _MAY_DATE.search(caption):
        return None
    if match := _DAY_MONTH.search(caption) or _KOREAN_DAY.search(caption):
        return _iso(match["d"], int(match["m"]), match["y"], published)
    for start in range(0, min(len(caption), 900), 150):  # parse_date reads only the beginning of a text
        if day := parse_date(caption[start : start + 300], None):
            return day[:10]
    for written in chain(_ENGLISH_DAY.finditer(caption), _DAY_FIRST.finditer(caption)):
        if month := month_number(written["m"]):
            return _iso(written["d"], month, None, published)
    return None


def _iso(day: str, month: int, year: str | None, published: str | None) -> str | None:
    printed = printed_date(int(day), month, int(year) if year else None)
    return complete(printed, published) if printed else None
