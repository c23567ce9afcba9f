"""Datelines composed by the grammars of the agencies, and parsed again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.dateline.find import parse_dateline
from crawler.items import Dateline

CONSONANTS = "bdfghklmnprst"
VOWELS = "aeiou"
SYLLABLES = st.builds(lambda c, v: c + v, st.sampled_from(CONSONANTS), st.sampled_from(VOWELS))
# Invented towns of three to five syllables, so that none is an abbreviation or a word of a sentence.
TOWNS = st.lists(SYLLABLES, min_size=3, max_size=5).map("".join)
QUALIFIERS = st.sampled_from(["", "China", "Brazil", "Ohio", "Calif.", "United Arab Emirates", "N.M."])
AGENCIES = st.sampled_from(
    ["Xinhua", "AP", "Reuters", "AFP", "Kyodo", "China Daily", "EFE", "dpa", "CNS", "ANI/Xinhua"]
)
DASHES = st.sampled_from(["--", "-", "—", "–", ".-", "_", ":"])
DAYS = st.tuples(st.integers(1, 12), st.integers(1, 28))
SENTENCE = "Readers queued before the new library on Monday morning."

ENGLISH = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
SPANISH = "ene feb mar abr may jun jul ago sep oct nov dic".split()
GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
PORTUGUESE = "jan fev mar abr mai jun jul ago set out nov dez".split()
RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
ARABIC = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()

# Characters for invented names that are no place, no role and no word of the grammar.
HAN_TOWNS = st.sampled_from(["成都", "乌鲁木齐", "阿布扎比", "联合国", "圣多明各", "南极长城站", "云南红河"])
HAN_NAMES = st.text("甘艾晋曹彭魏钟温凌", min_size=2, max_size=3)
HAN_AGENCIES = st.sampled_from(
    ["新华社", "中新社", "中新网", "人民网", "本报", "新华网", "光明日报", "大江晚报", "某某网"]
)


def parts(text: str, places: tuple[str, ...], when: tuple[int, int], agency: str) -> Dateline:
    """Return the dateline without a year that has these parts."""
    return Dateline(text=text, places=places, date=f"--{when[0]:02d}-{when[1]:02d}", agency=agency)


def expect(paragraph: str, want: Dateline) -> None:
    """Check that the paragraph begins with this dateline."""
    assert parse_dateline(paragraph) == want


@dataclass(frozen=True)
class Wire:
    """The parts of an invented western dateline."""

    places: tuple[str, ...]
    month: int
    day: int
    agency: str
    dash: str


@st.composite
def wires(draw: st.DrawFn) -> Wire:
    """Draw one to three towns, the first in capitals, each with or without its state or country."""
    places: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        places.append(draw(TOWNS).upper())
        qualifier = draw(QUALIFIERS)
        places.extend([qualifier] if qualifier else [])
    month, day = draw(DAYS)
    return Wire(tuple(places), month, day, draw(AGENCIES), draw(DASHES))


def check(text: str, wire: Wire, *, dated: bool = True) -> None:
    """Check that the text is parsed into the parts from which it was made."""
    dateline = parse_dateline(f"{text} {SENTENCE}")
    assert dateline is not None
    assert dateline.text == text
    assert dateline.places == wire.places
    assert dateline.agency == wire.agency
    assert dateline.date == (f"--{wire.month:02d}-{wire.day:02d}" if dated else None)


def head(wire: Wire) -> str:
    """Return the places, joined by commas within and slashes between towns."""
    joined = ""
    for place in wire.places:
        joined += ("/" if place.isupper() and "." not in place else ", ") + place
    return joined.lstrip("/, ")


@given(wires())
def test_english(wire: Wire) -> None:
    """`PLACE, State/PLACE, Month day (Agency) --`, with and without its date."""
    check(f"{head(wire)}, {ENGLISH[wire.month - 1]} {wire.day} ({wire.agency}) {wire.dash}", wire)
    check(f"{head(wire)} ({wire.agency}) {wire.dash}", wire, dated=False)


@given(wires(), st.sampled_from([FRENCH, SPANISH, PORTUGUESE]))
def test_romance(wire: Wire, months: list[str]) -> None:
    """`PLACE, day month (Agency) --` in French, Spanish and Portuguese."""
    check(f"{head(wire)}, {wire.day} {months[wire.month - 1]} ({wire.agency}) {wire.dash}", wire)


@given(wires())
def test_german(wire: Wire) -> None:
    """`PLACE, day. month (Agency) --`."""
    check(f"{head(wire)}, {wire.day}. {GERMAN[wire.month - 1]} ({wire.agency}) {wire.dash}", wire)


@given(wires(), st.integers(2000, 2030))
def test_year(wire: Wire, year: int) -> None:
    """A printed year is the date's."""
    text = f"{head(wire)}, {ENGLISH[wire.month - 1]} {wire.day}, {year} ({wire.agency}) {wire.dash}"
    dateline = parse_dateline(f"{text} {SENTENCE}", "2015-06-01")
    assert dateline is not None
    assert (dateline.text, dateline.date) == (text, f"{year}-{wire.month:02d}-{wire.day:02d}")


