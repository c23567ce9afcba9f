"""tdmrep.json is read as W3C's TDMRep has it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.politeness.tdmrep import LARGEST, parse_tdm_file

SITE = "http://www.lanqiao.test"
POLICY = "http://www.lanqiao.test/policy.json"
RULES = [
    {"location": "/open/", "tdm-reservation": 0},
    {"location": "/photos/*.htm$", "tdm-reservation": 1, "tdm-policy": POLICY},
    {"location": "/news/", "tdm-reservation": 1},
    {"location": "/news/free/", "tdm-reservation": 0},
]
RESERVED = "tdmrep.json: tdm-reservation=1"


@pytest.mark.parametrize(
    ("path", "reservations"),
    [
        ("/news/1.htm", (RESERVED,)),
        ("/news/free/1.htm", (RESERVED,)),  # the first rule in sequence decides
        ("/open/1.htm", ()),
        ("/photos/a/1.htm", (RESERVED, f"tdmrep.json: tdm-policy={POLICY}")),
        ("/photos/1.html", ()),
        ("/other/", ()),
        ("/News/1.htm", ()),
    ],
)
def test_first_matching_rule(path: str, reservations: tuple[str, ...]) -> None:
    """The first rule whose pattern matches the path decides; a URL without one is not reserved."""
    assert parse_tdm_file(json.dumps(RULES).encode()).reservations(SITE + path) == reservations


@pytest.mark.parametrize(
    "rule",
    [
        '{"location": "/"}',
        '{"tdm-reservation": 1}',
        '{"location": "/", "tdm-reservation": 2}',
        '{"location": 1, "tdm-reservation": 1}',
        '{"location": "/", "tdm-reservation": null}',
        '"/"',
        "1",
    ],
)
def test_invalid_rule_is_skipped(rule: str) -> None:
    """The valid rules of a file hold all the same."""
    file = parse_tdm_file(f'[{rule}, {{"location": "/", "tdm-reservation": "1"}}]'.encode())
    assert [each.location for each in file.rules] == ["/"]


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>not found</html>", b'{"location": "/", "tdm-reservation": 1}', b"[" * 100_000, b"null"],
)
def test_no_array_is_no_file(body: bytes) -> None:
    """Pages that answer in its place, and objects outside an array, reserve nothing."""
    assert parse_tdm_file(body).rules == ()


def test_size_is_bounded() -> None:
    """A file beyond the bound is not read."""
    rule = b'{"location": "/", "tdm-reservation": 1}'
    assert len(parse_tdm_file(b"[" + rule + b" " * (LARGEST - len(rule) - 2) + b"]").rules) == 1
    assert parse_tdm_file(b"[" + rule + b" " * (LARGEST - len(rule) - 1) + b"]").rules == ()


JSON = st.recursive(st.none() | st.text() | st.integers(), st.lists)


@given(st.binary(max_size=300) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes(body: bytes) -> None:
    """Reading never raises."""
    parse_tdm_file(body).reservations(SITE)
