"""Tests of `scrapy push` to a webhook: order, repeats, refusals, and the stored position."""

from __future__ import annotations

import json
import resource
import shutil
import signal
import sqlite3
import ssl
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import trustme
from jsonschema import Draft202012Validator

from crawler.ledger.ledger import ARTICLES, LEDGER
from crawler.pushing import push as pushing
from crawler.pushing import reading, webhook
from crawler.pushing.deliveries import claimed
from crawler.pushing.message import event_schema
from crawler.pushing.reading import Position, read_batch
from crawler.pushing.signature import parse_secrets, signed_headers
from crawler.pushing.targets import parse_target
from tests.house import processes
from tests.house.site import ROOT, environment, scrapy_here
from tests.pushing.examples import (
    SECRET,
    Answer,
    Receiver,
    add_articles,
    add_changes,
    is_signed,
    opened,
    receiving,
    revision,
)


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the secret, and shorten the pauses."""
    monkeypatch.setenv("PUSH_SECRETS", SECRET)
    monkeypatch.setattr(pushing, "_FIRST", 0.01)
    monkeypatch.setattr(pushing, "_IDLE", 0.02)


def push(folder: Path, receiver: Receiver, *options: str) -> tuple[int, str]:
    """Push a crawl; return the exit status and the printed text."""
    done = scrapy_here("push", str(folder), "--to", receiver.url, *options)
    return done.returncode, done.stdout + done.stderr


def test_events_arrive_in_order_and_once(tmp_path: Path) -> None:
    """A later push sends only later events; each message is valid by the printed schema."""
    ids = add_articles(tmp_path, 1, 2, 3)
    validator = Draft202012Validator(json.loads(scrapy_here("schema", "event").stdout))
    with receiving() as receiver:
        assert push(tmp_path, receiver) == (0, f"3 events sent to {receiver.url}\n")
        ids += add_changes(tmp_path, 2)
        assert push(tmp_path, receiver)[0] == 0
        assert push(tmp_path, receiver) == (0, f"0 events sent to {receiver.url}\n")
    assert receiver.ids == ids
    assert [event["kind"] for event in receiver.events] == ["new"] * 3 + ["changed", "removed", "restored"]
    assert [event["serial"] for event in receiver.events] == [1, 2, 3, 4, 5, 6]
    assert [error.message for event in receiver.events for error in validator.iter_errors(event)] == []


def test_article_is_the_line_of_the_output(tmp_path: Path) -> None:
    """The record is not written anew, and a removal has the line of removals.jsonl."""
    add_articles(tmp_path, 1)
    add_changes(tmp_path, 1)
    with receiving() as receiver:
        push(tmp_path, receiver)
    lines = [json.loads(line) for line in (tmp_path / ARTICLES).read_bytes().splitlines()]
    assert [event["article"] for event in receiver.events] == [*lines, None, None]
    assert receiver.events[2]["removal"]["code"] == "http:410"
    assert receiver.events[3]["removal"]["schema"] == "restoration/1"


def test_schema_allows_records_of_the_earlier_version() -> None:
    """An upgraded crawl sends its earlier lines as they are; anything else is invalid."""
    event = {"schema": "event/1", "id": "a:1", "crawl": "c", "serial": 1, "kind": "new", "time": ""}
    validator = Draft202012Validator(event_schema())
    assert validator.is_valid({**event, "article": {"schema": "article/1"}, "removal": None})
    assert not validator.is_valid({**event, "article": {"schema": "article/0"}, "removal": None})


def test_line_is_sent_before_it_is_in_the_output(tmp_path: Path) -> None:
    """A crawl that was killed after a commit has the line in its ledger alone."""
    ids = add_articles(tmp_path, 1)
    ledger = opened(tmp_path)
    ledger.store(revision(2))
    ledger.journal.commit()
    ledger.close()
    with receiving() as receiver:
        assert push(tmp_path, receiver)[0] == 0
    assert receiver.ids[0] == ids[0]
    assert receiver.events[1]["article"]["headline"] == "Lock 2 opens"


@pytest.mark.parametrize("answer", [Answer(500), Answer(429, {"Retry-After": "0"}), Answer(408), Answer(503)])
def test_failed_request_is_repeated(tmp_path: Path, answer: Answer) -> None:
    """The same event is sent again, with the same id, before any later one."""
    ids = add_articles(tmp_path, 1, 2, 3)
    with receiving() as receiver:
        receiver.answer = lambda number: answer if number in (1, 2) else Answer()
        status, said = push(tmp_path, receiver)
    assert (status, receiver.ids) == (0, ids)
    assert [headers["webhook-id"] for headers in receiver.requests] == [ids[0], *[ids[1]] * 3, ids[2]]
    assert f"event 2: HTTP {answer.status}; the next try is in 0 s" in said


def test_silent_receiver_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After five tries the push ends; the next one begins with the same event."""
    ids = add_articles(tmp_path, 1, 2)
    with receiving() as receiver:
        receiver.answer = lambda number: Answer(500, delay=3.0) if number == 1 else Answer()
        monkeypatch.setattr(pushing, "_TRIES", 1)
        status, said = push(tmp_path, receiver, "-s", "PUSH_ANSWER_SECONDS=1")
        assert "event 2: no answer: timed out after 1 s (PUSH_ANSWER_SECONDS); push again" in said
        assert (status, "1 event sent" in said, "1 event left" in said) == (6, True, True)
        state = scrapy_here("push", str(tmp_path), "--status").stdout
        assert "1 of 2 events acknowledged; last error, after 1 failure: no answer" in state
        assert push(tmp_path, receiver)[0] == 0
    assert receiver.ids == ids


