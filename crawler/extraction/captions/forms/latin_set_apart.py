"""Photo credits in alphabetic scripts without a label, which stand behind a sentence or in brackets."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.captions.forms.credit import CreditForm, Stands
from crawler.extraction.captions.forms.latin_words import CAPITAL, NAME_WORD
from crawler.extraction.captions.names import reads_like_names
from crawler.extraction.captions.photo_agencies import is_agency, names_known_agencies
from crawler.extraction.form import Parts, any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies
from crawler.extraction.lexicon.organisations import BUTTON_WORDS, NOBODY

_AGENCIES: Final = agencies(AgencyRole.PHOTOS, "mul", "de", "en", "es", "fr")
_NAMES: Final = rf"{NAME_WORD}(?:\s{NAME_WORD}){{1,3}}"
"""Two to four words of a name."""
_IN_LOWER_CASE: Final = tuple(
    sorted({name.lower() for name in _AGENCIES if len(name) > 2 and name.isalpha()})
)
_OF_NOBODY: Final = tuple(sorted(word.capitalize() for word in NOBODY if word.isalpha() and word < "z"))
_NETWORK: Final = any_of(labels.NETWORKS_OF_PICTURES)
_FILES: Final = ("foto", "Foto", "fot.", "Fot.", "photo", "ph", "ph.", "Ph.", "Dok.", "dok.", "via")
"""Short labels in brackets or behind a dash: `(foto Anna Esempio)`, `(Dok. Kemenhub)`."""


def _are_names(parts: Parts) -> bool:
    words = parts["names"].casefold().split()
    return BUTTON_WORDS.isdisjoint(words) and reads_like_names(parts["names"])


def _for_agency(parts: Parts) -> bool:
    return is_agency(re.split(r"\s(?:for|pour)\s", parts["names"])[-1])


def _agency_or_nobody(parts: Parts) -> bool:
    return is_agency(parts["org"])


SHORT_LABELS: Final = (
    CreditForm(
        name="behind a short label, in brackets",
        languages="de en id it pl",
        marks=_FILES,
        pattern=rf"MARK\s?:?\s?(?P<names>{CAPITAL}[^()\n]{{1,60}})",
        stands=(Stands.BRACKETED,),
        examples={
            "Le barche aspettano (foto Anna Esempio)": {
                "credit": "(foto Anna Esempio)",
                "names": "Anna Esempio",
            },
            "Perahu menunggu. (Dok. Kemenhub)": {"credit": "(Dok. Kemenhub)", "names": "Kemenhub"},
        },
        refuses=("Boats wait (photo taken on Friday)", "Le barche (nella foto Anna Esempio) aspettano"),
        holds=_are_names,
    ),
    CreditForm(
        name="behind a short label and a dash",
        languages="de en it pl",
        marks=("foto", "fot.", "photo", "ph."),
        pattern=rf"[-–—/|]\sMARK\s(?P<names>{CAPITAL}[^()\n]{{1,60}})",
        examples={
            "Le barche aspettano - foto Ansa": {"credit": "- foto Ansa", "names": "Ansa"},
            "Łodzie czekają. / fot. PAP/Anna Przykład": {
                "credit": "/ fot. PAP/Anna Przykład",
                "names": "PAP/Anna Przykład",
            },
        },
        refuses=("Boats wait - photo taken on Friday", "Nella foto Anna Esempio"),
        holds=_are_names,
    ),
)
"""Credits behind a short label, tried before those without a label."""

FORMS: Final = (
    CreditForm(
        name="agency and the word for its picture, behind a dash",
        languages="en",
        marks=("pic", "pix", "photo", "picture", "filepic", "file photo", "file picture"),
        pattern=rf"(?P<org>{CAPITAL}[\w.&'’]*(?:[\s/]{CAPITAL}[\w.&'’]*){{0,3}})\s(?i:MARK)",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Boats wait. — Reuters pic": {"credit": "Reuters pic", "org": "Reuters"},
            "Boats wait. – Bernama picture": {"credit": "Bernama picture", "org": "Bernama"},
        },
        refuses=("Boats wait. — Linshui photo", "Boats wait in a Reuters photo", "Boats wait. A photo"),
        holds=lambda parts: is_agency(parts["org"].partition("/")[0]),
    ),
    CreditForm(
        name="source in brackets, before a name",
        languages="en",
        marks=(":",),
        pattern=rf"(?P<org>{CAPITAL}[\w .&'’-]{{1,30}})MARK\s?(?P<who>{NAME_WORD}(?:\s{NAME_WORD}){{0,4}})",
        stands=(Stands.BRACKETED,),
        examples={
            "Boats wait. (Supplied: Ann Example)": {
                "credit": "(Supplied: Ann Example)",
                "org": "Supplied",
                "who": "Ann Example",
            },
            "Boats wait. (AAP: Ann Example)": {
                "credit": "(AAP: Ann Example)",
                "org": "AAP",
                "who": "Ann Example",
            },
        },
        refuses=("Boats wait. (Clockwise: Ann Example)", "Boats wait. (AAP: the boats left)"),
        holds=_agency_or_nobody,
    ),
    CreditForm(
        name="account of a network",
        languages="en es fr id pt",
        marks=("@",),
        pattern=(
            rf"(?P<names>(?:(?:{_NETWORK}|{_NAMES})\s?[/:|]\s?)?MARK[\w.]{{2,30}}"
            rf"(?:\s?(?:[/|,]|\bon\b|\bvia\b)\s?{_NETWORK})?)"
        ),
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={
            "Boats wait. X / @linshui": {"credit": "X / @linshui", "names": "X / @linshui"},
            "Boats wait. @linshui/Instagram": {"credit": "@linshui/Instagram", "names": "@linshui/Instagram"},
            "Boats wait (@linshui)": {"credit": "(@linshui)", "names": "@linshui"},
        },
        refuses=("Write to ann@example.org", "Boats wait for @linshui"),
    ),
    CreditForm(
        name="name and the site of the picture",
        languages="en",
        marks=("Unsplash", "Pexels", "Pixabay", "Flickr", "Wikimedia Commons"),
        pattern=rf"(?P<who>{_NAMES})\s(?:on|via|from)\s(?P<org>MARK)",
        stands=(Stands.AFTER_SENTENCE, Stands.ALONE),
        examples={
            "Boats wait. Ann Example on Unsplash": {
                "credit": "Ann Example on Unsplash",
                "who": "Ann Example",
                "org": "Unsplash",
            }
        },
        refuses=("Boats wait on Flickr", "Boats wait. Photos from Flickr"),
    ),
    CreditForm(
        name="name, and the paper of the photographer",
        languages="en fr",
        marks=("for", "pour"),
        pattern=(
            rf"(?P<names>{_NAMES}\sMARK\s(?:[Tt]he |[Ll]e |[Ll]a )?"
            rf"{CAPITAL}[\w.&'’]*(?:\s{CAPITAL}[\w.&'’]*){{0,3}})"
        ),
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Boats wait. Ann Example for the Linshui Post": {
                "credit": "Ann Example for the Linshui Post",
                "names": "Ann Example for the Linshui Post",
            }
        },
        refuses=("Boats wait. They left for Linshui", "Boats wait. Ann Example for Mayor Lin Wu"),
        holds=_for_agency,
    ),
    CreditForm(
        name="name and paper behind a sentence, parted by a slash",
        languages="cs de en es fr it nl pl pt",
        marks=("/",),
        pattern=rf"(?P<names>{_NAMES}\s?MARK\s?{CAPITAL}[\w.&'’«» -]{{1,50}})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Boats wait. Ann Example/Linshui Stuff": {
                "credit": "Ann Example/Linshui Stuff",
                "names": "Ann Example/Linshui Stuff",
            },
            "Des bateaux attendent. ANNE EXEMPLE/MODÈLE POUR « LE POSTE »": {
                "credit": "ANNE EXEMPLE/MODÈLE POUR « LE POSTE »",
                "names": "ANNE EXEMPLE/MODÈLE POUR « LE POSTE »",
            },
        },
        refuses=("Boats wait. Spring/Summer", "Boats wait. Linshui Bay/left bank", "Ann Example/Stuff"),
        holds=_are_names,
    ),
    CreditForm(
        name="agency behind a sentence",
        languages="en",
        marks=(*_AGENCIES, *map(str.upper, _AGENCIES)),
        pattern=r"(?P<org>MARK)",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Boats wait. VCG": {"credit": "VCG", "org": "VCG"},
            "Boats wait. — Bernama": {"credit": "Bernama", "org": "Bernama"},
        },
        refuses=("He spoke to CGTN", "Boats wait. They are on Instagram", "Reuters"),
    ),
    CreditForm(
        name="names behind a sentence and a stroke",
        languages="de en fr ja pt",
        marks=("|",),
        pattern=rf"MARK\s?(?P<names>{CAPITAL}[^|\n]{{1,60}})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Boats wait. | ANN EXAMPLE": {"credit": "| ANN EXAMPLE", "names": "ANN EXAMPLE"},
            "Boats wait. | KYODO": {"credit": "| KYODO", "names": "KYODO"},
        },
        refuses=("Boats wait | Ann Example", "Boats wait. | More Photos", "Boats wait. | The lock is open"),
        holds=_are_names,
    ),
)

IN_CAPTIONS: Final = (
    CreditForm(
        name="name and paper in brackets, parted by a slash",
        languages="en fr",
        marks=("/",),
        pattern=rf"\((?P<names>{CAPITAL}[\w.&'’ -]{{1,40}}\s?MARK\s?{CAPITAL}[\w.&'’ -]{{1,40}})\)",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Boats wait. (Linshui Post/Ann Example)": {
                "credit": "(Linshui Post/Ann Example)",
                "names": "Linshui Post/Ann Example",
            }
        },
        refuses=("Boats wait (Spring/Summer)", "Boats wait. (They left/Then they came)"),
        holds=_are_names,
    ),
    CreditForm(
        name="names behind a word of another language",
        languages="et lt lv",
        marks=(":",),
        pattern=rf"{CAPITAL}[^\W\d_]{{2,14}}MARK\s(?P<names>{_NAMES}\s?/\s?{CAPITAL}[\w.&'’ -]{{1,40}})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Laivai laukia. Nuotrauka: Ona Pavyzdė/Linšuis": {
                "credit": "Nuotrauka: Ona Pavyzdė/Linšuis",
                "names": "Ona Pavyzdė/Linšuis",
            }
        },
        refuses=("Boats wait. Clockwise: Lin Wu and others", "Boats wait. Result: two/three"),
        holds=_are_names,
    ),
    CreditForm(
        name="name and paper behind a sentence, parted by a comma",
        languages="en",
        marks=(",",),
        pattern=rf"(?P<who>{_NAMES})MARK\s(?P<org>{CAPITAL}[\w.&'’]*(?:\s{CAPITAL}[\w.&'’]*){{1,3}})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Boats wait. Ann Example, The Linshui Post": {
                "credit": "Ann Example, The Linshui Post",
                "who": "Ann Example",
                "org": "The Linshui Post",
            }
        },
        refuses=("Boats wait. Linshui, Friday", "Boats wait. Ann Example, left"),
    ),
    CreditForm(
        name="agency in lower case, in brackets",
        languages="de fr it",
        marks=_IN_LOWER_CASE,
        pattern=r"(?P<org>MARK)",
        stands=(Stands.BRACKETED,),
        examples={
            "Schiffe warten. (dpa)": {"credit": "(dpa)", "org": "dpa"},
            "Des bateaux attendent (reuters)": {"credit": "(reuters)", "org": "reuters"},
        },
        refuses=("Boats wait (left)", "The boats of the ansa wait", "Boats (dpa) wait"),
    ),
    CreditForm(
        name="word for an archive or a handout behind a sentence",
        languages="de en es nb nl pl pt",
        marks=_OF_NOBODY,
        pattern=r"(?P<org>MARK)",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Boats wait. Handout": {"credit": "Handout", "org": "Handout"},
            "Barcos esperan. Especial.": {"credit": "Especial", "org": "Especial"},
            "Barcos esperan. Archivo": {"credit": "Archivo", "org": "Archivo"},
        },
        refuses=(
            "Boats wait for the Archive",
            "Boats wait. Private boats",
            "Boats wait. Handouts",
            "Archive",
        ),
    ),
    CreditForm(
        name="site and name behind a sentence, parted by a slash",
        languages="da is nb",
        marks=("/",),
        pattern=rf"(?P<org>[\w.-]{{2,30}}\.[a-z]{{2,3}})\s?MARK\s?(?P<who>{_NAMES})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Bátar bíða. vefur.example.is/Anna Dæmi": {
                "credit": "vefur.example.is/Anna Dæmi",
                "org": "vefur.example.is",
                "who": "Anna Dæmi",
            },
        },
        refuses=("Boats wait. See example.is/boats", "Boats wait at example.is/Anna Dæmi"),
    ),
    CreditForm(
        name="known agencies behind a stroke or a dash, in any script",
        languages="mul",
        marks=("|", "｜", "—"),
        pattern=r"(?<=\s)MARK\s?(?P<org>[^|｜—\n]{2,40})",
        stands=(Stands.GLUED,),
        examples={
            "Boats wait | AFP / Reuters": {"credit": "| AFP / Reuters", "org": "AFP / Reuters"},
            "夜明けに船が待つ | 共同": {"credit": "| 共同", "org": "共同"},
        },
        refuses=("Boats wait | the harbour", "Boats wait|AFP", "Reuters | Boats wait"),
        holds=lambda parts: names_known_agencies(parts["org"]),
    ),
    CreditForm(
        name="name behind a sentence and a dash",
        languages="de en es fr",
        marks=("—", "–"),
        pattern=rf"MARK\s?(?P<names>{_NAMES})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"Boats wait. — Ann Example": {"credit": "— Ann Example", "names": "Ann Example"}},
        refuses=("Boats wait — Ann Example", "Boats wait. — Read More", "Boats wait. — Then They came"),
        holds=_are_names,
    ),
    CreditForm(
        name="name alone behind a sentence",
        languages="en fr es",
        pattern=(
            r"(?:(?<=[^\W\d]{2}[.!?”»]\s)|(?<=[.!?][”\"]\s))"
            rf"(?P<names>{NAME_WORD}(?:\s{NAME_WORD}){{1,2}})(?![.])"
        ),
        stands=(Stands.AFTER_SENTENCE,),
        examples={"Boats wait at the lock. Ann Example": {"credit": "Ann Example", "names": "Ann Example"}},
        refuses=(
            "Boats wait. Read More",
            "Boats wait. Linshui Lock.",
            "Boats wait. Linshui",
            "12. Linshui Lock",
            "Boats wait at Ann Example",
        ),
        holds=_are_names,
    ),
)
"""Credits without any sign but their place, in a text that is surely a caption."""
