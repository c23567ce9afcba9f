"""Shows the progress of an extraction on a terminal, in one line that is written again and again."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class ProgressLine:
    """The line, on standard error; it is not written if that is no terminal."""

    began: float = field(default_factory=time.monotonic)
    shown: float = 0.0

    @property
    def seconds(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self.began

    def show(self, pages: int, articles: int, path: Path) -> None:
        """Show the counts and the current file, once a second."""
        now = time.monotonic()
        if sys.stderr.isatty() and now - self.shown >= 1:
            self.shown = now
            rate = pages / max(self.seconds, 0.001)
            sys.stderr.write(
                f"\r{pages:,} pages, {articles:,} articles, {rate:,.0f} a second: {path.name}\x1b[K"
            )

    def end(self, summary: str) -> None:
        """Replace the line by a summary, which is written in any case."""
        sys.stderr.write(("\r\x1b[K" if sys.stderr.isatty() else "") + summary + "\n")
