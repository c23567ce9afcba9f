"""Writes a publisher's declaration as the Python source of a module."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields

from crawler.declaring.url_pattern import SHARED
from crawler.publishers import Layout, Publisher


def module_name(domain: str) -> str:
    """Return the name of the module that declares a domain: `china_org_cn`."""
    name = re.sub(r"\W", "_", domain.lower(), flags=re.ASCII)
    return f"_{name}" if name[0].isdigit() else name


def module_source(publisher: Publisher) -> str:
    """Return the source of a module that declares a publisher, in the style of the formatter."""
    models = "Layout, Publisher" if publisher.layouts else "Publisher"
    shapes = ", ".join(sorted(SHARED[pattern] for pattern in publisher.article_urls if pattern in SHARED))
    lines = [
        f'"""What is known of {publisher.name}."""',
        "",
        "from __future__ import annotations",
        "",
        f"from crawler.publishers.model import {models}",
        *([f"from crawler.publishers.url_shapes import {shapes}"] if shapes else []),
        "",
        f"{module_name(publisher.name).upper()} = Publisher(",
        *(f"    {line}" for line in _publisher(publisher)),
        ")",
    ]
    return "\n".join(lines) + "\n"


def _publisher(publisher: Publisher) -> Iterator[str]:
    yield f"name={_text(publisher.name)},"
    yield f"title={_text(publisher.title)},"
    yield f"hosts={_tuple(map(_text, publisher.hosts))},"
    yield f"start={_tuple(map(_text, publisher.start))},"
    yield f"language={_text(publisher.language)},"
    if publisher.article_urls:
        yield f"article_urls={_tuple(map(_pattern, publisher.article_urls))},"
    if publisher.layouts:
        yield "layouts=("
        for layout in publisher.layouts:
            yield from (f"    {line}" for line in _layout(layout))
        yield "),"
    if publisher.seen:
        yield f"seen={_text(publisher.seen)},"


def _layout(layout: Layout) -> Iterator[str]:
    yield "Layout("
    for field in fields(Layout):
        value = getattr(layout, field.name)
        if value:
            yield f"    {field.name}={_text(value) if field.name == 'name' else _tuple(map(_text, value))},"
    yield "),"


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pattern(pattern: str) -> str:
    return SHARED.get(pattern) or f'r"{pattern}"'


def _tuple(values: Iterable[str]) -> str:
    inner = ", ".join(values)
    return f"({inner},)" if ", " not in inner else f"({inner})"
