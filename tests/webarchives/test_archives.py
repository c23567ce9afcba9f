"""Tests of the declarations of web archives: each row is read by its examples."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crawler.webarchives.archives import (
    KNOWN,
    ArchiveError,
    KnownArchive,
    archive_of,
)

EXAMPLES = [(known, address) for known in KNOWN for address in known.examples]
REFUSED = [(known, address) for known in KNOWN for address in known.refuses]


@pytest.mark.parametrize(("known", "address"), EXAMPLES, ids=[address for _, address in EXAMPLES])
def test_known_address(known: KnownArchive, address: str) -> None:
    """An archive that is declared is known by its address, with its limits."""
    archive = archive_of(address)
    assert archive.index == known.examples[address]
    assert archive.captures == known.archive.captures
    assert archive.delay == known.archive.delay


@pytest.mark.parametrize(("known", "address"), REFUSED, ids=[address for _, address in REFUSED])
def test_other_address_of_a_known_archive(known: KnownArchive, address: str) -> None:
    """The message says what to write."""
    with pytest.raises(ArchiveError, match=known.advice.partition(";")[0]):
        archive_of(address)


def test_collection_of_pywb() -> None:
    """Any other address is that of a collection, one request a second."""
    archive = archive_of("http://archive.example.org/news/")
    assert archive.index == "http://archive.example.org/news/cdx"
    assert archive.captures == "http://archive.example.org/news/{timestamp}id_/{url}"
    assert archive.delay == 1.0


@pytest.mark.parametrize(
    "address", ["https://a.example/{timestamp}id_/{url}", "https://a.example/d/{filename}"]
)
def test_described_archive(address: str) -> None:
    """Placeholders describe an archive of another kind, whose index has to be named."""
    assert archive_of(address, "https://a.example/cdx").captures == address
    with pytest.raises(ArchiveError, match="-a index="):
        archive_of(address)


@pytest.mark.parametrize(
    "address", ["https://a.example/{url}", "https://a.example/{time}/{url}", "ftp://a.example", ""]
)
def test_unusable_address(address: str) -> None:
    """It is refused before anything is requested."""
    with pytest.raises(ArchiveError, match=r"write|URL"):
        archive_of(address, "https://a.example/cdx")


def test_index_of_its_own() -> None:
    """A named index replaces the known one."""
    assert archive_of("https://web.archive.org", "http://a.example/x").index == "http://a.example/x"


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.name)
def test_filters_of_all_types(known: KnownArchive) -> None:
    """Pictures are looked up without the filters that admit pages alone; other filters stay."""
    filters = known.archive.filters
    assert known.archive.of_all_types().filters == tuple(each for each in filters if "status" in each)


def test_filters_by_type_in_every_syntax() -> None:
    """CDX servers write a filter by type in several ways."""
    syntaxes = ("mimetype:text/html", "!mimetype:image/.*", "=mime:text/html", "~mime:html", "!~mime:css")
    archive = replace(KNOWN[0].archive, filters=(*syntaxes, "!statuscode:404"))
    assert archive.of_all_types().filters == ("!statuscode:404",)
