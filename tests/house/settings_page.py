"""Writes the settings of this project into docs/settings.md: `python -m tests.house.settings_page`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler import settings
from tests.house.site import ROOT

DOCUMENT = ROOT / "docs" / "settings.md"
BEGIN, END = "<!-- the tables begin -->", "<!-- the tables end -->"
_SECTION = re.compile(r"# -- (.+?) -+$")
_LINK = re.compile(r"\bdocs/((?:[a-z-]+/)?[a-z-]+\.md)")
_LONGEST = 40  # characters of a default in the table
HEAD = "| Setting | Default | Meaning |\n|---|---|---|"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting, with the meaning from its comments."""

    section: str
    name: str
    default: str
    meaning: str


def settings_of(source: str) -> Iterator[Setting]:
    """Yield the settings in the source of a settings module, in order.

    The comment of a setting is behind its value, or stands above it. A comment above several belongs to the
    first of them.
    """
    lines = source.splitlines()
    section = ""
    comments: list[str] = []
    assignments = {
        node.lineno: node for node in ast.parse(source).body if isinstance(node, (ast.Assign, ast.AnnAssign))
    }
    for number, line in enumerate(lines, start=1):
        node = assignments.get(number)
        if title := _SECTION.match(line):
            section, comments = title[1], []
        elif line.startswith("#"):
            comments.append(line.removeprefix("#").strip())
        elif node is None:
            comments = comments if line.startswith((" ", "}", "]", ")")) else []
        elif section and (name := _name(node)).isupper():
            behind = lines[(node.end_lineno or number) - 1].partition("  # ")[2]
            sentences = filter(None, (" ".join(comments), behind))
            yield Setting(section, name, _default(name), " ".join(map(_capital, sentences)))
            comments = []


def _name(node: ast.Assign | ast.AnnAssign) -> str:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    return target.id if isinstance(target, ast.Name) else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _default(name: str) -> str:
    value = repr(getattr(settings, name))
    return f"`{value}`" if len(value) <= _LONGEST else "see the file"


def tables() -> str:
    """Return a table for each section of `crawler/settings.py`."""
    source = (ROOT / "crawler" / "settings.py").read_text("utf-8")
    rows: dict[str, list[str]] = {}
    for each in settings_of(source):
        meaning = _LINK.sub(r"[\1](\1)", each.meaning.replace("|", "\\|")) or "–"
        rows.setdefault(each.section, []).append(f"| `{each.name}` | {each.default} | {meaning} |")
    return "\n\n".join("\n".join((f"## {title}", "", HEAD, *lines)) for title, lines in rows.items())


def with_tables(document: str) -> str:
    """Return the document with the tables of today."""
    before, _, rest = document.partition(BEGIN)
    return f"{before}{BEGIN}\n{tables()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    DOCUMENT.write_text(with_tables(DOCUMENT.read_text("utf-8")), "utf-8")
