"""Recognises pages that show their text only after running scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from crawler.extraction.tree.markup import own_text

MOUNTS = frozenset("app root __next __nuxt ___gatsby react-root app-root main-app q-app vue-app".split())
"""Ids of the elements that frameworks fill."""
MOUNT_TAGS = ("app-root", "my-app")
LEAST = 12  # characters: an element with fewer is empty
NOTICE = 400
"""Characters: a longer `noscript` is more than a notice."""
_ENABLE = re.compile(
    r"(?:enable|requires?|need|activate|turn on|without)\s+(?:\w+\s+){0,3}?javascript"
    r"|javascript\s+(?:\w+\s+){0,3}?(?:enabled|required|disabled|turned off|is off)"
    r"|(?:启用|开启|打开|啟用|開啟|不支持|不支援|禁用|停用)[^。]{0,12}java\s*script"
    r"|java\s*script[^。]{0,12}(?:启用|开启|打开|啟用|開啟|才能|禁用|停用)"
    r"|(?:activer|active[rz]|aktivieren|activar|habilitar|ativar|включите|включить)\s+(?:\w+\s+){0,3}?javascript"
    r"|javascript\s+(?:\w+\s+){0,3}?(?:aktivieren|activé|activado)"
    r"|javascript\s*を有効|자바스크립트",
    re.IGNORECASE,
)


def scripts_needed(root: etree._Element, empty: etree._Element | None = None) -> str | None:
    """Return the sign that scripts fill the page: `empty #app` or `noscript`, or None.

    `empty` is the layout's element for the text, if it is empty.
    """
    return next(_signs(root, empty), None)


def _signs(root: etree._Element, empty: etree._Element | None) -> Iterator[str]:
    scripts = list(root.iter("script"))
    name = empty.get("id") if empty is not None else None
    if name and any(name in (script.text or "") for script in scripts):
        yield f"empty #{name}"
    if any(script.get("src") for script in scripts):
        for element in root.iter("div", "main", "section", *MOUNT_TAGS):
            name = element.get("id") or ""
            if (name in MOUNTS or element.tag in MOUNT_TAGS) and _is_empty(element):
                yield f"empty {f'#{name}' if name else element.tag}"
    for element in root.iter("noscript"):
        text = own_text(element)
        if len(text) <= NOTICE and _ENABLE.search(text):
            yield "noscript"


def _is_empty(element: etree._Element) -> bool:
    """Return whether an element shows no text; a notice of loading or of missing scripts is no text."""
    hidden = sum(len(own_text(mute)) for mute in element.iter("script", "style", "noscript"))
    return len(own_text(element)) - hidden < LEAST
