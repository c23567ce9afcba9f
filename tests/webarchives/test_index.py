"""Tests of the answers of CDX servers: every form gives the same captures, and half a list is no list."""

from __future__ import annotations

import json

import pytest

from crawler.webarchives.index import IndexedCapture, IndexFormatError, page_count, read_index

DIGEST = "B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A"
VALUES = (
    "cn,example)/a.htm",
    "20220806120000",
    "http://www.example.cn/a.htm",
    "text/html",
    "200",
    DIGEST,
    "345",
)
CAPTURE = IndexedCapture(
    key=VALUES[0],
    timestamp=VALUES[1],
    url=VALUES[2],
    mime="text/html",
    status="200",
    digest=DIGEST,
    length=345,
)
WAYBACK = [["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"], list(VALUES)]
FIELDS = {"url": VALUES[2], "mime": "text/html", "status": "200", "digest": f"sha1:{DIGEST}", "length": "345"}
KEYED = {"urlkey": VALUES[0], "timestamp": VALUES[1], **FIELDS}
FORMS = {
    "array": json.dumps(WAYBACK),
    "lines in JSON": json.dumps(KEYED) + "\n",
    "CDXJ": f"{VALUES[0]} {VALUES[1]} {json.dumps(FIELDS)}\n",
    "CDX": " CDX N b a m s k S\n" + " ".join(VALUES) + "\n",
    "CDX with places": " ".join((*VALUES[:6], "-", "-", "345", "0", "-")),
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_forms(text: str) -> None:
    """Each form of an answer gives the same captures."""
    answer = read_index(text.encode())
    assert answer.captures == (CAPTURE,)
    assert not answer.key


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("missing", [5, 40, 60])
def test_truncated_list(text: str, missing: int) -> None:
    """A list that ends in the middle of a capture is no list."""
    with pytest.raises(IndexFormatError):
        read_index(text.strip()[:-missing].encode())


@pytest.mark.parametrize("nothing", [b"", b"\n", b"[]", b'{"message": "No Captures found for: a.cn"}'])
def test_no_captures(nothing: bytes) -> None:
    """An empty list has several forms."""
    assert read_index(nothing).captures == ()


def test_resumption_keys() -> None:
    """The key stands behind an empty row or line."""
    assert read_index(json.dumps([*WAYBACK, [], ["cn%2C+1"]]).encode()).key == "cn%2C+1"
    answer = read_index(f"{FORMS['CDX']}\ncn%2C+1\n".encode())
    assert (answer.captures, answer.key) == ((CAPTURE,), "cn%2C+1")


@pytest.mark.parametrize(
    "odd",
    [
        b"<html>Too many requests</html>",
        b'{"error": "bad query"}',
        b"Blocked Site Error",
        b"[1]",
        b'[["a"], ["b", "c"]]',
    ],
)
def test_other_answers(odd: bytes) -> None:
    """An error with status 200 is no list of captures, and no empty one."""
    with pytest.raises(IndexFormatError):
        read_index(odd)


@pytest.mark.parametrize(
    ("body", "pages"),
    [(b"12\n", 12), (b'{"pages": 3, "pageSize": 5}', 3), (b"0", 0), (b"true", None), (b"", None)],
)
def test_page_count(body: bytes, pages: int | None) -> None:
    """Servers count pages in two forms."""
    assert page_count(body) == pages
    assert page_count(json.dumps(KEYED).encode()) is None
