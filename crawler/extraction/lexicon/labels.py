"""Labels: the words that editors print before or behind what they label, one place for each.

Each constant is a tuple of words, as printed; forms name them as their marks.
"""

from __future__ import annotations

from typing import Final


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


# Photos

SHOT: Final = _words("摄 摄影 摄制 攝 攝影 撮影")
"""Behind the photographer's name: `吴林 摄`."""
