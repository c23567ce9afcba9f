"""Dates that pages print, and that URLs carry."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from datetime import timezone as fixed
from email.utils import format_datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.text import clock
from crawler.text.cldr_months import CLDR_MONTHS
from crawler.text.dateforms import Order
from crawler.text.dates import parse_date, url_date
from crawler.text.datewords import AFTERNOON, MORNING, ZONES
from crawler.text.months import _MONTHS, MONTHS

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
MOMENTS = st.datetimes(datetime(1992, 1, 1), datetime(2100, 12, 30))  # noqa: DTZ001 - zoned by the parser


@pytest.mark.parametrize(
    "text",
    [
        "2022-08-07",
        "2022-8-7",
        "2022/08/07",
        "2022.08.07",
        "2022. 8. 7.",
        "2022 - 08 - 07",
        "20220807",
        "2022年8月7日",
        "2022 年 08 月 07 日",
        "２０２２年０８月０７日",
        "二〇二二年八月七日",
        "二零二二年八月七日",
        "2022年8月7號",
        "2022년 8월 7일",
        "令和4年8月7日",
        "民國111年8月7日",
        "Aug. 7, 2022",
        "Aug 7 2022",
        "AUGUST 7, 2022",
        "August 7th, 2022",
        "August 7 , 2022",
        "Aug.7,2022",
        "7 August 2022",
        "7th of August, 2022",
        "07-Aug-2022",
        "7-aug-22",
        "2022 August 7",
        "2022-Aug-07",
        "Sunday, August 7, 2022",
        "7 août 2022",
        "dimanche 7 août 2022",
        "7 de agosto de 2022",
        "7 de agosto del 2022",
        "Agosto 7 de 2022",
        "7 ago. 2022",
        "7. August 2022",
        "Sonntag, 7. Aug. 2022",
        "7º de agosto de 2022",
        "7 agosto 2022",
        "7 augustus 2022",
        "7 sierpnia 2022 r.",
        "7 Ağustos 2022 Pazar",
        "den 7 augusti 2022",
        "7. august 2022",
        "la 7-a de aŭgusto 2022",
        "la 7an de aŭgusto 2022",
        "7 августа 2022 года",
        "7 авг. 2022 г.",
        "7 серпня 2022",
        "7 أغسطس 2022",
        "٧ أغسطس ٢٠٢٢",
        "الأحد، 7 آب/أغسطس 2022",
        "7 أغسطس/ آب 2022",
        "\u200f7\u200f أوت 2022",
        "07.08.2022",
        "7/8/2022",
        "07 08 2022",
        "发布时间：2022-08-07",
        "来源：某某网 2022年08月07日 字号",
        "Source: Example Wire | 2022-08-07",
        "Published: Aug. 7, 2022",
        "(2022-08-07)",
        "2022-08-07 至 2022-08-09",
    ],
)
def test_day(text: str) -> None:
    """A day is understood in every form and language, with labels round it."""
    assert parse_date(text) == "2022-08-07"


@pytest.mark.parametrize(
    "text",
    [
        "2022-08-07 09:30",
        "2022-08-07T09:30",
        "2022-08-0709:30",
        "2022-08-07  9:30",
        "2022/8/7/09:30",
        "20220807T0930",
        "2022年8月7日 09:30",
        "2022年08月07日09:30",
        "2022年08月07日09时30分",
        "2022年8月7日（星期日）上午9:30",
        "2022年8月7日上午9点30分",
        "2022年8月7日09时30分 来源",
        "2022년 8월 7일 오전 9시 30분",
        "2022年8月7日（日）9時30分",
        "发布时间：２０２２年８月７日０９：３０",
        "Aug. 7, 2022 9:30 AM",
        "August 7, 2022, at 9:30 a.m.",
        "09:30, August 07, 2022",
        "9:30 a.m., Aug. 7, 2022",
        "09:30 07/08/2022",
        "Updated: 09:30 | 7 August 2022",
        "7 août 2022 à 09h30",
        "Publié le 7 août 2022 à 9 h 30",
        "7 de agosto de 2022 a las 9:30",
        "7 de agosto de 2022 às 9h30",
        "7. August 2022, 9.30 Uhr",
        "7 August 2022 9.30am",
        "07.08.2022 - 09:30 Uhr",
        "7 августа 2022 г., 09:30",
        "7 августа 2022 года в 09:30",
        "الأحد 7 آب 2022 - 09:30 صباحا",
        "٧ أغسطس ٢٠٢٢ ٠٩:٣٠",
        "2022-08-07 09:30 (GMT+8)",
        "2022-08-07 09:30 CST",
        "2022-08-07 09:30+0800",
        "2022-08-07T09:30+08",
    ],
)
def test_minute(text: str) -> None:
    """A time of day beside the date, before or after it, is read with it; the page's zone is China's."""
    assert parse_date(text) == "2022-08-07T09:30+08:00"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2022-08-07 09:30:12", "2022-08-07T09:30:12+08:00"),
        ("2022-08-07 09:30:12.0", "2022-08-07T09:30:12+08:00"),
        ("20220807093012", "2022-08-07T09:30:12+08:00"),
        ("20220807T093012Z", "2022-08-07T09:30:12+00:00"),
        ("2022年08月07日09时30分12秒", "2022-08-07T09:30:12+08:00"),
        ("2022-08-07T09:30:12Z", "2022-08-07T09:30:12+00:00"),
        ("2022-08-07T09:30:12.345-05:30", "2022-08-07T09:30:12-05:30"),
        ("Sun, 07 Aug 2022 09:30:12 GMT", "2022-08-07T09:30:12+00:00"),
        ("Sun, 7 Aug 2022 09:30:12 +0300", "2022-08-07T09:30:12+03:00"),
        ("Sunday, 07-Aug-22 09:30:12 GMT", "2022-08-07T09:30:12+00:00"),
        ("Sun Aug  7 09:30:12 2022", "2022-08-07T09:30:12+08:00"),
        ("Sun Aug 07 09:30:12 CST 2022", "2022-08-07T09:30:12+08:00"),
        ("Sun Aug 07 2022 09:30:12 GMT+0800 (China Standard Time)", "2022-08-07T09:30:12+08:00"),
        ("Aug. 7, 2022 9:30 p.m. EDT", "2022-08-07T21:30-04:00"),
        ("Aug. 7, 2022 9 PM ET", "2022-08-07T21:00-04:00"),
        ("Feb. 7, 2022 9 PM ET", "2022-02-07T21:00-05:00"),
        ("Aug 7, 2022 12:05 am PST", "2022-08-07T00:05-08:00"),
        ("7 августа 2022, 09:30 МСК", "2022-08-07T09:30+03:00"),
        ("2022年8月7日 09:30 JST", "2022-08-07T09:30+09:00"),
        ("09:30 GMT, 7 Aug 2022", "2022-08-07T09:30+00:00"),
        ("2022-08-07 09:30 +25:00", "2022-08-07T09:30+08:00"),
        ("2022-08-07 09:30 UTC−3", "2022-08-07T09:30-03:00"),
        ("2022年8月7日下午3点", "2022-08-07T15:00+08:00"),
        ("2022年8月7日 晚上 11:05", "2022-08-07T23:05+08:00"),
        ("2022年8月7日中午12:30", "2022-08-07T12:30+08:00"),
        ("2022年8月7日中午1点", "2022-08-07T13:00+08:00"),
        ("2022年8月7日 凌晨12:30", "2022-08-07T00:30+08:00"),
        ("2022년 8월 7일 오후 3시 5분", "2022-08-07T15:05+08:00"),
        ("2022年8月7日 午後3時05分", "2022-08-07T15:05+08:00"),
        ("7 آب 2022 09:30 مساء", "2022-08-07T21:30+08:00"),
        ("1659836412", "2022-08-07T09:40:12+08:00"),
        (" 1659836412000\n", "2022-08-07T09:40:12+08:00"),
    ],
)
def test_time(text: str, iso: str) -> None:
    """Seconds are kept where they are printed; a printed zone wins over the page's."""
    assert parse_date(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "2022-08-07 24:00",
        "2022-08-07 09:61",
        "2022-08-07 第12版",
        "2022-08-07 阅读 1234",
        "2022-08-07 and a long while afterwards, at 09:30",
        "9:30 was the time, they say, of the events of 2022-08-07",
        "2022-08-07 a.m.",
    ],
)
def test_no_time(text: str) -> None:
    """Numbers that are no time of day, or not beside the date, leave a date alone."""
    assert parse_date(text) == "2022-08-07"


