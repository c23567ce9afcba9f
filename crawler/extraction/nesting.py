"""Which elements are open at a place of a page's markup, kept within a depth."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from crawler.extraction.markup import INLINE

DEEPEST = 256
"""Elements within each other; pages of news have thirty. Below, only what holds text is kept."""
_ROOM = 32  # levels more for those

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_KEPT = _HEADINGS | frozenset("a p li time figcaption figure script title".split())
_CLOSES = {name: frozenset((name,)) for name in ("p", "li", "option", "a")} | {
    **dict.fromkeys(_HEADINGS, _HEADINGS),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "tr": frozenset(("td", "th", "tr")),
}
"""Elements whose end tags may be left out: what a start tag closes that lies on top."""


@dataclass(slots=True)
class Nesting:
    """The open elements, as far as they were let through."""

    open: list[str] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _kept_out: Counter[str] = field(default_factory=Counter)

    def begins(self, name: str) -> bool:
        """Whether an element may begin here: not too deep, or a void one."""
        while self.open and self.open[-1] in _CLOSES.get(name, ()):
            self._close()
        if name in _VOID:
            return True
        if len(self.open) >= DEEPEST + _ROOM * (name in _KEPT):
            self._kept_out[name] += 1
            return False
        self.open.append(name)
        self._counts[name] += 1
        return True

    def ends(self, name: str) -> bool:
        """Whether an end tag ends an element that was let through."""
        if self._kept_out[name]:
            self._kept_out[name] -= 1
            return False
        if not self._counts[name]:
            return False
        while self._close() != name:
            pass
        if len(self.open) < DEEPEST:
            self._kept_out.clear()
        return True

    def stand_in(self, name: str) -> bytes:
        """What stands for an element that was kept out, so that lines stay apart."""
        return b"" if name in INLINE else b"<br>"

    def _close(self) -> str:
        name = self.open.pop()
        self._counts[name] -= 1
        return name
