"""Datelines in Latin, Cyrillic and Arabic letters."""

from __future__ import annotations

import pytest

from crawler.extraction.dateline.find import parse_dateline

ENGLISH = [
    ("TURFAN, Aug. 6 (Xinhua) --", "TURFAN", "--08-06", "Xinhua"),
    ("TURFAN, Aug. 6(Xinhua)--", "TURFAN", "--08-06", "Xinhua"),
    ("TURFAN, Aug. 6 (Xinhua) —", "TURFAN", "--08-06", "Xinhua"),
    ("TURFAN, August 6, 2022 (CNS) –", "TURFAN", "2022-08-06", "CNS"),
    ("TURFAN (Xinhua) --", "TURFAN", None, "Xinhua"),
    ("TURFAN, Aug. 6, Kyodo -", "TURFAN", "--08-06", "Kyodo"),
    ("Xinhua, TURFAN, Aug. 6 --", "TURFAN", "--08-06", "Xinhua"),
    ("NAY PYI TAW, April 2 (China Daily) --", "NAY PYI TAW", "--04-02", "China Daily"),
    ("UNITED NATIONS, Sept. 20 (CGTN) --", "UNITED NATIONS", "--09-20", "CGTN"),
    ("BEIJING, Aug. 6 (People's Daily) --", "BEIJING", "--08-06", "People's Daily"),
    ("SAN JOSE, Calif. (AP) —", "SAN JOSE|Calif.", None, "AP"),
    ("O'FALLON, Mo. (AP) _", "O'FALLON|Mo.", None, "AP"),
    ("SMALLVILLE, Kan. -", "SMALLVILLE|Kan.", None, None),
    ("BIG BEAR FALLS, Calif. —", "BIG BEAR FALLS|Calif.", None, None),
    ("ST. AUBIN (Reuters) -", "ST. AUBIN", None, "Reuters"),
    ("VALLETTA (Malta), Aug. 6 (Xinhua) --", "VALLETTA|Malta", "--08-06", "Xinhua"),
    ("New Delhi [India], August 6 (ANI):", "New Delhi|India", "--08-06", "ANI"),
    ("BEIJING/THE HAGUE, March 7 (Reuters) -", "BEIJING|THE HAGUE", "--03-07", "Reuters"),
    ("SANTA MARTA, Colombia/LIMA, March 7 (Reuters) -", "SANTA MARTA|Colombia|LIMA", "--03-07", "Reuters"),
    ("ABOARD XUELONG 2, Jan. 3 (Xinhua) --", "ABOARD XUELONG 2", "--01-03", "Xinhua"),
    ('ABOARD THE "SEAGULL", Jan. 3 (AFP) --', 'ABOARD THE "SEAGULL"', "--01-03", "AFP"),
    ("BEIJING, Aug. 5-6 (Xinhua) --", "BEIJING", "--08-05", "Xinhua"),
    ("BEIJING, Aug. 31-Sept. 1 (Xinhua) --", "BEIJING", "--08-31", "Xinhua"),
    ("MOSCOW, August 6. /TASS/.", "MOSCOW", "--08-06", "TASS"),
    ("MOSCOW. Aug 6 (Interfax) -", "MOSCOW", "--08-06", "Interfax"),
    ("TORONTO, Aug. 6 /CNW/ -", "TORONTO", "--08-06", "CNW"),
    ("SAN DIEGO--(BUSINESS WIRE)--", "SAN DIEGO", None, "BUSINESS WIRE"),
    ("LOS ANGELES, (Aug. 6) -", "LOS ANGELES", "--08-06", None),
    ("ISLAMABAD, Pakistan : Sep 04 (PID) -", "ISLAMABAD|Pakistan", "--09-04", "PID"),
    ("LONDON, AUGUST 17:", "LONDON", "--08-17", None),
    ("KUALA LUMPUR:", "KUALA LUMPUR", None, None),
    ("Canberra -", "Canberra", None, None),
    ("Elmshaven, Ohio --", "Elmshaven|Ohio", None, None),
    ("Jan 3 (Reuters) -", "", "--01-03", "Reuters"),
    ("DECEMBER 01, 2004 (THE PAPER) -", "", "2004-12-01", "THE PAPER"),
    ("December 10, 2004 -", "", "2004-12-10", None),
    ("(AP) -", "", None, "AP"),
    ("AP -", "", None, "AP"),
    ("Springfield Daily Tribune -", "", None, "Springfield Daily Tribune"),
    ("example.com -", "", None, "example.com"),
    ("Canadian Press - LANGLEY, B.C. (CP) -", "LANGLEY|B.C.", None, "CP"),
    ("AP - WASHINGTON -", "WASHINGTON", None, "AP"),
    ("Hong Kong (CNN Business)", "Hong Kong", None, "CNN Business"),
    ("MUMBAI, Aug 6 (PTI)", "MUMBAI", "--08-06", "PTI"),
    ("(Buffalo, NY, October 18, 2004) - -", "Buffalo|NY", "2004-10-18", None),
    ("TEHRAN, Aug. 06 (MNA) –", "TEHRAN", "--08-06", "MNA"),
]
OTHERS = [
    ("PARIS, 4 mars (AFP) -", "PARIS", "--03-04", "AFP"),
    ("PORT-LOUIS, 1er juillet (Xinhua) --", "PORT-LOUIS", "--07-01", "Xinhua"),
    ("Paris, le 6 août 2022 (Xinhua) —", "Paris", "2022-08-06", "Xinhua"),
    ("GENEVE, 5-6 février (Xinhua) --", "GENEVE", "--02-05", "Xinhua"),
    ("Nueva Delhi, 21 ene (EFE).-", "Nueva Delhi", "--01-21", "EFE"),
    ("Ciudad de México, 6 de agosto de 2022 (Notimex).-", "Ciudad de México", "2022-08-06", "Notimex"),
    ("La Habana, 6 ago (Prensa Latina)", "La Habana", "--08-06", "Prensa Latina"),
    ("CARACAS.-", "CARACAS", None, None),
    ("São Paulo, 11 mai (Xinhua) —", "São Paulo", "--05-11", "Xinhua"),
    ("Rio, 6 (AE) -", "Rio", "---06", "AE"),
    ("BERLIN, 3. März (Xinhua) --", "BERLIN", "--03-03", "Xinhua"),
    ("Berlin (dpa/tmn) -", "Berlin", None, "dpa/tmn"),
    ("Wien (APA)", "Wien", None, "APA"),
    ("Wien/Graz –", "Wien|Graz", None, None),
    ("Niederhausen –", "Niederhausen", None, None),
    ("Berlin (AFP)", "Berlin", None, "AFP"),
    ("(ANSA) - ROMA, 06 AGO -", "ROMA", "--08-06", "ANSA"),
    ("Roma, 6 ago. - (Adnkronos) -", "Roma", "--08-06", "Adnkronos"),
    ("JAKARTA, KOMPAS.com -", "JAKARTA", None, "KOMPAS.com"),
    ("TEMPO.CO, Jakarta -", "Jakarta", None, "TEMPO.CO"),
    ("Pekino, la 6-an de aŭgusto (Xinhua) --", "Pekino", "--08-06", "Xinhua"),
    ("Пекин, 6 августа /Синьхуа/ --", "Пекин", "--08-06", "Синьхуа"),
    ("МОСКВА, 7 мая — РИА Новости.", "МОСКВА", "--05-07", "РИА Новости"),
    ("москва, 1 дек — р-спорт.", "москва", "--12-01", "р-спорт"),
    ("МОСКВА, 16 февраля. /ТАСС/.", "МОСКВА", "--02-16", "ТАСС"),
    ("Москва. 6 августа. ИНТЕРФАКС -", "Москва", "--08-06", "ИНТЕРФАКС"),
    ("6 августа, Минск /БЕЛТА/.", "Минск", "--08-06", "БЕЛТА"),
    ("КИЇВ, 6 серпня /Укрінформ/ -", "КИЇВ", "--08-06", "Укрінформ"),
    ("القاهرة 6 أغسطس 2022 (شينخوا) --", "القاهرة", "2022-08-06", "شينخوا"),
    ("تونس ٨ يونيو ٢٠٢٢ (شينخوا)", "تونس", "2022-06-08", "شينخوا"),
    ("بيروت 6 كانون الثاني 2022 (شينخوا)", "بيروت", "2022-01-06", "شينخوا"),
    ("دمشق، سوريا (CNN) --", "دمشق|سوريا", None, "CNN"),
    ("6 أغسطس 2022 /شبكة الصين/", "", "2022-08-06", "شبكة الصين"),
    ("موسكو، 6 أغسطس / تاس /.", "موسكو", "--08-06", "تاس"),
]
TEXTS = {
    "latin": "The library opened its doors to readers on Monday. It is new.",
    "german": "Die Bibliothek hat am Montag ihre Türen geöffnet. Sie ist neu.",
    "cyrillic": "Библиотека открыла свои двери для читателей в понедельник.",
    "arabic": "افتتحت المكتبة أبوابها أمام القراء يوم الاثنين.",
}


