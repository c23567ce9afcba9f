"""Builds the shim between a crawl and its machine (machine.c), and controls it."""

from __future__ import annotations

import atexit
import mmap
import shutil
import struct
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

SOURCE = Path(__file__).with_name("machine.c")
COMPILER = shutil.which("cc")

needs_shim = pytest.mark.skipif(
    COMPILER is None or not Path("/proc/self/fd").is_dir(), reason="the shim needs Linux and a C compiler"
)


@cache
def shim() -> Path:
    """Compile the shim, once in a process; return where it is."""
    folder = mkdtemp(prefix="shim-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    library = Path(folder) / "machine.so"
    command = [str(COMPILER), "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)  # noqa: S603  the project's own source
    return library


def between(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a process behind the shim."""
    return {"LD_PRELOAD": str(shim()), **variables}


def recording(root: Path, log: Path) -> dict[str, str]:
    """Return the variables of a process whose writes below `root` are logged."""
    return between({"RECORD_ROOT": str(root), "RECORD_LOG": str(log)})


class Clock:
    """The clock of the day of the processes that are given its variables; it may be set while they run."""

    def __init__(self, path: Path) -> None:
        path.write_bytes(struct.pack("=d", 0.0))
        self.variables = between({"CLOCK_FILE": str(path)})
        with path.open("r+b") as file:
            self._ahead = mmap.mmap(file.fileno(), 8)

    def set(self, seconds: float) -> None:
        """Set the clock a number of seconds ahead of the true time, or behind it."""
        self._ahead[:] = struct.pack("=d", seconds)


def host(folder: Path, name: str) -> dict[str, str]:
    """Return the variables of a process on a host that sees no locks of other hosts."""
    boot = folder / f"boot-{name}"
    boot.write_text(f"{name}\n", "ascii")
    return between({"HOST_NAME": name, "BOOT_ID": str(boot), "NO_LOCKS": "1"})
