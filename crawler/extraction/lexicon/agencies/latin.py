"""Agencies, papers and networks whose Latin names belong to one language."""

from __future__ import annotations

from typing import Final

ROWS: Final = """\
dpa/tmn | de | dateline
ABC News | en | dateline
Agencies | en | dateline
Anadolu Agency | en | dateline
ANI News | en | dateline
Antara News | en | dateline
AP Images | en | photos
AP Photo | en | photos
Associated Press | en | dateline photos
Associated Press Writer | en | dateline
BBC News | en | dateline
Beijing Review | en | dateline
Bloomberg News | en | dateline
Business Wire | en | dateline
BusinessWire | en | dateline
Canadian Press | en | dateline
CBS MarketWatch | en | dateline
CBS News | en | dateline
China Daily | en | dateline photos capitals
China Focus | en | dateline
China Internet Information Center | en | dateline
China News Service | en | dateline photos
China Plus | en | dateline
CNET | en | dateline
CNN Business | en | dateline bracket
CNN Sport | en | dateline bracket
CNN Style | en | dateline bracket
CNN Travel | en | dateline bracket
CNN Underscored | en | dateline
CNN/Money | en | dateline
CNNMoney | en | dateline
CNS News | en | dateline
Computerworld | en | dateline
Dow Jones | en | dateline
Focus Taiwan | en | dateline
Fox News | en | dateline
Gannett | en | dateline
Global Times | en | dateline photos
Globe Newswire | en | dateline
GlobeNewswire | en | dateline
IDG News Service | en | dateline
InfoWorld | en | dateline
Inter Press Service | en | dateline
Jiji Press | en | dateline
Knight Ridder | en | dateline
Kyodo News | en | dateline
Lao News Agency | en | dateline
Los Angeles Times | en | dateline
MacCentral | en | dateline
MarketWatch | en | dateline
McClatchy | en | dateline
MedPage Today | en | dateline
Motley Fool | en | dateline
NBC News | en | dateline
New Ratings | en | dateline
New York Times | en | dateline
newratings.com | en | dateline
News Agencies | en | dateline
NewsFactor | en | dateline
NewsFactor Network | en | dateline
Newswire | en | dateline
PA Images | en | photos
PA Media | en | photos
PA Wire | en | photos
PC World | en | dateline
PCWorld | en | dateline
People's Daily | en ja | dateline photos
People's Daily Online | en | dateline photos
Peoples Daily | en | dateline
PR Newswire | en | dateline
Press Association | en | photos
PRNewswire | en | dateline
Religion News Service | en | dateline
Reuters Health | en | dateline
Scripps Howard | en | dateline
Shine | en | dateline
Sixth Tone | en | dateline photos
Space.com | en | dateline
Sports Network | en | dateline
Staff | en | dateline
Staff Reporter | en | dateline
States News Service | en | dateline
TechWeb | en zh | dateline
The Associated Press | en | dateline photos
The Canadian Press | en | dateline photos
The Motley Fool | en | dateline
The New York Times | en | dateline
The Sports Network | en | dateline
The Washington Post | en | dateline
TheStreet.com | en | dateline
Thomson Reuters | en | dateline
Ticker | en | dateline
Tribune News Service | en | dateline
U-Wire | en | dateline
USA Today | en | dateline
USA Today Sports | en | photos
VCG Photo | en | photos
Voice of America | en | dateline
Wall Street Journal | en | dateline
Washington Post | en | dateline
Wire Reports | en | dateline
Xinhua News | en ja | dateline
Xinhua News Agency | en | dateline photos
ZDNet | en | dateline
Ziff Davis | en | dateline
ZUMA Press | en | photos
Ĉina Radio Internacia | eo | dateline
El Popola Ĉinio | eo | dateline
Andina | es | dateline
AP Foto | es | photos
CNN en Español | es | dateline bracket
Colpisa | es | dateline
Europa Press | es | dateline photos
Servimedia | es | dateline
Agence France-Presse | fr | dateline photos
Algérie Presse Service | fr | dateline
Maghreb Arabe Presse | fr | dateline
CNBC Indonesia | id | dateline
CNN Indonesia | id | dateline
Detik.com | id | dateline
Kompas.com | id | dateline
Liputan6.com | id | dateline
Okezone | id | dateline
Republika.co.id | id | dateline
Tempo.co | id | dateline
Agência Brasil | pt | dateline
am730 | zh | dateline
cnBeta | zh | dateline
CNMO | zh | dateline
DoNews | zh | dateline
ETtoday | zh | dateline
NOWnews | zh | dateline
PChome | zh | dateline
"""