@pytest.mark.parametrize(
    ("text", "order", "iso"),
    [
        ("07/08/2022", "dmy", "2022-08-07"),
        ("07/08/2022", "mdy", "2022-07-08"),
        ("07/08/2022", "ymd", "2022-08-07"),
        ("24.05.20", "ymd", "2024-05-20"),
        ("24.05.20", "dmy", "2020-05-24"),
        ("13/08/2022", "mdy", "2022-08-13"),
        ("08/13/2022", "dmy", "2022-08-13"),
        ("07.08.2022", "mdy", "2022-08-07"),
        ("07-08-2022 9:30", "dmy", "2022-08-07T09:30+08:00"),
        ("13/13/2022", "mdy", None),
        ("07/08-2022", "dmy", None),
    ],
)
def test_order(text: str, order: Order, iso: str | None) -> None:
    """The site's order decides between day and month, unless one of them cannot be a month."""
    assert parse_date(text, order=order) == iso


@pytest.mark.parametrize(
    ("text", "timezone", "iso"),
    [
        ("2022-08-07 09:30", "Europe/Madrid", "2022-08-07T09:30+02:00"),
        ("2022-02-07 09:30", "Europe/Madrid", "2022-02-07T09:30+01:00"),
        ("Aug 7, 2022 9:30 CST", "America/Chicago", "2022-08-07T09:30-06:00"),
        ("2022-08-07 09:30", "No/Such", "2022-08-07T09:30"),
        ("2022-08-07 09:30", "/etc", "2022-08-07T09:30"),
        ("112年8月7日", "Asia/Taipei", "2023-08-07"),
        ("112/08/07 09:30", "Asia/Taipei", "2023-08-07T09:30+08:00"),
        ("112/08/07", "Asia/Shanghai", None),
        ("民國元年8月7日", "Asia/Taipei", None),
    ],
)
def test_timezone(text: str, timezone: str, iso: str | None) -> None:
    """Times are those of the page's zone; Taiwan counts years from 1912."""
    assert parse_date(text, timezone) == iso


