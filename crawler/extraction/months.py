"""Names of the months in the languages of the wire services, as data."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import Final

# One line a month. Where two languages share a form it means the same month in both. Abbreviations
# stand without their dot, letters without accents (`month_number` folds before it looks up), and `_`
# ties the words of a name.
_NAMES: Final = (
    # 1
    (
        "jan january janvier janv enero ene janeiro januar janner jaenner januari januaro jen gennaio gen "
        "ocak "
        "января январь янв січня студзеня يناير جانفي كانون_الثاني stycznia ledna ιανουαριου thang1"
    ),
    # 2
    (
        "feb february fevrier fevr fev febrero febr fevereiro februar feber februari februaro febbraio subat "
        "февраля февраль февр фев лютого лютага فبراير فيفري شباط lutego unora φεβρουαριου"
    ),
    # 3
    (
        "mar march mars marzo marco marz maerz maart maret marto mrz mart "
        "марта март мар березня сакавіка مارس اذار marca brezna μαρτιου mrt mac"
    ),
    # 4
    (
        "apr april avril avr abril abr aprilo aprile nisan "
        "апреля апрель апр квітня красавіка ابريل أبريل افريل نيسان kwietnia dubna απριλιου"
    ),
    # 5
    "may mai mayo maio mei mayis majo maj maggio mag мая май травня мая مايو ماي ايار maja kvetna μαιου",
    # 6
    (
        "jun june juin junio junho juni junio giugno giu haziran "
        "июня июнь июн червня чэрвеня يونيو جوان حزيران czerwca cervna ιουνιου"
    ),
    # 7
    (
        "jul july juillet juil julio julho juli luglio lug temmuz "
        "июля июль июл липня ліпеня يوليو جويلية تموز lipca cervence ιουλιου"
    ),
    # 8
    (
        "aug august aout agosto ago agustus agt ags agu augustus augusto agustos "
        "августа август авг серпня жніўня اغسطس أغسطس اوت آب sierpnia srpna αυγουστου ogos"
    ),
    # 9
    (
        "sep sept september septembre septiembre setiembre set setembro septembro settembre sett eylul "
        "сентября сентябрь сент сен вересня верасня سبتمبر شتنبر ايلول wrzesnia zari σεπτεμβριου"
    ),
    # 10
    (
        "oct october octobre octubre outubro out okt oktober oktobro oktober ottobre ott ekim "
        "октября октябрь окт жовтня кастрычніка اكتوبر أكتوبر تشرين_الاول pazdziernika rijna οκτωβριου"
    ),
    # 11
    (
        "nov november novembre noviembre novembro nopember kasim "
        "ноября ноябрь нояб ноя листопада лістапада نوفمبر نونبر تشرين_الثاني listopadu νοεμβριου"
    ),
    # 12
    (
        "dec december decembre diciembre dic dezembro dez dezember desember des decembro dicembre aralik "
        "декабря декабрь дек грудня снежня ديسمبر دجنبر كانون_الاول grudnia prosince δεκεμβριου dis"
    ),
)


def fold_word(word: str) -> str:
    """The word without accents, case and dots, for looking it up."""
    if word.isascii():
        return word.lower().replace(".", "")
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c) and c != ".")


MONTHS: Final = MappingProxyType(
    {
        fold_word(name.replace("_", " ")): number
        for number, names in enumerate(_NAMES, 1)
        for name in names.split()
    }
)
"""Folded name to number: `{"janvier": 1, …}`."""


def month_number(word: str) -> int | None:
    """The number of the month that the word names in any of the languages; None where it names none."""
    return MONTHS.get(fold_word(word))
