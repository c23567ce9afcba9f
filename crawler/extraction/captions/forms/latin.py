"""Photo credits in alphabetic scripts, from the specific form to the general one."""

from __future__ import annotations

import re
from typing import Final

from crawler.extraction.captions.forms.credit import CreditForm, Stands
from crawler.extraction.captions.forms.latin_words import CAPITAL, NAME_WORD
from crawler.extraction.captions.photo_agencies import KNOWN, is_agency
from crawler.extraction.form import Parts, any_of
from crawler.extraction.lexicon import labels
from crawler.extraction.lexicon.agencies.table import AgencyRole, agencies

_CONNECTING: Final = frozenset(
    "by for to via of the and courtesy photo file from de la del picture alliance van von und".split()
)
_PARTING: Final = re.compile(r"\s*(?:[/|()—–]|\s-\s|,\s)\s*")
_RIGHTS: Final = re.compile(
    r"©\s?\d{4}\b|编辑|\b(?:permission|licen[cs]e|rights reserved|used with)\b"
    r"|(?!fot|zdj|otr)[a-z]{3}\. (?:\(|[A-Z](?!ourtesy))"
)
_CAPITALS: Final = f"{CAPITAL}{{2,14}}"
_POSITION: Final = re.compile(
    r"\b(?:LEFT|RIGHT|CENTER|CENTRE|TOP|BOTTOM|BACK|FRONT|ABOVE|BELOW|PART[EI]?|[IVX]+)\b"
)
_NUMBERED: Final = re.compile(r"(?:Video|Source|Quelle)\s*[:：]?\s*\d")
_SHOWS: Final = re.compile(r"Photos? (?:taken|shows?)\b")
_NO_NAME: Final = re.compile(r"^\d|https?\s?[:：]|\bpage\s?\w?\d|\b[Pp]lease\b")
_STOCK: Final = ("picture alliance", "picture-alliance", "imago images", "imago", "dpa", "ddp images")
_BYLINES: Final = tuple(f"{word} " for word in labels.BY)
_EXPLAINS: Final = ("e.g", "i.e", "z. B", "z.B", "p. ex", "por ej")
_MOST_WORDS: Final = 8
"""Words of the names behind a label in lower case, at most."""
_PROVIDED: Final = (
    *("Photos provided", "Photo provided", "Provided", "Pictures provided", "Picture provided"),
    *("Photos Provided", "Photo Provided"),
)
_PLURALS: Final = ("Photos", "Pictures", "Images", "Videos")


def _bare(credit: str) -> str:
    return credit.strip("()[]（）【】<>＜＞/ .。")


def _no_sentence(parts: Parts) -> bool:
    """Return whether names follow the label; several words in lower case are a sentence."""
    bare = _bare(parts["credit"])
    if _RIGHTS.search(parts["credit"]) or _NUMBERED.match(bare) or len(bare.split()) > 16:
        return False
    if bare.startswith(_PLURALS) and ":" in bare:
        return is_agency(bare.partition(":")[2]) or "/" in bare
    lower = [word for word in bare.split() if word[0].islower() and word not in _CONNECTING]
    return len(lower) <= 2 or any(map(is_agency, re.split(r"[/|,:]", bare)[1:]))


_LABEL: Final = re.compile(rf"(?:{any_of((*labels.CREDIT, *labels.CREDIT_BY))})\b")


def _in_brackets(parts: Parts) -> bool:
    bare = _bare(parts["credit"])
    return not _NUMBERED.match(bare) and not _SHOWS.match(bare)


def _has_agency(parts: Parts) -> bool:
    """Return whether a part of a credit without label and brackets is an agency, and no byline opens it."""
    bare = _bare(parts["credit"])
    if bare.startswith(_BYLINES):
        return False
    return len(bare.split()) <= 12 and any(is_agency(part) for part in _PARTING.split(bare) if part)