def text_after(dateline: str) -> str:
    """Return a sentence in the script of the dateline."""
    if any("\u0600" <= c <= "\u06ff" for c in dateline):
        return TEXTS["arabic"]
    if any("\u0400" <= c <= "\u04ff" for c in dateline):
        return TEXTS["cyrillic"]
    return TEXTS["german" if dateline.startswith(("Wien", "Berlin", "Nieder")) else "latin"]


@pytest.mark.parametrize(("dateline", "places", "date", "agency"), ENGLISH + OTHERS)
def test_parts(dateline: str, places: str, date: str | None, agency: str | None) -> None:
    """A dateline ends at its mark and is parted into places, date and agency."""
    parsed = parse_dateline(f"{dateline} {text_after(dateline)}")
    assert parsed is not None
    assert parsed.text == dateline
    assert (parsed.places, parsed.date, parsed.agency) == (
        tuple(filter(None, places.split("|"))),
        date,
        agency,
    )
    assert parsed.reporters == ()


@pytest.mark.parametrize(
    ("dateline", "agency", "reporters"),
    [
        ("By Ann Example JAKARTA (Reuters) -", "Reuters", ("Ann Example",)),
        (
            "By Ann Example and Bob B. Sample BRASILIA/LIMA (Reuters) -",
            "Reuters",
            ("Ann Example", "Bob B. Sample"),
        ),
        ("by Ann Example\nNAIROBI, Aug. 6 (Xinhua) --", "Xinhua", ("Ann Example",)),
        ("By ANN EXAMPLE, Associated Press WASHINGTON (AP) —", "AP", ("ANN EXAMPLE",)),
        ("BEIJING, Aug. 6 (Xinhua by Ann Example) --", "Xinhua", ("Ann Example",)),
        ("МОСКВА, 22 мар - РИА Новости, Иван Примеров.", "РИА Новости", ("Иван Примеров",)),
        ("МОСКВА, 6 августа. /Корр. ТАСС Иван Примеров/.", "ТАСС", ("Иван Примеров",)),
    ],
)
def test_reporters(dateline: str, agency: str, reporters: tuple[str, ...]) -> None:
    """Reporters named within a dateline are read, and no paper passes for one."""
    parsed = parse_dateline(f"{dateline} {text_after(dateline)}")
    assert parsed is not None
    assert (parsed.text, parsed.agency, parsed.reporters) == (dateline, agency, reporters)


