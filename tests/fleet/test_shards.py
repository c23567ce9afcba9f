"""Sites are read, dealt out by host, ordered by size, and taken up again when they fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.accounting.outcome import ExitStatus
from crawler.fleet import ledgers
from crawler.fleet.board import Board
from crawler.fleet.ledgers import ShardProgress, big_first, progress
from crawler.fleet.report import fleet_outcome
from crawler.fleet.shards import Shard, shards_of
from crawler.fleet.sites import SitesError, declared_sites, sites_of
from crawler.ledger.journal import LedgerLockedError
from crawler.ledger.ledger import Ledger
from crawler.ledger.schema import LedgerFormatError
from crawler.spiders.argument_error import ArgumentError
from crawler.text.urls import host_of


def dealt(*names: str) -> list[Shard]:
    """Return the shards of some words of a command line."""
    return shards_of(sites_of(names, {}), Path("fleet"))


def toml(folder: Path, text: str) -> str:
    """Write a file of sites; return its path."""
    file = folder / "sites.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_file_of_sites(tmp_path: Path) -> None:
    """Values above the sites hold for all of them, values below one for it alone."""
    text = (
        'since = "2024-05-01"\nsettings = { DOWNLOAD_DELAY = 1.5, ARCHIVE = false }\n'
        '[[site]]\nstart = "a.example"\npages = 9\n'
        '[[site]]\nstart = ["http://b.example/x,y", "c.example"]\nsince = "2024-06-01"\n'
        "settings = { DOWNLOAD_DELAY = 3 }\n"
    )
    one, other = dealt(toml(tmp_path, text))
    assert (one.name, one.arguments.since, one.pages) == ("a.example", "2024-05-01", 9)
    assert (other.name, other.arguments.since) == ("b.example", "2024-06-01")
    assert other.arguments.start == ("http://b.example/x%2Cy", "http://c.example/")
    words = other.command(["LOG_LEVEL=ERROR"])
    assert "ARCHIVE=0" in words
    assert "DOWNLOAD_DELAY=3" in words
    assert words[-1] == f"CRAWL_DIR={other.folder}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("start = 1 = 2", "not TOML"),
        ("", "[[site]]"),
        ('site = "a.example"', "[[site]]"),
        ('[[site]]\nstrat = "a.example"', "unknown key 'strat'"),
        ('pages = 3\n[[site]]\nstart = "a.example"', "unknown key 'pages'"),
        ('[[site]]\nstart = "a.example"\npages = "many"', "whole number"),
        ('[[site]]\nstart = "a.example"\nsettings = 3', "settings = {"),
        ('[[site]]\nstart = "a.example"\nsince = { day = 1 }', "is a table"),
        ('[[site]]\nstart = "a.example"\nsince = "May"', "ISO date"),
        ("[[site]]", "name a start"),
    ],
)
def test_a_wrong_file_is_refused_in_words(text: str, words: str, tmp_path: Path) -> None:
    """Each mistake is named with its remedy."""
    with pytest.raises(SitesError) as refused:
        dealt(toml(tmp_path, text))
    assert words in str(refused.value)


def test_what_is_not_there_is_refused() -> None:
    """A file that is missing, and a publisher that nobody declared."""
    with pytest.raises(SitesError, match="No such file"):
        dealt("none.toml")
    with pytest.raises(SitesError, match="no publisher 'x'"):
        list(declared_sites("china.org.cn,x", {}))
    with pytest.raises(ArgumentError):
        dealt("not a host")


def test_captures_are_no_site_of_a_fleet(tmp_path: Path) -> None:
    """Crawls beside each other would exceed an archive's pace; the message names the command for it."""
    words = r"a fleet harvests live sites only.* crawl news -a start=cdx:www\.a\.example -a archive="
    file = toml(tmp_path, '[[site]]\nstart = ["b.example", "cdx:www.a.example"]')
    for name in ("cdx:www.a.example", file):
        with pytest.raises(SitesError, match=words):
            dealt(name)
    replay = "http://archive.example/news/2022/http://www.a.example/"
    with pytest.raises(SitesError, match=rf"live sites only.* -a start={replay}$"):
        dealt(replay)


