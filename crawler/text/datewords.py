"""The words in which dates and times are written: months, parts of the day, time zones, eras."""

from __future__ import annotations

# English, French, Spanish, German, Portuguese, Italian, Dutch, Polish, Turkish, the Nordic languages,
# Esperanto, Russian (nominative, genitive, short), Arabic (of Egypt, the Levant and the Maghreb); in full
# only: Romanian, Czech, Hungarian, Indonesian, Ukrainian and Greek.
_MONTHS = """\
january jan janvier janv enero ene januar jänner janeiro gennaio gen januari styczeń stycznia sty \
  ocak oca januaro январь января янв يناير كانون_الثاني جانفي جانفيي ianuarie leden ledna január січня \
  ιανουαρίου
february feb février fevrier févr fév febrero februar fevereiro fev febbraio februari luty lutego lut \
  şubat şub februaro февраль февраля фев февр فبراير شباط فيفري februarie únor února február лютого \
  φεβρουαρίου
march mar mars marzo märz mrz marz março marco maart mrt marzec marca mart marts marto март марта мар \
  مارس آذار اذار martie březen března március maret березня μαρτίου
april apr avril avr abril abr aprile kwiecień kwietnia kwi nisan nis aprilo апрель апреля апр أبريل \
  ابريل إبريل نيسان أفريل aprilie duben dubna április квітня απριλίου
may mai mayo maio mag maggio mei maj maja mayıs majo май мая مايو أيار ايار ماي květen května május \
  травня μαΐου μαίου
june jun juin junio juni junho giugno giu czerwiec czerwca cze haziran haz июнь июня июн يونيو يونيه \
  حزيران جوان iunie června június червня ιουνίου
july jul juillet juil julio juli julho luglio lug lipiec lipca lip temmuz tem июль июля июл يوليو \
  يوليه تموز جويلية iulie července július липня ιουλίου
august aug août aout agosto ago augustus sierpień sierpnia sie ağustos ağu augusti aŭgusto aŭg август \
  августа авг أغسطس اغسطس آب اب أوت srpen srpna augusztus agustus agu серпня αυγούστου
september sep sept septembre septiembre setiembre setembro set settembre sett wrzesień września wrz \
  eylül eyl septembro сентябрь сентября сен сент سبتمبر أيلول ايلول septembrie září szeptember вересня \
  σεπτεμβρίου
october oct octobre octubre oktober okt outubro out ottobre ott październik października paź ekim eki \
  oktobro октябрь октября окт أكتوبر اكتوبر تشرين_الأول تشرين_الاول octombrie říjen října október \
  жовтня οκτωβρίου
november nov novembre noviembre novembro listopad listopada lis kasım kas ноябрь ноября ноя нояб \
  نوفمبر تشرين_الثاني noiembrie listopadu листопада νοεμβρίου
december dec décembre decembre déc diciembre dic dezember dez dezembro dicembre grudzień grudnia gru \
  aralık ara desember des decembro декабрь декабря дек ديسمبر كانون_الأول كانون_الاول decembrie \
  prosinec prosince грудня δεκεμβρίου
"""

MONTHS = {word: month for month, words in enumerate(_MONTHS.splitlines(), 1) for word in words.split()}
"""Lower case month names and their short forms, of all languages together: no word means two months.

Names of two words are joined by `_`.
"""

TWO_WORD_MONTHS = "كانون تشرين"
"""First words of the month names that have two."""

AFTERNOON = frozenset(("pm", "下午", "晚上", "晚", "傍晚", "午后", "午後", "오후", "م", "مساء", "مساءً"))
"""Words that put an hour into the second half of the day."""

NOON = "中午"
"""The hours round noon, of which only one and two lie in the afternoon."""

MORNING = frozenset(("am", "上午", "早上", "早", "凌晨", "清晨", "午前", "오전", "ص", "صباحا", "صباحًا"))
"""Words that put an hour into the first half of the day."""

PARTS_BEFORE = (NOON, *(word for word in (*sorted(AFTERNOON), *sorted(MORNING)) if word > "\u3000"))
"""Those words that stand before the hour."""

REGIONS = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}
"""American zones that are named without saying whether it is summer."""

ZONES = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "bst": 60,
    "wet": 0,
    "west": 60,
    "cet": 60,
    "cest": 120,
    "mez": 60,
    "mesz": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "мск": 180,
    "gst": 240,
    "pkt": 300,
    "ist": 330,
    "ict": 420,
    "wib": 420,
    "bjt": 480,
    "hkt": 480,
    "sgt": 480,
    "pht": 480,
    "jst": 540,
    "kst": 540,
    "aest": 600,
    "aedt": 660,
    "nzst": 720,
    "nzdt": 780,
    "brt": -180,
    "est": -300,
    "edt": -240,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
}
"""Minutes east of Greenwich by a zone's usual abbreviation. CST, which has two meanings, is not here."""

CENTRAL_STANDARD = -360
"""Minutes of CST in America; in China it is China Standard Time."""

ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988}
"""The year before the first of a Taiwanese or Japanese era."""
