"""`scrapy samplesite` serves the sample site until Ctrl-C."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
from urllib.request import urlopen

import pytest
from scrapy.exceptions import UsageError

from crawler.commands.samplesite import Command
from crawler.samplesite import serve

RUN = (
    "import argparse; from crawler.commands.samplesite import Command; "
    "Command().run([], argparse.Namespace(port=0))"
)


def test_it_serves_until_interrupted() -> None:
    """It prints the origin and a crawl, serves pages, and ends on Ctrl-C with nothing more to say."""
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", RUN], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        origin = process.stdout.readline().strip()
        assert f"-a start={origin}/ -s ALLOW_PRIVATE_HOSTS=127.0.0.1" in process.stdout.readline()
        with urlopen(origin + "/node_7114.htm", timeout=60) as response:  # noqa: S310 - our own origin
            assert b"Latest News" in response.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
        assert process.stdout.read() + process.stderr.read() == ""


def test_a_port_that_is_taken() -> None:
    """A port in use is a usage error with a remedy."""
    with serve() as server, pytest.raises(UsageError, match="try --port 0"):
        Command().run([], argparse.Namespace(port=int(server.origin.rpartition(":")[2])))


@pytest.mark.parametrize("port", [-1, 65536])
def test_a_port_that_is_none(port: int) -> None:
    """A number that is no port is a usage error."""
    with pytest.raises(UsageError, match=f"port {port}"):
        Command().run([], argparse.Namespace(port=port))


def test_arguments() -> None:
    """Arguments, of which there are none, are a usage error."""
    with pytest.raises(UsageError, match="no arguments, but was given x y"):
        Command().run(["x", "y"], argparse.Namespace(port=0))


def test_help() -> None:
    """Help names the option and gives an example."""
    command = Command()
    assert "--port" in command.syntax()
    assert "scrapy samplesite --port 8000" in command.long_desc()
    assert command.short_desc()
