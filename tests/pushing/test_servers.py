"""Tests of `scrapy push` to real servers: PostgreSQL and NATS."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import nats
import psycopg
import pytest

from crawler.ledger.ledger import ARTICLES
from crawler.pushing import push as pushing
from crawler.pushing.errors import NotDeliveredError
from crawler.pushing.reading import Position, read_batch
from crawler.pushing.sink import SinkTerms
from crawler.pushing.targets import Credentials, open_sink, parse_target
from tests.durability.damage import Attack, damage_of_events, tally
from tests.house.site import scrapy_here
from tests.pushing.examples import add_articles, add_changes, opened, revision
from tests.pushing.killing import POINTS, SEEDS, push_through_kills
from tests.pushing.servers import Server, nats_server, postgresql


@pytest.fixture(scope="module")
def database() -> Iterator[Server]:
    """Run PostgreSQL."""
    with postgresql() as server:
        yield server


@pytest.fixture(scope="module")
def broker() -> Iterator[Server]:
    """Run NATS."""
    with nats_server() as server:
        yield server


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the pauses."""
    monkeypatch.setattr(pushing, "_FIRST", 0.01)


def at(server: Server, database: str) -> str:
    """Return the URL of a database."""
    return f"postgresql://news@127.0.0.1:{server.port}/{database}"


