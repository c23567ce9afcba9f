"""`scrapy samplesite`: serve the bundled sample site on loopback."""

from __future__ import annotations

import argparse
import contextlib

from scrapy.exceptions import UsageError

from crawler.internals.commands import DescribedCommand
from crawler.program import as_started
from crawler.samplesite import serve

_CRAWL = "scrapy crawl news -a start={origin}/ -s ALLOW_PRIVATE_HOSTS=127.0.0.1"
_DESCRIPTION = f"""\
Serve the bundled sample site (invented news in six languages) on 127.0.0.1 until Ctrl-C. Print its origin and
the command that crawls it, for another terminal.

Example:
  scrapy samplesite --port 8000
  {_CRAWL.format(origin="http://127.0.0.1:8000")}
"""


class Command(DescribedCommand):
    """Serves the sample site until Ctrl-C."""

    requires_project = True
    description = _DESCRIPTION
    default_settings = {"LOG_ENABLED": False}  # noqa: RUF012 - declared so by Scrapy

    def syntax(self) -> str:
        """Return the arguments of the command, as help prints them."""
        return "[--port PORT]"

    def short_desc(self) -> str:
        """Return the description of the command, in one line."""
        return "Serve the bundled sample news site on loopback"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Declare --port."""
        super().add_options(parser)
        parser.add_argument("--port", type=int, default=8000, help="port to listen on; 0 takes a free one")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the origin, then serve; Ctrl-C ends quietly. Raises UsageError for a port in use."""
        if args:
            raise UsageError(f"samplesite takes no arguments, but was given {' '.join(args)}")
        try:
            server = serve(opts.port)
        except (OSError, OverflowError) as error:
            raise UsageError(f"cannot listen on port {opts.port}: {error}; try --port 0") from error
        with server, contextlib.suppress(KeyboardInterrupt):
            print(server.origin, as_started(_CRAWL.format(origin=server.origin)), sep="\n", flush=True)
            server.wait()
