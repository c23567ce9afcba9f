"""`scrapy push`: send the new, changed, removed and restored articles of crawls to another system."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from scrapy.settings import Settings

from crawler.accounting.outcome import ExitStatus
from crawler.commands.each_crawl import SEVERAL, Crawl, complain, in_each
from crawler.commands.printing import say
from crawler.internals.commands import DescribedCommand, settings_of
from crawler.ledger.crawls import LEDGERS, find_crawls
from crawler.logs import printable
from crawler.program import program
from crawler.pushing.deliveries import Deliveries, Delivery, claimed, stored_deliveries
from crawler.pushing.errors import EndedError, PushError, TargetError
from crawler.pushing.push import Push, Pushed, PushOutcome
from crawler.pushing.reading import Position, last_position, position_at
from crawler.pushing.sink import SinkTerms
from crawler.pushing.stop import StopSigns
from crawler.pushing.targets import PASSWORD, SECRETS, Credentials, Target, open_sink, parse_target
from crawler.text.counts import counted

_DESCRIPTION = f"""\
Send each new, changed, removed and restored article of a crawl to another system: in order, and each at least
once. Events that the target has acknowledged are not sent again. You may run it while the crawl is running.
docs/how-to/push-to-other-systems.md describes the targets, the messages and a receiver.

{SEVERAL}

The target of --to is one of
  https://example.org/hook           a webhook, with signed requests; {SECRETS} or --secrets has the secret
  postgresql://USER@HOST/DATABASE    the table news_articles; needs the extra `postgresql`
  nats://HOST:4222/PREFIX            a stream of NATS JetStream; needs the extra `nats`
{PASSWORD} has the password of a server.

Examples:
  scrapy push data/www.example.com --to https://example.org/hook
  scrapy push data/www.example.com --to https://example.org/hook --follow
  scrapy push data/fleet --to postgresql://news@localhost/news
  scrapy push data/www.example.com --to nats://localhost:4222 --from-now
  scrapy push data/www.example.com --status

Exit status:
  0  the target has acknowledged all events, or --follow was told to end
  2  wrong arguments, a path is no crawl, or an extra or a secret is missing
  4  the target refuses an event, or wants no more; or the article of an event is missing
  5  interrupted; the next push continues
  6  the target does not answer, or asks to wait; the next push continues
  8  another process pushes the crawl to this target