def _agencies(parts: Parts) -> bool:
    """Return whether brackets without a label hold an agency, or several names with an agency among them."""
    bare = _bare(parts["credit"])
    if _LABEL.match(bare) or _NO_NAME.search(bare) or bare.startswith(_EXPLAINS):
        return False
    names = [name for name in re.split(r"\s*[/／|、]\s*|\s[-–—]\s|,\s", bare) if name]
    if len(names) > 1:
        return any(map(is_agency, names)) and len(bare.split()) <= 16
    sentence = any(w.isalpha() and w[0].islower() and w not in _CONNECTING for w in bare.split()[1:])
    return is_agency(bare) and len(bare.split()) <= 6 and not (bare.islower() or sentence)


def _names_agency(names: str) -> bool:
    return any(map(is_agency, re.split(r"\s*/\s*", names)))


def _few_words(parts: Parts) -> bool:
    return len(parts["names"].split()) <= _MOST_WORDS and not _RIGHTS.search(parts["names"])


def _no_notice(parts: Parts) -> bool:
    """Return whether the rights are those in a picture; a notice of rights in a page has a year."""
    return _few_words(parts) or is_agency(parts["names"].partition("/")[0])


def _no_position(parts: Parts) -> bool:
    return not _POSITION.search(parts["who"])


def _agency_in_brackets(parts: Parts) -> bool:
    return is_agency(parts["org"])


def _via_agency(parts: Parts) -> bool:
    return is_agency(parts["names"].rpartition(" via ")[2])


def _agency_in_slashes(parts: Parts) -> bool:
    return is_agency(parts["names"])


def _agency_last(parts: Parts) -> bool:
    is_byline = parts["who"].startswith("By ")
    return not is_byline and any(is_agency(part) for part in _PARTING.split(parts["org"]) if part)


def _in_capitals(role: AgencyRole) -> tuple[str, ...]:
    return tuple(name.upper() for name in agencies(role))


