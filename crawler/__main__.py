"""`harvest`: the commands of this project in any folder, also as `python -m crawler`."""

from __future__ import annotations

import os
import sys

from crawler import __version__
from crawler.accounting.outcome import ExitStatus
from crawler.internals.commands import run_command
from crawler.internals.project import ProjectError, choose_settings
from crawler.program import VARIABLE, program


def main() -> None:
    """Run the command that the command line names."""
    os.environ[VARIABLE] = "harvest"
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"{program()} {__version__}\n")
        return
    try:
        choose_settings()
    except ProjectError as error:
        sys.stderr.write(f"{program()}: {error}\n")
        sys.exit(ExitStatus.BAD_ARGUMENTS)
    run_command(sys.argv[1:])


if __name__ == "__main__":
    main()
