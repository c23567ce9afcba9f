"""Forms of agencies and reporters in datelines of alphabetic scripts, before and behind the places."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.dateline.forms.head import HeadForm, TailForm
from crawler.extraction.dateline.western_sources import is_source
from crawler.extraction.form import Parts
from crawler.extraction.lexicon.places import GERMAN_NEWSROOM_CITIES, is_place
from crawler.text.months import fold_word

_NAME: Final = r"[^\W\d_][\w'.-]+"
_GERMAN: Final = re.compile(
    r"\b(?:der|die|das|und|den|dem|des|hat|ist|mit|nach|sich|für|eine?|auf|von|zu|im|am|sind|werden?)\b"
)
_NO_SUBJECTS: Final = frozenset(
    "city fc bridge times post airport heathrow mitte tegel yankees knicks giants heights park "
    "marathon street tower school university alexanderplatz redskins wizards capitals nationals "
    "philharmonic state dc".split()
)
"""Words in lower case that belong to the name of the city before them: `New York City`."""
_LONG: Final = 6
"""Characters: a German subject with this many needs no determiner."""
DETERMINERS: Final = tuple(
    "The An A It He She They This That Der Die Das Eine Einen Einem Einer Eines Ein Im Am Bei Beim Es Sie Er "
    "Le La Les Une Un El Los Las Una O Os As Um Uma".split()
)
"""Words that begin a sentence, hardly a headline."""


def _is_credited(parts: Parts) -> bool:
    return is_source(parts["agency"].rstrip(",;:"))


def _is_agency(parts: Parts) -> bool:
    return is_source(parts["agency"])


def _is_no_place(parts: Parts) -> bool:
    return not is_place(parts["agency"])


def _is_agency_no_place(parts: Parts) -> bool:
    return _is_agency(parts) and _is_no_place(parts)


def _is_german(parts: Parts) -> bool:
    """Return whether a German sentence follows a newsroom's city, with a subject of its own."""
    subject = parts["subject"]
    if fold_word(parts["place"]) not in GERMAN_NEWSROOM_CITIES or fold_word(subject) in _NO_SUBJECTS:
        return False
    return (len(subject) >= _LONG or subject in DETERMINERS) and bool(
        _GERMAN.search(parts.get("sentence", ""))
    )


BRACKETS: Final = (
    TailForm(
        name="agency in round brackets",
        languages="ar de en es fr it pt",
        marks=("(",),
        pattern=r"MARK\s*(?P<agency>[^()]{2,60}?)\s*\)[\s.,]*$",
        examples={
            "LINSHUI, Aug. 6 (Xinhua)": {"agency": "Xinhua"},
            "Roma, 6 ago. (Adnkronos).": {"agency": "Adnkronos"},
        },
        refuses=("LINSHUI (China)", "LINSHUI (Xinhua) Aug. 6"),
        holds=_is_no_place,
    ),
    TailForm(
        name="agency between slashes",
        languages="en ru uk",
        marks=("/",),
        pattern=r"MARK\s*(?P<agency>[^/()]{2,60}?)\s*/[\s.,]*$",
        examples={"Пекин, 6 августа /Синьхуа/": {"agency": "Синьхуа"}},
        refuses=("Wien/Graz", "LINSHUI /China/"),
        holds=_is_no_place,
    ),
    TailForm(
        name="agency in square brackets",
        languages="en",
        marks=("[",),
        pattern=r"MARK\s*(?P<agency>[^\[\]]{2,60}?)\s*\][\s.,]*$",
        examples={"LINSHUI, Aug. 6 [Xinhua]": {"agency": "Xinhua"}},
        refuses=("New Delhi [India]",),
        holds=_is_no_place,
    ),
)
"""Agencies in brackets or slashes at the end of a head: `LINSHUI, Aug. 6 (Xinhua)`."""

CREDITED: Final = (
    HeadForm(
        name="agency and its reporters",
        languages="de en es fr ru",
        pattern=(
            r"(?P<agency>\S+(?: \S+){0,2}?)(?:\s*[,;:—–-]\s*|\s+)"
            r"(?:(?:by|par|por|von|corr\.?|correspondent|reporters?|writers?)\s+)?"
            rf"(?P<who>{_NAME}(?:\s{_NAME}){{1,3}}(?:(?:\s*,\s*| and ){_NAME}(?:\s{_NAME}){{1,2}}){{0,3}})$"
        ),
        flags=re.IGNORECASE,
        examples={
            "Xinhua by Ann Example": {"agency": "Xinhua", "who": "Ann Example"},
            "ТАСС Иван Примеров": {"agency": "ТАСС", "who": "Иван Примеров"},
        },
        refuses=("Lock by Ann Example", "Xinhua"),
        holds=_is_credited,
    ),
)
"""Contents of such a bracket that name reporters, too: `(Xinhua by Ann Example)`."""

SIDES: Final = (
    HeadForm(
        name="date and place in brackets",
        languages="en",
        marks=("(",),
        pattern=r"MARK(?P<head>[^()]*\d[^()]*)\)$",
        examples={"(Linshui, China, October 18, 2022)": {"head": "Linshui, China, October 18, 2022"}},
        refuses=("(Linshui)", "(Oct. 18) Linshui"),
    ),
)
"""Brackets around a whole head: `(Linshui, China, October 18, 2022)`."""

