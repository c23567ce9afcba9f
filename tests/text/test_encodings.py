"""The labels of the Encoding standard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from webencodings.labels import LABELS

from crawler.text.encodings import decode_as, encoding_name

ENCODINGS = Path(__file__).parents[3] / "shared" / "data" / "encodings.json"


@pytest.mark.fault(93)
@pytest.mark.skipif(not ENCODINGS.exists(), reason="../shared/data/encodings.json is absent")
def test_all_labels() -> None:
    """All 228 labels lead to the encoding that the standard says."""
    groups = json.loads(ENCODINGS.read_text(encoding="utf-8"))
    expected = {
        label: encoding["name"].lower()
        for group in groups
        for encoding in group["encodings"]
        for label in encoding["labels"]
    }
    assert {label: encoding_name(label) for label in expected} == expected
    assert len(expected) == 228


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("GB2312", "gbk"),
        (" x-gbk\t", "gbk"),
        ("csgb2312", "gbk"),
        ("cn-big5", "big5"),
        ("Latin1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        ("ks_c_5601-1987", "euc-kr"),
        ("hz-gb-2312", "replacement"),
        ("utf-7", None),
        ("gb-2312-80-x", None),
        ("", None),
        ("\u212aoi8-r", None),
    ],
)
def test_label(label: str, name: str | None) -> None:
    """Case and surrounding white space do not matter; unknown labels have no encoding."""
    assert encoding_name(label) == name


@pytest.mark.parametrize("name", sorted(set(LABELS.values())))
def test_every_encoding_decodes(name: str) -> None:
    """Every encoding of the standard can be decoded, from any byte, without NUL or surrogates."""
    text = decode_as(bytes(range(1, 256)), name)
    assert text
    assert not any("\ud800" <= character <= "\udfff" for character in text)


@pytest.mark.parametrize(
    ("name", "body", "text"),
    [
        ("windows-1252", b"\x80\x81\x9d\xe9", "€\x81\x9dé"),
        ("windows-1251", b"\xc4\xe0\x98", "Да\x98"),
        ("windows-1256", "سلام".encode("cp1256"), "سلام"),
        ("windows-874", b"\xa1\x81\xdb", "ก\x81\ufffd"),
        ("koi8-r", "Мир".encode("koi8-r"), "Мир"),
        ("iso-8859-8-i", b"\xf9\xec\xe5\xed", "שלום"),
        ("big5", "臺灣".encode("big5"), "臺灣"),
        ("big5", b"\xa1\x45\xa1\xe3\xa2\x44", "‧～￥"),
        ("big5", b"\xa4<p>\xff", "\ufffd<p>\ufffd"),
        ("euc-kr", b"\xb0<p>", "\ufffd<p>"),
        ("shift_jis", b"\x93<p>", "\ufffd<p>"),
        ("euc-jp", b"\xb0<p>", "\ufffd<p>"),
        ("euc-jp", "東京".encode("euc-jp"), "東京"),
        ("shift_jis", "①東京".encode("cp932"), "①東京"),
        ("euc-kr", "똠방".encode("cp949"), "똠방"),
        ("iso-2022-jp", "東京".encode("iso2022-jp"), "東京"),
        ("x-user-defined", b"a\x80\xff", "a\uf780\uf7ff"),
        ("replacement", b"~{VP~}", "\ufffd"),
        ("utf-16be", b"\x4e\x2d", "中"),
    ],
)
def test_decode_as(name: str, body: bytes, text: str) -> None:
    """The families that pages of the world use are read as the standard has them."""
    assert decode_as(body, name) == text


@pytest.mark.parametrize("handler", ["crawler.text.gb18030", "crawler.text.c1"])
def test_handlers_only_decode(handler: str) -> None:
    """The error handlers are for decoding; encoding with them fails as without."""
    with pytest.raises(UnicodeEncodeError):
        "é".encode("ascii", handler)