def test_each_push_has_its_tries(tmp_path: Path) -> None:
    """Failures of earlier pushes shorten no later one; the state says how many there were."""
    add_articles(tmp_path, 1)
    with receiving() as receiver:
        receiver.answer = lambda _: Answer(500)
        for pushes in (1, 2):
            assert push(tmp_path, receiver)[0] == 6
            assert len(receiver.requests) == 5 * pushes
    state = scrapy_here("push", str(tmp_path), "--status").stdout
    assert "0 of 1 event acknowledged; last error, after 5 failures: HTTP 500; next try from 20" in state


def test_closed_connection_is_no_failure(tmp_path: Path) -> None:
    """A receiver that closes each connection without saying so gets each event once, and no pauses."""
    ids = add_articles(tmp_path, 1, 2, 3)
    with receiving() as receiver:
        receiver.answer = lambda _: Answer(is_last=True)
        assert push(tmp_path, receiver) == (0, f"3 events sent to {receiver.url}\n")
    assert receiver.ids == ids


def test_connection_closed_at_the_last_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that the receiver closes after the sender has looked is replaced, without a failure."""
    monkeypatch.setattr(webhook, "_is_readable", lambda _: False)
    ids = add_articles(tmp_path, 1, 2, 3)
    with receiving() as receiver:
        receiver.answer = lambda _: Answer(is_last=True)
        assert push(tmp_path, receiver) == (0, f"3 events sent to {receiver.url}\n")
    assert receiver.ids == ids


def test_receiver_cannot_ask_for_haste(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`Retry-After: 0` does not shorten the pause after a failed try."""
    monkeypatch.setattr(pushing, "_FIRST", 200.0)
    add_articles(tmp_path, 1)
    with receiving() as receiver:
        receiver.answer = lambda _: Answer(503, {"Retry-After": "0"})
        assert push(tmp_path, receiver)[0] == 6
        assert len(receiver.requests) == 1