def ask(server: Server, database: str, query: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query."""
    with psycopg.connect(
        f"postgresql://news@127.0.0.1:{server.port}/{database}", autocommit=True
    ) as connection:
        return connection.execute(query.encode()).fetchall()


def new_database(server: Server, name: str) -> str:
    """Make a database; return its URL."""
    with psycopg.connect(
        f"postgresql://news@127.0.0.1:{server.port}/postgres", autocommit=True
    ) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return at(server, name)


def push(folder: Path, url: str, *options: str) -> tuple[int, str]:
    """Push a crawl; return the exit status and the printed text."""
    done = scrapy_here("push", str(folder), "--to", url, *options)
    return done.returncode, done.stdout + done.stderr


def test_articles_are_rows(tmp_path: Path, database: Server) -> None:
    """Each revision is a row with its record; a push of all events again changes nothing."""
    url = new_database(database, "rows")
    add_articles(tmp_path, 1, 2)
    add_changes(tmp_path, 2)
    query = "SELECT id, revision, headline, record FROM news_articles ORDER BY id, revision"
    for options in ((), ("--again-from", "1")):
        assert push(tmp_path, url, *options)[0] == 0
        lines = [json.loads(line) for line in (tmp_path / ARTICLES).read_bytes().splitlines()]
        wanted = sorted((line["id"], line["revision"], line["headline"], line) for line in lines)
        assert ask(database, "rows", query) == wanted
        assert ask(database, "rows", "SELECT count(*) FROM news_articles WHERE removed IS NOT NULL") == [(0,)]


def test_removal_is_a_time(tmp_path: Path, database: Server) -> None:
    """All revisions of a removed article have it, and those of other articles do not."""
    url = new_database(database, "removals")
    add_articles(tmp_path, 1, 2)
    ledger = opened(tmp_path)
    ledger.events.add_change(revision(1).id, "2024-05-21T08:00:00+00:00", "", "http:404")
    ledger.commit()
    ledger.close()
    assert push(tmp_path, url)[0] == 0
    query = "SELECT id, removed AT TIME ZONE 'UTC' FROM news_articles WHERE removed IS NOT NULL"
    rows = [(id_, str(removed)) for id_, removed in ask(database, "removals", query)]
    assert rows == [(revision(1).id, "2024-05-21 08:00:00")]


def test_nul_is_replaced(tmp_path: Path, database: Server) -> None:
    """PostgreSQL stores no NUL; a text that only names it stays."""
    url = new_database(database, "nul")
    ledger = opened(tmp_path)
    ledger.store(revision(1, body=("lock\0gate", r"\u0000", "\\\0")))
    ledger.commit()
    ledger.close()
    assert push(tmp_path, url)[0] == 0
    assert ask(database, "nul", "SELECT record -> 'body' FROM news_articles") == [
        (["lock\ufffdgate", r"\u0000", "\\\ufffd"],)
    ]


def test_read_only_server_is_waited_for(tmp_path: Path, database: Server) -> None:
    """A standby, or a database that is read-only for a while, refuses no event for good."""
    url = new_database(database, "standby")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ALTER DATABASE standby SET default_transaction_read_only = on")
    add_articles(tmp_path, 1)
    status, said = push(tmp_path, url)
    assert (status, "in a read-only transaction; the next try" in said) == (6, True)
    with psycopg.connect(url, autocommit=True, options="-c default_transaction_read_only=off") as connection:
        connection.execute("ALTER DATABASE standby SET default_transaction_read_only = off")
    assert push(tmp_path, url)[0] == 0
    assert ask(database, "standby", "SELECT count(*) FROM news_articles") == [(1,)]


def test_foreign_table_is_refused(tmp_path: Path, database: Server) -> None:
    """A table of the same name with other columns is named; no event is left out."""
    url = new_database(database, "other")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE news_articles (id text)")
    add_articles(tmp_path, 1)
    status, said = push(tmp_path, url)
    assert (status, 'column "revision" of relation "news_articles" does not exist' in said) == (4, True)


@pytest.mark.parametrize("seed", SEEDS)
def test_kills_lose_no_row(tmp_path: Path, database: Server, seed: int) -> None:
    """Neither kill -9 of the push nor of the server loses or repeats a row."""
    url = new_database(database, f"kills{seed}")
    ids = push_through_kills(tmp_path, url, database, seed)
    rows = ask(database, f"kills{seed}", "SELECT id || ':' || revision FROM news_articles ORDER BY 1")
    tally(Attack.PUSH, POINTS, damage_of_events(sorted(ids), [id_ for (id_,) in rows]))


def messages(server: Server, stream: str) -> list[tuple[str, dict[str, Any]]]:
    """Return subject and content of each message of a stream, in order."""

    async def read() -> list[tuple[str, dict[str, Any]]]:
        client = await nats.connect(f"nats://127.0.0.1:{server.port}")
        context = client.jetstream()
        count = (await context.stream_info(stream)).state.messages
        stored = [await context.get_msg(stream, seq=number + 1) for number in range(count)]
        await client.close()
        return [(str(each.subject), json.loads(each.data or b"")) for each in stored]

    return asyncio.run(read())


def new_stream(server: Server, name: str) -> str:
    """Make a stream; return the URL with its prefix."""

    async def make() -> None:
        client = await nats.connect(f"nats://127.0.0.1:{server.port}")
        await client.jetstream().add_stream(name=name, subjects=[f"{name}.>"])
        await client.close()

    asyncio.run(make())
    return f"nats://127.0.0.1:{server.port}/{name}"


def test_events_are_messages(tmp_path: Path, broker: Server) -> None:
    """The subject has publisher and kind; an event that is sent again is not stored again."""
    ids = [*add_articles(tmp_path, 1, 2), *add_changes(tmp_path, 2)]
    url = new_stream(broker, "lanqiao")
    for options in ((), ("--again-from", "1")):
        assert push(tmp_path, url, *options)[0] == 0
    stored = messages(broker, "lanqiao")
    assert [event["id"] for _, event in stored] == ids
    kinds = ("new", "new", "changed", "removed", "restored")
    assert [subject.rpartition(".")[2] for subject, _ in stored] == list(kinds)
    assert stored[0][0] == "lanqiao.example_cn.new"


def test_missing_stream_is_named(tmp_path: Path, broker: Server) -> None:
    """NATS would drop the events; the line says how to make a stream."""
    add_articles(tmp_path, 1)
    status, said = push(tmp_path, f"nats://127.0.0.1:{broker.port}")
    assert (status, "nats stream add NEWS --subjects 'news.>'" in said) == (4, True)


@pytest.mark.parametrize("seed", SEEDS)
def test_kills_lose_no_message(tmp_path: Path, broker: Server, seed: int) -> None:
    """Neither kill -9 of the push nor of the server loses, repeats or reorders an event."""
    url = new_stream(broker, f"kills{seed}")
    ids = push_through_kills(tmp_path, url, broker, seed)
    arrived = [event["id"] for _, event in messages(broker, f"kills{seed}")]
    tally(Attack.PUSH, POINTS, damage_of_events(ids, arrived))


@pytest.mark.parametrize("url", ["postgresql://news@127.0.0.1:9/news", "nats://127.0.0.1:9"])
def test_server_that_is_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """The push gives up after its tries, and says that the events are left."""
    monkeypatch.setattr(pushing, "_TRIES", 2)
    add_articles(tmp_path, 1)
    began = time.monotonic()
    status, said = push(tmp_path, url)
    assert (status, "1 event left" in said) == (6, True)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("kind", ["postgresql", "nats"])
def test_server_that_hangs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, request: pytest.FixtureRequest
) -> None:
    """Its connection is given up after a time; the next push sends the event."""
    server: Server = request.getfixturevalue("database" if kind == "postgresql" else "broker")
    make = new_database if kind == "postgresql" else new_stream
    monkeypatch.setattr(f"crawler.pushing.{kind}.CONNECT_SECONDS", 1.0)
    monkeypatch.setattr(pushing, "_TRIES", 1)
    add_articles(tmp_path, 1)
    url = make(server, "hanging")
    with server.paused():
        status, said = push(tmp_path, url, "-s", "PUSH_ANSWER_SECONDS=1")
    assert (status, "1 event left" in said) == (6, True)
    assert push(tmp_path, url)[0] == 0


def check_that_it_times_out(
    folder: Path, url: str, hanging: Callable[[], AbstractContextManager[object]]
) -> None:
    """Check that the second of two events is given up in time, with the setting that gives it more."""
    add_articles(folder, 1, 2)
    first, second = read_batch(folder, Position(), 2).messages
    sink = open_sink(parse_target(url), Credentials(), SinkTerms(answer_seconds=1.0))
    sink.send([first])
    with hanging(), pytest.raises(NotDeliveredError, match=r"timed out after 1 s \(PUSH_ANSWER_SECONDS\)"):
        sink.send([second])
    sink.close()


def test_table_that_is_locked(tmp_path: Path, database: Server) -> None:
    """The push does not wait for the end of another transaction, however long it is."""
    url = new_database(database, "locked")

    @contextmanager
    def locked() -> Iterator[None]:
        with psycopg.connect(url) as other:
            other.execute("LOCK TABLE news_articles")
            yield

    check_that_it_times_out(tmp_path, url, locked)


def test_broker_that_hangs_after_an_answer(tmp_path: Path, broker: Server) -> None:
    """An open connection is no acknowledgement."""
    check_that_it_times_out(tmp_path, new_stream(broker, "later"), broker.paused)
