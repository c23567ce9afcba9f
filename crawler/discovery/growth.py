"""Recognises links that grow from page to page: filters that add up, folders that repeat inside each other.

A filter with ten facets has a thousand combinations, and none of them names a new article. So growing links
are followed up to a number, and further ones only if earlier ones led to something new.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from urllib.parse import unquote

from crawler.text.parameters import names_article
from crawler.text.urls import host_of, path_of

EARNED = 10
"""Further growing links of a script or a host that are followed for each growing page with new links."""
DEPTHS = 3
"""Number of depths at which one name occurs only in growing paths: `/p2/`, `/p1/p2/`, `/p1/p3/p2/`."""
NAMES = 50_000
"""Names of folders that are remembered; later ones do not count."""


class Growth:
    """The growing links that this run has followed."""

    def __init__(self) -> None:
        self._depths: dict[str, int] = {}
        self._followed: dict[str, str] = {}
        self._count: Counter[str] = Counter()
        self._earned: defaultdict[str, int] = defaultdict(int)

    def kind_of(self, url: str, on: str) -> str | None:
        """Return the script or the host on which a link of a page grows; None for any other link."""
        if "?" in url:
            url, on = unquote(url), unquote(on)  # a request has `f%5B%5D=1` for `f[]=1`
            grows = varies_query(url, on) if on in self._followed else extends_query(url, on)
            return url.partition("?")[0] if grows else None
        return host_of(url) if self._repeats(url) else None

    def claim(self, url: str, kind: str, most: int) -> bool:
        """Claim a place for a growing link; return whether its script or host has room."""
        if most and self._count[kind] >= most + EARNED * self._earned[kind]:
            return False
        self._count[kind] += 1
        self._followed[unquote(url)] = kind
        return True

    def earn(self, url: str) -> None:
        """Record that a page led to something new; if its own link was growing, more are followed."""
        kind = self._followed.get(unquote(url))
        if kind is not None:
            self._earned[kind] += 1

    def _repeats(self, url: str) -> bool:
        """Return whether a path comes back to one of its folders, or ends in a name of other depths."""
        segments = [each for each in path_of(url).split("/") if each]
        if comes_back(segments):
            return True
        name = _name(segments)
        if name is None:
            return False
        key = f"{host_of(url)} {name}"
        if key not in self._depths and len(self._depths) >= NAMES:
            return False
        depths = self._depths[key] = self._depths.get(key, 0) | 1 << len(segments)  # one bit for each depth
        return depths.bit_count() >= DEPTHS and len(segments) >= DEPTHS


def _name(segments: list[str]) -> str | None:
    """Return the name of a folder, or the names of a file and its folder; None for numbers, as in dates."""
    if not segments:
        return None
    folder = segments[-2] if "." in segments[-1] and len(segments) > 1 else segments[-1]
    return None if folder.isdigit() else "/".join(dict.fromkeys((folder, segments[-1])))


def comes_back(segments: list[str]) -> bool:
    """Return whether a name occurs again behind another one: `/p1/p2/p1/`, not `/news/news/`.

    Numbers do not count.
    """
    names = [each for before, each in zip(["", *segments], segments, strict=False) if each != before]
    names = [each for each in names if not each.isdigit()]
    return len(set(names)) < len(names)


def extends_query(url: str, on: str) -> bool:
    """Return whether a link adds to the query of its own page.

    `?f1=1&f2=1` adds to `?f1=1`, `?path=0,1` to `?path=0`. A parameter that names an article adds nothing to
    a list: `?cat=5&id=99`.
    """
    path, _, query = url.partition("?")
    own_path, _, own_query = on.partition("?")
    if path != own_path or not own_query:
        return False
    mine, others = Counter(own_query.split("&")), Counter(query.split("&"))
    added, dropped = [*(others - mine)], [*(mine - others)]
    if len(added) == len(dropped) == 1:
        return _is_longer(added[0], dropped[0])
    return bool(added) and not dropped and not any(map(names_article, added))


def varies_query(url: str, on: str) -> bool:
    """Return whether a link has the path of its page, and as many parameters or more, none of an article."""
    path, _, query = url.partition("?")
    own_path, _, own_query = on.partition("?")
    mine, others = set(own_query.split("&")), set(query.split("&"))
    return path == own_path and len(others) >= len(mine) and not any(map(names_article, others - mine))


def _is_longer(parameter: str, than: str) -> bool:
    """Return whether a parameter has the other one's value and more: `path=0,1` and `path=0`."""
    rest = parameter.removeprefix(than)
    return rest != parameter and not rest[:1].isalnum()