def test_without_zone_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without time zone data still knows China's time."""
    monkeypatch.setattr(clock, "ZoneInfo", lambda name: ZoneInfo("No/" + name))
    clock.zone_of.cache_clear()
    assert parse_date("2022-08-07 09:30") == "2022-08-07T09:30+08:00"
    assert parse_date("1659836412", "Europe/Madrid") == "2022-08-07T01:40:12+00:00"
    clock.zone_of.cache_clear()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no date",
        "2022",
        "2022年8月",
        "August 2022",
        "8月7日",
        "Aug. 7",
        "2022-02-30",
        "2022-13-07",
        "2022-00-10",
        "20220231",
        "Feb 30, 2022",
        "1989-06-01",
        "2101-01-01",
        "Foo 7, 2022",
        "7 days 2022",
        "32/08/2022",
        "012022-08-07",
        "2022-08-071",
        "id 1202208071",
        "9999999999",
        "9999999999999",
        "42010202000111",
        "1.2.3.4",
        "Copyright 1996-2022",
        "¹²³",
        "二〇二二年十三月七日",
        "２０２２",
    ],
)
def test_none(text: str) -> None:
    """A text without a day, with an impossible one or one of another age gives nothing."""
    assert parse_date(text) is None


def test_each_month_is_read() -> None:
    """A date with any of the names, two words or short forms with their sign among them, is that month's."""
    texts = {f"1 {name.replace('_', ' ')} 2000": f"2000-{month:02d}-01" for name, month in MONTHS.items()}
    assert {text: parse_date(text) for text in texts} == texts


