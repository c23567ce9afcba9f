"""A fleet on a real Dask cluster: whoever is killed, every article comes once, and no host is hurried."""

from __future__ import annotations

import random
import signal
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from crawler.accounting.outcome import ExitStatus
from crawler.fleet.heartbeat import HEARTBEAT
from crawler.fleet.processes import LOG
from tests.cluster.dask import scheduler, worker
from tests.durability.damage import Attack, tally
from tests.fleet.farm import Farm, Harvest, farm, kill
from tests.fleet.test_fleet import PACE, SEEDS, check_whole
from tests.house.site import LONGEST


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dask waits for a scheduler half a minute; here it comes at once or never."""
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "8s")


def of_machines(folder: Path, starts: list[str], *settings: str) -> Harvest:
    """Return a fleet whose workers keep their ledgers apart from its directory."""
    pace = (*PACE, "FLEET_SILENCE=1.5")
    return Harvest(folder / "fleet", starts, *pace, f"LEDGER_DIR={folder / 'ledgers'}", *settings)


def until(served: Farm, pages: int) -> None:
    """Wait until a number of pages has been requested; fail after `LONGEST`."""
    end = time.monotonic() + LONGEST
    while (requested := sum(map(len, list(served.arrivals.values())))) < pages:
        assert time.monotonic() < end, f"{requested} of {pages} pages were requested in {LONGEST} s"
        time.sleep(0.02)


@pytest.mark.parametrize("seed", SEEDS)
def test_workers_are_killed(seed: int, tmp_path: Path) -> None:
    """Workers and crawls are killed with kill -9 at any time; their shards are taken up elsewhere."""
    dice = random.Random(seed)
    place = dice.choice(["LEDGER_DIR=", f"LEDGER_DIR={tmp_path / 'ledgers'}"])
    with farm(3, 12) as served, ExitStack() as stack:
        _, address = stack.enter_context(scheduler())
        workers = [stack.enter_context(worker(address)) for _ in range(2)]
        harvest = of_machines(tmp_path, served.starts, place, "LEDGER_COPY_SECONDS=0.5")
        with harvest.start("--cluster", address, "--tries", "60") as running:
            kills = 0
            while running.poll() is None and kills < 3:
                threading.Event().wait(dice.uniform(0.2, 0.6))
                crawls = sorted(harvest.crawls().values())
                if dice.random() < 0.3:
                    kills += bool(crawls) and kill(dice.choice(crawls))
                elif crawls:
                    workers.pop(0).kill()
                    workers.append(stack.enter_context(worker(address)))
                    kills += 1
            err = running.communicate(timeout=150)[1]
        assert kills == 3, err
        assert running.returncode == ExitStatus.COMPLETE, err + harvest.logs()
        assert "lost with its worker; restarts" in err or "killed by signal 9; restarts" in err
        check_whole(served, harvest)
        assert not (harvest.folder / HEARTBEAT).exists()
    tally(Attack.CLUSTER, kills)


def test_told_to_end(tmp_path: Path) -> None:
    """SIGTERM to the fleet ends its crawls on all machines; the next run, on local workers, resumes."""
    with farm(2, 25) as served:
        harvest = of_machines(tmp_path, served.starts)
        with scheduler() as (_, address), worker(address), harvest.start("--cluster", address) as running:
            until(served, 8)
            running.send_signal(signal.SIGTERM)
            err = running.communicate(timeout=60)[1]
        assert running.returncode == ExitStatus.INTERRUPTED, err
        assert not harvest.crawls()
        last = harvest.run("--cluster", "local", "--workers", "1")
        assert last.returncode == ExitStatus.COMPLETE, last.stderr + harvest.logs()
        check_whole(served, harvest)


def test_the_fleet_is_killed(tmp_path: Path) -> None:
    """Its crawls end when the next fleet begins, which waits for them; the same command harvests the rest."""
    with farm(1, 25) as served, scheduler() as (_, address), worker(address):
        harvest = of_machines(tmp_path, served.starts)
        with harvest.start("--cluster", address) as running:
            until(served, 8)
            running.kill()
        again = harvest.run("--cluster", address, "--tries", "60")
        assert "the previous fleet was killed" in again.stderr
        last = harvest.run("--cluster", address, "--tries", "60")
        assert last.returncode == ExitStatus.COMPLETE, again.stderr + last.stderr + harvest.logs()
        assert "the previous fleet was killed" not in last.stderr
        check_whole(served, harvest)


def test_the_scheduler_is_killed(tmp_path: Path) -> None:
    """The fleet says so and ends, its crawls end, and the next run on another cluster resumes."""
    with farm(1, 25) as served:
        harvest = of_machines(tmp_path, served.starts)
        with ExitStack() as stack:
            running, address = stack.enter_context(scheduler())
            stack.enter_context(worker(address))
            with harvest.start("--cluster", address) as fleet:
                until(served, 8)
                running.kill()
                err = fleet.communicate(timeout=120)[1]
            assert fleet.returncode == ExitStatus.FAULT, err
            assert f"the scheduler at {address} is gone" in err
        last = harvest.run("--workers", "1", "--tries", "60")
        assert last.returncode == ExitStatus.COMPLETE, last.stderr + harvest.logs()
        check_whole(served, harvest)


def test_mistakes(tmp_path: Path) -> None:
    """No scheduler, no workers: each is said in a line."""
    refused = of_machines(tmp_path, ["http://127.0.0.1:1/"]).run("--cluster", "tcp://127.0.0.1:1")
    assert refused.returncode == ExitStatus.BAD_ARGUMENTS
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in refused.stderr
    with scheduler() as (_, address):
        refused = of_machines(tmp_path, ["http://127.0.0.1:1/"]).run("--cluster", address)
    assert refused.returncode == ExitStatus.BAD_ARGUMENTS
    assert "the scheduler has no workers" in refused.stderr


def test_a_shard_that_cannot_begin(tmp_path: Path) -> None:
    """It is set aside with the reason that its worker gives; the others are harvested."""
    with farm(2, 2) as served, scheduler() as (_, address), worker(address):
        harvest = of_machines(tmp_path, served.starts)
        (harvest.folder / "shards" / "127.0.0.1" / LOG).mkdir(parents=True)  # in the way of the log
        done = harvest.run("--cluster", address, "--tries", "2")
    assert done.returncode == ExitStatus.FAULT, done.stderr
    assert "127.0.0.1: it could not start: [Errno" in done.stderr
    assert "2 articles of 2 sites" in done.stderr