def test_a_host_and_its_sub_domains_are_one_shard() -> None:
    """Also if the wider scope comes last, and joins two shards."""
    names = [shard.name for shard in dealt("en.a.example", "b.example", "fr.a.example", "www.a.example")]
    assert names == ["b.example", "en.a.example"]


def test_sites_that_share_a_host_have_the_same_terms(tmp_path: Path) -> None:
    """One process cannot crawl one host with two delays."""
    text = (
        '[[site]]\nstart = "a.example"\n[[site]]\nstart = "en.a.example"\nsettings = { DOWNLOAD_DELAY = 3 }\n'
    )
    with pytest.raises(SitesError, match="share a host"):
        dealt(toml(tmp_path, text))


@given(st.lists(st.sampled_from(["a.x.cn", "x.cn", "www.x.cn", "y.cn", "b.y.cn", "z.a.x.cn"]), min_size=1))
def test_no_host_is_in_two_shards(hosts: list[str]) -> None:
    """For any request, each start is in one shard, and no scope reaches into another's."""
    shards = dealt(*hosts)
    assert {host_of(url) for shard in shards for url in shard.arguments.start} == set(hosts)
    scopes = [(n, host) for n, shard in enumerate(shards) for host in shard.arguments.scope]
    for n, host in scopes:
        assert not [m for m, other in scopes if m != n and f".{other}".endswith(f".{host}")]


def test_declared_publishers_stand_apart() -> None:
    """The ministries below gov.cn are no sub-domains of the government's portal."""
    names = {shard.name for shard in shards_of(declared_sites("all", {}), Path("fleet"))}
    assert {"www.gov.cn", "www.stats.gov.cn", "www.china.org.cn"} <= names


def test_big_sites_come_first(tmp_path: Path) -> None:
    """By the file, or by the ledger if there is one; unknown sites count as large."""
    text = "".join(
        f'[[site]]\nstart = "{name}.example"\n{size}\n'
        for name, size in [
            ("small", "pages = 5"),
            ("big", "pages = 50"),
            ("new", ""),
            ("known", "pages = 99"),
        ]
    )
    shards = shards_of(sites_of([toml(tmp_path, text)], {}), tmp_path)
    folder = tmp_path / "shards" / "known.example"
    folder.mkdir(parents=True)
    ledger = Ledger(folder)
    ledger.end("finished", 7, 0)
    ledger.close()
    names = [shard.name.partition(".")[0] for shard in big_first(shards)]
    assert names == ["big", "new", "known", "small"]
    assert progress(folder, 0).run == 1
    assert progress(tmp_path / "none", 0).run == 0


def test_a_failing_shard_is_set_aside() -> None:
    """It is taken up again after the pause, others before it, and not more often than is allowed."""
    board = Board(dealt("a.example", "b.example"), tries=2, pause=10)
    first = board.next(0)
    assert first is not None
    assert first.name == "a.example"
    assert not board.ended("a.example", -9, 1).is_over
    second = board.next(2)
    assert second is not None
    assert second.name == "b.example"
    board.ended("b.example", ExitStatus.PARTIAL, 3)
    assert board.next(10.9) is None
    assert not board.is_over
    assert board.next(11) is first
    assert board.ended("a.example", ExitStatus.FAULT, 12).is_aside
    assert board.is_over


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        ([0, 0], 0),
        ([0, 10], 10),
        ([0, 6, 10], 6),
        ([0, 3], 6),
        ([3, 3], 3),
        ([8], 8),
        ([0, 5, 6], 5),
        ([0, 9, 6], 9),
        ([0, -9], 1),
    ],
)
def test_exit_status(statuses: list[int], status: int) -> None:
    """The worst of the shards', or their common one, else partial."""
    assert fleet_outcome(statuses) == status


@pytest.mark.parametrize("error", [LedgerLockedError("locked"), LedgerFormatError("damaged")])
def test_a_ledger_that_cannot_be_read_has_no_progress(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """Its own crawl reports it; the fleet continues."""

    def refuse(path: Path) -> None:  # noqa: ARG001  the signature of read_only
        raise error

    monkeypatch.setattr(ledgers, "read_only", refuse)
    assert progress(tmp_path, 0) == ShardProgress()
