"""Pages are read rightly whatever they declare."""

from __future__ import annotations

import codecs
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.text.charset import Decoded, decode

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

SIMPLIFIED = (
    "市长昨日表示，新建的桥梁将在明年通车，沿线居民出行时间可以缩短一半。记者从现场了解到，工程进展顺利。"
)
TRADITIONAL = (
    "市長昨日表示，新建的橋樑將在明年通車，沿線居民出行時間可以縮短一半。記者從現場了解到，工程進展順利。"
)
ENGLISH = "The mayor of Córdoba said the bridge, a “gift” to the town, opens next year. — Staff writer ©"
FRENCH = "Le maire a déclaré hier que le pont, achevé à la mi-août, sera ouvert à tous dès l'été prochain."
RUSSIAN = "Мэр города заявил вчера, что новый мост откроется в будущем году и сократит дорогу вдвое."
ARABIC = "قال رئيس البلدية أمس إن الجسر الجديد سيفتح في العام المقبل ويختصر الطريق إلى النصف"
JAPANESE = "市長は昨日、新しい橋が来年開通し、住民の移動時間が半分になると述べた。工事は順調だという。"
KOREAN = "시장은 어제 새 다리가 내년에 개통되어 주민들의 이동 시간이 절반으로 줄어들 것이라고 말했다."


def page(text: str, head: str = "") -> str:
    """Return a small page with that text and something in its head."""
    return (
        f"<!DOCTYPE html><html><head>{head}<title>{text[:9]}</title></head><body><p>{text}</p></body></html>"
    )


def meta(label: str) -> str:
    """Return the long form of a meta declaration."""
    return f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'


LABELS = ("gb2312", "gbk", "utf-8", "iso-8859-1", "big5", "windows-1252", "us-ascii", "no-such-thing", None)
REALLY = (
    (SIMPLIFIED, "gbk", "gb18030"),
    (SIMPLIFIED, "gb18030", "gb18030"),
    (SIMPLIFIED, "utf-8", "utf-8"),
    (SIMPLIFIED, "utf-16-le", "utf-16le"),
    (SIMPLIFIED, "utf-16-be", "utf-16be"),
    (TRADITIONAL, "big5", "big5"),
    (TRADITIONAL, "gbk", "gb18030"),
    (TRADITIONAL, "utf-8", "utf-8"),
    (JAPANESE, "utf-8", "utf-8"),
    (RUSSIAN, "utf-8", "utf-8"),
    (ENGLISH, "utf-8", "utf-8"),
)


@pytest.mark.fault(87, 88, 89, 90, 92)
@pytest.mark.parametrize(("text", "codec", "name"), REALLY)
@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("where", ["header", "meta", "both"])
def test_mislabelled(text: str, codec: str, name: str, label: str | None, where: str) -> None:
    """A page is read in the encoding that it is in, whatever header and meta tag say."""
    head = meta(label) if label and where != "header" else ""
    header = f"text/html; charset={label}" if label and where != "meta" else "text/html"
    decoded = decode(page(text, head).encode(codec), header)
    assert decoded == Decoded(page(text, head), decoded.declared, name, name, 0)


@pytest.mark.parametrize("header", LABELS)
@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(
    ("text", "codec"), [(SIMPLIFIED, "gbk"), (SIMPLIFIED, "utf-8"), (TRADITIONAL, "big5")]
)
def test_contradictions(text: str, codec: str, header: str | None, label: str | None) -> None:
    """Header and meta tag may contradict one another in any way."""
    whole = page(text, meta(label or "x"))
    assert decode(whole.encode(codec), f"text/html;charset={header}").text == whole


@pytest.mark.parametrize(
    ("text", "codec", "label", "name"),
    [
        (JAPANESE, "shift_jis", "Shift_JIS", "shift_jis"),
        (JAPANESE, "euc-jp", "EUC-JP", "euc-jp"),
        (JAPANESE, "iso2022-jp", "ISO-2022-JP", "iso-2022-jp"),
        (KOREAN, "cp949", "euc-kr", "euc-kr"),
        (RUSSIAN, "cp1251", "windows-1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R", "koi8-r"),
        (RUSSIAN, "iso8859-5", "iso-8859-5", "iso-8859-5"),
        (ARABIC, "cp1256", "windows-1256", "windows-1256"),
        (ARABIC, "iso8859-6", "iso-8859-6", "iso-8859-6"),
        (FRENCH, "cp1252", "iso-8859-1", "windows-1252"),
        (ENGLISH, "cp1252", "us-ascii", "windows-1252"),
        (TRADITIONAL, "big5", "x-x-big5", "big5"),
    ],
)
def test_declared(text: str, codec: str, label: str, name: str) -> None:
    """Other encodings of the world are read where they are declared."""
    decoded = decode(page(text).encode(codec), f"text/html; charset={label}")
    assert (decoded.text, decoded.declared, decoded.used) == (page(text), label, name)
    assert not decoded.mislabelled