@given(
    DAYS,
    st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日", "%d.%m.%Y", "%d/%m/%Y"]),
)
def test_figures_round_trip(day: date, form: str) -> None:
    """Any day in figures comes back."""
    assert parse_date(day.strftime(form)) == day.isoformat()


@given(
    DAYS,
    st.sampled_from(sorted(MONTHS.items())),
    st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{d}. {m} {y}"]),
)
def test_words_round_trip(day: date, word: tuple[str, int], form: str) -> None:
    """Any day with any language's month comes back."""
    day = date(day.year, word[1], min(day.day, 28))
    text = form.format(d=day.day, m=word[0].replace("_", " ").title(), y=day.year)
    assert parse_date(text) == day.isoformat()


@given(MOMENTS, st.integers(-14 * 60, 14 * 60))
def test_moments_round_trip(moment: datetime, minutes: int) -> None:
    """Any moment with any offset comes back from ISO 8601, and from RFC 5322."""
    zoned = moment.replace(microsecond=0, tzinfo=fixed(timedelta(minutes=minutes)))
    assert parse_date(zoned.isoformat()) == zoned.isoformat()
    assert parse_date(format_datetime(zoned)) == zoned.isoformat()


@given(MOMENTS)
def test_epoch_round_trip(moment: datetime) -> None:
    """Any moment comes back from seconds and milliseconds since 1970."""
    moment = max(moment, datetime(2001, 9, 9, 2)).replace(microsecond=0, tzinfo=UTC)  # noqa: DTZ001
    for number in (int(moment.timestamp()), int(moment.timestamp()) * 1000):
        assert datetime.fromisoformat(parse_date(str(number)) or "") == moment


@given(
    MOMENTS,
    st.sampled_from(["%Y-%m-%d %H:%M", "%Y年%m月%d日 %H:%M", "%H:%M, %B %d, %Y", "%d %b %Y | %I:%M %p"]),
)
def test_local_times_round_trip(moment: datetime, form: str) -> None:
    """Any local time comes back with China's offset."""
    assert parse_date(moment.strftime(form)) == f"{moment:%Y-%m-%dT%H:%M}+08:00"


@given(
    st.text() | st.text("0123456789-/.: 年月日時APMmrja١٢,+", max_size=60),
    st.sampled_from(["ymd", "dmy", "mdy"]),
)
def test_any_text(text: str, order: Order) -> None:
    """Any text yields nothing, or a valid ISO 8601 date or time."""
    stamp = parse_date(text, order=order)
    assert stamp is None or 1990 <= datetime.fromisoformat(stamp).year <= 2100


@pytest.mark.parametrize(
    "part", ["1", "1 a ", "jan 1 ", "2022-", "2022 ", "a", "１", "\ufdfa", "12:30 ", "上午", " "]
)
def test_bounded_time(part: str) -> None:
    """However long a text, and whatever it repeats, it takes milliseconds."""
    start = time.process_time()
    parse_date(part * 100_000)
    url_date(part * 100_000)
    assert time.process_time() - start < 5


def test_words_are_unambiguous() -> None:
    """No word names two months, or both halves of the day, and zones are on Earth."""
    for table in (_MONTHS, CLDR_MONTHS):
        words = [word for row in table.splitlines() for word in row.split()]
        assert len(words) == len(set(words))
    assert set(MONTHS.values()) == set(range(1, 13))
    assert not AFTERNOON & MORNING
    assert all(abs(minutes) <= 14 * 60 for minutes in ZONES.values())


