"""A fleet harvests a farm of loopback hosts, whoever is killed, and is the scheduled crawl of all of them."""

from __future__ import annotations

import os
import random
import signal
import threading
from collections import Counter
from pathlib import Path

import pytest
from scrapy.utils.project import get_project_settings

from crawler.accounting.outcome import ExitStatus
from crawler.commands.fleet import check_shards
from crawler.fleet import attended
from crawler.fleet.attended import attend, ears
from crawler.fleet.board import Board
from crawler.fleet.processes import LOG, Processes
from crawler.fleet.run import Fleet, FleetTerms
from crawler.fleet.shards import shards_of
from crawler.fleet.sites import SitesError, sites_of
from crawler.ledger.lock import DirectoryInUseError
from tests.durability.damage import Attack, tally
from tests.durability.machine import host, needs_shim
from tests.fleet.farm import Farm, Harvest, farm, kill

DELAY = 0.1
JITTER = 0.5  # Scrapy waits between half and one and a half of DOWNLOAD_DELAY
SLACK = 0.02  # seconds between the clock of the crawl and that of the kernel, which notes arrivals
SEEDS = range(int(os.environ.get("KILL_SEEDS", "1")))
PACE = (f"DOWNLOAD_DELAY={DELAY}", "CRAWL_DELAY_MAX=0.3", "LOGSTATS_INTERVAL=1")


def check_whole(served: Farm, harvest: Harvest) -> None:
    """Check that every article is there once, also merged, and that no host was requested too fast.

    A request that the machine delays comes late, and the next one then follows it too soon.
    """
    for records in (harvest.records(), harvest.exported()):
        assert Counter(record["url"] for record in records) == Counter(served.articles())
    assert served.smallest_gap() >= JITTER * DELAY - SLACK - served.lag


@pytest.mark.parametrize("seed", SEEDS)
def test_workers_are_killed(seed: int, tmp_path: Path) -> None:
    """Killed with kill -9 at any time, a crawl is taken up again: every article once, no host hurried."""
    dice = random.Random(seed)
    with farm(3, 12) as served:
        harvest = Harvest(tmp_path / "fleet", served.starts, *PACE)
        kills = 0
        with harvest.start("--workers", "2", "--tries", "30") as running:
            while running.poll() is None and kills < 3:
                threading.Event().wait(dice.uniform(0.2, 1.2))
                crawls = sorted(harvest.crawls().values())
                kills += bool(crawls) and kill(dice.choice(crawls))
            err = running.communicate(timeout=120)[1]
        assert kills == 3, err
        assert running.returncode == ExitStatus.COMPLETE, err
        assert err.count("killed by signal 9; restarts") == kills
        check_whole(served, harvest)
    tally(Attack.FLEET, kills)


def test_runs_again(tmp_path: Path) -> None:
    """The same command is the scheduled crawl: a failed shard resumes, nothing comes twice."""
    with farm(2, 4) as served:
        harvest = Harvest(tmp_path / "fleet", served.starts, *PACE)
        broken = harvest.folder / "shards" / "127.0.0.2"
        broken.mkdir(parents=True)
        (broken / "ledger.sqlite").write_text("no ledger\n" * 100, encoding="utf-8")
        first = harvest.run("--workers", "2")
        assert first.returncode == ExitStatus.PARTIAL, first.stderr
        assert harvest.told()["127.0.0.2"]["status"] == ExitStatus.BAD_ARGUMENTS
        (broken / "ledger.sqlite").unlink()
        second = harvest.run("--workers", "1")
        assert second.returncode == ExitStatus.COMPLETE, second.stderr
        assert "4 articles of 2 sites" in second.stderr
        assert Counter(record["url"] for record in harvest.records()) == Counter(served.articles())
        assert (broken / LOG).is_file()


def test_interrupted(tmp_path: Path) -> None:
    """At a signal it stops its crawls, says so, and the next run resumes."""
    with farm(2, 30) as served:
        harvest = Harvest(tmp_path / "fleet", served.starts, *PACE)
        with harvest.start("--workers", "1") as running:
            while len(served.arrivals["127.0.0.1"]) < 6:
                threading.Event().wait(0.02)
            running.send_signal(signal.SIGTERM)
            err = running.communicate(timeout=60)[1]
        assert running.returncode == ExitStatus.INTERRUPTED, err
        assert "not started; the next run starts it: 127.0.0.2" in err
        assert not harvest.crawls()


def test_another_fleet_has_the_directory(tmp_path: Path) -> None:
    """Where the lock is lost, nothing is started and nothing written."""

    def lost() -> None:
        raise DirectoryInUseError("in use by another")

    (shard,) = shards_of(sites_of(["a.example"], {}), tmp_path)
    workers = Processes(1, tmp_path, ())
    fleet = Fleet(Board([shard], 1, 0.0), workers, FleetTerms(tmp_path, 1, 0.0, 60.0), print, lost)
    with pytest.raises(DirectoryInUseError):
        fleet.run()
    assert not workers.running
    assert not list(tmp_path.iterdir())