FORMS: Final = (
    CreditForm(
        name="name and agency in brackets, behind the label",
        languages="de en es fr pt ru",
        marks=labels.CREDIT,
        pattern=r"MARK\s?:\s*(?P<who>(?:(?:[A-ZÀ-Ý]\.)+\s?|[A-ZÀ-Ý][\w'’\-À-ÿ]*\s){1,4})\s?\((?P<org>[^()]{2,60})\)",
        examples={
            "Boote warten. Foto: Anna Muster (dpa)": {
                "credit": "Foto: Anna Muster (dpa)",
                "who": "Anna Muster",
                "org": "dpa",
            }
        },
        refuses=("Photo: the lock (left)",),
    ),
    CreditForm(
        name="name and agency in brackets",
        languages="de en es fr pt",
        marks=("(",),
        pattern=r"(?P<who>(?:[A-ZÀ-Ý][\w'’\-À-ÿ]*\s){2,3})MARK(?P<org>[^()]{2,60})\)",
        stands=(Stands.AFTER_SENTENCE, Stands.ALONE),
        examples={
            "Boats wait. Ann Example (Reuters)": {
                "credit": "Ann Example (Reuters)",
                "who": "Ann Example",
                "org": "Reuters",
            }
        },
        refuses=("Boats wait. Ann Example (left)", "By Ann Example (China Daily)"),
        holds=_agency_last,
    ),
    CreditForm(
        name="behind the label, before the caption and a stroke",
        languages="de en es fr pt",
        marks=labels.CREDIT,
        pattern=r"MARK\s?[:：]\s*(?P<names>[^|。\n]{1,80})",
        stands=(Stands.BEFORE_STROKE,),
        examples={
            "Photo credit: AP | Boats wait at the lock.": {"credit": "Photo credit: AP", "names": "AP"},
            "Foto: Ana Exemplo | Barcos esperam.": {"credit": "Foto: Ana Exemplo", "names": "Ana Exemplo"},
        },
        refuses=("Photos: the lock opens | Linshui Post", "Boats wait. Photo: AP | Linshui"),
        holds=_no_sentence,
    ),
    CreditForm(
        name="behind the label",
        languages="ar de en es fr pt ru",
        marks=(*labels.CREDIT, *labels.CREDIT_BY),
        pattern=(
            r"(?:[—–|▲△]\s*|/(?=F))?MARK(?:\s?[:：]|\s/\s|\.{3}|…|\s(?=[©ⓒ])|(?<= [bB]y)(?=\s)|(?<= BY)(?=\s)"
            r"|(?<= of)(?=\s)|(?<= from)(?=\s)|(?<=[©ⓒ])|(?<=\([cC]\)))\s*(?P<names>[^。\n]{1,130})"
        ),
        stands=(Stands.BEHIND, Stands.SLASHED),
        examples={
            "Boats wait. Photo: Ann Example/Reuters": {
                "credit": "Photo: Ann Example/Reuters",
                "names": "Ann Example/Reuters",
            },
            "Barcos esperam. — Foto: Ana Exemplo/TV Clube": {
                "credit": "— Foto: Ana Exemplo/TV Clube",
                "names": "Ana Exemplo/TV Clube",
            },
            "Boats wait. Photo / Ann Example": {"credit": "Photo / Ann Example", "names": "Ann Example"},
            "Boats wait. Photo by Ann Example": {"credit": "Photo by Ann Example", "names": "Ann Example"},
            "Boats wait. Image: Courtesy of Ann Example": {
                "credit": "Image: Courtesy of Ann Example",
                "names": "Courtesy of Ann Example",
            },
            "Boote warten. © Anna Muster/dpa": {"credit": "© Anna Muster/dpa", "names": "Anna Muster/dpa"},
            "Boote warten. Bild © Anna Muster": {"credit": "Bild © Anna Muster", "names": "© Anna Muster"},
            "Veneet odottavat. Kuva: Anna Malli": {"credit": "Kuva: Anna Malli", "names": "Anna Malli"},
            "Boats wait. Credit...Ann Example": {"credit": "Credit...Ann Example", "names": "Ann Example"},
        },
        refuses=(
            "Photos: the lock opens in Linshui",
            "La foto: una larga historia que empezó en el puerto hace años",
            "© 2024 Reed Media. All rights reserved.",
            "Photo by now is a word for everything that a telephone makes of the world at noon.",
        ),
        holds=_no_sentence,
    ),
    CreditForm(
        name="behind a word for by, before a capital",
        languages="en es fr it pl",
        marks=labels.CREDIT_TO,
        # `PA Images via …` names an agency, whose last word is no label.
        pattern=rf"(?:(?<![A-Z] )MARK)\s(?P<names>{CAPITAL}[^。\n]{{1,130}})",
        stands=(Stands.BEHIND, Stands.BRACKETED),
        examples={
            "Boats wait. Credit Ann Example": {"credit": "Credit Ann Example", "names": "Ann Example"},
            "Barcos esperan. Foto de Ana Muestra": {
                "credit": "Foto de Ana Muestra",
                "names": "Ana Muestra",
            },
            "Screenshot by Ann Example/Reed": {
                "credit": "Screenshot by Ann Example/Reed",
                "names": "Ann Example/Reed",
            },
        },
        refuses=(
            "Credit goes to the fishermen",
            "La foto de los barcos",
            "Boats wait. | Ann Example/PA Images via Reed Pictures",
        ),
        holds=_no_sentence,
    ),
    CreditForm(
        name="behind a label in lower case",
        languages="en es fr it ru",
        marks=labels.CREDIT_SMALL,
        pattern=r"MARK\s?[:：]\s?(?P<names>[^。\n]{2,90})",
        stands=(Stands.BEHIND, Stands.BRACKETED),
        examples={
            "Boats wait. photo credit: ann example (reed.com)": {
                "credit": "photo credit: ann example (reed.com)",
                "names": "ann example (reed.com)",
            },
            "Лодки ждут (фото: Анна Пример)": {"credit": "(фото: Анна Пример)", "names": "Анна Пример"},
        },
        refuses=(
            "Boats wait in the photo",
            "Nobody knew what was in the photo: the boats had been there for years before it was taken",
        ),
        holds=_few_words,
    ),
    CreditForm(
        name="behind what is read out to the blind",
        languages="ar en es fa fr hi id ja ko pt ru vi zh",
        marks=labels.CREDIT_READ_OUT,
        pattern=r"MARK\s?[,،，]\s?(?P<names>[^。，\n]{2,90})",
        examples={
            "Image source, Getty Images": {"credit": "Image source, Getty Images", "names": "Getty Images"},
            "صدر الصورة، Getty Images": {"credit": "صدر الصورة، Getty Images", "names": "Getty Images"},
        },
        refuses=("The image source is unknown",),
        holds=_few_words,
    ),
    CreditForm(
        name="credit in brackets, and copyright behind a dash",
        languages="de en es fr it pt ru",
        marks=labels.COPYRIGHT,
        pattern=r"\((?P<names>[^()\n]{2,80})\)\s?[-–—|]\s?MARK\s?[:：©]?\s?[^\d\s©][^\n]{1,60}",
        examples={
            "Boats wait. (AP Photo/Ann Example) - Copyright AP Photo": {
                "credit": "(AP Photo/Ann Example) - Copyright AP Photo",
                "names": "AP Photo/Ann Example",
            },
        },
        refuses=("Boats wait (left) - Copyright AP Photo", "(AP Photo/Ann Example)"),
        holds=lambda parts: _names_agency(parts["names"]),
    ),
    CreditForm(
        name="copyright, behind a dash",
        languages="de en es fr it pt ru",
        marks=labels.COPYRIGHT,
        pattern=(
            r"[-–—|]\s?MARK\s?[:：©]?\s?(?P<names>[^\d\s©][^\n]{1,110}?)"
            r"(?:/MARK\s?\d{4}\s[^\n/]{2,24}\. All rights reserved\.?)?"
        ),
        examples={
            "Boats wait. - Copyright Ann Example/AP": {
                "credit": "- Copyright Ann Example/AP",
                "names": "Ann Example/AP",
            },
            "Boats wait. - Copyright Ann Example/Copyright 2024 The AP. All rights reserved": {
                "credit": "- Copyright Ann Example/Copyright 2024 The AP. All rights reserved",
                "names": "Ann Example",
            },
        },
        refuses=("Copyright Reed Media", "Boats wait. - Copyright 2024 Reed Media"),
        holds=_no_notice,
    ),
    CreditForm(
        name="agency in capitals, before a name",
        languages="de",
        marks=_STOCK,
        pattern=r"(?P<names>MARK\s?[/|]\s?\w[\w .'’/|-]{1,90})",
        examples={
            "Boote warten. picture alliance / dpa | Anna Muster": {
                "credit": "picture alliance / dpa | Anna Muster",
                "names": "picture alliance / dpa | Anna Muster",
            }
        },
        refuses=("Die dpa meldet das", "picture alliance"),
    ),
    CreditForm(
        name="name via an agency",
        languages="en",
        marks=("via",),
        pattern=(rf"(?P<names>{NAME_WORD}(?:[\s/]{{1,3}}{NAME_WORD}){{0,5}}\sMARK\s{CAPITAL}[\w .]{{1,40}})"),
        stands=(Stands.AFTER_SENTENCE, Stands.ALONE),
        examples={
            "Boats wait. Ann Example via Getty Images": {
                "credit": "Ann Example via Getty Images",
                "names": "Ann Example via Getty Images",
            }
        },
        refuses=("Boats wait. They came via Linshui", "Lin Wu via Lanqiao"),
        holds=_via_agency,
    ),
    CreditForm(
        name="name and agency in brackets, behind a slash",
        languages="es",
        marks=("/",),
        pattern=rf"MARK\s?(?P<who>{CAPITAL}[\w.'’ -]{{3,40}})\s\((?P<org>[^()]{{2,40}})\)",
        stands=(Stands.AFTER_SENTENCE, Stands.ALONE),
        examples={
            "Barcos esperan. / ANA MUESTRA (EFE)": {
                "credit": "/ ANA MUESTRA (EFE)",
                "who": "ANA MUESTRA",
                "org": "EFE",
            }
        },
        refuses=("Barcos. / Botes (grandes)", "Boats / Locks (Linshui Daily)"),
        holds=_agency_in_brackets,
    ),
    CreditForm(
        name="provided to",
        languages="en",
        marks=(*_PROVIDED, *map(str.upper, _PROVIDED)),
        pattern=r"MARK (?P<names>(?:to|by|for|TO|BY|FOR) [^。\n]{2,60})",
        stands=(Stands.AFTER_SENTENCE, Stands.ALONE),
        examples={
            "Boats wait. Provided to China Daily": {
                "credit": "Provided to China Daily",
                "names": "to China Daily",
            },
            "Boats wait. PROVIDED TO CHINA DAILY": {
                "credit": "PROVIDED TO CHINA DAILY",
                "names": "TO CHINA DAILY",
            },
        },
        refuses=("Boats wait. Provided that the lock opens", "Photos provided a proof"),
    ),
    CreditForm(
        name="behind the label, glued to the caption",
        languages="de en",
        marks=("Credit:", "Bild:", "Foto:", "Photo:"),
        pattern=r"(?<=[a-z.])MARK\s*(?P<names>[^。\n]{1,130})",
        stands=(Stands.GLUED,),
        examples={"Boats wait at the lockCredit: PA": {"credit": "Credit: PA", "names": "PA"}},
        refuses=("Boats wait at the LOCKCredit: PA",),
        holds=_no_sentence,
    ),
    CreditForm(
        name="behind the label, in brackets",
        languages="ar de en es fr pt ru",
        marks=(*labels.CREDIT, *labels.CREDIT_BY),
        pattern=r"MARK(?:(?<=©)|(?!\w))\s?[:：/／]?\s*(?P<names>.{1,118})",
        stands=(Stands.BRACKETED,),
        examples={
            "Boats wait. (Photo: Ann Example/Xinhua)": {
                "credit": "(Photo: Ann Example/Xinhua)",
                "names": "Ann Example/Xinhua",
            },
            "Boats wait. [Photo/Xinhua]": {"credit": "[Photo/Xinhua]", "names": "Xinhua"},
        },
        refuses=("(Photo taken on May 3, 2024)", "(Photos shows the lock)"),
        holds=_in_brackets,
    ),
    CreditForm(
        name="agencies in brackets",
        languages="ar de en es fr pt ru",
        pattern=r"(?P<names>[^\n一-鿿]{2,120})",
        stands=(Stands.BRACKETED,),
        examples={
            "Boats wait. (Xinhua/Wu Lin)": {"credit": "(Xinhua/Wu Lin)", "names": "Xinhua/Wu Lin"},
            "Лодки ждут. (Синьхуа)": {"credit": "(Синьхуа)", "names": "Синьхуа"},
        },
        refuses=(
            "(and the county paid)",
            "(left)",
            "(e.g., “the site of the lock”, “a company”)",
            "(Linshui Daily 05/08/2024 page7)",
            "(For the latest news, please follow Linshui Daily / Linshui Post)",
            "(16RMB)",
            "(https://post.example.com/media/7)",
        ),
        holds=_agencies,
    ),
    CreditForm(
        name="agency between slashes",
        languages="es fr",
        marks=("/",),
        pattern=r"MARK\s?(?P<names>[^/]{2,40}?)\s?/",
        stands=(Stands.GLUED,),
        examples={"Barcos esperan. /EFE/": {"credit": "/EFE/", "names": "EFE"}},
        refuses=("and/or",),
        holds=_agency_in_slashes,
    ),
    CreditForm(
        name="behind the label without a colon",
        languages="de en es",
        marks=("Photo", "Photos", "Foto", "Fotos", "Bild", "PHOTO", "PHOTOS", "FOTO", "Фото", "Снимка"),
        pattern=(
            rf"MARK\s(?P<names>{NAME_WORD}(?:\s{NAME_WORD}){{1,3}}(?:\s?[/,]\s?[A-ZÀ-Ý][\w .&'’-]{{1,40}})?"
            rf"|{NAME_WORD}\s?/\s?{NAME_WORD}(?:\s{NAME_WORD}){{0,3}})"
        ),
        examples={
            "Boats wait. Photo Ann Example": {"credit": "Photo Ann Example", "names": "Ann Example"},
            "Лодки ждут Фото Анны Примеровой": {"credit": "Фото Анны Примеровой", "names": "Анны Примеровой"},
        },
        refuses=("Photo Gallery",),
        holds=_no_sentence,
    ),
    CreditForm(
        name="agency behind the label",
        languages="de en es fr it",
        marks=("Photo", "Photos", "Foto", "Fotos", "Bild", "Фото", "Снимка"),
        pattern=rf"MARK\s(?P<org>{CAPITAL}\w{{1,20}})",
        examples={"Barche in attesa. Foto Ansa": {"credit": "Foto Ansa", "org": "Ansa"}},
        refuses=("Photo Gallery", "Boats wait. Photo Linshui"),
        holds=lambda parts: parts["org"].casefold() in KNOWN,
    ),
    CreditForm(
        name="behind the label and a slash",
        languages="de es is",
        marks=("Foto", "FOTO", "Fotos", "Photo", "PHOTO", "Ljósmynd", "Mynd"),
        pattern=rf"MARK\s?/\s?(?P<names>{CAPITAL}[^\n/]{{1,60}})",
        stands=(Stands.AFTER_SENTENCE, Stands.ALONE),
        examples={"Bátar bíða. Ljósmynd/Anna Dæmi": {"credit": "Ljósmynd/Anna Dæmi", "names": "Anna Dæmi"}},
        refuses=("Photo/Video", "Foto/Text: Anna Muster", "Boats wait. AP Photo/Ann Example"),
        holds=lambda parts: not parts["names"].startswith(("Video", "Vidéo", "Text", "Grafik")),
    ),
    CreditForm(
        name="names and agency, parted by a stroke",
        languages="de en es fr pt ru",
        marks=("/", "|", "—"),
        pattern=(
            r"(?:[|—]\s|[—–])?(?P<names>(?:(?:(?<=^)|(?<=[.!?。”\"»])|(?<=[.!?”»] )|(?<=[|—] )|(?<=[—–]))"
            rf"{NAME_WORD}(?:\s{NAME_WORD}){{0,4}}"
            rf"|{NAME_WORD}(?:\s{NAME_WORD}){{0,1}})\s?MARK\s?[A-ZÀ-Ýa-zА-ЯЁ][\w.'’\-À-ÿ ,/|—–]{{1,60}})"
        ),
        examples={
            "Boats wait. Ann Example/Getty Images": {
                "credit": "Ann Example/Getty Images",
                "names": "Ann Example/Getty Images",
            },
            "Boats wait. —Ann Example/AP": {"credit": "—Ann Example/AP", "names": "Ann Example/AP"},
        },
        refuses=("Boats wait. Spring/Summer", "and/or"),
        holds=_has_agency,
    ),
    CreditForm(
        name="agency behind a slash",
        languages="en ru",
        marks=("/",),
        pattern=r"(?:\|\s)?MARK\s?(?P<names>[A-ZА-ЯЁ][\w. -]{1,24})",
        examples={"Boats wait. /VCG Photo": {"credit": "/VCG Photo", "names": "VCG Photo"}},
        refuses=("/or",),
        holds=_has_agency,
    ),
    CreditForm(
        name="name in capitals, behind a slash",
        languages="es",
        marks=("/",),
        pattern=rf"MARK\s(?P<who>{_CAPITALS}(?:[\s-]{_CAPITALS}){{1,3}})",
        stands=(Stands.AFTER_SENTENCE,),
        examples={"Barcos esperan. / ANA MUESTRA": {"credit": "/ ANA MUESTRA", "who": "ANA MUESTRA"}},
        refuses=("Barcos esperan. / Ana Muestra", "Barcos esperan. / PARTE II", "LOCKS / ANN EXAMPLE"),
        holds=_no_position,
    ),
    CreditForm(
        name="name in capitals, in brackets",
        languages="en es",
        pattern=rf"(?P<who>{_CAPITALS}(?:\s{_CAPITALS}){{1,2}})",
        stands=(Stands.BRACKETED,),
        examples={"Boats wait in Linshui (WU LIN)": {"credit": "(WU LIN)", "who": "WU LIN"}},
        refuses=(
            "Boats wait (LEFT)",
            "Boats wait (FROM LEFT)",
            "Boats wait (LOCK II)",
            "Boats wait (PART ONE)",
        ),
        holds=_no_position,
    ),
    CreditForm(
        name="agency and the word photo",
        languages="en",
        marks=(*agencies(AgencyRole.LABEL), *_in_capitals(AgencyRole.LABEL)),
        pattern=r"(?:\|\s)?(?P<org>MARK Photos?)",
        examples={"Boats wait. AP Photo": {"credit": "AP Photo", "org": "AP Photo"}},
        refuses=("Boats wait in an AP photo",),
    ),
    CreditForm(
        name="name and agency behind the caption",
        languages="en es",
        stands=(Stands.AFTER_SENTENCE,),
        marks=(",", "–", "—", "-"),
        pattern=(
            r"(?P<names>[A-ZÀ-Ý][\w.'’\-À-ÿ]*(?:\s[A-ZÀ-Ý][\w.'’\-À-ÿ]*){0,3}"
            r"\s?MARK\s?[A-Z][\w .]{2,40})"
        ),
        examples={
            "Boats wait. Ann Example, Getty Images": {
                "credit": "Ann Example, Getty Images",
                "names": "Ann Example, Getty Images",
            }
        },
        refuses=(
            "Boats wait. Linshui, Friday",
            "FILE - Boats at the lock",
        ),
        holds=_has_agency,
    ),
    CreditForm(
        name="agency and name behind the caption, parted by a hyphen",
        languages="fr zh",
        marks=agencies(AgencyRole.LABEL),
        pattern=rf"(?P<names>MARK - {NAME_WORD}(?:\s{NAME_WORD}){{1,3}})",
        examples={
            "渔船等候 AFP - ANN EXAMPLE": {"credit": "AFP - ANN EXAMPLE", "names": "AFP - ANN EXAMPLE"}
        },
        refuses=("AFP - the boats wait", "PA - Boats"),
    ),
    CreditForm(
        name="agency behind the caption",
        languages="de en",
        marks=(*agencies(AgencyRole.BARE, "mul"), *_in_capitals(AgencyRole.CAPITALS)),
        pattern=(
            r"(?<!\bof )(?<!\bby )(?<!\bto )(?<!\bin )(?<!\bthe )(?<!\band )"
            r"(?<!\btold )(?<!\bwith )(?<!\bfrom )(?<!\bTO )(?<!\bBY )(?<!\bFOR )"
            r"(?<=[\s.a-z。！？」）])(?P<org>MARK)"
        ),
        stands=(Stands.GLUED,),
        examples={"Boats wait. REUTERS": {"credit": "REUTERS", "org": "REUTERS"}},
        refuses=("He spoke to AFP", "The story was told by the AFP.", "“We wait,” she told AFP."),
    ),
)