@pytest.mark.parametrize(
    "path",
    [
        "/2022-08/07/content_78.htm",
        "/20220807/x.html",
        "/202208/07/WS62ef.html",
        "/a/202208/07/x.html",
        "/2022/08/07/x/",
        "/2022/0807/c1001-3.html",
        "/n1/2022/0807/c1001-3.html",
        "/gn/2022/08-07/98.shtml",
        "/xw/202208/t20220807_123.html",
        "/c/2022-08-07/doc-imizabc123.shtml",
        "/2022/8/7/x",
        "/22/0807/09/F6.html",
        "/20220807093012.html",
        "/20220807093012345.html",
        "/news/2022_08_07.html",
    ],
)
def test_url_day(path: str) -> None:
    """The date is found in all the shapes that content management systems give URLs."""
    assert url_date("http://news.example.cn" + path) == "2022-08-07"
    assert url_date(path) == "2022-08-07"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://example.cn/202208/x.html", "2022-08"),
        ("http://example.cn/2022-08/x.html", "2022-08"),
        ("http://example.cn/2022/08/x.html", "2022-08"),
        ("http://example.cn/2022/", None),
        ("http://example.cn/doc-12022080712.html", None),
        ("http://example.cn/20221307/x.html", None),
        ("http://example.cn/2022-02/30/x.html", "2022-02"),
        ("http://example.cn/19890601/x.html", None),
        ("http://example.cn/x?date=2022-08-07", None),
        ("http://example.cn/x#2022-08-07", None),
        ("http://20220807.example.cn/x", None),
        ("//20220807.example.cn/x", None),
        ("http://example.cn/c/1310654321.htm", None),
        ("", None),
    ],
)
def test_url(url: str, day: str | None) -> None:
    """A month alone is a month; hosts, queries, ids and impossible dates are no dates."""
    assert url_date(url) == day


@given(
    DAYS,
    st.sampled_from(["/%Y-%m/%d/a", "/%Y%m%d/a", "/%Y%m/%d/a", "/%Y/%m/%d/a", "/%Y/%m%d/a", "/a/t%Y%m%d_1"]),
)
def test_url_round_trip(day: date, form: str) -> None:
    """Any day comes back from a URL."""
    assert url_date("https://example.cn" + day.strftime(form)) == day.isoformat()


@given(st.text("0123456789-/_.:?#t", max_size=40) | st.text())
def test_any_url(url: str) -> None:
    """Any string yields nothing, a month or a day."""
    day = url_date(url)
    assert day is None or date.fromisoformat(day if len(day) == 10 else day + "-01")


@pytest.mark.parametrize(
    "text",
    [
        "8 พฤษภาคม 2567",
        "8 พ.ค. 2567",
        "08/05/2567",
        "ngày 8 tháng 5 năm 2024",
        "8 मई 2024",
        "८ मई २०२४",
        "৮ মে ২০২৪",
        "8 மே 2024",
        "8 ಮೇ 2024",
        "၈ မေ ၂၀၂၄",
        "8 ឧសភា 2024",
        "8 ພຶດສະພາ 2024",
        "8 ਮਈ 2024",
        "8 мамыр 2024",
        "2024 жылғы 8 мамыр",
        "2024 оны 5 сарын 8",
        "2024 m. gegužės 8 d.",
        "2024. gada 8. maijs",
        "8 svibnja 2024",
        "8 toukokuuta 2024",
        "8 مئی 2024",
        "8 מאי 2024",
        "24年5月8日",
        "24-05-08",
        "发布时间：24-05-08",
        "08.05.24",
    ],
)
def test_day_in_more_languages(text: str) -> None:
    """Months of CLDR's languages, Thai years, counted months and years of two figures are understood."""
    assert parse_date(text) == "2024-05-08"


@pytest.mark.parametrize("text", ["1.2.3", "10.12.14.15", "ISBN 12-34-56", "2024", "555-12-34", "v1.10.24b"])
def test_figures_that_are_no_date(text: str) -> None:
    """Versions, addresses and numbers are no dates."""
    assert parse_date(text) is None
