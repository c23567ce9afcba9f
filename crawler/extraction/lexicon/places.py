"""Names of places in datelines, as data: enough to distinguish a place from a kicker."""

from __future__ import annotations

from typing import Final

from crawler.text.months import fold_word

_COUNTRIES: Final = """
afghanistan albania algeria andorra angola antarctica argentina armenia australia austria azerbaijan
bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil
brunei bulgaria burundi cambodia cameroon canada chad chile china colombia comoros congo croatia cuba
cyprus czechia denmark djibouti dominica ecuador egypt england eritrea estonia eswatini ethiopia fiji
finland france gabon gambia gaza georgia germany ghana greece greenland grenada guam guatemala guinea
guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan
kashmir kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya
liechtenstein lithuania luxembourg macedonia madagascar malawi malaysia maldives mali malta mauritania
mauritius méxico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru
nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay perú
philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia seychelles singapore
slovakia slovenia somalia spain sudan suriname swaziland sweden switzerland syria taiwan tajikistan
tanzania thailand togo tonga tunisia turkey türkiye turkmenistan tuvalu uganda ukraine uruguay usa uk uae
uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe brasil brésil alemania allemagne espagne
españa francia deutschland österreich schweiz frankreich italie italia japón chine royaume-uni états-unis
maroc algérie tunisie rusia russie brazilo ĉinio
"""
_COUNTRIES_OF_SEVERAL_WORDS: Final = """
united states|the united states|united states of america|united kingdom|the united kingdom|great britain
united arab emirates|the united arab emirates|south korea|north korea|saudi arabia|sri lanka|new zealand
south africa|south sudan|central african republic|costa rica|el salvador|puerto rico|dominican republic
trinidad and tobago|antigua and barbuda|bosnia and herzegovina|bosnia-herzegovina|burkina faso|cape verde
cabo verde|cote d'ivoire|ivory coast|czech republic|democratic republic of congo
democratic republic of the congo|republic of korea|east timor|timor-leste|equatorial guinea|guinea-bissau
gaza strip|the gaza strip|west bank|the west bank|marshall islands|solomon islands|papua new guinea
north macedonia|northern ireland|hong kong|macao|sierra leone|vatican city|the vatican|the netherlands
the philippines|the bahamas|the gambia|western sahara|falkland islands|faroe islands|cayman islands
virgin islands|new caledonia|french polynesia|arabia saudita|estados unidos|reino unido|nueva zelanda
corea del sur|corea del norte|républica dominicana|costa de marfil|coree du sud|afrique du sud
arabie saoudite|nouvelle-zélande|coreia do sul|áfrica do sul|vereinigte staaten|inner mongolia|tibet
xinjiang|sinai|crimea|chechnya|dagestan|kurdistan|punjab|kerala|bihar|assam|gujarat
"""
_STATES: Final = """
ala|ariz|ark|calif|colo|conn|del|fla|ga|ill|ind|kan|kans|ky|la|md|mass|mich|minn|miss|mo|mont|neb|nebr|nev
nh|nj|nm|ny|nc|nd|okla|ore|pa|ri|sc|sd|tenn|tex|vt|va|wash|wva|w va|wis|wyo|dc|al|ak|az|ar|ca|co|ct|de|fl
hi|id|il|in|ia|ks|me|ma|mi|mn|ms|mt|ne|nv|oh|ok|or|tn|tx|ut|wa|wv|wi|wy|ont|que|bc|alta|sask|man|nb|ns|nl
nfld|pei|nwt|on|qc|ab|sk|mb|nsw|qld|vic|tas|act|alabama|alaska|arizona|arkansas|california|colorado
connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland
massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey
new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island
south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin
wyoming|ontario|quebec|british columbia|alberta|saskatchewan|manitoba|nova scotia|new brunswick
newfoundland|yukon|new south wales|queensland|victoria|tasmania|western australia|south australia
guangdong|fujian|zhejiang|jiangsu|shandong|sichuan|yunnan|hunan|hubei|henan|hebei|shanxi|shaanxi|jilin
liaoning|heilongjiang|anhui|jiangxi|guizhou|guangxi|hainan|gansu|qinghai|ningxia|bavaria|bayern|sicily
siberia|scotland
"""
_CITIES: Final = """
abidjan abuja accra adelaide aden albany albuquerque aleppo alexandria algiers almaty amman amsterdam
anaheim anchorage annapolis antalya antwerp arlington ashgabat asmara astana asuncion athens atlanta
auckland augusta austin baghdad bahrain baku bali baltimore bamako bandung bangalore bengaluru bangkok
bangui banjul barcelona basel basra beijing beirut belfast belgrade belmopan benghazi bern berne bethlehem
bilbao birmingham bishkek bissau bloemfontein bogotá boise bologna bombay bordeaux boston boulder brasília
bratislava brazzaville brighton brisbane bristol brussels bucharest budapest buffalo bujumbura bulawayo
busan cairo calcutta calgary canberra cannes caracas cardiff casablanca changchun changsha charleston
charlotte chengdu chennai chicago chisinau chittagong chongqing christchurch cincinnati cleveland cologne
colombo columbia columbus conakry copenhagen cordoba cotonou dakar dalian dallas damascus darwin davos
dayton denver detroit dhaka dili dodoma doha donetsk dubai dublin dunhuang durban dushanbe edinburgh
edmonton erbil eindhoven fallujah florence freetown fukuoka fukushima fuzhou gaborone gaza geneva genoa
georgetown ghent gibraltar glasgow gothenburg grozny guadalajara guangzhou guayaquil guilin guiyang
guwahati haifa haikou halifax hamilton hangzhou hanoi harare harbin hartford havana hefei helsinki
hiroshima hobart hohhot honiara honolulu houston hyderabad indianapolis innsbruck irkutsk irvine islamabad
izmir jacksonville jaipur jakarta jeddah jérusalem jinan johannesburg juba kabul kampala kandahar
kaohsiung karachi karbala kathmandu kazan khartoum kharkiv kiev kyiv kigali kingston kinshasa kolkata
kosice kobe krakow kramatorsk kunming kyoto lagos lahore lanzhou lausanne leeds leicester leverkusen lhasa
libreville lilongwe lille lima linz lisbon liverpool ljubljana lome louisville luanda lucerne lucknow
lusaka luxembourg luxor lviv lyon madison malabo managua manama manchester manila maputo marrakech
marseille maseru mbabane mecca medellín melbourne memphis miami milan milwaukee minneapolis minsk
mogadishu mombasa monaco monrovia monterrey montevideo montgomery montpellier montreal moroni moscow mosul
mumbai munich muscat nagasaki nagoya nairóbi najaf nanchang nanjing nanning naples nashville nassau
naypyidaw newark newcastle niamey nicosia ningbo nottingham nouakchott nuremberg oakland odessa odesa
okinawa omaha orlando osaka oslo ottawa ouagadougou palermo perth peshawar philadelphia phoenix pittsburgh
podgorica porto portland prague praia pretoria princeton pristina providence pyongyang qingdao quito rabat
rafah raleigh ramallah rangoon reykjavik riga rio riyadh rome rostock rotterdam sacramento saigon salvador
salzburg sanaa santiago sapporo sarajevo sarasota savannah scottsdale seattle seville shanghai sharjah
sheffield shenyang shenzhen shijiazhuang singapore skopje sochi sofia southampton spokane srinagar
stockholm strasbourg surabaya suva suzhou taipei taiyuan tallinn tampa tampere tangshan tashkent tbilisi
tegucigalpa tehran thimphu thessaloniki tianjin tijuana tikrit tirana tokyo toronto toulouse tripoli tulsa
tunis turin ulaanbaatar ulsan urumqi utrecht valencia valletta vancouver vaduz venice verona victoria
vienna vientiane vilnius vladivostok warsaw wellington windhoek winnipeg wuhan wuxi xiamen xian xi'an
xining yangon yaounde yerevan yinchuan yokohama zagreb zhengzhou zhuhai algier bagdad belgrad bozen
breslau bukarest damaskus danzig dessau dornbirn duisburg eisenstadt florenz freiburg graz havanna
heidelberg jena kairo karlsruhe kassel kiel klagenfurt koblenz konstanz kopenhagen krakau lissabon lübeck
luzern lüttich magdeburg mailand münster neapel neu-delhi nikosia oldenburg osnabrück paderborn prag
pjöngjang regensburg saarbrücken schwerin sevilla steyr straßburg traun tiflis trier triest tübingen ulm
venedig villach weimar wels wuppertal würzburg alger athènes barcelone beyrouth bruxelles bucarest damas
douala genève kaboul lisbonne londres moscou nantes pékin port-au-prince port-louis québec rennes varsovie
vienne bruselas buenos ginebra guatemala habana lisboa montevidéu moscú panamá tóquio viena zaragoza macau
pequim recife fortaleza curitiba manaus genebra bruxelas moscovo praga seul xangai denpasar makassar medan
semarang yogyakarta roma milano napoli torino firenze venezia pekino ŝanhajo москва киев минск пекин
вашингтон лондон париж берлин токио рим астана алма-ата бишкек ташкент душанбе баку ереван тбилиси рига
вильнюс таллин хельсинки варшава прага брюссель женева вена дели тегеран сеул пхеньян шанхай гонконг
санкт-петербург екатеринбург новосибирск владивосток казань сочи хабаровск челябинск омск самара
красноярск القاهرة دمشق بيروت بغداد الرياض دبي أبوظبي الدوحة الكويت عمان صنعاء عدن طرابلس تونس الجزائر
الرباط الخرطوم القدس غزة رام بكين موسكو واشنطن لندن باريس برلين روما مدريد جنيف أنقرة طهران إسطنبول
نيويورك شانغهاي مانيلا
"""
_CITIES_OF_SEVERAL_WORDS: Final = """
abu dhabi|vatican city|gaza city|atlantic city|addis ababa|baton rouge|beaver creek|buenos aires
cape canaveral|cape town|cedar rapids|chapel hill|colorado springs|corpus christi|dar es salaam|den haag
des moines|el paso|fort lauderdale|fort worth|grand rapids|green bay|guatemala city|ho chi minh city
jersey city|kansas city|key west|kuala lumpur|kuwait city|la paz|lake placid|las vegas|little rock
long beach|los angeles|mexico city|monte carlo|nay pyi taw|new delhi|new haven|new orleans|new york city
new london|notre dame|oak ridge|oklahoma city|palm beach|palm springs|palo alto|panama city|phnom penh
port louis|port moresby|port of spain|port said|quezon city|rio de janeiro|saint petersburg|salt lake city
san antonio|san diego|san francisco|san josé|san juan|san salvador|santa ana|santa barbara|santa clara
santa cruz|santa fe|santa monica|santo domingo|são paulo|sioux falls|south bend|st john's|st louis|st paul
st petersburg|st pölten|the hague|united nations|virginia beach|wall street|washington dc|west palm beach
white house|winston-salem|ann arbor|bad homburg|baden-baden|frankfurt/main|frankfurt am main
frankfurt (oder)|freiburg im breisgau|halle (saale)|neu delhi|la habana|ciudad de méxico|ciudad de panama
nueva delhi|nueva york|nova york|nova deli|el cairo|la haya|la haye|le caire|le cap|cidade do méxico
belo horizonte|porto alegre|santiago de chile|salvador de bahia|new-york|abou dhabi|koweït|n'djamena
nations unies|naciones unidas|nações unidas|нью-йорк|рио-де-жанейро|тель-авив|نيو دلهي|الأمم المتحدة
"""


