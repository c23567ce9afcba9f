"""Words the differences between two revisions of an article."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Sequence

from crawler.items import Article
from crawler.records.lines import json_line
from crawler.records.revisions import changed_fields


def differences(before: Article, after: Article) -> Iterator[str]:
    """Yield the changed fields: removed lines after `-`, added ones after `+`, one value a line."""
    for name in changed_fields(before, after):
        yield f"{name}:"
        yield from _changed(_lines(getattr(before, name)), _lines(getattr(after, name)))


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind != "equal":
            yield from (f"  - {line}" for line in old[start:end])
            yield from (f"  + {line}" for line in new[other_start:other_end])


def _lines(value: object) -> list[str]:
    """Return a value as lines: one for each paragraph, photo or name; empty for a missing value."""
    if value is None:
        return []
    if isinstance(value, tuple):
        return [line for item in value for line in _lines(item)]
    return [value] if isinstance(value, str) else [_words(value)]


def _words(record: object) -> str:
    """Return a dateline or a photo as a line, without its empty fields."""
    fields = json.loads(json_line(record))
    return json.dumps({name: item for name, item in fields.items() if item}, ensure_ascii=False)