def test_large_articles_come_in_small_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes of messages in memory are bounded, and each of them arrives."""
    ids = add_articles(tmp_path, 1, 2, 3)
    with receiving() as receiver:
        monkeypatch.setattr(reading, "_BYTES", 1)
        assert len(read_batch(tmp_path, Position(), 100).messages) == 1
        assert push(tmp_path, receiver, "--batch", "3")[0] == 0
    assert receiver.ids == ids


def test_long_answer_is_not_read(tmp_path: Path) -> None:
    """The rest of it is not mistaken for the next answer."""
    ids = add_articles(tmp_path, 1, 2)
    with receiving() as receiver:
        receiver.answer = lambda _: Answer(200, body=b"HTTP/1.1 500 no\r\n" * 10_000)
        assert push(tmp_path, receiver)[0] == 0
    assert receiver.ids == ids


def test_certificate_is_verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Events go to no receiver whose certificate is not trusted."""
    monkeypatch.setattr(pushing, "_TRIES", 1)
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    ids = add_articles(tmp_path, 1)
    with receiving(context=context) as receiver:
        status, said = push(tmp_path, receiver)
        assert (status, "certificate verify failed" in said) == (6, True)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
        assert push(tmp_path, receiver)[0] == 0
    assert receiver.ids == ids


def test_long_retry_after_ends_the_push(tmp_path: Path) -> None:
    """A push that does not follow does not wait an hour."""
    add_articles(tmp_path, 1)
    with receiving() as receiver:
        receiver.answer = lambda _: Answer(503, {"Retry-After": "3000"})
        status, said = push(tmp_path, receiver)
    assert (status, len(receiver.requests)) == (6, 1)
    assert "HTTP 503; push again, in 3000 s or later" in said


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(422, body=b"no such  field"), "HTTP 422: no such field"),
        (Answer(302, {"Location": "/other"}), "HTTP 302 to /other: name that address with --to"),
    ],
)
def test_refused_event_stops_the_line(tmp_path: Path, answer: Answer, words: str) -> None:
    """No later event overtakes it; --skip leaves it out, and only it."""
    ids = add_articles(tmp_path, 1, 2, 3)
    with receiving() as receiver:
        receiver.answer = lambda number: answer if number in (1, 2) else Answer()
        for _ in range(2):
            status, said = push(tmp_path, receiver)
            assert (status, words in said) == (4, True)
        assert push(tmp_path, receiver, "--skip", "3")[0] == 2
        assert push(tmp_path, receiver, "--skip", "2")[0] == 0
    assert receiver.ids == [ids[0], ids[2]]


def test_subscription_ends(tmp_path: Path) -> None:
    """After HTTP 410 nothing is sent until the user asks for it."""
    ids = add_articles(tmp_path, 1, 2)
    with receiving() as receiver:
        receiver.answer = lambda number: Answer(410) if number == 0 else Answer()
        assert push(tmp_path, receiver)[0] == 4
        status, said = push(tmp_path, receiver)
        assert (status, "wants no more events" in said, len(receiver.requests)) == (4, True, 1)
        assert "it wants no more (HTTP 410" in scrapy_here("push", str(tmp_path), "--status").stdout
        assert push(tmp_path, receiver, "--again-from", "1")[0] == 0
    assert receiver.ids == ids


def test_position_may_be_set(tmp_path: Path) -> None:
    """--from-now leaves out what is there; --again-from sends it after all."""
    ids = add_articles(tmp_path, 1, 2, 3)
    with receiving() as receiver:
        assert push(tmp_path, receiver, "--from-now")[0] == 0
        assert receiver.ids == []
        assert push(tmp_path, receiver, "--again-from", "2")[0] == 0
    assert receiver.ids == ids[1:]


def test_position_is_that_of_an_event(tmp_path: Path) -> None:
    """A number without an event changes nothing: it does not send all events again."""
    ids = add_articles(tmp_path, 1, 2)
    with receiving() as receiver:
        assert push(tmp_path, receiver)[0] == 0
        for options in (("--skip", "3"), ("--again-from", "4"), ("--again-from", "0")):
            status, said = push(tmp_path, receiver, *options)
            assert (status, "the crawl has no event" in said, "its last one is 2" in said) == (2, True, True)
        assert push(tmp_path, receiver, "--again-from", "3")[0] == 0
    assert receiver.ids == ids