@pytest.mark.parametrize(
    "text",
    [
        "Paris and Lima -- two capitals that share a river's name -- will host the tour.",
        "On Aug. 6 (the staff of the paper later recalled) -- the printers worked all night.",
        "LISBON 2030 -- the Games in numbers",
        "Boston - the city that never was, said the poet.",
        "Example Holding plc (EXH.L: Quote, Profile, Research) said on Monday that it would pay.",
        "Data Protection Alliance (DPA) - The group explains its name in a long sentence.",
        "Opinion — The library should stay open on Sundays, says our writer.",
        "EXCLUSIVE: The library will stay open on Sundays.",
        "LIVE UPDATES — The library opens its doors to readers.",
        "NASA — The agency has launched a probe to a distant moon.",
        "LA QUESTION - Une bibliothèque doit-elle ouvrir le dimanche ?",
        "JANE SAMPLE: The library should stay open on Sundays.",
        "Monday, Aug. 6: The library opens its doors to readers.",
        "Source:Xinhua Published: 2022/8/7 10:11:12",
        "(Xinhua) 08:05, August 06, 2022",
        "By Staff - The Example Times - Thursday, February 29, 2024",
        "Havelstadt - Zwei Verletzte nach Brand in einem Wohnhaus am Ring",
        "Die Flugscham - ein schwedisches Wort - hat es in den Duden geschafft.",
        "New York City FC hat zum ersten Mal den Titel in der Liga gewonnen.",
        "Nord- und Ostsee - Mehr Windenergie",
        "Melbourne (3-0): A goal and two assists.",
        "Об этом сообщает РИА Новости со ссылкой на радио.",
        "Москва – это большой город, в котором много библиотек.",
        "La 6-an de aŭgusto malfermiĝis en Pekino ekspozicio.",
        "حجم الخط: اطبع 08.37 2022:08:06",
        "",
        " \u3000 ",
    ],
)
def test_traps(text: str) -> None:
    """Apposition, kickers, abbreviations, footers and speakers are no datelines."""
    assert parse_dateline(text) is None


@pytest.mark.parametrize(
    "text",
    ["Köln Der Konzern hat seine Ziele erhöht.", "Tel Aviv Innenminister Max Muster ist für eine Reform."],
)
def test_bare_german_city(text: str) -> None:
    """A city that runs into a German sentence without any mark is a dateline."""
    dateline = parse_dateline(text)
    assert dateline is not None
    assert text.startswith(dateline.text)
    assert dateline.places == (dateline.text,)
    assert parse_dateline(text.replace("Köln", "Kaum").replace("Tel Aviv", "Kaum")) is None


def test_open_slash() -> None:
    """In Arabic one slash may part the date from the text."""
    dateline = parse_dateline("بكين 6 أغسطس 2022 /افتتح معرض للكتب")
    assert dateline is not None
    assert (dateline.text, dateline.places, dateline.date) == ("بكين 6 أغسطس 2022 /", ("بكين",), "2022-08-06")


@pytest.mark.parametrize(
    "start", ["eBay said it would", "iRobots are", "al-Example leaders", '"We will', "“We will"]
)
def test_small_beginnings(start: str) -> None:
    """Some sentences begin with a small letter or a quotation mark, and still begin."""
    dateline = parse_dateline(f"SAN JOSE, Calif. - {start} pay.")
    assert dateline is not None
    assert dateline.text == "SAN JOSE, Calif. -"
