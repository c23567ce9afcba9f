"""News agencies and papers as datelines name them."""

from __future__ import annotations

import re

_NAMES = """
Xinhua|Xinhua News Agency|AP|Associated Press|The Associated Press|Reuters|Thomson Reuters|AFP
Agence France-Presse|UPI|TASS|ITAR-TASS|Interfax|RIA Novosti|Sputnik|dpa|DPA|EFE|ANSA|APA|ATS|SDA|ANP
Belga|NTB|TT|Ritzau|PA|PTI|ANI|IANS|APP|PID|Kyodo|Kyodo News|Jiji|Yonhap|KCNA|VNA|VNS|CNA|CNS|CNW|ECNS
CGTN|CRI|CNN|BBC|CP|The Canadian Press|Canadian Press|Bloomberg|Antara|Bernama|TNA|MNA|IRNA|Anadolu|AA
SPA|WAM|KUNA|MENA|PNA|NAN|SANA|Prensa Latina|PL|Notimex|Télam|Agência Brasil|Lusa|AFX|China Daily
China.org.cn|Global Times|People's Daily|People’s Daily|People's Daily Online|People’s Daily Online|SCMP
The Motley Fool|Motley Fool|New Ratings|IDG News Service|PC World|CBS.MW|p2pnet.net News|SPACE.com
Ziff Davis|U-WIRE|Ticker|Agencies|Sports Network|Zuma|HealthDay News|HealthDay|PRNewswire|PR Newswire
Business Wire|BUSINESS WIRE|RT|Синьхуа|ТАСС|ИТАР-ТАСС|РИА Новости|Интерфакс|Рейтер|БЕЛТА|Р-Спорт|شينخوا
رويترز|أ ف ب|ا ف ب|أ ب|د ب أ|وكالات|سانا|واس|شبكة الصين|CNN
"""
KNOWN = frozenset(name.casefold() for line in _NAMES.strip().splitlines() for name in line.split("|"))

_SHAPE = re.compile(
    r"^(?:[A-Z][A-Z.&/]{1,11}|[\w.-]+\.(?:com|net|org|cn)"
    r"|.*\b(?:News|Network|Agency|Press|Service|Online|Daily|Times|Post|Wire|Newswire|Today|Business|Money|World|Ratings|Sports|Radio|TV|Media|Herald|Tribune|газета|новости|агентство)\b.*)$",
    re.IGNORECASE,
)
_UPPER = re.compile(r"^[A-Z][A-Z.&/ ]{1,18}$")


def is_known_agency(name: str) -> bool:
    """Whether a name is one of a known agency, or of several joined by a slash."""
    parts = name.casefold().split("/")
    return name.casefold() in KNOWN or all(part.strip() in KNOWN for part in parts)


def is_agency_like(name: str) -> bool:
    """Whether what stands in brackets before the dash can be an agency or a paper."""
    if is_known_agency(name) or _UPPER.match(name):
        return True
    return len(name.split()) <= 5 and bool(_SHAPE.match(name))
