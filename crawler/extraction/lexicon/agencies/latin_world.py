"""Agencies, papers and networks whose Latin names are used in many languages."""

from __future__ import annotations

from typing import Final

ROWS: Final = """\
AA | mul | dateline photos
AAP | mul | dateline photos
Abaca | mul | photos
ABC | mul | dateline
ABR | mul | dateline
ACN | mul | dateline
Action Images | mul | photos
Actionpress | mul | photos
Adnkronos | mul | dateline
Adobe Stock | mul | photos
AFK | mul | dateline
AFP | mul ja ko | dateline photos label bare
AFP-Jiji | mul | photos
AFX | mul | dateline
Agerpres | mul | dateline photos
AGI | mul | dateline
AIM | mul | dateline
AKP | mul | dateline
Al Jazeera | mul | dateline photos
Alamy | mul | photos
Alamy Stock Photo | mul | photos
Aljazeera | mul | dateline
AMN | mul | dateline
Anadolu | mul | dateline photos
Angop | mul | dateline
ANI | mul | dateline photos
ANP | mul | dateline photos
ANSA | mul ja | dateline photos
Antara | mul | dateline photos
Antara Foto | mul | photos
AP | mul ja ko | dateline photos label
APA | mul | dateline bracket photos
APN | mul | dateline
APP | mul | dateline
APS | mul | dateline
ARKA | mul | dateline
Askanews | mul | dateline
ATA | mul | dateline
ATS | mul | dateline
AWP | mul | dateline
Azertac | mul | dateline
Backgrid | mul | photos
BackpagePix | mul | photos
BBC | mul ja | dateline
Belga | mul | dateline photos
BELGAIMAGE | mul | photos
BelTA | mul | dateline photos
Bernama | mul | dateline photos
Bestimage | mul | photos
Beta | mul | dateline
Bloomberg | mul | dateline photos
BNS | mul | dateline photos
BSS | mul | dateline
BTA | mul | dateline
Business Week Online | mul | dateline
BusinessWeek Online | mul | dateline
CBS | mul | dateline
CBS.MW | mul | dateline
CCTV | mul | dateline label
CFP | mul | photos
cfp.cn | mul | photos
CGTN | mul zh ja ko | dateline photos label
China.org.cn | mul | dateline photos
CMG | mul zh ko | dateline
CNA | mul | dateline
CNN | mul ja | dateline bracket
CNS | mul ja | dateline photos
CNSphoto | mul | photos
Contrasto | mul | photos
Corbis | mul | photos
CP | mul | dateline photos
CRI | mul zh ja | dateline photos
ČTK | mul | dateline photos
Cuartoscuro | mul | photos
Depositphotos | mul | photos
dpa | mul ja | dateline bracket photos bare
DPA Images | mul | photos
dpa-AFX | mul | dateline
Dreamstime | mul | photos
DW | mul | dateline
ECNS | mul | dateline photos
EFE | mul ja | dateline photos
ELTA | mul | dateline
ENA | mul | dateline
EP | mul | dateline
EPA | mul | photos label
EPA-EFE | mul | photos
EPD | mul | dateline
Eurokinissi | mul | photos
Expa | mul | photos
Eyevine | mul | photos
Facebook | mul | photos
Fars | mul | dateline
FilmMagic | mul | photos
Flash90 | mul | photos
Flickr | mul | photos
Folhapress | mul | photos
Fotogramma | mul | photos
Fotolia | mul | photos
Gallo Images | mul | photos
Getty | mul | photos
Getty Images | mul | photos bare
GettyImages | mul | photos
GNA | mul | dateline
Gtres | mul | photos
Hans Lucas | mul | photos
HINA | mul | dateline photos
IANS | mul | dateline
IC | mul | photos
IC photo | mul zh | photos bare
Imagine China | mul | photos
Imaginechina | mul | photos
Imago | mul | photos bare capitals
imago images | mul | photos
Imagoeconomica | mul | photos
INA | mul | dateline
INN | mul | dateline
Instagram | mul | photos
Interfax | mul | dateline
Interfax.ru | mul | dateline
IPS | mul | dateline
IRNA | mul | dateline photos
ISNA | mul | dateline photos
iStock | mul | photos
iStockphoto | mul | photos
ITAR-TASS | mul | dateline
Jiji | mul | dateline photos
Kabar | mul | dateline
Kazinform | mul | dateline
KCNA | mul | dateline photos
Keystone | mul | photos bare
Keystone-SDA | mul | dateline
KNA | mul | dateline photos
KUNA | mul | dateline photos
Kyodo | mul | dateline photos
Lankapuva | mul | dateline
LaPresse | mul | photos
Lehtikuva | mul | photos
LETA | mul | dateline photos
LNK | mul | dateline
Lusa | mul | dateline photos
Maan | mul | dateline
Magnum Photos | mul | photos
MAP | mul | dateline
MaxPPP | mul | photos
Mediafax | mul | dateline photos
Mehr | mul | dateline
MENA | mul | dateline
MIA | mul | dateline
Montsame | mul | dateline
MSNBC | mul | dateline
MTI | mul | dateline photos
NAN | mul | dateline
NASA | mul | photos
NASA/JPL-Caltech | mul | photos
NBC | mul | dateline
New Ziana | mul | dateline
Newsis | mul | photos
News.ru | mul | dateline
NHK | mul ja | dateline
Notimex | mul | dateline
NPR | mul | dateline
NTB | mul | dateline photos
NTB Scanpix | mul | photos
NurPhoto | mul | photos
NZPA | mul | dateline
OTS | mul | dateline
PA | mul | photos
PANA | mul | dateline
PAP | mul | dateline photos
PBS | mul | dateline
Petra | mul | dateline photos
Pexels | mul | photos
Photonews | mul | photos
picture alliance | mul | photos
picture-alliance | mul | photos
PID | mul | dateline
Pixabay | mul | photos
Pixsell | mul | photos
PL | mul | dateline
Prensa Latina | mul | dateline
Profimedia | mul | photos
PTB | mul | dateline
PTI | mul | dateline photos
QNA | mul | dateline
QNS | mul | dateline
RED | mul | dateline
Regnum | mul | dateline
Reuters | mul | dateline photos label capitals
Rex | mul | photos
Rex Features | mul | photos
RFA | mul | dateline
RFE/RL | mul | dateline
RFI | mul | dateline
RIA | mul | dateline
RIA Novosti | mul | dateline photos
Ritzau | mul | dateline photos
Ritzau Scanpix | mul | photos
RNS | mul | dateline
Ropi | mul | photos
RSS | mul | dateline
RT | mul | dateline
SANA | mul | dateline
SAPA | mul | dateline
Scanpix | mul | photos
SDA | mul | dateline
Shabait | mul | dateline
Shutterstock | mul | photos
SID | mul | dateline
SIPA | mul | photos
Sipa USA | mul | photos
SONA | mul | dateline
SPA | mul | dateline
Sputnik | mul | dateline photos
STA | mul | dateline photos
SWNS | mul | photos
Tanjug | mul | dateline photos
TAP | mul | dateline
Tasnim | mul | photos
TASS | mul | dateline photos
Telam | mul | dateline
TNA | mul | dateline
TNS | mul | dateline
Trend | mul | dateline
TT | mul | dateline photos
Twitter | mul | photos
Ukrinform | mul | dateline photos
UNA | mul | dateline
UNB | mul | dateline
UNIAN | mul | dateline photos
UNS | mul | dateline
Unsplash | mul | photos
UPI | mul ja | dateline photos
VCG | mul | photos label
VNA | mul | dateline
VOA | mul | dateline
WAFA | mul | dateline
WAM | mul | dateline photos
Weibo | mul | photos
Wikimedia Commons | mul | photos
WireImage | mul | photos
Witters | mul | photos
Xinhua | mul ja | dateline photos label
Xinhuanet | mul | dateline
Yonhap | mul | dateline photos
YouTube | mul | photos
ZANews | mul | dateline
Zuma | mul | photos
"""
