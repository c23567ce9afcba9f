"""A slow but obvious reading of the declarations' selectors, for tests only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

FORM = re.compile(r"(?=.)(?P<tag>[a-z][a-z0-9-]*)?(?:#(?P<id>[\w-]+))?(?:\.(?P<class>[\w-]+))?")


def matching(root: etree._Element, selector: str) -> Iterator[etree._Element]:
    """Yield every element under `root` that the selector means, in document order."""
    match = FORM.fullmatch(selector)
    assert match, selector
    for element in root.iter(match["tag"] or etree.Element):
        if match["id"] not in {None, element.get("id")}:
            continue
        if match["class"] in {None, *(element.get("class") or "").split()}:
            yield element


def is_present(root: etree._Element, selector: str) -> bool:
    """Return whether the selector means any element under `root`."""
    return next(matching(root, selector), None) is not None


def text(element: etree._Element) -> str:
    """Return the element's text without any white space, so that markup cannot divide it."""
    return re.sub(
        r"\s+", "", str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))
    )
