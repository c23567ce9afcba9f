"""Reads the words by which a site reserves its texts from text and data mining, in headers and metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

TDM: Final = "tdm-reservation"
"""Name of TDMRep's header, and of its meta tag."""
TDM_POLICY: Final = "tdm-policy"
"""Name of the header and the meta tag with the URL of the terms of a licence."""
_HEADERS: Final = ("x-robots-tag", TDM, TDM_POLICY)
"""HTTP headers that may reserve a page."""
LONGEST: Final = 300  # characters of a policy's URL
_NO_AI: Final = frozenset({"noai", "noimageai"})
_WORD = re.compile(r"[a-z]+")


def reservations_in_headers(headers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the reservations among all headers of a response."""
    return reservations_in((name, value) for name, value in headers if name.lower() in _HEADERS)


def with_files(headers: Iterable[tuple[str, str]], stated: Iterable[str]) -> tuple[str, ...]:
    """Return the reservations among all headers of a response, and those that files of its site state.

    By TDMRep, a header, also one that reserves nothing, replaces the statement of tdmrep.json.
    """
    pairs = [(name.lower(), value) for name, value in headers]
    files = without_tdm_file(stated) if any(name == TDM for name, _ in pairs) else tuple(stated)
    return (*reservations_in_headers(pairs), *files)


def without_tdm_file(reservations: Iterable[str]) -> tuple[str, ...]:
    """Return reservations without those of tdmrep.json, which the page or its response replaces."""
    return tuple(each for each in reservations if not each.startswith("tdmrep.json: "))


def reservations_in(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the reservations among names and values: `robots: noai`, `tdm-reservation: 1`.

    `noai` and `noimageai` are words for `robots` and `X-Robots-Tag`; `tdm-reservation` is W3C's TDMRep
    (https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240202/). Its policy counts only with a
    reservation.
    """
    named = [(name.strip().lower(), " ".join(value.split())) for name, value in pairs]
    stated = [each for name, value in named if (each := _reservation(name, value))]
    if f"{TDM}: 1" in stated:
        stated += [f"{name}: {value[:LONGEST]}" for name, value in named if name == TDM_POLICY and value]
    return tuple(dict.fromkeys(stated))


def _reservation(name: str, value: str) -> str | None:
    if name == TDM_POLICY:
        return None
    if name == TDM:
        return f"{name}: 1" if value.strip() == "1" else None
    words = [word for word in _WORD.findall(value.lower()) if word in _NO_AI]
    return f"{name}: {', '.join(dict.fromkeys(words))}" if words else None
