"""Names of agencies and papers as datelines print them, as data."""

from __future__ import annotations

import re
from typing import Final

from crawler.text.months import fold_word

_WESTERN: Final = """
xinhua|xinhuanet|xinhua news agency|china daily|china.org.cn|china internet information center|cgtn|cctv
cri|cns|ecns|china news service|people's daily|people's daily online|global times|china plus|shine
china focus|beijing review|ap|the associated press|associated press|reuters|thomson reuters|afp|upi|dpa
apa|ansa|efe|ats|belga|anp|lusa|pti|ani|ians|app|irna|mehr|fars|isna|bernama|antara|antara news|vna|tna
kuna|wam|spa|mena|sana|petra|qna|tap|aps|map|una|anadolu|anadolu agency|aa|ina|maan|wafa|tass|itar-tass
ria novosti|ria|interfax|sputnik|belta|ukrinform|unian|kyodo|kyodo news|jiji|jiji press|yonhap|kcna|cna
focus taiwan|cp|the canadian press|canadian press|aap|nzpa|sapa|pana|prensa latina|pl|telam|notimex
agencia brasil|abr|agência brasil|andina|afx|dow jones|bloomberg|bloomberg news|marketwatch|cbs.mw
cbs marketwatch|cnn|cnn business|cnn/money|cnnmoney|cnn en español|cnn sport|cnn style|cnn travel
cnn underscored|bbc|bbc news|npr|pbs|abc|abc news|cbs|cbs news|nbc|nbc news|fox news|msnbc|voa
voice of america|rfe/rl|rfa|dw|rt|rfi|new york times|the new york times|washington post
the washington post|los angeles times|usa today|wall street journal|newsfactor|newsfactor network|pc world
pcworld|ziff davis|the motley fool|motley fool|techweb|infoworld|computerworld|idg news service|maccentral
cnet|business week online|businessweek online|sports network|the sports network|ticker|agencies
wire reports|news agencies|staff|staff reporter|pr newswire|prnewswire|business wire|businesswire
globe newswire|globenewswire|newswire|u-wire|pid|new ratings|newratings.com|dpa/tmn|dpa-afx|awp|sda
keystone-sda|apn|afp/apa|red|ots|kna|epd|sid|reuters health|medpage today|space.com|zdnet|thestreet.com
knight ridder|scripps howard|gannett|mcclatchy|tribune news service|tns|states news service
religion news service|rns|cns news|aljazeera|al jazeera|xinhua/ani|ani/xinhua|ĉina radio internacia
el popola ĉinio|cri/xinhua|europa press|ep|colpisa|servimedia|ips|inter press service|acn|afk|ntb|tt
ritzau|ptb|pap|ctk|čtk|mti|agerpres|mediafax|bta|hina|tanjug|beta|sta|ata|mia|lnk|bns|leta|elta|amn|arka
trend|azertac|kabar|kazinform|montsame|lao news agency|akp|uns|unb|bss|lankapuva|rss|nan|gna|ena|shabait
sona|angop|aim|zanews|new ziana|kompas.com|detik.com|tempo.co|cnbc indonesia|cnn indonesia|liputan6.com
republika.co.id|okezone|agence france-presse|adnkronos|agi|askanews|algérie presse service
associated press writer|maghreb arabe presse|peoples daily|qns|inn|ani news
"""
_CYRILLIC: Final = """
синьхуа|тасс|итар-тасс|риа новости|риа|интерфакс|interfax.ru|прайм|р-спорт|рапси|риа недвижимость
риа туризм|regnum|рт|белта|украинформ|укринформ|уніан|униан|укрінформ|казинформ|казтаг|унн|кабар|sputnik
спутник|росбалт|иа regnum|жэньминь жибао|цамто|агентство москва|агн москва|росинформ|рбк|фан|news.ru
вести.ru|дан|луганскинформцентр|арменпресс|азертадж|trend|afp|ap
"""
_ARABIC: Final = """
شينخوا|رويترز|أ ف ب|أ.ف.ب|ا ف ب|فرانس برس|د ب أ|د.ب.أ|أ ب|أ.ب|واس|وام|سانا|بترا|قنا|كونا|سبأ|وفا|معا|تاس
سبوتنيك|نوفوستي|الأناضول|شبكة الصين|صحيفة الشعب|الحياة|الشرق الأوسط|رويترز عربي|وكالات|يو بي اي|أش أ|مينا
إرنا|نينا|واع|cnn|إفي|الجزيرة|الجزيرة نت|وكالة أنباء شينخوا|إذاعة الصين الدولية|cgtn العربية
"""


def _folded(table: str) -> frozenset[str]:
    return frozenset(fold_word(name) for name in table.strip().replace("\n", "|").split("|"))


AGENCIES: Final = _folded(_WESTERN) | _folded(_CYRILLIC) | _folded(_ARABIC)
"""Folded names of agencies in Latin, Cyrillic and Arabic letters."""

UNMARKED: Final = frozenset(
    {"cnn", "cnn business", "cnn sport", "cnn style", "cnn travel", "cnn español", "apa", "dpa"}
)
"""Agencies whose bracket alone ends a dateline: `Hong Kong (CNN Business)`."""


_CYRILLIC_SHAPE: Final = re.compile(r"^[а-яё-]+ (?:газета|новости|агентство|информ\w*)$")


def is_agency(name: str) -> bool:
    """Whether the name, or each part of it between slashes, is an agency known here."""
    folded = fold_word(name)
    return (
        folded in AGENCIES
        or bool(_CYRILLIC_SHAPE.search(folded))
        or ("/" in folded and all(part.strip() in AGENCIES for part in folded.split("/")))
    )
