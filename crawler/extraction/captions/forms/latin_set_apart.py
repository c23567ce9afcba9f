"""Photo credits in alphabetic scripts without a label, which stand behind a sentence or in brackets."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.captions.forms.credit import CreditForm, Stands
from crawler.extraction.captions.forms.latin_words import CAPITAL, NAME_WORD
from crawler.extraction.captions.names import MOST_WORDS as _MOST_WORDS
from crawler.extraction.captions.names import reads_like_names
from crawler.extraction.captions.photo_agencies import KNOWN, is_agency
from crawler.extraction.form import Parts, any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies
from crawler.extraction.lexicon.organisations import BUTTON_WORDS, NOBODY

_AGENCIES: Final = agencies(AgencyRole.PHOTOS, "mul", "de", "el", "en", "es", "fr")
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
        languages="de en it ms pl",
        marks=("foto", "fot.", "photo", "ph.", "Foto", "FOTO", "Photo", "Picture", "Gambar", "GAMBAR"),
        pattern=rf"(?:[-–—]|[/|](?=\s[a-z]))\sMARK\s(?P<names>{CAPITAL}[^()\n]{{1,60}})",
        examples={
            "Le barche aspettano - foto Ansa": {"credit": "- foto Ansa", "names": "Ansa"},
            "Bot menunggu. - Gambar Ani Contoh": {"credit": "- Gambar Ani Contoh", "names": "Ani Contoh"},
            "Łodzie czekają. / fot. PAP/Anna Przykład": {
                "credit": "/ fot. PAP/Anna Przykład",
                "names": "PAP/Anna Przykład",
            },
        },
        refuses=("Boats wait - photo taken on Friday", "Nella foto Anna Esempio"),
        holds=_are_names,
    ),
    CreditForm(
        name="behind the label and a dash",
        languages="cs sk",
        marks=("Foto", "FOTO", "Photo", "Snímka"),
        pattern=rf"MARK(?: {CAPITAL})?\s[-–—]\s(?P<names>{CAPITAL}[^\n]{{1,60}})",
        stands=(Stands.BEHIND, Stands.BRACKETED),
        examples={
            "Lode čakajú Foto - Anna Vzorová": {"credit": "Foto - Anna Vzorová", "names": "Anna Vzorová"},
            "Lode čakajú. Foto L - Anna Vzorová": {
                "credit": "Foto L - Anna Vzorová",
                "names": "Anna Vzorová",
            },
        },
        refuses=("Foto - Lode čakajú pred komorou", "Nella foto - Anna Esempio e le barche"),
        holds=_are_names,
    ),
    CreditForm(
        name="name behind the photo of a paper",
        languages="en tl",
        marks=("photo", "Photo", "PHOTO"),
        pattern=(
            rf"(?P<org>{CAPITAL}[\w.&'’]*(?:\s{CAPITAL}[\w.&'’]*){{0,2}})\sMARK(?: [Bb]y | BY )"
            rf"(?P<who>{_NAMES})"
        ),
        stands=(Stands.AFTER_SENTENCE, Stands.BRACKETED),
        examples={
            "Boats wait. Express photo by Ann Example": {
                "credit": "Express photo by Ann Example",
                "org": "Express",
                "who": "Ann Example",
            },
        },
        refuses=(
            "Boats wait in an Express photo by Ann Example",
            "Boats wait. Her photo by noon",
            "Boats wait. AP Photo/Ann Example",
        ),
        holds=lambda parts: not is_agency(parts["org"]),
    ),
)
"""Credits behind a short label, tried before those without a label."""

_DAYS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"),
    *("January", "February", "March", "April", "August", "September", "October", "November", "December"),
)

FORMS: Final = (
    CreditForm(
        name="name and date in brackets, parted by a slash",
        languages="en",
        marks=_DAYS,
        pattern=rf"(?P<names>{CAPITAL}[^()/]{{2,60}}) / (?:MARK)\.? \d{{1,2}}, \d{{4}}",
        stands=(Stands.BRACKETED,),
        examples={
            "Boats wait. (Ann Example / May 14, 2024)": {
                "credit": "(Ann Example / May 14, 2024)",
                "names": "Ann Example",
            },
        },
        refuses=("Boats wait. (May 14, 2024)", "Boats wait (the lower lock / May 14, 2024)"),
    ),
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
        name="name behind the year of its rights",
        languages="de en es fr it",
        marks=("©",),
        pattern=rf"MARK\s?(?:19|20)\d\d,?\s(?P<names>{CAPITAL}[^\n©]{{1,60}})",
        stands=(Stands.BEHIND,),
        examples={
            "Boats wait. © 2024 Ann Example": {"credit": "© 2024 Ann Example", "names": "Ann Example"},
        },
        refuses=("Boats wait. © 2024", "Boats wait. © 2024 The boats are out. All rights reserved"),
        holds=_are_names,
    ),
    CreditForm(
        name="name of a studio, in brackets",
        languages="de en fr it",
        marks=(
            "Photography",
            "Photographie",
            "Fotografie",
            "Fotografia",
            "Photo",
            "Photos",
            "Studio",
            "Studios",
        ),
        pattern=rf"(?P<names>{NAME_WORD}(?:\s[\w.&'’‘“”\"-]{{1,24}}){{0,4}}\sMARK)",
        stands=(Stands.BRACKETED,),
        examples={
            "Boats wait (Ann ‘Oar’ Example Photography)": {
                "credit": "(Ann ‘Oar’ Example Photography)",
                "names": "Ann ‘Oar’ Example Photography",
            },
        },
        refuses=("Boats wait (they left the Studio)", "Boats wait (in a Photo)"),
    ),
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
        name="behind a label that authors have, too",
        languages="ar bg bn cs da de el es et fa fi fr hi hr it lt lv nl pt ro ru sv th tr",
        marks=labels.CREDIT_OR_AUTHOR,
        pattern=r"(?:[|/—–-]\s)?MARK\s?[:：]\s?(?P<names>[^。\n:：]{2,60})",
        stands=(Stands.BEHIND, Stands.BRACKETED),
        examples={
            "Lodě čekají. Autor: Anna Vzorová": {"credit": "Autor: Anna Vzorová", "names": "Anna Vzorová"},
            "Tekneler bekliyor (Kaynak: AA)": {"credit": "(Kaynak: AA)", "names": "AA"},
        },
        refuses=("Der Autor und die Boote", "Autor: " + "sie warten seit Jahren vor dem Tor auf das Wasser"),
        holds=lambda parts: len(parts["names"].split()) <= _MOST_WORDS,
    ),
    CreditForm(
        name="behind a label in the plural",
        languages="en",
        marks=("Photos", "PHOTOS", "Pictures", "Images"),
        pattern=r"MARK:\s(?P<names>[^\n:]{2,60})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Boats wait. Photos: Ann Example": {"credit": "Photos: Ann Example", "names": "Ann Example"}
        },
        refuses=("Photos: Ann Example", "Boats wait. Photos: the lock opens"),
        holds=_are_names,
    ),
    CreditForm(
        name="name in brackets behind a sentence",
        languages="en es fr id it",
        marks=("(", "["),
        pattern=rf"MARK(?P<names>{_NAMES}(?:\s?[/|,]\s?{CAPITAL}[\w.&'’ -]{{1,40}})?)[)\]]",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Boats wait. (Ann Example)": {"credit": "(Ann Example)", "names": "Ann Example"},
            "Perahu menunggu. [Ani Contoh/Warta]": {
                "credit": "[Ani Contoh/Warta]",
                "names": "Ani Contoh/Warta",
            },
        },
        refuses=("The boats of the mayor (Ann Example)", "Boats wait. (Read More)", "Boats wait. (Linshui)"),
        holds=_are_names,
    ),
    CreditForm(
        name="name behind a stroke",
        languages="de en es fr pt ru",
        marks=("|", "/", "•"),
        pattern=(
            r"(?<=[^\W\d_]\s)MARK\s"
            rf"(?P<names>{_NAMES}(?:\s?[/,]\s?{CAPITAL}[\w.&'’ -]{{1,40}})?)"
        ),
        stands=(Stands.BEHIND,),
        examples={
            "Boats wait in front of the lock | Ann Example": {
                "credit": "| Ann Example",
                "names": "Ann Example",
            },
            "Boats wait at Linshui | Ann Example": {"credit": "| Ann Example", "names": "Ann Example"},
            "Los barcos esperan / Ana Muestra": {"credit": "/ Ana Muestra", "names": "Ana Muestra"},
        },
        refuses=(
            "Boats wait in front of the lock | Read More",
            "Boats wait and/or Lin Wu",
            "Boats wait for Lin Wu/Ann Example",
        ),
        holds=_are_names,
    ),
    CreditForm(
        name="name behind a sentence and a sign",
        languages="en es ru",
        marks=("—", "–", "/", "•"),
        pattern=rf"MARK\s?(?P<names>{_NAMES})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={
            "Boats wait. — Ann Example": {"credit": "— Ann Example", "names": "Ann Example"},
            "Лодки ждут. / Анна Примерова": {"credit": "/ Анна Примерова", "names": "Анна Примерова"},
        },
        refuses=("Boats wait — Ann Example", "Boats wait. — Read More"),
        holds=_are_names,
    ),
    CreditForm(
        name="agency behind a sign, in any script",
        languages="ar bn el he hi ur",
        marks=("-", "–", "—", "/", "|", "।"),
        pattern=r"MARK\s(?P<org>[^\s|।/—–-][^\n|।—–]{1,24})",
        stands=(Stands.BEHIND,),
        examples={
            "قوارب تنتظر أمام الهويس - رويترز": {"credit": "- رويترز", "org": "رويترز"},
            "নৌকা অপেক্ষা করছে । রয়টার্স": {"credit": "। রয়টার্স", "org": "রয়টার্স"},
        },
        refuses=("قوارب تنتظر - أمام الهويس", "Boats wait for Reuters"),
        holds=lambda parts: not parts["org"].isascii() and parts["org"].casefold() in KNOWN,
    ),
    CreditForm(
        name="names before the word for photo",
        languages="lt",
        marks=("nuotr.", "nuotrauka", "nuotraukos"),
        pattern=rf"(?:/\s?)?(?P<names>{NAME_WORD}(?:(?:\s|\s?/\s?){NAME_WORD}){{0,4}})\sMARK",
        stands=(Stands.BEHIND, Stands.GLUED),
        examples={
            "Valtys laukia. Onos Pavyzdės nuotr.": {
                "credit": "Onos Pavyzdės nuotr.",
                "names": "Onos Pavyzdės",
            },
            "Valtys laukia / O. Pavyzdė/LRT nuotr.": {
                "credit": "/ O. Pavyzdė/LRT nuotr.",
                "names": "O. Pavyzdė/LRT",
            },
        },
        refuses=("Valtys laukia nuotraukoje", "Valtys sena nuotr."),
    ),
    CreditForm(
        name="name, day of the picture and agency",
        languages="pt",
        marks=("/",),
        pattern=(
            rf"(?P<who>{_NAMES})\s[-–]\s\d{{1,2}}\.[a-z]{{3}}\.?\s?\d{{2,4}}"
            rf"MARK(?P<org>{CAPITAL}[\w ]{{2,30}})"
        ),
        stands=(Stands.BEHIND,),
        examples={
            "Barcos esperam Ana Exemplo - 5.mai.2024/Folhapress": {
                "credit": "Ana Exemplo - 5.mai.2024/Folhapress",
                "who": "Ana Exemplo",
                "org": "Folhapress",
            }
        },
        refuses=("Barcos esperam - 5.mai.2024/Folhapress",),
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