@pytest.mark.fault(90)
@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (FRENCH, "cp1252", "windows-1252"),
        (ENGLISH, "cp1252", "windows-1252"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (ARABIC, "cp1256", "windows-1256"),
        (JAPANESE, "shift_jis", "shift_jis"),
        (JAPANESE, "euc-jp", "euc-jp"),
        (KOREAN, "euc-kr", "euc-kr"),
    ],
)
@pytest.mark.parametrize("header", [None, "text/html; charset=utf-8"])
def test_undeclared(text: str, codec: str, name: str, header: str | None) -> None:
    """They are read, too, where nothing is declared, or UTF-8 wrongly."""
    assert decode(page(text).encode(codec), header).used == name
    assert decode(page(text).encode(codec), header).text == page(text)


@pytest.mark.fault(94)
@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16be"),
    ],
)
def test_byte_order_mark(mark: bytes, codec: str, name: str) -> None:
    """A byte order mark wins over header and meta tag, and is no part of the text."""
    whole = page(SIMPLIFIED, meta("gb2312"))
    decoded = decode(mark + whole.encode(codec), "text/html; charset=big5")
    assert decoded == Decoded(whole, "big5", name, name, 0)


@pytest.mark.parametrize("label", ["gb2312", "big5", "iso-8859-1", None])
@pytest.mark.parametrize("cut", [1, 2])
def test_truncated_utf8(label: str | None, cut: int) -> None:
    """UTF-8 cut inside a character is UTF-8 with one U+FFFD, whatever is declared."""
    body = SIMPLIFIED.removesuffix("。").encode()[:-cut]
    decoded = decode(body, f"text/html; charset={label}")
    assert (decoded.used, decoded.replaced) == ("utf-8", 1)
    assert decoded.text == SIMPLIFIED[:-2] + "\ufffd"


@pytest.mark.parametrize("label", ["gb2312", "utf-8", None])
def test_few_broken_bytes_in_utf8(label: str | None) -> None:
    """UTF-8 with a few broken bytes stays UTF-8, and the breaks are counted."""
    whole = page(SIMPLIFIED * 3, meta(label or "x"))
    broken = whole.encode().replace("桥".encode(), b"\xe6\xa1").replace("顺".encode(), b"\xff")
    decoded = decode(broken)
    assert decoded.text == whole.replace("桥", "\ufffd").replace("顺", "\ufffd")
    assert (decoded.used, decoded.replaced) == ("utf-8", 6)


@pytest.mark.parametrize("label", ["gb2312", "utf-8", None])
def test_few_broken_bytes_in_gbk(label: str | None) -> None:
    """GBK with a few broken bytes stays GBK; no markup is lost."""
    whole = page(SIMPLIFIED * 3, meta(label or "x"))
    broken = whole.encode("gbk").replace(b"</p>", b"\xd6</p>")
    decoded = decode(broken)
    assert decoded.text == whole.replace("</p>", "\ufffd</p>")
    assert (decoded.used, decoded.replaced) == ("gb18030", 1)


def test_gbk_beyond_gb2312() -> None:
    """Characters of GBK and GB18030 are read on a page that declares GB2312."""
    whole = page(SIMPLIFIED + "镕囍喆㐂𠮷€", meta("gb2312"))
    assert decode(whole.encode("gb18030")).text == whole


@pytest.mark.fault(91)
def test_late_declaration() -> None:
    """A meta tag after many kilobytes counts: it makes a short Cyrillic page legible."""
    whole = page("Мост", f"<style>{'p {} ' * 9000}</style>{meta('windows-1251')}")
    assert decode(whole.encode("cp1251")).text == whole


def test_one_hanzi_on_an_undeclared_page() -> None:
    """Even a single Chinese quotation mark is read on an English GBK page that declares it."""
    whole = page("The mayor’s bridge", meta("gb2312"))
    assert decode(whole.encode("gbk")).text == whole


