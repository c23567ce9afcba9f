"""Names the program in messages, as it was started: `scrapy` in a project, `harvest` anywhere."""

from __future__ import annotations

import os
import re

VARIABLE = "NEWS_HARVESTER_PROGRAM"
"""Environment variable with the name; the processes that a command starts inherit it."""
_COMMAND = re.compile(r"\bscrapy(?= [<a-z])|(?<=completions/)scrapy\b|(?<=/_)scrapy\b")


def program() -> str:
    """Return the name of the program, for commands in messages: `harvest` in `harvest export DIR`."""
    return os.environ.get(VARIABLE, "scrapy")


def as_started(text: str) -> str:
    """Return a help text with the program's name in its commands: `scrapy demo` becomes `harvest demo`."""
    return _COMMAND.sub(program(), text)


def how_to_add(extra: str) -> str:
    """Word the installation of an extra of this package: `export`."""
    return f"pip install -e '.[{extra}]' in a checkout, else install the wheel again, as WHEEL[{extra}]"
