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
"""Elements whose end tags may be left out: what a start tag closes that lies on top."""
_INLINE = frozenset(name.encode() for name in INLINE)


@dataclass(slots=True)
class Nesting:
    """The open elements, by their lower-case names.

    Of a page that is nested too deep, layers in the middle are left out, as many as are too many: what stands
    inside of a thousand wrappers keeps its own structure, and so does what stands beside them.
    """

    surplus: int = 0
    """Layers that are left out."""
    deepest: int = 0
    """The greatest depth so far, with what was left out."""
    _open: list[tuple[bytes, bool]] = field(default_factory=list)
    _counts: Counter[bytes] = field(default_factory=Counter)

    def begins(self, name: bytes) -> bool:
        """Return whether an element that begins here is let through."""
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
        """The end tags that an end tag stands for: of all that it closes, as far as that was let through."""
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