BYLINES: Final = (
    HeadForm(
        name="byline before the place",
        languages="de en es fr pt",
        marks=("By", "by", "BY", "Par", "Por", "Von"),
        pattern=(
            r"MARK\s+(?P<who>(?:[^\W\d_][\w'’.-]*,?\s+){2,12}?)"
            r"(?=[A-ZÀ-Þ]{3,}|[A-ZÀ-Þ]{2,} [A-ZÀ-Þ]{2,})"
        ),
        examples={
            "By Ann Example LINSHUI": {"who": "Ann Example"},
            "Par Anne Exemple et Jean Modèle PARIS": {"who": "Anne Exemple et Jean Modèle"},
        },
        refuses=("the river LINSHUI", "By Ann Example Linshui"),
    ),
)
"""Bylines at the start of a head: `By Ann Example LINSHUI`."""

SOURCES_BEFORE: Final = (
    HeadForm(
        name="agency in brackets before the place",
        languages="en",
        marks=("(",),
        pattern=r"MARK(?P<agency>[^()]{2,30})\)\s+(?=\S)",
        examples={"(Xinhua) LINSHUI": {"agency": "Xinhua"}},
        refuses=("(Video) LINSHUI", "(Xinhua)"),
        holds=_is_agency,
    ),
)
"""Agencies in brackets before the place, which count if the dateline names no other."""

SLUGS: Final = (
    HeadForm(
        name="slug before the place",
        languages="en",
        marks=("--", "-", "–", "—"),
        pattern=r"(?P<agency>[^,()/]{2,30}?)\s+MARK\s+(?=\S)",
        examples={"Canadian Press - LANGLEY, B.C.": {"agency": "Canadian Press"}},
        refuses=("Opinion - LINSHUI",),
        holds=_is_agency,
    ),
)
"""Sources before the place and a dash, which are removed and are not the dateline's agency."""

LAST: Final = (
    HeadForm(
        name="agency at the end",
        languages="en id ru",
        pattern=(r"(?P<rest>.*)(?:[,.]\s+|(?<=\d)\s+)(?P<agency>[^,\s.][^,\s.]*(?:[ .][^,\s.]+){0,3})$"),
        examples={
            "TOKYO, Aug. 6, Kyodo": {"rest": "TOKYO, Aug. 6", "agency": "Kyodo"},
            "Москва. 6 августа. ИНТЕРФАКС": {"rest": "Москва. 6 августа", "agency": "ИНТЕРФАКС"},
        },
        refuses=("TOKYO, Japan", "Kyodo"),
        holds=_is_agency,
    ),
)
"""Agencies behind a comma or a full stop, without brackets: `TOKYO, Aug. 6, Kyodo`."""

FIRST: Final = (
    HeadForm(
        name="agency at the start",
        languages="en id",
        pattern=r"(?P<agency>[^,]+)(?:,\s*(?P<rest>.*)|$)",
        examples={"TEMPO.CO, Jakarta": {"agency": "TEMPO.CO", "rest": "Jakarta"}, "AP": {"agency": "AP"}},
        refuses=("Jakarta, TEMPO.CO", "Linshui"),
        holds=_is_agency_no_place,
    ),
)
"""Agencies before the place without brackets, or alone: `TEMPO.CO, Jakarta`."""

AFTER: Final = (
    HeadForm(
        name="agency behind the dash",
        languages="ru",
        pattern=r"\s*(?P<agency>[^.,/()]{2,30}?)(?:,\s*(?P<who>[^.()]{4,60}?))?\.(?=\s|$)",
        examples={
            " РИА Новости, Иван Примеров. Библиотека": {"agency": "РИА Новости", "who": "Иван Примеров"},
            " РИА Новости. Библиотека": {"agency": "РИА Новости"},
        },
        refuses=(" Библиотека открылась. Она новая.",),
        holds=_is_agency,
    ),
)
"""Agencies behind place, date and dash: `МОСКВА, 7 мая — РИА Новости.`"""

OPEN_SLASHES: Final = (
    HeadForm(
        name="one slash between date and text",
        languages="ar",
        marks=("/",),
        pattern=r"(?P<head>[^/()]{6,80}\d)\s*MARK(?=\s*[؀-ۿ])",
        examples={"بكين 6 أغسطس 2022 /افتتح معرض": {"head": "بكين 6 أغسطس 2022"}},
        refuses=("LINSHUI 6 August 2022 / The lock", "بكين / افتتح معرض"),
    ),
)
"""Heads separated from an Arabic text by one slash."""

BARE_CITIES: Final = (
    HeadForm(
        name="city that runs into the sentence",
        languages="de",
        pattern=(
            r"(?P<place>(?:New |Tel )?[A-Z][\w-]+)"
            r"(?= (?P<subject>[A-ZÄÖÜ][\wäöüß.-]+)\s(?P<sentence>.*))"
        ),
        examples={
            "Köln Ministerin Muster hat es eröffnet": {
                "place": "Köln",
                "subject": "Ministerin",
                "sentence": "Muster hat es eröffnet",
            },
            "Tel Aviv Die Stadt ist neu": {
                "place": "Tel Aviv",
                "subject": "Die",
                "sentence": "Stadt ist neu",
            },
        },
        refuses=("New York City hat gewonnen", "Kaum Ministerin Muster hat", "Köln Messe und Markt"),
        holds=_is_german,
    ),
)
"""Cities that German papers print before a sentence without any mark: `Köln Ministerin Muster hat …`."""