@given(
    st.sampled_from(["Минск", "МОСКВА", "Санкт-Петербург", "Улан-Батор"]),
    DAYS,
    st.sampled_from(["ТАСС", "Синьхуа", "БЕЛТА"]),
)
def test_russian(place: str, when: tuple[int, int], agency: str) -> None:
    """`PLACE, day month. /AGENCY/.` and with two dashes."""
    month, day = when
    for text in (
        f"{place}, {day} {RUSSIAN[month - 1]}. /{agency}/.",
        f"{place}, {day} {RUSSIAN[month - 1]} /{agency}/ --",
    ):
        expect(f"{text} Библиотека открыла свои двери.", parts(text, (place,), when, agency))


@given(st.sampled_from(["بكين", "القاهرة", "شانغهاي", "سيول"]), DAYS, st.integers(2000, 2030))
def test_arabic(place: str, when: tuple[int, int], year: int) -> None:
    """`PLACE day month year (AGENCY)`, with and without a dash."""
    month, day = when
    for mark in ("", " --", " -"):
        text = f"{place} {day} {ARABIC[month - 1]} {year} (شينخوا){mark}"
        dateline = parse_dateline(f"{text} افتتحت المكتبة أبوابها.")
        assert dateline is not None
        assert (dateline.text, dateline.places, dateline.agency) == (text, (place,), "شينخوا")
        assert dateline.date == f"{year}-{month:02d}-{day:02d}"


@given(
    HAN_AGENCIES,
    st.one_of(st.just(""), HAN_TOWNS),
    DAYS,
    st.lists(HAN_NAMES, max_size=3, unique=True),
    st.booleans(),
)
def test_chinese(agency: str, place: str, when: tuple[int, int], names: list[str], wide: bool) -> None:
    """`AGENCY PLACE month day 电（记者…）`, with digits and brackets of either width."""
    month, day = when
    core = f"{agency}{place}{month}月{day}日电"
    reporters = f"（记者{'、'.join(names)}）" if names else ""
    text = core + reporters
    if wide:
        text = text.translate({0x30 + i: 0xFF10 + i for i in range(10)})
    want = parts(text, (place,) if place else (), when, agency)
    expect(f"{text}市图书馆新馆今天开放。", replace(want, reporters=tuple(names)))


@given(st.sampled_from(["東京", "ウルムチ", "国連", "ワシントン"]), DAYS)
def test_japanese(place: str, when: tuple[int, int]) -> None:
    """`【新華社PLACE month day】`."""
    month, day = when
    text = f"【新華社{place}{month}月{day}日】"
    expect(f"{text}図書館が開館した。", parts(text, (place,), when, "新華社"))


@given(st.sampled_from(["서울", "베이징", "상하이"]), DAYS)
def test_korean(place: str, when: tuple[int, int]) -> None:
    """`[신화망 PLACE month day]`."""
    month, day = when
    text = f"[신화망 {place} {month}월 {day}일]"
    expect(f"{text} 도서관이 문을 열었다.", parts(text, (place,), when, "신화망"))
