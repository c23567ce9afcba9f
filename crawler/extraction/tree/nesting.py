"""Tracks the open elements in a page's markup, and drops those that are nested too deeply."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from crawler.extraction.tree.markup import INLINE

DEEPEST = 256
"""Maximum depth of nested elements; news pages have thirty."""
_TOP = DEEPEST // 2

_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
_HEADINGS = frozenset(b"h1 h2 h3 h4 h5 h6".split())
_CLOSES = {name: frozenset((name,)) for name in (b"p", b"li", b"option", b"a")} | {
    **dict.fromkeys(_HEADINGS, _HEADINGS),
    b"dt": frozenset((b"dt", b"dd")),
    b"dd": frozenset((b"dt", b"dd")),
    b"td": frozenset((b"td", b"th")),
    b"th": frozenset((b"td", b"th")),
    b"tr": frozenset((b"td", b"th", b"tr")),
}
"""Elements with optional end tags: the open elements on top that a start tag closes."""
_INLINE = frozenset(name.encode() for name in INLINE)


@dataclass(slots=True)
class Nesting:
    """The open elements, by their lower-case names.

    If a page is nested too deep, the surplus layers are dropped from the middle: the content of a thousand
    wrappers keeps its structure, and so do the elements beside them.
    """

    surplus: int = 0
    """Layers that are dropped."""
    deepest: int = 0
    """The greatest depth so far, dropped layers included."""
    _open: list[tuple[bytes, bool]] = field(default_factory=list)
    _counts: Counter[bytes] = field(default_factory=Counter)

    def begins(self, name: bytes) -> bool:
        """Return whether an element that begins here is kept."""
        while self._open and self._open[-1][0] in _CLOSES.get(name, ()):
            self._close()
        if name in _VOID:
            return True
        depth = len(self._open)
        is_kept = not _TOP <= depth < _TOP + self.surplus
        self._open.append((name, is_kept))
        self._counts[name] += 1
        self.deepest = max(self.deepest, depth + 1)
        return is_kept

    def ends(self, name: bytes) -> bytes:
        """Return the end tags that replace an end tag: those of all kept elements that it closes."""
        tags = b""
        while self._counts[name]:
            closed, is_kept = self._close()
            tags += b"</%b>" % closed if is_kept else b""
            if closed == name:
                break
        return tags

    def _close(self) -> tuple[bytes, bool]:
        name, is_kept = self._open.pop()
        self._counts[name] -= 1
        return name, is_kept


def stand_in(name: bytes) -> bytes:
    """Return the replacement of a dropped element, which keeps lines apart."""
    return b"" if name in _INLINE else b"<br>"
