"""Names of places that open datelines, where nothing else in the line says that it is one."""

from __future__ import annotations

_NAMES = """
abidjan|abu dhabi|abuja|accra|addis ababa|aden|ahmedabad|albany|alexandria|algiers|alger|almaty|amman
amsterdam|anchorage|ankara|antananarivo|ashgabat|asmara|astana|asuncion|athens|athen|atlanta|auckland
austin|baghdad|bagdad|baku|bali|baltimore|bamako|bangalore|bangkok|banjul|barcelona|basel|beijing|beirut
beirut|belfast|belgrade|belgrad|berlin|bern|bishkek|bogota|bogotá|boston|brasilia|brasília|bratislava
brazzaville|bremen|bridgetown|brisbane|brussels|brüssel|bruxelles|bruselas|bucharest|budapest
buenos aires|buffalo|cairo|calgary|cambridge|canberra|cape town|caracas|casablanca|changchun|changsha
charlotte|chengdu|chicago|chisinau|chongqing|cincinnati|cleveland|colombo|columbus|conakry|copenhagen
dakar|dalian|dallas|damascus|damaskus|dar es salaam|davos|delhi|denver|detroit|dhaka|dili|djibouti|doha
dortmund|dresden|dubai|dublin|durban|dushanbe|düsseldorf|edinburgh|edmonton|frankfurt|freetown|fuzhou
gaborone|gaza|gaza city|geneva|genf|geneve|genève|georgetown|glasgow|graz|guangzhou|guatemala city
guiyang|guwahati|haikou|halifax|hamburg|hangzhou|hannover|hanoi|harare|harbin|havana|la habana|la haya
hefei|helsinki|ho chi minh city|hohhot|hong kong|honolulu|houston|hyderabad|indianapolis|innsbruck
islamabad|istanbul|jakarta|jeddah|jerusalem|jerusalen|jinan|johannesburg|juba|kabul|kampala|karachi
kathmandu|khartoum|kiev|kyiv|kigali|kingston|kinshasa|klagenfurt|köln|cologne|kolkata|kuala lumpur
kunming|kuwait city|la paz|lagos|lahore|lanzhou|las vegas|lausanne|leipzig|lhasa|libreville|lilongwe
lima|linz|lisbon|lisboa|ljubljana|lome|london|londres|los angeles|luanda|lusaka|luxembourg|lyon|macao
macau|madrid|malabo|managua|manama|manila|maputo|marseille|maseru|melbourne|memphis|mexico city
ciudad de mexico|miami|milan|mailand|milwaukee|minneapolis|minsk|mogadishu|monrovia|montevideo|montreal
montréal|moscow|moskau|moscou|moscú|mumbai|munich|münchen|muscat|nairobi|nanchang|nanjing|nanning|naples
nassau|new delhi|new york|newark|niamey|nicosia|nouakchott|oakland|oslo|ottawa|ouagadougou|panama city
panama|paris|peking|perth|peshawar|philadelphia|phnom penh|phoenix|pittsburgh|port louis|port moresby
port-au-prince|portland|prague|prag|praga|praia|pretoria|pristina|pyongyang|qingdao|quebec|québec|quito
rabat|ramallah|reykjavik|riga|rio de janeiro|riyadh|riad|rom|rome|roma|sacramento|salt lake city
salzburg|san antonio|san diego|san francisco|san jose|san juan|san salvador|sanaa|santiago|santo domingo
sao paulo|são paulo|sarajevo|seattle|seoul|shanghai|shenyang|shenzhen|shijiazhuang|singapore|skopje
sofia|st. louis|st. petersburg|stockholm|strasbourg|straßburg|stuttgart|sydney|taipei|taiyuan|tallinn
tampa|tashkent|tbilisi|tegucigalpa|tehran|teheran|tel aviv|the hague|tianjin|tirana|tokyo|tokio|toronto
tripoli|tunis|turin|ulan bator|ulaanbaatar|united nations|urumqi|valletta|vancouver|vaduz|vatican city
vienna|vientiane|vilnius|warsaw|warschau|varsovia|washington|wellington|wien|windhoek|winnipeg|wuhan
xi'an|xi’an|xiamen|xining|yangon|yaounde|yerevan|yinchuan|zagreb|zhengzhou|zürich|zurich
"""
PLACES = frozenset(name for line in _NAMES.strip().splitlines() for name in line.split("|"))
"""Capitals and large cities in lower case, in the languages whose agencies leave out date and agency."""

_QUALIFIERS = """
afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahamas|bangladesh
belarus|belgium|bolivia|bosnia|botswana|brazil|brasil|bulgaria|burundi|cambodia|cameroon|canada|chile
china|colombia|congo|costa rica|croatia|cuba|cyprus|czech republic|denmark|dominican republic|ecuador
egypt|el salvador|england|estonia|ethiopia|finland|france|georgia|germany|ghana|greece|guatemala|haiti
honduras|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|jamaica|japan|jordan|kazakhstan
kenya|kosovo|kuwait|laos|latvia|lebanon|liberia|libya|lithuania|malaysia|mali|mexico|mongolia|morocco
mozambique|myanmar|namibia|nepal|netherlands|new zealand|nicaragua|niger|nigeria|north korea
northern ireland|norway|oman|pakistan|paraguay|peru|philippines|poland|portugal|qatar|romania|russia
rwanda|saudi arabia|scotland|senegal|serbia|sierra leone|slovakia|slovenia|somalia|south africa
south korea|spain|sri lanka|sudan|sweden|switzerland|syria|taiwan|tanzania|thailand|tunisia|turkey
türkiye|uganda|ukraine|united states|united kingdom|uruguay|uzbekistan|venezuela|vietnam|wales|west bank
yemen|zambia|zimbabwe|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida
hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan
minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york
north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota
tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|ala|ariz|ark|calif|colo
conn|del|fla|ga|ill|ind|kan|ky|la|mass|md|mich|minn|miss|mo|mont|neb|nev|n.h|n.j|n.m|n.y|n.c|n.d|okla
ore|pa|r.i|s.c|s.d|tenn|tex|vt|va|wash|w.va|wis|wyo|ont|que|b.c|alta|d.c|ontario|quebec|alberta
british columbia|suisse|deutschland|österreich|españa|méxico|perú|belgique
"""
QUALIFIERS = frozenset(name for line in _QUALIFIERS.strip().splitlines() for name in line.split("|"))
"""Countries and states that stand behind a town, in lower case and without the final full stop."""