def _folded(*tables: str) -> frozenset[str]:
    return frozenset(fold_word(name) for table in tables for name in _names(table))


def _names(table: str) -> list[str]:
    return table.replace("\n", "|").split("|") if "|" in table else table.split()


GERMAN_NEWSROOM_CITIES: Final = _folded(
    "Berlin Bonn Bremen Brüssel Dortmund Dresden Düsseldorf Erfurt Essen Frankfurt Genf Hamburg "
    "Hannover Kiew Köln Leipzig London Luxemburg Mainz Mannheim Moskau München Nürnberg Paris Peking "
    "Potsdam Rom Stuttgart Tokio Warschau Washington Wien Wiesbaden Wolfsburg Zürich",
    "New York|Tel Aviv|Hongkong|Schanghai|Madrid|Athen|Istanbul|Ankara|Teheran|Riad|Sydney|Singapur|Seoul",
)
"""Cities that German newspapers print before the text without any mark."""

_CITY_NAMES: Final = (_folded(_CITIES, _CITIES_OF_SEVERAL_WORDS) | GERMAN_NEWSROOM_CITIES) - {""}
_COUNTRY_NAMES: Final = _folded(_COUNTRIES, _COUNTRIES_OF_SEVERAL_WORDS) - {""}

QUALIFIERS: Final = _COUNTRY_NAMES | _folded(_STATES) - {""}
"""Folded names that follow a town and prove it one: states (with their abbreviations) and countries."""

PLACES: Final = _CITY_NAMES | QUALIFIERS
"""Folded names of cities, states and countries."""

REGIONS: Final = QUALIFIERS - _CITY_NAMES
"""Folded names of states and countries that are no cities: alone they are more often a heading."""


def is_place(name: str) -> bool:
    """Return whether the lexicon lists the name as a place, whatever its case, accents and dots."""
    return fold_word(name) in PLACES