"""
_STATUSES = {
    PushOutcome.DELIVERED: ExitStatus.COMPLETE,
    PushOutcome.TOLD: ExitStatus.INTERRUPTED,
    PushOutcome.UNREACHED: ExitStatus.PARTIAL,
    PushOutcome.REFUSED: ExitStatus.OUTPUT_FAILED,
}


@dataclass(frozen=True, slots=True)
class _Terms:
    """The terms of a push, from the command line."""

    target: Target
    credentials: Credentials
    options: argparse.Namespace
    sending: SinkTerms

    @property
    def follows(self) -> bool:
        """Whether it waits for further events."""
        return bool(self.options.follow or self.options.until_eof)


class Command(DescribedCommand):
    """Pushes the events of crawls."""

    description = _DESCRIPTION

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "DIR... --to URL [options]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Send new, changed and removed articles to a webhook, PostgreSQL or NATS"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own options."""
        super().add_options(parser)
        parser.add_argument("--to", metavar="URL", help="the target")
        parser.add_argument("--status", action="store_true", help="print the state of all targets, and end")
        parser.add_argument("--secrets", metavar="FILE", help="file with a webhook's secrets, one a line")
        parser.add_argument("--batch", type=int, metavar="N", help="events in a request to a webhook (1)")
        way = parser.add_mutually_exclusive_group()
        way.add_argument("--follow", action="store_true", help="wait for further events, until SIGTERM")
        way.add_argument(
            "--until-eof", action="store_true", help="wait for further events until standard input ends"
        )
        begin = parser.add_mutually_exclusive_group()
        begin.add_argument("--from-now", action="store_true", help="leave out all events that there are")
        begin.add_argument("--again-from", type=int, metavar="N", help="send event N and later ones again")
        begin.add_argument("--skip", type=int, metavar="N", help="leave out event N, which is the next one")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Push, or print the state of the targets, or an error in one line."""
        try:
            terms = None if opts.status else _terms(args, opts, settings_of(self))
        except (TargetError, OSError) as error:
            self.exitcode = complain("push", str(error))
            return
        if terms is None:
            self.exitcode = in_each("push", args, LEDGERS, _print_states).status
            return
        with StopSigns(sys.stdin.fileno() if opts.until_eof else None).caught() as stop:
            self.exitcode = in_each("push", args, LEDGERS, partial(_push, terms, stop)).status


def _terms(args: Sequence[str], opts: argparse.Namespace, settings: Settings) -> _Terms:
    """Return the terms of a push. Raises `TargetError`, and OSError for a file that cannot be read."""
    secrets = Path(opts.secrets).read_text("utf-8-sig", "replace") if opts.secrets else None
    sending = SinkTerms(settings.getfloat("PUSH_ANSWER_SECONDS"), opts.batch)
    terms = _Terms(parse_target(opts.to or ""), Credentials.of(os.environ, secrets), opts, sending)
    open_sink(terms.target, terms.credentials, sending).close()
    crawls = find_crawls(args, LEDGERS).paths
    is_for_one = terms.follows or opts.skip is not None or opts.again_from is not None
    if is_for_one and len(crawls) > 1:
        raise TargetError("--follow, --skip and --again-from take one crawl: name one directory")
    return terms


def _push(terms: _Terms, stop: StopSigns, crawl: Crawl) -> ExitStatus:
    """Push a crawl; return the exit status. Raises the errors of `in_each`."""
    target = terms.target
    with claimed(crawl.folder, target.number), closing(Deliveries(crawl.folder)) as deliveries:
        sink = open_sink(target, terms.credentials, terms.sending)
        try:
            delivery = _begun(crawl.folder, deliveries, terms)
        except PushError as error:
            has_ended = isinstance(error, EndedError)
            status = ExitStatus.OUTPUT_FAILED if has_ended else ExitStatus.BAD_ARGUMENTS
            return complain("push", f"{crawl.label}{error}", status)
        push = Push(crawl.folder, sink, deliveries, delivery, partial(_tell, crawl))
        pushed = push.run(stop, follows=terms.follows)
    say(f"{crawl.label}{worded(pushed, target)}")
    is_done = terms.follows and pushed.outcome is PushOutcome.TOLD
    return ExitStatus.COMPLETE if is_done else _STATUSES[pushed.outcome]


def _begun(folder: Path, deliveries: Deliveries, terms: _Terms) -> Delivery:
    """Return the state from which a push begins, and store it. Raises `TargetError` and `EndedError`."""
    delivery = deliveries.get(terms.target.name) or Delivery(terms.target.name)
    position = _position(folder, delivery.position, terms.options)
    if position is not None:
        delivery = Delivery(terms.target.name, position)
        deliveries.put(delivery)
    if delivery.has_ended:
        raise EndedError(
            f"{delivery.target} wants no more events ({delivery.error}). --from-now or --again-from N sends"
            " it events again"
        )
    return delivery


def _position(folder: Path, current: Position, opts: argparse.Namespace) -> Position | None:
    """Return the position that the options name; None without such an option. Raises `TargetError`."""
    if opts.from_now:
        return last_position(folder)
    if opts.again_from is not None:
        return position_at(folder, opts.again_from - 1)
    if opts.skip is None:
        return None
    if opts.skip != current.serial + 1:
        raise TargetError(f"the next event is {current.serial + 1}, not {opts.skip}: only it can be left out")
    return position_at(folder, opts.skip)


def _tell(crawl: Crawl, words: str) -> None:
    """Print a problem with its time, at once, on standard error."""
    now = datetime.now().astimezone()
    sys.stderr.write(f"{now:%Y-%m-%d %H:%M:%S} {program()} push: {printable(crawl.label + words)}\n")
    sys.stderr.flush()


def worded(pushed: Pushed, target: Target) -> str:
    """Word the result of a push, in a line."""
    waiting = f"; {counted(pushed.waiting, 'event')} left" if pushed.waiting else ""
    return f"{counted(pushed.sent, 'event')} sent to {target.name}{waiting}"


def _print_states(crawl: Crawl) -> ExitStatus:
    """Print the states of a crawl's targets."""
    last = last_position(crawl.folder)
    deliveries = stored_deliveries(crawl.folder)
    states = [state(each, last) for each in deliveries] or ["nothing was pushed yet"]
    say(*(crawl.label + words for words in states))
    return ExitStatus.COMPLETE


def state(delivery: Delivery, last: Position) -> str:
    """Word the state of a target, in a line."""
    serial = delivery.position.serial if delivery.position.log in ("", last.log) else 0
    words = f"{delivery.target}: {serial:,} of {counted(last.serial, 'event')} acknowledged"
    if delivery.has_ended:
        return f"{words}; it wants no more ({delivery.error})"
    if delivery.error is None:
        return words
    words += f"; last error, after {counted(delivery.tries, 'failure')}: {delivery.error}"
    if delivery.next_try is None:
        return words
    return f"{words}; next try from {datetime.fromtimestamp(delivery.next_try, UTC):%FT%TZ} on"