@needs_shim
def test_a_second_host_is_refused(tmp_path: Path) -> None:
    """It sees no lock, but the beats of the fleet that works there."""
    with farm(1, 4) as served:
        first = Harvest(tmp_path / "fleet", served.starts, *PACE, variables=host(tmp_path, "one"))
        second = Harvest(tmp_path / "fleet", served.starts, *PACE, variables=host(tmp_path, "two"))
        with first.start("--workers", "1") as running:
            while not served.arrivals:
                threading.Event().wait(0.02)
            served.is_open.clear()
            refused = second.run()
            served.is_open.set()
            err = running.communicate(timeout=120)[1]
        assert refused.returncode == ExitStatus.DIRECTORY_IN_USE, refused.stderr
        assert "in use by process" in refused.stderr
        assert running.returncode == ExitStatus.COMPLETE, err
        check_whole(served, first)
    tally(Attack.TAKEN_TWICE, 1)


def test_an_orphan_notices() -> None:
    """A crawl without its fleet is told to end; one with its fleet is not."""
    assert ears(-1, None)() == 1
    assert ears(os.getppid(), None)() == 0


def test_told_thrice_it_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each request to end has its effect; the third is the last."""
    monkeypatch.setattr(attended, "EVERY", 0)
    acts: list[int] = []
    told = iter((0, 1, 1, 3))
    attend(lambda: next(told), acts.append, threading.Event())
    assert acts == [1, 2, 3]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "name the sites"),
        (["a.example", "-a", "scope=b.example"], "sites.toml"),
        (["a.example", "-a", "since"], "NAME=VALUE"),
        (["a.example", "--workers", "0"], "from 1"),
        (["a.example", "-s", "DETAILS=keywordz"], "DETAILS: unknown 'keywordz'; known are deck"),
        (["a.example", "-s", "STATUS=loud"], "STATUS=loud: write one of auto"),
        (["a.example", "-s", "PHOTO_SIZE_MAX=big"], "write a whole number, such as 20971520"),
        (["a.example", "-s", "LOG_LEVEL=LOUD"], "there is no log level LOUD"),
        (["a.example", "-s", 'RESERVATIONS={"noai": "drop"}'], "noai is 'drop'; write record or skip"),
        (["a.example", "-s", "PUSH=nowhere"], "PUSH: nowhere is no target"),
        (["a.example", "-s", 'EXTRA_PIPELINES={"nowhere.Topics": 850}'], "nowhere.Topics cannot be imported"),
        (["a.example", "-s", "ITEM_PIPELINES={}"], "add yours with EXTRA_PIPELINES instead"),
        (["a.example", "http://10.0.0.7/"], "http://10.0.0.7/ is not on the public internet"),
    ],
)
def test_wrong_arguments(options: list[str], words: str, tmp_path: Path) -> None:
    """Each is refused in a line that gives the remedy, before a crawl is started."""
    done = Harvest(tmp_path / "fleet", []).run(*options)
    assert done.returncode == ExitStatus.BAD_ARGUMENTS
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "fleet").exists()


def test_wrong_setting_of_a_site(tmp_path: Path) -> None:
    """The message names the site; a setting of the command line overrides that of a site."""
    sites = tmp_path / "sites.toml"
    sites.write_text(
        '[[site]]\nstart = "http://a.example/"\n'
        '[[site]]\nstart = "http://b.example/"\nsettings = { DETAILS = "keywordz" }\n',
        encoding="utf-8",
    )
    shards = shards_of(sites_of([str(sites)], {}), tmp_path)
    settings = get_project_settings()
    with pytest.raises(SitesError, match=r"^b\.example: DETAILS: unknown 'keywordz'"):
        check_shards(shards, [], settings, is_here=True)
    check_shards(shards, ["DETAILS=keywords"], settings, is_here=True)


def test_components_of_a_cluster_are_not_looked_for_here(tmp_path: Path) -> None:
    """Its workers have them."""
    shards = shards_of(sites_of(["a.example"], {}), tmp_path)
    given = ['EXTRA_PIPELINES={"nowhere.Topics": 850}']
    check_shards(shards, given, get_project_settings(), is_here=False)
    with pytest.raises(SitesError, match="cannot be imported"):
        check_shards(shards, given, get_project_settings(), is_here=True)


@pytest.mark.parametrize("name", ["DOWNLOAD_DELAI", "download_delay"])
def test_misspelt_setting_of_a_site_is_refused(tmp_path: Path, name: str) -> None:
    """A pace that nobody reads would be impolite: the file is to be corrected before a crawl starts."""
    sites = tmp_path / "sites.toml"
    sites.write_text(f"[[site]]\nstart = 'a.example'\nsettings = {{ {name} = 9, MY_TOPICS = 'a' }}\n")
    shards = shards_of(sites_of([str(sites)], {}), tmp_path)
    words = f"^a\\.example: there is no setting {name}; did you mean DOWNLOAD_DELAY"
    with pytest.raises(SitesError, match=words):
        check_shards(shards, [], get_project_settings(), is_here=True)


def test_misspelt_setting_is_named(tmp_path: Path) -> None:
    """It ends no fleet, since a component of the user's own may read it."""
    with farm(1, 1) as served:
        done = Harvest(tmp_path / "fleet", served.starts, *PACE, "DETIALS=deck").run()
    assert done.returncode == ExitStatus.COMPLETE, done.stderr
    assert "there is no setting DETIALS; did you mean DETAILS?" in done.stderr