def test_refused_event_of_a_batch_is_found(tmp_path: Path) -> None:
    """The events before it arrive, and the line names its number."""
    ids = add_articles(tmp_path, 1, 2, 3)
    with receiving() as receiver:
        receiver.answer = lambda number: Answer(422) if number in (0, 2) else Answer()
        status, said = push(tmp_path, receiver, "--batch", "3")
    assert (status, receiver.ids) == (4, ids[:1])
    assert "event 2: HTTP 422. Correct the target, or leave the event out: --skip 2" in said


def test_batches_are_lines(tmp_path: Path) -> None:
    """--batch sends several events in a request, one a line, under the ids of the first and the last."""
    ids = add_articles(tmp_path, 1, 2, 3)
    with receiving() as receiver:
        assert push(tmp_path, receiver, "--batch", "2")[0] == 0
    assert receiver.ids == ids
    assert [headers["webhook-id"] for headers in receiver.requests] == [f"{ids[0]}..{ids[1]}", ids[2]]
    assert {headers["content-type"] for headers in receiver.requests} == {"application/x-ndjson"}


def test_every_secret_signs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A receiver accepts an old secret and a new one while it changes."""
    other = "whsec_" + "bmV3" * 10
    monkeypatch.setenv("PUSH_SECRETS", f"{other} {SECRET}")
    add_articles(tmp_path, 1)
    with receiving() as receiver:
        assert push(tmp_path, receiver)[0] == 0
    assert len(receiver.requests[0]["webhook-signature"].split()) == 2


def test_signature_of_the_specification() -> None:
    """The example of the specification's reference libraries verifies."""
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105  the specification's own
    assert is_signed(headers, b'{"test": 2432232314}', secret)
    made = signed_headers(parse_secrets(secret), headers["webhook-id"], b'{"test": 2432232314}', 1614265330.9)
    assert made == headers


def test_rebuilt_ledger_sends_all_again(tmp_path: Path) -> None:
    """Its serial numbers are others, so nothing may be left out; the ids stay the same."""
    ids = add_articles(tmp_path, 1, 2)
    with receiving() as receiver:
        push(tmp_path, receiver)
        (tmp_path / LEDGER).unlink()
        opened(tmp_path).close()
        status, said = push(tmp_path, receiver)
    assert (status, receiver.ids) == (0, ids + ids)
    assert "the ledger is not the one of event 2: all of its events are sent again" in said


def test_restored_ledger_loses_no_event(tmp_path: Path) -> None:
    """A ledger from a backup gives the numbers of sent events to other events."""
    add_articles(tmp_path / "crawl", 1)
    shutil.copytree(tmp_path / "crawl", tmp_path / "backup")
    with receiving() as receiver:
        add_articles(tmp_path / "crawl", 2)
        push(tmp_path / "crawl", receiver)
        for name in (LEDGER, ARTICLES):
            shutil.copy(tmp_path / "backup" / name, tmp_path / "crawl" / name)
        ids = add_articles(tmp_path / "crawl", 3, 4)
        assert push(tmp_path / "crawl", receiver)[0] == 0
    assert set(ids) <= set(receiver.ids)


def test_missing_line_stops_the_line(tmp_path: Path) -> None:
    """A moved output does not count as sent."""
    ids = add_articles(tmp_path, 1, 2)
    (tmp_path / ARTICLES).rename(tmp_path / "moved")
    with receiving() as receiver:
        status, said = push(tmp_path, receiver)
        assert (status, f"event 1 ({ids[0]}) has no line in {tmp_path / ARTICLES}" in said) == (4, True)
        (tmp_path / "moved").rename(tmp_path / ARTICLES)
        assert push(tmp_path, receiver)[0] == 0
    assert receiver.ids == ids


def test_damaged_file_of_positions_is_named(tmp_path: Path) -> None:
    """The line says what to do, and nothing is sent."""
    add_articles(tmp_path, 1)
    (tmp_path / "push.sqlite").write_bytes(b"no database " * 100)
    with receiving() as receiver:
        status, said = push(tmp_path, receiver)
    assert (status, "move it away" in said, receiver.requests) == (4, True, [])


