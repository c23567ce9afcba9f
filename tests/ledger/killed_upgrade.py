"""Opens a ledger, and kills itself at a statement: `python -m tests.ledger.killed_upgrade FILE STATEMENT`."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from itertools import count
from pathlib import Path
from typing import Any
from unittest import mock

from crawler.ledger import schema


def main() -> None:
    """Open the ledger, which upgrades it; the first statement has the number 0."""
    statements = count()

    def step(_: str) -> None:
        if next(statements) == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)

    class Traced(sqlite3.Connection):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self.set_trace_callback(step)

    with mock.patch.object(sqlite3, "connect", Traced):
        schema.connect(Path(sys.argv[1])).close()


if __name__ == "__main__":
    main()