@pytest.mark.parametrize("sign", ["©", "·", "é", "»", "\xa0", "ü", "Ωμέγα", "Привет", "μ±2 ’"])
def test_single_signs_in_utf8(sign: str) -> None:
    """An English UTF-8 page that declares gb2312 keeps its signs, though they are well-formed GBK."""
    whole = page(f"The mayor {sign} bridge", meta("gb2312"))
    assert decode(whole.encode()).text == whole


def test_hanzi_that_are_well_formed_utf8() -> None:
    """A few characters of GBK that happen to be well-formed UTF-8 are read as the page declares."""
    words = "学习 系统 全页"
    whole = f"<p>{words}</p>"
    words.encode("gbk").decode("utf-8")
    assert decode(whole.encode("gbk"), "text/html; charset=gb2312").text == whole


@pytest.mark.parametrize("hanzi", ["丂", "涓", "一", "习", "位 页"])
def test_one_hanzi_where_gbk_is_declared(hanzi: str) -> None:
    """A single character that could be cut or exotic UTF-8 is read as the page declares."""
    assert decode(hanzi.encode("gbk"), "text/html; charset=gbk").text == hanzi


def test_ascii() -> None:
    """An ASCII page reads as itself in whatever it declares; undeclared it is windows-1252, its old name."""
    assert decode(b"<p>a") == Decoded("<p>a", None, "windows-1252", "windows-1252", 0)
    assert decode(b"<p>a", "text/html; charset=GBK").used == "gb18030"
    assert decode(b"<p>a", "text/html; charset=utf-16").used == "windows-1252"


def test_refused_encodings() -> None:
    """A page in an encoding that the standard refuses is a single U+FFFD, as in browsers."""
    assert decode(b"~{VP~}", "text/html; charset=hz-gb-2312") == Decoded(
        "\ufffd", "hz-gb-2312", "replacement", "replacement", 1
    )


def test_nul() -> None:
    """NULs become U+FFFD and are counted."""
    assert decode(b"a\0b").text == "a\ufffdb"
    assert decode("春\0".encode(), None).replaced == 1


def test_declared_is_as_printed() -> None:
    """The first known label is reported as printed; an unknown one only where there is no other."""
    assert decode(b"<meta charset=' GB2312 '>", "text/html; charset=foo").declared == "GB2312"
    assert decode(b"<p>", "text/html; charset=foo").declared == "foo"
    assert decode(b"<p>").declared is None


@pytest.mark.parametrize(
    ("label", "codec", "mislabelled"),
    [("gb2312", "gbk", False), ("gb2312", "utf-8", True), ("utf-8", "gbk", True), ("foo", "gbk", False)],
)
def test_mislabelled_flag(label: str, codec: str, mislabelled: bool) -> None:
    """A page tells whether its label was wrong; GBK under the name of GB2312 is no wrong label."""
    assert decode(page(SIMPLIFIED, meta(label)).encode(codec)).mislabelled is mislabelled


@given(
    st.binary(),
    st.sampled_from([None, "", "charset", "text/html; charset=", "a;charset=x", *map(str, LABELS)]),
)
def test_any_bytes(body: bytes, header: str | None) -> None:
    """Any bytes give a text that can be written as UTF-8, without NUL."""
    decoded = decode(body, header)
    assert "\0" not in decoded.text
    decoded.text.encode()
    assert decoded.replaced <= decoded.text.count("\ufffd")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=30))
def test_utf8_round_trip(text: str) -> None:
    """UTF-8 comes back as it was written."""
    whole = page(SIMPLIFIED + text)
    assert decode(whole.encode(), "text/html; charset=gb2312").text == whole


@pytest.mark.parametrize(
    "part",
    [
        b"<!--",
        b"<meta ",
        b"<meta charset=",
        b"<a b='",
        b"<script>",
        b"\xd6",
        b"\xff",
        b"=\"'",
        b"<a\xe4\xb8 ",
        b"<",
    ],
)
def test_bounded_time(part: bytes) -> None:
    """Repeated fragments of markup or characters, however many, take a fraction of a second."""
    body = b"<meta content=charset" + part * (300_000 // len(part))
    start = time.process_time()
    decode(body)
    assert time.process_time() - start < 5


@pytest.mark.skipif(not CORPUS.exists(), reason="../shared/corpus is absent")
def test_corpus() -> None:
    """No real page comes out with more than a handful of U+FFFD."""
    pages = [path.read_bytes() for path in sorted(CORPUS.glob("*/*.html"))]
    assert max(decode(body).replaced for body in pages) <= 5