def test_full_disk(tmp_path: Path) -> None:
    """A position that cannot be stored ends the push with a status of its own; the next push continues."""
    ids = add_articles(tmp_path, 1, 2)
    with receiving() as receiver:
        with _no_room():
            status, said = push(tmp_path, receiver)
            assert (status, "make room on the disk" in said, receiver.ids) == (4, True, [])
        shown: Any = scrapy_here("push", str(tmp_path), "--status")
        assert (shown.returncode, shown.stdout) == (0, "nothing was pushed yet\n")
        assert push(tmp_path, receiver, "--from-now")[0] == 0
        with closing(sqlite3.connect(tmp_path / LEDGER)) as crawl:
            crawl.execute(
                "SELECT count(*) FROM events"
            )  # makes the files that readers share, as a crawl does
            with _no_room():
                status, said = push(tmp_path, receiver, "--again-from", "1")
            assert (status, "make room on the disk" in said) == (4, True)
        assert push(tmp_path, receiver, "--again-from", "1")[0] == 0
    assert receiver.ids == ids


@contextmanager
def _no_room() -> Iterator[None]:
    """Let no file grow."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_several_crawls(tmp_path: Path) -> None:
    """Each is pushed from its own position; only one can be followed."""
    ids = [*add_articles(tmp_path / "a", 1), *add_articles(tmp_path / "b", 2)]
    with receiving() as receiver:
        status, said = push(tmp_path, receiver)
        assert (status, receiver.ids) == (0, ids)
        assert f"{tmp_path / 'b'}: 1 event sent to {receiver.url}" in said
        assert push(tmp_path, receiver, "--follow")[0] == 2
    assert len({event["crawl"] for event in receiver.events}) == 2


def test_one_process_a_target(tmp_path: Path) -> None:
    """A second push to the same target would change the order."""
    add_articles(tmp_path, 1)
    holder = f"from tests.pushing.test_push import hold; hold({str(tmp_path)!r}, 'http://127.0.0.1:9/a')"
    with processes.start([sys.executable, "-c", holder], cwd=ROOT, stdout=-1, env=environment()) as process:
        assert process.stdout is not None
        process.stdout.readline()
        done = scrapy_here("push", str(tmp_path), "--to", "http://127.0.0.1:9/a")
        assert (done.returncode, "another process pushes" in done.stderr) == (8, True)
        process.kill()


def hold(folder: str, url: str) -> None:
    """Claim a target until the process is killed."""
    with claimed(Path(folder), parse_target(url).number):
        sys.stdout.write("claimed\n")
        sys.stdout.flush()
        signal.pause()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), "nothing is no target: name one, such as https://"),
        (("--to", "ftp://a.example/"), "ftp://a.example/ is no target"),
        (("--to", "https:///hook"), "https:///hook is no target"),
        (("--to", "https://a.example:port/"), "is no URL"),
        (("--to", "postgresql://news:word@a.example/news"), "set the variable PUSH_PASSWORD"),
        (("--to", "postgresql://a.example/news?password=word"), "set the variable PUSH_PASSWORD"),
        (("--to", "https://news@a.example/"), "a webhook takes no user"),
        (("--to", "nats://news@a.example"), "set the variable PUSH_PASSWORD"),
        (("--to", "nats://a.example", "--batch", "3"), "--batch N is the number of events"),
        (("--to", "https://a.example/", "--batch", "0"), "--batch N is the number of events"),
        (("--to", "https://a.example/", "--secrets", "nowhere"), "No such file"),
        (("--to", "https://a.example/", "-s", "PUSH_ANSWER_SECONDS=0"), "PUSH_ANSWER_SECONDS takes a number"),
        (("--to", "https://a.example/", "-s", "PUSH_ANSWER_SECONDS=long"), "a number, such as 30.0"),
        (("--to", "https://a..example/hook"), "is no URL"),
        (("--to", "https://a.example\0/hook"), "is no URL"),
        (("--to", "postgresql://a.example/news?keeper=1"), "PostgreSQL refuses this URL: invalid URI query"),
        (("--to", "postgresql://a.example/%zz"), "PostgreSQL refuses this URL: invalid percent-encoded"),
        (("--to", "nats://a.example/two words"), "'two words' begins no subject"),
        (("--to", "nats://a.example/news.>"), "'news.>' begins no subject"),
    ],
)
def test_wrong_arguments(tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    """The line says what to do, before anything is sent."""
    add_articles(tmp_path, 1)
    done = scrapy_here("push", str(tmp_path), *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://news:lock/word@a.example/news",
        "postgresql://news:lockword@a.example:port/news",
        "https://news:lockword#@a.example/",
        "mysql://news:lockword@a.example/news",
        "postgresql://a.example/news?sslpassword=lockword",
        "host=a.example password=lockword",
    ],
)
def test_password_is_not_printed(tmp_path: Path, url: str) -> None:
    """An error about a URL does not repeat the password in it, nor a part of it."""
    add_articles(tmp_path, 1)
    done = scrapy_here("push", str(tmp_path), "--to", url)
    assert (done.returncode, "lock" in done.stderr, "word@" in done.stderr) == (2, False, False)


def test_path_of_a_url_is_encoded(tmp_path: Path) -> None:
    """Spaces and Chinese letters in a path do not end the push; an encoded path stays as it is."""
    ids = add_articles(tmp_path, 1)
    with receiving() as receiver:
        receiver.url += "/新闻 钩?key=%2F+a"
        assert push(tmp_path, receiver)[0] == 0
    assert receiver.ids == ids


def test_file_of_secrets_may_begin_with_a_mark(tmp_path: Path) -> None:
    """Editors of Windows begin a text in UTF-8 with U+FEFF."""
    add_articles(tmp_path, 1)
    (tmp_path / "secrets").write_text(SECRET, "utf-8-sig")
    with receiving() as receiver:
        assert push(tmp_path, receiver, "--secrets", str(tmp_path / "secrets"))[0] == 0


@pytest.mark.parametrize(
    "secrets", ["", "word", "whsec_c2hvcnQ=", "whsec_%%%", f"{SECRET}密", f"{SECRET}\udcff"]
)
def test_wrong_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secrets: str) -> None:
    """An unsigned webhook, or one with a guessable secret, is not sent."""
    monkeypatch.setenv("PUSH_SECRETS", secrets)
    add_articles(tmp_path, 1)
    done = scrapy_here("push", str(tmp_path), "--to", "http://127.0.0.1:9/hook")
    assert done.returncode == 2
    assert "echo whsec_$(openssl rand -base64 32)" in done.stderr


@pytest.mark.parametrize(("url", "module"), [("postgresql://a/b", "postgresql"), ("nats://a", "nats")])
def test_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, module: str
) -> None:
    """The line says what to install."""
    monkeypatch.setitem(sys.modules, f"crawler.pushing.{module}", None)
    add_articles(tmp_path, 1)
    done = scrapy_here("push", str(tmp_path), "--to", url)
    assert (done.returncode, f".[{module}]" in done.stderr) == (2, True)


def test_targets_have_names_without_secrets() -> None:
    """Another query is another target; another user is not."""
    names = [
        parse_target(url).name
        for url in ("https://a.example/h?key=1", "https://a.example/h?key=2", "postgresql://lin@[::1]:5/n")
    ]
    assert names[0] != names[1]
    assert "key" not in names[0]
    assert names[2] == "postgresql://[::1]:5/n"


def test_status_without_a_push(tmp_path: Path) -> None:
    """It makes no file."""
    add_articles(tmp_path, 1)
    done: Any = scrapy_here("push", str(tmp_path), "--status")
    assert (done.returncode, done.stdout) == (0, "nothing was pushed yet\n")
    assert not list(tmp_path.glob("push*"))
