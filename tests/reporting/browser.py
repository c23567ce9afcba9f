"""Headless Chromium, which asks nobody for anything, on a page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

_OPTIONS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --enable-logging=stderr --dump-dom"
)


def shown(file: Path, fragment: str, profile: Path) -> subprocess.CompletedProcess[str]:
    """Open a page at a fragment: the browser's document, and, on standard error, its console."""
    return subprocess.run(  # noqa: S603  the browser that was found
        [str(CHROMIUM), *_OPTIONS.split(), f"--user-data-dir={profile}", f"{file.as_uri()}#{fragment}"],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
