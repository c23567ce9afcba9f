"""Decompression within bounds, and of truncated streams."""

from __future__ import annotations

import contextlib
import gzip
import random
import sys
import zlib
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.safety.unpacking import CutShortError, TooLargeError, bounded, unpack, unpacked

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}
CODINGS = pytest.mark.parametrize("coding", PACKERS)
BODY = random.Random(1).randbytes(200_000) + b"ferry" * 100_000


@CODINGS
@given(body=st.binary(max_size=2000))
def test_what_was_packed_comes_out(coding: str, body: bytes) -> None:
    """Each coding is undone."""
    assert unpack(PACKERS[coding](body), coding, len(body)) == body


@CODINGS
@pytest.mark.fault(27)
@pytest.mark.parametrize("share", [0.001, 0.3, 0.9])
def test_cut_streams_are_told(coding: str, share: float) -> None:
    """A stream without its end is no whole page, though its data is sound."""
    packed = PACKERS[coding](BODY)
    cut = packed[: int(len(packed) * share)]
    with pytest.raises(CutShortError):
        unpack(cut, coding, len(BODY))
    assert BODY.startswith(b"".join(bounded(unpacked(cut, coding), len(BODY))))


@CODINGS
@given(junk=st.binary(min_size=1, max_size=300))
def test_any_bytes(coding: str, junk: bytes) -> None:
    """Bytes that are no stream are an error."""
    with contextlib.suppress(CutShortError, TooLargeError):
        unpack(junk, coding, 10_000)


@CODINGS
@pytest.mark.fault(23, 24)
def test_bombs_end_at_the_bound(coding: str) -> None:
    """No more than the bound and a piece is ever held."""
    with pytest.raises(TooLargeError):
        unpack(PACKERS[coding](b"\0" * 5_000_000), coding, 1_000_000)
    pieces = list(bounded(unpacked(PACKERS[coding](b"\0" * 5_000_000), coding), 1_000_000))
    assert sum(map(len, pieces)) == 1_000_000
    assert max(map(len, pieces)) < 1 << 18


def test_odd_streams() -> None:
    """Streams of gzip members, deflate without its header, and plain bodies called gzip."""
    assert unpack(gzip.compress(b"a") + gzip.compress(b"b"), "gzip", 9) == b"ab"
    aligned = gzip.compress(random.Random(2).randbytes(65_000), 0)
    filled = gzip.compress(random.Random(2).randbytes(65_000 + 65_536 - len(aligned)), 0)
    assert len(filled) == 65_536
    assert unpack(filled + gzip.compress(b"b"), "gzip", 1 << 20).endswith(b"b")
    packer = zlib.compressobj(wbits=-15)
    assert unpack(packer.compress(b"a") + packer.flush(), "deflate", 9) == b"a"
    assert unpack(b"<html>", "gzip", 9) == b"<html>"
