"""Words that open sentences and kickers but no place name, as data."""

from __future__ import annotations

from typing import Final

from crawler.text.months import fold_word

_ENGLISH: Final = """
news a about after all also although an and as at because before but by despite during each early either even
every few first five for four from he her here his how however i if in instead is it its just last late
let like live many meanwhile more most much my near next no none nor not nothing now of off on once one
only or our out over perhaps said second several she since so some still such ten that the their then
there these they this those though three thus to today tomorrow too two under until up us we what when
where whether which while who why will with without yes yesterday yet you your monday tuesday wednesday
thursday friday saturday sunday morning evening night dear reader readers editor editor's editors note
update updated update1 update2 exclusive factbox q&a faq video watch opinion analysis breaking correction
corrected preview review wrap timeline explainer interview highlights spoiler warning sponsored poll photo
photos gallery sports business world health science shots politics technology culture travel style quiz
podcast listen read editorial commentary column obituary feature features recap roundup summary background
source sources image credit picture caption advertisement description copyright alert urgent flash
live-updates fact check reaction profile spotlight insight focus special report reports study survey
research letters letter debate mr mrs ms dr sec rep gov president minister premier chairman step part
chapter episode season week day round game group question answer answers pros cons total result results
score scores final standings schedule date time place location price tickets info contact email tel phone
address website rating verdict plot director cast genre runtime entertainment local national international
regional top latest good bad big apple google microsoft facebook amazon twitter tesla nasa nato fifa uefa
imf opec eu un usa gop covid covid-19
"""
_GERMAN: Final = """
und der die das ein eine einen dem den des wir ich sie er es wie was wer wo wann warum nach vor mit bei im
am zum zur auf aus für von über um kein keine nicht doch aber auch nur schon noch jetzt heute gestern
morgen index politik wirtschaft kultur sport landwirtschaft wetter kommentar analyse meinung wissen
netzwelt panorama service leserbrief umfrage eilmeldung liveticker newsticker ticker korrektur hintergrund
porträt rezension kritik kolumne glosse leitartikel bericht reportage fazit vorteil nachteil frage antwort
tipp achtung update nord- ost- süd- west- quelle foto bild
"""
_ROMANCE: Final = """
une un ce cette ces il elle ils nous vous on dans pour sur par avec selon après avant depuis mais si
quand comment pourquoi enquête récit portrait reportage analyse décryptage entretien tribune chronique
témoignage infographie exclusif exclusivité vidéo vidéos direct focus dossier édito éditorial billet
critique info infos vérification fact-checking podcast diaporama sondage bilan vrai faux alerte replay
grand lire una uno este esta según tras para por con sin más muy no sí cuando como cómo qué quién
entrevista análisis opinión crónica reportaje exclusiva perfil encuesta galería fotos vídeo videos directo
última urgente editorial columna um uma com sem não quando análise opinião crônica reportagem
exclusivo galeria artigo coluna
"""
_CYRILLIC: Final = """
в на по об о с из к у за от до при для что как это этот эта эти он она они мы вы но а и не если когда где
кто почему видео фото опрос мнение интервью аналитика обзор справка срочно обновлено
"""

NO_PLACES: Final = frozenset(
    fold_word(word) for table in (_ENGLISH, _GERMAN, _ROMANCE, _CYRILLIC) for word in table.split()
)
"""Folded first words that exclude a place, unless the whole name is a known place (`THE HAGUE`)."""

ARTICLES: Final = frozenset(
    {"la", "le", "les", "el", "los", "las", "l", "o", "os", "as", "il", "lo", "gli", "das"}
)
"""Folded articles: capitals that begin with one are a place only if known (`LA PAZ`)."""
