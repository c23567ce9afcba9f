"""Lists the names of the months, in full and short, in many languages."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import Final

from crawler.text.cldr_months import CLDR_MONTHS

# One line a month. Names of two words are joined by `_`; short forms stand without their dot.
_MONTHS: Final = """\
january jan janvier janv enero ene januar jänner janeiro gennaio gen januari styczeń stycznia sty \
  ocak oca januaro январь января янв يناير كانون_الثاني جانفي جانفيي ianuarie leden ledna január \
  січня ιανουαρίου jaenner jen студзеня
february feb février fevrier févr fév febrero februar fevereiro fev febbraio februari luty lutego \
  lut şubat şub februaro февраль февраля фев февр فبراير شباط فيفري februarie únor února február \
  лютого φεβρουαρίου febr feber лютага
march mar mars marzo märz mrz marz março marco maart mrt marzec marca mart marts marto март марта \
  мар مارس آذار اذار martie březen března március maret березня μαρτίου maerz сакавіка mac
april apr avril avr abril abr aprile kwiecień kwietnia kwi nisan nis aprilo апрель апреля апр أبريل \
  ابريل إبريل نيسان أفريل aprilie duben dubna április квітня απριλίου красавіка
may mai mayo maio mag maggio mei maj maja mayıs majo май мая مايو أيار ايار ماي květen května május \
  травня μαΐου μαίου mayis
june jun juin junio juni junho giugno giu czerwiec czerwca cze haziran haz июнь июня июн يونيو يونيه \
  حزيران جوان iunie června június червня ιουνίου чэрвеня
july jul juillet juil julio juli julho luglio lug lipiec lipca lip temmuz tem июль июля июл يوليو \
  يوليه تموز جويلية iulie července július липня ιουλίου ліпеня
august aug août aout agosto ago augustus sierpień sierpnia sie ağustos ağu augusti aŭgusto aŭg \
  август августа авг أغسطس اغسطس آب اب أوت srpen srpna augusztus agustus agu серпня αυγούστου agt \
  ags жніўня ogos
september sep sept septembre septiembre setiembre setembro set settembre sett wrzesień września wrz \
  eylül eyl septembro сентябрь сентября сен сент سبتمبر أيلول ايلول septembrie září szeptember \
  вересня σεπτεμβρίου верасня شتنبر
october oct octobre octubre oktober okt outubro out ottobre ott październik października paź ekim \
  eki oktobro октябрь октября окт أكتوبر اكتوبر تشرين_الأول تشرين_الاول octombrie říjen října \
  október жовтня οκτωβρίου кастрычніка
november nov novembre noviembre novembro listopad listopada lis kasım kas ноябрь ноября ноя нояб \
  نوفمبر تشرين_الثاني noiembrie listopadu листопада νοεμβρίου nopember kasim лістапада نونبر
december dec décembre decembre déc diciembre dic dezember dez dezembro dicembre grudzień grudnia gru \
  aralık ara desember des decembro декабрь декабря дек ديسمبر كانون_الأول كانون_الاول decembrie \
  prosinec prosince грудня δεκεμβρίου aralik снежня دجنبر dis
"""


def _by_word(lines: str) -> dict[str, int]:
    return {word: month for month, words in enumerate(lines.splitlines(), 1) for word in words.split()}


MONTHS: Final = MappingProxyType(_by_word(CLDR_MONTHS) | _by_word(_MONTHS))
"""Lower case names, of all languages together: no word means two months. Two words are joined by `_`.

Names of the wires and of older spellings come before CLDR's.
"""


_FIRST_MARKED = "\u0900"
"""First character of the scripts whose vowels are marks, which folding would remove."""


def fold_word(word: str) -> str:
    """Return the word without accents, case and dots, for look-ups."""
    if word.isascii():
        return word.lower().replace(".", "")
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c) and c != ".")


_FOLDED: Final = MappingProxyType(
    {fold_word(name.replace("_", " ")): month for name, month in MONTHS.items() if name < _FIRST_MARKED}
)


def month_number(word: str) -> int | None:
    """Return the number of the month that a word names in any language, or None for other words."""
    return _FOLDED.get(fold_word(word))
