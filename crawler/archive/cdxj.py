"""Indexes WARC files: a line of CDXJ for each capture, by which pywb and ReplayWeb.page find it.

The lines have the fields of cdxj-indexer, and are sorted by bytes:
`cn,a)/b 20260806011500 {"url": "http://a.cn/b", "mime": "text/html", "status": "200", …}`
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.archive.reading import Damaged, read_records
from crawler.archive.surt import surt

_CAPTURES = ("response", "revisit")
_REVISIT = "warc/revisit"
"""The content type by which replay programs recognise a revisit record."""
_UNCHANGED = "304"
_NO_DIGIT = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Indexed:
    """A complete record of a WARC file."""

    end: int
    """Offset behind it."""
    date: str
    """Its WARC-Date; empty without one."""
    line: str | None
    """Its line in an index, with the line feed; None for a record that is no capture."""


def read_index(path: Path, name: str) -> Iterator[Indexed | Damaged]:
    """Yield the complete records of a file, in order; `name` is the file's name in their lines.

    Raises OSError.
    """
    return read_records(path, lambda records: _indexed(records, name))


def _indexed(records: Any, name: str) -> Iterator[Indexed | Damaged]:
    for record in records:
        start, length = records.get_record_offset(), records.get_record_length()
        place = {"length": str(length), "offset": str(start), "filename": name}
        date = record.rec_headers.get_header("WARC-Date") or ""
        is_capture = _is_capture(record)
        if record.raw_stream.limit > 0:
            yield Damaged(f"{name}#{start}", "cut short")
        elif is_capture and not date:
            yield Damaged(f"{name}#{start}", "no date")
        else:
            yield Indexed(start + length, date, _line(record, date, place) if is_capture else None)


def _is_capture(record: Any) -> bool:
    """Return whether a record leads to a page.

    An answer 304 does not: pywb answers 304 for it, too, and ReplayWeb.page shows nothing, although the page
    is in an earlier record.
    """
    answer = record.http_headers
    return record.rec_type in _CAPTURES and answer is not None and answer.get_statuscode() != _UNCHANGED


def _line(record: Any, date: str, place: dict[str, str]) -> str:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    fields = {
        "url": url,
        "mime": _mime(record),
        "status": record.http_headers.get_statuscode(),
        "digest": record.rec_headers.get_header("WARC-Payload-Digest"),
        **place,
    }
    filled = {name: value for name, value in fields.items() if value}
    return f"{surt(url)} {_NO_DIGIT.sub('', date)[:14]} {json.dumps(filled)}\n"


def _mime(record: Any) -> str | None:
    if record.rec_type == "revisit":
        return _REVISIT
    declared = record.http_headers.get_header("Content-Type") or ""
    return re.split(r"[;\s]", declared, maxsplit=1)[0]
